"""From a draft to a case and back. What is unfinished is left out of the case and stays in the draft."""

import re
from collections.abc import Iterator
from typing import Any

from legalkit.case import Case, plain, read_case
from legalkit.errors import CaseError
from legalkit.interview._derive import derived
from legalkit.interview._harms import harm_of
from legalkit.interview._tree import put, read, steps_of
from legalkit.interview.draft import Draft

_ROUNDS = 200
"""At most so many unfinished pieces are left out one after the other; each round takes out all that is found."""
_WITH_ID = ("incidents", "accused", "exhibits")
LISTS = ("incidents", "accused", "exhibits", "relatives", "reports", "incidents[].entries", "accused[].accounts")
"""The lists whose entries have pages of their own."""


def to_case(draft: Draft) -> Case:
    """The case of what is answered so far, as the case model accepts it.

    Entries without what makes them an entry (an incident without its act, an exhibit without its kind), references
    that lead nowhere and answers that the model refuses are left out. Until it is said who fills it in, it is she.

    >>> from legalkit.interview.draft import start
    >>> to_case(start("ko")).incidents
    ()
    """
    if _CASE not in draft.memo:
        draft.memo[_CASE] = _as_accepted(_finished(dict(draft.answers)))
    found: Case = draft.memo[_CASE]
    return found


_CASE = "case"
"""Where a draft keeps the case that was made of its answers."""


def _as_accepted(data: dict[str, Any]) -> Case:
    for _ in range(_ROUNDS):
        try:
            return read_case(data)
        except CaseError as error:
            # from the end, so that places before stay what they are
            for path in sorted({each.path for each in error.problems}, key=_place, reverse=True):
                data = _without(data, path)
    return read_case(data)


def from_case(case: Case, language: str | None = None) -> Draft:
    """The draft that holds a case: as if every page had been answered so.

    Args:
        case: the case, from a file she kept.
        language: of the screen; the language of the answers if not given.

    >>> from legalkit.case import read_case
    >>> from_case(read_case({"id": "case-1", "reporter": {"role": "self"}})).read("reporter.role")
    'self'
    """
    data = plain(case)
    data["incidents"] = [{**each, "harm": harm_of(each["act"])} for each in data["incidents"]]
    number = _highest(data)
    for path, place in _nameless(data):
        number += 1
        data = put(data, f"{path}[{place}].id", f"n{number}")
    kept = {name: each for name, each in data.items() if each not in ([], {}) and name != "version"}
    screen = language or case.reporter.language
    return Draft("en" if screen == "en" else "ko", "review", kept, counter=number)


def _highest(data: dict[str, Any]) -> int:
    """The highest number at the end of an id, so that none is given again."""
    ids = [each["id"] for listed in _WITH_ID for each in data[listed]]
    return max((int(found[0]) for each in ids if (found := re.search(r"\d{1,9}$", each))), default=0)


def _nameless(data: dict[str, Any]) -> Iterator[tuple[str, int]]:
    paths = ["relatives", "reports"]
    paths += [f"accused[{n}].accounts" for n in range(len(data["accused"]))]
    paths += [f"incidents[{n}].entries" for n in range(len(data["incidents"]))]
    yield from ((path, place) for path in paths for place in range(len(read(data, path) or ())))


def _finished(data: dict[str, Any]) -> dict[str, Any]:
    incidents = [each for each in data.get("incidents", ()) if each.get("act")]
    exhibits = [each for each in data.get("exhibits", ()) if each.get("kind")]
    accused = [dict(each, accounts=_bare(each.get("accounts"))) for each in data.get("accused", ())]
    told = [{k: v for k, v in each.items() if k != "harm"} for each in incidents]
    told = [dict(each, entries=_bare(each.get("entries"))) for each in told]
    whole = {**data, "incidents": told, "exhibits": exhibits, "accused": accused}
    whole |= {name: _bare(data.get(name)) for name in ("relatives", "reports")}
    whole["reporter"] = {"role": "self", **data.get("reporter", {})}
    return derived(whole)


def _bare(entries: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """Entries whose id is the draft's own; an entry with nothing in it is no entry."""
    bare = [{name: each for name, each in entry.items() if name != "id"} for entry in entries or ()]
    return [each for each in bare if each]


def _place(path: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, step, "") if isinstance(step, int) else (1, 0, step) for step in steps_of(path))


def _without(data: dict[str, Any], path: str) -> dict[str, Any]:
    """The data without what stands at a path; where nothing stands there, without what lacks it."""
    steps = steps_of(path)
    while steps and read(data, path) is None:
        steps = steps[:-1]
        path = _path(steps)
    if not steps:
        return data
    if isinstance(steps[-1], int):
        listed = _path(steps[:-1])
        rest = [each for place, each in enumerate(read(data, listed)) if place != steps[-1]]
        return put(data, listed, rest)
    return put(data, path, None)


def _path(steps: tuple[str | int, ...]) -> str:
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
