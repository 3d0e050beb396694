"""What a case says of the facts on which versions of an offence depend (``facts.yaml``)."""

from functools import cache

from legalkit.law.offence_records import Condition
from legalkit.law.store import limitation, offence_record
from legalkit.law.suggest.rules import Rule
from legalkit.law.suggest.scene import Scene
from legalkit.law.suggest.vocabulary import FACTS

_TOLD_BY = {
    "material": ("material_is_edited", "synthetic", "real"),
    "filming_consent": ("making_was_consented", "yes", "no"),
    "filmed_by": ("she_filmed_it_herself", "self", "other"),
    "material_exists": ("material_was_really_made", "yes", "no"),
    "material_shows_victim": ("material_shows_her", "yes", "no"),
    "purpose_to_distribute": ("was_made_in_order_to_be_spread", "yes", "no"),
    "channel": ("went_through_a_network", "online", "offline"),
    "statement_true": ("statement_was_false", "no", "yes"),
    "disabled": ("has_a_disability", "yes", "no"),
}
"""For a fact of ``facts.yaml``: the fact of the vocabulary that tells it, and its values for yes and for no."""

Given = tuple[tuple[str, str], ...]
"""Values by fact, in order, so that they can be remembered."""


@cache
def _asked_by(offence_id: str) -> tuple[tuple[str, str, str, str], ...]:
    """The facts on which an offence or its limitation depends, each with what tells it."""
    record = offence_record(offence_id)
    conditions = [*record.conditions, *(each for version in record.versions for each in version.conditions)]
    rules = [rule for rule in limitation().special if rule.id in record.special_limitation]
    named = {each.fact for each in conditions} | {rule.or_fact for rule in rules}
    return tuple((name, *_TOLD_BY[name]) for name in sorted(named & _TOLD_BY.keys()))


def given(scene: Scene, offence_id: str, rule: Rule | None = None) -> Given:
    """The facts an offence asks for, as far as the case tells them.

    Args:
        scene: an act on a day.
        offence_id: full id of the offence.
        rule: whose own facts come first.
    """
    asked = _asked_by(offence_id)
    if not asked:
        return tuple(rule.given.items()) if rule else ()
    known = dict(rule.given) if rule else {}
    for name, told, yes, no in asked:
        says = FACTS[told](scene).says
        if says is not None:
            known.setdefault(name, yes if says else no)
    return tuple(known.items())


def lacking(scene: Scene, conditions: tuple[Condition, ...]) -> tuple[str, ...]:
    """Paths of the answers that would tell the facts a version still depends on."""
    named = [_TOLD_BY[each.fact][0] for each in conditions if each.fact in _TOLD_BY]
    return tuple(path for name in named for path in FACTS[name](scene).missing)
