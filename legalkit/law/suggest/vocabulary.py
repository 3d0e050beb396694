"""Every fact a rule may name, by name; the docstring of each says what it means."""

from collections.abc import Callable, Mapping

from legalkit.law.suggest import facts_course, facts_material, facts_people, facts_place, facts_words
from legalkit.law.suggest.found import Found
from legalkit.law.suggest.scene import Scene

FACTS: Mapping[str, Callable[[Scene], Found]] = {
    tell.__name__: tell
    for module in (facts_material, facts_people, facts_course, facts_place, facts_words)
    for tell in module.FACTS
}


def fact(scene: Scene, name: str) -> Found:
    """What the answers say of a fact.

    Args:
        scene: an act on a day.
        name: a key of :data:`FACTS`.
    """
    return scene.fact(name, FACTS[name])
