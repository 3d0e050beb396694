"""From plain data to a case, with every problem named at once and nothing a person wrote in any of them."""

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from legalkit.case.case import Case
from legalkit.errors import CaseError, Problem

_CODES = {
    "missing": "E-CASE-MISSING",
    "extra_forbidden": "E-CASE-UNKNOWN-FIELD",
    "invalid_key": "E-CASE-UNKNOWN-FIELD",
    "enum": "E-CASE-CHOICE",
    "literal_error": "E-CASE-CHOICE",
    "bool_parsing": "E-CASE-YES-NO",
    "bool_type": "E-CASE-YES-NO",
    "string_too_short": "E-CASE-EMPTY",
    "string_too_long": "E-CASE-TOO-LONG",
    "too_long": "E-CASE-TOO-MANY",
    "too_short": "E-CASE-TOO-FEW",
    "string_pattern_mismatch": "E-CASE-PATTERN",
    "greater_than_equal": "E-CASE-TOO-SMALL",
    "less_than_equal": "E-CASE-TOO-LARGE",
    "int_parsing": "E-CASE-NUMBER",
    "int_type": "E-CASE-NUMBER",
    "int_from_float": "E-CASE-NUMBER",
    "string_unicode": "E-CASE-CONTROL",
}
_PARAMS = ("max_length", "min_length", "ge", "le", "pattern")
_KIND_OF_TYPE_ERROR = "E-CASE-TYPE"
_FIELD = re.compile(r"[a-z][a-z_0-9]{0,39}")


def read_case(data: object) -> Case:
    """Reads a case from what a case file holds.

    Args:
        data: mappings, lists, strings, numbers, booleans, as JSON or YAML give them.

    Returns:
        The validated case.

    Raises:
        CaseError: with one :class:`Problem` for each thing that is wrong, in order of place.

    >>> read_case({"id": "case-1", "reporter": {"role": "self"}}).id
    'case-1'
    >>> read_case({"id": "case-1"})
    Traceback (most recent call last):
    ...
    legalkit.errors.CaseError: E-CASE-MISSING reporter
    """
    if not isinstance(data, Mapping):
        raise CaseError(Problem("E-CASE-NOT-A-CASE"))
    try:
        return Case.model_validate(dict(data))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    raise CaseError(problem for detail in details for problem in _problems(detail))


def _problems(detail: ErrorDetails) -> list[Problem]:
    context: dict[str, Any] = detail.get("ctx", {})
    kind = detail["type"]
    if kind == "E-CASE-INCONSISTENT":
        return list(context["problems"])
    code = kind if kind.startswith("E-") else _CODES.get(kind, _KIND_OF_TYPE_ERROR)
    params = {name: context[name] for name in _PARAMS if name in context}
    if "expected" in context:  # "'a', 'b' or 'c'"
        params["allowed"] = re.findall(r"[a-z0-9_]+(?=')|^\d+$", context["expected"])
    place = detail["loc"][:-1] if kind == "invalid_key" else detail["loc"]
    return [Problem(code, path_of(_own_steps(place)), params)]


def _own_steps(place: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The place without what cannot be a field's name: a key may hold what a person wrote."""
    return tuple(takewhile(lambda step: isinstance(step, int) or _FIELD.fullmatch(step), place))


def path_of(place: tuple[int | str, ...]) -> str:
    """A place in a case as a path.

    >>> path_of(("incidents", 0, "when"))
    'incidents[0].when'
    """
    path = ""
    for step in place:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def case_schema() -> dict[str, Any]:
    """The JSON Schema of a case file.

    >>> case_schema()["title"]
    'Case'
    """
    return Case.model_json_schema()


def plain(case: Case) -> dict[str, Any]:
    """A case as plain data, as a case file holds it; what was not asked is left out.

    >>> plain(read_case({"id": "case-1", "reporter": {"role": "self"}}))["id"]
    'case-1'
    """
    return case.model_dump(mode="json", exclude_none=True, exclude_defaults=False)
