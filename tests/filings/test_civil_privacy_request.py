"""The request to hide personal data: with an injunction, where danger was said, and from 2025-07-12 on."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from legalkit.case import Case
from legalkit.docx import Language, leftover
from legalkit.filings import Status, survey
from legalkit.filings.civil_privacy_request import FILING
from tests.filings.papers import DAY, assert_reads_what_it_says, bare, case, document, gives_away, korean_words, says
from tests.support import cases, validators


def status_on(day: date) -> Status:
    return next(each.status for each in survey(case("hana"), day) if each.id == FILING.id)


class DescribeTheGate:
    @pytest.mark.parametrize("name", ["hana", "yujin", "husband"])
    def it_is_open_with_an_injunction_and_danger(self, name: str) -> None:
        assert FILING.gate(case(name), DAY).status is Status.OPEN

    def it_opens_on_the_day_its_law_came_into_force(self) -> None:
        assert status_on(date(2025, 7, 11)) is Status.CLOSED
        assert status_on(date(2025, 7, 12)) is Status.OPEN

    @pytest.mark.parametrize("danger", ["unknown", "declined", None])
    def it_asks_about_danger_where_nothing_was_said(self, danger: object) -> None:
        gate = FILING.gate(case("hana", relief__injunction__danger=danger), DAY)
        assert (gate.status, gate.missing) == (Status.UNKNOWN, ("relief.injunction.danger",))

    def but_it_refuses_where_there_is_no_danger(self) -> None:
        assert FILING.gate(case("hana", relief__injunction__danger=False), DAY).status is Status.CLOSED

    def but_it_refuses_where_there_is_no_injunction(self) -> None:
        gate = FILING.gate(case("kelly"), DAY)
        assert gate.status is Status.CLOSED
        assert "가처분" in gate.reason.ko and gate.instead

    def and_it_asks_what_the_injunction_asks(self) -> None:
        assert FILING.gate(bare(), DAY).missing == ("accused[].name",)


class DescribeTheRequest:
    def it_names_what_is_to_be_hidden_and_why(self) -> None:
        said = says(FILING, case("hana"))
        for part in ("제163조", "제38조", "주소", "전화번호", "전자우편주소", "생명 또는 신체에 위해"):
            assert part in said
        assert "서울중앙지방법원  귀중" in said

    def it_says_danger_only_if_she_did(self) -> None:
        assert "위해" not in says(FILING, case("hana", relief__injunction__danger="unknown"))

    def it_has_the_schedule_a_sentence_refers_to(self) -> None:
        said = says(FILING, case("husband"))
        assert "별지 범죄일람표 기재와 같이" in said and "범 죄 일 람 표" in said

    @pytest.mark.parametrize("name", ["hana", "yujin", "husband"])
    @pytest.mark.parametrize("language", list(Language))
    def it_holds_nothing_it_asks_to_hide(self, name: str, language: Language) -> None:
        of = case(name)
        assert gives_away(says(FILING, of, language), of) == []
        assert korean_words(says(FILING, of)) <= {"URL"}

    def it_wants_the_real_name(self) -> None:
        assert (FILING.served, FILING.real_name) == (False, True)
        assert "배하나" not in says(FILING, case("hana"))

    @pytest.mark.parametrize("language", list(Language))
    def it_can_be_made_of_a_case_that_knows_nothing(self, language: Language) -> None:
        assert leftover(document(FILING, bare(), language)) == []


class DescribeReads:
    @given(cases.cases())
    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    def it_can_be_made_of_any_case(self, of: Case) -> None:
        for language in Language:
            document(FILING, of, language)

    @pytest.mark.parametrize("name", ["husband", "hana"])
    def it_reads_no_answer_it_does_not_name(self, name: str) -> None:
        assert_reads_what_it_says(FILING, case(name))


@pytest.mark.render
@pytest.mark.parametrize("language", list(Language))
def it_satisfies_every_judge(language: Language, tmp_path: Path) -> None:
    made = tmp_path / "paper.docx"
    made.write_bytes(document(FILING, case("husband"), language))
    assert validators.every_problem(made) == []
