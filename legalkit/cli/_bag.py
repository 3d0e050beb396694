"""``legalkit evidence bag``: what goes with the originals, in a folder or ZIP file that proves itself whole."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from legalkit.case import Case, said_yes
from legalkit.cli._custody import CUSTODY, opened_log, sheet
from legalkit.cli._options import AS_OF, CASE, PASSPHRASE, day_of, open_case
from legalkit.cli._say import language, say
from legalkit.docx import Language
from legalkit.errors import FileError, Problem
from legalkit.evidence import bag, broken, naming_people, read_bag, write_bag, zipped
from legalkit.evidence.bag import Files
from legalkit.evidence.custody import Log, check
from legalkit.filings import open_filings
from legalkit.language import text
from legalkit.package import ALL_LANGUAGES, generate
from legalkit.vault import disk

_IN_THE_BAG = ("evidence_index", "sealed_submission_request")


@click.command("bag")
@CASE
@click.option("--out", required=True, type=click.Path(path_type=Path), help="새 폴더 또는 .zip / new folder or .zip")
@CUSTODY
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice([each.value for each in Language]),
    help="여러 번 / may be repeated",
)
@AS_OF
@PASSPHRASE
def bag_(
    case: Path,
    out: Path,
    custody: Path | None,
    languages: tuple[str, ...],
    as_of: datetime | None,
    passphrase_stdin: bool,
) -> None:
    """증거목록과 해시값의 BagIt 꾸러미, 원본은 넣지 않음 / A BagIt bag of the index, no original in it."""
    opened, day = open_case(case, from_stdin=passphrase_stdin), day_of(as_of)
    log = opened_log(custody)
    problems = check(log, opened)
    if problems:
        raise FileError(problems)
    _warn_of_names(opened)
    chosen = [Language(each) for each in languages] or list(ALL_LANGUAGES)
    files = bag(opened, {**_documents(opened, day, chosen), **_sheets(opened, log, day, chosen)}, log, made_on=day)
    _put(files, out, opened.id)
    say("evidence.bagged", count=len(files), where=str(out))


def _documents(case: Case, day: date, languages: Sequence[Language]) -> dict[str, bytes]:
    """The index and what goes with it, as in the package, under names without their places in it."""
    wanted = [filing.id for filing in open_filings(case, day) if filing.id in _IN_THE_BAG] or ["evidence_index"]
    made = generate(case, day, languages, wanted)
    names = {path: path.rpartition("/")[2].partition("-")[2] for path in made.files}
    return {names[path]: content for path, content in made.files.items() if names[path].startswith(_IN_THE_BAG)}


def _sheets(case: Case, log: Log, day: date, languages: Sequence[Language]) -> dict[str, bytes]:
    """The log on paper, if anything was logged."""
    return {f"custody_sheet-{each}.docx": sheet(case, log, day, each) for each in languages if log.entries}


def _warn_of_names(case: Case) -> None:
    """In alias mode a real name in a file's name would go out with the list of hashes."""
    named = sum(1 for _ in naming_people(case)) if said_yes(case.wishes.alias) else 0
    if named:
        click.echo(text("evidence.names_person", language(), count=named), err=True)


def _put(files: Files, out: Path, folder: str) -> None:
    """Writes a bag and reads it again."""
    if out.suffix.lower() != ".zip":
        write_bag(files, out)
    elif out.exists():
        raise FileError(Problem("E-EVIDENCE-BAG-EXISTS"))
    else:
        disk.write(out, zipped(files, folder))
    problems = broken(read_bag(out))
    if problems:
        raise FileError(problems)
