"""Which provision was in force on the day of an act: a version with all that goes with it, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from legalkit.errors import LawError, Problem
from legalkit.law import reasons
from legalkit.law.ages import fits_age, may_fit_age
from legalkit.law.answers import NotInForce, Version
from legalkit.law.citation import article_of, citations
from legalkit.law.limitation import limitation_of
from legalkit.law.offence_records import ComplaintRule, Condition, OffenceRecord, OffenceVersion
from legalkit.law.records import Bilingual, version_on
from legalkit.law.rule_records import Statute
from legalkit.law.store import fact_value, offence_record, statutes

Facts = Mapping[str, str]


@dataclass(frozen=True)
class Offence:
    """An offence that can be asked for its version of a day.

    Attributes:
        record: everything the law files say about it.
        statute: the statute it stands in.
    """

    record: OffenceRecord
    statute: Statute

    @property
    def id(self) -> str:
        """Stable id."""
        return self.record.id

    @property
    def name(self) -> Bilingual:
        """Name of the crime."""
        return self.record.name

    def on(
        self,
        day: date,
        victim_birth: date | None = None,
        given: Facts | None = None,
        *,
        age_day: date | None = None,
        victim_age: int | None = None,
        as_of: date | None = None,
    ) -> Version | NotInForce:
        """The version in force on the day of the act.

        Args:
            day: the day of the act, done and finished.
            victim_birth: her day of birth; the age is counted as the rule of that day says.
            given: values of facts by id (``facts.yaml``); a fact left out stays open (``depends_on``).
            age_day: the day whose age counts if not the day of the act: when the material was made.
            victim_age: full years, where the day of birth is not known.
            as_of: today, as the caller knows it; an act after it is refused.

        Raises:
            LawError: ``E-LAW-FUTURE-ACT``, ``E-LAW-BIRTH-AFTER-ACT``, ``E-LAW-UNKNOWN-FACT``, ``E-LAW-UNKNOWN-VALUE``.

        >>> offence("sv_14b_4").on(date(2024, 10, 15)).decided_by
        'date'
        >>> offence("sv_14b_4").on(date(2024, 10, 16)).penalty.max_years
        3.0
        """
        known = _checked(day, victim_birth, given or {}, as_of)
        version = version_on(self.record.versions, day)
        if version is None:
            return self._not_yet(day, victim_birth)
        rule = version.victim_age or self.record.victim_age
        counted = age_day or day
        if (victim_birth is not None and not fits_age(rule, victim_birth, counted)) or (
            victim_birth is None and victim_age is not None and not may_fit_age(rule, victim_age, counted)
        ):
            return self._none(day, victim_birth, reasons.wrong_age(rule, self.record.age_of), "age")
        conditions = self.record.conditions + version.conditions
        for condition in conditions:
            if known.get(condition.fact, condition.any_of[0]) not in condition.any_of:
                return self._excluded(day, victim_birth, condition)
        if known.get("attempt") == "yes" and not self._attempt_punishable(day):
            return self._none(day, victim_birth, reasons.no_attempt(day), "condition", fact="attempt")
        return self._version(version, day, victim_birth, known)

    def _attempt_punishable(self, day: date) -> bool:
        return self.record.attempt is not None and self.record.attempt.punishable_from <= day

    def _version(self, version: OffenceVersion, day: date, birth: date | None, known: Facts) -> Version:
        short, full = _cited(self.id, version.in_force_from)
        later = next((v for v in self.record.versions if v.in_force_from > version.in_force_from), None)
        return Version(
            offence_id=self.id,
            day=day,
            statute=self.statute.id,
            article=article_of(self.record, version),
            citation=short,
            full=full,
            name=self.name,
            penalty=version.penalty,
            in_force_from=version.in_force_from,
            in_force_until=reasons.day_before(later.in_force_from) if later else version.in_force_until,
            limitation=limitation_of(self.record, version, day, birth, known),
            complaint=complaint_on(self.record, day),
            depends_on=tuple(c for c in self.record.conditions + version.conditions if c.fact not in known),
            change=version.change,
            scope=version.scope,
            reference=version.reference,
            verified=version.verified,
            checked_on=version.checked_on,
            source=version.source,
        )

    def _not_yet(self, day: date, birth: date | None) -> NotInForce:
        first = self.record.versions[0].in_force_from
        before = self.record.before
        return NotInForce(
            self.id, day, self.name, reasons.not_in_force(day, first, before.kind), "date",
            in_force_on(before.use_instead, day, birth), before.kind == "not_recorded", first,
        )  # fmt: skip

    def _excluded(self, day: date, birth: date | None, condition: Condition) -> NotInForce:
        instead = in_force_on(condition.use_instead, day, birth)
        return NotInForce(
            self.id, day, self.name, reasons.excluded(condition.because), "condition", instead, fact=condition.fact
        )

    def _none(
        self, day: date, birth: date | None, because: Bilingual, by: reasons.DecidedBy, fact: str = ""
    ) -> NotInForce:
        ids = self.record.age_use_instead if by == "age" else self.record.before.use_instead
        return NotInForce(self.id, day, self.name, because, by, in_force_on(ids, day, birth), fact=fact)


def offence(offence_id: str, path: str = "offence") -> Offence:
    """The offence of an id.

    Args:
        offence_id: full id, or its part up to the article (``sv_14_1``).
        path: where the id came from, for the error.

    Raises:
        LawError: ``E-LAW-UNKNOWN-OFFENCE``.
    """
    record = offence_record(offence_id, path)
    return Offence(record, statutes()[record.versions[0].reference.statute])


@cache
def _cited(offence_id: str, in_force_from: date) -> tuple[Bilingual, Bilingual]:
    """The short and the full citation of a version."""
    found = offence(offence_id)
    version = next(each for each in found.record.versions if each.in_force_from == in_force_from)
    return citations(found.statute, found.record, version)


def complaint_on(record: OffenceRecord, day: date) -> ComplaintRule:
    """Whether an act of this day needs a complaint."""
    return next(line for line in record.complaint if line.until is None or day <= line.until)


def in_force_on(ids: tuple[str, ...], day: date, birth: date | None = None) -> tuple[str, ...]:
    """The offences among ``ids`` in force on a day; one that is not yet gives way to what it names instead."""
    found: list[str] = []
    for one in ids:
        record = offence_record(one)
        version = version_on(record.versions, day)
        if version is None:
            found += in_force_on(record.before.use_instead, day, birth)
        elif birth is None or fits_age(version.victim_age or record.victim_age, birth, day):
            found.append(record.id)
    return tuple(dict.fromkeys(found))


def _checked(day: date, birth: date | None, given: Facts, as_of: date | None) -> Facts:
    problems = []
    if as_of is not None and day > as_of:
        problems.append(Problem("E-LAW-FUTURE-ACT", "on", {"latest": as_of.isoformat()}))
    if birth is not None and birth > day:
        problems.append(Problem("E-LAW-BIRTH-AFTER-ACT", "victim_birth", {"latest": day.isoformat()}))
    if problems:
        raise LawError(problems)
    return dict(fact_value(fact, value) for fact, value in given.items())
