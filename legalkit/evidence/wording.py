"""Reviewed words of this room: bilingual, with the provisions they rest on and how each was checked."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

import yaml

from legalkit.case.text import Model

Verified = Literal["statute", "rule", "secondary", "recalled"]
"""How a reference was checked: text of the statute, of a rule below it, a secondary source, memory alone."""

_SURE: frozenset[Verified] = frozenset({"statute", "rule"})
_M = TypeVar("_M", bound=Model)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Words(Model):
    """The same words in Korean and in English."""

    ko: str
    en: str


class Basis(Model):
    """A provision, and how far it can be relied on.

    Attributes:
        reference: the statute or rule with its article.
        says: in a few words, what it says.
        verified: how it was checked.
        text_of: the day whose text was read, if it is not the day of the check.
        checked_on: the day of the check.
    """

    reference: Words
    says: Words
    verified: Verified
    text_of: date | None = None
    checked_on: date

    @property
    def needs_checking(self) -> bool:
        """Whether it must not stand in a paper that is filed, and is shown with "확인 필요 / needs checking"."""
        return self.verified not in _SURE


def sure(bases: Iterable[Basis]) -> tuple[Basis, ...]:
    """Those that may stand in a paper that is filed."""
    return tuple(basis for basis in bases if not basis.needs_checking)


def load(name: str, kind: type[_M]) -> _M:
    """The data file of this room with that name, read and checked.

    >>> load("hash_words", HashWords).foot.en[:19]
    'A SHA-256 value sho'
    """
    text = (files("legalkit.evidence") / f"{name}.yaml").read_text(encoding="utf-8")
    return kind.model_validate(yaml.load(text, _LOADER))  # noqa: S506 -- a safe loader, in C where there is one


class HashWords(Model):
    """What is said of hashes.

    Attributes:
        foot: the one sentence at the foot of the index.
        tool: what computed the values, with ``%(tools)s``.
        tool_of_some: one of several tools, with ``%(tool)s`` and ``%(count)s`` of the files it was used for.
        unknown_tool: stands for the tool of values that somebody wrote down.
        unaltered: the statement that the originals are kept unaltered, for her to make.
    """

    foot: Words
    tool: Words
    tool_of_some: Words
    unknown_tool: Words
    unaltered: Words


@cache
def hash_words() -> HashWords:
    """The words on hashes, for the foot of the index."""
    return load("hash_words", HashWords)


class CustodyWords(Model):
    """The words of a printed custody log.

    Attributes:
        title: of the sheet.
        actions: what each action is called.
        entries: how many there are, with ``%(count)s``.
        gone: for an exhibit that the case no longer lists.
        proves: what the last hash shows, and what it does not.
    """

    title: Words
    actions: dict[str, Words]
    entries: Words
    gone: Words
    proves: Words


@cache
def custody_words() -> CustodyWords:
    """The words for a printed custody log."""
    return load("custody_words", CustodyWords)
