"""What a filing says that it reads is what it reads, and what it says that it prints is what it prints."""

import datetime
from functools import lru_cache
from pathlib import PurePath

import pytest

from legalkit.case import Case, read_case
from legalkit.case.codes import ReporterRole
from legalkit.case.paths import covered
from legalkit.docx import texts
from legalkit.filings import Filing, Status, all_filings
from legalkit.filings._filing import closed, opened, undecided
from legalkit.package import generate
from tests.support.markers import Marks, full
from tests.support.recording import recording

DAY = datetime.date(2026, 11, 22)
CORE = ("complaint", "evidence_index", "alias_request", "confidential_sheet", "next_steps")
ALL = sorted(all_filings())
OPEN_NAME, NO_CONTACT = {"wishes": {"alias": False}}, {"contact": {}}
VARIANTS = [
    (ReporterRole.SELF, True, {}),
    (ReporterRole.SELF, False, OPEN_NAME | NO_CONTACT | {"provisions": []}),
    (ReporterRole.LEGAL_REPRESENTATIVE, False, NO_CONTACT),
    (ReporterRole.LEGAL_REPRESENTATIVE, True, OPEN_NAME),
    (ReporterRole.LAWYER, False, {}),
    (ReporterRole.THIRD_PARTY, True, {}),
]
"""Who reports, dates in words or exact, and what is changed."""
ON_THE_SHEET_IF_MASKED = (
    "accused[].accounts[]", "incidents[].online", "incidents[].entries[]", "incidents[].urls", "exhibits[].url",
    "exhibits[].online", "exhibits[].files[].name", "incidents[].place",
)  # fmt: skip
"""Printed on the confidential sheet only where a name stands in them, or the place is hers; tested with the sheet."""


@lru_cache
def _cases() -> list[tuple[Case, Marks]]:
    found = []
    for role, words, change in VARIANTS:
        marks = Marks()
        found.append((full(role, marks, words=words, change=change), marks))
    return found


def _reads(filing: Filing) -> tuple[set[str], set[str]]:
    """Paths that the gate and the content look at, in any of the cases; the second also what only leads to others."""
    seen: set[str] = set()
    passed: set[str] = set()
    for case, _ in _cases():
        with recording(case) as record:
            if filing.gate(case, DAY).status is Status.OPEN:
                filing.content(case, DAY)
        seen, passed = seen | record.seen, passed | record.passed
    return seen, passed


def _declared(paths: frozenset[str], path: str) -> bool:
    return covered(paths, path) or any(each.startswith((f"{path}.", f"{path}[")) for each in paths)


@lru_cache
def _documents() -> list[tuple[Marks, dict[str, str]]]:
    """The text of the bilingual document of each open core filing, for each case."""
    found = []
    for case, marks in _cases():
        opened = [name for name in CORE if all_filings()[name].gate(case, DAY).status is Status.OPEN]
        made = generate(case, DAY, ["bilingual"], opened)
        said = {PurePath(path).stem[3:].rpartition("-")[0]: texts(content) for path, content in made.files.items()}
        found.append((marks, {name: "\n".join(lines) for name, lines in said.items()}))
    return found


def _printed(name: str) -> tuple[set[str], set[str]]:
    """Paths whose mark stands in the documents of a filing, and all paths that have one."""
    printed = {path for marks, said in _documents() for path in marks.found(said.get(name, ""))}
    return printed, {path for marks, _ in _documents() for path in marks.by_path}


@pytest.mark.parametrize("name", ALL)
def it_looks_at_no_answer_that_it_does_not_declare(name):
    filing = all_filings()[name]
    seen, _ = _reads(filing)
    assert {path for path in seen if not path.endswith(".id") and not _declared(filing.reads, path)} == set()


@pytest.mark.parametrize("name", CORE)
def it_declares_no_answer_that_it_never_looks_at(name):
    filing = all_filings()[name]
    _, passed = _reads(filing)
    idle = {each for each in filing.reads if not any(_declared(frozenset({path}), each) for path in passed)}
    idle = {each for each in idle if not any(covered([each], path) for path in passed)}
    if name == "confidential_sheet":
        idle = {each for each in idle if not covered(ON_THE_SHEET_IF_MASKED, each)}
    assert idle == set()


@pytest.mark.parametrize("name", CORE)
def it_prints_no_answer_that_it_does_not_declare(name):
    filing = all_filings()[name]
    printed, _ = _printed(name)
    assert {path for path in printed if not covered(filing.prints, path)} == set()


@pytest.mark.parametrize("name", CORE)
def it_prints_every_text_that_it_declares(name):
    filing = all_filings()[name]
    printed, every = _printed(name)
    promised = {path for path in every if covered(filing.prints, path)}
    if name == "confidential_sheet":
        promised = {path for path in promised if not covered(ON_THE_SHEET_IF_MASKED, path)}
    assert promised - printed == set()


class DescribeAGate:
    def it_says_why_it_is_open(self):
        assert opened("sheet_open").status is Status.OPEN
        assert opened("sheet_open").reason.ko.endswith(".")

    def it_says_what_to_do_where_it_is_closed(self):
        gate = closed("complaint_third_party", instead="complaint_instead")
        assert (gate.status, bool(gate.instead)) == (Status.CLOSED, True)
        assert not closed("alias_not_wished").instead

    def it_names_the_questions_that_would_tell(self):
        assert undecided("alias_not_asked", ["wishes.alias"]).missing == ("wishes.alias",)


class DescribeWhatAFilingLacks:
    def it_lacks_what_was_never_asked(self):
        case = read_case({"id": "case-1", "reporter": {"role": "self"}})
        assert "victim.name" in all_filings()["complaint"].lacks(case)

    @pytest.mark.parametrize("answer", ["unknown", "declined"])
    def but_unknown_and_declined_are_answers(self, answer):
        case = read_case({"id": "case-1", "reporter": {"role": "self"}, "victim": {"name": answer}})
        assert "victim.name" not in all_filings()["complaint"].lacks(case)

    def it_lacks_what_one_of_many_has_not(self):
        incidents = [{"id": "a", "act": "fake", "when": "2026"}, {"id": "b", "act": "fake"}]
        case = read_case({"id": "case-1", "reporter": {"role": "self"}, "incidents": incidents})
        assert "incidents[].when" in all_filings()["complaint"].lacks(case)
