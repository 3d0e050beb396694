"""What several papers of a package ask of the same case is worked out once, and forgotten with the package."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

from legalkit.case.text import Model

_Of = TypeVar("_Of", bound=Model)
_Found = TypeVar("_Found")
_More = TypeVarTuple("_More")

# Each thread has its own; outside of `composing` there is none, so nothing of a case is kept.
_kept: ContextVar[dict[object, tuple[Model, Any]] | None] = ContextVar("_kept", default=None)


@contextmanager
def composing() -> Iterator[None]:
    """While one package is made, what :func:`once` marks is kept; at the end of it, everything is forgotten.

    Within another, what is kept already serves, and stays until the other ends.
    """
    kept = _kept.get()
    before = _kept.set({} if kept is None else kept)
    try:
        yield
    finally:
        _kept.reset(before)


def once(work_out: Callable[[_Of, *_More], _Found]) -> Callable[[_Of, *_More], _Found]:
    """A function of a case or a part of one (and of values that can be hashed) that is asked once a package.

    Nobody changes its result.

    >>> from legalkit.case import read_case
    >>> case, asked = read_case({"id": "case-1", "reporter": {"role": "self"}}), []
    >>> ask = once(lambda case: asked.append(case.id))
    >>> with composing():
    ...     ask(case), ask(case), len(asked)
    (None, None, 1)
    >>> ask(case), ask(case), len(asked)
    (None, None, 3)
    """

    @wraps(work_out)
    def found(of: _Of, *more: *_More) -> _Found:
        kept = _kept.get()
        if kept is None:
            return work_out(of, *more)
        key = (work_out, id(of), *more)
        if key not in kept:
            kept[key] = (of, work_out(of, *more))  # with the case: its id is that of no other while it is kept
        result: _Found = kept[key][1]
        return result

    return found
