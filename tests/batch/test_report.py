import json
import tempfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from legalkit.batch.outcome import Fate, outcome
from legalkit.batch.places import Found, Place, height
from legalkit.batch.report import harmless, reporting
from legalkit.errors import Problem
from tests.batch.samples import A_PIXEL, cases, done, job, sheet_of


@given(st.text())
def it_writes_no_cell_that_a_program_takes_for_a_formula(text):
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert harmless(text).endswith(text)


def it_holds_a_row_a_case_and_a_row_a_problem_in_the_language_of_the_reader(tmp_path):
    book = cases(["a", "self", "김하나"], ["b", "nobody", "이두리"])
    done(tmp_path, book, speech="ko")
    report = load_workbook(tmp_path / "out" / "report.xlsx")
    assert report.sheetnames == ["사건", "고칠 것"]
    (heads, first, second), (_, problem) = (list(sheet.values) for sheet in report)
    assert heads[:6] == ("사건 번호", "줄", "결과", "파일 수", "더 필요한 답", "고칠 것")
    assert "고소장" in heads
    assert first[:4] == ("a", 2, "만듦", 2)
    assert second[1:4] == (3, "만들지 못함", 0)
    assert problem[1:6] == ("사건", 3, "B", "작성하는 사람의 자격", "E-CASE-CHOICE")
    assert "self" in problem[6]


def it_holds_nothing_that_was_written_in_the_table(tmp_path):
    heads = ("id", "reporter.role", "victim.name", "victim.birth", "=HYPERLINK(1)", "incidents[].act")
    book = cases(["=cmd|' /C calc'!A0", "@nobody", "김하나", "-1+1", "+secret", "=1+1"], heads=heads)
    for cell in sheet_of(book)[2]:
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    result, _ = done(tmp_path, book)
    assert result.made == 0
    whole = (tmp_path / "out" / "report.jsonl").read_text(encoding="utf-8")
    cells = [c for sheet in load_workbook(tmp_path / "out" / "report.xlsx") for row in sheet.values for c in row if c]
    for written in ("cmd", "nobody", "김하나", "-1+1", "secret", "HYPERLINK"):
        assert written not in whole
        assert not [cell for cell in cells if written in str(cell)]
    assert not [cell for cell in cells if str(cell).startswith(("=", "+", "-", "@"))]


def it_is_one_line_a_case_in_both_languages(tmp_path):
    found = Found(Problem("E-CASE-MISSING", "victim.name"), Place("cases", 3, "C"))
    made = outcome(0, "a", Place("cases", 3), [found], "en", fate=Fate.FAILED)
    told = json.loads(made.line)
    assert told["problems"][0]["row"] == 3
    assert set(told["problems"][0]["mend"]) == {"ko", "en"}
    with reporting(job(tmp_path)) as report:
        report.add(made)
    assert (tmp_path / "report.jsonl").read_bytes() == made.line


def it_calls_a_case_by_its_id_whatever_else_is_wrong_with_it(tmp_path):
    book = cases(["a", "nobody", "김하나"], ["김하나", "self", "김하나"], ["con", "nobody", "이두리"])
    _, told = done(tmp_path, book)
    assert [told[row]["case"] for row in (2, 3, 4)] == ["a", "", ""]


def it_is_laid_out_to_be_read(tmp_path):
    done(tmp_path, cases(["a", "nobody", "김하나"]))
    for sheet in load_workbook(tmp_path / "out" / "report.xlsx"):
        heads = [cell for cell in sheet[1] if cell.value]
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in heads)
        assert sum(column.max - column.min + 1 for column in sheet.column_dimensions.values()) == len(heads)
        assert sheet.row_dimensions[1].height > 15
    people, problems = load_workbook(tmp_path / "out" / "report.xlsx").worksheets
    assert all(
        cell.alignment.wrap_text and cell.alignment.vertical == "top" for cell in people[2] if cell.value is not None
    )
    assert problems["G2"].alignment.wrap_text
    assert problems.row_dimensions[2].height == pytest.approx(height(problems["G2"].value, 80), abs=A_PIXEL)
    assert problems.row_dimensions[2].height > 16


def and_each_reason_stands_in_its_own_cell_from_beginning_to_end(tmp_path):
    done(tmp_path, cases(["a", "self", "김하나"]), speech="ko")
    people = load_workbook(tmp_path / "out" / "report.xlsx").worksheets[0]
    wide = [
        int(column.width) for column in people.column_dimensions.values() for _ in range(column.min, column.max + 1)
    ]
    needed = [height(str(cell.value), width) for cell, width in zip(people[2], wide, strict=True)]
    assert people.row_dimensions[2].height == pytest.approx(max(needed), abs=A_PIXEL)
    assert max(needed) > 16


def but_no_row_is_taller_than_excel_opens(tmp_path):
    made = outcome(0, "a", Place("cases", 3), [], "en", fate=Fate.FAILED)
    with reporting(job(tmp_path)) as report:
        report.add(replace(made, row=("a", 3, "made", 2, "a field, " * 400, 0)))
    (row,) = list(load_workbook(tmp_path / "report.xlsx").worksheets[0].row_dimensions.items())[1:]
    assert row[1].height == pytest.approx(409, abs=A_PIXEL) and row[1].height <= 409


def it_grows_in_the_folder_of_the_packages_and_nowhere_else(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))
    with reporting(job(tmp_path)) as report:
        report.add(outcome(0, "a", Place("cases", 3), [], "en"))
        (growing,) = tmp_path.iterdir()
        assert growing.name.startswith(".legalkit-") and len(list(growing.iterdir())) == 3  # two sheets, and the lines
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.jsonl", "report.xlsx"]


def it_keeps_nothing_of_a_row_that_is_written_but_its_height(tmp_path):
    long = "a sentence that is longer than its cell is wide, so that it breaks into lines"
    with reporting(job(tmp_path)) as report:
        for number in range(50):
            report.add(replace(outcome(number, f"c-{number}", Place(), [], "en"), row=(f"c-{number}", 3, long)))
        assert len(report._cases._sheet.row_info) == 1
    rows = load_workbook(tmp_path / "report.xlsx").worksheets[0].row_dimensions
    assert [rows[number].height for number in range(2, 52)] == pytest.approx([height(long, 14)] * 50, abs=A_PIXEL)
