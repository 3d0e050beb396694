"""What happened, told: relation, material, each act in its order, what it did to her, what she reported before."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from legalkit.case import Incident, NoAnswer, Quote, When, items, known, said_yes, value
from legalkit.case.codes import Act, KnowingHow, Material, OfficeKind, PlaceKind, RelationKind
from legalkit.case.incident import Discovery
from legalkit.case.wishes import EarlierReport, Office
from legalkit.errors import LawError
from legalkit.filings import _moments as moments
from legalkit.filings._grouping import MANY, Told, grouped, in_schedule
from legalkit.filings._reads import act_paths as act_paths
from legalkit.filings._reads import composed_paths as composed_paths
from legalkit.filings._slots import times_words
from legalkit.filings._telling import Sentence, Telling, about_quote
from legalkit.filings._voice import COMPLAINT, Voice, account_words, unnamed
from legalkit.filings._words import patterns, sentence, word
from legalkit.language import Bilingual, Style
from legalkit.law import age_on, institution


@dataclass(frozen=True)
class Story:
    """Everything composed from a case for one filing, in the order it is printed.

    Attributes:
        relation: who the people are to each other, and what material the case is about.
        acts: the sentences of each act, with the act they tell.
        effects: what it did to her.
        reports: what she told an office before.
    """

    relation: tuple[Sentence, ...]
    acts: tuple[tuple[Told, tuple[Sentence, ...]], ...]
    effects: tuple[Sentence, ...]
    reports: tuple[Sentence, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order."""
        told = tuple(said for _, sentences in self.acts for said in sentences)
        return (*self.relation, *told, *self.effects, *self.reports)

    @property
    def schedule(self) -> tuple[Told, ...]:
        """The acts that a schedule lists."""
        return tuple(act for act, _ in self.acts if act.scheduled or act.listed)


def compose(
    voice: Voice,
    style: Style = "police",
    *,
    only: frozenset[Act] | None = None,
    where: Callable[[Incident], bool] = lambda incident: True,
) -> Story:
    """Tells the case.

    Args:
        voice: who speaks.
        style: whose exhibit numbers.
        only: tell these acts only; all if not given.
        where: tell only incidents of which this holds, such as those of one actor.
    """

    def told(incident: Incident) -> bool:
        return (only is None or incident.act in only) and where(incident)

    acts = in_schedule(grouped(voice.case, told))
    return Story(
        (*_under_19(voice, style), *_relation(voice, style), *_materials(voice, style, told)),
        _once((act, tuple(_act(voice, style, act))) for act in acts),
        tuple(_effects(voice, style, acts)),
        tuple(_reports(voice, style)),
    )


def _once(acts: Iterable[tuple[Told, tuple[Sentence, ...]]]) -> tuple[tuple[Told, tuple[Sentence, ...]], ...]:
    """What was said of the material is said once, however many acts it belongs to."""
    said: set[str] = set()
    kept = []
    for act, sentences in acts:
        kept.append((act, tuple(each for each in sentences if each.pattern not in _SAID_ONCE or each.ko not in said)))
        said |= {each.ko for each in sentences}
    return tuple(kept)


_SAID_ONCE = frozenset(("still_online",))


_ADULT = 19


def _under_19(voice: Voice, style: Style) -> Iterator[Sentence]:
    """That she was under 19 at every act, for the police: offences against children and youth rest on it."""
    if voice.parties is not COMPLAINT:
        return
    birth, days = value(voice.case.victim.birth), [_latest(act) for act in voice.case.incidents]
    if birth and days and all(day and age_on(birth.earliest, day) < _ADULT for day in days):
        telling = Telling(voice, style)
        telling.note("victim.birth", found=True)
        yield telling.say(sentence("under_19"), "under_19")


def _latest(act: Incident) -> date | None:
    """The last day an act can have been; where that was not said, it was before she learned of it."""
    whens = [entry.when if entry.when is not None else act.when for entry in act.entries] or [act.when]
    days = [when.latest for when in whens if known(when) and when.latest]
    if len(days) == len(whens):
        return max(days)
    learned = (act.knowing.when, act.discovered.when if act.discovered else None)
    return min((when.latest for when in learned if known(when) and when.latest), default=None)


def _relation(voice: Voice, style: Style) -> Iterator[Sentence]:
    for place, person in enumerate(voice.case.accused):
        at, kind = f"accused[{place}]", value(person.relation.kind)
        telling = Telling(voice, style, extra=_relation_slots(voice, place))
        if unnamed(person) and kind in (None, RelationKind.STRANGER):
            yield telling.say(sentence("relation", "unknown_person"), "relation.unknown_person")
        elif kind and kind is not RelationKind.OTHER:
            name = kind if kind in patterns("frame")["relation"] else "default"
            telling.note(f"{at}.relation.kind", found=True)
            yield telling.say(sentence("relation", name), f"relation.{name}")
        yield from _lived_together(telling, person.relation.lived_together, at)
        if not known(person.name) and account_words(person):
            yield telling.say(sentence("accounts"), "accounts")


def _relation_slots(voice: Voice, place: int) -> dict[str, tuple[str, Bilingual | None]]:
    person = voice.case.accused[place]
    relation, at = person.relation, f"accused[{place}].relation"
    start, end, divorced = value(relation.start), value(relation.end), value(relation.divorced)
    both = moments.period_of(start, end) if start and end else None
    kind = value(relation.kind)
    called = voice.parties.theirs if unnamed(person) and len(voice.case.accused) == 1 else voice.accused(person)
    return {
        "accused": (f"accused[{place}].name", called),
        "from": (f"{at}.start", moments.day_of(start) if start else None),
        "from_to": (f"{at}.start", both),
        "divorced": (f"{at}.divorced", moments.day_of(divorced) if divorced else None),
        "relation": (f"{at}.kind", word("RelationKind", kind) if kind else None),
        "accounts": (f"accused[{place}].accounts", account_words(person) or None),
    }


def _lived_together(telling: Telling, answer: object, at: str) -> Iterator[Sentence]:
    name = {True: "lived_together", False: "never_lived_together"}.get(answer) if isinstance(answer, bool) else None
    if name:
        telling.note(f"{at}.relation.lived_together", found=True)
        yield telling.say(sentence("relation_more", name), f"relation_more.{name}")


def _materials(voice: Voice, style: Style, told: Callable[[Incident], bool]) -> Iterator[Sentence]:
    """Names each kind of material once, so that 위 영상물 refers to something."""
    named: set[Material] = set()
    for place, incident in enumerate(voice.case.incidents):
        material = value(incident.material) if told(incident) else None
        if material and material not in named and (incident.discovered or _speaks_of_material(incident.act)):
            named.add(material)
            telling = Telling(voice, style, incident, f"incidents[{place}]")
            yield telling.say(sentence("material"), "material")
            if known(incident.made) or said_yes(incident.consented_to_making):
                yield telling.say(sentence("material_made"), "material_made")


@cache
def _speaks_of_material(act: Act) -> bool:
    return any(re.search(r"위\]? \{material", pattern["ko"]) for pattern in patterns("acts")[act])


def _act(voice: Voice, style: Style, act: Told) -> Iterator[Sentence]:
    telling = Telling(voice, style, act.first, act.at, act.alike, act.scheduled, _many_slots(act))
    if act.first.discovered and act.first.act is not Act.HIDDEN_CAMERA:  # that it was found is its first sentence
        yield _discovered(telling, act.first.discovered)
    for place, pattern in enumerate(patterns("acts")[act.first.act]):
        if _printed(telling, pattern):
            telling.note(f"{act.at}.act", found=True)
            yield _said(telling, pattern, f"acts.{act.first.act}[{place}]")
    yield from _in_schedule(telling, act)
    yield from _where_in_her_words(telling)
    if said_yes(act.first.still_online):
        telling.note(f"{act.at}.still_online", found=True)
        yield telling.say(sentence("still_online"), "still_online")
    yield from _own_reason(telling)


def _in_schedule(telling: Telling, act: Told) -> Iterator[Sentence]:
    several = any("many_ko" in pattern for pattern in patterns("acts")[act.first.act])
    told_at_once = several and "n_times" in telling.extra
    if act.listed or (act.scheduled and not told_at_once):
        name = "schedule_address" if act.listed else "schedule_more"
        telling.extra = {**telling.extra, "schedule_at": (act.at, act.rows)}
        yield telling.say(sentence(name), name)


HER_PLACES = frozenset((
    PlaceKind.VICTIM_HOME, PlaceKind.SHARED_HOME, PlaceKind.WORKPLACE, PlaceKind.STAFF_TOILET, PlaceKind.SCHOOL,
    PlaceKind.DORMITORY,
))  # fmt: skip
"""What she wrote of these stands on the confidential sheet alone."""


def _where_in_her_words(telling: Telling) -> Iterator[Sentence]:
    told = telling.incident
    named = act_paths(told.act) if told else frozenset()
    place, online = (value(told.place), value(told.online)) if told else (None, None)
    if place and place.words and place.kind not in HER_PLACES and "incidents[].place" in named:
        yield _quoted(telling, "place", place.words)
    if online and online.words and "incidents[].online" in named:
        yield _quoted(telling, "online", online.words)


def _quoted(telling: Telling, name: str, quote: Quote) -> Sentence:
    """Her own words for something that a code names only in general, as a sentence of its own."""
    path = "knowing.reason_words" if name == "reason" else f"{name}.words"
    return _in_her_words(telling, name, f"{telling.at}.{path}", quote)


def _in_her_words(telling: Telling, name: str, path: str, quote: Quote) -> Sentence:
    telling.extra = {**telling.extra, f"{name}_words": (path, Bilingual.same(quote.text))}
    said, after = telling.say(sentence(f"{name}_in_her_words"), f"{name}_in_her_words"), about_quote(quote)
    return replace(said, ko=f"{said.ko} {after.ko}".strip(), en=f"{said.en} {after.en}".strip())


POSTED = frozenset((
    Act.CONSENSUAL_SPREAD, Act.SELF_MADE_SPREAD, Act.SPREAD, Act.LINK, Act.SALE, Act.REUPLOAD,
    Act.OTHER_PERSON_AS_HER, Act.POSTING_DATA, Act.IMPERSONATION, Act.FALSE_STATEMENT,
))  # fmt: skip
"""Acts that put something where others can see it."""
LEFT_BEHIND = POSTED | {Act.FILMING, Act.STREAMING, Act.FAKE}
"""Acts that leave a picture or a post which somebody may come upon."""


def _discovered(telling: Telling, found: Discovery) -> Sentence:
    name = "discovered_herself"
    if telling.incident and telling.incident.act not in LEFT_BEHIND:
        name = "discovered_act"
    elif known(found.teller):
        name = "discovered_told" if _link_was_sent(telling) else "discovered_from"
    telling.note(f"{telling.at}.discovered", found=True)
    cite = telling.citation(found.exhibits)
    telling.extra = {**telling.extra, "cite": (f"{telling.at}.discovered.exhibits", cite)}
    said = telling.say(sentence(name), name)
    telling.extra = {name: slot for name, slot in telling.extra.items() if name != "cite"}
    return said


def _link_was_sent(telling: Telling) -> bool:
    """Whether the case tells of a link to this material; who told her of it may have told her in words."""
    links = [act.material for act in telling.case.incidents if act.act is Act.LINK]
    return telling.incident is not None and telling.incident.material in links


def _many_slots(act: Told) -> dict[str, tuple[str, Bilingual | None]]:
    if act.scheduled:
        whens = [value(each.when) for each in act.alike]
        from_to = moments.between([when for when in whens if when]) if all(whens) else None
        return {
            "from_to": (f"{act.at}.when", from_to),
            "n_times": (act.at, times_words(len(act.alike))),
            "schedule_at": (act.at, act.rows),
        }
    count = value(act.first.count)
    if not count or count < MANY:
        return {}
    when = moments.lasting(act.first.when, "I")
    return {"from_to": (f"{act.at}.when", when), "n_times": (f"{act.at}.count", times_words(count))}


def _printed(telling: Telling, pattern: dict[str, str]) -> bool:
    if "if" in pattern and not telling.holds(pattern["if"]):
        return False
    return not ("unless" in pattern and telling.holds(pattern["unless"]))


def _said(telling: Telling, pattern: dict[str, str], name: str) -> Sentence:
    many = "many_ko" in pattern and "n_times" in telling.extra
    words = Bilingual(pattern["many_ko"], pattern["many_en"]) if many else Bilingual(pattern["ko"], pattern["en"])
    heard = telling.incident is not None and telling.incident.knowing.how is KnowingHow.TOLD
    ends = pattern.get("ends", "plain")
    if ends == "hearsay" and not heard:
        # the sentence before it has told how she knows, and cited what shows it
        words = Bilingual(f"{words.ko}습니다.", f"{words.en}.")
    knowing = telling.tell if ends == "knowing" else telling.hear
    say = knowing if ends == "knowing" or (ends == "hearsay" and heard) else telling.say
    return say(words, name, pattern.get("quotes"))


def _own_reason(telling: Telling) -> Iterator[Sentence]:
    """Her reason in her own words, where she concludes what she did not see."""
    knowing = telling.incident.knowing if telling.incident else None
    if knowing and known(knowing.reason_words) and value(knowing.how) in (None, KnowingHow.CONCLUDED):
        yield _quoted(telling, "reason", knowing.reason_words)


def _effects(voice: Voice, style: Style, acts: Sequence[Told]) -> Iterator[Sentence]:
    """What it did to her: one sentence of what she felt and one of what she did, however many acts it follows from."""
    for name in ("feelings", "consequences"):
        answered = [act for act in acts if items(getattr(act.first, name))]
        if answered:
            first, codes = answered[0], [code for act in answered for code in items(getattr(act.first, name))]
            together = first.first.model_copy(update={name: tuple(dict.fromkeys(codes))})
            telling = Telling(voice, style, together, first.at)
            for act in answered:
                telling.note(f"{act.at}.{name}", found=True)
            yield telling.say(sentence(name), name)


def _reports(voice: Voice, style: Style) -> Iterator[Sentence]:
    for place, report in enumerate(voice.case.reports):
        at = f"reports[{place}]"
        telling = Telling(voice, style, extra=_report_slots(voice, report, at))
        telling.note(at, found=True)
        yield telling.say(sentence("earlier_report"), "earlier_report")
        outcome = value(report.outcome)
        if outcome:
            telling.note(f"{at}.outcome", found=True)
            yield telling.say(word("ReportOutcome", outcome), f"ReportOutcome.{outcome}")
        if known(report.outcome_words):
            yield _in_her_words(telling, "report", f"{at}.outcome_words", report.outcome_words)


def _office(kind: OfficeKind, when: When | NoAnswer | None) -> Bilingual:
    """The kind of an office; that of the prosecution under its name of the day."""
    words = word("OfficeKind", kind)
    day = when.latest if known(when) else None
    if kind is not OfficeKind.DISTRICT_PROSECUTION_OFFICE or day is None:
        return words
    try:
        return Bilingual(institution(kind).on(day).name.ko, words.en)
    except LawError:  # a day before there was such an office; the day is hers to mend
        return words


def _station(name: Office, kind: Bilingual | None) -> Bilingual:
    """An office by its name; in English by its kind where she knows no English name."""
    return Bilingual(name.name, name.english or (kind.en if kind else name.name))


def _report_slots(voice: Voice, report: EarlierReport, at: str) -> dict[str, tuple[str, Bilingual | None]]:
    kind = value(report.office)
    office = _office(kind, report.when) if kind else None
    # which station it was tells where she lives: the police alone read it
    police = voice.parties is COMPLAINT
    name, number = (value(report.office_name), value(report.number)) if police else (None, None)
    return {
        "report_when": (f"{at}.when", moments.phrase(report.when, "I")),
        "report_office": (f"{at}.office{'_name' if name else ''}", _station(name, office) if name else office),
        "report_number": (f"{at}.number", Bilingual.same(number) if number else None),
    }
