"""The provisions she chose, or the ones that fit where she chose none, as they stood on the day of each act."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from legalkit.case import Case, Incident, NoAnswer, When, known, said_yes
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
        until: last day the act can have been.
        assumed: the day taken where the day of the act is not known.
    """

    version: Version
    rank: Rank
    until: date
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
        What may be printed, each provision once, and what is left out and why.
    """
    printed: dict[tuple[str, Rank | None], Proposed] = {}
    left: dict[str, LeftOut] = {}
    for each in _every(case, day):
        if isinstance(each, LeftOut):
            left.setdefault(each.offence, each)
        else:  # what fits first is not proposed again in the alternative; what she chose twice is
            printed.setdefault((each.text.ko, each.rank if case.provisions else None), each)
    return sorted(printed.values(), key=lambda each: each.rank is Rank.ALTERNATIVE), list(left.values())


@dataclass(frozen=True)
class TimeLimit:
    """Until when charges can be brought by a provision, for the latest of its acts (형사소송법 제249조).

    Attributes:
        version: the provision.
        first: last day of the period, counted from the first day the act can have been.
        last: the same, counted from the last day.
    """

    version: Version
    first: date
    last: date


@once
def time_limits(case: Case, day: date) -> list[TimeLimit]:
    """For each provision that is printed; left out where no period runs or its end cannot be told."""
    found: dict[str, list[TimeLimit | None]] = {}
    for each in _every(case, day):
        if isinstance(each, Proposed):
            found.setdefault(each.text.ko, []).append(_limit(each))
    told = [[each for each in limits if each] for limits in found.values() if None not in limits]
    return [max(limits, key=lambda each: each.last) for limits in told]


def _limit(entry: Proposed) -> TimeLimit | None:
    ends = entry.version.limitation.last_day
    if ends is None or entry.assumed is not None:
        return None
    return TimeLimit(entry.version, ends, ends + (entry.until - entry.version.day))


@once
def _every(case: Case, day: date) -> list[Proposed | LeftOut]:
    """Every provision for every act, as often as it is proposed."""
    chosen = case.provisions or said_yes(case.chose_provisions)
    return list(_chosen(case, day) if chosen else _fitting(case, day))


def _chosen(case: Case, day: date) -> Iterator[Proposed | LeftOut]:
    for provision in case.provisions:
        for incident in _incidents(case, provision):
            for answer, until, assumed in _versions(case, provision.offence, incident, day):
                if isinstance(answer, Version) and answer.sure:
                    yield Proposed(answer, provision.rank, until, assumed)
                else:
                    yield LeftOut(provision.offence, answer)


def _fitting(case: Case, day: date) -> Iterator[Proposed | LeftOut]:
    """What the law room suggests, what comes first before what comes in the alternative."""
    ranks = {rank.value: rank for rank in Rank}
    found = [each for each in suggest(case, day) if each.rank in ranks]
    for each in sorted(found, key=lambda each: ranks[each.rank] is Rank.ALTERNATIVE):
        if not isinstance(each.version, Version):
            continue
        if each.may_be_printed:
            yield Proposed(each.version, ranks[each.rank], each.span[1], each.assumed)
        else:
            yield LeftOut(each.offence, each.version)


def _incidents(case: Case, provision: Provision) -> Iterator[Incident]:
    return (incident for incident in case.incidents if incident.id in provision.incidents)


def _versions(
    case: Case, name: str, incident: Incident, filing: date
) -> Iterator[tuple[Version | NotInForce, date, date | None]]:
    """Every version in force between the first and the last day the act can have been, with the last day it is for."""
    first, last, assumed = act_days(incident, incident.when, filing)
    birth = case.victim.birth.exact if known(case.victim.birth) else None
    if birth and birth > first:
        birth = None  # one of the two days is wrong, and which is not ours to say
    day = first
    while day <= last:
        answer = offence(name).on(day, birth)
        until = answer.in_force_until if isinstance(answer, Version) else None
        yield answer, min(until or last, last), assumed
        if until is None or until >= last:
            return
        day = until + timedelta(days=1)


def act_days(incident: Incident, when: When | NoAnswer | None, filing: date) -> tuple[date, date, date | None]:
    """First and last day of an act, and the day taken instead where neither is known: the day she learned of it.

    Args:
        incident: the act.
        when: its time, or that of one of its entries.
        filing: day of filing; no act is later.
    """
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
