"""접근금지 등 가처분 신청서: relief in blocks that can be picked, with schedules and indirect compulsion.

민사집행법 제300조제2항, 제261조; 민사집행규칙 제203조. The paper is served on the debtor.
The default court is that of the debtor's address (민사집행법 제303조, 민사소송법 제2조, 제3조).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from legalkit.case import Accused, Case, Incident, items, known, said_no, said_yes, unknown
from legalkit.case.codes import Act, InjunctionMeasure, OfficeKind, ReporterRole, SpreadHow
from legalkit.filings import _court as court
from legalkit.filings._compose import POSTED, Story, compose, composed_paths
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._moments import cell
from legalkit.filings._once import once
from legalkit.filings._people import represented
from legalkit.filings._pieces import by_act, coded, exhibits, in_her_words, joined, numbered, numbered_acts, own, singly
from legalkit.filings._schedule import online_noun, schedule
from legalkit.filings._telling import Sentence, Telling
from legalkit.filings._voice import CIVIL, Voice
from legalkit.language import EMPTY, Bilingual, money

_ORDER = (
    InjunctionMeasure.NO_APPROACH,
    InjunctionMeasure.NO_CONTACT,
    InjunctionMeasure.NO_PUBLICATION,
    InjunctionMeasure.DELETION,
    InjunctionMeasure.INDIRECT_COMPULSION,
)


def debtors(case: Case) -> list[Accused]:
    """Those among the accused who are known by name and did something."""
    named = [person for person in case.accused if known(person.name) and person.name.forms()]
    return [person for person in named if any(map(court.done_by([person]), case.incidents))]


def debtors_slot(case: Case) -> dict[str, tuple[str, Bilingual | None]]:
    """What a sentence calls them together: an order must say whom it binds."""
    several = Bilingual(f"{CIVIL.theirs.ko}들", f"{CIVIL.theirs.en}s")
    return {"debtors": ("accused[].name", several if len(debtors(case)) > 1 else CIVIL.theirs)}


@once
def _gate(case: Case, day: date) -> Gate:
    if case.reporter.role is ReporterRole.THIRD_PARTY:
        return closed("injunction_third_party")
    people = debtors(case)
    if people:
        found = all(known(person.address) for person in people)
        return opened("injunction_open" if found else "injunction_address_needed")
    if any(known(person.name) for person in case.accused):
        return undecided("injunction_no_act", ["incidents[].actor"])
    if case.accused and all(unknown(person.name) for person in case.accused):
        return closed("injunction_name_unknown", instead="injunction_name_first")
    return undecided("injunction_name_not_asked", ["accused[].name"])


def story(case: Case) -> Story:
    """What the debtors did, and what strangers did on their account."""
    theirs = court.done_by(debtors(case))
    return compose(
        Voice(court.discreet(case), CIVIL),
        "injunction",
        where=lambda incident: theirs(incident) or incident.act is Act.STRANGERS_CAME,
    )


def _content(case: Case, day: date) -> Mapping[str, object]:
    voice, told, relief = Voice(case, CIVIL), story(case), case.relief.injunction
    posts = list(_posts(case, told)) if InjunctionMeasure.DELETION in items(relief.measures) else []
    return {
        "creditor": court.her_side(case, case.victim),
        "representative": court.representative(case, voice),
        "attorney": court.assistant(case, ReporterRole.LAWYER),
        "debtors": [court.other_side(voice, person) for person in debtors(case)],
        "relief": numbered(_relief(case, voice)),
        "grounds": _grounds(case, voice, told),
        "evidence": court.evidence(case, "injunction"),
        "attachments": court.attachments("injunction", _conditions(case)),
        **court.signing(case, day, ReporterRole.LAWYER),
        "office": court.court_line(case.offices.district_court, OfficeKind.DISTRICT_COURT, day),
        "numbers": {name: str(number) for name, number in _schedules(case).items()},
        "places": _listed(court.places(voice, items(relief.places)), wanted(case, InjunctionMeasure.NO_APPROACH)),
        "has_posts": wanted(case, InjunctionMeasure.DELETION),
        "posts": posts or [_blank_post()],
        "channels": _listed(court.channels(items(relief.channels)), wanted(case, InjunctionMeasure.NO_CONTACT)),
        "has_schedule": bool(told.schedule),
        "schedule": schedule(case, told, "injunction"),
    }


def wanted(case: Case, measure: InjunctionMeasure) -> bool:
    """Whether she picked a block of relief."""
    return measure in items(case.relief.injunction.measures)


def _listed(words: Sequence[Bilingual], printed: bool) -> list[dict[str, object]]:
    return [{"n": str(place), "words": each} for place, each in enumerate(words, start=1)] if printed else []


def _schedules(case: Case) -> dict[str, int]:
    """The schedules this paper has, each with its number: a missing one would be asked for at the counter."""
    relief = case.relief.injunction
    printed = {
        "places": wanted(case, InjunctionMeasure.NO_APPROACH) and bool(items(relief.places)),
        "posts": wanted(case, InjunctionMeasure.DELETION),
        "channels": wanted(case, InjunctionMeasure.NO_CONTACT) and bool(items(relief.channels)),
    }
    return {name: number for number, name in enumerate((name for name, has in printed.items() if has), start=1)}


def _relief(case: Case, voice: Voice) -> Iterator[Sentence]:
    relief = case.relief.injunction
    more = {
        InjunctionMeasure.NO_APPROACH: "_places" if items(relief.places) else "",
        InjunctionMeasure.NO_CONTACT: "_channels" if items(relief.channels) else "",
        InjunctionMeasure.INDIRECT_COMPULSION: "_several" if len(debtors(case)) > 1 else "",
    }
    if not items(relief.measures):
        yield Sentence("", "", "relief.blank", gaps=("relief.injunction.measures",))
    penalty = money(relief.penalty, "KRW") if known(relief.penalty) else court.court("relief", "penalty_blank")
    numbers = {
        f"{name}_at": ("relief.injunction.measures", Bilingual.same(str(number)))
        for name, number in _schedules(case).items()
    }
    slots = debtors_slot(case) | {"penalty": ("relief.injunction.penalty", penalty)} | numbers
    for measure in _ORDER:
        if wanted(case, measure):
            name = f"{measure.value}{more.get(measure, '')}"
            telling = Telling(voice, "injunction", extra=slots)
            yield telling.say(court.court("relief", name), f"relief.{name}")
    yield Telling(voice, "injunction", extra=debtors_slot(case)).say(court.court("relief", "costs"), "relief.costs")


def _grounds(case: Case, voice: Voice, told: Story) -> list[dict[str, object]]:
    compulsion = _fixed(voice, "compulsion") if wanted(case, InjunctionMeasure.INDIRECT_COMPULSION) else []
    groups: list[tuple[str, list[dict[str, str]]]] = [
        ("relation", numbered(court.about(case, debtors(case), told))),
        ("facts", by_act([*(sentences for _, sentences in told.acts), *singly(told.effects)])),
        ("right", numbered(_fixed(voice, "right"))),
        ("need", numbered_acts([*singly(_fixed(voice, "need")), told.reports])),
        ("compulsion", numbered(compulsion)),
        ("security", numbered(_fixed(voice, "security"))),
        ("conclusion", numbered(_fixed(voice, "conclusion"))),
    ]
    kept = [group for group in groups if group[1]]
    return [_group(case, place, name, rows) for place, (name, rows) in enumerate(kept, start=1)]


def _group(case: Case, place: int, name: str, rows: list[dict[str, str]]) -> dict[str, object]:
    heading = court.court("grounds", name)
    quoted = [case.relief.injunction.reason] if name == "need" else []
    return {
        "heading": Bilingual(f"{place}. {heading.ko}", f"{place}. {heading.en}"),
        "sentences": rows,
        "quotes": in_her_words(quoted, CIVIL.hers.ko),
    }


def _fixed(voice: Voice, name: str) -> list[Sentence]:
    return [Telling(voice, "injunction", extra=debtors_slot(voice.case)).say(court.court(name), name)]


def _posts(case: Case, told: Story) -> Iterator[dict[str, object]]:
    """별지 2: every place once, where something was posted, when, and what shows it; never a picture."""
    posted = [act for act, _ in told.acts if act.first.act is not Act.STRANGERS_CAME]
    rows = [each for act in posted for each in (act.alike or (act.first,))]
    listed: dict[str, tuple[str, Incident]] = {}
    for row in rows:
        for url in row.urls or (("",) if _can_be_deleted(row) else ()):
            # without an address: the platform, the account or room, and when
            listed.setdefault(url or row.id, (url, row))
    for place, (url, row) in enumerate(listed.values(), start=1):
        entry = row.entries[0] if row.entries else None
        yield {
            "n": str(place),
            "account": online_noun(row),
            "url": url,
            "when": cell(row.when),
            "content": joined([coded("Act", row.act), own(entry.note) if entry else EMPTY], "\n"),
            "exhibits": exhibits(case, row.exhibits, "injunction"),
        }


def _can_be_deleted(act: Incident) -> bool:
    """Whether something was put where it may still stand, as far as she says."""
    put = act.act in POSTED and known(act.online) and act.spread_how is not SpreadHow.SENT
    return put and not said_no(act.still_online)


def _blank_post() -> dict[str, object]:
    return {"n": "", "url": "", **dict.fromkeys(("account", "when", "content", "exhibits"), EMPTY)}


def _conditions(case: Case) -> dict[str, bool]:
    return {
        "exhibits": bool(case.exhibits),
        "schedules": bool(_schedules(case)),
        "danger": said_yes(case.relief.injunction.danger),
        "represented": represented(case),
        "attorney": case.reporter.role is ReporterRole.LAWYER,
    }


FILING = Filing(
    id="injunction",
    order=60,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=court.PRINTS
    | composed_paths()
    | {
        "offices.district_court",
        "reports[].when",
        "reports[].office",
        "reports[].outcome",
        "reports[].outcome_words",
        "relief.injunction.measures",
        "relief.injunction.places",
        "relief.injunction.channels",
        "relief.injunction.penalty",
        "relief.injunction.reason",
    },
    decides=court.DECIDES | {"relief.injunction.danger"},
    needs=(
        "accused[].name",
        "accused[].address",
        "incidents[].actor",
        "incidents[].when",
        "relief.injunction.measures",
        "relief.injunction.reason",
        "relief.injunction.danger",
    ),
    content=_content,
    seen_by="injunction",
    served=True,
    real_name=True,
    story=story,
)
