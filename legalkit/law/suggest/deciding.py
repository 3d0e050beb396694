"""Whether a rule applies to an act on a day, and what answers that rests on."""

from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from legalkit.law.answers import NotInForce, Version
from legalkit.law.lookup import offence
from legalkit.law.store import offence_record
from legalkit.law.suggest.facts_material import making_days
from legalkit.law.suggest.given import Given, given
from legalkit.law.suggest.rules import Rule
from legalkit.law.suggest.scene import Scene
from legalkit.law.suggest.vocabulary import FACTS

ATTEMPT = (("attempt", "yes"),)


class Decision(NamedTuple):
    """What became of a rule.

    Attributes:
        applies: yes, no, or None while answers are missing.
        read: paths of the answers it rests on.
        missing: paths of the answers that would decide or undo it.
    """

    applies: bool | None
    read: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


NO = Decision(False)


def decide(scene: Scene, rule: Rule) -> Decision:
    """Whether a rule applies to an act on a day."""
    read: list[str] = []
    missing: list[str] = []
    undecided = False
    for name, refused, decides in rule.tests:
        found = FACTS[name](scene)
        if found.says in refused:
            return NO
        undecided |= decides and found.says is None
        read += found.read
        missing += found.missing
    if not _law_lets(scene, rule):
        return NO
    return Decision(None if undecided else True, tuple(read), tuple(missing))


def _law_lets(scene: Scene, rule: Rule) -> bool:
    if rule.where_none and isinstance(answer(scene, rule.where_none), Version):
        return False
    if rule.attempt_of:
        return isinstance(answer(scene, rule.attempt_of, more=ATTEMPT), Version)
    return True


def answer(scene: Scene, offence_id: str, rule: Rule | None = None, more: Given = ()) -> Version | NotInForce:
    """An offence on the day of the act, with what the case tells of the facts it depends on."""
    born = scene.setting.born
    birth = born if born and born <= scene.day else None
    made = making_days(scene)[0] if _age_counts_at_making(offence_id) else None
    # a birth after the making would be refused; the answers then contradict each other and the age stays open
    age_day = made if made and birth and birth <= made else None
    return version_of(offence_id, scene.day, birth, (*given(scene, offence_id, rule), *more), age_day)


@cache
def _age_counts_at_making(offence_id: str) -> bool:
    return offence_record(offence_id).age_of == "material"


@lru_cache(maxsize=8192)
def version_of(
    offence_id: str, day: date, birth: date | None, known: Given, age_day: date | None
) -> Version | NotInForce:
    """The version of an offence on a day, for somebody of an age."""
    return offence(offence_id).on(day, birth, dict(known), age_day=age_day)
