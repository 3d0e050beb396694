"""What a screen draws: one page with its fields, their words, their options and what was answered. No screen is known here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from legalkit.case.paths import pattern_of
from legalkit.filings import all_filings
from legalkit.filings._words import sentence
from legalkit.interview import _check
from legalkit.interview._bound import BOUND
from legalkit.interview._controls import CONTROLS, NONE, Form, no_answer
from legalkit.interview._options import Option, options, table
from legalkit.interview._questions import Page, Question
from legalkit.interview._reading import Reading
from legalkit.interview._tree import entries, placed
from legalkit.interview._words import coded, has, label_of, said
from legalkit.interview.draft import Draft
from legalkit.interview.flow import place_of, walk
from legalkit.settings import LIMITS


@dataclass(frozen=True)
class Box:
    """One box of a field that has several.

    Attributes:
        name: its key in the form value.
        label: its words.
        control: ``line``, ``words``, ``number``, ``choice``, ``country``, ``currency``, ``tick``, ``yes_no_unknown``.
        options: of a choice.
    """

    name: str
    label: str
    control: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Field:
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
    """

    path: str
    key: str
    control: str
    label: str
    hint: str
    why: str
    appears: tuple[str, ...]
    readers: tuple[str, ...]
    sensitivity: int
    optional: bool
    unknown: bool
    declined: bool
    options: tuple[Option, ...]
    boxes: tuple[Box, ...]
    value: Form
    none: str
    most: int
    aids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One entry of a list page.

    Attributes:
        at: its path, for :func:`legalkit.interview.remove`.
        id: stays the same as long as the entry is there.
        label: what it is called.
        key: key of its first page.
        left: how many of its pages were not gone on from.
    """

    at: str
    id: str
    label: str
    key: str
    left: int


@dataclass(frozen=True)
class View:
    """One page as it is drawn.

    Attributes:
        key: of the page.
        kind: ``info``, ``questions``, ``list``, ``review`` or ``documents``.
        section: id of its section.
        title: the h1.
        lead: paragraphs under it.
        about: which entry it is about; empty if none.
        fields: the questions.
        entries: of a list page.
        listed: concrete path of the list of a list page, for :func:`legalkit.interview.add`.
        add: words of the button that adds an entry; empty if none.
    """

    key: str
    kind: str
    section: str
    title: str
    lead: tuple[str, ...]
    about: str
    fields: tuple[Field, ...]
    entries: tuple[Entry, ...] = ()
    listed: str = ""
    add: str = ""


def view(draft: Draft, day: date, key: str = "") -> View:
    """A page as it is drawn.

    Args:
        draft: the draft.
        day: day of filing.
        key: of the page; the one the draft is on if not given.

    Raises:
        InputError: ``E-INTERVIEW-PAGE``.

    >>> from legalkit.interview.draft import start
    >>> [each.path for each in view(start("en"), date(2026, 11, 22), "who").fields]
    ['reporter.role']
    """
    place = place_of(key or draft.place)
    page, at, reading = place.page, place.at, Reading(draft, day)
    asked = tuple(field(reading, each, at) for each in page.questions if _drawn(reading, page, each, at))
    listed = placed(page.of, at) if page.of else ""
    shown = View(place.key, page.kind, page.section, said(draft, f"page.{page.words}.title"), _lead(draft, page), "", asked)
    about = label_of(draft, at) if at else ""
    more = {"entries": _entries(reading, listed), "listed": listed, "add": said(draft, f"page.{page.words}.add")} if listed else {}
    return View(**{**vars(shown), "about": about, **more})


def _drawn(reading: Reading, page: Page, question: Question, at: str) -> bool:
    """On pages only the review leads to everything is drawn; elsewhere what is asked or answered already."""
    path = placed(question.path, at)
    held = reading.draft.read(path) is not None or path in reading.draft.typed
    return not page.flow or held or reading.asks(page, question, at)


def _lead(draft: Draft, page: Page) -> tuple[str, ...]:
    key = f"page.{page.words}.lead"
    return tuple(said(draft, key).split("\n")) if has(draft, key) else ()


def field(reading: Reading, question: Question, at: str) -> Field:
    """One question as it is drawn, for one entry."""
    draft, path = reading.draft, placed(question.path, at)
    none = takes_no_answer(question)
    appears = papers(reading, question, printed=True)
    return Field(
        path=path,
        key=f"{question.key}-{draft.read(f'{at}.id')}" if at else question.key,
        control=question.control,
        label=said(draft, f"question.{question.key}"),
        hint=said(draft, f"hint.{question.key}") if has(draft, f"hint.{question.key}") else "",
        why=why(draft, question),
        appears=tuple(_title(reading, name) for name in appears),
        readers=_readers(reading, appears),
        sensitivity=question.sensitive,
        optional=question.optional,
        unknown=none,
        declined=none,
        options=tuple(options(reading, question, at)) if question.control not in CONTROLS or _plain(question) else (),
        boxes=_boxes(draft, question),
        value=draft.typed[path] if path in draft.typed else shown(draft, question, at),
        none=no_answer(draft.read(path)) or "",
        most=_most(question),
        aids=tuple(said(draft, f"aid.{question.key}").split("\n")) if has(draft, f"aid.{question.key}") else (),
    )


def shown(draft: Draft, question: Question, at: str) -> Form:
    """What a form shows for the answer so far; for *unknown* and *declined* ``{"none": …}``."""
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
        return [f"{each['offence']}:{each.get('rank', 'primary')}" for each in held or ()]
    return CONTROLS[question.control].show(held)


def takes_no_answer(question: Question) -> bool:
    """Whether *I do not know* and *I would rather not say* are offered: wherever the case model takes them."""
    if question.control in ("rest", "obtained"):
        return True
    if question.control in BOUND or question.control in ("entries", "provisions") or question.always:
        return False
    return not question.path.endswith("[]") and _check.allows_no_answer(question.path)


def why(draft: Draft, question: Question) -> str:
    """Why a question is asked: in words of its own, else in those of the part of the case it belongs to."""
    steps = question.key.split(".")
    for length in range(len(steps), 0, -1):
        key = f"why.{'.'.join(steps[:length])}"
        if has(draft, key):
            return said(draft, key)
    return ""


def papers(reading: Reading, question: Question, *, printed: bool) -> tuple[str, ...]:
    """Ids of the wanted papers an answer stands in (``printed``), or that it only decides."""
    from_filings = all_filings()
    found = []
    for name in from_filings:
        if name in reading.wanted:
            patterns = from_filings[name].prints if printed else from_filings[name].decides
            if any(_touch(each, path) for each in patterns for path in question.reads or (question.path,)):
                found.append(name)
    return tuple(found)


def _touch(pattern: str, path: str) -> bool:
    path = pattern_of(path)
    return path == pattern or path.startswith((f"{pattern}.", f"{pattern}[")) or pattern.startswith((f"{path}.", f"{path}["))


def _title(reading: Reading, name: str) -> str:
    title = reading.surveyed[name].title
    return title.ko if reading.draft.language == "ko" else title.en


def _readers(reading: Reading, names: tuple[str, ...]) -> tuple[str, ...]:
    words = [sentence("readers", all_filings()[name].seen_by) for name in names]
    return tuple(dict.fromkeys(each.ko if reading.draft.language == "ko" else each.en for each in words))


def _plain(question: Question) -> bool:
    return CONTROLS[question.control].boxes is None


def _most(question: Question) -> int:
    return {"story": LIMITS.text, "words": LIMITS.text, "line": LIMITS.line}.get(question.control, 0)


_DATE_BOXES = {
    "date": ("year", "month", "day", "time", "about", "until_year", "until_month", "until_day", "learned", "words"),
    "day": ("year", "month", "day"),
}
_TICKS = ("about", "learned")
_TABLES = {"region": "Region", "medium": "Medium", "kind": "PlaceKind"}


def _boxes(draft: Draft, question: Question) -> tuple[Box, ...]:
    control = question.control
    if control in _DATE_BOXES:
        return tuple(_date_box(draft, name) for name in _DATE_BOXES[control])
    named: Mapping[str, str] = _BOUND_BOXES.get(control) or (CONTROLS[control].boxes if control in CONTROLS else None) or {}
    return tuple(_box(draft, question, name, kind) for name, kind in named.items())


_BOUND_BOXES = {"exhibit": {"kind": "choice", "words": "words"}, "obtained": {"how": "choice", "words": "words"}}


def _date_box(draft: Draft, name: str) -> Box:
    kind = "tick" if name in _TICKS else "words" if name == "words" else "line" if name == "time" else "number"
    return Box(name, said(draft, f"box.date.{name}"), kind)


def _box(draft: Draft, question: Question, name: str, kind: str) -> Box:
    codes = _TABLES.get(name, "")
    if question.control in _BOUND_BOXES and kind == "choice":
        codes = question.options
    found = tuple(Option(code, coded(draft, codes, code)) for code in table(codes)) if kind == "choice" else ()
    return Box(name, said(draft, f"box.{question.control}.{name}"), kind, found)


def _entries(reading: Reading, listed: str) -> tuple[Entry, ...]:
    now = list(walk(reading))
    found = []
    for place, each in enumerate(entries(reading.draft.answers, listed)):
        at = f"{listed}[{place}]"
        own = [p.key for p in now if p.at == at or p.at.startswith(f"{at}.")]
        left = sum(key not in reading.draft.seen for key in own)
        found.append(Entry(at, each["id"], label_of(reading.draft, at), own[0] if own else "", left))
    return tuple(found)
