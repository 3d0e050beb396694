"""A fact about an act: yes, no or unknown, with the answers that tell and those that would."""

from collections.abc import Iterable
from typing import NamedTuple


class Found(NamedTuple):
    """What the answers say of a fact.

    Attributes:
        says: yes, no, or None where the answers do not tell.
        read: paths of the answers that tell.
        missing: paths of the answers that would tell.
    """

    says: bool | None
    read: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


NO = Found(False)
"""It is not so, by what the act itself is."""
YES = Found(True)
"""It is so, by what the act itself is."""


def any_of(found: Iterable[Found]) -> Found:
    """Yes if one says yes, no if all say no.

    >>> any_of([NO, Found(None, (), ("a",))])
    Found(says=None, read=(), missing=('a',))
    """
    every = tuple(found)
    yes = next((each for each in every if each.says), None)
    if yes:
        return yes
    return _undecided(every, False)


def all_of(found: Iterable[Found]) -> Found:
    """Yes if all say yes, no if one says no.

    >>> all_of([Found(True, ("a",)), Found(True, ("b",))]).read
    ('a', 'b')
    """
    every = tuple(found)
    no = next((each for each in every if each.says is False), None)
    if no:
        return no
    return _undecided(every, True)


def opposite(found: Found) -> Found:
    """Yes for no and no for yes.

    >>> opposite(NO).says, opposite(Found(None)).says
    (True, None)
    """
    return found if found.says is None else Found(not found.says, found.read)


def _undecided(every: tuple[Found, ...], else_says: bool) -> Found:
    read = tuple(path for each in every for path in each.read)
    if any(each.says is None for each in every):
        return Found(None, read, tuple(path for each in every for path in each.missing))
    return Found(else_says, read)
