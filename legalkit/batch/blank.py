"""An empty workbook to be filled in: both languages in each heading, help on it, lists to choose from, one example."""

from collections.abc import Iterator
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from legalkit.batch.codes import shown
from legalkit.batch.columns import Column, Kind, sheets
from legalkit.batch.headed import EXAMPLE
from legalkit.batch.places import height, letters
from legalkit.language import Language, text

_ROWS = 1_000
"""Rows with lists to choose from."""
_LISTS = "#lists"
_AS_TEXT = {"num_format": "@"}
"""The format of every column: a phone number keeps its zero, a date stays as typed."""
_GREY = {**_AS_TEXT, "font_color": "#808080", "italic": True}
_HEAD = {"bold": True, "bg_color": "#DDE6F0", "text_wrap": True, "valign": "top"}
_HELP = {"author": "legalkit", "height": 140, "width": 320}
_WIDTH = 22


def new_workbook(language: Language) -> bytes:
    """An XLSX file to be filled in.

    Args:
        language: of sheet names and help; headings are in both.
    """
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        head, body, grey = (book.add_format(each) for each in (_HEAD, _AS_TEXT, _GREY))
        lists: dict[tuple[str, ...], str] = {}
        for name, columns in sheets().items():
            sheet = book.add_worksheet(text(f"batch.sheet.{name}", language))
            sheet.freeze_panes(1, 1)
            sheet.set_row(0, max(height(_heading(column), _WIDTH) for column in columns))
            for place, column in enumerate(columns):
                sheet.set_column(place, place, _WIDTH, body)
                sheet.write_string(0, place, _heading(column), head)
                sheet.write_comment(0, place, f"{column.help(language)}\n\n{column.path}", _HELP)
                sheet.write_string(1, place, _example(place, column, language), grey)
                _offer(sheet, place, column, lists)
        _write_lists(book.add_worksheet(_LISTS), lists)
    return out.getvalue()


def _heading(column: Column) -> str:
    return f"{column.heading('ko')}\n{column.heading('en')}"


def _example(place: int, column: Column, language: Language) -> str:
    if column.codes:
        return shown(column.codes, next(iter(column.codes)).value)
    return EXAMPLE if place == 0 else text(f"batch.example.{column.kind}", language)


def _offer(sheet: Worksheet, place: int, column: Column, lists: dict[tuple[str, ...], str]) -> None:
    """Lets choose from a list on a sheet of its own: one within the rule of a cell may have 255 characters only."""
    choices = tuple(_choices(column))
    if choices:
        at = letters(len(lists))
        source = lists.setdefault(choices, f"='{_LISTS}'!${at}$1:${at}${len(choices)}")
        # a list of several is typed with commas, so what is not in the list is no error there
        rule = {"validate": "list", "source": source, "show_error": column.kind is not Kind.CHOICES}
        sheet.data_validation(1, place, _ROWS, place, rule)


def _choices(column: Column) -> Iterator[str]:
    if column.codes:
        yield from (shown(column.codes, member.value) for member in column.codes)
    elif column.kind is Kind.YES_NO:
        yield from ("예 / yes", "아니요 / no")
    else:
        return
    if column.answerable:
        yield from ("모름 / unknown", "말하지 않음 / declined")


def _write_lists(sheet: Worksheet, lists: dict[tuple[str, ...], str]) -> None:
    for place, choices in enumerate(lists):
        sheet.write_column(0, place, choices)
    sheet.hide()
