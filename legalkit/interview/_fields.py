"""One question as a screen draws it: its words, why it is asked, where it appears, what may be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from legalkit.case.paths import covers
from legalkit.filings import all_filings
from legalkit.filings._words import sentence
from legalkit.interview import _cards, _check
from legalkit.interview._bound import BOUND
from legalkit.interview._controls import CONTROLS, NONE, ONLY, Form, no_answer
from legalkit.interview._options import BOX_TABLES, Option, options, table
from legalkit.interview._proposals import provision_key
from legalkit.interview._questions import Part, Question
from legalkit.interview._reading import Reading
from legalkit.interview._tree import placed
from legalkit.interview._words import coded, has, said
from legalkit.interview.draft import Draft
from legalkit.settings import LIMITS


@dataclass(frozen=True)
class Box:
    """One box of a field that has several.

    Attributes:
        name: its key in the form value.
        label: its words.
        control: ``line``, ``words``, ``list_of_lines``, ``number``, ``choice``, ``choices``, ``country``, ``currency``,
            ``tick``, ``yes_no``, ``yes_no_unknown``.
        options: of a choice.
        place: among all the boxes the question can have.
        over: words over it and those that follow with the same words; empty if it needs none.
    """

    name: str
    label: str
    control: str
    options: tuple[Option, ...] = ()
    place: int = 0
    over: str = ""


@dataclass(frozen=True)
class Asked:
    """One question as its boxes need it to be read: :class:`Field` says what its attributes are."""

    path: str
    key: str
    control: str
    boxes: tuple[Box, ...]
    unknown: bool
    declined: bool


@dataclass(frozen=True)
class Field(Asked):
    """One question as it is drawn.

    Attributes:
        path: key in the values handed to :func:`legalkit.interview.answer`.
        key: stays the same when entries before it go: for the drawing component.
        control: how it is answered.
        label: the question.
        hint: one short sentence, or empty.
        why: why it is asked; never empty where ``sensitivity`` is above 1.
        appears: titles of the papers it will stand in.
        readers: who will read those papers, each once.
        sensitivity: 1 to 3.
        optional: whether it is marked so.
        unknown, declined: whether "I do not know" and "I would rather not say" are offered.
        options: what to choose from.
        boxes: the boxes of a field that has several.
        value: what is answered so far, as the form shows it; as it was typed where it was not accepted.
        none: ``"unknown"``, ``"declined"`` or empty.
        most: most characters of a text; 0 if it is no text.
        aids: memory aids that may be skipped.
        parts: paths of what it asks for at once, where that is more than one answer.
    """

    label: str
    hint: str
    why: str
    appears: tuple[str, ...]
    readers: tuple[str, ...]
    sensitivity: int
    optional: bool
    options: tuple[Option, ...]
    value: Form
    none: str
    most: int
    aids: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def field(reading: Reading, question: Question, at: str) -> Field:
    """One question as it is drawn, for one entry."""
    draft, path = reading.draft, placed(question.path, at)
    full, question = question, reading.narrowed(question, at)
    none = takes_no_answer(question)
    appears = papers(reading, question, printed=True)
    return Field(
        path=path,
        key=_key(draft, question, at),
        control=question.control,
        label=said(draft, f"question.{question.key}"),
        hint=_hint(draft, question),
        why=why(draft, question),
        appears=tuple(_title(reading, name) for name in appears),
        readers=_readers(reading, appears),
        sensitivity=question.sensitive,
        optional=question.optional,
        unknown=none,
        declined=none,
        options=tuple(options(reading, question, at)) if _plain(question) else (),
        boxes=_boxes(draft, question, full),
        value=_value(draft, question, path, at),
        none=no_answer(draft.typed.get(path)) or no_answer(shown(draft, question, at)) or "",
        most=_most(question),
        aids=tuple(said(draft, f"aid.{question.key}").split("\n")) if has(draft, f"aid.{question.key}") else (),
        parts=tuple(placed(each.path, at) for each in question.parts.values()),
    )


def _hint(draft: Draft, question: Question) -> str:
    """Its own hint, or those of its parts."""
    keys = [question.key, *(each.path.replace("[]", "") for each in question.parts.values())]
    return " ".join(said(draft, f"hint.{key}") for key in keys if has(draft, f"hint.{key}"))


def outline(draft: Draft, question: Question, at: str) -> Asked:
    """One question without its words."""
    none = takes_no_answer(question)
    boxes = tuple(Box(name, "", kind, place=n) for n, (name, kind) in enumerate(_kinds(question).items()))
    return Asked(placed(question.path, at), _key(draft, question, at), question.control, boxes, none, none)


def _key(draft: Draft, question: Question, at: str) -> str:
    return f"{question.key}-{draft.read(f'{at}.id')}" if at else question.key


def _value(draft: Draft, question: Question, path: str, at: str) -> Form:
    """What was typed and not accepted, if a form of this kind can hold it; else the answer so far."""
    own = shown(draft, question, at)
    typed = draft.typed.get(path)
    if isinstance(typed, Mapping) and ONLY in typed:
        return typed[ONLY]
    fits = isinstance(typed, str | list | dict) and (type(typed) is type(own) or isinstance(own, Mapping))
    return typed if fits else own


def shown(draft: Draft, question: Question, at: str) -> Form:
    """What a form shows for the answer so far; for *unknown* and *declined* ``{"none": …}``."""
    if question.parts:
        return _cards.show(draft, question, at)
    if question.control in BOUND and question.control != "obtained":
        return BOUND[question.control].show(draft, at)
    held = draft.read(placed(question.path, at))
    if no_answer(held):
        return {NONE: held}
    if question.control == "obtained":
        return BOUND["obtained"].show(draft, at)
    if question.control == "entries":
        return ""
    if question.control == "provisions":
        return [provision_key(each) for each in held or ()]
    return CONTROLS[question.control].show(held)


def takes_no_answer(question: Question) -> bool:
    """Whether *I do not know* and *I would rather not say* are offered: wherever the case model takes them."""
    if question.parts:
        return any(_check.allows_no_answer(each.path) for each in question.parts.values())
    if question.control in ("rest", "obtained"):
        return True
    if question.control in BOUND or question.control in ("entries", "provisions") or question.always:
        return False
    return not question.path.endswith("[]") and _check.allows_no_answer(question.path)


def why(draft: Draft, question: Question) -> str:
    """Why a question is asked, or each part of a card: in its own words, else in those of what it belongs to."""
    keys = [each.path.replace("[]", "") for each in question.parts.values()] or [question.key]
    return " ".join(dict.fromkeys(filter(None, (_why(draft, key.split(".")) for key in keys))))


def _why(draft: Draft, steps: list[str]) -> str:
    keys = (f"why.{'.'.join(steps[:length])}" for length in range(len(steps), 0, -1))
    return next((said(draft, key) for key in keys if has(draft, key)), "")


def papers(reading: Reading, question: Question, *, printed: bool) -> tuple[str, ...]:
    """Ids of the wanted papers an answer stands in (``printed``), or that it only decides."""
    found = _standing(question.reads or (question.path,), printed)
    return tuple(name for name in found if name in reading.wanted)


@cache
def _standing(paths: tuple[str, ...], printed: bool) -> tuple[str, ...]:  # noqa: FBT001
    """Ids of all papers any of the paths stands in, or that it only decides."""
    found = ((name, each.prints if printed else each.decides) for name, each in all_filings().items())
    return tuple(name for name, patterns in found if any(_touch(each, path) for each in patterns for path in paths))


def _touch(pattern: str, path: str) -> bool:
    return covers(pattern, path) or covers(path, pattern)


def _title(reading: Reading, name: str) -> str:
    title = reading.surveyed[name].title
    return title.ko if reading.draft.language == "ko" else title.en


def _readers(reading: Reading, names: tuple[str, ...]) -> tuple[str, ...]:
    words = [sentence("readers", all_filings()[name].seen_by) for name in names]
    return tuple(dict.fromkeys(each.ko if reading.draft.language == "ko" else each.en for each in words))


def _plain(question: Question) -> bool:
    return question.control not in CONTROLS or CONTROLS[question.control].boxes is None


def _most(question: Question) -> int:
    return {"story": LIMITS.text, "words": LIMITS.text, "line": LIMITS.line}.get(question.control, 0)


def _kinds(question: Question) -> Mapping[str, str]:
    """The boxes of a question by name, and the control of each; none if it has but one."""
    control = question.control
    if question.parts:
        return {name: kind for name, (_, kind) in _cards.boxes_of(question).items()}
    own = CONTROLS[control].boxes if control in CONTROLS else None
    return _BOUND_BOXES.get(control) or own or {}


def _boxes(draft: Draft, question: Question, full: Question) -> tuple[Box, ...]:
    """The boxes of a question, or of those parts of a card that are asked; each knows its place in the full one."""
    if not question.parts:
        kinds = enumerate(_kinds(question).items())
        return tuple(_box(draft, question, name, kind, place) for place, (name, kind) in kinds)
    places = {name: place for place, name in enumerate(_cards.boxes_of(full))}
    drawn = _cards.boxes_of(question).items()
    return tuple(_part_box(draft, name, places[name], *each) for name, each in drawn)


def _part_box(draft: Draft, name: str, place: int, part: Part, kind: str) -> Box:
    """A box of a card: a part with one box has the words of its own question."""
    _, _, box = name.partition(".")
    own = said(draft, f"question.{part.path.replace('[]', '')}")
    words = said(draft, _words_of(part.control, box)) if box else own
    codes = BOX_TABLES.get(box, part.options)
    found = table(codes) if kind in ("choice", "choices") else []
    offered = tuple(Option(code, coded(draft, codes, code)) for code in found)
    return Box(name, words, kind, offered, place, own if part.control in WORDS_OVER else "")


def _words_of(control: str, box: str) -> str:
    """What the words of a box stand under."""
    return f"box.{'date' if control == 'day' else control}.{box}"


WORDS_OVER = ("date", "day", "quote")
"""Parts of a card whose boxes do not tell by themselves what they ask."""


_BOUND_BOXES = {"exhibit": {"kind": "choice", "words": "words"}, "obtained": {"how": "choice", "words": "words"}}


def _box(draft: Draft, question: Question, name: str, kind: str, place: int) -> Box:
    codes = BOX_TABLES.get(name, "")
    if question.control in _BOUND_BOXES and kind == "choice":
        codes = question.options
    found = tuple(Option(code, coded(draft, codes, code)) for code in table(codes)) if kind == "choice" else ()
    return Box(name, said(draft, _words_of(question.control, name)), kind, found, place)
