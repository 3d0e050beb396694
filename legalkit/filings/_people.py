"""People in tables: names, aliases, and what stands on the confidential sheet instead."""

from legalkit.case import Case, NoAnswer, PersonName, known, said_yes, value
from legalkit.case.codes import ReporterRole
from legalkit.case.people import Helper, Person
from legalkit.filings._once import once
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual, romanise

UNKNOWN_NAME = Bilingual("성명불상", "name unknown")


def alias_mode(case: Case) -> bool:
    """Whether real names of her side stand on the confidential sheet alone."""
    return said_yes(case.wishes.alias)


def real_name(answer: PersonName | NoAnswer | None) -> Bilingual:
    """A real name in both languages; unknown prints 성명불상, everything else prints nothing.

    >>> real_name(PersonName(passport="JANE DOE", hangul="제인 도"))
    Bilingual(ko='제인 도(JANE DOE)', en='JANE DOE')
    >>> real_name(PersonName(hangul="홍길동"))
    Bilingual(ko='홍길동', en='Hong Gil-dong')
    """
    if not known(answer):
        return UNKNOWN_NAME if answer is NoAnswer.UNKNOWN else EMPTY
    return _name(answer)


@once
def _name(name: PersonName) -> Bilingual:
    latin = name.passport or name.romanised
    english = latin or (romanise(name.hangul) if name.hangul else "")
    if name.hangul and name.passport:
        return Bilingual(f"{name.hangul}({name.passport})", english)
    return Bilingual(name.hangul or latin or "", english)


def alias_name(person: Person) -> Bilingual:
    """The name used instead of the real one; without a chosen one, a blank to be filled in."""
    chosen = real_name(person.alias) if person.alias else Bilingual("○○○", "○○○")
    return Bilingual(f"{chosen.ko}(가명)", f"{chosen.en} (alias)")


def shown_name(case: Case, person: Person) -> Bilingual:
    """What a person of her side is called in a body: the alias in alias mode, else the real name."""
    hides = alias_mode(case) and not signs_as_agent(case, person)
    return alias_name(person) if hides else real_name(person.name)


def signs_as_agent(case: Case, person: Person) -> bool:
    """Whether a person is also the agent, such as a counsellor who goes with her: that name signs every paper."""
    acts = None if person is case.victim else agent(case)
    return bool(acts and known(acts.name) and known(person.name) and {*acts.name.forms()} & {*person.name.forms()})


def represented(case: Case) -> bool:
    """Whether a legal representative files in their own right."""
    return case.reporter.role is ReporterRole.LEGAL_REPRESENTATIVE


def complainant(case: Case) -> Person:
    """Who files: the victim, or a legal representative."""
    return case.reporter.person or case.victim if represented(case) else case.victim


def applicant(case: Case) -> Person:
    """Who asks where it need not be the victim: whoever writes for her without a mandate; else who files."""
    third = case.reporter.role is ReporterRole.THIRD_PARTY
    return case.reporter.person or case.victim if third else complainant(case)


def agent(case: Case) -> Helper | None:
    """The lawyer or organisation that acts under mandate, if any."""
    acts = case.reporter.role in (ReporterRole.LAWYER, ReporterRole.ORGANISATION)
    return case.reporter.person if acts else None


def on_sheet(answer: object) -> Bilingual:
    """The pointer to the confidential sheet, where there is something on it."""
    return sentence("on_sheet") if known(answer) else EMPTY


def victim_side(case: Case) -> list[tuple[str, Person]]:
    """Everybody on her side whose particulars stand on the confidential sheet, with the path of each."""
    people: list[tuple[str, Person]] = [("victim", case.victim)]
    if case.reporter.person and agent(case) is None:
        people.append(("reporter.person", case.reporter.person))
    people += [(f"relatives[{place}]", person) for place, person in enumerate(case.relatives)]
    if case.wishes.companion:
        people.append(("wishes.companion", case.wishes.companion))
    people += [(f"exhibits[{n}].witness", each.witness) for n, each in enumerate(case.exhibits) if each.witness]
    return people


def contact_of(person: Person) -> Bilingual:
    """Phone of an agent, whose contact is no secret."""
    return Bilingual.same(value(person.phone) or value(person.email) or "")
