"""What a filing is: five answers, and where its words come from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from legalkit.case import Case
from legalkit.filings._compose import Story
from legalkit.filings._words import patterns
from legalkit.language import EMPTY, Bilingual


class Status(StrEnum):
    """Whether a filing is there for a case on a day."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    UNAVAILABLE = "unavailable"


class Folder(StrEnum):
    """Where in a package a paper lies."""

    HAND_IN = "1-hand-in"
    CONFIDENTIAL = "2-confidential"
    FOR_YOU = "3-for-you"


@dataclass(frozen=True)
class Gate:
    """Whether the facts of a case open a filing.

    Attributes:
        status: open, closed or unknown.
        reason: why.
        missing: where it is unknown, paths of the answers that would tell.
        instead: what to do instead, where there is something.
    """

    status: Status
    reason: Bilingual
    missing: tuple[str, ...] = ()
    instead: Bilingual = EMPTY


@dataclass(frozen=True)
class Filing:
    """One filing. ``FILING`` of its module; the law of the day stands in the law room under the same id.

    Attributes:
        id: the id, also the name of its template.
        order: place in a package.
        folder: where it lies.
        gate: whether the facts open it.
        prints: paths of the answers it may print.
        decides: paths that decide its gate, addressee, masking or deadlines, and are not printed.
        needs: paths without which the paper is not complete.
        content: what stands in it, by the names of its template.
        seen_by: who gets to read it.
        served: whether the other side is served a copy.
        real_name: whether the law wants the real name in it, for ink.
        story: what it tells, sentence by sentence, where it has composed ones.
    """

    id: str
    order: int
    folder: Folder
    gate: Callable[[Case, date], Gate]
    prints: frozenset[str]
    decides: frozenset[str]
    needs: tuple[str, ...]
    content: Callable[[Case, date], Mapping[str, object]]
    seen_by: str
    served: bool = False
    real_name: bool = False
    story: Callable[[Case], Story] | None = None

    @property
    def reads(self) -> frozenset[str]:
        """Every path it prints or decides by."""
        return self.prints | self.decides

    def lacks(self, case: Case) -> tuple[str, ...]:
        """Paths it needs that were never asked; unknown and declined are answers."""
        return tuple(path for path in self.needs if _never_asked(case, path))


def _never_asked(case: Case, path: str) -> bool:
    entries: Any
    head, several, below = path.partition("[].")
    if not several:
        return _answer(case, path) in (None, ())
    entries = _answer(case, head)
    return not entries or any(_answer(entry, below) in (None, ()) for entry in entries)


def _answer(part: object, path: str) -> object:
    """The answer at a path; where there is nobody, or an answer that has no parts, that."""
    name, _, below = path.partition(".")
    found = getattr(part, name)
    return _answer(found, below) if below and hasattr(found, below.partition(".")[0]) else found


@cache
def reason(name: str) -> Bilingual:
    """A reviewed reason of ``patterns/gates.yaml``."""
    entry = patterns("gates")[name]
    return Bilingual(entry["ko"], entry["en"])


@cache
def opened(name: str) -> Gate:
    """Open, and why."""
    return Gate(Status.OPEN, reason(name))


@cache
def closed(name: str, instead: str | None = None) -> Gate:
    """Closed, and why, and what to do instead."""
    return Gate(Status.CLOSED, reason(name), instead=reason(instead) if instead else EMPTY)


def undecided(name: str, missing: Iterable[str]) -> Gate:
    """Unknown until these questions are answered."""
    return Gate(Status.UNKNOWN, reason(name), missing=tuple(missing))
