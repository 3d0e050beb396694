"""One answer before the case model: put into the smallest case that can hold it, so that no rule is written twice."""

from functools import cache
from typing import Any

from legalkit.case import plain, read_case
from legalkit.case.paths import pattern_of
from legalkit.errors import CaseError, Problem
from legalkit.interview._tree import put, read

_ENTRIES: dict[str, dict[str, Any]] = {
    "incidents": {"id": "x", "act": "filming"},
    "accused": {"id": "x"},
    "exhibits": {"id": "x", "kind": "document"},
}


def judged(path: str, value: Any) -> tuple[Any, list[Problem]]:  # noqa: ANN401 -- plain data
    """An answer at a concrete path as the case model writes it, and what is wrong with it.

    >>> judged("victim.name", "홍길동")
    ({'hangul': '홍길동'}, [])
    >>> [(each.code, each.path) for each in judged("incidents[3].count", "x")[1]]
    [('E-CASE-NUMBER', 'incidents[3].count')]
    """
    pattern = pattern_of(path)
    first = pattern.replace("[]", "[0]")
    try:
        return read(plain(read_case(put(_smallest(pattern), first, value))), first), []
    except CaseError as error:
        # what a reference leads to is judged where the options are known
        wrong = [each for each in error.problems if each.code != "E-CASE-UNKNOWN-REFERENCE"]
        return value, [_moved(each, first, path) for each in wrong]


def problems(path: str, value: Any) -> list[Problem]:  # noqa: ANN401
    """What is wrong with an answer at a concrete path."""
    return judged(path, value)[1]


@cache
def allows_no_answer(pattern: str) -> bool:
    """Whether the model takes *unknown* there, and not for somebody's name.

    >>> [allows_no_answer(each) for each in ("incidents[].when", "incidents[].urls", "victim.alias")]
    [True, False, False]
    """
    return judged(pattern.replace("[]", "[0]"), "unknown") == ("unknown", [])


@cache
def _smallest(pattern: str) -> dict[str, Any]:
    case: dict[str, Any] = {"id": "case-1", "reporter": {"role": "self"}}
    parts = pattern.split("[]")
    for place, _ in enumerate(parts[:-1], start=1):
        path = "[0]".join(parts[:place])
        case = put(case, path, [_ENTRIES.get(path, {})])
    return case


def _moved(problem: Problem, first: str, path: str) -> Problem:
    if not problem.path.startswith(first):
        return Problem(problem.code, path, problem.params)
    return Problem(problem.code, path + problem.path.removeprefix(first), problem.params)
