"""What the law room answers: a version with everything that goes with it, or why there is none."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from legalkit.law.offence_records import ComplaintRule, Condition, FormYears, Penalty
from legalkit.law.records import SURE, Bilingual, Reference, Verified

Applies = Literal["yes", "no", "depends"]


@dataclass(frozen=True)
class RuleApplied:
    """A special rule of limitation and whether it applies to this act."""

    id: str
    text: Bilingual
    applies: Applies
    provision: Reference
    verified: Verified


@dataclass(frozen=True)
class LimitationAnswer:
    """How long prosecution is possible.

    Attributes:
        years: base period; None where it differs by form, follows the base offence or is not settled.
        forms: the years of each form, where they differ.
        unlimited: True if no period applies.
        starts_on: the day it starts; None if that cannot be told.
        last_day: last day of the period, before any suspension or extension; None if it cannot be told.
        rules: special rules with whether they apply.
        settled: False where it is not settled which penalty counts.
        old_table: True for acts before 2007-12-21, whose shorter periods are not recorded here.
    """

    years: int | None
    forms: tuple[FormYears, ...]
    unlimited: bool
    starts_on: date | None
    last_day: date | None
    rules: tuple[RuleApplied, ...]
    settled: bool = True
    old_table: bool = False


@dataclass(frozen=True)
class Version:
    """An offence as it stood on the day of the act.

    Attributes:
        article: number on that day (``제14조제1항`` / ``Article 14 (1)``).
        citation: short citation, with 구(舊) and the Act number where the number has changed since.
        full: citation with the full name of the statute.
        limitation: period and special rules.
        complaint: whether prosecution needs a complaint.
        depends_on: conditions whose fact was not given.
        sure: whether it may stand in a paper that is filed.
    """

    offence_id: str
    day: date
    statute: str
    article: Bilingual
    citation: Bilingual
    full: Bilingual
    name: Bilingual
    penalty: Penalty
    in_force_from: date
    in_force_until: date | None
    limitation: LimitationAnswer
    complaint: ComplaintRule
    depends_on: tuple[Condition, ...]
    change: Bilingual | None
    scope: Bilingual | None
    reference: Reference
    verified: Verified
    checked_on: date
    source: str

    @property
    def sure(self) -> bool:
        """Whether it was read in a statute, a rule or a decision."""
        return self.verified in SURE


@dataclass(frozen=True)
class NotInForce:
    """No version fits: why, and what to look at instead.

    Attributes:
        because: the reason, as a sentence.
        decided_by: ``date`` (nothing in force), ``age`` (of the victim) or ``condition`` (a fact).
        use_instead: ids of offences in force that day.
        ask_a_lawyer: True where an older number or Act may apply that is not recorded here.
        in_force_from: first day of the offence, where the date decided.
        fact: the fact that decided, else empty.
    """

    offence_id: str
    day: date
    name: Bilingual
    because: Bilingual
    decided_by: Literal["date", "age", "condition"]
    use_instead: tuple[str, ...]
    ask_a_lawyer: bool = False
    in_force_from: date | None = None
    fact: str = ""
