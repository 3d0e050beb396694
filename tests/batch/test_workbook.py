"""What Excel and people do to workbooks: each is named with its place, and nothing is lost."""

import datetime
import io
import random
import re
import zipfile
import zlib

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from legalkit.batch import workbook as room
from legalkit.batch.assembling import assembled
from legalkit.batch.workbook import read_workbook
from legalkit.errors import FileError
from tests.batch import samples
from tests.batch.samples import cases, codes, done, saved, sheet_of


def _rewritten(content: bytes, member: str, change) -> bytes:
    """The workbook with one member changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == member else data)
    return out.getvalue()


_SHEET = "xl/worksheets/sheet1.xml"


def _refused(content: bytes) -> list[str]:
    with pytest.raises(FileError) as caught:
        read_workbook(content)
    return [problem.code for problem in caught.value.problems]


def it_reads_the_sheets_whatever_their_order(tmp_path):
    book = samples.workbook(dict(reversed(samples.SHEETS.items())))
    result, told = done(tmp_path, book, filings=("complaint",))
    assert (result.made, result.failed, result.exit_status) == (2, 0, 0)
    assert {"1-hand-in/01-complaint-ko.docx", "2-confidential/02-confidential_sheet-ko.docx"} <= {*told[2]["files"]}


def it_refuses_a_row_that_is_part_of_merged_cells_and_makes_the_others(tmp_path):
    book = cases(["a", "self", "김하나"], ["b", "self", None], ["c", "self", "박세리"])
    sheet_of(book).merge_cells("C2:C3")
    result, told = done(tmp_path, book)
    assert (result.made, result.failed, result.exit_status) == (1, 2, 3)
    assert codes(told[2]) == [("E-BATCH-MERGED", "cases", 2, "C")]
    assert codes(told[3]) == [("E-BATCH-MERGED", "cases", 3, "C")]


def it_refuses_a_hidden_row(tmp_path):
    book = cases(["a", "self", "김하나"], ["b", "self", "이두리"])
    sheet_of(book).row_dimensions[3].hidden = True
    result, told = done(tmp_path, book)
    assert (result.made, result.failed) == (1, 1)
    assert codes(told[3]) == [("E-BATCH-HIDDEN-ROW", "cases", 3, "")]


def it_says_that_a_column_or_a_sheet_is_hidden_and_reads_it(tmp_path):
    book = samples.workbook()
    book["cases"].column_dimensions["C"].hidden = True
    book["incidents"].sheet_state = "hidden"
    result, told = done(tmp_path, book)
    assert (result.made, result.exit_status) == (2, 0)
    assert codes(told[0]) == [
        ("W-BATCH-HIDDEN-COLUMN", "cases", 1, "C"), ("W-BATCH-HIDDEN-SHEET", "incidents", 0, "")
    ]  # fmt: skip


def it_uses_the_value_of_a_formula_and_says_so(tmp_path):
    def calculated(xml: bytes) -> bytes:
        return re.sub(
            rb'<c r="C2"[^>]*><f>[^<]*</f><v ?/?>(</v>)?</c>', b'<c r="C2" t="str"><f>"x"</f><v>KIM</v></c>', xml
        )

    content = _rewritten(saved(cases(["a", "self", '="x"'])), _SHEET, calculated)
    result, told = done(tmp_path, content)
    assert result.made == 1
    assert codes(told[2]) == [("W-BATCH-FORMULA", "cases", 2, "C")]


def but_it_refuses_a_formula_without_a_value(tmp_path):
    result, told = done(tmp_path, cases(["a", "self", "=1+1"]))
    assert result.exit_status == 2
    assert codes(told[2]) == [("E-BATCH-FORMULA", "cases", 2, "C")]


def it_refuses_a_cell_that_shows_an_error(tmp_path):
    book = cases(["a", "self", "#REF!"])
    sheet_of(book)["C2"].data_type = "e"
    _, told = done(tmp_path, book)
    assert codes(told[2]) == [("E-BATCH-CELL-ERROR", "cases", 2, "C")]


def it_reads_dates_in_every_way_a_workbook_has_them(tmp_path):
    heads = ("id", "reporter.role", "victim.birth")
    days = [datetime.date(1995, 6, 2), 34852, "1995. 6. 2.", "19950602", "1995년 6월 2일", 1995, "95.6.2"]
    book = cases(*([f"c-{n}", "self", day] for n, day in enumerate(days)), heads=heads)
    result, told = done(tmp_path, book)
    assert result.made == 6
    assert codes(told[3]) == [("W-BATCH-SERIAL-DATE", "cases", 3, "C")]
    assert codes(told[8]) == [("E-CASE-DATE", "cases", 8, "C")]


@pytest.mark.parametrize("old", [False, True], ids=["from 1900", "from 1904"])
def it_counts_bare_days_as_the_workbook_does(tmp_path, old):
    book = cases(["a", "self", 34852], heads=("id", "reporter.role", "victim.birth"))
    if old:
        book.epoch = datetime.datetime(1904, 1, 1)
    (table,) = read_workbook(saved(book))
    assert table.epoch == (1462 if old else 0)


def it_puts_back_the_zero_of_a_phone_number_and_says_so(tmp_path):
    book = cases(["a", "self", 1012345678], heads=("id", "reporter.role", "victim.phone"))
    result, told = done(tmp_path, book)
    assert (result.made, codes(told[2])) == (1, [("W-BATCH-PHONE-ZERO", "cases", 2, "C")])


def it_is_not_stopped_by_a_million_empty_rows(tmp_path):
    def many(xml: bytes) -> bytes:
        rows = b"".join(b'<row r="%d" s="1" customFormat="1"/>' % n for n in range(3, 1_048_577, 2))
        cells = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(1_000_000, 1_002_000))
        return xml.replace(b"</sheetData>", rows + cells + b"</sheetData>")

    content = _rewritten(saved(cases(["a", "self", "김하나"])), _SHEET, many)
    result, _ = done(tmp_path, content)
    assert (result.made, result.failed) == (1, 0)


def but_it_refuses_a_sheet_with_something_in_its_last_row():
    book = cases(["a", "self", "김하나"])
    sheet_of(book)["XFD1048576"] = "x"
    assert _refused(saved(book)) == ["E-BATCH-FAR"]


def it_names_the_cell_of_a_control_character(tmp_path):
    """As Excel keeps one that was pasted: it writes its number between underscores."""
    content = _rewritten(saved(cases(["a", "self", "MARK"])), _SHEET, lambda xml: xml.replace(b"MARK", b"a_x0001_b"))
    result, told = done(tmp_path, content)
    assert result.made == 0
    assert codes(told[2]) == [("E-CASE-CONTROL", "cases", 2, "C")]


def it_does_not_unpack_a_zip_bomb(monkeypatch):
    monkeypatch.setattr(room, "MOST_BYTES", 1_000_000)
    content = _rewritten(saved(cases()), _SHEET, lambda xml: xml + b" " * 5_000_000)
    assert len(content) < 20_000
    assert _refused(content) == ["E-BATCH-BOMB"]


def and_it_does_not_believe_what_a_bomb_says_of_its_size(monkeypatch):
    monkeypatch.setattr(room, "MOST_BYTES", 1_000_000)
    content = _rewritten(saved(cases()), _SHEET, lambda xml: xml + b" " * 5_000_000)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        true = archive.getinfo(_SHEET).file_size
    lying = content.replace(true.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != content
    assert _refused(lying)[0] in {"E-BATCH-BOMB", "E-BATCH-NOT-A-WORKBOOK"}


def it_says_that_a_workbook_is_protected_by_a_password():
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(saved(cases(["a", "self", "김하나"])))).encrypt("secret words", out)
    assert _refused(out.getvalue()) == ["E-BATCH-PASSWORD"]


def it_says_that_the_old_format_is_not_read():
    assert _refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == ["E-BATCH-OLD-FORMAT"]


@pytest.mark.parametrize(
    "content", [b"", b"no workbook", saved(cases(["a", "self", "x"]))[:-400], zlib.compress(b"x")], ids=range(4)
)
def it_refuses_what_is_no_workbook(content):
    assert _refused(content) == ["E-BATCH-NOT-A-WORKBOOK"]


def it_reads_or_refuses_a_workbook_with_any_part_spoilt():
    """Bytes changed, cut out, doubled; members gone: never another error than one of ours."""
    whole = saved(samples.workbook())
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    told = set()
    for seed in range(400):
        spoilt = _spoilt(members, random.Random(seed))
        try:
            assembled(read_workbook(spoilt))
        except FileError as error:
            told.add(error.problems[0].code)
    assert {"E-BATCH-NOT-A-WORKBOOK", "E-BATCH-NO-CASES"} <= told


def _spoilt(members: dict[str, bytes], chance: random.Random) -> bytes:
    changed = {name: bytearray(content) for name, content in members.items()}
    for name in chance.choices([*changed], k=chance.randint(1, 3)):
        content, at = changed[name], chance.randrange(len(changed[name]))
        kind = chance.randrange(3)
        if kind == 0:
            content[at] = chance.randrange(256)
        elif kind == 1:
            del content[at : at + chance.randint(1, 40)]
        else:
            content[at:at] = bytes(chance.choices(b'0123456789<>"/=&;\x00', k=chance.randint(1, 6)))
    if chance.random() < 0.2:
        del changed[chance.choice([*changed])]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in changed.items():
            archive.writestr(name, bytes(content))
    return out.getvalue()


@pytest.mark.parametrize("member", [_SHEET, "xl/workbook.xml"])
def it_refuses_a_workbook_that_is_broken_inside(member):
    assert _refused(_rewritten(saved(cases(["a", "self", "x"])), member, lambda xml: xml[: len(xml) // 2])) == [
        "E-BATCH-NOT-A-WORKBOOK"
    ]
