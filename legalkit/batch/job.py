"""What is to be done with every case of an input, and the folder it goes to."""

import hashlib
import json
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from legalkit.docx import Language
from legalkit.errors import FileError, InputError, Problem
from legalkit.language import Language as Speech
from legalkit.package import ALL_LANGUAGES
from legalkit.vault import disk
from legalkit.vault.passphrase import Passphrase

_NOTE = ".legalkit-batch.json"
_HALF_MADE = ".legalkit-*"
_MOST_NOTE_BYTES = 10_000
BOOK, LINES, SEALED = "report.xlsx", "report.jsonl", "report.zip"
"""The report for people and for programs; encrypted, the second lies in a ZIP."""
REPORTS = (BOOK, LINES, SEALED)


@dataclass(frozen=True)
class Job:
    """What to make of each case, and where.

    Attributes:
        out: folder of all packages and of the report; on many machines, the same for all.
        day: day of filing.
        languages: of the documents.
        filings: ids; empty for those each case chose, else all open ones.
        zipped: one ZIP a case instead of a folder.
        pdf: a PDF beside each Word file.
        passphrase: encrypts every file.
        speech: language of the report.
    """

    out: Path
    day: date
    languages: tuple[Language, ...] = ALL_LANGUAGES
    filings: tuple[str, ...] = ()
    zipped: bool = False
    pdf: bool = False
    passphrase: Passphrase | None = None
    speech: Speech = "ko"

    def target(self, case_id: str) -> Path:
        """Where the package of a case goes. It is there whole or not at all."""
        return self.out / (f"{case_id}.zip" if self.zipped else case_id)

    def _mark(self, digest: str) -> str:
        told = [digest, *self.languages, "/", *self.filings, "/", self.zipped, self.pdf, bool(self.passphrase)]
        return hashlib.sha256(json.dumps(told).encode("utf-8")).hexdigest()


def begun(job: Job, digest: str, *, resume: bool, only_check: bool = False) -> Job:
    """Makes the folder ready and notes there what is being done, or takes up what was begun.

    Args:
        job: what to do.
        digest: of the input.
        resume: go on with what the folder holds.
        only_check: nothing will be made, so nothing is noted: the table may be mended and checked again.

    Returns:
        The job; resumed, with the day it was begun for, so that the packages are those of one undisturbed run.

    Raises:
        FileError: ``E-FILE-EXISTS``, ``E-BATCH-RESUME`` the folder holds a batch that was begun before,
            ``E-FILE-DENIED`` and others: it cannot be written; ``E-BATCH-REPORT-LOCKED`` the report of the last time is
            open in a program.
        InputError: ``E-BATCH-RESUME-OTHER`` the input or an option is not what it was, ``E-BATCH-RESUME-NOTHING``.
    """
    note = job.out / _NOTE
    if resume:
        job = _resumed(job, note, digest)
        _sweep(job.out)
    elif note.exists():
        raise FileError(Problem("E-BATCH-RESUME", "out"))
    elif job.out.exists() and not (job.out.is_dir() and {each.name for each in job.out.iterdir()} <= {*REPORTS}):
        raise FileError(Problem("E-FILE-EXISTS", "out"))
    try:
        job.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(Problem("E-FILE-DENIED", "out")) from error
    if not only_check:
        disk.write(note, json.dumps({"mark": job._mark(digest), "day": job.day.isoformat()}).encode("utf-8"))
    _check_reports(job.out)
    return job


def _resumed(job: Job, note: Path, digest: str) -> Job:
    if not note.exists():
        raise InputError(Problem("E-BATCH-RESUME-NOTHING", "out"))
    noted = json.loads(disk.read(note, _MOST_NOTE_BYTES))
    if noted["mark"] != job._mark(digest):
        raise InputError(Problem("E-BATCH-RESUME-OTHER", "out"))
    return replace(job, day=date.fromisoformat(noted["day"]))


def ended(job: Job) -> None:
    """Removes what a worker that died left behind, and forces the names of the packages to disk.

    Raises:
        FileError: ``E-FILE-NOT-WRITTEN``, the disk refused.
    """
    _sweep(job.out)
    try:
        disk.settle_folder(job.out)
    except OSError as error:
        raise FileError(Problem("E-FILE-NOT-WRITTEN", "out")) from error


def _sweep(out: Path) -> None:
    for left in out.glob(_HALF_MADE):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        elif left.name != _NOTE:
            left.unlink(missing_ok=True)


def _check_reports(out: Path) -> None:
    """A report that a program holds open could not be replaced; better to say so before an hour of work."""
    for name in REPORTS:
        if (out / name).exists():
            try:
                with (out / name).open("r+b"):
                    pass
            except OSError as error:
                raise FileError(Problem("E-BATCH-REPORT-LOCKED", "out")) from error
