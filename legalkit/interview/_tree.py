"""Plain data by path: read, put, take out, without changing what is there."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from legalkit.case.paths import pattern_of

_STEP = re.compile(r"([a-z_0-9]+)|\[(\d+)\]")
Steps = tuple[str | int, ...]


@lru_cache(maxsize=8192)
def steps_of(path: str) -> Steps:
    """The steps of a path.

    >>> steps_of("incidents[2].when")
    ('incidents', 2, 'when')
    """
    return tuple(name or int(place) for name, place in _STEP.findall(path))


def read(tree: Any, path: str) -> Any:  # noqa: ANN401 -- plain data
    """What stands at a path, or nothing.

    >>> read({"a": [{"b": 1}]}, "a[0].b"), read({"a": [{"b": 1}]}, "a[1].b"), read({"a": "unknown"}, "a.b")
    (1, None, None)
    """
    for step in steps_of(path):
        if type(tree) is dict:
            tree = tree.get(step)
        elif type(tree) is list and type(step) is int and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def entries(tree: Any, path: str) -> list[Any]:  # noqa: ANN401
    """The entries of the list at a path; none where there is no list."""
    found = read(tree, path)
    return list(found) if isinstance(found, list) else []


def put(tree: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:  # noqa: ANN401
    """The tree with a value put at a path; with ``None``, with nothing there.

    >>> put({"a": [{"b": 1}]}, "a[0].b", 2), put({"a": {"b": 1}}, "a.b", None)
    ({'a': [{'b': 2}]}, {})
    """
    placed: dict[str, Any] = _put(tree, steps_of(path), value)
    return placed


def _put(tree: Any, steps: Steps, value: Any) -> Any:  # noqa: ANN401
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        listed = list(tree) if isinstance(tree, list) else []
        return [_put(each, rest, value) if place == step else each for place, each in enumerate(listed)]
    held = dict(tree) if isinstance(tree, dict) else {}
    below = _put(held.get(step), rest, value)
    if below is None or (below == {} and value is None):
        held.pop(step, None)
    else:
        held[step] = below
    return held


@lru_cache(maxsize=8192)
def placed(pattern: str, at: str) -> str:
    """The path of a question for one entry: its list taken from where the entry is.

    >>> placed("incidents[].entries[].when", "incidents[2].entries[0]"), placed("wishes.alias", "")
    ('incidents[2].entries[0].when', 'wishes.alias')
    """
    depth = pattern_of(at)
    return at + pattern.removeprefix(depth) if at and pattern.startswith(depth) else pattern
