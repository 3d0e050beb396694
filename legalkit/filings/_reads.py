"""Which answers composing reads, from the patterns themselves: what filings declare and the interview asks."""

from collections.abc import Sequence
from functools import cache

from legalkit.case.codes import Act
from legalkit.filings._pattern import names, parse
from legalkit.filings._slots import ANSWERS, SLOTS
from legalkit.filings._words import patterns


def composed_paths(acts: Sequence[Act] = tuple(Act)) -> frozenset[str]:
    """Every path of the case model that composing may read for these acts, from the patterns themselves."""
    return frozenset({f"incidents[].{name}" for name in _ALWAYS}.union(*map(act_paths, acts)))


_ALWAYS = (
    "act", "actor", "people", "knowing", "discovered", "entries", "material", "made", "consented_to_making", "object",
    "urls",
)  # fmt: skip


@cache
def act_paths(act: Act) -> frozenset[str]:
    """The paths that the sentences of one act name."""
    found: set[str] = set()
    for pattern in patterns("acts")[act]:
        texts = [pattern[key] for key in ("ko", "many_ko") if key in pattern]
        named = {name for text in texts for name in names(parse(text))} | {pattern.get("if"), pattern.get("unless")}
        found |= {f"incidents[].{SLOTS[name].path}" for name in named if name in SLOTS}
        found |= {f"incidents[].{ANSWERS[name][0]}" for name in named if name in ANSWERS}
    return frozenset(found)
