"""고소장: the criminal complaint, with the schedule of acts and the requests as annexes.

형사소송법 제223조, 제225조, 제236조, 제237조. The standard form is not compulsory; its headings and order are kept.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from legalkit.case import Accused, Case, NoAnswer, unknown, value
from legalkit.case.codes import ReporterRole
from legalkit.filings._compose import Story, compose, composed_paths
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._named import country
from legalkit.filings._office import police_line
from legalkit.filings._once import once
from legalkit.filings._people import (
    agent,
    alias_mode,
    complainant,
    contact_of,
    on_sheet,
    real_name,
    represented,
    shown_name,
)
from legalkit.filings._pieces import (
    STORY_PRINTS,
    accounts_box,
    accused_box,
    by_act,
    coded,
    in_her_words,
    joined,
    own,
    service,
    signing,
    singly,
    tick,
)
from legalkit.filings._provisions import proposed
from legalkit.filings._requests import requests, wished_paths
from legalkit.filings._schedule import schedule
from legalkit.filings._telling import Sentence
from legalkit.filings._voice import COMPLAINT, Voice
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual
from legalkit.language import day as day_words
from legalkit.law.suggest import READS


def _gate(case: Case, day: date) -> Gate:
    if case.reporter.role is ReporterRole.THIRD_PARTY:
        return closed("complaint_third_party", instead="complaint_instead")
    if not case.incidents:
        return undecided("complaint_no_act", ["incidents[].act"])
    return opened("complaint_open")


@once
def story(case: Case) -> Story:
    """Everything the complaint tells, with the answers each sentence came from."""
    return compose(Voice(case, COMPLAINT))


def _content(case: Case, day: date) -> Mapping[str, object]:
    told, persons = story(case), Voice(case, COMPLAINT).persons()
    provisions, _ = proposed(case, day)
    return {
        "complainant": _complainant(case),
        "victim": shown_name(case, case.victim) if represented(case) else EMPTY,
        "victim_relation": _victim_relation(case),
        "agent": _agent(case),
        "accused": [_accused(case, person) for person in case.accused] or [_nobody(case)],
        "purpose": sentence("purpose_several" if len(case.accused) > 1 else "purpose"),
        "provisions": [{"text": each.text, "note": each.note} for each in provisions],
        "facts": _facts(told),
        "reasons": by_act([*singly(told.effects), told.reports]),
        "own_words": in_her_words(case.own_words, persons["victim"].ko, persons["victim's"].en),
        "evidence": {"none_tick": tick(not case.exhibits), "some_tick": tick(bool(case.exhibits))},
        "related": _related(case),
        **signing(case, day),
        "office": police_line(case, day),
        "has_schedule": bool(told.schedule),
        "schedule": schedule(case, told),
        "requests": requests(case, day),
    }


def _complainant(case: Case) -> dict[str, Bilingual]:
    person, hidden = complainant(case), alias_mode(case)
    birth, nation = value(person.birth), value(person.nationality)
    day = birth.exact if birth else None
    return {
        "name": shown_name(case, person),
        "address": joined([on_sheet(person.address), service(case)]),
        "birth": on_sheet(birth) if hidden else day_words(day) if day else EMPTY,
        "nationality": on_sheet(nation) if hidden else country(nation) if nation else EMPTY,
        # an occupation tells where she works; it stands on the confidential sheet
        "occupation": on_sheet(person.occupation),
        "phone": on_sheet(value(case.contact.phone) or person.phone),
        "email": on_sheet(value(case.contact.email) or person.email),
    }


def _victim_relation(case: Case) -> Bilingual:
    if not represented(case) or case.reporter.person is None:
        return EMPTY
    relation = Voice(case, COMPLAINT).in_words(coded("Role", case.reporter.person.relation))
    return Bilingual(f"고소인은 피해자의 {relation.ko}", f"the complainant is {relation.en}") if relation else EMPTY


def _agent(case: Case) -> dict[str, object]:
    acts = agent(case)
    legal = represented(case)
    name, contact = (real_name(acts.name), contact_of(acts)) if acts else (EMPTY, EMPTY)
    return {
        "legal_tick": tick(legal),
        "legal_name": shown_name(case, complainant(case)) if legal else EMPTY,
        "legal_contact": on_sheet(complainant(case).phone) if legal else EMPTY,
        "attorney_tick": tick(acts is not None),
        "attorney_title": _title(case),
        "attorney_name": name,
        "attorney_contact": contact,
    }


def _title(case: Case) -> Bilingual:
    """The form prints 변호사 before the name; of an organisation that would be untrue."""
    named = {ReporterRole.ORGANISATION: EMPTY, ReporterRole.LAWYER: Bilingual(" 변호사", " attorney")}
    return named.get(case.reporter.role, Bilingual(" 변호사", ""))


def _accused(case: Case, person: Accused) -> dict[str, object]:
    return {
        **accused_box(Voice(case, COMPLAINT), person),
        "occupation": own(person.occupation),
        "accounts": accounts_box(person),
        "relation": _relation(case, person),
        "other": own(person.features),
    }


def _relation(case: Case, person: Accused) -> Bilingual:
    """What the accused is to her; where a representative complains, the box must say to whom."""
    words = coded("RelationKind", person.relation.kind)
    named = words and represented(case)
    return Bilingual(f"피해자와의 관계: {words.ko}", f"to the victim: {words.en}") if named else words


def _nobody(case: Case) -> dict[str, object]:
    """The block of an accused of whom nothing was said: empty, or unknown if an act is by somebody unknown."""
    name = NoAnswer.UNKNOWN if any(unknown(each.actor) for each in case.incidents) else None
    someone = Accused(id="nobody", name=name)
    block = _accused(case.model_copy(update={"accused": (someone,)}), someone)
    return {**block, "label": Bilingual("피고소인", "Accused")}


def _facts(told: Story) -> list[dict[str, object]]:
    groups: list[tuple[Bilingual, list[Sequence[Sentence]]]] = [
        (Bilingual("가. 당사자의 관계", "A. Who the people are"), singly(told.relation)),
        (Bilingual("나. 범죄사실", "B. What happened"), [sentences for _, sentences in told.acts]),
    ]
    start = 1 + len(told.relation)
    return [
        {"heading": heading, "sentences": by_act(acts, 1 if place == 0 else start)}
        for place, (heading, acts) in enumerate(groups)
        if acts
    ]


def _related(case: Case) -> dict[str, object]:
    found = case.related
    answers = {"duplicate": found.duplicate, "criminal": found.criminal, "civil": found.civil}
    ticks = {f"{name}_{word}": tick(answer is yes) for name, answer in answers.items() for word, yes in _YES_NO}
    return {**ticks, "details": own(found.details)}


_YES_NO = (("yes", True), ("no", False))


FILING = Filing(
    id="complaint",
    order=10,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=frozenset(
        {
            "victim.name",
            "victim.alias",
            "victim.birth",
            "victim.nationality",
            "reporter.person.name",
            "reporter.person.alias",
            "reporter.person.birth",
            "reporter.person.nationality",
            "reporter.person.phone",
            "reporter.person.relation",
            "accused[].features",
            "own_words",
            "reports[].when",
            "reports[].office",
            "reports[].outcome",
            "reports[].office_name",
            "reports[].number",
            "reports[].outcome_words",
            "related",
            "provisions",
            "offices.police",
        }
        | STORY_PRINTS
        | wished_paths()
        | composed_paths()
    ),
    decides=READS
    | frozenset(
        {
            "chose_provisions",
            "reporter.role",
            "victim.address",
            "victim.phone",
            "victim.email",
            "victim.occupation",
            "reporter.person.address",
            "reporter.person.occupation",
            "reporter.person.email",
            "contact.phone",
            "contact.email",
            "service.role",
            "wishes.alias",
            "offices.police_kind",
        }
    ),
    needs=(
        "victim.name",
        "accused[].name",
        "incidents[].when",
        "incidents[].actor",
        "related.duplicate",
        "related.criminal",
        "contact.phone",
    ),
    content=_content,
    seen_by="complaint",
    story=story,
)
