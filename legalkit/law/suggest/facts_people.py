"""Facts about people: her age on the day, who the actor is to her, how old the actor is."""

from datetime import date, timedelta
from functools import lru_cache

from legalkit.case import PartialDate, known
from legalkit.case.codes import Order, RelationKind
from legalkit.law.ages import age_on, fits_age
from legalkit.law.periods import last_day_of, next_working_day
from legalkit.law.records import version_on
from legalkit.law.rule_records import Length
from legalkit.law.store import deadline_rules, relation_classes
from legalkit.law.suggest.found import Found, all_of, any_of
from legalkit.law.suggest.scene import Scene, days_of, fact

_ADULT = 19
_KIN = frozenset({
    RelationKind.LINEAL_ASCENDANT, RelationKind.LINEAL_DESCENDANT, RelationKind.RELATIVE_LIVING_TOGETHER,
})  # fmt: skip
_PERHAPS_KIN = frozenset({RelationKind.STEP_FAMILY, RelationKind.OTHER_RELATIVE, RelationKind.OTHER})
_SPOUSE = frozenset({RelationKind.SPOUSE, RelationKind.DE_FACTO_SPOUSE})
_ORDERS = frozenset(Order)
_LONGEST_HOLIDAYS = timedelta(days=14)


def _of_age(scene: Scene, rule: str) -> Found:
    birth = scene.setting.birth
    if birth is None:
        return Found(None, (), ("victim.birth",))
    says = of_age(rule, birth, scene.day)
    return Found(None, (), ("victim.birth",)) if says is None else Found(says, ("victim.birth",))


@lru_cache(maxsize=4096)
def of_age(rule: str, birth: PartialDate, day: date) -> bool | None:
    """Whether somebody is of an age that a provision names; None where a birth known in part leaves it open."""
    fits = {fits_age(rule, born, day) for born in (birth.earliest, birth.latest)}
    return fits.pop() if len(fits) == 1 else None


@fact
def was_a_child_or_youth_at_the_act(scene: Scene) -> Found:
    """Whether she was a child or youth, as the age was counted that day (아청법 제2조제1호)."""
    return _of_age(scene, "child_youth")


@fact
def was_under_16_at_the_act(scene: Scene) -> Found:
    """Whether she was under 16."""
    return _of_age(scene, "under_16")


@fact
def was_under_18_at_the_act(scene: Scene) -> Found:
    """Whether she was under 18."""
    return _of_age(scene, "under_18")


@fact
def was_under_13_at_the_act(scene: Scene) -> Found:
    """Whether she was under 13."""
    return _of_age(scene, "under_13")


@fact
def has_a_disability(scene: Scene) -> Found:
    """Whether she has a disability."""
    says = scene.setting.case.victim.disability
    if isinstance(says, bool):
        return Found(says, ("victim.disability",))
    return Found(None, (), ("victim.disability",))


@fact
def actor_is_an_adult(scene: Scene) -> Found:
    """Whether the actor was 19 or over that day."""
    if scene.actor is None:
        return scene.open("actor")
    at, person = scene.actor
    path = f"accused[{at}].birth"
    if not known(person.birth):
        return Found(None, (), (path,))
    adult = {age_on(born, scene.day) >= _ADULT for born in (person.birth.earliest, person.birth.latest)}
    return Found(adult.pop(), (path,)) if len(adult) == 1 else Found(None, (), (path,))


def _relation(scene: Scene, kinds: frozenset[RelationKind]) -> Found:
    if scene.actor is None:
        return scene.open("actor")
    at, person = scene.actor
    path = f"accused[{at}].relation.kind"
    kind = person.relation.kind
    return Found(kind in kinds, (path,)) if known(kind) else Found(None, (), (path,))


def _relation_says(scene: Scene, name: str) -> Found:
    if scene.actor is None:
        return scene.open("actor")
    at, person = scene.actor
    says, path = getattr(person.relation, name), f"accused[{at}].relation.{name}"
    return Found(says, (path,)) if isinstance(says, bool) else Found(None, (), (path,))


@fact
def actor_is_kin(scene: Scene) -> Found:
    """Whether the actor is a relative within the fourth degree or one who lives with her (제5조제4항)."""
    kin = _relation(scene, _KIN)
    may_be = any_of([kin, _relation(scene, _PERHAPS_KIN)])
    return kin if may_be.says is False else any_of([kin, _relation_says(scene, "kin_within_four")])


@fact
def actor_is_her_spouse(scene: Scene) -> Found:
    """Whether the actor is her husband or lives with her as such."""
    return _relation(scene, _SPOUSE)


@fact
def actor_is_family(scene: Scene) -> Found:
    """Whether the actor is of the household in the sense of 가정폭력처벌법 제2조제2호."""
    rule = relation_classes()["household"]
    named = _relation(scene, frozenset(map(RelationKind, rule.kinds)))
    lived = frozenset(map(RelationKind, rule.if_lived_as_spouses))
    return any_of([named, all_of([_relation(scene, lived), _relation_says(scene, "de_facto_spouses")])])


@fact
def actor_is_known(scene: Scene) -> Found:
    """Whether it is known who did it."""
    if scene.actor is None or not known(scene.actor[1].name):
        return Found(False, (scene.path("actor"),) if scene.incident.actor is not None else ())
    return Found(True, (scene.path("actor"), f"accused[{scene.actor[0]}].name"))


@fact
def six_months_to_complain_have_not_passed(scene: Scene) -> Found:
    """Whether a complaint is still in time where one is needed (형사소송법 제230조제1항)."""
    who = actor_is_known(scene)
    if not who.says:
        return Found(True, who.read)
    if _in_time(scene, scene.day):
        return Found(True, (*who.read, scene.path("when")))
    learned = days_of(scene.incident.knowing.when)
    if learned[0] is None or learned[1] is None:
        return Found(None, who.read, (scene.path("knowing.when"),))
    in_time = {_in_time(scene, day) for day in learned if day}
    read = (*who.read, scene.path("knowing.when"))
    return Found(in_time.pop(), read) if len(in_time) == 1 else Found(None, read, (scene.path("knowing.when"),))


def _in_time(scene: Scene, knew: date) -> bool:
    last = last_day_of(knew, _time_to_complain(knew))
    today = scene.setting.as_of
    # the calendar of holidays is looked into only where the last day has just passed
    return today <= last or (today - last <= _LONGEST_HOLIDAYS and today <= next_working_day(last))


def _time_to_complain(knew: date) -> Length:
    version = version_on(deadline_rules()["complaint_period"].versions, knew)
    return version.length if version and version.length else Length()


@fact
def order_was_a_provisional_measure(scene: Scene) -> Found:
    """Whether the order broken was a provisional measure against stalking (잠정조치)."""
    return scene.chosen("order", frozenset({Order.PROVISIONAL_MEASURE}), _ORDERS)


@fact
def order_was_an_emergency_measure(scene: Scene) -> Found:
    """Whether the order broken was an emergency measure against stalking (긴급응급조치)."""
    return scene.chosen("order", frozenset({Order.EMERGENCY_MEASURE}), _ORDERS)


@fact
def order_was_a_protection_order(scene: Scene) -> Found:
    """Whether the order broken was a protection order for a victim, temporary ones included."""
    return scene.chosen("order", frozenset({Order.PROTECTION_ORDER, Order.TEMPORARY_PROTECTION_ORDER}), _ORDERS)


@fact
def order_was_an_injunction(scene: Scene) -> Found:
    """Whether the order broken was an injunction of a civil court."""
    return scene.chosen("order", frozenset({Order.INJUNCTION}), _ORDERS)
