"""``legalkit batch``: from a table of cases to their packages; ``legalkit merge``: a package as one PDF to print.

The room is imported when it is needed: every other command starts without it.
"""

import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalkit.cli._generate import ENCRYPT
from legalkit.cli._options import AS_OF, PASSPHRASE, ask_passphrase, day_of
from legalkit.cli._say import language, say
from legalkit.docx import Language
from legalkit.errors import FileError, InputError, Problem, ToolError
from legalkit.filings import Folder
from legalkit.language import problem_text, text
from legalkit.package import ALL_LANGUAGES
from legalkit.vault import disk

_MOST_MERGED_BYTES = 256 * 1024 * 1024
_SECONDS_BETWEEN = 0.5
_LANGUAGE = click.Choice([each.value for each in Language])
_FOLDER = click.Choice([each.value for each in Folder])

if TYPE_CHECKING:
    from legalkit.batch import Progress
    from legalkit.batch.executors import Open


@click.command()
@click.argument("table", required=False, type=click.Path(path_type=Path))
@click.option("--new", type=click.Path(path_type=Path), help="빈 표를 만듦(.xlsx) / write an empty workbook")
@click.option("--out", type=click.Path(path_type=Path), help="꾸러미를 쓸 폴더 / folder of the packages")
@click.option("--language", "languages", multiple=True, type=_LANGUAGE, help="여러 번 / may be repeated")
@click.option("--filing", "filings", multiple=True, metavar="ID", help="여러 번 가능 / repeatable")
@AS_OF
@click.option("--zip", "zip_", is_flag=True, help="사건마다 ZIP 하나 / one ZIP a case")
@click.option("--pdf", is_flag=True, help="PDF도 함께 / PDF files too (LibreOffice)")
@ENCRYPT
@PASSPHRASE
@click.option("--check", is_flag=True, help="검사만 / check only, make nothing")
@click.option("--resume", is_flag=True, help="멈춘 곳부터 / go on where it stopped")
@click.option("--executor", type=click.Choice(["processes", "dask"]), default="processes", show_default=True)
@click.option("--scheduler", metavar="ADDRESS", help="dask 스케줄러 주소 / address of the dask scheduler")
@click.option("--workers", type=click.IntRange(min=1), help="프로세스 수 / number of processes")
def batch(
    table: Path | None,
    new: Path | None,
    out: Path | None,
    languages: tuple[str, ...],
    filings: tuple[str, ...],
    as_of: datetime | None,
    zip_: bool,
    pdf: bool,
    encrypt: bool,
    passphrase_stdin: bool,
    check: bool,
    resume: bool,
    executor: str,
    scheduler: str | None,
    workers: int | None,
) -> int:
    """표에 적힌 여러 사건의 서류를 한꺼번에 만듭니다 / Make the packages of a whole table of cases."""
    from legalkit.batch import Job, open_source, run

    if new:
        return _write_new(new)
    if table is None or out is None:
        raise click.UsageError("INPUT --out DIR, --new FILE.xlsx")
    secret = ask_passphrase(from_stdin=passphrase_stdin, confirm=encrypt) if encrypt or passphrase_stdin else None
    if secret and executor == "dask":
        raise InputError(Problem("E-BATCH-CLUSTER-SECRET"))
    chosen = tuple(Language(each) for each in languages) or ALL_LANGUAGES
    job = Job(out.resolve(), day_of(as_of), chosen, filings, zip_, pdf, secret if encrypt else None, language())
    opened = _executor(executor, scheduler, workers)
    source = open_source(table, secret if table.is_dir() else None)
    try:
        result = run(source, job, opened, resume=resume, only_check=check, progress=_progress())
    except ToolError as error:  # LibreOffice is not here: nothing could start
        raise InputError(error.problems) from error
    for found in result.general:
        click.echo(f"{found.problem.code}: {problem_text(found.problem, language())}", err=True)
    say("batch.checked" if check else "batch.made", made=result.made, failed=result.failed, where=str(out))
    return result.exit_status


def _write_new(path: Path) -> int:
    from legalkit.batch import new_workbook

    if path.exists():
        raise FileError(Problem("E-FILE-EXISTS", "out"))
    disk.write(path, new_workbook(language()))
    say("batch.new", where=str(path))
    return 0


def _executor(name: str, scheduler: str | None, workers: int | None) -> "Open":
    from legalkit.batch import here, on_dask, processes

    if name == "dask":
        if not scheduler:
            raise InputError(Problem("E-BATCH-SCHEDULER"))
        return on_dask(scheduler)
    return processes(workers) if (workers or os.cpu_count() or 1) > 1 else here


def _progress() -> "Progress":
    """Tells on standard error how far it is, how fast, and how long it may still take."""
    begun: dict[str, float] = {}
    told = [time.monotonic()]  # when something was last told; a stage begins where the one before ended

    def tell(stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        start = begun.setdefault(stage, told[0])
        if not total or (now - told[0] < _SECONDS_BETWEEN and done < total):
            return
        told[0] = now
        rate = done / (now - start) if now > start else 0.0
        left = round((total - done) / rate) if rate else 0
        words = text(f"batch.progress.{stage}", language(), done=done, total=total, rate=f"{rate:.1f}", left=left)
        click.echo(("\r" if sys.stderr.isatty() else "") + words, err=True, nl=done >= total or not sys.stderr.isatty())

    return tell


@click.command()
@click.argument("package", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="PDF 파일 / the PDF file")
@click.option("--language", "language_", type=_LANGUAGE, default="ko", show_default=True)
@click.option("--folder", type=_FOLDER, default=Folder.HAND_IN.value, show_default=True)
def merge(package: Path, out: Path, language_: str, folder: str) -> None:
    """꾸러미의 한 폴더를 인쇄할 PDF 하나로 / One folder of a package as one PDF to print, with bookmarks."""
    from legalkit.docx.merge import merge as merged

    if out.exists():
        raise FileError(Problem("E-FILE-EXISTS", "out"))
    papers = sorted((package / folder).glob(f"*-{language_}.docx"))
    if not papers:
        raise FileError(Problem("E-BATCH-NO-PAPERS"))
    pdfs = [paper.with_suffix(".pdf") for paper in papers]
    made = _missing([paper for paper, pdf in zip(papers, pdfs, strict=True) if not pdf.is_file()])
    contents = [made.get(pdf) or disk.read(pdf, _MOST_MERGED_BYTES) for pdf in pdfs]
    disk.write(out, merged(contents))
    say("batch.merged", count=len(contents), where=str(out))


def _missing(papers: list[Path]) -> dict[Path, bytes]:
    """The papers that have no PDF yet, as PDF."""
    from legalkit.docx.many_pdf import to_pdfs

    found = to_pdfs({paper.name: disk.read(paper, _MOST_MERGED_BYTES) for paper in papers})
    problems = [each for each in found.values() if isinstance(each, Problem)]
    if problems:
        raise ToolError(problems)
    return {paper.with_suffix(".pdf"): pdf for paper in papers if isinstance(pdf := found[paper.name], bytes)}
