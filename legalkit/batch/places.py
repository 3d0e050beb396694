"""What was found in a table, and where: sheet, row, column; never what a person wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import ceil
from unicodedata import east_asian_width

from legalkit.case.paths import pattern_of
from legalkit.errors import Problem

_LINE = 16
"""Points that a line of a cell takes."""


@dataclass(frozen=True)
class Place:
    """Where something stands in the input.

    Attributes:
        sheet: ``cases``, ``incidents`` …; empty for a file of lines, and for a folder of files.
        row: as the program that made the table counts it, from 1; the line of a file of lines; the number of a file in
            the order of names; 0 if nowhere.
        column: its letters, ``AB``; empty if nowhere.
    """

    sheet: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True)
class Found:
    """A problem and its place. A code that begins with ``W-`` is a note: the case is made all the same."""

    problem: Problem
    place: Place = Place()

    @property
    def stops(self) -> bool:
        """Whether the case cannot be made."""
        return self.problem.code.startswith("E-")


@dataclass(frozen=True)
class Record:
    """One case as it stands in the input.

    Attributes:
        place: its own row, line or file.
        data: what a case file would hold, or the case; None if it could not be read, or for an empty line.
        where: the place of each answer, by its path in the case.
        found: what was found on the way.
        columns: where an answer would stand that was not given, by its path with lists left open.
    """

    place: Place
    data: object
    where: Mapping[str, Place] = field(default_factory=dict)
    found: tuple[Found, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    def place_of(self, path: str) -> Place:
        """The place of a path, or of the nearest thing around it: the row, and the column where it would stand."""
        at = path
        while at and at not in self.where:
            at = at[: max(at.rfind("."), at.rfind("["), 0)]
        found = self.where.get(at, self.place)
        return found if at == path else replace(found, column=self.columns.get(pattern_of(path), found.column))


def letters(number: int) -> str:
    """The letters of a column, from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


@lru_cache(maxsize=4096)
def height(text: str, width: int) -> int:
    r"""Points that a row needs for a text that breaks into lines: not every program finds it out by itself.

    Args:
        text: of a cell.
        width: of its column, in letters; a Korean one is as wide as two, a bold one a little wider.

    >>> height("case", 22), height("사건 번호", 22), height("사건 번호 열 자 더 적음\ncase", 22)
    (16, 16, 48)
    """
    wide = (sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) for line in text.split("\n"))
    return _LINE * sum(max(1, ceil(each * 1.1 / width)) for each in wide)
