"""Dates in three boxes, any of which may be empty; or in words; or known only by the day she learned of it."""

import re
from collections.abc import Mapping
from typing import Any

from legalkit.errors import InputError, Problem

DAY_BOXES = ("year", "month", "day")
WHEN_BOXES = (*DAY_BOXES, "time", "about", "until_year", "until_month", "until_day", "learned", "words")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WHOLE = re.compile(r"(\d{2}|\d{4})\s*[-./년]\s*(\d{1,2})(?:\s*[-./월]\s*(?:(\d{1,2})\s*[.일]?)?)?")


def read_day(form: Any, before: Any) -> Any:  # noqa: ANN401 -- plain data
    """One day, month or year out of its boxes, as ISO text.

    >>> read_day({"year": "2026", "month": "3", "day": ""}, None), read_day({"year": "2026. 3. 14."}, None)
    ('2026-03', '2026-03-14')

    Raises:
        InputError: a part that the others need is missing (``E-INTERVIEW-DATE-YEAR``, ``E-INTERVIEW-DATE-MONTH``).
    """
    return _day(form, "") if isinstance(form, Mapping) else form or None


def show_day(plain: Any) -> Any:  # noqa: ANN401
    """The boxes of a day.

    >>> show_day("2026-03")
    {'year': '2026', 'month': '3', 'day': ''}
    """
    parts = str(plain).split("-") if plain and plain not in ("unknown", "declined") else []
    shown = [part if place == 0 else str(int(part)) for place, part in enumerate(parts)]
    return dict(zip(DAY_BOXES, [*shown, "", "", ""], strict=False))


def read_when(form: Any, before: Any) -> Any:  # noqa: ANN401
    """When something happened, out of its boxes, as the case model writes it.

    >>> read_when({"year": "2026", "month": "3", "about": True}, None)
    {'on': '2026-03', 'about': True}
    >>> read_when({"words": "작년 여름"}, None)
    {'words': {'text': '작년 여름'}}

    Raises:
        InputError: a part is missing, or what is filled does not go together: both boxes and words
            (``E-INTERVIEW-DATE-BOTH``), a time and more than one day (``E-INTERVIEW-DATE-TIME``), the day of
            discovery and anything else (``E-INTERVIEW-DATE-LEARNED``). No box that is filled is left out in silence.
    """
    if not isinstance(form, Mapping):
        return form or None
    if set(form) - {*WHEN_BOXES, "none"}:
        raise InputError(Problem("E-INTERVIEW-FIELD"))
    told = {
        "first": _day(form, ""),
        "last": _day(form, "until_"),
        **{box: str(form.get(box) or "").strip() for box in ("time", "words")},
        **{box: form.get(box) is True for box in ("about", "learned")},
    }
    _go_together({name for name, each in told.items() if each})
    return _written(told, before if isinstance(before, Mapping) else {})


_APART = (
    ("E-INTERVIEW-DATE-BOTH", {"words"}, {"first", "last", "time"}),
    ("E-INTERVIEW-DATE-LEARNED", {"learned"}, {"last", "time", "words"}),
    ("E-INTERVIEW-DATE-TIME", {"time"}, {"last"}),
)
"""What does not go together: the first with any of the second."""


def _go_together(filled: set[str]) -> None:
    for code, one, others in _APART:
        if one <= filled and others & filled:
            raise InputError(Problem(code))
    if filled and not filled & {"first", "words"}:
        raise InputError(Problem("E-INTERVIEW-DATE-YEAR"))


def _written(told: Mapping[str, Any], before: Mapping[str, Any]) -> Any:  # noqa: ANN401
    about = {"about": True} if told["about"] else {}
    words, first = told["words"], told["first"]
    if words:
        held = before.get("words")
        return {"words": held if isinstance(held, Mapping) and held.get("text") == words else {"text": words}, **about}
    if not first:
        return None
    if told["learned"]:
        return {"learned": first, **about}
    if told["last"]:
        return {"start": first, "end": told["last"], **about}
    clock = {"time": told["time"].rjust(5, "0")} if told["time"] else {}
    zone = {"zone": before["zone"]} if before.get("zone") else {}
    return {"on": first, **clock, **about, **zone}


def show_when(plain: Any) -> Any:  # noqa: ANN401
    """The boxes of a when.

    >>> {box: each for box, each in show_when({"on": "2026-03-14", "time": "21:30"}).items() if each}
    {'year': '2026', 'month': '3', 'day': '14', 'time': '21:30'}
    """
    held = plain if isinstance(plain, Mapping) else {"on": plain}
    until = {f"until_{box}": part for box, part in show_day(held.get("end")).items()}
    words = held.get("words")
    return {
        **show_day(held.get("on") or held.get("start") or held.get("learned")),
        "time": held.get("time") or "",
        "about": held.get("about") is True,
        **until,
        "learned": "learned" in held,
        "words": words.get("text", "") if isinstance(words, Mapping) else words or "",
    }


def _day(form: Mapping[str, Any], prefix: str) -> str | None:
    year, month, day = (str(form.get(f"{prefix}{box}") or "").strip() for box in DAY_BOXES)
    whole = _WHOLE.fullmatch(year)
    if whole and not month and not day:
        year, month, day = (part or "" for part in whole.groups())
    year, month, day = _four(year.rstrip("년 ")), _month(month.rstrip("월 ")), day.rstrip("일 ")
    if (month or day) and not year:
        raise InputError(Problem("E-INTERVIEW-DATE-YEAR"))
    if day and not month:
        raise InputError(Problem("E-INTERVIEW-DATE-MONTH"))
    return "-".join(part.rjust(2, "0") for part in (year, month, day) if part) or None


def _four(year: str) -> str:
    """Two digits below 50 mean this century; others are refused by the case model rather than guessed."""
    return f"20{year}" if len(year) == 2 and year.isascii() and year.isdigit() and year < "50" else year


def _month(text: str) -> str:
    short = text[:3].lower()
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else text
