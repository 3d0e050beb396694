"""Pieces that the papers for a court share: the two sides, evidence, places and channels, attachments.

A court takes no alias: in alias mode the box of the name stays empty, for ink. What is served on the other side never
holds an address, a contact, the name of a witness, or that she moved away.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from legalkit.case import Accused, Case, Exhibit, Incident, known, ordered, value
from legalkit.case.codes import Consequence, ExhibitKind, OfficeKind, RelationKind, ReporterRole
from legalkit.case.people import Person
from legalkit.case.wishes import Office
from legalkit.filings._compose import Story
from legalkit.filings._office import office_line
from legalkit.filings._people import alias_mode, on_sheet, real_name, represented
from legalkit.filings._pieces import STORY_PRINTS, accused_box, coded, exhibit_labels, joined, own, service
from legalkit.filings._telling import Sentence, Telling
from legalkit.filings._voice import Voice, without_article
from legalkit.filings._words import patterns, word
from legalkit.filings.evidence_index import fact
from legalkit.language import EMPTY, Bilingual, Style
from legalkit.language import day as day_words


def court(name: str, part: str | None = None) -> Bilingual:
    """A sentence of ``court.yaml``, slots still open."""
    entry = patterns("court")[name]
    entry = entry if part is None else entry[part]
    return Bilingual(entry["ko"], entry["en"])


_WHEREABOUTS = frozenset(
    (
        Consequence.LEFT_JOB,
        Consequence.LEFT_SCHOOL,
        Consequence.LEFT_COUNTRY,
        Consequence.MOVED,
        Consequence.CHANGED_NUMBER,
    )
)


def discreet(case: Case) -> Case:
    """The case without what would tell the other side that she can no longer be found where she was."""
    return case.model_copy(update={"incidents": tuple(_discreet(incident) for incident in case.incidents)})


def _discreet(incident: Incident) -> Incident:
    if not known(incident.consequences):
        return incident
    kept = tuple(code for code in incident.consequences if code not in _WHEREABOUTS)
    return incident.model_copy(update={"consequences": kept})


def done_by(people: Iterable[Accused]) -> Callable[[Incident], bool]:
    """Whether one of these people did an act."""
    ids = {person.id for person in people}
    return lambda incident: known(incident.actor) and incident.actor in ids


def ink_name(case: Case, person: Person) -> Bilingual:
    """The real name, or an empty box for ink in alias mode."""
    return EMPTY if alias_mode(case) else real_name(person.name)


def her_side(case: Case, person: Person) -> dict[str, object]:
    """The box of her side: no address and no contact, a place for service only where it is an office."""
    contact = [value(answer) for answer in (case.contact.phone, case.contact.email, person.phone, person.email)]
    return {
        "by_hand": alias_mode(case),
        "name": ink_name(case, person),
        "address": joined([on_sheet(person.address), service(case)], "\n"),
        "occupation": on_sheet(person.occupation),
        "contact": on_sheet(next(filter(None, contact), None)),
    }


def representative(case: Case, voice: Voice) -> dict[str, object]:
    """The legal representative, where one acts."""
    person = case.reporter.person
    if not represented(case) or person is None:
        return {"acts": False, "name": EMPTY, "relation": EMPTY, "contact": EMPTY}
    relation = voice.in_words(coded("Role", person.relation))
    return {"acts": True, "name": ink_name(case, person), "relation": relation, "contact": on_sheet(person.phone)}


def assistant(case: Case, *roles: ReporterRole) -> dict[str, object]:
    """Who acts for her under mandate, if of one of these roles."""
    acts = case.reporter.person if case.reporter.role in roles else None
    if acts is None:
        return {"acts": False, "name": EMPTY, "contact": EMPTY}
    reach = joined([Bilingual.same(value(acts.phone) or ""), Bilingual.same(value(acts.email) or "")], ", ")
    return {"acts": True, "name": joined([real_name(acts.name), own(acts.organisation)], ", "), "contact": reach}


def signing(case: Case, day: date, *roles: ReporterRole) -> dict[str, object]:
    """The day and who signs, unless a legal representative does; in alias mode the name is written by hand."""
    return {
        "date": day_words(day),
        "signer": ink_name(case, case.victim),
        "submitter": assistant(case, *roles)["name"],
    }


def other_side(voice: Voice, person: Accused) -> dict[str, object]:
    """The box of one person of the other side."""
    return {
        **accused_box(voice, person),
        "occupation": own(person.occupation),
        "contact": joined([Bilingual.same(value(answer) or "") for answer in (person.phone, person.email)], ", "),
        "relation": coded("RelationKind", relation_kind(person)),
    }


def relation_kind(person: Accused) -> object:
    """The relation; a partner she lived with as spouses is a de facto spouse."""
    spouses = {
        RelationKind.DATING: RelationKind.DE_FACTO_SPOUSE,
        RelationKind.FORMER_DATING: RelationKind.FORMER_DE_FACTO_SPOUSE,
    }
    kind = value(person.relation.kind)
    return spouses.get(kind, kind) if kind and person.relation.de_facto_spouses is True else kind


def about(case: Case, people: Sequence[Accused], told: Story) -> list[Sentence]:
    """Who these people are to her, and the material; what was said of other people is left out."""
    others = [f"accused[{place}]." for place, person in enumerate(case.accused) if person not in people]
    return [said for said in told.relation if not any(path.startswith(tuple(others)) for path in said.sources)]


def evidence(case: Case, style: Style) -> list[dict[str, Bilingual]]:
    """The exhibits by number; a witness is listed without a name, for the list is served on the other side."""
    labels = exhibit_labels(case, style)
    return [_exhibit(case, exhibit, labels[exhibit.id]) for exhibit in ordered(case.exhibits)]


def _exhibit(case: Case, exhibit: Exhibit, no: Bilingual) -> dict[str, Bilingual]:
    kind = coded("ExhibitKind", exhibit.kind)
    title = EMPTY if exhibit.kind is ExhibitKind.WITNESS else own(exhibit.title)
    named = joined([title, Bilingual(f"({kind.ko})", f"({kind.en})")], " ")
    return {
        "no": no,
        "title": named if title else kind,
        "fact": fact(case, exhibit),
        "note": coded("Restriction", exhibit.restriction) if exhibit.restriction != "none" else EMPTY,
    }


def places(voice: Voice, codes: Iterable[str]) -> list[Bilingual]:
    """Places by role; their addresses are never written."""
    return [Telling(voice).persons_in(word("PlaceRole", code)) for code in codes]


def channels(codes: Iterable[str]) -> list[Bilingual]:
    """Ways of contact."""
    special = patterns("court")["channels"]
    return [court("channels", code) if code in special else _bare(word("Medium", code)) for code in codes]


def _bare(noun: Bilingual) -> Bilingual:
    return Bilingual(noun.ko, without_article(noun.en))


def attachments(name: str, holds: Mapping[str, bool]) -> list[Bilingual]:
    """What is handed in with a paper.

    Args:
        name: of the list in ``court.yaml``.
        holds: the conditions of its entries.
    """
    listed = patterns("court")["attachments"][name]
    return [Bilingual(each["ko"], each["en"]) for each in listed if "if" not in each or holds[each["if"]]]


def court_line(answer: object, kind: OfficeKind, day: date) -> Bilingual:
    """The court she chose, or a blank: never the one of her own address by itself."""
    return office_line(answer if isinstance(answer, Office) else None, kind, day)


PRINTS: frozenset[str] = STORY_PRINTS | frozenset(
    {
        "victim.name",
        "reporter.person",
        "exhibits[].kind",
        "exhibits[].title",
        "exhibits[].fact",
        "exhibits[].restriction",
    }
)
"""What a paper for a court prints of the two sides, of what happened and of the evidence, beside composed sentences."""
DECIDES: frozenset[str] = frozenset(
    {
        "wishes.alias",
        "reporter.role",
        "victim.address",
        "victim.phone",
        "victim.email",
        "victim.occupation",
        "contact.phone",
        "contact.email",
        "service.role",
    }
)
"""What decides which boxes of the two sides are filled."""
