"""From the questions of a page to the boxes that are drawn, and from what the boxes hold back to answers.

Pure: no screen is touched here.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from legalkit.interview import Asked, Box, Field, Option

Kind = Literal["line", "text", "number", "one", "many", "tick"]
NONE_ORDER = ("unknown", "declined")

_TEXTS = ("words", "story", "list_of_lines", "entries")
_YES_NO = ("yes_no", "yes_no_unknown")
_MANY = ("choices", "harms", "did", "shows", "wishes", "safe", "provisions", "filings")
_LINES = {"story": 12, "entries": 8, "list_of_lines": 6}


@dataclass(frozen=True)
class Widget:
    """One box.

    Attributes:
        id: in the page.
        path: of the question.
        box: which box of it; empty if it has one, ``"none"`` for "I do not know" and "I would rather not say".
        kind: a line, a text, a number, one of several, many of several, a tick.
        label: its words.
        choices: words and code of each.
        value: what it holds when it is drawn.
        lines: height of a text.
        most: most characters.
        titled: whether its words stand over it; those of a question with one box stand over the question.
        part: of a part of a card whose words stand over its boxes: ``over`` for the first, which has them before its
            own, ``under`` for those that follow; else empty.
    """

    id: str
    path: str
    box: str
    kind: Kind
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    value: Any = None
    lines: int = 1
    most: int = 0
    titled: bool = False
    part: Literal["", "over", "under"] = ""


@dataclass(frozen=True)
class Drawn:
    """One question with its boxes.

    Attributes:
        field: the question.
        id: in the page; the first part of the id of each of its boxes.
        widgets: its boxes, in order.
    """

    field: Field
    id: str
    widgets: tuple[Widget, ...]

    @property
    def alone(self) -> bool:
        """Whether it has one box without a name of its own, which then stands for the question."""
        return len(self.widgets) == 1 and not self.field.boxes

    @property
    def anchors(self) -> dict[str, str]:
        """Ids of what links to it and to its parts lead to, by path; to a part the first of its boxes."""
        first: dict[str, str] = {}
        for widget in self.widgets:
            first.setdefault(widget.box.partition(".")[0], widget.id)
        whole = self.widgets[0].id if self.alone else self.id
        return {self.field.path: whole, **dict(zip(self.field.parts, first.values(), strict=False))}


def plan(fields: Sequence[Field], words: Mapping[str, str]) -> tuple[Drawn, ...]:
    """The boxes of a page.

    Args:
        fields: its questions.
        words: of ``yes``, ``no``, ``unknown`` and ``declined``.
    """
    drawn = (Drawn(each, _id(each), tuple(_widgets(each, _id(each), words))) for each in fields)
    return tuple(each for each in drawn if _can_be_answered(each))


def _can_be_answered(drawn: Drawn) -> bool:
    """Not where there is nothing to choose from yet: which incident an exhibit shows, before any was told."""
    return any(widget.choices or widget.kind not in ("one", "many") for widget in drawn.widgets)


def _id(field: Asked) -> str:
    """Stays the same for a question whatever comes and goes around it, and does not tell which it is."""
    return "f" + hashlib.blake2b(field.key.encode(), digest_size=5).hexdigest()


def _widgets(field: Field, name: str, words: Mapping[str, str]) -> Iterator[Widget]:
    if field.boxes:
        value = field.value if isinstance(field.value, Mapping) else {}
        over = ""
        for box in field.boxes:
            drawn = _boxed(field, box, f"{name}-{box.place}", value.get(box.name), words)
            yield _under(drawn, box.over, first=box.over != over)
            over = box.over
        if field.unknown or field.declined:
            yield _none(field, name, words)
        return
    kind = _kind(field.control)
    yield Widget(
        id=f"{name}-0",
        path=field.path,
        box="",
        kind=kind,
        label=field.label,
        choices=_choices(field, words) if kind in ("one", "many") else (),
        value=_value(field, kind),
        lines=_LINES.get(field.control, 3),
        most=field.most,
    )
    if kind != "one" and (field.unknown or field.declined):
        yield _none(field, name, words)


def _under(widget: Widget, over: str, *, first: bool) -> Widget:
    """A box of a part of a card, below the words of the part."""
    if not over:
        return widget
    return replace(widget, label=f"{over}\n{widget.label}", part="over") if first else replace(widget, part="under")


def _kind(control: str) -> Kind:
    if control in _MANY:
        return "many"
    if control in (*_YES_NO, "choice", "rest"):
        return "one"
    if control in _TEXTS:
        return "text"
    return "number" if control == "number" else "line"


def _choices(field: Field, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    given = [(_with_note(each), each.code) for each in field.options if each.enabled]
    if field.control in _YES_NO:
        given = [(words["yes"], "yes"), (words["no"], "no")]
    if _kind(field.control) == "one":
        given += [(words[said], said) for said in NONE_ORDER if getattr(field, said)]
    return tuple(given)


def _with_note(option: Option) -> str:
    """The words of an option, and on the lines below them its reason."""
    return f"{option.label}\n{option.note}" if option.note else option.label


def _value(field: Field, kind: Kind) -> Any:  # noqa: ANN401 -- as the box holds it
    if kind == "many":
        proposed = [each.code for each in field.options if each.ticked and each.enabled]
        held = field.value if isinstance(field.value, list) else []
        return held or ([] if field.none else proposed)
    if kind == "one":
        return field.none or (field.value if isinstance(field.value, str) and field.value else None)
    return field.value if isinstance(field.value, str) else ""


def _none(field: Field, name: str, words: Mapping[str, str]) -> Widget:
    choices = tuple((words[said], said) for said in NONE_ORDER if getattr(field, said))
    said = [field.none] if field.none else []
    card = field.control == "card"
    label = words["left_empty"] if card else field.label
    return Widget(f"{name}-none", field.path, "none", "many", label, choices, said, titled=card)


_BOX_KINDS: dict[str, Kind] = {
    "words": "text",
    "list_of_lines": "text",
    "number": "number",
    "choice": "one",
    "choices": "many",
    "tick": "tick",
    "yes_no": "one",
    "yes_no_unknown": "one",
}


_EMPTY: dict[Kind, Any] = {"tick": False, "one": None, "many": []}


def _boxed(field: Field, box: Box, name: str, value: Any, words: Mapping[str, str]) -> Widget:  # noqa: ANN401
    kind = _BOX_KINDS.get(box.control, "line")
    choices = tuple((each.label, each.code) for each in box.options)
    if box.control in _YES_NO:
        more = ((words["unknown"], "unknown"),) if box.control == "yes_no_unknown" else ()
        choices = ((words["yes"], "yes"), (words["no"], "no"), *more)
    held: Any = value or _EMPTY.get(kind, "")
    most, lines = field.most or 0, _LINES.get(box.control, 3)
    return Widget(name, field.path, box.name, kind, box.label, choices, held, lines, most, titled=True)


def forms(asked: Sequence[Asked], values: Mapping[str, Any]) -> dict[str, Any]:
    """What the boxes hold, as the interview takes it: by path of the question.

    Args:
        asked: the questions of the page.
        values: what each box holds, by its id; a question of which a box is missing is left out, of a card
            the part.
    """
    found = ((each, {box: _name(each, box) for box in _box_kinds(each)}) for each in asked)
    there = ((each, _whole(each, names, values)) for each, names in found)
    return {each.path: _form(each, names, values) for each, names in there if {*names} - {"none"}}


def _whole(asked: Asked, names: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, str]:
    """The boxes that were sent: of a card those of each part that is there as a whole; else all or none."""
    card = asked.control == "card"
    halved = {_head(box, card=card) for box, id_ in names.items() if id_ not in values}
    return {box: id_ for box, id_ in names.items() if _head(box, card=card) not in halved}


def _head(box: str, *, card: bool) -> str:
    """What a box is there together with: its part of a card, or the whole question."""
    return box.partition(".")[0] if card else ""


def _box_kinds(asked: Asked) -> dict[str, Kind]:
    """The boxes of a question, each with its kind: those with a name, or the only one; and what stands under them."""
    none = asked.unknown or asked.declined
    kinds = {each.name: _BOX_KINDS.get(each.control, "line") for each in asked.boxes} or {"": _kind(asked.control)}
    return {**kinds, "none": "many"} if none and kinds != {"": "one"} else kinds


def _name(asked: Asked, box: str) -> str:
    """The id of a box."""
    places = {each.name: each.place for each in asked.boxes}
    return f"{_id(asked)}-{'none' if box == 'none' else places.get(box, 0)}"


def _form(asked: Asked, names: Mapping[str, str], values: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """One answer; of what is ticked under the boxes and what stands in them nothing is left out."""
    kinds = _box_kinds(asked)
    held = {box: _held(kinds[box], values[name]) for box, name in names.items()}
    ticked = held.pop("none", [])
    said = [each for each in NONE_ORDER if isinstance(ticked, list) and each in ticked]
    if said:
        # of a card the empty boxes too: it is said of the parts that are there and empty
        return {**{box: each for box, each in held.items() if each or asked.control == "card"}, "none": said[0]}
    return held if asked.boxes else held[""]


def _held(kind: Kind, value: Any) -> Any:  # noqa: ANN401 -- whatever was sent
    """What a box holds, never ``None``; of a wrong type, as it is: the interview refuses it."""
    if value is None:
        return {"many": [], "tick": False}.get(kind, "")
    return value
