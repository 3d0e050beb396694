"""Commands about the law."""

import json

import pytest

from tests.support.names import EXAMPLES

DAY = ("--as-of", "2026-11-22")


class DescribeSuggest:
    def it_says_what_fits_what_not_to_cite_and_why(self, legalkit):
        told = legalkit("--ui", "ko", "law", "suggest", EXAMPLES / "kelly.yaml", *DAY)
        assert told.status == 0
        assert "camera  [주위적]  성폭력처벌법 제14조제1항  카메라등이용촬영" in told.out
        assert "[적지 않음]  성폭력처벌법 제12조" in told.out

    def it_names_the_answers_that_would_change_it(self, legalkit):
        told = legalkit("--ui", "en", "law", "suggest", EXAMPLES / "seoyeon.yaml", *DAY).out
        assert "answers that would change it: when it happened (1) (incidents[0].when)" in told

    def it_marks_what_needs_checking(self, legalkit):
        lines = legalkit("--ui", "en", "law", "suggest", EXAMPLES / "hana.yaml", *DAY).out.splitlines()
        (threat,) = [line for line in lines if "Article 283" in line and "[" in line]
        assert threat.endswith("(needs checking)")

    @pytest.mark.parametrize("name", ["hana", "yujin"])
    def it_gives_the_same_as_json(self, legalkit, name):
        found = json.loads(legalkit("law", "suggest", EXAMPLES / f"{name}.yaml", *DAY, "--json").out)
        assert {"incident", "offence", "rank", "because", "from_answers", "would_change", "span"} <= set(found[0])
        assert {each["rank"] for each in found} >= {"primary", "do_not_cite"}
        assert all(each["version"] is None or each["version"]["answer"] for each in found)

    def but_it_refuses_what_is_no_case(self, legalkit, tmp_path):
        (tmp_path / "case.yaml").write_text("id: case-1", encoding="utf-8")
        assert legalkit("law", "suggest", tmp_path / "case.yaml", *DAY).status == 2


class DescribeSuggestions:
    def it_tells_until_when_each_act_can_be_prosecuted(self, legalkit):
        told = legalkit("--ui", "en", "law", "suggest", EXAMPLES / "hana.yaml", *DAY).out
        assert "limitation: 10 years (2036-08-26)" in told


class DescribeADay:
    def it_has_to_come_after_the_first_one(self, legalkit):
        done = legalkit("--ui", "ko", "law", "changes", "--from", "2026-12-31", "--to", "2026-01-01")
        assert (done.status, "E-LAW-DAYS-REVERSED" in done.err) == (2, True)

    def it_is_refused_by_place_and_code_without_repeating_what_was_typed(self, legalkit):
        done = legalkit("law", "show", "sv_14_1", "--on", "2026-13-40", "--victim-birth", "1999-99-99")
        assert done.status == 2
        assert "E-LAW-BAD-DATE" in done.err
        assert "2026-13-40" not in done.err and "1999-99-99" not in done.err
