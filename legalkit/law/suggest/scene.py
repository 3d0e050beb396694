"""One act on one day, as the facts see it: its answers with their paths, and what the rest of the case adds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, wraps
from typing import Any, TypeVar

from legalkit.case import Accused, Case, Incident, NoAnswer, PartialDate, When, known
from legalkit.case.codes import Act
from legalkit.law.suggest.found import Found

T = TypeVar("T")
Placed = tuple[int, Incident]
"""An incident with its place in the list, for its paths."""

MAKING = frozenset({Act.FILMING, Act.ATTEMPTED_FILMING, Act.HIDDEN_CAMERA})
"""Acts by which material comes to be."""
SPREADING = frozenset({
    Act.CONSENSUAL_SPREAD, Act.SELF_MADE_SPREAD, Act.SPREAD, Act.LINK, Act.SALE, Act.REUPLOAD, Act.STREAMING,
})  # fmt: skip
"""Acts by which material reaches others."""
STALKING = frozenset({
    Act.FOLLOWING, Act.MESSAGES, Act.POSTING_DATA, Act.IMPERSONATION, Act.SEXUAL_MESSAGES,
})  # fmt: skip
"""Acts that are stalking if they go on or are repeated (스토킹처벌법 제2조)."""
THREATENING = frozenset({Act.THREAT, Act.DEMAND})
"""Acts that put pressure on her."""


@cache
def _in_order(acts: frozenset[Act]) -> tuple[Act, ...]:
    return tuple(sorted(acts))


class Setting:
    """What is asked of the whole case, worked out once."""

    def __init__(self, case: Case, as_of: date) -> None:
        self.case = case
        self.as_of = as_of
        self.birth: PartialDate | None = case.victim.birth if known(case.victim.birth) else None
        self.born: date | None = self.birth.exact if self.birth else None
        self.accused: dict[str, tuple[int, Accused]] = {each.id: (at, each) for at, each in enumerate(case.accused)}
        self._told: dict[tuple[str, object], Any] = {}

    def once(self, name: str, key: object, work_out: Callable[[], T]) -> T:
        """What is asked again and again of the whole case, worked out once for each key."""
        if (name, key) not in self._told:
            self._told[name, key] = work_out()
        found: T = self._told[name, key]
        return found

    @cached_property
    def by_act(self) -> dict[Act, list[Placed]]:
        """The incidents of each act."""
        found: dict[Act, list[Placed]] = {}
        for at, incident in enumerate(self.case.incidents):
            found.setdefault(incident.act, []).append((at, incident))
        return found

    @cached_property
    def _by_actor(self) -> dict[tuple[Act, str], list[Placed]]:
        found: dict[tuple[Act, str], list[Placed]] = {}
        for at, incident in enumerate(self.case.incidents):
            if known(incident.actor):
                found.setdefault((incident.act, incident.actor), []).append((at, incident))
        return found

    def of_acts(self, acts: frozenset[Act]) -> list[Placed]:
        """The incidents of several acts."""
        return [each for act in _in_order(acts) for each in self.by_act.get(act, ())]

    def by_actor(self, actor: str, acts: frozenset[Act]) -> list[Placed]:
        """The incidents of several acts done by one of the accused."""
        return [each for act in _in_order(acts) for each in self._by_actor.get((act, actor), ())]

    @cached_property
    def posted_at(self) -> dict[str, str]:
        """The path of the spreading for each address at which pictures stand."""
        return {
            url: f"incidents[{at}].urls[{n}]"
            for at, incident in self.of_acts(SPREADING)
            for n, url in enumerate(incident.urls)
        }


@dataclass(eq=False)
class Scene:
    """One act on one day.

    Attributes:
        setting: the whole case.
        at: place of the incident in the list.
        incident: the act.
        day: the day whose law is asked.
        told: the facts worked out so far.
    """

    setting: Setting
    at: int
    incident: Incident
    day: date
    told: dict[str, Found] = field(default_factory=dict)

    def path(self, name: str, at: int | None = None) -> str:
        """The path of an answer of this act, or of another one."""
        return f"incidents[{self.at if at is None else at}].{name}"

    def answer(self, name: str) -> Any:  # noqa: ANN401 -- the answers of an incident are of many types
        """An answer of this act, or None."""
        value = getattr(self.incident, name)
        return None if isinstance(value, NoAnswer) else value

    def said(self, name: str) -> Found:
        """A yes-or-no answer of this act as a fact."""
        return said_of((self.at, self.incident), name)

    def chosen(self, name: str, yes: frozenset[Any], no: frozenset[Any] | None = None) -> Found:
        """Whether a coded answer is one of some codes; with ``no``, codes in neither set leave it open."""
        value = self.answer(name)
        if value is None:
            return self.open(name)
        codes = set(value) if isinstance(value, tuple) else {value}
        if codes & yes:
            return Found(True, (self.path(name),))
        if no is None or codes & no:
            return Found(False, (self.path(name),))
        return self.open(name)

    def given(self, name: str) -> Found:
        """Whether there is an answer at all; an open question leaves it open."""
        return Found(True, (self.path(name),)) if self.answer(name) is not None else self.open(name)

    def open(self, *names: str) -> Found:
        """Unknown, with the answers that would tell; what she declined to say is not asked again."""
        return Found(None, (), tuple([self.path(name) for name in names if not self.declined(name)]))

    def declined(self, name: str) -> bool:
        """Whether she chose not to answer."""
        return getattr(self.incident, name.partition(".")[0]) is NoAnswer.DECLINED

    @property
    def is_by_act(self) -> str:
        """The path of the choice of the act itself."""
        return self.path("act")

    @cached_property
    def actor(self) -> tuple[int, Accused] | None:
        """The accused who did it, with the place in the list; None if unknown."""
        return self.setting.accused.get(self.incident.actor) if known(self.incident.actor) else None

    def others_by_actor(self, acts: frozenset[Act]) -> list[Placed]:
        """What else the same accused did of some acts."""
        if not known(self.incident.actor):
            return []
        return [each for each in self.setting.by_actor(self.incident.actor, acts) if each[0] != self.at]


FACTS: dict[str, Callable[[Scene], Found]] = {}
"""Every fact a rule may name, by name; filled by the modules ``facts_*.py``."""


def fact(tell: Callable[[Scene], Found]) -> Callable[[Scene], Found]:
    """Makes a function a fact that rules may name; it is worked out once for a scene."""
    name = tell.__name__

    @wraps(tell)
    def once(scene: Scene) -> Found:
        found = scene.told.get(name)
        if found is None:
            found = scene.told[name] = tell(scene)
        return found

    FACTS[name] = once
    return once


def said_of(placed: Placed, name: str) -> Found:
    """A yes-or-no answer of any incident as a fact."""
    at, incident = placed
    value, path = getattr(incident, name), f"incidents[{at}].{name}"
    if isinstance(value, bool):
        return Found(value, (path,))
    return Found(None, (), () if value is NoAnswer.DECLINED else (path,))


def days_of(when: When | NoAnswer | None) -> tuple[date | None, date | None]:
    """First and last day that an answer allows."""
    return (when.earliest, when.latest) if known(when) else (None, None)
