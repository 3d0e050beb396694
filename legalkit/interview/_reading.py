"""What follows from a draft on a day, worked out once for a step: its case, which filings are there, what is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from legalkit.case import Case
from legalkit.case.codes import Act
from legalkit.case.paths import covers, pattern_of
from legalkit.filings import Status, Surveyed, all_filings, survey
from legalkit.interview._bound import unclaimed
from legalkit.interview._harms import harms
from legalkit.interview._questions import Page, Question
from legalkit.interview._tree import entries, placed
from legalkit.interview.cases import from_case, to_case
from legalkit.interview.draft import Draft


@dataclass(frozen=True)
class Reading:
    """A draft on a day.

    Attributes:
        draft: the draft.
        day: the day of filing.
    """

    draft: Draft
    day: date

    @cached_property
    def case(self) -> Case:
        """The case so far."""
        memo = self.draft.memo
        if "case" not in memo:
            memo["case"] = to_case(self.draft)
        case: Case = memo["case"]
        return case

    @cached_property
    def derived(self) -> Draft:
        """The draft with what follows from the answers filled in, by the places of the case."""
        return from_case(self.case, self.draft.language)

    @cached_property
    def surveyed(self) -> dict[str, Surveyed]:
        """Every filing with whether it is open."""
        memo = self.draft.memo
        if self.day not in memo:
            memo[self.day] = {each.id: each for each in survey(self.case, self.day)}
        found: dict[str, Surveyed] = memo[self.day]
        return found

    @cached_property
    def wanted(self) -> frozenset[str]:
        """Ids of the filings whose answers are asked: open or not yet known; once she has ticked some, those alone."""
        there = (Status.OPEN, Status.UNKNOWN)
        possible = {name for name in all_filings() if self.surveyed[name].status in there}
        ticked = self.draft.read("filings")
        return frozenset(possible & {*ticked, *_ALWAYS} if ticked else possible)

    def readers(self, path: str) -> tuple[str, ...]:
        """Ids of the wanted filings that read a path, or a part of it."""
        return tuple(name for name in readers_of(pattern_of(path)) if name in self.wanted)

    def asks(self, page: Page, question: Question, at: str) -> bool:
        """Whether a question is asked for one entry: read by a wanted filing, and its conditions hold."""
        if not self.holds(page.only, at) or not (self.holds(question.only, at) or self._served(question)):
            return False
        if not self.fits(question, at) or not self._first(question, at):
            return False
        if question.control in _APPLIES and not _APPLIES[question.control](self.draft):
            return False
        readers = {name for path in question.reads or (question.path,) for name in self.readers(path)}
        return question.always or bool(readers & {*question.papers} if question.papers else readers)

    def holds(self, only: Mapping[str, tuple[str, ...]], at: str) -> bool:
        """Whether all conditions on other answers hold for an entry."""
        return all(words_of(self.draft.read(placed(path, at))) & set(words) for path, words in only.items())

    def _act(self, at: str) -> Act | None:
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
        return not any(question.fits(self._act(f"{listed}[{n}]")) for n in before)

    def _served(self, question: Question) -> bool:
        return question.served and any(all_filings()[name].served for name in self.wanted)

    def fits(self, question: Question, at: str) -> bool:
        """Whether a question belongs to the act an entry is about."""
        if question.path == "incidents[].act":
            return len(harms().get(self.draft.read(f"{at}.harm") or "", ())) > 1
        return question.fits(self._act(at))

    def places(self, page: Page) -> list[str]:
        """The entries a page is shown for; one place without a name if it is shown once."""
        if not page.each:
            return [""]
        found = [""]
        for part in page.each.split("[]."):
            found = [
                f"{head}.{part}[{n}]" if head else f"{part}[{n}]"
                for head in found
                for n in range(len(entries(self.draft.answers, f"{head}.{part}" if head else part)))
            ]
        return found


def _several(draft: Draft) -> bool:
    """Whether it must be asked who did what: one act and one person belong together."""
    return max(len(entries(draft.answers, listed)) for listed in ("incidents", "accused")) > 1


_APPLIES: dict[str, Callable[[Draft], bool]] = {"did": _several, "rest": lambda draft: bool(unclaimed(draft))}
"""Questions that some drafts have no use for."""
_ALWAYS = ("next_steps", "confidential_sheet")
"""Papers that are made whatever she ticks: hers, and the one that keeps her address out of the others."""


_ACTS = {str(act): act for act in Act}


@cache
def readers_of(pattern: str) -> tuple[str, ...]:
    """Ids of the filings that read what a question asks, or a part of it."""
    return tuple(name for name in all_filings() if reads(name, pattern))


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
