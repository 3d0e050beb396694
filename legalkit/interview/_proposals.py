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
            _join(found, each)
    for plain in entries(draft.answers, "provisions"):
        found.setdefault(provision_key(plain), _chosen(plain))
    return sorted(found.values(), key=lambda each: each.plain.get("rank") == "alternative")


@dataclass(frozen=True)
class LeftOut:
    """One provision that is shown with its reason and cannot be ticked.

    Attributes:
        name: the crime, with its article where it is in force.
        why: why it is not proposed.
        check: whether it is left out because nobody has read its rule; otherwise it does not fit.
    """

    name: Bilingual
    why: Bilingual
    check: bool


def left_out(case: Case, day: date) -> list[LeftOut]:
    """What comes to mind and is not proposed: what needs checking first, then what is not to be cited."""
    found = [each for each in suggest(case, day) if each.offence and each.version and not each.may_be_printed]
    named = [LeftOut(_name(each), Bilingual(each.because.ko, each.because.en), _unsure(each)) for each in found]
    return sorted(dict.fromkeys(named), key=lambda each: not each.check)


def _unsure(suggestion: Suggestion) -> bool:
    return suggestion.rank != "do_not_cite" and suggestion.needs_checking


def _name(suggestion: Suggestion) -> Bilingual:
    version = suggestion.version
    name = offence(suggestion.offence).name
    if not isinstance(version, Version):
        return Bilingual(name.ko, name.en)
    return Bilingual(f"{version.citation.ko}({name.ko})", f"{version.citation.en}: {name.en}")


def _join(found: dict[str, Proposal], suggestion: Suggestion) -> None:
    """One proposal for all the acts it is suggested for."""
    plain = {"offence": suggestion.offence, "incidents": [suggestion.incident], "rank": str(suggestion.rank)}
    key = provision_key(plain)
    if key in found:
        held = found[key].plain["incidents"]
        held += [] if suggestion.incident in held else [suggestion.incident]
        return
    found[key] = Proposal(plain, _name(suggestion), Bilingual(suggestion.because.ko, suggestion.because.en))


def _chosen(plain: dict[str, Any]) -> Proposal:
    try:
        name = offence(plain["offence"]).name
        words = Bilingual(name.ko, name.en)
    except LawError:  # a case file of another version may name an offence that is not known here
        words = Bilingual.same(plain["offence"])
    return Proposal(copied(plain), words, EMPTY)
