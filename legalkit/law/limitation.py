"""How long an act can be prosecuted: the base period and the rules that move its start or lift it."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from legalkit.law.ages import fits_age, majority
from legalkit.law.answers import Applies, LimitationAnswer, RuleApplied
from legalkit.law.offence_records import OffenceRecord, OffenceVersion
from legalkit.law.periods import last_day_of
from legalkit.law.rule_records import Length, SpecialRule
from legalkit.law.store import limitation

_UNLIMITED = "none_for_life"
_FROM_MAJORITY = "from_majority"


def limitation_of(
    offence: OffenceRecord,
    version: OffenceVersion,
    day: date,
    birth: date | None = None,
    facts: Mapping[str, str] | None = None,
) -> LimitationAnswer:
    """The limitation of an act done and finished on a day.

    Args:
        offence: the offence.
        version: its version of that day.
        day: the day of the act.
        birth: the victim's day of birth, if known.
        facts: values of facts by id, as far as known.

    Returns:
        Period, start and last day, as far as they can be told. Suspension and proof (DNA) are not computed: their
        rules come back as ``depends``.
    """
    rules = _rules(offence.special_limitation)
    years = version.limitation.years
    start, end = day, _end(day, years)
    applied: list[RuleApplied] = []
    for rule in rules:
        how = _applies(rule, day, birth, facts or {}, end)
        applied.append(RuleApplied(rule.id, rule.text, how, rule.reference, rule.verified))
        if rule.effect == _FROM_MAJORITY and how == "yes" and birth is not None:
            start = max(day, majority(birth))
            end = _end(start, years)
    paired = list(zip(applied, rules, strict=True))
    unlimited = any(a.applies == "yes" and r.effect == _UNLIMITED for a, r in paired)
    open_start = any(a.applies == "depends" and r.effect == _FROM_MAJORITY for a, r in paired)
    return LimitationAnswer(
        years=years,
        forms=version.limitation.forms,
        unlimited=unlimited,
        starts_on=None if unlimited or open_start else start,
        last_day=None if unlimited or open_start else end,
        rules=tuple(applied),
        settled=version.limitation.settled,
        old_table=day < limitation().table.in_force_from,
    )


@cache
def _rules(ids: tuple[str, ...]) -> tuple[SpecialRule, ...]:
    """The special rules of these ids, those that move the start first."""
    rules = [rule for rule in limitation().special if rule.id in ids]
    return tuple(sorted(rules, key=lambda rule: rule.effect != _FROM_MAJORITY))


def _end(start: date, years: int | None) -> date | None:
    # 시효의 초일은 시간을 계산하지 아니하고 1일로 산정한다(형사소송법 제66조제1항 단서)
    return last_day_of(start, _in_years(years), first_day_counts=True) if years else None


@cache
def _in_years(years: int) -> Length:
    return Length(years=years)


def _applies(
    rule: SpecialRule, day: date, birth: date | None, facts: Mapping[str, str], base_end: date | None
) -> Applies:
    if rule.effect not in (_FROM_MAJORITY, _UNLIMITED):
        return "depends"
    reaches = rule.reaches_back_to
    if reaches and day < reaches and base_end is not None and base_end < reaches:
        return "no"
    if not rule.victim_age or facts.get(rule.or_fact) == "yes":
        return "yes"
    if birth is None:
        return "depends"
    if fits_age(rule.victim_age, birth, day):
        return "yes"
    return "depends" if rule.or_fact and rule.or_fact not in facts else "no"
