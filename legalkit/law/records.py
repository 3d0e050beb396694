"""What a statement of law looks like: words in two languages, a day it starts, where it stands, how sure we are."""

from datetime import date
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict

Verified = Literal["statute", "rule", "decision", "secondary", "recalled"]
"""How a statement was checked: text of the statute, of a rule below it, of a decision, a secondary source, memory."""

SURE: frozenset[str] = frozenset({"statute", "rule", "decision"})
"""What may stand in a paper that is filed; everything else needs checking first."""


class Record(BaseModel):
    """Base of all law data: frozen, strict, no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Bilingual(Record):
    """The same words in Korean and in English.

    >>> Bilingual(ko="협박", en="Threat").en
    'Threat'
    """

    ko: str
    en: str

    def __str__(self) -> str:
        return f"{self.ko} / {self.en}"


class Reference(Record):
    """Where a statement stands.

    Attributes:
        statute: id in ``statutes.yaml``.
        article: as the statute writes it (``제14조의2제1항``).
        act_no: promulgation number of the Act that brought this text, if known.
        promulgated: day of promulgation of that Act, if known.
    """

    statute: str
    article: str
    act_no: int | None = None
    promulgated: date | None = None


class Dated(Record):
    """A value in force from a day until the next one.

    Attributes:
        in_force_from: first day.
        in_force_until: last day; None while the next version, or nothing, ends it.
        verified: how the statement was checked.
        checked_on: the day it was last checked.
        source: what was read, in one line.
    """

    in_force_from: date
    in_force_until: date | None = None
    verified: Verified
    checked_on: date
    source: str = ""

    @property
    def sure(self) -> bool:
        """Whether it may stand in a paper that is filed."""
        return self.verified in SURE

    def covers(self, day: date) -> bool:
        """Whether this value is in force on the day, as far as its own dates say."""
        return self.in_force_from <= day and (self.in_force_until is None or day <= self.in_force_until)


_D = TypeVar("_D", bound=Dated)


def version_on(versions: tuple[_D, ...], day: date) -> _D | None:
    """The version in force on a day, or None.

    Args:
        versions: oldest first.
        day: the day asked for.
    """
    return next((v for v in reversed(versions) if v.covers(day)), None)
