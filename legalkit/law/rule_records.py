"""What stands in the law files beside the offences: statutes, ages, facts, limitation, offices, time limits."""

from datetime import date
from typing import Literal

from pydantic import Field

from legalkit.law.records import Bilingual, Dated, Record, Reference, Verified

Effect = Literal[
    "from_majority",
    "from_majority_if_guardian",
    "none_for_life",
    "plus_10_with_proof",
    "suspended",
    "starts_when_it_ends",
]
Stage = Literal["investigation", "prosecution", "trial", "civil", "family", "support", "platform", "attachment"]


class Act(Record):
    """An amending Act: its number and the day it was promulgated."""

    act_no: int
    promulgated: date


class Statute(Record):
    """A statute, or a rule below one.

    Attributes:
        also: other short names in use.
        prefix: first letters of the ids of its offences; empty if it has none.
        path: where a mirror keeps its text; empty if none does.
        newest_read: the newest amendment that was read.
        english_verified: how the English name was checked.
    """

    id: str
    kind: Literal["act", "decree", "rule", "guideline"]
    short: Bilingual
    full: Bilingual
    english_verified: Verified
    also: tuple[str, ...] = ()
    prefix: str = ""
    path: str
    newest_read: Act | None = None
    checked_on: date


class AgeVersion(Dated):
    """An age limit: from ``min`` on, below ``under``; ``calendar_year`` drops her on 1 January of that year."""

    min: int | None = None
    under: int | None = None
    calendar_year: bool = False
    reference: Reference | None = None


class AgeRule(Record):
    """An age a provision names, with the way it was counted on each day."""

    id: str
    name: Bilingual
    versions: tuple[AgeVersion, ...] = Field(min_length=1)


class FactRule(Record):
    """A fact that decides whether a version fits.

    Attributes:
        ask: what to ask.
        values: each value with other words for it.
        also: other names a table may use for the fact, each with what its yes and no mean.
    """

    id: str
    ask: Bilingual
    values: dict[str, tuple[str, ...]]
    also: dict[str, dict[str, str]] = {}


class Element(Record):
    """Something a complaint of an offence has to state."""

    id: str
    ask: Bilingual


class TableRow(Record):
    """One line of the limitation table."""

    penalty: Bilingual
    years: int


class LimitationTable(Dated):
    """형사소송법 제249조제1항."""

    reference: Reference
    note: Bilingual
    rows: tuple[TableRow, ...]


class SpecialRule(Dated):
    """A rule that changes start or length of limitation.

    Attributes:
        effect: what it does.
        victim_age: id in ``ages.yaml`` it depends on; empty if on none.
        or_fact: fact that has the same effect as the age.
        reaches_back_to: earlier acts are covered if not yet time-barred on this day.
    """

    id: str
    effect: Effect
    victim_age: str = ""
    or_fact: str = ""
    reaches_back_to: date | None = None
    text: Bilingual
    reference: Reference


class LimitationFile(Record):
    """The whole of ``limitation.yaml``."""

    table: LimitationTable
    special: tuple[SpecialRule, ...]


class InstitutionVersion(Dated):
    """The name of an office from one day on."""

    name: Bilingual
    short: Bilingual | None = None
    reference: Reference


class InstitutionRecord(Record):
    """An office, court or person a paper may go to; ``suffix`` ends the address line (귀중 or 귀하)."""

    id: str
    kind: Literal["office", "court", "person", "company"]
    suffix: Literal["귀중", "귀하"]
    versions: tuple[InstitutionVersion, ...] = Field(min_length=1)


class AddresseeRule(Record):
    """Who receives a filing.

    Attributes:
        to: id in ``institutions.yaml`` of who decides.
        via: id of where it is lodged, if elsewhere.
        when: at which stage or in which case; None if always.
    """

    to: str
    via: str = ""
    when: Bilingual | None = None


class FilingVersion(Dated):
    """When a filing is open, on which provisions, and who receives it."""

    basis: tuple[Reference, ...] = Field(min_length=1)
    addressees: tuple[AddresseeRule, ...]
    reason: Bilingual


class FilingRecord(Record):
    """One filing.

    Attributes:
        title: official name.
        form: number of an official form, if there is one.
        before: why it is not open before its first day.
        instead: what to do where there is no paper here.
        ask_at: where to ask.
    """

    id: str
    title: Bilingual
    stage: Stage
    form: str = ""
    form_verified: Verified = "recalled"
    before: Bilingual | None = None
    instead: Bilingual | None = None
    ask_at: Bilingual | None = None
    versions: tuple[FilingVersion, ...] = Field(min_length=1)


class Length(Record):
    """Length of a period; exactly one unit is given."""

    days: int = 0
    weeks: int = 0
    months: int = 0
    years: int = 0


class DeadlineVersion(Dated):
    """A time limit from one day on; that day is the day it starts to run."""

    no_limit: bool = False
    length: Length | None = None
    rolls: bool = False
    counted_by: Reference | None = None
    reference: Reference
    note: Bilingual | None = None


class DeadlineRule(Record):
    """A time limit and the event that starts it."""

    id: str
    title: Bilingual
    starts: Bilingual
    first_day_counts: bool = False
    versions: tuple[DeadlineVersion, ...] = Field(min_length=1)


class TextVersion(Dated):
    """A duty or a point of procedure in our words."""

    reference: Reference
    text: Bilingual


class Duty(Record):
    """A duty of a provider or an office."""

    id: str
    who: Bilingual
    what_she_can_do: Bilingual | None = None
    versions: tuple[TextVersion, ...] = Field(min_length=1)


class ProcedurePoint(Record):
    """A point of procedure that decides what a paper says or what to warn of."""

    id: str
    title: Bilingual
    versions: tuple[TextVersion, ...] = Field(min_length=1)


class ActClass(Dated):
    """Acts of a case that an Act counts as its own; a gate asks this before any offence is chosen.

    Attributes:
        name: what the Act calls them.
        acts: codes of acts that are of this kind.
        with_images: acts that are of this kind only where they are about images of her.
        since: acts that are of this kind only if done on this day or later.
        opinions: acts of which no text says that they are of this kind, each with why we count them.
    """

    id: str
    name: Bilingual
    reference: Reference
    acts: tuple[str, ...] = Field(min_length=1)
    with_images: tuple[str, ...] = ()
    since: dict[str, date] = {}
    opinions: dict[str, Bilingual] = {}


class RelationClass(Dated):
    """Relations that an Act counts as its own, by the coded answers of a case."""

    id: str
    name: Bilingual
    reference: Reference
    kinds: tuple[str, ...] = Field(min_length=1)
    if_lived_as_spouses: tuple[str, ...] = ()


class Drafting(Record):
    """A heading or layout that is our choice, not law; ``filing`` is an id or ``all``."""

    id: str
    filing: str
    text: Bilingual
