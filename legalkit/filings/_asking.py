"""What the request papers share: who asks, against whom, in which case, of which office, with what attached."""

from datetime import date

from legalkit.case import Accused, Case, known, unknown, value
from legalkit.case.codes import ReporterRole
from legalkit.case.people import Person
from legalkit.case.wishes import Office
from legalkit.filings import _moments as moments
from legalkit.filings._office import police_line
from legalkit.filings._people import (
    UNKNOWN_NAME,
    agent,
    alias_mode,
    complainant,
    contact_of,
    on_sheet,
    real_name,
    represented,
    shown_name,
)
from legalkit.filings._pieces import accounts_box, accused_box, coded, joined, own
from legalkit.filings._provisions import proposed
from legalkit.filings._voice import REQUEST, Voice
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual
from legalkit.law import filing_rule, fits_age, institution
from legalkit.law.suggest import READS

OTHER_SIDE_PATHS = frozenset(
    {
        "accused[].name",
        "accused[].address.text",
        "accused[].phone",
        "accused[].email",
        "accused[].accounts[].medium",
        "accused[].accounts[].handle",
        "accused[].features",
        "accused[].relation.kind",
    }
)
"""What :func:`other_side` prints."""

ASKING_PRINTS = frozenset(
    {
        "case_number",
        "victim.name",
        "victim.alias",
        "victim.birth",
        "reporter.person.name",
        "reporter.person.alias",
        "reporter.person.relation",
        "reporter.person.phone",
        "reporter.person.email",
        "offices.police",
        "offices.prosecution",
    }
)
"""What :func:`asking`, :func:`reference`, :func:`receiver` and the signature print."""

ASKING_DECIDES = frozenset(
    {
        "reporter.role",
        "wishes.alias",
        "victim.address",
        "victim.phone",
        "victim.email",
        "contact.phone",
        "contact.email",
        "offices.police_kind",
        "exhibits[].id",
    }
)
"""What they decide by."""


def asking(case: Case) -> dict[str, Bilingual]:
    """The person who asks, for the first box of a request; address and contacts point to the confidential sheet."""
    victim, acts = case.victim, agent(case)
    reach = (case.contact.phone, case.contact.email, victim.phone, victim.email)
    return {
        "name": shown_name(case, victim),
        "birth": birth(case, victim),
        "address": on_sheet(victim.address),
        "contact": on_sheet(next(filter(known, reach), None)),
        "guardian": shown_name(case, complainant(case)) if represented(case) else EMPTY,
        "guardian_relation": reporter_relation(case) if represented(case) else EMPTY,
        "agent": real_name(acts.name) if acts and known(acts.name) else EMPTY,
        "agent_contact": contact_of(acts) if acts else EMPTY,
    }


def birth(case: Case, person: Person) -> Bilingual:
    """A day of birth; in alias mode it stands on the confidential sheet."""
    answer = value(person.birth)
    if alias_mode(case):
        return on_sheet(answer)
    return moments.day_of(answer) if answer else EMPTY


def reporter_relation(case: Case) -> Bilingual:
    """What the person who files is to the victim: 본인, or a coded relation."""
    person = case.reporter.person
    if case.reporter.role is ReporterRole.SELF:
        return sentence("herself")
    return Voice(case, REQUEST).in_table(coded("Role", person.relation)) if person else EMPTY


def reference(case: Case) -> Bilingual:
    """The number of the case; the box stays empty until there is one."""
    if unknown(case.case_number):
        return sentence("number_not_known")
    return Bilingual.same(value(case.case_number) or "")


def receiver(case: Case, day: date, filing: str) -> Bilingual:
    """The police; the prosecutor once the case went there, if the law lets that paper go to one.

    Args:
        case: whose offices.
        day: day of filing.
        filing: id of the filing, whose rule names who may receive it.
    """
    office = case.offices.prosecution
    takes = {addressee.office.id for addressee in filing_rule(filing).on(day).addressees}
    if not known(office) or "district_prosecutor" not in takes:
        return police_line(case, day)
    named = under_its_name(office, day)
    return Bilingual(f"{named.ko.removesuffix('검사').strip()} 검사", f"Prosecutor, {named.en}")


def under_its_name(office: Office, day: date) -> Bilingual:
    """A prosecution office as it is called on a day, whatever it was called when she wrote it down."""
    asked = institution("prosecution_office")
    now = asked.on(day).name
    ko, en = office.name, office.english or office.name
    for version in asked.record.versions:
        ko, en = ko.replace(version.name.ko, now.ko), en.replace(version.name.en, now.en)
    return Bilingual(ko, en)


def other_side(case: Case, person: Accused | None) -> dict[str, object]:
    """One person of the other side; without one, a person whose name is not known."""
    if person is None:
        blank = dict.fromkeys(("label", "address", "phone", "email", "relation", "other"), EMPTY)
        return {**blank, "name": UNKNOWN_NAME, "accounts": []}
    return {
        **accused_box(Voice(case, REQUEST), person),
        "accounts": accounts_box(person),
        "relation": coded("RelationKind", person.relation.kind),
        "other": own(person.features),
    }


CRIMES_PRINTS = frozenset({"chose_provisions", "provisions"})
"""What :func:`crimes` prints."""
CRIMES_DECIDES = READS | frozenset(
    f"incidents[].{name}" for name in ("id", "act", "when", "discovered", "knowing.when", "material", "about_material")
)
"""What it, and what is asked because of them, is decided by."""


def crimes(case: Case, day: date) -> Bilingual:
    """The offences to be considered, by name, for the box of the case."""
    names = dict.fromkeys(entry.version.name for entry in proposed(case, day)[0])
    return joined([Bilingual(name.ko, name.en) for name in names], ", ")


def attached(case: Case, *more: str, evidence: bool = False) -> list[Bilingual]:
    """What goes with a request, one line each.

    Args:
        case: whose papers.
        more: names of further lines (``attached`` in ``frame.yaml``), put first.
        evidence: whether the exhibits go with it.
    """
    holds = {
        "evidence": evidence and bool(case.exhibits),
        "guardian": represented(case),
        "mandate": agent(case) is not None,
        "sheet": True,
    }
    return [sentence("attached", name) for name in (*more, *(name for name, stands in holds.items() if stands))]


def under_19(case: Case, day: date) -> bool:
    """Whether she is surely under 19 on a day (성폭력처벌법 제26조제4항)."""
    born = value(case.victim.birth)
    return born is not None and fits_age("under_19_victim", born.earliest, day)
