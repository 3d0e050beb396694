"""Options that several commands share, and what they are read into."""

import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from legalkit.case import Case
from legalkit.cli._say import language
from legalkit.language import text
from legalkit.law import parse_day
from legalkit.vault.case_file import load
from legalkit.vault.passphrase import Passphrase


class _Day(click.ParamType):  # type: ignore[type-arg]
    """A day; a wrong one is refused by its place and in words, without repeating what was typed."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401
        if isinstance(value, datetime):
            return value
        place = (param.opts[0] if param else "").lstrip("-")
        return datetime.combine(parse_day(str(value), place), time.min)


DAY = _Day()
CASE = click.argument("case", type=click.Path(path_type=Path))
JSON = click.option("--json", "json_", is_flag=True, help="JSON으로 / as JSON")
AS_OF = click.option(
    "--as-of",
    type=DAY,
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


def moment() -> float:
    """Now, in seconds since 1970."""
    return now().timestamp()


def open_case(path: Path, *, from_stdin: bool = False) -> Case:
    """Reads a case file; asks for the passphrase if it has one."""
    return load(path, lambda: ask_passphrase(from_stdin=from_stdin))


def ask_passphrase(*, from_stdin: bool = False, confirm: bool = False) -> Passphrase:
    """The passphrase, typed unseen or read from standard input; never from the command line."""
    if from_stdin:
        return Passphrase(sys.stdin.readline().rstrip("\r\n"))
    typed: str = click.prompt(text("cli.passphrase", language()), hide_input=True, confirmation_prompt=confirm)
    return Passphrase(typed)
