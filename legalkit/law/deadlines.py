"""Time limits: the last day, the safe day two working days earlier, and whether the law lets the last day roll."""

from dataclasses import dataclass
from datetime import date

from legalkit.errors import LawError, Problem
from legalkit.law.periods import last_day_of, next_working_day, working_days_before
from legalkit.law.records import SURE, Bilingual, Reference, Verified, version_on
from legalkit.law.rule_records import DeadlineRule, DeadlineVersion
from legalkit.law.store import deadline_rules, find

SAFE_WORKING_DAYS = 2
"""A paper counts on arrival: we show a day this many working days before the last one."""


@dataclass(frozen=True)
class Deadline:
    """A time limit that has started to run.

    Attributes:
        rule: id in ``deadlines.yaml``.
        start: the day of the event.
        last_day: last day; None where the law sets no limit.
        unrolled: last day before rolling over Saturdays and public holidays.
        safe_day: two working days earlier; None where there is no limit, the start where the period is shorter.
        rolls: whether the law lets a last day on a Saturday or public holiday move on.
        counted_by: the rule of counting, where it rolls.
        provision: where the limit stands.
        sure: whether it may be printed; False means it needs checking.
    """

    rule: str
    title: Bilingual
    starts: Bilingual
    start: date
    last_day: date | None
    unrolled: date | None
    safe_day: date | None
    rolls: bool
    counted_by: Reference | None
    provision: Reference
    note: Bilingual | None
    verified: Verified
    checked_on: date

    @property
    def sure(self) -> bool:
        """Whether it was read in a statute, a rule or a decision."""
        return self.verified in SURE


def deadline(rule_id: str, start: date) -> Deadline:
    """The time limit of a rule that starts to run on a day.

    Args:
        rule_id: id in ``deadlines.yaml`` (``appeal_against_non_indictment``).
        start: the day of the event, such as the notice; the rule of that day applies.

    Raises:
        LawError: ``E-LAW-UNKNOWN-RULE``; ``E-LAW-RULE-NOT-IN-FORCE`` where the rule did not exist that day.

    >>> found = deadline("court_review_application", date(2026, 7, 7))
    >>> found.unrolled, found.last_day, found.safe_day
    (datetime.date(2026, 7, 17), datetime.date(2026, 7, 20), datetime.date(2026, 7, 15))
    """
    rule = find(deadline_rules(), rule_id, "E-LAW-UNKNOWN-RULE", "rule")
    version = version_on(rule.versions, start)
    if version is None:
        earliest = rule.versions[0].in_force_from.isoformat()
        raise LawError(Problem("E-LAW-RULE-NOT-IN-FORCE", "from", {"earliest": earliest}))
    return _deadline(rule, version, start)


def _deadline(rule: DeadlineRule, version: DeadlineVersion, start: date) -> Deadline:
    unrolled = last = safe = None
    if version.length is not None:
        unrolled = last_day_of(start, version.length, first_day_counts=rule.first_day_counts)
        last = next_working_day(unrolled) if version.rolls else unrolled
        safe = max(start, working_days_before(last, SAFE_WORKING_DAYS))
    return Deadline(
        rule=rule.id,
        title=rule.title,
        starts=rule.starts,
        start=start,
        last_day=last,
        unrolled=unrolled,
        safe_day=safe,
        rolls=version.rolls,
        counted_by=version.counted_by,
        provision=version.reference,
        note=version.note,
        verified=version.verified,
        checked_on=version.checked_on,
    )
