"""Lists over the law files: every offence, what changes between two days, what is unverified or old."""

from dataclasses import dataclass
from datetime import date, timedelta

from legalkit.errors import LawError, Problem
from legalkit.law import store
from legalkit.law.citation import article_now
from legalkit.law.lookup import offence
from legalkit.law.offence_records import OffenceRecord
from legalkit.law.records import Bilingual
from legalkit.law.statements import Statement, statements
from legalkit.settings import LAW_STALE_DAYS

CHECK_AFTER_DAYS = 90
"""Days after which ``law status`` asks for another look."""


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


def listing() -> tuple[Listed, ...]:
    """Every offence with its citation of today's number, in the order of the files."""
    return tuple(
        Listed(
            id=o.id,
            citation=_cited_now(o),
            name=o.name,
            first_day=o.versions[0].in_force_from,
            versions=len(o.versions),
        )
        for o in store.all_offences().values()
    )


def _cited_now(record: OffenceRecord) -> Bilingual:
    statute = offence(record.id).statute
    article = article_now(record, statute.checked_on)
    return Bilingual(ko=f"{statute.short.ko} {article.ko}", en=f"{statute.short.en}, {article.en}")


def changes(first: date, last: date) -> tuple[Statement, ...]:
    """What comes into force from the first to the last day, soonest first.

    Raises:
        LawError: ``E-LAW-DAYS-REVERSED``: the last day lies before the first.

    >>> [s.id for s in changes(date(2027, 4, 22), date(2027, 4, 22))][:1]
    ['st_20_2_2_violate_protection_order']
    """
    if last < first:
        raise LawError(Problem("E-LAW-DAYS-REVERSED", "to", {"earliest": first.isoformat()}))
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


def newest_check() -> date:
    """The last day on which anything in the law files was checked: a day that is past for certain."""
    return max(each.value.checked_on for each in statements())
