"""Paths of the case model: ``incidents[].when`` names that field of every incident."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

_INDEX = re.compile(r"\[\d+\]")


def pattern_of(path: str) -> str:
    """The path with its places in lists taken out.

    >>> pattern_of("incidents[3].exhibits[0]")
    'incidents[].exhibits[]'
    """
    return _INDEX.sub("[]", path)


def leaves(model: BaseModel, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every answer of a model with its path; what was not asked is left out.

    >>> from legalkit.case import read_case
    >>> [path for path, _ in leaves(read_case({"id": "case-1", "reporter": {"role": "self"}}))][:2]
    ['version', 'id']
    """
    found: list[tuple[str, Any]] = []
    _collect(model, prefix, found)
    return iter(found)


def _collect(value: Any, path: str, found: list[tuple[str, Any]]) -> None:  # noqa: ANN401
    """Into one list: a generator within a generator for each level would hand every answer up through all of them."""
    if isinstance(value, BaseModel):
        for name in type(value).__pydantic_fields__:
            _collect(getattr(value, name), f"{path}.{name}" if path else name, found)
    elif isinstance(value, tuple):
        for place, entry in enumerate(value):
            _collect(entry, f"{path}[{place}]", found)
    elif value is not None:
        found.append((path, value))


def get(model: BaseModel, path: str) -> Any:  # noqa: ANN401
    """The value at a path without wildcards.

    >>> from legalkit.case import read_case
    >>> get(read_case({"id": "case-1", "reporter": {"role": "self"}}), "reporter.role").value
    'self'
    """
    value: Any = model
    for name, place in re.findall(r"([a-z_0-9]+)|\[(\d+)\]", path):
        value = getattr(value, name) if name else value[int(place)]
    return value


@lru_cache(maxsize=4096)
def covers(pattern: str, path: str) -> bool:
    """Whether a declared path (``victim.name``, ``incidents[].online``) covers a path or what lies below it.

    >>> covers("victim.name", "victim.name.hangul"), covers("incidents[].when", "incidents[2].when")
    (True, True)
    >>> covers("victim.name", "victim.names")
    False
    """
    plain = pattern_of(path)
    return plain == pattern or plain.startswith((pattern + ".", pattern + "["))


def covered(patterns: Iterable[str], path: str) -> bool:
    """Whether any of the declared paths covers the path."""
    return any(covers(pattern, path) for pattern in patterns)
