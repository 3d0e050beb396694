"""What stands in ``offences/<statute>.yaml``: an offence, its dated versions and the facts they depend on."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from legalkit.law.records import Bilingual, Dated, Record, Reference, Verified

ComplaintKind = Literal["none", "complaint_needed", "not_against_will", "complaint_needed_if_relative"]
"""none · 친고죄 · 반의사불벌죄 · 친고죄 only where the suspect is a relative."""


class Penalty(Record):
    """A statutory range.

    Attributes:
        ko: as the statute writes it.
        en: the same in English.
        min_years: least imprisonment in years, None if the text names none.
        max_years: most imprisonment in years, or ``life`` / ``death``; None where only a minimum or a fine is named.
        max_fine_krw: most fine in won, None where there is no fine.
        max_suspension_years: suspension of qualifications in years, where the text has it.
    """

    ko: str
    en: str
    min_years: float | None = None
    max_years: float | Literal["life", "death"] | None = None
    max_fine_krw: int | None = None
    max_suspension_years: int | None = None


class FormYears(Record):
    """Limitation where one article punishes two forms with different penalties."""

    form: Bilingual
    years: int


class Limitation(Record):
    """Base limitation period (형사소송법 제249조), before any special rule.

    Attributes:
        years: period in years; None where it follows the base offence or is not settled.
        forms: the years of each form, where they differ.
        follows_base: True for attempts: the period of the completed offence.
        settled: False where it is not settled which penalty counts.
    """

    years: int | None = None
    forms: tuple[FormYears, ...] = ()
    follows_base: bool = False
    settled: bool = True


class Condition(Record):
    """A fact that decides whether a version fits.

    Attributes:
        fact: id in ``facts.yaml``.
        any_of: values with which the version fits.
        because: why any other value does not.
        use_instead: ids of offences to look at then.
    """

    fact: str
    any_of: tuple[str, ...]
    because: Bilingual
    use_instead: tuple[str, ...] = ()


class Absence(Record):
    """What to say of an act before the first version.

    Attributes:
        kind: ``no_offence`` (there was no such provision) or ``not_recorded`` (an older number or Act: ask a lawyer).
        use_instead: ids of offences to look at, those in force that day.
    """

    kind: Literal["no_offence", "not_recorded"]
    use_instead: tuple[str, ...] = ()


class ComplaintRule(Record):
    """Whether prosecution needs a complaint.

    Attributes:
        until: last day of the act for which this line holds; None for the newest line.
        kind: see :data:`ComplaintKind`.
        basis: the provision, as cited.
        period: id in ``deadlines.yaml`` of the time to complain; empty if none.
        note: what else to know.
    """

    until: date | None = None
    kind: ComplaintKind
    basis: str = ""
    period: str = ""
    note: Bilingual | None = None
    verified: Verified = "statute"


class Attempt(Record):
    """From which day an attempt is punishable, and where it says so."""

    punishable_from: date
    basis: str
    verified: Verified


class OffenceVersion(Dated):
    """An offence as it stood from one day on.

    Attributes:
        reference: statute, article as numbered then, Act.
        article: the number then, where it differs from the number now.
        penalty: the statutory range.
        limitation: base period.
        victim_age: id in ``ages.yaml`` where it differs from the offence's own.
        conditions: facts that exclude this version.
        change: what came in with this version, where it is more than the penalty.
        scope: the part of the article that may be cited, where a part is void.
    """

    reference: Reference
    article: Bilingual | None = None
    penalty: Penalty
    limitation: Limitation
    victim_age: str = ""
    conditions: tuple[Condition, ...] = ()
    change: Bilingual | None = None
    scope: Bilingual | None = None


class OffenceRecord(Record):
    """One offence.

    Attributes:
        id: stable id (``sv_14_1_illegal_filming``); the prefix tells the statute.
        article: as numbered now.
        name: name of the crime.
        summary: what it is about, in plain words.
        elements: ids in ``elements.yaml``: what a complaint has to state.
        victim_age: id in ``ages.yaml``.
        age_of: whose day counts for the age: of the act, or of the making of the material.
        age_use_instead: offences to look at when the age does not fit.
        offender: who can commit it.
        before: what to say of acts before the first version.
        conditions: facts that exclude the offence in every version.
        complaint: oldest line first.
        attempt: None where an attempt is not punishable.
        special_limitation: ids in ``limitation.yaml``.
        versions: oldest first.
    """

    id: str
    article: Bilingual
    name: Bilingual
    summary: Bilingual
    elements: tuple[str, ...]
    victim_age: str = "any"
    age_of: Literal["act", "material"] = "act"
    age_use_instead: tuple[str, ...] = ()
    offender: Literal["anyone", "adult", "relative", "household"] = "anyone"
    before: Absence
    conditions: tuple[Condition, ...] = ()
    complaint: tuple[ComplaintRule, ...] = Field(min_length=1)
    attempt: Attempt | None = None
    special_limitation: tuple[str, ...] = ()
    versions: tuple[OffenceVersion, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _versions_follow_each_other(self) -> Self:
        for earlier, later in zip(self.versions, self.versions[1:], strict=False):
            if earlier.in_force_until is not None or earlier.in_force_from >= later.in_force_from:
                raise ValueError(f"{self.id}: versions overlap or leave a gap at {later.in_force_from}")
        return self
