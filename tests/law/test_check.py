"""Tables of checked cases."""

from pathlib import Path

import pytest

from legalkit.errors import LawError
from legalkit.law.check import check_table

TABLE = """
cases:
- id: A1
  offence_id: sv_14b_1_deepfake_creation
  act_date: '2024-10-15'
  conditions: {condition_purpose_to_distribute: false}
  expect: {result: none, use_instead: []}
- id: A2
  offence_id: ic_71_1_14_secrets
  act_date: '2024-07-23'
  expect:
    result: cite
    article_ko: 구(舊) 정보통신망법(법률 제14080호) 제71조제1항제11호
    penalty_ko: 5년 이하의 징역 또는 5천만원 이하의 벌금
    min_imprisonment_years: null
    max_imprisonment_years: 5
    max_fine_krw: 50000000
    limitation_years: 7
    complaint_required: none
- id: A3
  offence_id: cy_15b_1_grooming
  act_date: '2025-10-22'
  victim_age_at_act: 14
  conditions: {condition_channel: offline}
  expect: {result: none}
"""


READ = check_table((Path(__file__).parent / "penalty_cases.yaml").read_text(encoding="utf-8"))
"""Cases written down from the texts in force on each day."""


@pytest.mark.parametrize("case", READ, ids=lambda case: f"{case.id} {case.offence_id}")
def it_answers_as_the_text_of_that_day(case):
    assert case.problem == ""
    assert [(d.field, d.expected, d.found) for d in case.differences] == []


def _cases(text):
    return {r.id: r for r in check_table(text)}


class DescribeTables:
    def it_finds_every_case_right(self):
        assert all(r.right for r in check_table(TABLE))

    @pytest.mark.parametrize(
        ("right", "wrong", "field"),
        [
            ("max_fine_krw: 50000000", "max_fine_krw: 30000000", "max_fine_krw"),
            ("제71조제1항제11호", "제71조제1항제14호", "article_ko"),
            ("limitation_years: 7", "limitation_years: 5", "limitation_years"),
            ("complaint_required: none", "complaint_required: 친고죄", "complaint_required"),
            ("max_imprisonment_years: 5", "max_imprisonment_years: 7", "max_imprisonment_years"),
            ("penalty_ko: 5년", "penalty_ko: 6년", "penalty_ko"),
        ],
    )
    def it_names_the_field_that_differs(self, right, wrong, field):
        found = _cases(TABLE.replace(right, wrong))["A2"]
        assert [d.field for d in found.differences] == [field]

    def it_says_cite_or_none_before_anything_else(self):
        found = _cases(TABLE.replace("2024-10-15", "2024-10-16"))["A1"]
        assert [(d.field, d.expected, d.found) for d in found.differences] == [("result", "none", "cite")]

    def it_expects_what_is_named_instead_to_be_offered(self):
        found = _cases(TABLE.replace("use_instead: []", "use_instead: [cc_311_insult]"))["A1"]
        assert [d.field for d in found.differences] == ["use_instead"]

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("sv_14b_1_deepfake_creation", "sv_99_unknown", "E-LAW-UNKNOWN-OFFENCE"),
            ("condition_purpose_to_distribute", "condition_weather", "E-LAW-UNKNOWN-FACT"),
        ],
    )
    def it_counts_a_case_nobody_can_ask_as_wrong_and_goes_on(self, old, new, code):
        found = _cases(TABLE.replace(old, new))
        assert (found["A1"].right, found["A1"].problem) == (False, code)
        assert found["A2"].right

    @pytest.mark.parametrize("text", ["", "cases: []", "cases: 3", "a: [", "cases:\n- id: X"])
    def but_it_refuses_what_is_no_table(self, text):
        with pytest.raises(LawError) as error:
            check_table(text)
        assert {p.code for p in error.value.problems} == {"E-LAW-BAD-TABLE"}

    def and_it_names_every_place_that_is_wrong_without_what_stood_there(self):
        with pytest.raises(LawError) as error:
            check_table(TABLE.replace("'2024-10-15'", "someday").replace("'2024-07-23'", "never"))
        assert [p.path for p in error.value.problems] == ["cases[0].act_date", "cases[1].act_date"]
        assert "someday" not in str(error.value)
