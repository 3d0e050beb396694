"""피해자보호명령 청구서: the petition to the family court, with interim order, masking and safety measures.

가정폭력처벌법 제55조의2, 제55조의4; entries of 가정보호심판규칙 제69조제2항. On paper or orally only.
A copy is served on the respondent (같은 규칙 제81조제3항).
"""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Accused, Case, NoAnswer, items, known, said_no, said_yes, unknown, value
from legalkit.case.codes import Act, FamilyMeasure, OfficeKind, RelationKind, ReporterRole
from legalkit.filings import _court as court
from legalkit.filings._compose import Story, compose, composed_paths
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._once import once
from legalkit.filings._people import agent, represented
from legalkit.filings._pieces import by_act, in_her_words, joined, singly, tick
from legalkit.filings._schedule import schedule
from legalkit.filings._telling import Sentence, Telling
from legalkit.filings._voice import FAMILY, Voice, unnamed
from legalkit.language import EMPTY, Bilingual
from legalkit.law.acts import is_of_kind
from legalkit.law.store import relation_classes

_HELPERS = (ReporterRole.LAWYER, ReporterRole.ORGANISATION)
_RELATION = "accused[].relation"


def _household(person: Accused) -> bool | str | None:
    """Whether a person is a household member: yes, no, nobody known, or the path of the answer that would tell."""
    household, relation = relation_classes()["household"], person.relation
    kind = value(relation.kind)
    if kind is None:
        nobody = unnamed(person) and unknown(person.name) and unknown(relation.kind)
        return None if nobody else f"{_RELATION}.kind"
    if kind in household.kinds:
        return True
    if kind is RelationKind.OTHER_RELATIVE and said_yes(relation.lived_together):
        return f"{_RELATION}.kind"
    if kind not in household.if_lived_as_spouses or said_no(relation.lived_together):
        return False
    if known(relation.de_facto_spouses):
        return said_yes(relation.de_facto_spouses)
    return f"{_RELATION}.{'de_facto_spouses' if said_yes(relation.lived_together) else 'lived_together'}"


def respondents(case: Case) -> list[Accused]:
    """The household members among the accused."""
    return [person for person in case.accused if _household(person) is True]


@once
def _gate(case: Case, day: date) -> Gate:
    if case.reporter.role is ReporterRole.THIRD_PARTY:
        return closed("family_third_party")
    if respondents(case):
        return _by_act(case)
    answers = [_household(person) for person in case.accused]
    asked = list(dict.fromkeys(answer for answer in answers if isinstance(answer, str)))
    if asked or not answers:
        return undecided(
            _ASKED.get(asked[0] if asked else "", "family_relation_unknown"), asked or [f"{_RELATION}.kind"]
        )
    dating = any(
        value(person.relation.kind) in (RelationKind.DATING, RelationKind.FORMER_DATING) for person in case.accused
    )
    return closed("family_dating" if dating else "family_nobody", instead="family_instead")


_ASKED = {
    f"{_RELATION}.lived_together": "family_lived_together_unknown",
    f"{_RELATION}.de_facto_spouses": "family_spouses_unknown",
}


def _by_act(case: Case) -> Gate:
    listed = [incident for incident in case.incidents if is_of_kind(incident, "domestic_violence")]
    if any(map(court.done_by(respondents(case)), listed)):
        return opened("family_open")
    if not case.incidents:
        return undecided("family_no_act", ["incidents[].act"])
    if any(incident.actor in (None, NoAnswer.DECLINED) for incident in listed):
        return undecided("family_actor_unknown", ["incidents[].actor"])
    return closed("family_not_listed", instead="family_instead")


def story(case: Case) -> Story:
    """What the household members did, and what strangers did on their account."""
    theirs = court.done_by(respondents(case))
    return compose(
        Voice(court.discreet(case), FAMILY),
        "family_court",
        where=lambda incident: theirs(incident) or incident.act is Act.STRANGERS_CAME,
    )


def _content(case: Case, day: date) -> Mapping[str, object]:
    voice, told, relief = Voice(case, FAMILY), story(case), case.relief.family
    listed = [said for act, said in told.acts if is_of_kind(act.first, "domestic_violence")]
    others = [said for act, said in told.acts if not is_of_kind(act.first, "domestic_violence")]
    people = respondents(case)
    about = singly([*court.about(case, people, told), *_spouses(voice, people)])
    reasons = [*others, *singly(told.effects), told.reports]
    return {
        "petitioner": court.her_side(case, case.victim),
        "representative": court.representative(case, voice),
        "assistant": court.assistant(case, *_HELPERS),
        "respondents": [court.other_side(voice, person) for person in people],
        "relief": _relief(case, voice),
        "facts": by_act([*about, *listed]),
        "reasons": by_act(reasons, len(about) + len(listed) + 1),
        "reason_words": in_her_words([relief.reason], FAMILY.hers.ko),
        "evidence": court.evidence(case, "family_court"),
        "interim": said_yes(relief.interim),
        "interim_words": in_her_words([relief.interim_reason], FAMILY.hers.ko),
        "safety": said_yes(relief.safety),
        "mask": not said_no(relief.mask),
        "attachments": court.attachments("family", _conditions(case)),
        **court.signing(case, day, *_HELPERS),
        "office": court.court_line(case.offices.family_court, OfficeKind.FAMILY_COURT, day),
        "has_schedule": bool(told.schedule),
        "schedule": schedule(case, told, "family_court"),
    }


def _spouses(voice: Voice, people: list[Accused]) -> list[Sentence]:
    """That they lived as spouses, where the relation alone does not say so."""
    return [
        _lived_as_spouses(voice, person) for person in people if court.relation_kind(person) != person.relation.kind
    ]


def _lived_as_spouses(voice: Voice, person: Accused) -> Sentence:
    place = voice.case.accused.index(person)
    path = f"accused[{place}].relation.de_facto_spouses"
    telling = Telling(voice, "family_court", extra={"accused": (path, voice.accused(person))})
    return telling.say(court.court("lived_as_spouses"), "lived_as_spouses")


def _relief(case: Case, voice: Voice) -> dict[str, object]:
    relief = case.relief.family
    wanted = items(relief.measures)
    months = value(relief.months)
    period = Bilingual(f"{months}개월", f"{months} month{'s' if months > 1 else ''}") if months else EMPTY
    return {
        **{measure.value: tick(measure in wanted) for measure in FamilyMeasure},
        "places": joined(court.places(voice, items(relief.places)), ", "),
        "channels": joined(court.channels(items(relief.channels)), ", "),
        "period": period,
    }


def _conditions(case: Case) -> dict[str, bool]:
    spouses = (RelationKind.SPOUSE, RelationKind.FORMER_SPOUSE, RelationKind.DE_FACTO_SPOUSE)
    kinds = [court.relation_kind(person) for person in respondents(case)]
    return {
        "spouses": any(kind in (*spouses, RelationKind.FORMER_DE_FACTO_SPOUSE) for kind in kinds),
        "exhibits": bool(case.exhibits),
        "represented": represented(case),
        "agent": agent(case) is not None,
    }


FILING = Filing(
    id="family_protection_order",
    order=50,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=court.PRINTS
    | composed_paths()
    | {
        "offices.family_court",
        "reports[].when",
        "reports[].office",
        "reports[].outcome",
        "reports[].outcome_words",
        "relief.family",
    },
    decides=court.DECIDES,
    needs=(
        f"{_RELATION}.kind",
        "incidents[].actor",
        "incidents[].when",
        "relief.family.measures",
        "relief.family.months",
        "relief.family.interim",
        "relief.family.reason",
    ),
    content=_content,
    seen_by="family_protection_order",
    served=True,
    real_name=True,
    story=story,
)
