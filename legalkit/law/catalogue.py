"""Lists over the law files: every offence, what changes between two days, what is unverified or old."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from legalkit.law import store
from legalkit.law.lookup import offence
from legalkit.law.records import Bilingual, Dated, Reference
from legalkit.settings import LAW_STALE_DAYS

Kind = Literal["offence", "filing", "institution", "deadline", "duty", "procedure", "age", "limitation"]

CHECK_AFTER_DAYS = 90
"""Days after which ``law status`` asks for another look."""


@dataclass(frozen=True)
class Statement:
    """One dated statement of law, wherever it stands.

    Attributes:
        kind: which file it stands in.
        id: id in that file.
        name: what it is about.
        value: the dated value itself.
        provisions: where it stands in the statutes.
    """

    kind: Kind
    id: str
    name: Bilingual
    value: Dated
    provisions: tuple[Reference, ...]


@dataclass(frozen=True)
class Listed:
    """One offence of the list.

    Attributes:
        first_day: the day of its first recorded version.
        versions: how many versions are recorded.
    """

    id: str
    citation: Bilingual
    name: Bilingual
    first_day: date
    versions: int


@dataclass(frozen=True)
class Status:
    """How fresh the law files are on a day.

    Attributes:
        unverified: statements that need checking before they may be printed.
        coming: statements that come into force after the day, soonest first.
        old: statements checked longer ago than :data:`CHECK_AFTER_DAYS`.
        total: how many statements there are.
    """

    as_of: date
    unverified: tuple[Statement, ...]
    coming: tuple[Statement, ...]
    old: tuple[Statement, ...]
    total: int


def statements() -> Iterator[Statement]:
    """Every dated statement of law."""
    for o in store.all_offences().values():
        yield from (Statement("offence", o.id, o.name, v, (v.reference,)) for v in o.versions)
    for f in store.filing_rules().values():
        yield from (Statement("filing", f.id, f.title, v, v.basis) for v in f.versions)
    for i in store.institutions().values():
        yield from (Statement("institution", i.id, v.name, v, (v.reference,)) for v in i.versions)
    for d in store.deadline_rules().values():
        yield from (Statement("deadline", d.id, d.title, v, (v.reference,)) for v in d.versions)
    for t in store.duties().values():
        yield from (Statement("duty", t.id, t.who, v, (v.reference,)) for v in t.versions)
    for p in store.procedure().values():
        yield from (Statement("procedure", p.id, p.title, v, (v.reference,)) for v in p.versions)
    for a in store.ages().values():
        yield from (Statement("age", a.id, a.name, v, (v.reference,)) for v in a.versions if v.reference)
    for r in store.limitation().special:
        yield Statement("limitation", r.id, r.text, r, (r.reference,))


def listing() -> tuple[Listed, ...]:
    """Every offence with its citation of today's number, in the order of the files."""
    return tuple(
        Listed(
            id=o.id,
            citation=Bilingual(
                ko=f"{offence(o.id).statute.short.ko} {o.article.ko}",
                en=f"{offence(o.id).statute.short.en}, {o.article.en}",
            ),
            name=o.name,
            first_day=o.versions[0].in_force_from,
            versions=len(o.versions),
        )
        for o in store.all_offences().values()
    )


def changes(first: date, last: date) -> tuple[Statement, ...]:
    """What comes into force from the first to the last day, soonest first.

    >>> [s.id for s in changes(date(2027, 4, 22), date(2027, 4, 22))][:1]
    ['st_20_2_2_violate_protection_order']
    """
    found = (s for s in statements() if first <= s.value.in_force_from <= last)
    return tuple(sorted(found, key=lambda s: (s.value.in_force_from, s.kind != "offence", s.id)))


def status(as_of: date) -> Status:
    """What is unverified, what comes next, and what was checked long ago.

    Args:
        as_of: today, as the caller knows it.
    """
    everything = tuple(statements())
    limit = as_of - timedelta(days=CHECK_AFTER_DAYS)
    return Status(
        as_of=as_of,
        unverified=tuple(s for s in everything if not s.value.sure),
        coming=changes(as_of + timedelta(days=1), date.max),
        old=tuple(s for s in everything if s.value.checked_on < limit),
        total=len(everything),
    )


def stale(as_of: date, days: int = LAW_STALE_DAYS) -> date | None:
    """The day of the oldest check, if it lies more than ``days`` back; else None.

    >>> stale(date(2026, 11, 22)) is None
    True
    """
    oldest = min(s.value.checked_on for s in statements())
    return oldest if (as_of - oldest).days > days else None
