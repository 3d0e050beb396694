"""What is handed to the lawyer at the end: ``report.xlsx`` for people, ``report.jsonl`` for programs."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO, StringIO
from itertools import chain, repeat
from typing import Any, TextIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.styles.fonts import DEFAULT_FONT
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from legalkit.batch.job import BOOK, LINES, REPORTS, SEALED, Job
from legalkit.batch.outcome import Outcome, as_data, problem_row
from legalkit.batch.places import Found, height, letters
from legalkit.errors import FileError, Problem
from legalkit.filings import all_filings
from legalkit.language import text
from legalkit.law import filing_rule
from legalkit.vault import disk
from legalkit.vault.packages import OTHERS, encrypt_documents

_CASES = ("case", "row", "status", "files", "missing", "problems")
_PROBLEMS = ("case", "sheet", "row", "column", "field", "code", "mend")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HALF = ".legalkit-report-"


_HEAD = (Font(bold=True), PatternFill("solid", start_color="DDE6F0"), Alignment(wrap_text=True, vertical="top"))
_BODY = "legalkit"
"""The style of all cells below the headings, by its name: openpyxl gives a named one three times as fast."""
_CASES_WIDE = (14, 7, 14, 9, 44, 9, 36)
_PROBLEMS_WIDE = (14, 14, 7, 7, 32, 32, 80)
"""Widths of columns in letters; the last holds for all behind it."""
_TALLEST = 409
"""Points of a row that Excel still opens."""


def _styled(sheet: WriteOnlyWorksheet, value: str | int, style: tuple[Font, PatternFill, Alignment]) -> Any:  # noqa: ANN401 -- openpyxl's stubs know no such cell
    cell = WriteOnlyCell(sheet, value)
    cell.font, cell.fill, cell.alignment = style
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: str | int) -> Any:  # noqa: ANN401 -- as above
    cell = WriteOnlyCell(sheet, harmless(value))
    cell.style = _BODY
    return cell


def harmless(cell: str | int) -> str | int:
    """A cell that no program takes for a formula.

    >>> harmless("=1+1"), harmless(3), harmless("open")
    ("'=1+1", 3, 'open')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell


class Report:
    """The two files while they grow; both take their names at the end.

    Lines go to disk as they come; if they are to be encrypted, they stay in memory until they are.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        half = job.out / f"{_HALF}lines"
        self._lines: TextIO = StringIO() if job.passphrase else half.open("w", encoding="utf-8", newline="\n")
        self._book, self._saved = Workbook(write_only=True), False
        self._book.add_named_style(NamedStyle(_BODY, DEFAULT_FONT, alignment=Alignment(wrap_text=True, vertical="top")))
        titles = [getattr(filing_rule(name).on(job.day).title, job.speech) for name in all_filings()]
        self._cases: Any = self._sheet(
            "cases", [*(text(f"batch.report.{n}", job.speech) for n in _CASES), *titles], _CASES_WIDE
        )
        self._problems: Any = self._sheet(
            "problems", [text(f"batch.report.{n}", job.speech) for n in _PROBLEMS], _PROBLEMS_WIDE
        )
        self._rows = {_CASES: 1, _PROBLEMS: 1}  # a sheet cannot be asked while it is written

    def _sheet(self, name: str, heads: Sequence[str], widths: Sequence[int]) -> WriteOnlyWorksheet:
        sheet: Any = self._book.create_sheet(text(f"batch.report.sheet.{name}", self._job.speech))
        sheet.freeze_panes = "B2"
        wide = [*widths, *[widths[-1]] * (len(heads) - len(widths))]
        for place, width in enumerate(wide):
            sheet.column_dimensions[letters(place)].width = width
        sheet.row_dimensions[1].height = max(map(height, heads, wide))
        sheet.append([_styled(sheet, head, _HEAD) for head in heads])
        made: WriteOnlyWorksheet = sheet
        return made

    def general(self, found: Found) -> None:
        """Adds a problem that belongs to no case."""
        self._lines.write(json.dumps({"case": "", "problems": [as_data(found)]}, ensure_ascii=False) + "\n")
        self._problem(problem_row("", found, self._job.speech))

    def add(self, outcome: Outcome) -> None:
        """Adds a case."""
        self._lines.write(outcome.line + "\n")
        self._row(self._cases, outcome.row, _CASES, _CASES_WIDE)
        for row in outcome.problems:
            self._problem(row)

    def _problem(self, row: Sequence[str | int]) -> None:
        self._row(self._problems, row, _PROBLEMS, _PROBLEMS_WIDE)

    def _row(self, sheet: Any, row: Sequence[str | int], kind: tuple[str, ...], widths: Sequence[int]) -> None:  # noqa: ANN401 -- as above
        """A row as tall as its tallest cell: a reason and how to mend it are sentences, and break into lines."""
        self._rows[kind] += 1
        wide = chain(widths, repeat(widths[-1]))
        tall = max(height(str(cell), width) for cell, width in zip(row, wide, strict=False))
        sheet.row_dimensions[self._rows[kind]].height = min(tall, _TALLEST)
        sheet.append([_cell(sheet, cell) for cell in row])
        del sheet.row_dimensions[self._rows[kind]]  # it is written: ten thousand of them need not be kept

    def close(self) -> None:
        """Puts both files in their places, and takes away what an earlier run with other options left there.

        Raises:
            FileError: ``E-BATCH-REPORT``, there is no room, or it may not be written.
        """
        written = BytesIO()
        self._book.save(written)
        self._saved = True
        files = {BOOK: written.getvalue()}
        if self._job.passphrase and isinstance(self._lines, StringIO):
            files[LINES] = self._lines.getvalue().encode("utf-8")
            files = encrypt_documents(files, self._job.passphrase)
            files[SEALED] = files.pop(OTHERS)
        self._lines.close()
        try:
            for name, content in files.items():
                disk.write(self._job.out / name, content)
        except FileError as error:
            raise FileError(Problem("E-BATCH-REPORT", "out")) from error
        if SEALED not in files:
            (self._job.out / f"{_HALF}lines").replace(self._job.out / LINES)
        for stale in {*REPORTS} - {BOOK, SEALED if SEALED in files else LINES}:
            (self._job.out / stale).unlink(missing_ok=True)

    def drop(self) -> None:
        """Leaves nothing half-written behind."""
        self._lines.close()
        if not self._saved:
            self._book.save(BytesIO())  # what openpyxl has begun it must end
        for half in self._job.out.glob(f"{_HALF}*"):
            half.unlink(missing_ok=True)


@contextmanager
def reporting(job: Job) -> Iterator[Report]:
    """A report that is there in the end, or not at all.

    Raises:
        FileError: ``E-BATCH-REPORT``, it cannot be written; the packages that were made stay.
    """
    try:
        report = Report(job)
        try:
            yield report
            report.close()
        finally:
            report.drop()
    except OSError as error:
        raise FileError(Problem("E-BATCH-REPORT", "out")) from error
