"""A person of the examples answers whatever page comes; then changes in the review what was derived.

What she answers is read from her case with the interview's own form values, so that a page is answered as a screen
would answer it. She knows her incidents, people and exhibits by their place in her case; the interview gives new ids.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from legalkit.case import Case, plain
from legalkit.case.paths import pattern_of
from legalkit.filings import Status, Surveyed, survey
from legalkit.interview import Draft, View, add, answer, from_case, next_page, start, switch_language, to_case, view
from legalkit.interview._fields import shown
from legalkit.interview._harms import harm_of
from legalkit.interview._questions import page
from legalkit.interview._tree import entries, placed, read
from legalkit.interview.flow import place_of

DAY = date(2026, 11, 22)
LISTED = ("incidents", "accused", "exhibits")


@dataclass
class Story:
    """One walk.

    Attributes:
        case: what she knows.
        language: of the screen.
        draft: as it stands.
        shown, answered: how often each question was drawn, and answered.
        ids: from her ids to those the interview gave.
    """

    case: Case
    language: str
    draft: Draft = field(init=False)
    shown: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    asked: set[str] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hers = from_case(self.case, self.language)
        self.draft = start(self.language)

    def walk(self) -> "Story":
        """From the first page to the papers."""
        for _ in range(500):
            seen = view(self.draft, DAY)
            if seen.kind == "documents":
                return self
            if seen.kind == "list" and self._adds(seen):
                continue
            self._answers(seen)
            if self.draft.language != self.language:
                self.draft = switch_language(self.draft, self.language)
            self.draft = next_page(self.draft, DAY)
        raise AssertionError("the interview does not end")

    def review(self) -> "Story":
        """Changes what only the review leads to."""
        from legalkit.interview import pages

        for each in pages():
            if not each.flow:
                for at in self._placed(each.each):
                    self._answers(view(self.draft, DAY, f"{each.id}@{at}" if at else each.id), count=False)
        return self

    def _placed(self, each: str) -> list[str]:
        found = [""]
        for part in filter(None, each.split("[].")):
            heads = [f"{head}.{part}" if head else part for head in found]
            found = [f"{head}[{n}]" for head in heads for n in range(len(entries(self.draft.answers, head)))]
        return found

    def _answers(self, seen: View, *, count: bool = True) -> None:
        values = {}
        place = place_of(seen.key)
        for question in page(place.page.id).questions:
            path = placed(question.path, place.at)
            drawn = next((each for each in seen.fields if each.path == path), None)
            if drawn is None:
                continue
            parts = {n: each for n, each in question.parts.items() if placed(each.path, place.at) in drawn.parts}
            form = self._form(replace(question, parts=parts), place.at)
            values[path] = form
            own = drawn.parts or (path,)
            self.asked |= {placed(pattern_of(each), self._mine(place.at)) for each in own}
            if count:
                self.shown[question.path] += 1
                self.answered[question.path] += bool(form) and any(form.values() if isinstance(form, dict) else [form])
        self.draft, problems = answer(self.draft, seen.key, values, DAY)
        assert problems == [], (seen.key, problems)
        self._note(seen)

    def _form(self, question: Any, at: str) -> Any:
        hers = self._mine(at)
        if question.control == "harms":
            return list(dict.fromkeys(harm_of(each.act) for each in self.case.incidents))
        if question.path == "filings":
            return self._ticks(at)
        if question.path == "provisions":
            chosen = {f"{each.offence}:{each.rank}" for each in self.case.provisions}
            offered = next(each for each in view(self.draft, DAY, "provisions").fields).options
            return [each.code for each in offered if each.code in chosen]
        if question.control == "rest":
            return self._rest()
        form = shown(self.hers, question, hers)
        if question.once:
            form = self._whichever(question, form)
        if question.control in ("did", "shows") or question.path in (
            "exhibits[].part_of",
            "incidents[].entries[].exhibits",
        ):
            return self._renamed(form)
        if question.control == "entries":
            return "\n".join(
                url for each in self.hers.read(placed(question.path, hers)) or () for url in each.get("urls", ())
            )
        return form

    def _whichever(self, question: Any, form: Any) -> Any:
        """What she would say when she is asked once, wherever her case holds it."""
        own = [each.path for each in question.parts.values()] or [question.path]
        told = [[placed(each, f"incidents[{n}]") for each in own] for n, _ in enumerate(self.case.incidents)]
        known = [n for n, paths in enumerate(told) if any(self.hers.read(path) is not None for path in paths)]
        first = next(iter(known), 0)
        return shown(self.hers, question, f"incidents[{first}]") if known else form

    def _ticks(self, at: str) -> list[str]:
        offered = next(each for each in view(self.draft, DAY, "filings").fields).options
        wanted = self.case.filings or [each.id for each in survey(self.case, DAY) if self._wants(each)]
        return [each.code for each in offered if each.code in wanted and each.enabled]

    def _wants(self, paper: Surveyed) -> bool:
        """What is open; of what the other side gets to read, only what she has said something for."""
        said = {"injunction": "relief.injunction", "family_protection_order": "relief.family"}.get(paper.id)
        return paper.status is Status.OPEN and (said is None or bool(self.hers.read(said)))

    def _rest(self) -> str:
        people = {person.id for person in self.case.accused}
        left = {getattr(each.actor, "value", "") for each in self.case.incidents if each.actor not in people}
        return next(iter(left - {""}), "")

    def _renamed(self, form: Any) -> Any:
        if isinstance(form, list):
            return [
                self.ids[each.partition("/")[0]] + each[len(each.partition("/")[0]) :]
                for each in form
                if each.partition("/")[0] in self.ids
            ]
        return self.ids.get(form, form)

    def _mine(self, at: str) -> str:
        """The place in her case of an entry of the draft."""
        if not at:
            return ""
        head, _, below = at.partition(".")
        return ".".join(filter(None, (self.places.get(head, head), below)))

    def _note(self, seen: View) -> None:
        """Remembers which of her incidents each new one is."""
        if seen.key != "harms":
            return
        taken: set[int] = set()
        for place, each in enumerate(entries(self.draft.answers, "incidents")):
            mine = next(
                n for n, told in enumerate(self.case.incidents) if harm_of(told.act) == each["harm"] and n not in taken
            )
            taken.add(mine)
            self._same("incidents", place, mine)

    def _same(self, listed: str, place: int, mine: int) -> None:
        self.places[f"{listed}[{place}]"] = f"{listed}[{mine}]"
        own = read(self.hers.answers, f"{listed}[{mine}].id")
        self.ids[own] = read(self.draft.answers, f"{listed}[{place}].id")

    def _adds(self, seen: View) -> bool:
        """Adds the next of her entries that is not there yet, and goes to its page."""
        listed = seen.listed
        if listed in LISTED:
            mine = [
                n
                for n, _ in enumerate(entries(self.hers.answers, listed))
                if f"{listed}[{n}]" not in self.places.values()
            ]
            if not mine:
                return False
            told = read(self.hers.answers, f"{listed}[{mine[0]}]")
            given = (
                {"harm": harm_of(told["act"])}
                if listed == "incidents"
                else {"files": told["files"]}
                if told.get("files")
                else {}
            )
            self.draft, at = add(self.draft, listed, **given)
            self._same(listed, int(at.rpartition("[")[2][:-1]), mine[0])
        else:
            there = len(entries(self.draft.answers, listed))
            head, _, below = listed.rpartition(".")
            hers = f"{self._mine(head)}.{below}" if head else below
            if there >= len(entries(self.hers.answers, hers)):
                return False
            self.draft, at = add(self.draft, listed)
        first = next(each.key for each in view(self.draft, DAY).entries if each.at == at)
        self.draft = self.draft.changed(place=first)
        return True

    def result(self) -> dict[str, Any]:
        """Her case as the interview made it, with her own ids and order."""
        found = plain(to_case(self.draft))
        back = {new: old for old, new in self.ids.items()}
        found = _renamed(found, back)
        for listed in LISTED:
            order = [each.id for each in getattr(self.case, listed)]
            found[listed].sort(key=lambda each: order.index(each["id"]))
        return found


def _renamed(data: Any, names: dict[str, str]) -> Any:
    if isinstance(data, dict):
        return {name: _renamed(each, names) for name, each in data.items()}
    if isinstance(data, list):
        return [_renamed(each, names) for each in data]
    return names.get(data, data) if isinstance(data, str) else data
