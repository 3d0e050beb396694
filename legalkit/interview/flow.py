"""Which page comes next, and which sections are done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import groupby
from typing import Literal

from legalkit.case.codes import Act
from legalkit.case.paths import pattern_of
from legalkit.errors import InputError, Problem
from legalkit.interview._questions import SECTIONS, Page, page, pages
from legalkit.interview._reading import Reading, possible
from legalkit.interview._words import said
from legalkit.interview.draft import Draft


@dataclass(frozen=True)
class Place:
    """A page, and the entry it is about.

    Attributes:
        page: the page.
        at: path of the entry (``"incidents[0]"``); empty for a page that is shown once.
    """

    page: Page
    at: str = ""

    @cached_property
    def key(self) -> str:
        """Its name in a draft and on a screen: ``"incident_what@incidents[0]"``."""
        return f"{self.page.id}@{self.at}" if self.at else self.page.id


State = Literal["done", "here", "left"]


@dataclass(frozen=True)
class Section:
    """A section of the list beside the page.

    Attributes:
        id: its id.
        title: its words.
        state: done, here, or left.
        key: key of its first page.
        pages: how many pages it has now.
        seen: how many of them she went on from.
    """

    id: str
    title: str
    state: State
    key: str
    pages: int
    seen: int


def place_of(key: str) -> Place:
    """The place of a key.

    Raises:
        InputError: ``E-INTERVIEW-PAGE``: there is no such page.
    """
    name, _, at = key.partition("@")
    try:
        place = Place(page(name), at)
    except KeyError:
        raise InputError(Problem("E-INTERVIEW-PAGE")) from None
    if place.key != key or pattern_of(at) != (f"{place.page.each}[]" if place.page.each else ""):
        raise InputError(Problem("E-INTERVIEW-PAGE"))
    return place


def places(draft: Draft, day: date) -> list[Place]:
    """Every page in order, as it would be shown now: a page of an entry once for each, none without a question."""
    return list(walk(Reading(draft, day)))


def walk(reading: Reading) -> tuple[Place, ...]:
    """See :func:`places`."""
    return reading.kept("walk", lambda: tuple(_walk(reading)))


@cache
def _together() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The pages in order, those of one list together."""
    found = groupby((each for each in pages() if each.flow), key=lambda each: each.each.partition("[")[0])
    return tuple((root, tuple(each.id for each in group)) for root, group in found)


def _walk(reading: Reading) -> Iterator[Place]:
    for root, together in _together():
        for entry in reading.entries(root) if root else [""]:
            for each in _possible(together, reading.act(entry), reading.wanted):
                for at in reading.places(each, entry):
                    if _shown(reading, each, at):
                        yield Place(each, at)


@lru_cache(maxsize=4_096)
def _possible(together: tuple[str, ...], act: Act | None, wanted: frozenset[str]) -> tuple[Page, ...]:
    """The pages that may be shown for an entry: those without any question it could be asked are left out early."""
    return tuple(each for each in map(page, together) if each.kind != "questions" or possible(each.id, act, wanted))


def _shown(reading: Reading, each: Page, at: str) -> bool:
    if each.kind == "list":
        listed = each.of.replace("[]", "[0]") if "[]" in each.of else each.of
        return reading.holds(each.only, at) and (each.of in _ALWAYS_LISTED or bool(reading.readers(listed)))
    return each.kind != "questions" or next(reading.asked(each, at), None) is not None


_ALWAYS_LISTED = ("incidents", "accused", "exhibits")


def next_page(draft: Draft, day: date) -> Draft:
    """The draft on the page after this one; on the last page, where it is. The page left counts as seen.

    >>> from legalkit.interview.draft import start
    >>> next_page(start("ko"), date(2026, 11, 22)).place
    'language'
    """
    keys = [each.key for each in walk(Reading(draft, day))]
    seen = draft.seen if draft.place in draft.seen else (*draft.seen, draft.place)
    here = _position(draft, keys)
    return draft.changed(place=keys[min(here + 1, len(keys) - 1)], seen=seen)


def previous_page(draft: Draft, day: date) -> Draft:
    """The draft on the page before this one; on the first page, where it is."""
    keys = [each.key for each in walk(Reading(draft, day))]
    here = _position(draft, keys)
    back = here if draft.place not in keys else here - 1
    return draft.changed(place=keys[max(back, 0)])


def _position(draft: Draft, keys: list[str]) -> int:
    """Where the draft stands; for a page that is no longer asked, the last one before it that is."""
    if draft.place in keys:
        return keys.index(draft.place)
    order = [each.id for each in pages()]
    name, _, at = draft.place.partition("@")
    before = [n for n, key in enumerate(keys) if _earlier(key, name, at, order)]
    return max(before, default=0)


def _earlier(key: str, name: str, at: str, order: list[str]) -> bool:
    other, _, where = key.partition("@")
    if at and where and where.partition("[")[0] == at.partition("[")[0] and where != at:
        return where < at
    return order.index(other) <= order.index(name)


def go(draft: Draft, key: str) -> Draft:
    """The draft on a page, from the list of sections or the review.

    Raises:
        InputError: ``E-INTERVIEW-PAGE``: there is no such page, or no such entry.
    """
    return draft.changed(place=there(draft, key).key)


def there(draft: Draft, key: str) -> Place:
    """The place of a key whose entry is in the draft.

    Raises:
        InputError: ``E-INTERVIEW-PAGE``.
    """
    place = place_of(key)
    if place.at and not isinstance(draft.read(place.at), dict):
        raise InputError(Problem("E-INTERVIEW-PAGE"))
    return place


def sections(draft: Draft, day: date) -> list[Section]:
    """The sections in order, each done, here or left."""
    here, seen = place_of(draft.place).page.section, frozenset(draft.seen)
    held: dict[str, list[str]] = {name: [] for name in SECTIONS}
    for each in walk(Reading(draft, day)):
        held[each.page.section].append(each.key)
    return [_section(name, keys, seen, here, draft) for name, keys in held.items() if keys]


def _section(name: str, keys: list[str], seen: frozenset[str], here: str, draft: Draft) -> Section:
    done = len(seen.intersection(keys))
    state: State = "here" if name == here else "done" if done == len(keys) else "left"
    return Section(name, said(draft, f"section.{name}"), state, keys[0], len(keys), done)
