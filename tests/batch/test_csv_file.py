"""CSV as Korean Excel, other programs and hands save it."""

import pytest

from legalkit.batch.csv_file import read_csv
from legalkit.errors import FileError
from tests.batch.samples import codes, done

TEXT = "id,reporter.role,victim.name\r\ncase-1,self,똠방각하\r\ncase-2,self,뷁\r\n"
ROWS = [(1, ["id", "reporter.role", "victim.name"]), (2, ["case-1", "self", "똠방각하"]), (3, ["case-2", "self", "뷁"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def it_reads_what_any_korean_program_writes(encoding):
    assert read_csv(TEXT.encode(encoding)).rows == ROWS


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def it_reads_any_of_the_usual_separators(sign):
    assert read_csv(TEXT.replace(",", sign).encode()).rows == ROWS


@pytest.mark.parametrize("most", ["utf-8", "cp949"])
def it_refuses_only_the_lines_that_are_in_another_encoding(tmp_path, most):
    other = "cp949" if most == "utf-8" else "utf-8"
    lines = [*TEXT.splitlines(), "case-3,self,박세리", "case-4,self,최하늘"]
    content = b"\n".join(line.encode(other if "case-3" in line else most) for line in lines)
    result, told = done(tmp_path, content, "cases.csv")
    assert (result.made, result.failed) == (3, 1)
    assert codes(told[4]) == [("E-BATCH-MIXED-ENCODING", "cases", 4, "")]


@pytest.mark.parametrize("content", [b"\xff\x00\x81 id\n", "사건\n".encode() + "이름\n가\n나\n다\n".encode("cp949")])
def but_it_refuses_a_file_whose_headings_cannot_be_trusted(content):
    with pytest.raises(FileError, match="E-BATCH-ENCODING"):
        read_csv(content)


def it_names_the_row_of_a_cell_with_line_breaks_and_of_the_one_after(tmp_path):
    text = 'id,reporter.role,own_words[0]\ncase-1,self,"line one\nline two"\ncase-2,nobody,x\n'
    result, told = done(tmp_path, text, "cases.csv")
    assert result.made == 1
    assert codes(told[4]) == [("E-CASE-CHOICE", "cases", 4, "B")]


def it_says_where_a_quotation_mark_is_never_closed():
    with pytest.raises(FileError) as caught:
        read_csv(b'id,victim.name\na,x\nb,"y\nc,z\n')
    assert [(p.code, p.params["row"]) for p in caught.value.problems] == [("E-BATCH-QUOTES", 3)]


def it_takes_the_sheets_of_a_workbook_saved_one_by_one(tmp_path):
    from legalkit.batch import open_source, run
    from tests.batch.samples import SHEETS, job, reported

    for name, rows in SHEETS.items():
        text = "\r\n".join(",".join(row) for row in rows)
        (tmp_path / f"{name}.csv").write_bytes(text.encode("cp949"))
    result = run(open_source(tmp_path), job(tmp_path / "out", filings=("complaint",)))
    assert (result.made, result.exit_status) == (2, 0)
    assert set(reported(tmp_path / "out")) == {2, 3}
