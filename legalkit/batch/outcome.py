"""What became of a case, ready to be reported: made where the work is done, so that only lines and cells travel."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from legalkit.batch.places import Found, Place
from legalkit.filings import Status, Surveyed, all_filings
from legalkit.language import LANGUAGES, Language, field_name, problem_text, text


class Fate(StrEnum):
    """What became of a case."""

    MADE = "made"
    VALID = "valid"
    FAILED = "failed"


@dataclass(frozen=True)
class Outcome:
    """What became of a case.

    Attributes:
        number: of the case in the input, from 0.
        fate: made, valid (only checked) or failed.
        line: of ``report.jsonl``, in UTF-8.
        row: of the sheet of cases of ``report.xlsx``.
        problems: rows of its sheet of problems.
    """

    number: int
    fate: Fate
    line: bytes
    row: tuple[str | int, ...]
    problems: tuple[tuple[str | int, ...], ...]


def outcome(
    number: int,
    case_id: str,
    place: Place,
    found: Sequence[Found],
    speech: Language,
    *,
    fate: Fate = Fate.FAILED,
    files: Iterable[str] = (),
    survey: Sequence[Surveyed] = (),
) -> Outcome:
    """Puts together what is said of a case: of the filings there are papers for, the same columns for every case.

    Its id is said only if it is one: another might be a person's name.
    """
    names, survey = sorted(files), [each for each in survey if each.id in all_filings()]
    told = {
        "case": case_id,
        "place": _place(place),
        "status": fate,
        "files": names,
        "filings": [_filing(each) for each in survey],
        "problems": [_problem(each) for each in found],
    }
    row: tuple[str | int, ...] = (
        case_id, place.row, text(f"batch.fate.{fate}", speech), len(names),
        _missing(survey, speech), len(found),
    )  # fmt: skip
    row = (*row, *(_status(each, speech) for each in survey))
    line = _line(told)
    return Outcome(number, fate, line, row, tuple(problem_row(case_id, each, speech) for each in found))


def problem_row(case_id: str, found: Found, speech: Language) -> tuple[str | int, ...]:
    """One row of the sheet of problems: case, sheet, row, column, field, code, what it is and how to mend it."""
    problem, place = found.problem, found.place
    sheet = text(f"batch.sheet.{place.sheet}", speech) if place.sheet.isalpha() else place.sheet
    return (
        case_id, sheet, place.row or "", place.column, field_name(problem.path, speech), problem.code,
        problem_text(problem, speech),
    )  # fmt: skip


def general_line(found: Found) -> bytes:
    """The line of ``report.jsonl`` for a problem that belongs to no case."""
    return _line({"case": "", "problems": [_problem(found)]})


def _line(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode() + b"\n"


def _place(place: Place) -> Mapping[str, Any]:
    return {"sheet": place.sheet, "row": place.row, "column": place.column}


def _problem(found: Found) -> Mapping[str, Any]:
    problem = found.problem
    mend = {language: problem_text(problem, language) for language in LANGUAGES}
    return {**_place(found.place), "field": problem.path, "code": problem.code, "mend": mend}


def _filing(each: Surveyed) -> Mapping[str, Any]:
    reason = {"ko": each.reason.ko, "en": each.reason.en}
    provision = {"ko": each.provision.ko, "en": each.provision.en}
    told = {"id": each.id, "status": each.status, "reason": reason, "provision": provision}
    return {**told, "missing": list(each.missing), "needs_checking": not each.sure}


def _missing(survey: Sequence[Surveyed], speech: Language) -> str:
    paths = dict.fromkeys(path for each in survey if each.status is not Status.CLOSED for path in each.missing)
    return ", ".join(field_name(path, speech) for path in paths)


def _status(each: Surveyed, speech: Language) -> str:
    status = text(f"status.{each.status}", speech)
    if each.status is Status.OPEN:
        return status
    return f"{status}: {each.reason.ko if speech == 'ko' else each.reason.en}"
