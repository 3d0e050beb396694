"""What happens between two pages: the draft of a seat is taken from the store, changed by the interview, put back.

No Gradio here. Answers live in the draft store alone; a screen holds a :class:`Nav`, which says where she is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from weakref import WeakValueDictionary

from legalkit.errors import InputError, Problem
from legalkit.interview import (
    Draft,
    Section,
    View,
    add,
    answer,
    asked,
    from_json,
    go,
    next_page,
    places,
    previous_page,
    remove,
    sections,
    start,
    switch_language,
    to_json,
    view,
)
from legalkit.language import Language
from legalkit.vault.drafts import NEW, DraftStore
from legalkit.web.seats import Seat
from legalkit.web.widgets import Drawn, forms, plan
from legalkit.web.words import answer_words

Change = Callable[[Draft], Draft]
_TRIES = 5
GONE = "gone"
"""The place of a screen whose answers are not there any more."""


class Nav(NamedTuple):
    """Where a screen is; holds no answer.

    Attributes:
        place: key of the page, or :data:`GONE`.
        revision: of the draft; a screen is drawn again when it changes.
        checked: whether what is wrong on the page is said.
        home: page to return to after a change that the review led to.
        shown: what a page of papers shows as text, ``"complaint.ko"``.
        codes: of problems that belong to no question.
    """

    place: str = ""
    revision: int = 0
    checked: bool = False
    home: str = ""
    shown: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Screen:
    """Everything a page is drawn from.

    Attributes:
        view: the page.
        drawn: its questions with their boxes.
        problems: what is wrong, with the path of its question.
        sections: the list of sections.
        draft: the draft.
        day: the day of filing.
        papers: whether papers are made from here; otherwise the page of papers says who makes them.
    """

    view: View
    drawn: tuple[Drawn, ...]
    problems: tuple[Problem, ...]
    sections: tuple[Section, ...]
    draft: Draft
    day: date
    papers: bool = True


class Desk:
    """The drafts of all seats.

    Args:
        drafts: where they are kept.
        today: the day of filing.
        clock: seconds of a steady clock.
    """

    def __init__(self, drafts: DraftStore, today: Callable[[], date], clock: Callable[[], float]) -> None:
        self.drafts, self.today, self._clock = drafts, today, clock
        self._worked: WeakValueDictionary[Seat, Draft] = WeakValueDictionary()

    def draft(self, seat: Seat) -> Draft:
        """The draft of a seat.

        Raises:
            InputError: ``E-VAULT-GONE``: there is none.
        """
        held = self.drafts.get(seat.owner, seat.tab, self._clock())
        if held is None:
            raise InputError(Problem("E-VAULT-GONE"))
        worked = self._worked.get(seat)
        return worked if worked is not None and to_json(worked) == held.answers else from_json(held.answers)

    def sit(self, seat: Seat, language: Language) -> Draft:
        """The draft of a seat in a language; a new one if there is none."""
        if self.drafts.get(seat.owner, seat.tab, self._clock()) is None:
            try:
                self.drafts.put(seat.owner, seat.tab, NEW, to_json(start(language)), self._clock())
            except InputError as error:
                if error.problems[0].code != "E-VAULT-STALE":  # made meanwhile, by another request of the same tab
                    raise
        return self.change(seat, lambda held: held if held.language == language else switch_language(held, language))

    def replace(self, seat: Seat, draft: Draft) -> None:
        """Puts a draft, from a file she kept, in place of what is there."""
        self.drafts.wipe(seat.owner, seat.tab)
        self.drafts.put(seat.owner, seat.tab, NEW, to_json(draft), self._clock())

    def change(self, seat: Seat, change: Change) -> Draft:
        """Changes the draft of a seat; done again if another change came between.

        Raises:
            InputError: what the change raises; ``E-VAULT-GONE``, ``E-VAULT-DRAFT-TOO-LARGE``, ``E-VAULT-STALE``.
        """
        for last in [False] * (_TRIES - 1) + [True]:
            held = self.drafts.get(seat.owner, seat.tab, self._clock())
            if held is None:
                raise InputError(Problem("E-VAULT-GONE"))
            before = from_json(held.answers)
            after = change(before)
            if after == before:
                return before
            try:
                self.drafts.put(seat.owner, seat.tab, held.revision, to_json(after), self._clock())
            except InputError as error:
                if last or error.problems[0].code != "E-VAULT-STALE":
                    raise
            else:
                return after
        raise AssertionError

    def keep(self, seat: Seat, key: str, values: Mapping[str, Any]) -> None:
        """Keeps what the boxes of a page hold, without leaving it; for a page she has left, nothing."""
        self.change(seat, lambda held: self._taken(held, values)[0] if held.place == key else held)

    def add_files(self, seat: Seat, records: Sequence[Mapping[str, Any]]) -> str:
        """Adds an exhibit for each file that was hashed; gives what leads to the first of them.

        Raises:
            InputError: ``E-CASE-TOO-MANY``; ``E-VAULT-GONE``.
        """
        first = ""

        def change(held: Draft) -> Draft:
            nonlocal first
            first = ""
            for record in records:
                held, at = add(held, "exhibits", files=[dict(record)])
                first = first or self._first_of(held, at)
            return held

        self.change(seat, change)
        return f"to:{first}" if first else ""

    def step(self, seat: Seat, nav: Nav, act: str, values: Mapping[str, Any]) -> Nav:
        """One step: keeps what the boxes hold, then does what was asked.

        Args:
            seat: whose draft.
            nav: of the screen that was drawn.
            act: ``"next"``, ``"back"``, ``"to:<key>"``, ``"add:<list>"``, ``"again:<incident>"``, ``"remove:<entry>"``,
                ``"show:<paper>"``.
            values: what each box holds, by its id.
        """
        return self.worked(seat, nav, act, values)[0]

    def worked(self, seat: Seat, nav: Nav, act: str, values: Mapping[str, Any]) -> tuple[Nav, Draft | None]:
        """See :meth:`step`; with the draft, and all that was worked out from it.

        Whoever keeps it until the page is drawn spares working it out again; here it is not kept.
        """
        found = nav

        def change(held: Draft) -> Draft:
            nonlocal found
            after, found = self._step(held, nav, act, values)
            return after

        try:
            after = self.change(seat, change)
        except InputError as error:
            codes = tuple(each.code for each in error.problems)
            gone = "E-VAULT-GONE" in codes
            return Nav(GONE) if gone else nav._replace(codes=codes, revision=nav.revision + 1), None
        self._worked[seat] = after
        return found._replace(place=after.place, revision=after.revision), after

    def screen(self, seat: Seat, nav: Nav) -> Screen:
        """What a page is drawn from.

        Raises:
            InputError: ``E-VAULT-GONE``.
        """
        draft, day = self.draft(seat), self.today()
        shown = view(draft, day)
        drawn = plan(shown.fields, answer_words(draft.language))
        problems = [Problem(code) for code in nav.codes] + (self._wrong(draft, shown) if nav.checked else [])
        return Screen(shown, drawn, tuple(problems), tuple(sections(draft, day)), draft, day)

    def _step(self, held: Draft, nav: Nav, act: str, values: Mapping[str, Any]) -> tuple[Draft, Nav]:
        if held.place != nav.place:  # a second click on a page that was left already
            return held, nav
        draft, problems = self._taken(held, values)
        name, _, what = act.partition(":")
        calm = nav._replace(checked=False, codes=(), shown="")
        if name == "next":
            return self._next(draft, calm, problems)
        return self._elsewhere(draft, calm, name, what)

    def _next(self, draft: Draft, nav: Nav, problems: list[Problem]) -> tuple[Draft, Nav]:
        """On, unless something is wrong."""
        if problems:
            return draft.changed(), nav._replace(checked=True)
        if nav.home:
            return go(_seen(draft), nav.home), nav._replace(home="")
        return next_page(draft, self.today()), nav

    def _elsewhere(self, draft: Draft, nav: Nav, name: str, what: str) -> tuple[Draft, Nav]:
        """Anywhere but on: what is wrong on the page stays as it was typed, and does not hold her back."""
        if name == "back":
            return previous_page(draft, self.today()), nav._replace(home="")
        if name == "to":
            return go(draft, what), nav._replace(home="")
        if name == "change":
            return go(draft, what), nav._replace(home=draft.place)
        if name == "add":
            return self._added(draft, what), nav
        if name == "again":
            return self._again(draft, what), nav
        if name == "remove":
            return remove(draft, what), nav
        if name == "show":
            return draft.changed(), nav._replace(shown=what)
        raise InputError(Problem("E-WEB-ACT"))

    def _added(self, draft: Draft, listed: str) -> Draft:
        """A new entry, on its first page; what happened is chosen among all that can happen."""
        if listed == "incidents":
            return go(draft, "harms")
        grown, at = add(draft, listed)
        first = self._first_of(grown, at)
        return go(grown, first) if first else grown

    def _again(self, draft: Draft, at: str) -> Draft:
        """The same happened once more: a new incident of the kind of another."""
        told = draft.read(at) if at.startswith("incidents[") else None
        if not isinstance(told, dict):
            raise InputError(Problem("E-WEB-ACT"))
        grown, new = add(draft, "incidents", harm=told["harm"])
        return go(grown, self._first_of(grown, new))

    def _first_of(self, draft: Draft, at: str) -> str:
        """Key of the first page of an entry."""
        return next((each.key for each in places(draft, self.today()) if each.at == at), "")

    def _taken(self, draft: Draft, values: Mapping[str, Any]) -> tuple[Draft, list[Problem]]:
        """The draft with what the boxes of its page hold."""
        return answer(draft, draft.place, forms(asked(draft, draft.place), values), self.today())

    def _wrong(self, draft: Draft, shown: View) -> list[Problem]:
        """What is wrong with what was typed on a page and is not accepted."""
        typed = {each.path: draft.typed[each.path] for each in shown.fields if each.path in draft.typed}
        return answer(draft, shown.key, typed, self.today())[1]


def _seen(draft: Draft) -> Draft:
    return draft if draft.place in draft.seen else draft.changed(seen=(*draft.seen, draft.place))
