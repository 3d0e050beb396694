"""What follows from a draft on a day, worked out once for a step: its case, which filings are there, what is asked."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar

from legalkit.case import Case
from legalkit.case.codes import Act
from legalkit.case.paths import covers, pattern_of
from legalkit.filings import Status, Surveyed, all_filings, survey
from legalkit.interview._bound import unclaimed
from legalkit.interview._harms import harms
from legalkit.interview._questions import Page, Part, Question, page
from legalkit.interview._tree import entries, placed
from legalkit.interview.cases import from_case, to_case
from legalkit.interview.draft import Draft

T = TypeVar("T")
_WHICH_ACT = "incidents[].act"
"""Asked where more than one act may be meant."""


@dataclass(frozen=True)
class Reading:
    """A draft on a day. What follows from the answers is kept with the draft, as long as they stay as they are.

    Attributes:
        draft: the draft.
        day: the day of filing.
    """

    draft: Draft
    day: date

    def kept(self, name: Hashable, work: Callable[[], T]) -> T:
        """What was worked out from the answers under a name, or is now. It must not depend on the language."""
        memo, key = self.draft.memo, (self.day, name)
        if key not in memo:
            memo[key] = work()
        found: T = memo[key]
        return found

    @property
    def case(self) -> Case:
        """The case so far."""
        return to_case(self.draft)

    @cached_property
    def derived(self) -> Draft:
        """The draft with what follows from the answers filled in, by the places of the case."""
        return from_case(self.case, self.draft.language)

    @property
    def surveyed(self) -> dict[str, Surveyed]:
        """Every filing with whether it is open."""
        return self.kept("surveyed", lambda: {each.id: each for each in survey(self.case, self.day)})

    @cached_property
    def wanted(self) -> frozenset[str]:
        """Ids of the filings whose answers are asked: open or not yet known; once she has ticked some, those alone."""
        return self.kept("wanted", self._wanted)

    def _wanted(self) -> frozenset[str]:
        there = (Status.OPEN, Status.UNKNOWN)
        possible = {name for name in all_filings() if self.surveyed[name].status in there}
        ticked = self.draft.read("filings")
        return frozenset(possible & {*ticked, *_ALWAYS} if ticked else possible)

    def readers(self, path: str) -> frozenset[str]:
        """Ids of the wanted filings that read a path, or a part of it."""
        return self.wanted & readers_of(pattern_of(path))

    def asked(self, on: Page, at: str) -> Iterator[Question]:
        """The questions of a page that are asked for one entry, in order."""
        if not self.holds(on.only, at):
            return
        for question in possible(on.id, self.act(at), self.wanted):
            if self._applies(question, at):
                yield question

    def asks(self, on: Page, question: Question, at: str) -> bool:
        """Whether a question is asked for one entry: read by a wanted filing, and its conditions hold."""
        return any(each.path == question.path for each in self.asked(on, at))

    def narrowed(self, question: Question, at: str) -> Question:
        """A card with those of its parts alone that are asked for an entry, or answered already; another as it is."""
        parts = {name: part for name, part in question.parts.items() if self._takes(question, part, at)}
        if len(parts) in (0, len(question.parts)):
            return question
        return replace(question, parts=parts, reads=tuple(each.path for each in parts.values()))

    def _takes(self, question: Question, part: Part, at: str) -> bool:
        if not question.takes(part, self.act(at)):
            return False
        read = self.wanted & _readers(part.path, (), question.papers) and self.holds(part.only, at)
        return bool(read) or self.draft.read(placed(part.path, at)) is not None

    def _applies(self, question: Question, at: str) -> bool:
        if not (self.holds(question.only, at) or self._served(question)):
            return False
        if question.path == _WHICH_ACT and not self.fits(question, at):
            return False
        return self._first(question, at) and self.of_use(question)

    def of_use(self, question: Question) -> bool:
        """Whether this draft has a use for a question: nobody is asked who did what where there is one of each."""
        return question.control not in _APPLIES or _APPLIES[question.control](self.draft)

    def holds(self, only: Mapping[str, tuple[str, ...]], at: str) -> bool:
        """Whether all conditions on other answers hold for an entry."""
        if not only:  # as for most, and this is asked of every page at every step
            return True
        return all(not words_of(self.draft.read(placed(path, at))).isdisjoint(words) for path, words in only.items())

    def act(self, at: str) -> Act | None:
        """The act of the incident an entry belongs to; none before it is told apart."""
        if not at.startswith("incidents["):
            return None
        return _ACTS.get(self.draft.read(at.split(".")[0] + ".act") or "")

    def _first(self, question: Question, at: str) -> bool:
        """Whether what is asked but once fits no entry before."""
        if not question.once:
            return True
        listed, _, place = at.rpartition("[")
        before = range(int(place.rstrip("]")))
        return not any(question.fits(self.act(f"{listed}[{n}]")) for n in before)

    def _served(self, question: Question) -> bool:
        return question.served and any(all_filings()[name].served for name in self.wanted)

    def fits(self, question: Question, at: str) -> bool:
        """Whether a question belongs to the act an entry is about."""
        if question.path == _WHICH_ACT:
            return len(harms().get(self.draft.read(f"{at}.harm") or "", ())) > 1
        return question.fits(self.act(at))

    def places(self, on: Page, entry: str = "") -> list[str]:
        """The entries a page is shown for; one place without a name if it is shown once.

        Args:
            on: the page.
            entry: an entry of the first list of the page, for those inside it alone.
        """
        if not on.each:
            return [""]
        first, *rest = on.each.split("[].")
        found = [entry] if entry else self.entries(first)
        for part in rest:
            found = [at for head in found for at in self.entries(f"{head}.{part}")]
        return found

    def entries(self, listed: str) -> list[str]:
        """The paths of the entries of a list."""
        return [f"{listed}[{n}]" for n in range(len(entries(self.draft.answers, listed)))]


@lru_cache(maxsize=8_192)
def possible(name: str, act: Act | None, wanted: frozenset[str]) -> tuple[Question, ...]:
    """The questions of a page that a wanted filing reads, and that fit an act."""
    fitting = (each for each in page(name).questions if each.fits(act) or each.path == _WHICH_ACT)
    return tuple(each for each in fitting if each.always or wanted & _readers(each.path, each.reads, each.papers))


def _several(draft: Draft) -> bool:
    """Whether it must be asked who did what: one act and one person belong together."""
    return max(len(entries(draft.answers, listed)) for listed in ("incidents", "accused")) > 1


_APPLIES: dict[str, Callable[[Draft], bool]] = {"did": _several, "rest": lambda draft: bool(unclaimed(draft))}
"""Questions that some drafts have no use for."""
_ALWAYS = ("next_steps", "confidential_sheet")
"""Papers that are made whatever she ticks: hers, and the one that keeps her address out of the others."""


_ACTS = {str(act): act for act in Act}


@cache
def readers_of(pattern: str) -> frozenset[str]:
    """Ids of the filings that read what a question asks, or a part of it."""
    return frozenset(name for name in all_filings() if reads(name, pattern))


@cache
def _readers(path: str, others: tuple[str, ...], papers: tuple[str, ...]) -> frozenset[str]:
    """Ids of the filings a question may be asked for."""
    found = frozenset(name for each in others or (path,) for name in readers_of(each))
    return found & {*papers} if papers else found


def reads(filing: str, path: str) -> bool:
    """Whether a filing reads what a question asks, or a part of it.

    >>> reads("complaint", "incidents[].when"), reads("evidence_index", "victim.address")
    (True, False)
    """
    pattern = pattern_of(path)
    return any(covers(each, pattern) or covers(pattern, each) for each in all_filings()[filing].reads)


def words_of(answer: Any) -> set[str]:  # noqa: ANN401 -- plain data
    """What a condition may say of an answer.

    >>> sorted(words_of(True)), sorted(words_of("unknown")), sorted(words_of(["money"])), words_of(None)
    (['known', 'yes'], ['unknown'], ['known', 'money'], {'not_asked'})
    """
    if answer is None or answer == []:
        return {"not_asked"}
    if answer in ("unknown", "declined"):
        return {str(answer)}
    if isinstance(answer, bool):
        return {"known", "yes" if answer else "no"}
    coded = answer if isinstance(answer, list) else [answer]
    return {"known", *(each for each in coded if isinstance(each, str))}
