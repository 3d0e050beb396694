"""A CSV file: which encoding each of its lines is in, and its rows as a table."""

import csv
import io
from collections import defaultdict

from legalkit.batch.places import Found, Place
from legalkit.batch.tables import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Table, is_empty
from legalkit.case.text import has_hangul
from legalkit.errors import FileError, Problem

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LONGEST_CELL = 1_000_000


def read_csv(content: bytes, name: str = "cases") -> Table:
    """The rows of a CSV file: commas, semicolons or tabs; UTF-8, UTF-16 with its mark, or CP949.

    A line in another encoding than most is named and its row refused, whatever it seems to say.

    Raises:
        FileError: ``E-BATCH-ENCODING`` no known encoding fits; ``E-BATCH-QUOTES`` a quotation mark is never closed;
            ``E-BATCH-FAR`` more rows or columns than allowed.
    """
    text, strange = _text(content)
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",\t;", key=first.count), strict=True)
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[tuple[int, list[object]]] = []
    found: defaultdict[int, list[Found]] = defaultdict(list)
    last = 0
    try:
        for cells in reader:
            begin, last = last + 1, reader.line_num
            if not all(map(is_empty, cells)):
                rows.append((begin, list(cells)))
            for line in strange & set(range(begin, last + 1)):
                found[begin].append(Found(Problem("E-BATCH-MIXED-ENCODING"), Place(name, line)))
    except csv.Error as error:
        raise FileError(Problem("E-BATCH-QUOTES", "input", {"row": last + 1})) from error
    if len(rows) > MOST_ROWS or any(len(cells) > MOST_COLUMNS for _, cells in rows):
        raise FileError(Problem("E-BATCH-FAR", "input", {"rows": MOST_ROWS, "columns": MOST_COLUMNS, "row": last}))
    return Table(name, rows, {row: tuple(each) for row, each in found.items()})


def _text(content: bytes) -> tuple[str, set[int]]:
    """The text, and the numbers of lines that are in another encoding than the rest."""
    if len(content) > MOST_BYTES:
        raise FileError(Problem("E-FILE-TOO-LARGE", "input", {"allowed": MOST_BYTES, "megabytes": MOST_BYTES // 2**20}))
    for mark, encoding in _BOMS:
        if content.startswith(mark) and (text := _decoded(content, encoding)) is not None:
            return text, set()
    whole = _decoded(content, "utf-8")
    return (whole, set()) if whole is not None else _by_lines(content)


def _by_lines(content: bytes) -> tuple[str, set[int]]:
    """No file that is UTF-8 from end to end: CP949, unless lines of Korean in UTF-8 stand among them."""
    lines = content.removeprefix(_BOMS[0][0]).splitlines(keepends=True)
    new = {n for n, line in enumerate(lines, start=1) if has_hangul(_decoded(line, "utf-8") or "")}
    old = {n for n, line in enumerate(lines, start=1) if not line.isascii()} - new
    encoding, strange = ("cp949", new) if len(old) >= len(new) else ("utf-8", old)
    unreadable = {n for n in old | new if n not in strange and _decoded(lines[n - 1], encoding) is None}
    if 1 in strange | unreadable or len(unreadable) == len(old):
        raise FileError(Problem("E-BATCH-ENCODING", "input"))
    return "".join(line.decode(encoding, errors="replace") for line in lines), strange | unreadable


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
