"""The law as dated data: which provision was in force on the day of an act, what is open on the day of filing.

>>> from datetime import date
>>> offence("sv_14_1").on(date(2020, 5, 19)).citation.ko
'성폭력처벌법 제14조제1항'
>>> filing_rule("stalking_protection_order").on(date(2027, 4, 22)).state
'open'
"""

from legalkit.law.ages import age_on, fits_age, majority
from legalkit.law.answers import LimitationAnswer, NotInForce, RuleApplied, Version
from legalkit.law.deadlines import Deadline, deadline
from legalkit.law.lookup import Offence, offence
from legalkit.law.offices import (
    Addressee,
    Gate,
    Office,
    filing_ids,
    filing_rule,
    institution,
)
from legalkit.law.points import Point, duty, procedure_point
from legalkit.law.records import Bilingual, Reference, Verified
from legalkit.law.store import all_offences, parse_day

__all__ = [
    "Addressee",
    "Bilingual",
    "Deadline",
    "Gate",
    "LimitationAnswer",
    "NotInForce",
    "Offence",
    "Office",
    "Point",
    "Reference",
    "RuleApplied",
    "Verified",
    "Version",
    "age_on",
    "all_offences",
    "deadline",
    "duty",
    "filing_ids",
    "filing_rule",
    "fits_age",
    "full_citation",
    "institution",
    "majority",
    "offence",
    "parse_day",
    "procedure_point",
]


def full_citation(version: Version) -> Bilingual:
    """The citation with the full name of the statute.

    >>> from datetime import date
    >>> print(full_citation(offence("sv_14b_1").on(date(2024, 10, 16))).ko)
    성폭력범죄의 처벌 등에 관한 특례법 제14조의2제1항
    """
    return version.full
