"""Paths of the case model: ``incidents[].when`` names that field of every incident."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel

_Part = TypeVar("_Part")
_INDEX = re.compile(r"\[\d+\]")
_STEP = re.compile(r"([a-z_0-9]+)|\[(\d+)\]")


def pattern_of(path: str) -> str:
    """The path with its places in lists taken out.

    >>> pattern_of("incidents[3].exhibits[0]")
    'incidents[].exhibits[]'
    """
    return _INDEX.sub("[]", path)


is_kind: Callable[[type, type], bool] = cache(issubclass)
"""Whether values of one type are of another; asked once for a type, since a model is slow to tell what it is."""


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
    if isinstance(value, tuple):
        for place, entry in enumerate(value):
            _collect(entry, f"{path}[{place}]", found)
    elif is_kind(type(value), BaseModel):
        for name in type(value).__pydantic_fields__:
            each = getattr(value, name)
            if each is not None:  # as most are
                _collect(each, f"{path}.{name}" if path else name, found)
    else:
        found.append((path, value))


def parts(model: BaseModel, kind: type[_Part]) -> list[_Part]:
    """Every part of a kind, wherever it stands, in no order; what stands inside one of them is not looked at.

    >>> from legalkit.case import Quote, read_case
    >>> told = {"id": "case-1", "reporter": {"role": "self"}, "own_words": ["그만", "stop"]}
    >>> sorted(quote.text for quote in parts(read_case(told), Quote))
    ['stop', '그만']
    """
    found: list[_Part] = []
    left: list[Any] = [(model,)]
    while left:
        inside = left.pop()
        for each in inside if type(inside) is tuple else inside.__dict__.values():
            if each is None:  # as most are
                continue
            if is_kind(type(each), kind):
                found.append(each)
            elif type(each) is tuple or is_kind(type(each), BaseModel):
                left.append(each)
    return found


def get(model: BaseModel, path: str) -> Any:  # noqa: ANN401
    """The value at a path without wildcards.

    >>> from legalkit.case import read_case
    >>> get(read_case({"id": "case-1", "reporter": {"role": "self"}}), "reporter.role").value
    'self'
    """
    value: Any = model
    for name, place in _steps(path):
        value = getattr(value, name) if name else value[int(place)]
    return value


@lru_cache(maxsize=4096)
def _steps(path: str) -> list[tuple[str, str]]:
    return _STEP.findall(path)


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
