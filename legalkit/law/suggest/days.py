"""The days of an act: one day, or a range broken where the law or the way her age counts changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from legalkit.case import Incident, known
from legalkit.law.ages import birthday
from legalkit.law.store import ages, offence_record
from legalkit.law.suggest.rules import rules_of
from legalkit.law.suggest.scene import Setting, days_of

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Days of an act on which the law is the same.

    Attributes:
        first: first day; None where nothing tells how early the act was.
        last: last day, at most the day of asking.
    """

    first: date | None
    last: date

    @property
    def day(self) -> date:
        """The day whose law is asked: the first, or the last where the first is not known."""
        return self.first or self.last


def stretches(incident: Incident, setting: Setting) -> tuple[Stretch, ...]:
    """The days of an act in parts; empty if all of it lies after the day of asking or before her birth."""
    periods = [each for each in _periods(incident) if each[0] <= setting.as_of]
    if not periods:
        return _open_start(incident, setting)
    earliest = setting.birth.earliest if setting.birth else date.min
    born = [(max(first, earliest), min(last, setting.as_of)) for first, last in periods if last >= earliest]
    return tuple(Stretch(first, last) for first, last in _parts(born, _cuts(incident, setting, born)))


def _periods(incident: Incident) -> list[tuple[date, date]]:
    """First and last day of each entry, or of the act where no entry has a day."""
    dated = [days_of(entry.when) for entry in incident.entries]
    found = [(first, last) for first, last in dated if first and last]
    first, last = days_of(incident.when)
    return found or ([(first, last)] if first and last else [])


def _open_start(incident: Incident, setting: Setting) -> tuple[Stretch, ...]:
    """Only a last day is known: the day she learned of it, or the day of asking."""
    if _periods(incident):
        return ()
    learned = [incident.when, incident.knowing.when, incident.discovered.when if incident.discovered else None]
    days = [each.latest for each in learned if known(each) and each.latest]
    last = min([*days, setting.as_of])
    return () if setting.birth and setting.birth.earliest > last else (Stretch(None, last),)


def _parts(periods: list[tuple[date, date]], cuts: Iterable[date]) -> Iterator[tuple[date, date]]:
    if not periods:
        return
    if len(periods) == 1 and periods[0][0] == periods[0][1]:
        yield periods[0]
        return
    start, end = min(first for first, _ in periods), max(last for _, last in periods)
    starts = [start, *(cut for cut in cuts if start < cut <= end)]
    ends = [*(each - _DAY for each in starts[1:]), end]
    for a, b in zip(starts, ends, strict=True):
        inside = [(first, last) for first, last in periods if first <= b and last >= a]
        if inside:
            yield max(a, min(first for first, _ in inside)), min(b, max(last for _, last in inside))


def _cuts(incident: Incident, setting: Setting, periods: list[tuple[date, date]]) -> list[date]:
    """The days within a range on which the law or the count of her age changes, in order."""
    if not periods or min(first for first, _ in periods) == max(last for _, last in periods):
        return []
    return setting.once("cuts", incident.act, lambda: sorted(_turns(incident.act) | _birthdays(setting)))


@cache
def _turns(act: str) -> frozenset[date]:
    """The days on which a provision that a rule of this act names, or the count of an age, changes."""
    offences = {name for rule in rules_of(act) for name in (rule.offence, rule.attempt_of, rule.where_none) if name}
    records = [offence_record(name) for name in offences]
    versions = {version.in_force_from for record in records for version in record.versions}
    attempts = {record.attempt.punishable_from for record in records if record.attempt}
    counts = {version.in_force_from for rule in ages().values() for version in rule.versions}
    return frozenset(versions | attempts | counts)


def _birthdays(setting: Setting) -> set[date]:
    """The days on which she leaves an age that a provision names."""
    if setting.birth is None:
        return set()
    limits = {version.under for rule in ages().values() for version in rule.versions if version.under}
    births = {setting.birth.earliest, setting.birth.latest}
    years = {date(born.year + limit, 1, 1) for born in births for limit in limits}
    return years | {birthday(born, limit) for born in births for limit in limits}
