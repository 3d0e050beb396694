"""How an answer is written in a form, and how it is kept: one pair of functions a control.

What a form sends is text, lists of text, yes or no, and for controls of several boxes a mapping of them. What is kept
is plain data as in a case file. The case model judges it, not these functions: what they cannot read they pass on.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from legalkit.errors import InputError, Problem
from legalkit.interview._dates import DAY_BOXES, WHEN_BOXES, read_day, read_when, show_day, show_when

Form = Any
Plain = Any
NONE = "none"
"""A mapping with this key says ``unknown`` or ``declined`` for every control."""
ONLY = ""
"""The box of a question that has but one, where something stands in it beside ``none``."""
NO_ANSWERS = ("unknown", "declined")


@dataclass(frozen=True)
class Control:
    """A way to answer.

    Attributes:
        read: from what the form sent and what was kept before to what is kept; ``None`` if nothing was given.
        show: from what is kept to what the form shows.
        boxes: the boxes of a control that has several, with the control of each.
    """

    read: Callable[[Form, Plain], Plain]
    show: Callable[[Plain], Form]
    boxes: Mapping[str, str] | None = None


def no_answer(form: Form) -> str | None:
    """Whether the form says that she does not know or does not want to say.

    >>> no_answer({"none": "unknown"}), no_answer("declined"), no_answer({"none": ""})
    ('unknown', 'declined', None)
    """
    said = form.get(NONE) if isinstance(form, Mapping) else form
    return said if isinstance(said, str) and said in NO_ANSWERS else None


def _text(form: Form, before: Plain) -> Plain:
    if isinstance(form, str):
        return form.replace("\r\n", "\n").strip() or None
    return form


def _words(form: Form, before: Plain) -> Plain:
    said = _text(form, before)
    if isinstance(before, Mapping) and before.get("text") == said:
        return before
    return {"text": said} if isinstance(said, str) else said


def _show_words(plain: Plain) -> Form:
    return plain.get("text", "") if isinstance(plain, Mapping) else plain or ""


def _quote(form: Form, before: Plain) -> Plain:
    if not isinstance(form, Mapping):
        return _words(form, before)
    kept = {name: _text(form.get(name), None) for name in ("text", "translation") if form.get(name)}
    if not kept:
        return None
    same = isinstance(before, Mapping) and before.get("text") == kept.get("text") and "language" in before
    return {**kept, "language": before["language"]} if same else kept


def _show_quote(plain: Plain) -> Form:
    held = plain if isinstance(plain, Mapping) else {"text": plain or ""}
    return {name: held.get(name, "") for name in ("text", "translation")}


def _number(form: Form, before: Plain) -> Plain:
    if isinstance(form, str):
        digits = re.sub(r"[\s,]", "", form)
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else digits or None
    return form


def _yes_no(form: Form, before: Plain) -> Plain:
    return {"yes": True, "no": False, "": None}.get(form, form) if isinstance(form, str) else form


def _show_yes_no(plain: Plain) -> Form:
    return {True: "yes", False: "no"}.get(plain, "") if isinstance(plain, bool) else ""


def _list(form: Form, before: Plain) -> Plain:
    """Ticks: an empty list means that nothing was ticked, and is no answer."""
    return form or None


def _lines(form: Form, before: Plain) -> Plain:
    if isinstance(form, str):
        form = form.splitlines()
    if not isinstance(form, list):
        return form
    if not all(isinstance(line, str) for line in form):
        return form
    return list(dict.fromkeys(line.strip() for line in form if line.strip())) or None


def _boxes(name: str) -> Control:
    boxes = BOXES[name]

    def read(form: Form, before: Plain) -> Plain:
        if not isinstance(form, Mapping):
            return form or None
        unknown = set(form) - {*boxes, NONE}
        if unknown:
            raise InputError(Problem("E-INTERVIEW-FIELD"))
        held = before if isinstance(before, Mapping) else {}
        kept = {key: each for key, each in held.items() if key not in boxes}
        given = {box: CONTROLS[control].read(form.get(box), held.get(box)) for box, control in boxes.items()}
        filled = {box: each for box, each in given.items() if each is not None}
        return {**kept, **filled} if filled else None

    def show(plain: Plain) -> Form:
        held = plain if isinstance(plain, Mapping) else {}
        return {box: CONTROLS[control].show(held.get(box)) for box, control in boxes.items()}

    return Control(read, show, boxes)


BOXES: dict[str, dict[str, str]] = {
    "name": {"hangul": "line", "passport": "line", "romanised": "line"},
    "address": {"text": "words", "postcode": "line", "region": "choice", "country": "country"},
    "account": {"medium": "choice", "handle": "line", "number": "line", "url": "line"},
    "online": {"medium": "choice", "account": "line", "room": "line", "abroad": "yes_no_unknown", "words": "words"},
    "place": {"kind": "choice", "words": "words"},
    "money": {"amount": "number", "currency": "currency"},
    "diagnosis": {"weeks": "number", "words": "words"},
    "related": {
        "duplicate": "yes_no_unknown",
        "criminal": "yes_no_unknown",
        "civil": "yes_no_unknown",
        "details": "words",
    },
    "office": {"name": "line", "english": "line", "region": "choice"},
}
"""The boxes of the controls that have several, and the control of each."""


def _upper(form: Form, before: Plain) -> Plain:
    return form.strip().upper() or None if isinstance(form, str) else form


def _show_text(plain: Plain) -> Form:
    return plain if isinstance(plain, str) else "" if plain is None else str(plain)


def _yes_no_unknown(form: Form, before: Plain) -> Plain:
    return form if form in NO_ANSWERS else _yes_no(form, before)


def _kinds(boxes: tuple[str, ...]) -> dict[str, str]:
    """The boxes of a date, and the control of each."""
    return {name: _DATE_KINDS.get(name, "number") for name in boxes}


_DATE_KINDS = {"about": "tick", "learned": "tick", "words": "words", "time": "line"}

CONTROLS: dict[str, Control] = {
    "line": Control(_text, _show_text),
    "words": Control(_words, _show_words),
    "quote": Control(_quote, _show_quote, {"text": "words", "translation": "words"}),
    "number": Control(_number, _show_text),
    "choice": Control(_text, _show_text),
    "country": Control(_upper, _show_text),
    "currency": Control(_upper, _show_text),
    "choices": Control(_list, lambda plain: plain if isinstance(plain, list) else []),
    "list_of_lines": Control(_lines, lambda plain: "\n".join(plain) if isinstance(plain, list) else ""),
    "yes_no": Control(_yes_no, _show_yes_no),
    "yes_no_unknown": Control(_yes_no_unknown, lambda plain: plain if plain in NO_ANSWERS else _show_yes_no(plain)),
    "date": Control(read_when, show_when, _kinds(WHEN_BOXES)),
    "day": Control(read_day, show_day, _kinds(DAY_BOXES)),
}
CONTROLS |= {name: _boxes(name) for name in BOXES}
