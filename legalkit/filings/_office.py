"""The line that says whom a paper goes to, by the day of filing."""

from datetime import date
from functools import lru_cache

from legalkit.case import Case, NoAnswer, known
from legalkit.case.codes import OfficeKind
from legalkit.case.wishes import Office
from legalkit.language import Bilingual
from legalkit.law import institution

_BLANK = "○○"


def police_line(case: Case, day: date) -> Bilingual:
    """○○경찰서, or the office she chose; a complaint goes to police bodies only."""
    kind = case.offices.police_kind
    return office_line(case.offices.police, kind if kind in POLICE else OfficeKind.POLICE_STATION, day)


POLICE = (
    OfficeKind.POLICE_STATION,
    OfficeKind.PROVINCIAL_POLICE,
    OfficeKind.NATIONAL_POLICE,
    OfficeKind.MAJOR_CRIMES_AGENCY,
)


def office_line(answer: Office | NoAnswer | None, kind: OfficeKind, day: date) -> Bilingual:
    """The addressee of a paper, without 귀중: the template has that.

    Args:
        answer: the office she chose; a blank is printed where there is none.
        kind: which kind of office, under its name of the day.
        day: day of filing.
    """
    blank = _blank(kind, day)
    return Bilingual(answer.name, answer.english or answer.name) if known(answer) else blank


@lru_cache(maxsize=256)
def _blank(kind: OfficeKind, day: date) -> Bilingual:
    found = institution(kind).on(day)
    return Bilingual(f"{_BLANK}{found.name.ko}", f"{_BLANK} {found.name.en}")
