"""Tables of invented cases, as people hand them over."""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from legalkit.batch import Job, Result, open_source, run
from legalkit.docx import Language

DAY = date(2026, 11, 22)
A_PIXEL = 0.75
"""Points: heights of rows are whole pixels."""
SHEETS = {
    "cases": [
        ["id", "reporter.role", "victim.name", "victim.phone", "victim.birth"],
        ["case-1", "self", "김하나", "010-0000-0001", "1995-06-02"],
        ["case-2", "self", "이두리", "010-0000-0002", "1996-07-03"],
    ],
    "incidents": [
        ["case", "incidents[].act", "incidents[].actor", "incidents[].when", "room"],
        ["case-1", "spread", "boss", "2026-03-14", "room-1"],
        ["case-2", "spread", "boss", "2026-03-15", "room-1"],
    ],
    "accused": [["case", "accused[].id", "accused[].name"], ["", "boss", "unknown"]],
    "rooms": [["room", "rooms[].online.medium", "rooms[].online.room"], ["room-1", "telegram", "그 방"]],
}


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]] = SHEETS) -> Workbook:
    """A workbook of these sheets, in this order."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def cases(*rows: Sequence[object], heads: Sequence[str] = ("id", "reporter.role", "victim.name")) -> Workbook:
    """A workbook of cases alone."""
    return workbook({"cases": [list(heads), *rows]})


def sheet_of(book: Workbook) -> Worksheet:
    """Its first sheet."""
    return book.worksheets[0]


def saved(book: Workbook) -> bytes:
    """The workbook as a file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(folder: Path, content: Workbook | bytes | str, name: str = "cases.xlsx") -> Path:
    """The content as a file."""
    path = folder / name
    if isinstance(content, Workbook):
        content = saved(content)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def lines(count: int, **more: object) -> str:
    """Cases as a file of lines."""
    return "".join(json.dumps(case(n, **more), ensure_ascii=False) + "\n" for n in range(count))


def case(number: int, **more: object) -> dict[str, object]:
    """One case as a case file holds it."""
    act = {"id": "i", "act": "spread", "actor": "a", "when": "2026-03-14"}
    return {
        "id": f"case-{number}", "reporter": {"role": "self"}, "victim": {"name": f"김하나{number}"},
        "accused": [{"id": "a", "name": "unknown"}], "incidents": [act], **more,
    }  # fmt: skip


def job(out: Path, **more: Any) -> Job:
    """A small job: what everybody gets, in Korean."""
    return Job(out, DAY, (Language.KO,), **{"filings": ("next_steps",), "speech": "en", **more})


def done(folder: Path, content: Workbook | bytes | str, name: str = "cases.xlsx", **more: Any) -> tuple[Result, Any]:
    """Runs a batch over the content; its result, and what the report says of each case by its row or line."""
    out = folder / "out"
    result = run(open_source(put(folder, content, name)), job(out, **more))
    return result, reported(out)


def reported(out: Path) -> dict[int, Any]:
    """The lines of the report, by row of the case; what belongs to no case under 0."""
    told: dict[int, Any] = {}
    for line in (out / "report.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        told.setdefault(entry["place"]["row"] if entry["case"] or "place" in entry else 0, []).append(entry)
    return {row: entries[0] if row else [p for e in entries for p in e["problems"]] for row, entries in told.items()}


def codes(entry: Any) -> list[tuple[str, str, int, str]]:
    """Code, sheet, row and column of each problem."""
    problems = entry if isinstance(entry, list) else entry["problems"]
    return [(p["code"], p["sheet"], p["row"], p["column"]) for p in problems]


def documents(out: Path) -> dict[str, bytes]:
    """Every file of the packages."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.parent != out
    }
