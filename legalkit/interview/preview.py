"""What the complaint would tell, in both languages, with the answers each sentence rests on; and the acts in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legalkit.case import Case, Incident, NoAnswer, known
from legalkit.case.paths import covers, pattern_of
from legalkit.filings import Sentence, story
from legalkit.filings._moments import cell
from legalkit.interview._questions import Question, pages
from legalkit.interview._reading import Reading
from legalkit.interview._words import has, incident_title, said
from legalkit.interview.draft import Draft
from legalkit.language import Language


@dataclass(frozen=True)
class Reason:
    """An answer that a sentence rests on, or lacks.

    Attributes:
        name: what it is called.
        path: concrete path, as far as the case knows it.
        key: key of the page it is answered on; empty if none.
    """

    name: str
    path: str
    key: str


@dataclass(frozen=True)
class Line:
    """One sentence of the preview.

    Attributes:
        ko: in Korean.
        en: in English.
        because: the answers it rests on.
        lacks: answers that would say more.
    """

    ko: str
    en: str
    because: tuple[Reason, ...]
    lacks: tuple[Reason, ...]


def preview(draft: Draft, day: date) -> list[Line]:
    """The composed facts of the complaint as they stand now.

    >>> from legalkit.interview.draft import start
    >>> preview(start("en"), date(2026, 11, 22))
    []
    """
    reading = Reading(draft, day)
    return [_line(reading, sentence) for sentence in story(reading.case).sentences]


def _line(reading: Reading, sentence: Sentence) -> Line:
    return Line(sentence.ko, sentence.en, _reasons(reading, sentence.sources), _reasons(reading, sentence.gaps))


def _reasons(reading: Reading, paths: Sequence[str]) -> tuple[Reason, ...]:
    found = (_reason(reading, path) for path in paths)
    return tuple({each.name: each for each in found if each.name}.values())


def _reason(reading: Reading, path: str) -> Reason:
    draft = reading.draft
    place = next(((page, question) for page in pages() for question in page.questions if _asks(question, path)), None)
    if place is None:
        key = f"field.{pattern_of(path).replace('[]', '')}"
        return Reason(said(draft, key) if has(draft, key) else "", path, "")
    page, question = place
    at = _at(reading, path, page.each)
    key = f"{page.id}@{at}" if page.each else page.id
    if page.each and not at.startswith(page.each.partition("[")[0]):
        # asked of another list's entries: who did it is asked of the people
        key = next(each.id for each in pages() if each.of == page.each)
    return Reason(said(draft, f"question.{question.key}"), path, key)


def _asks(question: Question, path: str) -> bool:
    paths = question.reads or (question.path,)
    return any(covers(each, path) or pattern_of(path) == each for each in (question.path, *paths))


def _at(reading: Reading, path: str, each: str) -> str:
    """The entry of the draft that a path of the case is about: unfinished entries are not in the case."""
    listed, _, rest = path.partition("[")
    number, _, below = rest.partition("]")
    place = number
    if listed == "incidents" and number.isdigit():
        own = reading.case.incidents[int(number)].id
        place = str(next(n for n, entry in enumerate(reading.draft.answers[listed]) if entry["id"] == own))
    at = f"{listed}[{place}]"
    return f"{at}.{below[1:].rpartition('.')[0]}" if "[]." in each and "[" in below else at


@dataclass(frozen=True)
class Moment:
    """One act in time.

    Attributes:
        id: of the incident.
        what: what happened.
        when: the date in words; the words for an unknown one if it is not known.
        earliest, latest: first and last day it can have been; ``None`` where that cannot be told.
        exact: whether it is one day.
        number: how many acts it stands for.
        key: key of the page to change it on.
    """

    id: str
    what: str
    when: str
    earliest: date | None
    latest: date | None
    exact: bool
    number: int
    key: str


def timeline(draft: Draft, day: date) -> list[Moment]:
    """The acts in time, the first one first; those without a date last, in the order told.

    >>> from legalkit.interview.draft import start
    >>> timeline(start("en"), date(2026, 11, 22))
    []
    """
    case = Reading(draft, day).case
    found = [_moment(draft, case, incident) for incident in case.incidents]
    return sorted(found, key=lambda each: (each.latest is None, each.earliest or each.latest or date.max))


def timeline_text(draft: Draft, day: date) -> str:
    """The acts in time as text, a line each, for those who do not see the picture."""
    return "\n".join(f"{each.when}: {each.what}" for each in timeline(draft, day))


def _moment(draft: Draft, case: Case, incident: Incident) -> Moment:
    place = next(n for n, each in enumerate(draft.answers["incidents"]) if each["id"] == incident.id)
    when = incident.when if known(incident.when) else None
    words = _in(draft.language, incident)
    first, last = (when.earliest, when.latest) if when else (None, None)
    exact = first is not None and first == last
    what = incident_title(draft, place, dated=False)
    number = max(len(incident.entries), 1)
    return Moment(incident.id, what, words, first, last, exact, number, f"incident_what@incidents[{place}]")


def _in(language: Language, incident: Incident) -> str:
    words = cell(incident.when) or cell(NoAnswer.UNKNOWN)
    return words.ko if language == "ko" else words.en
