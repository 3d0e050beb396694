"""An XLSX workbook: opened within bounds, its sheets as tables, and what the eye of its author may not have seen."""

import io
import re
import struct
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from legalkit.batch.places import Found, Place, letters
from legalkit.batch.tables import DAYS_1904, MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Table, filled
from legalkit.errors import FileError, Problem

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NEEDED = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]*\.xml|xl/_rels/[^/]*\.rels|xl/worksheets/[^/]*\.xml")

# In the XML of a sheet. Cells and rows without content are only formats: a million of them is a common accident.
_EMPTY = re.compile(rb"<(?:\w+:)?(c|row)\s[^>]*(?:/>|></(?:\w+:)?\1>)")
_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s([^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*)>\s*<(?:\w+:)?f\b[^>]*?(/>|>[^<]*</(?:\w+:)?f>)(\s*<(?:\w+:)?v>[^<])?'
)
_ERROR = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d{1,7})"')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\bmin="(\d{1,5})"')


def read_workbook(content: bytes) -> list[Table]:
    """The sheets of a workbook that hold something.

    Raises:
        FileError: ``E-BATCH-PASSWORD``, ``E-BATCH-OLD-FORMAT`` (.xls), ``E-BATCH-NOT-A-WORKBOOK``, ``E-BATCH-BOMB`` it
            unpacks to more than is allowed, ``E-BATCH-FAR`` something stands far away from everything else.
    """
    members = _unpacked(content)
    try:
        outline = _outline(members)
        for sheet in outline.sheets.values():
            members[sheet] = _EMPTY.sub(b"", _EMPTY.sub(b"", members[sheet]))  # cells, then the rows they leave empty
            _check_extent(members[sheet])
        with CalamineWorkbook.from_filelike(io.BytesIO(_packed(members))) as book:
            hidden = {each.name for each in book.sheets_metadata if each.visible is not SheetVisibleEnum.Visible}
            tables = [
                _table(book.get_sheet_by_name(name), members[sheet], outline.epoch, name in hidden)
                for name, sheet in outline.sheets.items()
            ]
    except (CalamineError, ElementTree.ParseError, KeyError, ValueError) as error:
        raise FileError(Problem("E-BATCH-NOT-A-WORKBOOK", "input")) from error
    return [table for table in tables if table.rows]


def _unpacked(content: bytes) -> dict[str, bytes]:
    """The members that matter, unpacked as far as allowed: a member may be larger than it says."""
    if content.startswith(_OLE):
        code = "E-BATCH-PASSWORD" if _ENCRYPTED in content else "E-BATCH-OLD-FORMAT"
        raise FileError(Problem(code, "input"))
    members: dict[str, bytes] = {}
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                if not _NEEDED.fullmatch(entry.filename):
                    continue
                with archive.open(entry) as member:
                    members[entry.filename] = member.read(left + 1)
                left -= len(members[entry.filename])
                if left < 0 or entry.file_size > MOST_BYTES:
                    raise FileError(Problem("E-BATCH-BOMB", "input", {"megabytes": MOST_BYTES // 2**20}))
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, RuntimeError, ValueError, EOFError) as error:
        raise FileError(Problem("E-BATCH-NOT-A-WORKBOOK", "input")) from error
    return members


def _packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@dataclass(frozen=True)
class _Outline:
    sheets: dict[str, str]
    epoch: int


def _outline(members: dict[str, bytes]) -> _Outline:
    """The member of each sheet by its name, and from when days are counted."""
    book = ElementTree.fromstring(members["xl/workbook.xml"])
    links = ElementTree.fromstring(members["xl/_rels/workbook.xml.rels"])
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    sheets = {}
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        target = targets[next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")]
        member = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if member in members:  # a sheet that is a chart has no cells
            sheets[sheet.attrib["name"]] = member
    settings = book.find("{*}workbookPr")
    old = settings is not None and settings.get("date1904", "") in ("1", "true")
    return _Outline(sheets, DAYS_1904 if old else 0)


def _check_extent(xml: bytes) -> None:
    """Whether the sheet is of a size that can be read: what stands between its first and last cell takes memory."""
    last = max((int(row) for _, row in _CELL.findall(xml)), default=0)
    width = max((_number(column) for column in {column for column, _ in _CELL.findall(xml)}), default=0)
    if last > MOST_ROWS or width > MOST_COLUMNS or last * width > MOST_CELLS:
        raise FileError(Problem("E-BATCH-FAR", "input", {"rows": MOST_ROWS, "columns": MOST_COLUMNS, "row": last}))


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _table(sheet: CalamineSheet, xml: bytes, epoch: int, hidden: bool) -> Table:
    rows = filled(sheet.to_python(skip_empty_area=False))
    found: defaultdict[int, list[Found]] = defaultdict(list)
    for each in (*_merged(sheet), *_unseen(sheet.name, xml)):
        found[each.place.row].append(each)
    if hidden and rows:
        found[rows[0][0]].append(Found(Problem("W-BATCH-HIDDEN-SHEET"), Place(sheet.name)))
    return Table(sheet.name, rows, {row: tuple(each) for row, each in found.items()}, epoch)


def _merged(sheet: CalamineSheet) -> Iterator[Found]:
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in range(top, min(bottom, MOST_ROWS) + 1):
            yield Found(Problem("E-BATCH-MERGED"), Place(sheet.name, row + 1, letters(left)))


def _unseen(name: str, xml: bytes) -> Iterator[Found]:
    """Hidden rows and columns, cells that show an error, formulas."""
    for match in _HIDDEN_ROW.finditer(xml):
        yield Found(Problem("E-BATCH-HIDDEN-ROW"), Place(name, int(match[1])))
    for match in _HIDDEN_COLUMN.finditer(xml):
        yield Found(Problem("W-BATCH-HIDDEN-COLUMN"), Place(name, 1, letters(int(match[1]) - 1)))
    for match in _ERROR.finditer(xml):
        yield Found(Problem("E-BATCH-CELL-ERROR"), Place(name, int(match[2]), match[1].decode()))
    for match in _FORMULA.finditer(xml):
        # without a value it was never calculated; as text its value may be empty by intent
        known = match[5] or b't="str"' in match[1] or b't="e"' in match[1]
        code = "W-BATCH-FORMULA" if known else "E-BATCH-FORMULA"
        yield Found(Problem(code), Place(name, int(match[3]), match[2].decode()))
