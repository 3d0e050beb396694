"""A sheet under its headings: which column is which, and the answers of each row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from legalkit.batch.cells import read_cell
from legalkit.batch.columns import Column, Kind, headings, nearest, plain_heading
from legalkit.batch.places import Found, Place, letters
from legalkit.batch.tables import Table, is_empty
from legalkit.case.text import has_registration_number
from legalkit.errors import Problem

EXAMPLE = "#example"
"""In the first cell of a row, or before a heading: not to be read."""


_CHECKED_LATER = (Kind.TEXT, Kind.LIST)
"""The case model looks for registration numbers there, and knows where digits are something else."""


@dataclass(frozen=True)
class Answer:
    """One answer of a row."""

    column: Column
    place: Place
    value: object


@dataclass(frozen=True)
class Row:
    """One row: its answers, and what was found in it."""

    place: Place
    answers: Sequence[Answer]
    found: Sequence[Found] = ()

    def said(self, kind: Kind) -> Answer | None:
        """The answer of the one column of a kind."""
        return next((answer for answer in self.answers if answer.column.kind is kind), None)


@dataclass(frozen=True)
class Sheet:
    """A sheet that was understood.

    Attributes:
        name: ours.
        columns: place of each column by its path.
        rows: in order, without examples.
        found: what concerns the sheet and no single row.
    """

    name: str
    columns: dict[str, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    found: tuple[Found, ...] = ()


def understood(table: Table, name: str) -> Sheet:
    """Reads a table under the headings of one of our sheets."""
    table = _renamed(table, name)
    (number, cells), *rows = table.rows
    known, found = _columns(cells, name, Place(table.name, number))
    found += [each for row, marks in table.found.items() if row <= number for each in marks]
    strange = [place for place, cell in enumerate(cells) if place not in known and not _is_note(cell)]
    kept = [row for row in rows if not str(row[1][0]).startswith(EXAMPLE)]
    return Sheet(
        name,
        {column.path: letters(place) for place, column in known.items()},
        tuple(_row(table, number, cells, known, strange) for number, cells in kept),
        tuple(found),
    )


def _renamed(table: Table, name: str) -> Table:
    """Under our name: a sheet may be called after a person."""
    marks = {
        row: tuple(Found(each.problem, replace(each.place, sheet=name)) for each in found)
        for row, found in table.found.items()
    }
    return replace(table, name=name, found=marks)


def _is_note(cell: object) -> bool:
    return str(cell).startswith("#")


def _columns(cells: Sequence[object], name: str, row: Place) -> tuple[dict[int, Column], list[Found]]:
    known: dict[int, Column] = {}
    found: list[Found] = []
    names = headings(name)
    for place, cell in enumerate(cells):
        here = Place(row.sheet, row.row, letters(place))
        column = names.get(plain_heading(cell))
        if column and column in known.values():
            found.append(Found(Problem("E-BATCH-COLUMN-TWICE", column.path), here))
        elif column:
            known[place] = column
        elif not is_empty(cell) and not _is_note(cell):
            found.append(Found(_unknown(cell, name), here))
    return known, found


def _unknown(cell: object, name: str) -> Problem:
    """A heading that is almost one of ours is a slip and stops its rows; any other is a column of theirs."""
    if has_registration_number(str(cell)):
        return Problem("E-CASE-REGISTRATION-NUMBER", "column")
    close = nearest(cell, name)
    return Problem("W-BATCH-COLUMN-LIKE", close.path, {"nearest": close.path}) if close else Problem("W-BATCH-COLUMN")


def _row(table: Table, number: int, cells: Sequence[object], known: dict[int, Column], strange: Sequence[int]) -> Row:
    answers, found = [], list(table.found.get(number, ()))
    for place, cell in enumerate(cells):
        here = Place(table.name, number, letters(place))
        if is_empty(cell):
            continue
        if place in known:
            if known[place].kind not in _CHECKED_LATER and _is_a_number_of_a_person(cell):
                found.append(Found(Problem("E-CASE-REGISTRATION-NUMBER", known[place].path), here))
                continue
            value, note = read_cell(known[place], cell, table.epoch)
            answers.append(Answer(known[place], here, value))
            found += [Found(Problem(note.code, known[place].path, note.params), here)] if note else []
        elif place in strange:
            found += _in_strange_column(table, place, cell, here)
    return Row(Place(table.name, number), answers, found)


def _is_a_number_of_a_person(cell: object) -> bool:
    return has_registration_number(str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell))


def _in_strange_column(table: Table, place: int, cell: object, here: Place) -> Iterator[Found]:
    """What stands under a heading that is none of ours is not used; it must not be lost without a word either."""
    heading = table.rows[0][1]
    if _is_a_number_of_a_person(cell):
        yield Found(Problem("E-CASE-REGISTRATION-NUMBER", "column"), here)
    elif place >= len(heading) or is_empty(heading[place]):
        yield Found(Problem("E-BATCH-NO-HEADING"), here)
    elif close := nearest(heading[place], table.name):
        yield Found(Problem("E-BATCH-COLUMN", close.path, {"nearest": close.path}), here)
