"""Duties and points of procedure as they stand on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from legalkit.errors import LawError, Problem
from legalkit.law.records import SURE, Bilingual, Reference, Verified, version_on
from legalkit.law.rule_records import Duty, ProcedurePoint
from legalkit.law.store import duties, find, procedure


@dataclass(frozen=True)
class Point:
    """A duty or a point of procedure on a day.

    Attributes:
        title: whose duty, or what the point is about.
        text: what the law says, in our words.
        what_she_can_do: what follows for her; None if nothing.
    """

    id: str
    title: Bilingual
    text: Bilingual
    what_she_can_do: Bilingual | None
    provision: Reference
    verified: Verified
    checked_on: date

    @property
    def sure(self) -> bool:
        """Whether it was read in a statute, a rule or a decision."""
        return self.verified in SURE


def duty(duty_id: str, day: date) -> Point:
    """A duty of a provider or an office on a day.

    Raises:
        LawError: ``E-LAW-UNKNOWN-RULE``; ``E-LAW-RULE-NOT-IN-FORCE`` if there was no such duty that day.

    >>> duty("duty_tba_22_5", date(2026, 11, 22)).provision.article
    '제22조의5'
    """
    return _point(duties(), duty_id, day)


def procedure_point(point_id: str, day: date) -> Point:
    """A point of procedure on a day.

    Raises:
        LawError: as :func:`duty`.

    >>> procedure_point("mandatory_referral", date(2026, 10, 2)).sure
    True
    """
    return _point(procedure(), point_id, day)


def _point(table: Mapping[str, Duty | ProcedurePoint], key: str, day: date) -> Point:
    record = find(dict(table), key, "E-LAW-UNKNOWN-RULE", "rule")
    version = version_on(record.versions, day)
    if version is None:
        earliest = record.versions[0].in_force_from.isoformat()
        raise LawError(Problem("E-LAW-RULE-NOT-IN-FORCE", "on", {"earliest": earliest}))
    return Point(
        id=record.id,
        title=record.who if isinstance(record, Duty) else record.title,
        text=version.text,
        what_she_can_do=record.what_she_can_do if isinstance(record, Duty) else None,
        provision=version.reference,
        verified=version.verified,
        checked_on=version.checked_on,
    )
