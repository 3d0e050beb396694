"""Provisions to propose for what happened, and why."""

from dataclasses import dataclass
from typing import Any

from legalkit.case import Case
from legalkit.interview._tree import entries
from legalkit.interview.draft import Draft, copied
from legalkit.language import EMPTY, Bilingual
from legalkit.law import offence


@dataclass(frozen=True)
class Proposal:
    """One provision to tick.

    Attributes:
        plain: as a case file holds it.
        name: the crime and its article.
        why: why it may fit.
        rank: primary or alternative.
    """

    plain: dict[str, Any]
    name: Bilingual
    why: Bilingual
    rank: str


def proposals(case: Case, draft: Draft) -> list[Proposal]:
    """What is proposed for a case: what was chosen before."""
    return [_proposal(each) for each in entries(draft.answers, "provisions")]


def _proposal(plain: dict[str, Any]) -> Proposal:
    found = offence(plain["offence"])
    return Proposal(copied(plain), Bilingual(found.name.ko, found.name.en), EMPTY, plain.get("rank", "primary"))
