"""What is handed to the lawyer at the end: ``report.xlsx`` for people, ``report.jsonl`` for programs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format

from legalkit.batch.job import BOOK, LINES, REPORTS, SEALED, Job
from legalkit.batch.outcome import Outcome, general_line, problem_row
from legalkit.batch.places import Found, height
from legalkit.errors import FileError, Problem
from legalkit.filings import all_filings
from legalkit.language import text
from legalkit.law import filing_rule
from legalkit.package import aside
from legalkit.vault import disk
from legalkit.vault.passphrase import Passphrase

_CASES = ("case", "row", "status", "files", "missing", "problems")
_PROBLEMS = ("case", "sheet", "row", "column", "field", "code", "mend")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BODY = {"text_wrap": True, "valign": "top", "align": "left"}
_HEAD = {**_BODY, "bold": True, "bg_color": "#DDE6F0"}
_CASES_WIDE = (14, 7, 14, 9, 44, 9, 36)
_PROBLEMS_WIDE = (14, 14, 7, 7, 32, 32, 80)
"""Widths of columns in letters; the last holds for all behind it."""
_TALLEST = 409
"""Points of a row that Excel still opens."""
_PRINTABLE = 250
"""Letters that are still read when they stand side by side on a page."""


def harmless(cell: str) -> str:
    """A cell that no program takes for a formula.

    >>> harmless("=1+1"), harmless("open")
    ("'=1+1", 'open')
    """
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell


class _Sheet:
    """A sheet that grows row by row; a row that is written is not kept."""

    def __init__(self, book: Workbook, name: str, heads: Sequence[str], widths: Sequence[int]) -> None:
        self._sheet = book.add_worksheet(name)
        self._sheet.freeze_panes(1, 1)
        self._body = book.add_format(_BODY)
        self._widths = [*widths, *[widths[-1]] * (len(heads) - len(widths))]
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, width)
        self._sheet.set_landscape()
        self._sheet.repeat_rows(0)
        if sum(self._widths) <= _PRINTABLE:
            self._sheet.fit_to_pages(1, 0)
        self._rows = 0
        self._write(heads, book.add_format(_HEAD))

    def add(self, row: Sequence[str | int]) -> None:
        """Adds a row."""
        self._write(row, self._body)

    def _write(self, row: Sequence[str | int], style: Format) -> None:
        """As tall as its tallest cell: a reason and how to mend it are sentences, and break into lines."""
        tall = max(height(str(cell), width) for cell, width in zip(row, self._widths, strict=False))
        self._sheet.set_row(self._rows, min(tall, _TALLEST))
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                self._sheet.write_number(self._rows, place, cell, style)
            else:
                self._sheet.write_string(self._rows, place, harmless(cell), style)
        for kept in (self._sheet.row_info, self._sheet.row_sizes):
            kept.pop(self._rows - 1, None)  # that row is written: ten thousand of them need not be kept
        self._rows += 1


class Report:
    """The two files while they grow; both take their names at the end.

    Lines go to disk as they come; if they are to be encrypted, they stay in memory until they are.

    Args:
        job: what is reported of.
        place: a folder for what is not whole yet.
    """

    def __init__(self, job: Job, place: Path) -> None:
        self._job, self._half = job, place / LINES
        self._lines: BinaryIO = BytesIO() if job.passphrase else self._half.open("wb")
        self._whole = BytesIO()
        self._book = Workbook(self._whole, {"constant_memory": True, "tmpdir": str(place)})
        self._book.set_properties({"created": datetime.combine(job.day, time())})
        titles = [getattr(filing_rule(name).on(job.day).title, job.speech) for name in all_filings()]
        self._cases = self._sheet("cases", _CASES, titles, _CASES_WIDE)
        self._problems = self._sheet("problems", _PROBLEMS, (), _PROBLEMS_WIDE)

    def _sheet(self, name: str, heads: Sequence[str], titles: Sequence[str], widths: Sequence[int]) -> _Sheet:
        said = [text(f"batch.report.{head}", self._job.speech) for head in heads]
        return _Sheet(self._book, text(f"batch.report.sheet.{name}", self._job.speech), [*said, *titles], widths)

    def general(self, found: Found) -> None:
        """Adds a problem that belongs to no case."""
        self._lines.write(general_line(found))
        self._problems.add(problem_row("", found, self._job.speech))

    def add(self, outcome: Outcome) -> None:
        """Adds a case."""
        self._lines.write(outcome.line)
        self._cases.add(outcome.row)
        for row in outcome.problems:
            self._problems.add(row)

    def close(self) -> None:
        """Puts both files in their places, and takes away what an earlier run with other options left there.

        Raises:
            FileError: ``E-BATCH-REPORT``, there is no room, or it may not be written.
        """
        self._book.close()
        files = {BOOK: self._whole.getvalue()}
        if self._job.passphrase and isinstance(self._lines, BytesIO):
            files = _sealed({**files, LINES: self._lines.getvalue()}, self._job.passphrase)
        self._lines.close()
        try:
            for name, content in files.items():
                disk.write(self._job.out / name, content)
        except FileError as error:
            raise FileError(Problem("E-BATCH-REPORT", "out")) from error
        if SEALED not in files:
            self._half.replace(self._job.out / LINES)
        for stale in {*REPORTS} - {BOOK, SEALED if SEALED in files else LINES}:
            (self._job.out / stale).unlink(missing_ok=True)

    def drop(self) -> None:
        """Lets go of what is half-written, so that it can be removed."""
        self._lines.close()
        if not self._book.fileclosed:
            with suppress(FileCreateError):
                self._book.close()


def _sealed(files: dict[str, bytes], passphrase: Passphrase) -> dict[str, bytes]:
    from legalkit.vault.packages import OTHERS, encrypt_documents  # ciphers, which every process would load

    sealed = encrypt_documents(files, passphrase)
    return {BOOK: sealed[BOOK], SEALED: sealed[OTHERS]}


@contextmanager
def reporting(job: Job) -> Iterator[Report]:
    """A report that is there in the end, or not at all.

    Raises:
        FileError: ``E-BATCH-REPORT``, it cannot be written; the packages that were made stay.
    """
    try:
        with aside(job.out) as place:
            report = Report(job, place)
            try:
                yield report
                report.close()
            finally:
                report.drop()
    except (OSError, FileCreateError) as error:
        raise FileError(Problem("E-BATCH-REPORT", "out")) from error
