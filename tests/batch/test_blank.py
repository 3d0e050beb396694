"""The empty workbook: what is filled in by a person is read as it was meant."""

import io
import re

import pytest
from openpyxl import load_workbook

from legalkit.batch import new_workbook, open_source, run
from legalkit.batch.columns import headings, plain_heading, sheet_names, sheets
from legalkit.batch.places import height
from legalkit.case.codes import Act
from legalkit.language import LANGUAGES
from tests.batch.samples import A_PIXEL, job, put, reported, saved


@pytest.fixture(scope="module", params=LANGUAGES)
def book(request):
    return load_workbook(io.BytesIO(new_workbook(request.param)))


def _ours(book):
    return {sheet_names()[plain_heading(name)]: book[name] for name in book.sheetnames if not name.startswith("#")}


def _column(sheet, number):
    """The columns that are alike stand together under the first of them."""
    return next(each for each in sheet.column_dimensions.values() if each.min <= number <= each.max)


def it_has_a_sheet_for_each_of_ours_with_all_its_columns_in_both_languages(book):
    assert list(_ours(book)) == list(sheets())
    for name, sheet in _ours(book).items():
        heads = [cell.value for cell in sheet[1]]
        assert [headings(name)[plain_heading(head)] for head in heads] == list(sheets()[name])
        assert all(len(head.split("\n")) == 2 for head in heads)


def it_has_help_on_every_column_and_keeps_every_cell_as_it_is_typed(book):
    for sheet in _ours(book).values():
        assert all(cell.comment and cell.comment.text.strip() for cell in sheet[1])
        assert all(_column(sheet, cell.column).number_format == "@" for cell in sheet[1])


def it_offers_the_codes_with_their_words(book):
    sheet, lists = _ours(book)["incidents"], book["#lists"]
    assert lists.sheet_state == "hidden"
    rules = {str(rule.sqref).split(":")[0].rstrip("0123456789"): rule for rule in sheet.data_validations.dataValidation}
    column = next(cell.column_letter for cell in sheet[1] if cell.comment.text.endswith("incidents[].act"))
    place, last = re.fullmatch(r"'#lists'!\$([A-Z]+)\$1:\$\1\$(\d+)", rules[column].formula1).groups()
    offered = [lists[f"{place}{row}"].value for row in range(1, int(last) + 1)]
    assert len(offered) == len(Act)
    assert offered[0].startswith("filming · ")


def it_reads_as_a_workbook_without_cases_as_long_as_nobody_fills_it_in(book, tmp_path):
    result = run(open_source(put(tmp_path, saved(book))), job(tmp_path / "out"))
    assert (result.made, result.failed, result.general) == (0, 0, ())


def it_makes_the_packages_of_what_was_filled_in(book, tmp_path):
    ours = _ours(book)

    def fill(name: str, **answers: object) -> None:
        row = ours[name].max_row + 1
        places = {cell.comment.text.splitlines()[-1]: cell.column for cell in ours[name][1]}
        for path, answer in answers.items():
            ours[name].cell(row, places[path], answer)

    for number in range(3):
        fill(
            "cases",
            **{
                "id": f"c-{number}",
                "reporter.role": "본인이 직접",
                "victim.name": "김하나",
                "wishes.alias": "아니요 / no",
            },
        )
        fill("incidents", **{"case": f"c-{number}", "incidents[].act": "spread", "incidents[].actor": "x", "room": "r"})
    fill("accused", **{"accused[].id": "x", "accused[].name": "모름 / unknown"})
    fill(
        "rooms", **{"room": "r", "rooms[].online.medium": "telegram · 텔레그램 / Telegram", "rooms[].online.room": "방"}
    )
    result = run(open_source(put(tmp_path, saved(book))), job(tmp_path / "out", filings=("complaint",)))
    assert (result.made, result.failed, result.exit_status) == (3, 0, 0)
    assert [told["case"] for row, told in reported(tmp_path / "out").items() if row] == ["c-0", "c-1", "c-2"]


def it_gives_each_heading_as_many_lines_as_it_needs(book):
    for sheet in _ours(book).values():
        tallest = max(height(cell.value, int(_column(sheet, cell.column).width)) for cell in sheet[1])
        assert sheet.row_dimensions[1].height == pytest.approx(tallest, abs=A_PIXEL)
        assert tallest >= 30
