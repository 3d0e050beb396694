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
        InputError: a part is missing, or both boxes and words are filled (``E-INTERVIEW-DATE-BOTH``).
    """
    if not isinstance(form, Mapping):
        return form or None
    if set(form) - {*WHEN_BOXES, "none"}:
        raise InputError(Problem("E-INTERVIEW-FIELD"))
    first, last = _day(form, ""), _day(form, "until_")
    words = str(form.get("words") or "").strip()
    if words and (first or last):
        raise InputError(Problem("E-INTERVIEW-DATE-BOTH"))
    if words:
        held = before.get("words") if isinstance(before, Mapping) else None
        return {"words": held if isinstance(held, Mapping) and held.get("text") == words else {"text": words}}
    return _dated(form, first, last, before)


def _dated(form: Mapping[str, Any], first: str | None, last: str | None, before: Any) -> Any:  # noqa: ANN401
    if last and not first:
        raise InputError(Problem("E-INTERVIEW-DATE-YEAR"))
    if not first:
        return None
    if form.get("learned") is True and not last:
        return {"learned": first}
    about = {"about": True} if form.get("about") is True else {}
    if last:
        return {"start": first, "end": last, **about}
    clock = str(form.get("time") or "").strip()
    zone = {"zone": before["zone"]} if isinstance(before, Mapping) and before.get("zone") else {}
    return {"on": first, **({"time": clock.rjust(5, "0")} if clock else {}), **about, **zone}


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
