"""Entries of lists: added with an id that is never given again, taken out with what referred to them."""

import re
from typing import Any

from legalkit.case.paths import pattern_of
from legalkit.errors import InputError, Problem
from legalkit.interview._check import judged
from legalkit.interview._harms import harms, new_incident
from legalkit.interview._tree import entries, put
from legalkit.interview.cases import LISTS
from legalkit.interview.draft import Draft
from legalkit.settings import LIMITS

_LETTERS = {"incidents": "i", "accused": "p", "exhibits": "e"}


def add(draft: Draft, listed: str, **given: Any) -> tuple[Draft, str]:  # noqa: ANN401 -- plain data
    """A new entry at the end of a list.

    Args:
        draft: the draft.
        listed: concrete path of the list: ``"incidents"``, ``"accused[0].accounts"``.
        **given: what it begins with: ``harm="fake"`` for an incident, ``files=[…]`` for an exhibit.

    Returns:
        The draft, and the path of the entry.

    Raises:
        InputError: ``E-INTERVIEW-LIST``: no such list; ``E-CASE-TOO-MANY``: it is full; ``E-CASE-…``: what it begins
            with cannot stand in a case.

    >>> from legalkit.interview.draft import start
    >>> add(start("ko"), "accused")[1]
    'accused[0]'
    """
    _check(draft, listed)
    held = entries(draft.answers, listed)
    if len(held) >= LIMITS.items:
        raise InputError(Problem("E-CASE-TOO-MANY", listed, {"max_length": LIMITS.items}))
    harm = given.pop("harm", "")
    if harm and harm not in harms():
        raise InputError(Problem("E-INTERVIEW-CHOICE", listed))
    number = draft.counter + 1
    begun = {name: judged(f"{listed}[{len(held)}].{name}", value) for name, value in given.items()}
    wrong = [each for _, found in begun.values() for each in found]
    if wrong:
        raise InputError(wrong)
    entry = {
        **{name: value for name, (value, _) in begun.items()},
        "id": f"{_LETTERS.get(listed, 'n')}{number}",
        **(new_incident(harm) if harm else {}),
    }
    answers = put(draft.answers, listed, [*held, entry])
    if listed == "accused":
        answers = _did_the_only_one(answers, entry["id"])
    return draft.changed(answers=answers, counter=number), f"{listed}[{len(held)}]"


def remove(draft: Draft, at: str) -> Draft:
    """The draft without an entry. What referred to it is taken out; answers to other entries keep their place.

    Args:
        draft: the draft.
        at: path of the entry, such as ``"accused[0]"``.

    Raises:
        InputError: ``E-INTERVIEW-LIST``: no such entry.

    >>> from legalkit.interview.draft import start
    >>> remove(add(start("ko"), "accused")[0], "accused[0]").read("accused") is None
    True
    """
    listed, place = _split(at)
    _check(draft, listed)
    held = entries(draft.answers, listed)
    if place >= len(held):
        raise InputError(Problem("E-INTERVIEW-LIST"))
    rest = [each for n, each in enumerate(held) if n != place]
    answers = put(draft.answers, listed, rest or None)
    gone = held[place].get("id")
    if listed in _LETTERS:
        answers = _unreferred(answers, listed, gone)
    typed = dict(_shifted(draft.typed.items(), listed, place))
    seen = tuple(key for key, _ in _shifted(((key, None) for key in draft.seen), listed, place))
    moved = dict(_shifted([(draft.place, None)], listed, place))
    where = next(iter(moved), _LIST_PAGES[pattern_of(listed)] + _of_parent(listed))
    return draft.changed(answers=answers, typed=typed, seen=seen, place=where)


def _did_the_only_one(answers: dict[str, Any], who: str) -> dict[str, Any]:
    """One person and one act belong together without a question."""
    alone = len(entries(answers, "incidents")) == len(entries(answers, "accused")) == 1
    return put(answers, "incidents[0].actor", who) if alone else answers


_LIST_PAGES = {
    "incidents": "incidents",
    "accused": "accused",
    "exhibits": "evidence",
    "relatives": "relatives",
    "reports": "reports",
    "incidents[].entries": "incidents",
    "accused[].accounts": "accounts",
}


def _of_parent(listed: str) -> str:
    return f"@{listed.rpartition('.')[0]}" if listed.endswith(".accounts") else ""


def _split(at: str) -> tuple[str, int]:
    match = re.fullmatch(r"(.+)\[(\d+)\]", at)
    if not match:
        raise InputError(Problem("E-INTERVIEW-LIST"))
    return match[1], int(match[2])


def _check(draft: Draft, listed: str) -> None:
    parent = listed.rpartition(".")[0]
    if pattern_of(listed) not in LISTS or (parent and not isinstance(draft.read(parent), dict)):
        raise InputError(Problem("E-INTERVIEW-LIST"))


def _shifted(pairs: Any, listed: str, gone: int) -> Any:  # noqa: ANN401
    """Keys and paths with the places after the entry moved up by one; those of the entry itself left out."""
    pattern = re.compile(re.escape(listed) + r"\[(\d+)\]")
    for key, value in pairs:
        match = pattern.search(key)
        place = int(match[1]) if match else -1
        if place != gone:
            yield pattern.sub(f"{listed}[{place - 1}]", key) if place > gone else key, value


def _unreferred(answers: dict[str, Any], listed: str, gone: str) -> dict[str, Any]:
    """The answers without any reference to an id: lists of ids lose it, single references go."""

    def without(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, dict):
            return {name: _kept(name, each) for name, each in value.items() if not (name in single and each == gone)}
        return [without(each) for each in value] if isinstance(value, list) else value

    def _kept(name: str, value: Any) -> Any:  # noqa: ANN401
        if name == many and isinstance(value, list) and all(isinstance(each, str) for each in value):
            return [each for each in value if each != gone]
        return without(value)

    single = {"accused": ("actor",), "exhibits": ("part_of",)}.get(listed, ())
    many = {"exhibits": "exhibits", "incidents": "incidents"}.get(listed, "")
    cleaned: dict[str, Any] = without(answers)
    if "provisions" in cleaned:
        cleaned["provisions"] = [each for each in cleaned["provisions"] if each["incidents"]]
    return cleaned
