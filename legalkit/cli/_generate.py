"""``legalkit generate``: from a case file to a package."""

from datetime import date, datetime
from pathlib import Path

import click

from legalkit.cli._options import AS_OF, CASE, JSON, PASSPHRASE, ask_passphrase, day_of, open_case
from legalkit.cli._say import as_json, language, rows, say
from legalkit.docx import Language
from legalkit.language import text
from legalkit.law.catalogue import stale
from legalkit.package import ALL_LANGUAGES, Package, encrypted, with_pdfs, write, write_zip
from legalkit.package import generate as make

ENCRYPT = click.option("--encrypt", is_flag=True, help="암호를 걸어 저장 / encrypt every file")


@click.command()
@CASE
@click.option("--out", required=True, type=click.Path(path_type=Path), help="꾸러미를 쓸 폴더 / folder of the package")
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice([each.value for each in Language]),
    help="여러 번 / may be repeated",
)
@click.option("--filing", "filings", multiple=True, metavar="ID", help="여러 번 가능 / repeatable")
@AS_OF
@click.option("--zip", "zip_", is_flag=True, help="ZIP 하나로 / as one ZIP")
@click.option("--pdf", is_flag=True, help="PDF도 (LibreOffice 필요) / PDF too, needs LibreOffice")
@ENCRYPT
@JSON
@PASSPHRASE
def generate(
    case: Path,
    out: Path,
    languages: tuple[str, ...],
    filings: tuple[str, ...],
    as_of: datetime | None,
    zip_: bool,
    pdf: bool,
    encrypt: bool,
    json_: bool,
    passphrase_stdin: bool,
) -> None:
    """사건 파일로 서류 꾸러미를 만듭니다 / Make the package of a case file."""
    chosen = [Language(each) for each in languages] or ALL_LANGUAGES
    day = day_of(as_of)
    made = make(open_case(case, from_stdin=passphrase_stdin), day, chosen, filings)
    made = with_pdfs(made) if pdf else made
    made = encrypted(made, ask_passphrase(from_stdin=passphrase_stdin, confirm=True)) if encrypt else made
    if zip_:
        target = write_zip(made, out)
    else:
        write(made, out)
        target = out
    _report(made, target, json_=json_)
    _warn_of_old_law(day)


def _warn_of_old_law(day: date) -> None:
    oldest = stale(day)
    if oldest:
        click.echo(text("cli.law_stale", language(), checked=str(oldest)), err=True)


def _report(made: Package, target: Path, *, json_: bool) -> None:
    if json_:
        as_json({"files": sorted(made.files), "filings": made.filings, "where": target})
        return
    rows(sorted(made.files))
    say("cli.made", count=len(made.files), where=str(target))
