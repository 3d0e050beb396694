"""Offices and addressees under the names of a day, and which filings are open on it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from legalkit.errors import LawError, Problem
from legalkit.law.reasons import day_before, korean_day
from legalkit.law.records import SURE, Bilingual, Reference, Verified, version_on
from legalkit.law.rule_records import FilingRecord, FilingVersion, InstitutionRecord
from legalkit.law.store import filing_rules, find, institutions

GateState = Literal["open", "closed", "not_yet"]


@dataclass(frozen=True)
class Office:
    """An office, court or person under the name of a day.

    Attributes:
        name: full name, without a place (``지방공소청``).
        short: short name, or the full one.
        suffix: how an address line ends (귀중 / 귀하).
        sure: whether name and day were read in a statute or rule.
    """

    id: str
    kind: str
    name: Bilingual
    short: Bilingual
    suffix: str
    sure: bool
    provision: Reference


@dataclass(frozen=True)
class Addressee:
    """Who receives a filing: who decides, where it is lodged if elsewhere, and in which case."""

    office: Office
    via: Office | None
    when: Bilingual | None


@dataclass(frozen=True)
class Gate:
    """Whether a filing is open on a day.

    Attributes:
        state: ``open``, ``closed`` (no longer) or ``not_yet`` (comes into force later, or was not there then).
        reason: one sentence.
        basis: provisions it rests on (of the version that opens next where it is not yet open).
        addressees: who may receive it, in the order of the law; empty for attachments and papers for herself.
        opens_on: first day, where it is not yet open.
        sure: whether it may be printed; False means it needs checking.
    """

    filing: str
    day: date
    state: GateState
    title: Bilingual
    reason: Bilingual
    basis: tuple[Reference, ...]
    addressees: tuple[Addressee, ...]
    opens_on: date | None
    verified: Verified
    checked_on: date

    @property
    def sure(self) -> bool:
        """Whether it was read in a statute, a rule or a decision."""
        return self.verified in SURE


@dataclass(frozen=True)
class Institution:
    """An institution that can be asked for its name of a day."""

    record: InstitutionRecord

    def on(self, day: date) -> Office:
        """The institution under its name of the day.

        Raises:
            LawError: ``E-LAW-NO-SUCH-OFFICE-THEN``: it did not exist that day.

        >>> institution("content_review").on(date(2025, 9, 30)).short.ko
        '방심위'
        """
        version = version_on(self.record.versions, day)
        if version is None:
            first = self.record.versions[0].in_force_from
            raise LawError(Problem("E-LAW-NO-SUCH-OFFICE-THEN", self.record.id, {"earliest": first.isoformat()}))
        return Office(
            id=self.record.id,
            kind=self.record.kind,
            name=version.name,
            short=version.short or version.name,
            suffix=self.record.suffix,
            sure=version.sure,
            provision=version.reference,
        )


@dataclass(frozen=True)
class FilingRule:
    """A filing that can be asked whether it is open on a day."""

    record: FilingRecord

    def on(self, day: date) -> Gate:
        """Whether the filing is open on the day of filing, on which provision, and who receives it.

        >>> filing_rule("stalking_protection_order").on(date(2027, 4, 21)).state
        'not_yet'
        >>> [a.office.name.ko for a in filing_rule("complaint").on(date(2026, 10, 2)).addressees]
        ['경찰서', '시·도경찰청']
        """
        version = version_on(self.record.versions, day)
        if version is not None:
            return self._gate(version, day, "open", version.reason)
        first = self.record.versions[0]
        if day < first.in_force_from:
            return self._gate(first, day, "not_yet", self.record.before or _opens(first.in_force_from))
        last = self.record.versions[-1]
        return self._gate(last, day, "closed", _closed(last.in_force_until or day_before(day)))

    def _gate(self, version: FilingVersion, day: date, state: GateState, reason: Bilingual) -> Gate:
        return Gate(
            filing=self.record.id,
            day=day,
            state=state,
            title=self.record.title,
            reason=reason,
            basis=version.basis,
            addressees=_addressees(version, day) if state == "open" else (),
            opens_on=version.in_force_from if state == "not_yet" else None,
            verified=version.verified,
            checked_on=version.checked_on,
        )


def institution(institution_id: str) -> Institution:
    """The institution of an id.

    Raises:
        LawError: ``E-LAW-UNKNOWN-OFFICE``.

    >>> institution("prosecution_office").on(date(2026, 10, 1)).name.ko
    '검찰청'
    >>> institution("prosecution_office").on(date(2026, 10, 2)).name.ko
    '공소청'
    """
    return Institution(find(institutions(), institution_id, "E-LAW-UNKNOWN-OFFICE", "institution"))


def filing_rule(filing_id: str) -> FilingRule:
    """The rule of a filing.

    Raises:
        LawError: ``E-LAW-UNKNOWN-FILING``.
    """
    return FilingRule(find(filing_rules(), filing_id, "E-LAW-UNKNOWN-FILING", "filing"))


def filing_ids() -> tuple[str, ...]:
    """Every filing the law room knows, those without a paper of ours included, in the order of the file."""
    return tuple(filing_rules())


def _addressees(version: FilingVersion, day: date) -> tuple[Addressee, ...]:
    return tuple(
        Addressee(institution(a.to).on(day), institution(a.via).on(day) if a.via else None, a.when)
        for a in version.addressees
    )


def _opens(first: date) -> Bilingual:
    return Bilingual(
        ko=f"{korean_day(first)}부터 낼 수 있는 것으로 등록되어 있다.", en=f"It is recorded as open from {first} on."
    )


def _closed(last: date) -> Bilingual:
    return Bilingual(ko=f"{korean_day(last)}까지만 낼 수 있었다.", en=f"It was open until {last} only.")
