"""What is suggested: one provision for one act and one stretch of days, and why."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from legalkit.law.answers import NotInForce, Version
from legalkit.law.records import Bilingual
from legalkit.law.suggest.rules import Sureness, is_sure

Rank = Literal["primary", "alternative", "aggravating", "do_not_cite", "none"]
"""Proposed first · in the alternative (예비적) · raises the range, if it fits · not to be cited · nothing fits."""


@dataclass(frozen=True)
class Suggestion:
    """One provision for one act.

    Attributes:
        incident: id of the act.
        offence: id of the offence; empty where nothing fits.
        rank: see :data:`Rank`.
        version: as it stood on the day, or why there was none; None where nothing fits.
        because: the reason, as a sentence.
        rule: id of the rule that led here; empty where none did.
        basis: provision or decision the rule rests on, as cited.
        verified: how the rule was checked; ``opinion`` is a view on how to plead.
        from_answers: paths of the answers that led here.
        would_change: paths of answers still missing that would change it.
        span: first and last day it is for; the first is None where nothing tells how early the act was.
        assumed: the day taken where only the latest possible day is known.
    """

    incident: str
    offence: str
    rank: Rank
    version: Version | NotInForce | None
    because: Bilingual
    rule: str
    basis: str
    verified: Sureness
    from_answers: tuple[str, ...]
    would_change: tuple[str, ...]
    span: tuple[date | None, date]
    assumed: date | None = None

    @property
    def needs_checking(self) -> bool:
        """Whether the rule or the version rests on nothing that was read."""
        return not is_sure(self.verified) or (isinstance(self.version, Version) and not self.version.sure)

    @property
    def may_be_printed(self) -> bool:
        """Whether a paper that is filed may propose it for consideration (검토 대상 조문)."""
        return self.rank in {"primary", "alternative"} and isinstance(self.version, Version) and not self.needs_checking
