"""잠정조치 청구·신청 요청서: she asks the police or the prosecutor to apply for interim measures against stalking.

스토킹처벌법 제8조제2항, 제9조제1항; she is to be told if no measure is applied for (제8조제3항·제4항).
There is no form.
"""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Case
from legalkit.case.codes import StalkingMeasure
from legalkit.filings._asking import ASKING_DECIDES, ASKING_PRINTS, OTHER_SIDE_PATHS, asking, receiver
from legalkit.filings._filing import Filing, Folder, Gate, opened
from legalkit.filings._pieces import signing
from legalkit.filings._stalking import GATE_PATHS, TOLD_PATHS, measures, not_open, places_and_channels, refused, told
from legalkit.filings._words import sentence
from legalkit.language import Bilingual

_NUMBERS = {
    StalkingMeasure.WARNING: Bilingual("제1호", "no. 1"),
    StalkingMeasure.NO_APPROACH: Bilingual("제2호", "no. 2"),
    StalkingMeasure.NO_CONTACT: Bilingual("제3호", "no. 3"),
    StalkingMeasure.TRACKING_DEVICE: Bilingual("제3호의2", "no. 3-2"),
    StalkingMeasure.DETENTION: Bilingual("제4호", "no. 4"),
}
"""제9조제1항 각 호."""


def _gate(case: Case, day: date) -> Gate:
    return not_open(case, day) or opened("stalking_open")


def _content(case: Case, day: date) -> Mapping[str, object]:
    return {
        "asking": asking(case),
        "ask": sentence("stalking_ask_measures"),
        "measures": measures(case, _NUMBERS),
        **places_and_channels(case),
        **told(case, day),
        "repeated": sentence("stalking_repeated"),
        "risk_intro": sentence("stalking_risk_intro"),
        "notice": sentence("stalking_notice"),
        "refused": refused(case),
        **signing(case, day),
        "office": receiver(case, day, FILING.id),
    }


FILING = Filing(
    id="stalking_measures_request",
    order=40,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=ASKING_PRINTS
    | OTHER_SIDE_PATHS
    | TOLD_PATHS
    | {
        "accused[].relation",
        "incidents[].exhibits",
        "incidents[].count",
        "incidents[].quote",
        "incidents[].feelings",
        "incidents[].still_online",
        "exhibits[].part_of",
        "reports[].when",
        "reports[].office",
        "reports[].outcome",
        "reports[].outcome_words",
        "relief.stalking.measures",
        "relief.stalking.places",
        "relief.stalking.channels",
        "relief.stalking.weapon",
        "relief.stalking.new_account",
        "relief.stalking.refused_notice",
    },
    decides=ASKING_DECIDES | GATE_PATHS | {"incidents[].consequences"},
    needs=("relief.stalking.measures", "incidents[].when", "accused[].name", "contact.phone"),
    content=_content,
    seen_by="stalking",
)
