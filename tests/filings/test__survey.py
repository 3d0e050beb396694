"""What is open on which day, and what the offices are called on it."""

import datetime

import pytest
from hypothesis import given, settings

from legalkit.case import read_case
from legalkit.docx import texts
from legalkit.filings import Status, all_filings, open_filings, survey
from legalkit.law import filing_ids
from legalkit.package import generate
from tests.support.cases import cases
from tests.support.names import PERSONAS, persona

DAYS = ("2026-10-01", "2026-10-02", "2026-11-22", "2026-12-10", "2027-02-04", "2027-02-05", "2027-04-21", "2027-04-22")
CORE = ("alias_request", "complaint", "evidence_index", "confidential_sheet", "next_steps")


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _found(case, day: str = "2026-11-22"):
    return {each.id: each for each in survey(case, _day(day))}


def _case(**more):
    incident = {"id": "i", "act": "fake", "when": "2026-03-01"}
    return read_case({"id": "case-1", "reporter": {"role": "self"}, "incidents": [incident], **more})


class DescribeEveryDay:
    @pytest.mark.parametrize("day", DAYS)
    @pytest.mark.parametrize("name", PERSONAS)
    def it_answers_for_every_filing(self, name, day):
        found = _found(persona(name), day)
        assert set(found) == set(all_filings()) | set(filing_ids())
        for each in found.values():
            assert each.title.ko and each.title.en
            assert each.reason.ko and each.reason.en
            assert bool(each.missing) or each.status is not Status.UNKNOWN
            assert each.instead or each.status is not Status.UNAVAILABLE

    @pytest.mark.parametrize("day", DAYS)
    @pytest.mark.parametrize("name", PERSONAS)
    def it_sends_a_complaint_to_the_police_alone(self, name, day):
        made = generate(persona(name), _day(day), ["ko"], ["complaint"])
        (document,) = (content for path, content in made.files.items() if "-complaint-" in path)
        (addressee,) = (line for line in texts(document) if line.rstrip().endswith("귀중"))
        assert "경찰" in addressee
        assert not any(office in addressee for office in ("검찰청", "공소청", "법원"))

    @settings(max_examples=15)
    @given(cases())
    def it_answers_for_any_case(self, case):
        for day in DAYS:
            found = survey(case, _day(day))
            assert [each.id for each in found if each.status is Status.OPEN] == [
                filing.id for filing in open_filings(case, _day(day))
            ]


class DescribeTheDayTheOfficesChanged:
    def _said(self, day: str, language: str = "ko") -> str:
        files = generate(_case(wishes={"alias": True}), _day(day), [language], ["complaint"]).files
        return "\n".join(line for content in files.values() for line in texts(content))

    def it_names_no_office_of_the_prosecution_before_it_exists(self):
        assert "공소청" not in self._said("2026-10-01")

    @pytest.mark.parametrize("day", ["2026-10-02", "2027-04-22"])
    def and_none_that_is_gone_after(self, day):
        said = self._said(day).replace("2026. 10. 2. 전 제출한 경우 검찰청 포함", "")
        assert "검찰청" not in said
        assert "공소청에는 고소장을 내지 않습니다" in said

    def it_prints_the_day_of_filing(self):
        assert "2026. 10. 2." in self._said("2026-10-02").replace("\u00a0", " ")


class DescribeTheStalkingOrder:
    def it_is_closed_on_its_eve_and_has_no_paper_on_its_day(self):
        eve, day = (_found(_case(), each)["stalking_protection_order"] for each in ("2027-04-21", "2027-04-22"))
        assert eve.status is Status.CLOSED
        assert day.status is Status.UNAVAILABLE
        assert day.instead.ko


class DescribeWhoMayComplain:
    @pytest.mark.parametrize("role", ["self", "legal_representative", "lawyer", "organisation"])
    def it_is_open_for(self, role):
        assert _found(_case(reporter={"role": role}))["complaint"].status is Status.OPEN

    def but_it_is_closed_for_a_third_party_who_may_accuse_instead(self):
        found = _found(_case(reporter={"role": "third_party"}))["complaint"]
        assert found.status is Status.CLOSED
        assert "고발" in found.instead.ko

    def and_undecided_before_anything_happened(self):
        found = _found(_case(incidents=[]))["complaint"]
        assert (found.status, found.missing) == (Status.UNKNOWN, ("incidents[].act",))


class DescribeAnAlias:
    @pytest.mark.parametrize(
        ("answer", "status"),
        [(True, Status.OPEN), (False, Status.CLOSED), (None, Status.UNKNOWN), ("unknown", Status.UNKNOWN)],
    )
    def it_depends_on_her_wish(self, answer, status):
        assert _found(_case(wishes={"alias": answer}))["alias_request"].status is status

    def and_on_a_sexual_crime(self):
        case = _case(wishes={"alias": True}, incidents=[{"id": "i", "act": "assault"}])
        assert _found(case)["alias_request"].status is Status.CLOSED


def it_finds_filings_by_their_presence_in_the_order_of_a_package():
    orders = [filing.order for filing in all_filings().values()]
    assert orders == sorted(orders)
    assert set(CORE) <= set(all_filings())
