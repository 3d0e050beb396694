"""Words of caution on how evidence was obtained. They warn, blame nobody, and lock nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legalkit.case import Answer, Case, When, known
from legalkit.case.codes import Obtained
from legalkit.case.dates import PartialDate
from legalkit.case.text import Model
from legalkit.evidence.wording import Basis, Words, load

_ADULT = 19  # 청소년성보호법 제2조제1호: under 19 is a child or youth


class Caution(Model):
    """One warning as data.

    Attributes:
        obtained: it applies to exhibits that came to her this way.
        minor: it applies if she was under 19 when it happened.
        words: what is said, on screen, on the review page and in ``next_steps``.
        bases: the provisions behind it; those that need checking are shown so, and none is filed.
    """

    obtained: Obtained | None = None
    minor: bool = False
    words: Words
    bases: tuple[Basis, ...]


class Cautions(Model):
    """The data file.

    Attributes:
        help: where a person can ask, free of charge.
        cautions: by code.
    """

    help: Words
    cautions: dict[str, Caution]


@dataclass(frozen=True)
class Warned:
    """A caution that applies to a case.

    Attributes:
        code: of the caution, such as ``others_account``.
        exhibits: ids of the exhibits it is about; empty if it is about what may still be collected.
        words: what to say.
        bases: the provisions behind it.
        help: where to ask.
    """

    code: str
    exhibits: tuple[str, ...]
    words: Words
    bases: tuple[Basis, ...]
    help: Words


def warnings(case: Case) -> tuple[Warned, ...]:
    """The cautions that apply to a case, each once, in the order of the data file.

    >>> from legalkit.case import read_case
    >>> exhibit = {"id": "a", "kind": "audio", "obtained": "recorded_others"}
    >>> found = warnings(read_case({"id": "case-1", "reporter": {"role": "self"}, "exhibits": [exhibit]}))
    >>> [(warned.code, warned.exhibits) for warned in found]
    [('recorded_others', ('a',))]
    """
    data = cautions()
    return tuple(
        Warned(code, exhibits, caution.words, caution.bases, data.help)
        for code, caution in data.cautions.items()
        for exhibits in (_concerned(caution, case),)
        if exhibits is not None
    )


@cache
def cautions() -> Cautions:
    """All cautions there are."""
    return load("legality", Cautions)


def _concerned(caution: Caution, case: Case) -> tuple[str, ...] | None:
    """The exhibits a caution is about; None if it does not apply."""
    if caution.minor:
        images = tuple(exhibit.id for exhibit in case.exhibits if exhibit.files and exhibit.intimate is not False)
        return images if was_minor(case) else None
    return tuple(exhibit.id for exhibit in case.exhibits if exhibit.obtained is caution.obtained) or None


def was_minor(case: Case) -> bool:
    """Whether she can have been under 19 on a day that the case names; a year or month is read to her protection.

    >>> from legalkit.case import read_case
    >>> told = {"id": "case-1", "reporter": {"role": "self"}, "victim": {"birth": "2010"}}
    >>> was_minor(read_case({**told, "incidents": [{"id": "a", "act": "spread", "when": "2026-03"}]}))
    True
    """
    birth = case.victim.birth
    return known(birth) and any(_under_age(birth, day) for day in _days(case) if known(day))


def _under_age(birth: PartialDate, when: When) -> bool:
    day = when.earliest or when.latest
    youngest = birth.latest
    return day is not None and (day.year - youngest.year, day.month, day.day) < (_ADULT, youngest.month, youngest.day)


def _days(case: Case) -> Iterator[Answer[When]]:
    yield from (incident.when for incident in case.incidents)
    yield from (exhibit.made for exhibit in case.exhibits)
