"""One page as a screen draws it. No screen is known here."""

from dataclasses import dataclass, replace
from datetime import date

from legalkit.interview._fields import Asked, Field, field, outline
from legalkit.interview._questions import Page, Question
from legalkit.interview._reading import Reading
from legalkit.interview._tree import entries, placed
from legalkit.interview._words import has, label_of, said
from legalkit.interview.draft import Draft
from legalkit.interview.flow import there, walk


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
    place = there(draft, key or draft.place)
    page, at, reading = place.page, place.at, Reading(draft, day)
    asked = tuple(field(reading, each, at) for each in page.questions if _drawn(reading, page, each, at))
    listed = placed(page.of, at) if page.of else ""
    about = label_of(draft, at) if at else ""
    title = said(draft, f"page.{page.words}.title")
    shown = View(place.key, page.kind, page.section, title, _lead(draft, page), about, asked)
    if not listed:
        return shown
    button = said(draft, f"page.{page.words}.add")
    return replace(shown, entries=_entries(reading, listed), listed=listed, add=button)


def asked(draft: Draft, key: str) -> tuple[Asked, ...]:
    """All questions a page may ask, for reading what its boxes hold; whether each is asked now is not worked out.

    Raises:
        InputError: ``E-INTERVIEW-PAGE``.
    """
    place = there(draft, key)
    return tuple(outline(draft, each, place.at) for each in place.page.questions)


def _drawn(reading: Reading, page: Page, question: Question, at: str) -> bool:
    """On pages only the review leads to everything is drawn; elsewhere what is asked, or answered already."""
    path = placed(question.path, at)
    own = [placed(each.path, at) for each in question.parts.values()] or [path]
    held = any(reading.draft.read(each) is not None for each in own) or path in reading.draft.typed
    return not page.flow or (held and reading.fits(question, at)) or reading.asks(page, question, at)


def _lead(draft: Draft, page: Page) -> tuple[str, ...]:
    key = f"page.{page.words}.lead"
    return tuple(said(draft, key).split("\n")) if has(draft, key) else ()


def _entries(reading: Reading, listed: str) -> tuple[Entry, ...]:
    now = list(walk(reading))
    found = []
    for place, each in enumerate(entries(reading.draft.answers, listed)):
        at = f"{listed}[{place}]"
        own = [p.key for p in now if p.at == at or p.at.startswith(f"{at}.")]
        left = sum(key not in reading.draft.seen for key in own)
        found.append(Entry(at, each["id"], label_of(reading.draft, at), own[0] if own else "", left))
    return tuple(found)
