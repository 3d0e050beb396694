"""동석신청서(사건관계인): a person she trusts sits in when she is heard.

성폭력처벌법 제34조 for the offences it names and for victims under 19 or of weak capacity; 형사소송법 제221조제3항,
제163조의2 for everybody else, such as victims of 제13조. Form: 경찰수사규칙 별지 제26호서식; the rule does not name its
boxes.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from legalkit.case import Case, said_no, said_yes
from legalkit.filings._asking import (
    ASKING_DECIDES,
    ASKING_PRINTS,
    CRIMES_DECIDES,
    CRIMES_PRINTS,
    asking,
    attached,
    birth,
    crimes,
    receiver,
    reference,
    under_19,
)
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._people import on_sheet, shown_name
from legalkit.filings._pieces import coded, own, signing
from legalkit.filings._voice import REQUEST, Voice
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual
from legalkit.law.acts import acts_of_kind


def _gate(case: Case, day: date) -> Gate:
    wish = case.wishes.trusted_person
    if said_no(wish):
        return closed("companion_not_wished")
    return opened("companion_open") if said_yes(wish) else undecided("companion_not_asked", ["wishes.trusted_person"])


def grounds(case: Case, day: date) -> list[str]:
    """Why she may have somebody with her: ``offence``, ``under_19``, ``disability``, or else ``general``."""
    return list(_special(case, day)) or ["general"]


def _special(case: Case, day: date) -> Iterator[str]:
    if acts_of_kind(case, "trusted_person"):
        yield "offence"
    # 19세미만피해자등 are victims of a sexual crime (성폭력처벌법 제26조제4항)
    if acts_of_kind(case, "sexual_crime"):
        if under_19(case, day):
            yield "under_19"
        if said_yes(case.victim.disability):
            yield "disability"


def _content(case: Case, day: date) -> Mapping[str, object]:
    return {
        "asking": asking(case),
        "reference": reference(case),
        "crimes": crimes(case, day),
        "companion": _companion(case),
        "ask": [sentence("companion_ask", ground) for ground in grounds(case, day)],
        "attachments": attached(case, "companion_relation"),
        **signing(case, day),
        "office": receiver(case, day, FILING.id),
    }


def _companion(case: Case) -> dict[str, Bilingual]:
    person = case.wishes.companion
    if person is None:
        return dict.fromkeys(("name", "birth", "relation", "organisation", "address", "phone"), EMPTY)
    return {
        "name": shown_name(case, person),
        "birth": birth(case, person),
        "relation": Voice(case, REQUEST).in_table(coded("Role", person.relation)),
        "organisation": own(person.organisation),
        "address": on_sheet(person.address),
        "phone": on_sheet(person.phone),
    }


FILING = Filing(
    id="trusted_person_request",
    order=52,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=ASKING_PRINTS
    | CRIMES_PRINTS
    | {
        "wishes.companion.name",
        "wishes.companion.alias",
        "wishes.companion.birth",
        "wishes.companion.relation",
        "wishes.companion.organisation",
    },
    decides=ASKING_DECIDES
    | CRIMES_DECIDES
    | {
        "wishes.trusted_person",
        "wishes.companion.address",
        "wishes.companion.phone",
        "victim.disability",
    },
    needs=("wishes.companion.name", "wishes.companion.relation"),
    content=_content,
    seen_by="police_and_prosecutor",
)
