"""긴급응급조치 요청서: she asks the police for measures that cannot wait for the court.

스토킹처벌법 제4조제1항: one act is enough where it may go on or be repeated and it is urgent. There is no form.
"""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Case, said_no, said_yes
from legalkit.case.codes import StalkingMeasure
from legalkit.filings._asking import asking, receiver
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._pieces import signing
from legalkit.filings._stalking import measures, not_open, places_and_channels, told
from legalkit.filings._words import sentence
from legalkit.filings.stalking_measures_request import FILING as MEASURES
from legalkit.language import Bilingual

_NUMBERS = {
    StalkingMeasure.NO_APPROACH: Bilingual("제1호", "no. 1"),
    StalkingMeasure.NO_CONTACT: Bilingual("제2호", "no. 2"),
}
"""제4조제1항 각 호."""


def _gate(case: Case, day: date) -> Gate:
    shut = not_open(case, day, once_is_enough=True)
    urgent = case.relief.stalking.emergency
    if shut:
        return shut
    if said_no(urgent):
        return closed("stalking_can_wait")
    if not said_yes(urgent):
        return undecided("stalking_wait_not_asked", ["relief.stalking.emergency"])
    return opened("stalking_emergency_open")


def _content(case: Case, day: date) -> Mapping[str, object]:
    return {
        "asking": asking(case),
        "urgent": sentence("stalking_urgent"),
        "ask": sentence("stalking_ask_emergency"),
        "measures": measures(case, _NUMBERS),
        **places_and_channels(case),
        **told(case, day),
        "risk_intro": sentence("stalking_emergency_intro"),
        **signing(case, day),
        "office": receiver(case, day, FILING.id),
    }


FILING = Filing(
    id="stalking_emergency_request",
    order=39,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=MEASURES.prints - {"offices.prosecution", "case_number", "relief.stalking.refused_notice"},
    decides=MEASURES.decides | {"relief.stalking.emergency", "case_number"},
    needs=("relief.stalking.emergency", "relief.stalking.measures", "accused[].name", "contact.phone"),
    content=_content,
    seen_by="stalking",
)
