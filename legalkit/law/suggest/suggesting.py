"""The suggestions for a case: every rule asked for every act on each stretch of its days."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from legalkit.case import Case, Incident, known
from legalkit.law.answers import NotInForce, Version
from legalkit.law.records import Bilingual
from legalkit.law.suggest.days import Stretch, stretches
from legalkit.law.suggest.deciding import Decision, answer, decide
from legalkit.law.suggest.given import lacking
from legalkit.law.suggest.rules import Rule, rules_of
from legalkit.law.suggest.scene import Scene, Setting
from legalkit.law.suggest.suggestion import Rank, Suggestion

_ORDER: dict[Rank, int] = {"primary": 0, "alternative": 1, "aggravating": 2, "do_not_cite": 3, "none": 4}
_FITS = frozenset({"primary", "alternative", "aggravating"})

_OUT_OF_TIME = Bilingual(
    ko="행위일이 오늘보다 늦거나 피해자의 출생보다 앞서므로 날짜를 확인해야 한다.",
    en="The day of the act lies after today or before the birth of the victim; check the dates.",
)
_TELL_MORE = Bilingual(
    ko="지금까지의 답변으로는 맞는 조문을 정할 수 없다. 아래 답변이 있으면 달라질 수 있다.",
    en="The answers given so far decide for no provision; the answers named here could change that.",
)
_NOTHING_FITS = Bilingual(
    ko="이 행위에 맞는 조문을 찾지 못했다. 가까운 조문을 짐작하여 적지 않으며, 변호사나 상담소에 확인한다.",
    en="No provision was found that fits this act. None is guessed; ask a lawyer or a counselling centre.",
)


def suggest(case: Case, as_of: date) -> tuple[Suggestion, ...]:
    """Which provisions fit each act of a case, which not to cite, and why.

    Args:
        case: a validated case.
        as_of: today, as the caller knows it; acts after it get no provision.

    Returns:
        By act in the order of the case: primary, alternative, aggravating, not to cite, or that nothing fits. A range
        of days comes in parts where the law or the count of her age changes.
    """
    setting = Setting(case, as_of)
    return tuple(each for at, incident in enumerate(case.incidents) for each in _of(setting, at, incident))


def _of(setting: Setting, at: int, incident: Incident) -> Iterator[Suggestion]:
    parts = stretches(incident, setting)
    if not parts:
        path = f"incidents[{at}].when"
        yield _nothing(incident, _OUT_OF_TIME, (path,), (None, setting.as_of), (path, "victim.birth"))
        return
    found = [_on(Scene(setting, at, incident, part.day), part) for part in parts]
    yield from found[0] if len(parts) == 1 else _joined(found, f"incidents[{at}].when")


def _on(scene: Scene, part: Stretch) -> list[Suggestion]:
    """What is suggested for one stretch of days, each offence once, in the order of ranks."""
    decided = [(rule, decide(scene, rule)) for rule in rules_of(scene.incident.act)]
    applied = [each for rule, decision in decided if decision.applies for each in _from(scene, part, rule, decision)]
    first: dict[str, Suggestion] = {}
    for each in sorted(applied, key=lambda each: _ORDER[each.rank]):
        first.setdefault(each.offence or each.rule, each)
    found = list(first.values())
    fits = any(each.rank in _FITS for each in found)
    found = [each for each in found if each.rank != "none" or not fits]
    opened = tuple(dict.fromkeys(path for _, each in decided if each.applies is None for path in each.missing))
    if not fits and all(each.rank != "none" for each in found):
        found.append(_nothing_on(scene, part, opened))
    return [_with(each, opened) for each in found]


def _with(each: Suggestion, opened: tuple[str, ...]) -> Suggestion:
    """A suggestion with the answers that would bring others in beside it."""
    if each.rank == "do_not_cite" or not opened:
        return each
    return replace(each, would_change=tuple(dict.fromkeys((*each.would_change, *opened))))


def _from(scene: Scene, part: Stretch, rule: Rule, decision: Decision) -> Iterator[Suggestion]:
    """What comes of a rule that applies; a provision not in force is not to be cited, with what the law room says."""
    version = answer(scene, rule.offence, rule) if rule.offence else None
    rank, because, missing = rule.rank, rule.because, list(decision.missing)
    if isinstance(version, NotInForce):
        if rule.rank == "aggravating" or (rule.rank == "do_not_cite" and version.decided_by == "date"):
            return
        if rule.rank != "do_not_cite":
            rank, because = "do_not_cite", version.because
    if isinstance(version, Version):
        missing += lacking(scene, version.depends_on)
    if part.first is None and not scene.declined("when"):
        missing.append(scene.path("when"))
    yield Suggestion(
        incident=scene.incident.id,
        offence=rule.offence,
        rank=rank,
        version=version,
        because=because,
        rule=rule.id,
        basis=rule.basis,
        verified="statute" if rank != rule.rank else rule.verified,
        from_answers=_once((scene.is_by_act, *_when(scene), *decision.read)),
        would_change=_once(missing),
        span=(part.first, part.last),
        assumed=None if part.first else part.last,
    )


def _when(scene: Scene) -> tuple[str, ...]:
    return (scene.path("when"),) if known(scene.incident.when) else ()


def _once(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paths))


def _nothing_on(scene: Scene, part: Stretch, opened: tuple[str, ...]) -> Suggestion:
    read = (scene.is_by_act, *_when(scene))
    return _nothing(scene.incident, _TELL_MORE if opened else _NOTHING_FITS, read, (part.first, part.last), opened)


def _nothing(
    incident: Incident,
    because: Bilingual,
    read: tuple[str, ...],
    span: tuple[date | None, date],
    missing: tuple[str, ...] = (),
) -> Suggestion:
    assumed = None if span[0] else span[1]
    return Suggestion(incident.id, "", "none", None, because, "", "", "statute", read, missing, span, assumed)


def _joined(found: list[list[Suggestion]], when: str) -> list[Suggestion]:
    """Suggestions of neighbouring stretches as one, where the same version is suggested for the same reason."""
    joined: list[Suggestion] = []
    running: dict[tuple[str, ...], int] = {}
    counts: list[int] = []
    for part in found:
        before, running = running, {}
        for each in part:
            place = before.get(_key(each))
            if place is None:
                place = len(joined)
                joined.append(each)
                counts.append(0)
            else:
                joined[place] = _one(joined[place], each)
            counts[place] += 1
            running[_key(each)] = place
    # a provision for a part of the days only would change with the day
    told = [
        each if count == len(found) else replace(each, would_change=_once((*each.would_change, when)))
        for each, count in zip(joined, counts, strict=True)
    ]
    return sorted(told, key=lambda each: (_ORDER[each.rank], each.span[1]))


def _one(first: Suggestion, last: Suggestion) -> Suggestion:
    return replace(
        first,
        span=(first.span[0], last.span[1]),
        from_answers=_once((*first.from_answers, *last.from_answers)),
        would_change=_once((*first.would_change, *last.would_change)),
    )


def _key(each: Suggestion) -> tuple[str, ...]:
    if isinstance(each.version, Version):
        state = each.version.in_force_from.isoformat()
    else:
        state = each.version.decided_by if each.version else each.because.ko
    return each.offence, each.rule, each.rank, state
