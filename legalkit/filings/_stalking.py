"""Stalking: which acts count on their day, whether they were repeated and caused fear, and what is told of them.

스토킹처벌법 제2조 (the acts, and fear), 제4조 and 제8조 (what she may ask for).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache

from legalkit.case import Accused, Case, Incident, NoAnswer, When, items, known, said_no, said_yes, unknown, value
from legalkit.case.codes import Act, Feeling, StalkingMeasure
from legalkit.case.incident import Entry
from legalkit.filings._asking import attached, other_side, reference
from legalkit.filings._compose import Story, compose, composed_paths
from legalkit.filings._filing import Gate, closed, undecided
from legalkit.filings._moments import cell, phrase
from legalkit.filings._once import once
from legalkit.filings._pieces import by_act, coded, exhibits, joined, own, singly, tick
from legalkit.filings._provisions import act_days
from legalkit.filings._slots import online_words
from legalkit.filings._telling import Sentence, Telling
from legalkit.filings._voice import REQUEST, Voice, bare_place, without_article
from legalkit.filings._words import sentence, word
from legalkit.language import EMPTY, Bilingual
from legalkit.law import NotInForce, offence
from legalkit.law.acts import acts_of_kind
from legalkit.law.records import version_on
from legalkit.law.store import act_classes

_ITEM = {Act.POSTING_DATA: "바", Act.IMPERSONATION: "사"}
"""Items of 제2조제1호 that came later than the Act; the law room knows from when."""

RISK = (Act.THREAT, Act.DEMAND, Act.MADE_TO_ACT, Act.STRANGERS_CAME, Act.BREACH, Act.ASSAULT, Act.ACCOUNT_ENTERED)
"""Acts that are no stalking themselves and speak for a danger of repetition."""

_ACTS = tuple(Act(name) for name in act_classes()["stalking"].acts)
TOLD_PATHS = composed_paths((*_ACTS, *RISK))
"""What the narrative of these acts rests on."""
GATE_PATHS = frozenset(
    f"incidents[].{name}"
    for name in ("act", "actor", "will", "when", "discovered", "knowing", "entries", "count", "feelings")
)
"""What the gate asks."""


@dataclass(frozen=True)
class Found:
    """The stalking acts of one person, counted.

    Attributes:
        acts: those the Act covers, or may cover where their day is not known.
        sure: how many times there surely was one.
        possible: how many times there may have been one; 2 stands for more.
        lacking: paths of the answers that would make the count sure.
    """

    acts: tuple[Incident, ...]
    sure: int
    possible: int
    lacking: tuple[str, ...]

    @property
    def repeated(self) -> bool:
        """Whether there were surely two or more (제2조제2호: 지속적 또는 반복적)."""
        return self.sure >= 2


@once
def found(case: Case, day: date) -> list[Found]:
    """The stalking acts by person; those of persons she cannot name stand last, together."""
    by_actor: dict[str, list[Incident]] = {}
    for incident in acts_of_kind(case, "stalking"):
        if not said_no(incident.will):
            by_actor.setdefault(value(incident.actor) or "", []).append(incident)
    ordered = sorted(by_actor.items(), key=lambda each: each[0] == "")
    counted = [_counted(acts, day) for _, acts in ordered]
    return [each for each in counted if each.acts]


def may_be_repeated(case: Case, day: date) -> bool:
    """Whether somebody may have done it more than once; having come in once, of an unknown number, is not enough."""
    persons = found(case, day)
    more = [person for person in persons if any(act.act is not Act.ENTERING_PLACE for act in person.acts)]
    return any(person.repeated for person in persons) or any(person.possible > 1 for person in more)


def _counted(acts: Sequence[Incident], day: date) -> Found:
    kept = [(act, _times(act, day)) for act in acts]
    kept = [(act, times) for act, times in kept if times.possible]
    lacking = dict.fromkeys(path for _, times in kept for path in times.lacking)
    total = [sum(times.sure for _, times in kept), sum(times.possible for _, times in kept)]
    return Found(tuple(act for act, _ in kept), total[0], total[1], tuple(lacking))


def _times(act: Incident, day: date) -> Found:
    """How often one act was done while the Act covered it."""
    whens = [entry.when if entry.when is not None else act.when for entry in act.entries] or [act.when]
    covered = [_covered(act, when, day) for when in whens]
    lacking = ["incidents[].when"] if None in covered else []
    often = value(act.count) or 1
    if act.entries or often > 1:
        each = 1 if act.entries else often
        return Found((act,), covered.count(True) * each, (len(covered) - covered.count(False)) * each, tuple(lacking))
    if act.count in (None, NoAnswer.UNKNOWN):
        lacking.append("incidents[].count")
        return Found((act,), covered.count(True), 0 if covered == [False] else 2, tuple(lacking))
    return Found((act,), covered.count(True), len(covered) - covered.count(False), tuple(lacking))


def _covered(act: Incident, when: When | NoAnswer | None, day: date) -> bool | None:
    """Whether the Act named such an act on its day; ``None`` where its day is not known."""
    first, last, assumed = act_days(act, when, day)
    ends = [_in_force(act.act, end) for end in (first, last)]
    if not ends[1]:
        return False
    return True if ends[0] and assumed is None else None


def _in_force(act: Act, day: date) -> bool:
    version = version_on(offence("st_18_1_stalking").record.versions, day)
    return version is not None and _named(act, version.in_force_from)


@cache
def _named(act: Act, since: date) -> bool:
    """Whether the version of the Act in force since a day names such an act."""
    given = {"act_type": _ITEM[act]} if act in _ITEM else {}
    return not isinstance(offence("st_18_1_stalking").on(since, given=given), NotInForce)


def afraid(acts: Iterable[Incident]) -> bool | None:
    """Whether the acts caused fear or anxiety; ``None`` where she was not asked or does not know."""
    answers = [act.feelings for act in acts]
    if any({Feeling.FEAR, Feeling.ANXIETY} & set(items(answer)) for answer in answers):
        return True
    return None if any(answer is None or unknown(answer) for answer in answers) else False


def not_open(case: Case, day: date, *, once_is_enough: bool = False) -> Gate | None:
    """Why a measure against stalking is not open, or ``None`` if it is.

    Args:
        case: whose acts.
        day: day of filing.
        once_is_enough: one act will do, because the danger of repetition counts (제4조제1항).
    """
    if not case.incidents:
        return undecided("stalking_no_act_yet", ["incidents[].act"])
    persons = found(case, day)
    if not persons:
        return closed("stalking_no_act", instead="stalking_instead")
    if not once_is_enough and not any(person.repeated for person in persons):
        lacking = dict.fromkeys(path for person in persons if person.possible >= 2 for path in person.lacking)
        return undecided("stalking_how_often", lacking) if lacking else closed("stalking_once", "stalking_once_instead")
    if once_is_enough and not any(person.sure for person in persons):
        return undecided("stalking_how_often", ["incidents[].when"])
    fear = afraid(acts_told(case, day))
    if fear is None:
        return undecided("stalking_fear_not_asked", ["incidents[].feelings"])
    return None if fear else closed("stalking_no_fear", instead="stalking_instead")


@once
def acts_told(case: Case, day: date) -> tuple[Incident, ...]:
    """The acts a request is about: those of persons who repeated them; of unknown ones where nobody is named."""
    persons = found(case, day)
    several = [person for person in persons if person.repeated] or persons
    named = [person for person in several if known(person.acts[0].actor)]
    return tuple(act for person in named or several for act in person.acts)


def told(case: Case, day: date) -> dict[str, object]:
    """What both stalking papers say of the other side, the acts, the danger of repetition, and what is attached."""
    acts = acts_told(case, day)
    actors = {act.actor for act in acts}
    others: list[Accused | None] = [person for person in case.accused if person.id in actors]
    story = _story(case, acts)
    rows = [_row(case, act, entry) for act in acts for entry in act.entries or (None,)]
    # a move, a lost job or a new number would reach the other side with the measure
    felt = tuple(said for said in story.effects if said.pattern == "feelings")
    facts = [*singly(_relation(case, story, actors)), *_by_act(story), *singly(felt)]
    danger = _danger(case, acts)
    return {
        "others": [other_side(case, person) for person in others or [None]],
        "reference": reference(case),
        "facts": by_act(facts),
        "has_schedule": bool(story.schedule),
        "rows": [{**row, "n": str(place)} for place, row in enumerate(rows, start=1)],
        "risk": by_act(danger),
        "attachments": attached(case, evidence=True),
    }


def _story(case: Case, acts: Sequence[Incident]) -> Story:
    """The story of these acts alone; exhibits and persons keep their numbers."""
    return compose(Voice(case.model_copy(update={"incidents": tuple(acts)}), REQUEST))


def _by_act(story: Story) -> list[Sequence[Sentence]]:
    return [sentences for _, sentences in story.acts]


def _relation(case: Case, story: Story, actors: Set[object]) -> tuple[Sentence, ...]:
    """What she is to the other side; of nobody else, and of pictures only where an act speaks of them."""
    places = tuple(f"accused[{n}]." for n, person in enumerate(case.accused) if person.id in actors)
    return tuple(said for said in story.relation if any(source.startswith(places) for source in said.sources))


def _danger(case: Case, acts: Sequence[Incident]) -> list[Sequence[Sentence]]:
    """Dated facts that speak for a danger of repetition, act by act, and nothing else."""
    actors = {act.actor for act in acts if known(act.actor)}
    ids = {act.id for act in acts}
    stalking = {act.id for act in acts_of_kind(case, "stalking")}
    more = [act for act in case.incidents if act.id not in ids and _speaks(act, stalking, actors)]
    story = _story(case, more)
    material = [said for said in story.relation if said.pattern == "material"]
    return [*singly(material), *_by_act(story), *singly(_answered(case)), story.reports]


def _speaks(act: Incident, stalking: set[str], actors: set[str]) -> bool:
    """Whether an act speaks for the danger: one of its kind, by the other side or by somebody unknown."""
    of_kind = act.act in RISK or act.id in stalking
    return of_kind and (not known(act.actor) or act.actor in actors)


def _answered(case: Case) -> Iterator[Sentence]:
    """What she said of weapons and new accounts."""
    telling = Telling(Voice(case, REQUEST), extra={"accused": ("accused[].name", REQUEST.theirs)})
    for name in ("weapon", "new_account"):
        if said_yes(getattr(case.relief.stalking, name)):
            telling.note(f"relief.stalking.{name}", found=True)
            yield telling.say(sentence("stalking_risk", name), f"stalking_risk.{name}")


def _row(case: Case, act: Incident, entry: Entry | None) -> dict[str, object]:
    online = (entry.online if entry else None) or act.online
    place = online_words(online) if known(online) else EMPTY
    bare = Bilingual(place.ko, place.en.removeprefix("on the ").removeprefix("on "))
    when = entry.when if entry and entry.when is not None else act.when
    return {
        "when": cell(when),
        "way": joined([coded("Act", act.act), bare], "\n"),
        "content": own(entry.note) if entry else _content(case, act),
        "often": _often(act, entry),
        "exhibits": exhibits(case, entry.exhibits if entry else act.exhibits),
    }


def _content(case: Case, act: Incident) -> Bilingual:
    """What was said, which of her data were posted, or where somebody came; the data are never repeated."""
    voice = Voice(case, REQUEST)
    data = [voice.in_words(word("DataKind", each)) for each in items(act.data_kinds)]
    place = coded("PlaceKind", act.place.kind) if known(act.place) and act.act is Act.ENTERING_PLACE else EMPTY
    came = [voice.in_words(each) for each in (coded("PlaceRole", act.place_role), place) if each]
    return joined([own(act.quote), *data, *(Bilingual(each.ko, bare_place(each.en)) for each in came)], ", ")


def _often(act: Incident, entry: Entry | None) -> Bilingual:
    count = 1 if entry else value(act.count)
    if not count:
        return EMPTY
    return Bilingual(f"{count:,}회", "once" if count == 1 else f"{count:,} times")


def measures(case: Case, numbers: Mapping[StalkingMeasure, Bilingual]) -> list[dict[str, object]]:
    """The measures an article has, under its own numbers, those she chose ticked."""
    chosen = items(case.relief.stalking.measures)
    named = [(code, number, word("StalkingMeasure", code)) for code, number in numbers.items()]
    return [
        {"tick": tick(code in chosen), "label": Bilingual(f"{number.ko}  {words.ko}", f"{number.en}: {words.en}")}
        for code, number, words in named
    ]


def places_and_channels(case: Case) -> dict[str, Bilingual]:
    """Where no approach and by which channels no contact is wanted."""
    wanted, voice = case.relief.stalking, Voice(case, REQUEST)
    return {
        "places": joined([voice.in_words(word("PlaceRole", each)) for each in items(wanted.places)], ", "),
        "channels": joined([_bare(word("Medium", each)) for each in items(wanted.channels)], ", "),
    }


def _bare(noun: Bilingual) -> Bilingual:
    return Bilingual(noun.ko, without_article(noun.en))


def refused(case: Case) -> Bilingual:
    """That she was told no measure is asked for, and when (제8조제3항·제4항)."""
    when = case.relief.stalking.refused_notice
    if not known(when):
        return EMPTY
    named = phrase(when, "I") or EMPTY
    words = Voice(case, REQUEST).in_words(sentence("stalking_refused"))
    return Bilingual(words.ko.replace("{when}", named.ko), words.en.replace("{when}", named.en))
