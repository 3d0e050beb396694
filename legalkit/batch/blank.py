"""An empty workbook to be filled in: both languages in each heading, help on it, lists to choose from, one example."""

from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from legalkit.batch.codes import shown
from legalkit.batch.columns import Column, Kind, sheets
from legalkit.batch.headed import EXAMPLE
from legalkit.batch.places import height, letters
from legalkit.language import Language, text

_ROWS = 1_000
"""Rows with lists to choose from."""
_LISTS = "#lists"
_AS_TEXT = "@"
"""The format of every column: a phone number keeps its zero, a date stays as typed."""
_GREY = Font(color="808080", italic=True)
_HEAD = PatternFill("solid", start_color="DDE6F0")
_WIDTH = 22


def new_workbook(language: Language) -> bytes:
    """An XLSX file to be filled in.

    Args:
        language: of sheet names and help; headings are in both.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    lists = _Lists(book.create_sheet(_LISTS))
    for name, columns in sheets().items():
        sheet = book.create_sheet(text(f"batch.sheet.{name}", language), len(book.worksheets) - 1)
        for place, column in enumerate(columns):
            _head(sheet, place, column, language)
            _prepare(sheet, place, column, lists)
        sheet.freeze_panes = "B2"
        sheet.row_dimensions[1].height = max(height(each, _WIDTH) for each in map(_heading, columns))
        _example(sheet, columns, name, language)
    lists.sheet.sheet_state = "hidden"
    book.active = 0
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _heading(column: Column) -> str:
    return f"{column.heading('ko')}\n{column.heading('en')}"


def _head(sheet: Worksheet, place: int, column: Column, language: Language) -> None:
    cell = sheet.cell(1, place + 1, _heading(column))
    cell.font, cell.fill = Font(bold=True), _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.comment = Comment(f"{column.help(language)}\n\n{column.path}", "legalkit", height=140, width=320)
    sheet.column_dimensions[letters(place)].width = _WIDTH


def _prepare(sheet: Worksheet, place: int, column: Column, lists: "_Lists") -> None:
    sheet.column_dimensions[letters(place)].number_format = _AS_TEXT
    choices = list(_choices(column))
    if choices:
        # a list of several is typed with commas, so what is not in the list is no error there
        chosen = DataValidation("list", lists.of(column, choices), allow_blank=True)
        chosen.showErrorMessage = column.kind is not Kind.CHOICES
        sheet.add_data_validation(chosen)
        chosen.add(f"{letters(place)}2:{letters(place)}{_ROWS + 1}")


def _choices(column: Column) -> Iterator[str]:
    if column.codes:
        yield from (shown(column.codes, member.value) for member in column.codes)
    elif column.kind is Kind.YES_NO:
        yield from ("예 / yes", "아니요 / no")
    else:
        return
    if column.answerable:
        yield from ("모름 / unknown", "말하지 않음 / declined")


class _Lists:
    """The sheet that holds what is chosen from: a list within a cell's own rule may have 255 characters only."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, column: Column, choices: list[str]) -> str:
        """Where the choices of a column stand."""
        key = tuple(choices)
        if key not in self._known:
            place = len(self._known)
            for row, choice in enumerate(choices, start=1):
                self.sheet.cell(row, place + 1, choice)
            self._known[key] = f"'{_LISTS}'!${letters(place)}$1:${letters(place)}${len(choices)}"
        return self._known[key]


def _example(sheet: Worksheet, columns: tuple[Column, ...], name: str, language: Language) -> None:
    for place, column in enumerate(columns):
        words = EXAMPLE if place == 0 else text(f"batch.example.{column.kind}", language)
        if column.codes:
            words = shown(column.codes, next(iter(column.codes)).value)
        cell = sheet.cell(2, place + 1, words)
        cell.font, cell.number_format = _GREY, _AS_TEXT
