"""One answer before the case model: put into the smallest case that can hold it, so that no rule is written twice."""

from functools import cache
from typing import Any

from legalkit.case import read_case
from legalkit.case.paths import pattern_of
from legalkit.errors import CaseError, Problem
from legalkit.interview._tree import put

_ENTRIES: dict[str, dict[str, Any]] = {
    "incidents": {"id": "x", "act": "filming"},
    "accused": {"id": "x"},
    "exhibits": {"id": "x", "kind": "document"},
}


def problems(path: str, value: Any) -> list[Problem]:  # noqa: ANN401 -- plain data
    """What is wrong with a plain answer at a concrete path.

    >>> [(each.code, each.path) for each in problems("incidents[3].count", "x")]
    [('E-CASE-NUMBER', 'incidents[3].count')]
    """
    pattern = pattern_of(path)
    first = pattern.replace("[]", "[0]")
    try:
        read_case(put(_smallest(pattern), first, value))
    except CaseError as error:
        return [_moved(each, first, path) for each in error.problems if each.code != "E-CASE-UNKNOWN-REFERENCE"]
    return []


@cache
def allows_no_answer(pattern: str) -> bool:
    """Whether the model takes *unknown* there.

    >>> allows_no_answer("incidents[].when"), allows_no_answer("incidents[].urls")
    (True, False)
    """
    return not problems(pattern.replace("[]", "[0]"), "unknown")


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
