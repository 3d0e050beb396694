"""인적사항 별지: who she is and how she can be reached, in a file of its own.

수사준칙 제69조제3항 (a suspect may inspect the accusation without personal data), 성폭력처벌법 제23조, 제24조.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from legalkit.case import Case, NoAnswer, PersonName, Quote, known, said_no, said_yes, value
from legalkit.case.codes import OfficeKind
from legalkit.case.paths import is_kind
from legalkit.case.people import Address, Helper, Person
from legalkit.case.text import Model
from legalkit.filings import civil_privacy_request, family_protection_order, injunction
from legalkit.filings._compose import HER_PLACES
from legalkit.filings._court import court_line
from legalkit.filings._filing import Filing, Folder, Gate, Status, opened
from legalkit.filings._masking import MASK, written
from legalkit.filings._named import country
from legalkit.filings._office import police_line
from legalkit.filings._once import once
from legalkit.filings._people import (
    UNKNOWN_NAME,
    alias_mode,
    alias_name,
    real_name,
    represented,
    signs_as_agent,
    victim_side,
)
from legalkit.filings._pieces import OPEN_BOX, coded, joined, own, signing
from legalkit.filings._voice import COMPLAINT, Voice
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual
from legalkit.language import day as day_words
from legalkit.law.acts import acts_of_kind


def _gate(case: Case, day: date) -> Gate:
    return opened("sheet_open")


def _content(case: Case, day: date) -> Mapping[str, object]:
    people = [_person(case, path, person) for path, person in victim_side(case)]
    return {
        # an aunt who is a relative and comes along stands here once
        "people": [entry for place, entry in enumerate(people) if entry["fields"] and entry not in people[:place]],
        "contact": list(_contact(case)),
        "masked": [*_masked(case), *_places(case)],
        # a court takes no alias and keeps no identity card
        "frame": sentence("sheet_frame", "alias" if alias_mode(case) and not _open(case, day) else "real_name"),
        "bases": list(_bases(case, day)),
        **signing(case, day),
        "signer": real_name(case.victim.name) if not alias_mode(case) else signing(case, day)["signer"],
        "offices": _offices(case, day),
    }


_FOR_COURTS = (family_protection_order.FILING, injunction.FILING, civil_privacy_request.FILING)


@once
def _open(case: Case, day: date) -> list[str]:
    """The papers for a court that this sheet goes with."""
    return [filing.id for filing in _FOR_COURTS if filing.gate(case, day).status is Status.OPEN]


def _bases(case: Case, day: date) -> Iterator[Bilingual]:
    """Why nobody else may see the sheet, for each office that gets it."""
    yield sentence("sheet_basis", "sexual_crime" if acts_of_kind(case, "sexual_crime") else "other")
    yield from (sentence("sheet_basis", name) for name in _open(case, day))


def _offices(case: Case, day: date) -> list[dict[str, object]]:
    """Every office that gets a copy; where there are several, each copy is marked for one of them."""
    courts = {
        "family_protection_order": court_line(case.offices.family_court, OfficeKind.FAMILY_COURT, day),
        "injunction": court_line(case.offices.district_court, OfficeKind.DISTRICT_COURT, day),
    }
    named = [police_line(case, day), *(courts[name] for name in _open(case, day) if name in courts)]
    return [{"name": name, "tick": f"{OPEN_BOX} " if len(named) > 1 else ""} for name in named]


def _person(case: Case, path: str, person: Person) -> dict[str, object]:
    label = "victim" if path == "victim" else "witness" if path.endswith("witness") else "other"
    role = sentence("sheet_roles", label)
    relation = coded("Role", person.relation) if isinstance(person, Helper) else EMPTY
    words = Voice(case, COMPLAINT).in_table(relation)
    if path == "reporter.person" and represented(case) and words:
        words = Bilingual(f"고소인(피해자의 {words.ko})", f"complainant ({words.en})")
    fields = [{"label": sentence("sheet_labels", name), "value": value} for name, value in _fields(case, person)]
    return {
        "role": words or role,
        "fields": [entry for entry in fields if entry["value"]],
        "number_box": path in ("victim", "reporter.person"),
    }


def _fields(case: Case, person: Person) -> Iterator[tuple[str, Bilingual]]:
    birth, nation = value(person.birth), value(person.nationality)
    day = birth.exact if birth else None
    yield "name", _name(person)
    yield "alias", alias_name(person) if alias_mode(case) and not signs_as_agent(case, person) else EMPTY
    yield "birth", day_words(day) if day else Bilingual.same(str(birth)) if birth else EMPTY
    yield "nationality", country(nation) if nation else EMPTY
    yield "address", _address(person.address)
    yield "phone", Bilingual.same(value(person.phone) or "")
    yield "email", Bilingual.same(value(person.email) or "")
    yield "occupation", own(person.occupation)
    yield "organisation", own(person.organisation) if isinstance(person, Helper) else EMPTY


def _name(person: Person) -> Bilingual:
    return UNKNOWN_NAME if person.name is NoAnswer.UNKNOWN else real_name(person.name)


def _address(answer: Address | NoAnswer | None) -> Bilingual:
    if not known(answer):
        return EMPTY
    land = country(answer.country) if answer.country and answer.country != "KR" else EMPTY
    return joined([own(answer.text), Bilingual.same(answer.postcode or ""), land], ", ")


def _contact(case: Case) -> Iterator[dict[str, Bilingual]]:
    found, voice = case.contact, Voice(case, COMPLAINT)
    roles = [voice.in_table(coded("Role", role)) for role in value(found.may_answer) or ()]
    place = case.service
    lines = {
        "phone": Bilingual.same(value(found.phone) or ""),
        "hours": own(found.hours),
        "may_answer": joined(roles, ", "),
        "text_ok": _yes_no(found.text_ok),
        "voicemail_ok": _yes_no(found.voicemail_ok),
        "no_post": sentence("no_post") if said_yes(found.no_post) else EMPTY,
        "email": Bilingual.same(value(found.email) or ""),
        "service": joined([_spelled(case, place.recipient), _address(place.address)], ", "),
    }
    yield from ({"label": sentence("sheet_labels", name), "value": words} for name, words in lines.items() if words)


def _spelled(case: Case, answer: PersonName | NoAnswer | None) -> Bilingual:
    """A name, spelled as elsewhere on the sheet if it is that of somebody on her side."""
    sames = [person.name for _, person in victim_side(case) if known(person.name) and known(answer)]
    return real_name(next((name for name in sames if known(answer) and name.hangul == answer.hangul), answer))


def _yes_no(answer: bool | NoAnswer | None) -> Bilingual:
    if said_yes(answer):
        return Bilingual("가능", "yes")
    return Bilingual("불가", "no") if said_no(answer) else EMPTY


def _masked(case: Case) -> Iterator[dict[str, object]]:
    """Handles, addresses of pages and file names in which a name was masked, with what they are in full."""
    hidden = written(case)
    if hidden is None:
        return
    for answer in dict.fromkeys(_marks(case)):
        if hidden.search(answer):
            yield {"shown": Bilingual.same(hidden.sub(MASK, answer)), "full": answer}


_MARKS = ("handle", "account", "room", "url", "name")
"""Fields that hold such a mark; so do addresses of pages, several in one field."""


def _marks(part: Model) -> list[str]:
    """Every such mark in its order."""
    found: list[str] = []
    for name, answer in part.__dict__.items():
        if type(answer) is str:
            found += [answer] if name in _MARKS else []
        elif name == "urls":
            found += answer
        elif isinstance(answer, tuple):
            found += [mark for each in answer if is_kind(type(each), Model) for mark in _marks(each)]
        elif is_kind(type(answer), Model):
            found += _marks(answer)
    return found


def _places(case: Case) -> Iterator[dict[str, object]]:
    """Her own words for places of hers, which the body names by their kind alone."""
    voice = Voice(case, COMPLAINT)
    for incident in case.incidents:
        place = value(incident.place)
        if place and place.words and place.kind in HER_PLACES:
            shown = voice.in_table(coded("PlaceKind", place.kind))
            yield {"shown": Bilingual(shown.ko, shown.en.partition(" ")[2]), "full": _as_written(place.words)}


def _as_written(words: Quote) -> str:
    """Her words and their translation: one text for readers of both languages."""
    return f"{words.text} ({words.translation})" if words.translation else words.text


_HELPERS = ("reporter.person", "relatives[]", "wishes.companion")
_PERSON = ("name", "birth", "nationality", "address", "phone", "email", "occupation", "alias")

FILING = Filing(
    id="confidential_sheet",
    order=30,
    folder=Folder.CONFIDENTIAL,
    gate=_gate,
    prints=frozenset(
        {
            f"{who}.{what}"
            for who in ("victim", "reporter.person", "relatives[]", "wishes.companion")
            for what in _PERSON
        }
        | {f"exhibits[].witness.{what}" for what in _PERSON}
        | {f"{who}.{what}" for who in _HELPERS for what in ("relation", "organisation")}
        | {
            "contact",
            "service.recipient",
            "service.address",
            "accused[].accounts[].handle",
            "accused[].accounts[].url",
            "incidents[].online.account",
            "incidents[].online.room",
            "incidents[].place",
            "incidents[].urls",
            "incidents[].entries[].urls",
            "incidents[].entries[].online",
            "exhibits[].url",
            "exhibits[].online",
            "exhibits[].files[].name",
            "offices.police",
            "offices.family_court",
            "offices.district_court",
        }
    ),
    decides=frozenset(
        {
            "wishes.alias",
            "reporter.role",
            "offices.police_kind",
            # whether a paper for a court is open, which gets the sheet too
            "accused[].id",
            "accused[].name",
            "accused[].address",
            "accused[].relation",
            "incidents",
            "relief.injunction.danger",
        }
    ),
    needs=("victim.name", "contact.phone"),
    content=_content,
    seen_by="confidential_sheet",
)
