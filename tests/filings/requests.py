"""What the tests of the request papers share beside ``papers``: which they are, the case they ask about, its status."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from legalkit.case import Case, read_case
from legalkit.docx import Language
from legalkit.filings import Status, all_filings, survey
from tests.filings import papers

DAY = papers.DAY
REQUESTS = (
    "stalking_measures_request",
    "stalking_emergency_request",
    "safety_measures_request",
    "state_lawyer_request",
    "trusted_person_request",
    "power_of_attorney",
    "deletion_support_request",
    "illegal_content_report",
)
Data = dict[str, Any]


def data(name: str = "stalked") -> Data:
    """A case as plain data, to be changed at will."""
    return papers.answers(name)


def changed(change: Callable[[Data], object], name: str = "stalked") -> Case:
    """A case after a change of its data."""
    found = data(name)
    change(found)
    return read_case(found)


def by_an_agent(found: Data) -> Data:
    """The same case, handed in by a counselling centre."""
    person = {
        "name": {"hangul": "구담은", "romanised": "Gu Dam-eun"},
        "organisation": "새벽상담소",
        "phone": "02-000-7000",
    }
    return {**found, "reporter": {"role": "organisation", "mandate": True, "person": person}}


def stalked(*acts: Data, **rest: Any) -> Case:
    """A case of these acts alone, done by one person she names, against her will."""
    base = {"actor": "ex", "will": True, "feelings": ["fear"]}
    incidents = [{"id": f"i{n}", **base, **act} for n, act in enumerate(acts)]
    return papers.bare(accused=[{"id": "ex", "name": "홍길상"}], incidents=incidents, **rest)


def status(case: Case, filing: str, day: date = DAY) -> str:
    return next(each.status.value for each in survey(case, day) if each.id == filing)


def missing(case: Case, filing: str, day: date = DAY) -> set[str]:
    """The questions that would tell, of a filing that is neither open nor closed."""
    found = next(each for each in survey(case, day) if each.id == filing)
    assert found.status is Status.UNKNOWN
    return set(found.missing)


def document(case: Case, filing: str, language: str = "ko", day: date = DAY) -> bytes:
    return papers.document(all_filings()[filing], case, Language(language), day)


def said(case: Case, filing: str, language: str = "ko", day: date = DAY) -> str:
    """The text of a paper, one space for any run of spaces."""
    return re.sub(r"\s+", " ", papers.says(all_filings()[filing], case, Language(language), day))
