"""Everything answered, in the order of the questions; and what is missing, in order of importance. Never a lock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from legalkit.case.paths import covers, pattern_of
from legalkit.filings import Status, to_check
from legalkit.interview import _cards
from legalkit.interview._fields import papers
from legalkit.interview._questions import SECTIONS, Page, Question, pages
from legalkit.interview._reading import Reading
from legalkit.interview._said import held, in_words
from legalkit.interview._tree import placed
from legalkit.interview._words import label_of, said
from legalkit.interview.draft import Draft

RowState = Literal["answered", "unknown", "declined", "derived", "typed", "left"]


@dataclass(frozen=True)
class Row:
    """One question of the review.

    Attributes:
        path: concrete path of its answer.
        question: its words.
        about: which entry it is about; empty if none.
        answer: in words; the words for *not answered* if there is none.
        state: ``answered``, ``unknown``, ``declined``, ``derived`` (it follows from other answers), ``typed`` (typed
            and not accepted yet), ``left`` (asked and not answered).
        appears: titles of the papers it stands in.
        key: key of the page to change it on; come back with :func:`legalkit.interview.go` to ``"review"``.
        sensitivity: 1 to 3.
    """

    path: str
    question: str
    about: str
    answer: str
    state: RowState
    appears: tuple[str, ...]
    key: str
    sensitivity: int


@dataclass(frozen=True)
class Group:
    """The rows of one section.

    Attributes:
        id: of the section.
        title: its words.
        rows: in question order.
    """

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Missing:
    """Something that is not there yet. It keeps nobody from the papers that can be made.

    Attributes:
        rank: 1 typed and not accepted, 2 would tell whether a paper can be filed, 3 a paper needs it, 4 asked and left.
        question: its words.
        about: which entry it is about; empty if none.
        papers: titles of the papers it is missing in.
        key: key of its page.
        path: concrete path of the answer.
    """

    rank: int
    question: str
    about: str
    papers: tuple[str, ...]
    key: str
    path: str


@dataclass(frozen=True)
class Review:
    """What the review page shows.

    Attributes:
        groups: everything answered or asked.
        missing: the most important first.
        unverified: statements of law that nobody verified yet; they stand in no paper that is filed.
    """

    groups: tuple[Group, ...]
    missing: tuple[Missing, ...]
    unverified: tuple[str, ...] = ()


def review(draft: Draft, day: date) -> Review:
    """The review of a draft on a day.

    >>> from legalkit.interview.draft import start
    >>> [each.id for each in review(start("en"), date(2026, 11, 22)).groups][:2]
    ['safety', 'who']
    """
    reading = Reading(draft, day)
    rows = [(each.section, _row(reading, each, question, at)) for each, question, at in _asked(reading)]
    kept = [(section, row) for section, row in rows if row]
    groups = [Group(name, said(draft, f"section.{name}"), tuple(r for s, r in kept if s == name)) for name in SECTIONS]
    missing = sorted(_missing(reading), key=lambda each: each.rank)
    unverified = [each.ko if draft.language == "ko" else each.en for each in to_check(reading.case, day)]
    return Review(tuple(group for group in groups if group.rows), tuple(missing), tuple(unverified))


def _asked(reading: Reading) -> Iterator[tuple[Page, Question, str]]:
    """Every question with every entry it could be asked for, page by page."""
    for each in pages():
        for at in reading.places(each):
            yield from ((each, reading.narrowed(question, at), at) for question in each.questions)


def _row(reading: Reading, page: Page, question: Question, at: str) -> Row | None:
    state, answer = _state(reading, page, question, at)
    if state is None:
        return None
    draft = reading.draft
    titles = tuple(_title(reading, name) for name in papers(reading, question, printed=True))
    key = f"{page.id}@{at}" if at else page.id
    about = label_of(draft, at) if at else ""
    words = said(draft, f"question.{question.key}")
    return Row(placed(question.path, at), words, about, answer, state, titles, key, question.sensitive)


def _state(reading: Reading, page: Page, question: Question, at: str) -> tuple[RowState | None, str]:
    draft, path = reading.draft, placed(question.path, at)
    if path in draft.typed:
        return "typed", said(draft, "answer.typed")
    if not reading.of_use(question) or (at and not reading.fits(question, at)):
        return None, ""
    answer = held(draft, question, at)
    words = in_words(reading, question, at, answer)
    if words:
        return (answer if answer in ("unknown", "declined") else "answered"), words
    follows = _derived(reading, question, at)
    if follows:
        return "derived", follows
    asked = page.flow and reading.asks(page, question, at)
    return ("left", said(draft, "answer.not_asked")) if asked else (None, "")


def _derived(reading: Reading, question: Question, at: str) -> str:
    """What follows from other answers, in words."""
    if not question.path.startswith(("exhibits[].", "victim.abroad", "wishes.interpreter_language")):
        return ""
    if at and reading.draft.read(f"{at}.kind") is None:
        return ""
    own = reading.draft.read(f"{at}.id")
    where = next((f"exhibits[{n}]" for n, each in enumerate(reading.case.exhibits) if each.id == own), "")
    if at and not where:
        return ""
    answer = held(reading.derived, question, where)
    return in_words(reading, question, at, answer)


def _missing(reading: Reading) -> Iterator[Missing]:
    """What is typed and not accepted, what gates and papers wait for, what was asked and left."""
    told = {name: each for name, each in reading.surveyed.items() if name in reading.wanted and each.missing}
    for page, question, at in _asked(reading):
        path = placed(question.path, at)
        typed, left = path in reading.draft.typed, _left(reading, page, question, at)
        if not (typed or left):
            continue
        waiting = [name for name, each in told.items() if _waits(each.missing, left or question.reads or (path,))]
        if len(left) < len(question.parts) and not (typed or waiting):
            continue
        undecided = any(told[name].status is Status.UNKNOWN for name in waiting)
        rank = 1 if typed else 2 if undecided else 3 if waiting else 4
        titles = tuple(_title(reading, name) for name in waiting)
        about = label_of(reading.draft, at) if at else ""
        words = said(reading.draft, f"question.{question.key}")
        yield Missing(rank, words, about, titles, f"{page.id}@{at}" if at else page.id, path)


def _left(reading: Reading, page: Page, question: Question, at: str) -> tuple[str, ...]:
    """The paths of an answer that is wanted and not there: of a card those of its empty parts."""
    if question.optional or not (page.flow and reading.asks(page, question, at)):
        return ()
    if question.parts:
        answers = _cards.held(reading.draft, question, at)
        return tuple(part.path for name, part in question.parts.items() if answers[name] is None)
    empty = not in_words(reading, question, at, held(reading.draft, question, at))
    return (question.reads or (question.path,)) if empty else ()


def _waits(missing: tuple[str, ...], paths: tuple[str, ...]) -> bool:
    """Whether a paper waits for one of these paths."""
    return any(covers(pattern_of(each), path) or covers(path, pattern_of(each)) for each in missing for path in paths)


def _title(reading: Reading, name: str) -> str:
    title = reading.surveyed[name].title
    return title.ko if reading.draft.language == "ko" else title.en
