"""``legalkit save``, ``open`` and ``doctor``: the encrypted case file, and a look at the machine."""

from datetime import datetime
from pathlib import Path

import click

from legalkit.cli._options import AS_OF, CASE, JSON, PASSPHRASE, ask_passphrase, day_of, open_case
from legalkit.cli._say import as_json, language, rows, say
from legalkit.docx import ready
from legalkit.docx.pdf import find_office
from legalkit.errors import ToolError
from legalkit.language import text
from legalkit.law.catalogue import newest_check
from legalkit.vault.case_file import save as save_case
from legalkit.vault.doctor import Setting, State, examine

_OUT = click.option("--out", required=True, type=click.Path(path_type=Path))


@click.command()
@CASE
@_OUT
@PASSPHRASE
def save(case: Path, out: Path, passphrase_stdin: bool) -> None:
    """사건 파일을 암호로 잠금. 암호를 잃으면 열 수 없습니다 / Encrypt a case file. Lost passphrase = gone."""
    opened = open_case(case)
    save_case(opened, out, ask_passphrase(from_stdin=passphrase_stdin, confirm=not passphrase_stdin))
    say("cli.saved", where=str(out))


@click.command("open")
@click.argument("file", type=click.Path(path_type=Path))
@_OUT
@PASSPHRASE
def open_(file: Path, out: Path, passphrase_stdin: bool) -> None:
    """잠긴 사건 파일을 엶 / Open an encrypted case file."""
    save_case(open_case(file, from_stdin=passphrase_stdin), out)
    say("cli.saved", where=str(out))


def _office() -> bool:
    try:
        find_office()
    except ToolError:
        return False
    return True


@click.command()
@click.option("--folder", default=".", type=click.Path(path_type=Path), help="파일을 둘 폴더 / where files will lie")
@click.option("--port", default=7860, help="페이지의 포트 / port of the local page")
@AS_OF
@JSON
@click.pass_context
def doctor(context: click.Context, folder: Path, port: int, as_of: datetime | None, json_: bool) -> None:
    """이 컴퓨터를 살펴봄 / Check this machine."""
    found = examine(Setting(folder, port, day_of(as_of), newest_check(), _office(), ready.lacking()))
    if json_:
        as_json([{"code": each.code, "state": each.state, **each.params} for each in found])
    else:
        rows(
            f"[{each.state}] {each.code}: {text(each.code, language(), context=None, **each.params)}" for each in found
        )
    context.exit(1 if any(each.state is State.FAIL for each in found) else 0)
