"""위임장: she lets a lawyer or an organisation act for her.

형사소송법 제236조, 경찰수사규칙 제23조; for deletion support signed by hand (성폭력방지법 시행규칙 제2조의6제3항제3호).
A legal representative needs none. Withdrawing a complaint is left out on purpose: it cannot be undone (형사소송법
제232조제2항).
"""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Case
from legalkit.case.codes import ReporterRole
from legalkit.filings._asking import asking, reference, under_19
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened
from legalkit.filings._people import agent
from legalkit.filings._pieces import own, signing
from legalkit.filings._posts import POST_PATHS, posts
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual

_SCOPE = ("complaint", "requests", "evidence", "notices")


def _gate(case: Case, day: date) -> Gate:
    if case.reporter.role is ReporterRole.LEGAL_REPRESENTATIVE:
        return closed("mandate_guardian")
    acts = case.reporter.role in (ReporterRole.LAWYER, ReporterRole.ORGANISATION)
    return opened("mandate_open") if acts else closed("mandate_nobody_acts")


def _content(case: Case, day: date) -> Mapping[str, object]:
    person = agent(case)
    scope = (*_SCOPE, "deletion") if posts(case) else _SCOPE
    return {
        "asking": asking(case),
        "organisation": own(person.organisation) if person else EMPTY,
        "reference": reference(case),
        "scope": [_numbered(place, name) for place, name in enumerate(scope, start=1)],
        "minor": under_19(case, day),
        "by_hand": EMPTY,
        **signing(case, day),
    }


def _numbered(place: int, name: str) -> Bilingual:
    words = sentence("mandate_scope", name)
    return Bilingual(f"{place}. {words.ko}", f"{place}. {words.en}")


FILING = Filing(
    id="power_of_attorney",
    order=53,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=frozenset(
        {
            "case_number",
            "victim.name",
            "victim.alias",
            "victim.birth",
            "reporter.person.name",
            "reporter.person.organisation",
            "reporter.person.phone",
            "reporter.person.email",
        }
    ),
    decides=POST_PATHS
    | {
        "reporter.role",
        "wishes.alias",
        "victim.address",
        "victim.phone",
        "victim.email",
        "contact.phone",
        "contact.email",
    },
    needs=("victim.name", "reporter.person.name"),
    content=_content,
    seen_by="with_papers",
)
