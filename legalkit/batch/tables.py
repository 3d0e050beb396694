"""A table as it was read, before anybody asks what its cells mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from legalkit.batch.places import Found

MOST_BYTES = 256 * 1024 * 1024
"""Bytes of a table, and of the lines of a workbook once unpacked (of all its sheets together)."""
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
MOST_CELLS = 20_000_000
"""Cells from the first to the last that holds something, the empty ones between them too: they take memory."""

DAYS_1904 = 1462
"""Days between the two ways in which workbooks count days; 1904 is that of old workbooks from macOS."""


@dataclass(frozen=True)
class Table:
    """One sheet.

    Attributes:
        name: as the workbook calls it, or ours.
        rows: number and cells of each row that holds something, the headings first.
        found: what the sheet itself says against a row, by its number: hidden, merged, half of it in another encoding.
        epoch: days to add to a day that is written as a number.
    """

    name: str
    rows: Sequence[tuple[int, Sequence[object]]]
    found: Mapping[int, tuple[Found, ...]] = field(default_factory=dict)
    epoch: int = 0


def filled(rows: Sequence[Sequence[object]]) -> list[tuple[int, Sequence[object]]]:
    """The rows that hold something, with their numbers.

    >>> filled([["id"], ["", " "], ["a"]])
    [(1, ['id']), (3, ['a'])]
    """
    return [(number, row) for number, row in enumerate(rows, start=1) if not all(map(is_empty, row))]


def is_empty(cell: object) -> bool:
    """Whether a cell holds nothing, or nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
