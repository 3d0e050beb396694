"""Options that several commands share, and what they are read into."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from legalkit.case import Case
from legalkit.cli._say import language
from legalkit.language import text
from legalkit.vault.case_file import load
from legalkit.vault.passphrase import Passphrase

CASE = click.argument("case", type=click.Path(path_type=Path))
JSON = click.option("--json", "json_", is_flag=True, help="JSON으로 / as JSON")
AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="제출일, 기본은 오늘 / day of filing, by default today",
)
PASSPHRASE = click.option(
    "--passphrase-stdin", is_flag=True, help="암호를 표준 입력에서 읽음 / read the passphrase from standard input"
)


def day_of(given: datetime | None) -> date:
    """The day that was given, else today: this module alone reads the clock."""
    return given.date() if given else date.today()


def now() -> datetime:
    """This moment, with its time zone, for the custody of evidence."""
    return datetime.now().astimezone()


def open_case(path: Path, *, from_stdin: bool = False) -> Case:
    """Reads a case file; asks for the passphrase if it has one."""
    return load(path, lambda: ask_passphrase(from_stdin=from_stdin))


def ask_passphrase(*, from_stdin: bool = False, confirm: bool = False) -> Passphrase:
    """The passphrase, typed unseen or read from standard input; never from the command line."""
    if from_stdin:
        return Passphrase(sys.stdin.readline().rstrip("\r\n"))
    typed: str = click.prompt(text("cli.passphrase", language()), hide_input=True, confirmation_prompt=confirm)
    return Passphrase(typed)
