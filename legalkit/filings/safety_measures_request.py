"""범죄피해자 안전조치 요청서: she asks the police for protection against retaliation.

범죄피해자 보호법 제9조제2항, 경찰수사규칙 제80조. No application form exists; the paper is our own and says so.
Where the Act on Protection of Specific Crime Informants applies, it points to Form 15 of that Act's rule.
"""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Case, Incident, items, known, value
from legalkit.case.codes import SafetyMeasure
from legalkit.filings._asking import (
    ASKING_DECIDES,
    ASKING_PRINTS,
    OTHER_SIDE_PATHS,
    asking,
    attached,
    other_side,
    receiver,
    reference,
)
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._moments import cell
from legalkit.filings._pieces import coded, exhibits, own, signing, tick
from legalkit.filings._words import sentence, word
from legalkit.language import EMPTY, Bilingual
from legalkit.law.acts import acts_of_kind


def _gate(case: Case, day: date) -> Gate:
    wanted = case.relief.safety.measures
    if not known(wanted):
        return undecided("safety_not_asked", ["relief.safety.measures"])
    return opened("safety_open") if wanted else closed("safety_not_wished")


def _content(case: Case, day: date) -> Mapping[str, object]:
    chosen = items(case.relief.safety.measures)
    return {
        "asking": asking(case),
        "reference": reference(case),
        "others": [other_side(case, person) for person in case.accused or (None,)],
        "rows": [_row(case, place, act) for place, act in enumerate(case.incidents, start=1)],
        "reason": own(case.relief.safety.reason),
        "ask": sentence("safety_ask"),
        "measures": [{"tick": tick(code in chosen), "label": word("SafetyMeasure", code)} for code in SafetyMeasure],
        "form_15": _form_15(case),
        "attachments": attached(case, evidence=True),
        **signing(case, day),
        "office": receiver(case, day, FILING.id),
    }


def _row(case: Case, place: int, act: Incident) -> dict[str, object]:
    """One act, by its short name: what the police must know to protect her, and no more."""
    count = value(act.count) or (len(act.entries) if len(act.entries) > 1 else None)
    return {
        "n": str(place),
        "when": cell(act.when),
        "what": coded("Act", act.act),
        "often": Bilingual(f"{count:,}회", "once" if count == 1 else f"{count:,} times") if count else EMPTY,
        "exhibits": exhibits(case, act.exhibits),
    }


def _form_15(case: Case) -> Bilingual:
    """The note on Form 15, where its Act applies by reference."""
    for kind in ("sexual_crime", "stalking"):
        if acts_of_kind(case, kind):
            return sentence("safety_form_15", kind)
    return EMPTY


FILING = Filing(
    id="safety_measures_request",
    order=50,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=ASKING_PRINTS
    | OTHER_SIDE_PATHS
    | {
        "incidents[].when",
        "incidents[].act",
        "incidents[].count",
        "incidents[].exhibits",
        "exhibits[].part_of",
        "relief.safety.measures",
        "relief.safety.reason",
    },
    decides=ASKING_DECIDES | {"incidents[].entries", "incidents[].material", "incidents[].about_material"},
    needs=("relief.safety.measures", "relief.safety.reason", "contact.phone"),
    content=_content,
    seen_by="police",
)
