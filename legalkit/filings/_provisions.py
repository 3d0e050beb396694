"""The provisions she chose, or the ones that fit where she chose none, as they stood on the day of each act."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from legalkit.case import Case, Incident, known, said_yes
from legalkit.case.codes import Rank
from legalkit.case.wishes import Provision
from legalkit.errors import LawError
from legalkit.filings._once import once
from legalkit.filings._words import sentence, word
from legalkit.language import EMPTY, Bilingual
from legalkit.language import day as day_words
from legalkit.law import NotInForce, Version, offence
from legalkit.law.suggest import suggest


@dataclass(frozen=True)
class Proposed:
    """One provision for the complaint.

    Attributes:
        version: as it stood on the day of the act.
        rank: primary or alternative.
        assumed: the day taken where the day of the act is not known.
    """

    version: Version
    rank: Rank
    assumed: date | None = None

    @property
    def text(self) -> Bilingual:
        """The provision in full, with the name of the crime."""
        full, name = self.version.full, self.version.name
        return Bilingual(f"{full.ko}({name.ko})", f"{full.en}: {name.en}")

    @property
    def note(self) -> Bilingual:
        """Its rank, and the day taken where the day of the act is not known."""
        rank = word("Rank", self.rank) if self.rank is Rank.ALTERNATIVE else EMPTY
        if not self.assumed:
            return rank
        words, day = sentence("day_assumed"), day_words(self.assumed)
        taken = Bilingual(words.ko.replace("{day}", day.ko), words.en.replace("{day}", day.en))
        return Bilingual(*(" · ".join(filter(None, pair)) for pair in ((rank.ko, taken.ko), (rank.en, taken.en))))


@dataclass(frozen=True)
class LeftOut:
    """A chosen provision that no paper may cite: none in force, or not verified."""

    offence: str
    answer: Version | NotInForce


@once
def proposed(case: Case, day: date) -> tuple[list[Proposed], list[LeftOut]]:
    """The chosen provisions by the law of each act's day, primary ones first; where none is chosen, those that fit.

    Args:
        case: whose provisions.
        day: day of filing; taken where nothing tells when the act was.

    Returns:
        What may be printed, and what is left out and why.
    """
    if not case.provisions and not said_yes(case.chose_provisions):
        return _fitting(case, day)
    printed: dict[tuple[str, Rank], Proposed] = {}
    left: dict[str, LeftOut] = {}
    for provision in case.provisions:
        for incident in _incidents(case, provision):
            for answer, assumed in _versions(case, provision.offence, incident, day):
                if isinstance(answer, Version) and answer.sure:
                    entry = Proposed(answer, provision.rank, assumed)
                    printed.setdefault((entry.text.ko, provision.rank), entry)
                else:
                    left.setdefault(provision.offence, LeftOut(provision.offence, answer))
    return sorted(printed.values(), key=lambda entry: entry.rank is Rank.ALTERNATIVE), list(left.values())


def _fitting(case: Case, day: date) -> tuple[list[Proposed], list[LeftOut]]:
    """What the law room suggests first or in the alternative; a provision proposed first is not proposed again."""
    printed: dict[str, Proposed] = {}
    left: dict[str, LeftOut] = {}
    ranks = {rank.value: rank for rank in Rank}
    found = [each for each in suggest(case, day) if each.rank in ranks]
    for each in sorted(found, key=lambda each: ranks[each.rank] is Rank.ALTERNATIVE):
        if not isinstance(each.version, Version):
            continue
        if each.may_be_printed:
            entry = Proposed(each.version, ranks[each.rank], each.assumed)
            printed.setdefault(entry.text.ko, entry)
        else:
            left.setdefault(each.offence, LeftOut(each.offence, each.version))
    return list(printed.values()), list(left.values())


def _incidents(case: Case, provision: Provision) -> Iterator[Incident]:
    return (incident for incident in case.incidents if incident.id in provision.incidents)


def _versions(
    case: Case, name: str, incident: Incident, filing: date
) -> Iterator[tuple[Version | NotInForce, date | None]]:
    """Every version in force between the first and the last day the act can have been."""
    first, last, assumed = act_days(incident, filing)
    birth = case.victim.birth.exact if known(case.victim.birth) else None
    if birth and birth > first:
        birth = None  # one of the two days is wrong, and which is not ours to say
    day = first
    while day <= last:
        answer = offence(name).on(day, birth)
        yield answer, assumed
        until = answer.in_force_until if isinstance(answer, Version) else None
        if until is None or until >= last:
            return
        day = until + timedelta(days=1)


def act_days(incident: Incident, filing: date) -> tuple[date, date, date | None]:
    """First and last day of an act, and the day taken instead where neither is known: the day she learned of it."""
    when = incident.when
    if known(when) and when.earliest and when.latest:
        return when.earliest, min(when.latest, filing), None
    learned = [when] + [each.when for each in (incident.discovered, incident.knowing) if each]
    days = [each.latest for each in learned if known(each) and each.latest]
    taken = min([*days, filing])
    return taken, taken, taken


def known_offence(name: str) -> bool:
    """Whether the law room knows an offence of this id."""
    try:
        offence(name)
    except LawError:
        return False
    return True
