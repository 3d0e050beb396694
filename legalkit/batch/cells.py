"""What a cell means, by the kind of its column; what a spreadsheet did to it is undone and said."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from legalkit.batch.columns import Column, Kind, choices, plain_heading
from legalkit.errors import Problem

T = TypeVar("T")
Read = tuple[Any, Problem | None]
"""What the case gets, and what is to be said about it."""

_ANSWERS: dict[str, object] = {
    **dict.fromkeys(("yes", "y", "true", "예", "네", "o", "1", "있음", "맞음"), True),
    **dict.fromkeys(("no", "n", "false", "아니오", "아니요", "x", "0", "없음"), False),
}
_NO_ANSWERS = {
    **dict.fromkeys(("unknown", "모름", "알수없음", "불상", "미상"), "unknown"),
    **dict.fromkeys(("declined", "답하지않음", "답변거부", "말하지않음"), "declined"),
}
_FIRST_DAY = date(1899, 12, 30)
_SERIALS = range(10_000, 80_000)
"""Days written as numbers, 1927 to 2119; a year alone is smaller."""
_DAY_ALONE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_RANGE = re.compile(r"(\d{4}\D.*?\d.*?)\s*(?:~|〜|～|부터|\s-\s|–)\s*(\d{4}\D.*?\d.*?)(?:까지)?")
_ABOUT = re.compile(r"(?:about |약 ?)?(.*?\d.*?)\s?경?")
_MOBILE_OR_CITY = re.compile(r"1[016789]\d{7,8}|2\d{7,8}|[3-6][1-5]\d{7,8}|70\d{8}|50\d{8,9}")
_POSTCODE_DIGITS = 5
_EXACT = 10**15
"""From here on a spreadsheet has replaced the last digits of a number by zeros."""


def read_cell(column: Column, cell: object, epoch: int = 0) -> Read:
    """What a cell means for its column.

    Args:
        column: whose cell.
        cell: not empty.
        epoch: days to add to a day that is a number.

    >>> from legalkit.batch.columns import headings
    >>> read_cell(headings("cases")["victimphone"], 1012345678.0)[0]
    '01012345678'
    """
    if isinstance(cell, float) and abs(cell) >= _EXACT and column.kind is not Kind.NUMBER:
        return None, Problem("E-BATCH-DIGITS")
    no_answer = _named(_NO_ANSWERS, _text(cell)) if column.answerable else None
    return (no_answer, None) if no_answer is not None else _READERS[column.kind](column, cell, epoch)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.strip() if isinstance(cell, str) else str(cell)


def _named(known: Mapping[str, T], words: str) -> T | None:
    """What words name, alone or as a list to choose from shows them: ``code · word / word``, ``word / word``."""
    tries = (words, words.partition("·")[0], words.partition("/")[0])
    return next((known[name] for each in tries if (name := plain_heading(each)) in known), None)


def _as_text(column: Column, cell: object, epoch: int) -> Read:
    return _text(cell), None


def _as_choice(column: Column, cell: object, epoch: int) -> Read:
    return _code(column, _text(cell)), None


def _code(column: Column, words: str) -> str:
    """The code that words name; what names none is left for the case model to refuse."""
    assert column.codes is not None
    found = _named(choices(column.codes), words)
    return words if found is None else found


def _as_choices(column: Column, cell: object, epoch: int) -> Read:
    assert column.codes is not None
    whole = choices(column.codes).get(plain_heading(_text(cell)))  # words may hold a comma of their own
    return [whole] if whole else [_code(column, part) for part in _parts(_text(cell))], None


def _as_list(column: Column, cell: object, epoch: int) -> Read:
    words = _text(cell)
    if "://" in words:  # the address of a page may hold commas
        return [part.strip(",;") for part in words.split()], None
    return [part for part in re.split(r"[,;\s]+", words) if part], None


def _parts(words: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", words) if part.strip()]


def _as_yes_no(column: Column, cell: object, epoch: int) -> Read:
    found = cell if isinstance(cell, bool) else _named(_ANSWERS, _text(cell))
    return (_text(cell) if found is None else found), None


def _as_number(column: Column, cell: object, epoch: int) -> Read:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell), None
    digits = _text(cell).replace(",", "")
    return (int(digits) if digits.isascii() and digits.isdigit() else _text(cell)), None


def _as_date(column: Column, cell: object, epoch: int) -> Read:
    """A day; a number that is one is turned back and said, as nobody can see whether it is right."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes"), None
    if isinstance(cell, date):
        return cell.isoformat(), None
    words = _text(cell)
    if words.isascii() and words.isdigit() and int(words) in _SERIALS:
        return (_FIRST_DAY + timedelta(int(words) + epoch)).isoformat(), Problem("W-BATCH-SERIAL-DATE")
    return ("-".join(alone.groups()) if (alone := _DAY_ALONE.fullmatch(words)) else words), None


def _as_when(column: Column, cell: object, epoch: int) -> Read:
    """A day, a range, or about a day; with a time of day if it has one."""
    words, note = _as_date(column, cell, epoch)
    if ends := _RANGE.fullmatch(words):
        return {"start": ends[1], "end": ends[2]}, note
    about = _ABOUT.fullmatch(words)
    return ({"on": about[1], "about": True} if about and about[1] != words else words), note


def _as_phone(column: Column, cell: object, epoch: int) -> Read:
    words = _text(cell)
    digits = re.sub(r"[\s-]", "", words)
    if _MOBILE_OR_CITY.fullmatch(digits):
        return f"0{words}", Problem("W-BATCH-PHONE-ZERO")
    return words, None


def _as_postcode(column: Column, cell: object, epoch: int) -> Read:
    words = _text(cell)
    if words.isascii() and words.isdigit() and len(words) == _POSTCODE_DIGITS - 1:
        return f"0{words}", Problem("W-BATCH-POSTCODE-ZERO")
    return words, None


_READERS: dict[Kind, Callable[[Column, object, int], Read]] = {
    Kind.TEXT: _as_text,
    Kind.CHOICE: _as_choice,
    Kind.CHOICES: _as_choices,
    Kind.YES_NO: _as_yes_no,
    Kind.DATE: _as_date,
    Kind.WHEN: _as_when,
    Kind.NUMBER: _as_number,
    Kind.LIST: _as_list,
    Kind.PHONE: _as_phone,
    Kind.POSTCODE: _as_postcode,
    Kind.CASE: _as_text,
    Kind.PARENT: _as_text,
    Kind.ROOM: _as_text,
}
