"""Provisions to propose for what happened, and why: those the law room suggests, and those chosen before."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from legalkit.case import Case
from legalkit.errors import LawError
from legalkit.interview._tree import entries
from legalkit.interview.draft import Draft, copied
from legalkit.language import EMPTY, Bilingual
from legalkit.law import Version, offence
from legalkit.law.suggest import Suggestion, suggest


@dataclass(frozen=True)
class Proposal:
    """One provision to tick.

    Attributes:
        plain: as a case file holds it: offence, incidents, rank.
        name: the crime and its article.
        why: why it may fit.
    """

    plain: dict[str, Any]
    name: Bilingual
    why: Bilingual

    @property
    def key(self) -> str:
        """What a form sends for it."""
        return provision_key(self.plain)


def provision_key(provision: dict[str, Any]) -> str:
    """One provision in a form: the offence and its rank.

    >>> provision_key({"offence": "cc_283_1_threat", "incidents": ["i1"]})
    'cc_283_1_threat:primary'
    """
    return f"{provision['offence']}:{provision.get('rank', 'primary')}"


def proposals(case: Case, draft: Draft, day: date) -> list[Proposal]:
    """What may be proposed: suggestions that may stand in a paper, then what was chosen and is not among them.

    Args:
        case: the case so far.
        draft: the draft, for what was chosen.
        day: day of filing.
    """
    found: dict[str, Proposal] = {}
    for each in suggest(case, day):
        if each.may_be_printed and isinstance(each.version, Version):
            _join(found, each, each.version)
    for plain in entries(draft.answers, "provisions"):
        found.setdefault(provision_key(plain), _chosen(plain))
    return sorted(found.values(), key=lambda each: each.plain.get("rank") == "alternative")


def _join(found: dict[str, Proposal], suggestion: Suggestion, version: Version) -> None:
    """One proposal for all the acts it is suggested for."""
    plain = {"offence": suggestion.offence, "incidents": [suggestion.incident], "rank": str(suggestion.rank)}
    key = provision_key(plain)
    if key in found:
        held = found[key].plain["incidents"]
        held += [] if suggestion.incident in held else [suggestion.incident]
        return
    citation, name = version.citation, version.name
    words = Bilingual(f"{citation.ko}({name.ko})", f"{citation.en}: {name.en}")
    found[key] = Proposal(plain, words, Bilingual(suggestion.because.ko, suggestion.because.en))


def _chosen(plain: dict[str, Any]) -> Proposal:
    try:
        name = offence(plain["offence"]).name
        words = Bilingual(name.ko, name.en)
    except LawError:  # a case file of another version may name an offence that is not known here
        words = Bilingual.same(plain["offence"])
    return Proposal(copied(plain), words, EMPTY)
