"""Which acts are told together, and which stand in the schedule of acts and in which of its rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from typing import Any

from legalkit.case import Case, Incident
from legalkit.case.codes import Act
from legalkit.filings._reads import composed_paths
from legalkit.filings._words import patterns
from legalkit.language import EMPTY, Bilingual

MANY = 3
"""From this many like acts on, one sentence and a schedule tell them."""


@dataclass(frozen=True)
class Told:
    """One act, or many alike, to be told in one place.

    Attributes:
        first: the incident whose answers are told.
        at: its path.
        alike: all of them, one row of the schedule each; empty for one act alone.
        scheduled: whether a schedule lists them.
        listed: whether a schedule lists it for its address alone, which stands in no other row.
        rows: from which row of the schedule to which.
    """

    first: Incident
    at: str
    alike: tuple[Incident, ...] = ()
    scheduled: bool = False
    listed: bool = False
    rows: Bilingual = EMPTY


def grouped(case: Case, where: Callable[[Incident], bool] = lambda incident: True) -> list[Told]:
    """The acts in their order, of those of which ``where`` holds; three or more alike become one."""
    told: dict[tuple[Any, ...], list[tuple[int, Incident]]] = {}
    for place, incident in enumerate(case.incidents):
        if where(incident):
            told.setdefault(_likeness(incident, place), []).append((place, incident))
    return [act for group in told.values() for act in _told(group)]


def in_schedule(acts: Sequence[Told]) -> list[Told]:
    """The acts with their rows in the schedule; one whose address stands in no row gets one for it."""
    printed = {url for act in acts if act.scheduled for row in act.alike for url in row.urls}
    listed = [
        replace(act, alike=(act.first,), listed=True) if not act.scheduled and set(act.first.urls) - printed else act
        for act in acts
    ]
    sizes = [len(act.alike) if act.scheduled or act.listed else 0 for act in listed]
    alone = sum(map(bool, sizes)) == 1
    ends = list(accumulate(sizes))
    return [
        replace(act, rows=_SCHEDULE if alone else _rows_of(end - size + 1, end)) if size else act
        for act, size, end in zip(listed, sizes, ends, strict=True)
    ]


_SCHEDULE = Bilingual("별지 범죄일람표", "in the schedule of acts")


def _rows_of(first: int, last: int) -> Bilingual:
    if first == last:
        return Bilingual(f"{_SCHEDULE.ko} 순번 {first}", f"in row {first} of the schedule of acts")
    return Bilingual(f"{_SCHEDULE.ko} 순번 {first} 내지 {last}", f"in rows {first} to {last} of the schedule of acts")


def _told(group: Sequence[tuple[int, Incident]]) -> Iterator[Told]:
    rows = [row for _, incident in group for row in _rows(incident)]
    place, first = group[0]
    if len(group) >= MANY or first.entries:
        yield Told(first, f"incidents[{place}]", tuple(rows), scheduled=True)
        return
    for each, incident in group:
        yield Told(incident, f"incidents[{each}]")


def _likeness(incident: Incident, place: int) -> tuple[Any, ...]:
    """What two incidents must share to be told in one sentence: all it says but when, where online and exhibits."""
    if not any("many_ko" in pattern for pattern in patterns("acts")[incident.act]) or incident.entries:
        return (place,)
    return (incident.act, *(getattr(incident, name) for name in _told_fields(incident.act)))


@cache
def _told_fields(act: Act) -> tuple[str, ...]:
    """The fields of an incident that the sentences of an act tell alike for many."""
    told = {path.split(".")[1] for path in composed_paths([act]) if path.startswith("incidents[].")}
    told_apart = {"when", "online", "urls", "entries", "discovered"}
    return tuple(sorted(told - told_apart | {"knowing", "still_online"}))


def _rows(incident: Incident) -> list[Incident]:
    if not incident.entries:
        return [incident]
    return [
        incident.model_copy(
            update={
                "when": entry.when if entry.when is not None else incident.when,
                "online": entry.online or incident.online,
                "urls": entry.urls,
                "exhibits": entry.exhibits,
                "entries": (entry,),
            }
        )
        for entry in incident.entries
    ]
