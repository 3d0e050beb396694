"""Pages and questions, as ``pages/*.yaml`` give them: one file a section, in the order they are asked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from legalkit.case.codes import Act
from legalkit.filings._compose import LEFT_BEHIND, act_paths
from legalkit.filings._words import patterns

SECTIONS = (
    "safety",
    "who",
    "happened",
    "incidents",
    "accused",
    "evidence",
    "wants",
    "filings",
    "you",
    "review",
    "documents",
)
"""The sections in their order; each is a file of ``pages/``."""

MORE = "_more"
"""What the id of a page ends with that asks what depends on the page before."""

Kind = Literal["info", "questions", "list", "review", "documents"]


@dataclass(frozen=True)
class Part:
    """One answer of a question that asks for several at once.

    Attributes:
        path: path of the case model.
        control: how it is answered.
        options: as of a question.
        acts: acts it is asked for beyond those of its question and those whose sentences read it.
        only: conditions, as of a question.
    """

    path: str
    control: str
    options: str = ""
    acts: frozenset[Act] = frozenset()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        path: path of the case model it is bound to (``incidents[].when``); for bound controls, a name of its own.
        control: how it is answered, see ``_controls`` and ``_bound``.
        options: a table of codes (``"Medium"``), or where the options come from; empty if the answer is free.
        sensitive: 1 anybody's business, 2 hurts or tells much, 3 tells who or where she is.
        parts: what it asks for at once, by name, if it is a card; its words stand at the boxes.
        reads: paths it is there for, where that is not ``path``.
        acts: acts it is asked for beyond those whose sentences read it.
        only: conditions on other answers: path to the words of the answers that let it be asked.
        exactly: whether ``acts`` are all the acts it is asked for.
        papers: ids of the filings it is for, where others only glance at it; empty if any that reads it will do.
        served: whether it is asked also where a paper is served on the other side, whatever its conditions say.
        once: whether it is asked for the first entry alone that it fits.
        optional: whether it is marked as such.
        always: asked without a filing that reads it: the interview itself needs it.
    """

    path: str
    control: str
    options: str = ""
    sensitive: int = 1
    parts: Mapping[str, Part] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    acts: frozenset[Act] = frozenset()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exactly: bool = False
    papers: tuple[str, ...] = ()
    served: bool = False
    once: bool = False
    optional: bool = False
    always: bool = False

    @property
    def key(self) -> str:
        """What its words stand under in the catalogues.

        >>> Question("incidents[].when", "date").key
        'incidents.when'
        """
        return self.path.replace("[]", "")

    def fits(self, act: Act | None) -> bool:
        """Whether it belongs to an act: its sentences read it, or the question names the act."""
        if not self.path.startswith("incidents[]."):
            return True
        if self.parts:
            return any(self.takes(each, act) for each in self.parts.values())
        return act is not None and (act in self.acts or (not self.exactly and self.path in _of_act(act)))

    def takes(self, part: Part, act: Act | None) -> bool:
        """Whether a part of it belongs to an act."""
        if not part.path.startswith("incidents[]."):
            return True
        return act is not None and (act in self.acts | part.acts or part.path in _of_act(act))


@dataclass(frozen=True)
class Page:
    """One page: at most five questions, or a list whose entries have pages of their own.

    Attributes:
        id: its name; its title stands under ``page.<id>.title``.
        section: the section.
        kind: what is on it.
        each: the list whose entries it is repeated for (``incidents``, ``accused[].accounts``); empty if none.
        of: for a list page, the list.
        flow: False if only the review leads to it.
        only: conditions, as of a question.
        questions: what it asks.
    """

    id: str
    section: str
    kind: Kind = "questions"
    each: str = ""
    of: str = ""
    flow: bool = True
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()

    @property
    def words(self) -> str:
        """What its title stands under: that of the page it goes on from.

        >>> Page("incident_knowing_more", "incidents").words
        'incident_knowing'
        """
        return self.id.replace(MORE, "")


@cache
def _of_act(act: Act) -> frozenset[str]:
    return act_paths(act)


@cache
def pages() -> tuple[Page, ...]:
    """Every page, in order."""
    return tuple(turn for section in SECTIONS for each in _section(section) for turn in _turns(each))


def page(name: str) -> Page:
    """One page by its id.

    Raises:
        KeyError: there is none.
    """
    return _by_id()[name]


@cache
def _by_id() -> dict[str, Page]:
    return {each.id: each for each in pages()}


@cache
def questions() -> tuple[Question, ...]:
    """Every question, in order."""
    return tuple(question for each in pages() for question in each.questions)


def _section(name: str) -> Iterator[Page]:
    text = (files("legalkit.interview") / "pages" / f"{name}.yaml").read_text(encoding="utf-8")
    for entry in yaml.safe_load(text):
        asked = tuple(_question(each) for each in entry.pop("questions", ()))
        yield Page(section=name, questions=asked, only=_only(entry.pop("only", None)), **entry)


def _turns(whole: Page) -> Iterator[Page]:
    """The page, then what depends on an answer given on it: a question never appears while a page is filled in."""
    own = {path for question in whole.questions for path in (question.path, *question.reads)}
    later = tuple(question for question in whole.questions if own & set(question.only))
    yield replace(whole, questions=tuple(question for question in whole.questions if question not in later))
    if later:
        yield from _turns(replace(whole, id=f"{whole.id}{MORE}", questions=later))


def _question(entry: dict[str, Any]) -> Question:
    parts = {name: Part(**{**each, **_asked_for(each)}) for name, each in entry.get("parts", {}).items()}
    reads = tuple(entry.get("reads", ())) or tuple(each.path for each in parts.values())
    several = {"parts": parts, "reads": reads, "papers": tuple(entry.get("papers", ()))}
    return Question(**{**entry, **several, **_asked_for(entry)})


def _asked_for(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The acts and the conditions of a question, or of a part of one."""
    named = entry.get("acts", ())
    acts = _ACTS[named]() if isinstance(named, str) else frozenset(map(Act, named))
    return {"acts": acts, "only": _only(entry.get("only"))}


def told_by_knowing() -> frozenset[Act]:
    """The acts whose sentences end by the way she knows of them, whoever did it."""
    return frozenset(act for act in Act if any(map(_ends_by_knowing, patterns("acts")[act])))


def _ends_by_knowing(pattern: Mapping[str, str]) -> bool:
    return pattern.get("ends") == "knowing" and pattern.get("if") != "actor_known"


_ACTS: dict[str, Callable[[], frozenset[Act]]] = {
    "all": lambda: frozenset(Act),
    "knowing": told_by_knowing,
    "found": lambda: LEFT_BEHIND,
}


def _only(entry: Mapping[str, list[str]] | None) -> dict[str, tuple[str, ...]]:
    return {path: tuple(words) for path, words in (entry or {}).items()}
