"""``legalkit evidence custody``: who had the evidence, when, and the sheet of paper that holds the log fast."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from legalkit.case import Case
from legalkit.case.codes import Role
from legalkit.cli._options import AS_OF, CASE, PASSPHRASE, day_of, now, open_case
from legalkit.cli._say import language, say
from legalkit.docx import Language, Properties, render
from legalkit.errors import FileError, Problem
from legalkit.evidence import custody_words
from legalkit.evidence.custody import Action, Log, check, read, record, who_keeps, write
from legalkit.filings import custody_sheet
from legalkit.language import problem_text
from legalkit.resources import template
from legalkit.settings import LIMITS
from legalkit.vault import disk

_ROLES = click.Choice([each.value for each in Role])

CUSTODY = click.option("--custody", type=click.Path(path_type=Path), help="보관 이력 파일 / custody log")
ACTOR = click.option("--actor", type=_ROLES, metavar="ROLE", help="한 사람, 역할로 / who did it, by role")


def opened_log(path: Path | None) -> Log:
    """The custody log of a file; an empty one where there is none yet.

    Raises:
        FileError: it cannot be read, or does not fit together.
    """
    if path is None or not path.exists():
        return Log()
    log = read(disk.read(path, LIMITS.case_bytes))
    problems = check(log)
    if problems:
        raise FileError(problems)
    return log


def kept_log(path: Path, log: Log, case: Case, ids: Iterable[str], action: Action, actor: str | None) -> None:
    """Adds an entry for each of these exhibits, writes the log, and says its last hash."""
    role = Role(actor) if actor else who_keeps(case)
    longer = record(log, case, ids, at=now(), action=action, actor=role)
    disk.write(path, write(longer))
    say("evidence.custody_kept", count=len(longer.entries) - len(log.entries), head=longer.head)


@click.group("custody")
def custody_group() -> None:
    """보관 이력 / The custody log."""


@custody_group.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--case", type=click.Path(path_type=Path), help="사건 파일 / case file")
@click.option("--head", help="종이에 인쇄된 마지막 해시값 / last hash as printed on paper")
@PASSPHRASE
@click.pass_context
def check_(context: click.Context, file: Path, case: Path | None, head: str | None, passphrase_stdin: bool) -> None:
    """나중에 고쳐졌는지 / Whether it was changed afterwards; with a case, whether its files are still those."""
    log = read(disk.read(file, LIMITS.case_bytes))
    problems = check(log, open_case(case, from_stdin=passphrase_stdin) if case else None, head=head)
    for problem in problems:
        click.echo(f"{problem.path}: {problem.code}: {problem_text(problem, language())}")
    if not problems:
        say("evidence.custody_whole", count=len(log.entries), head=log.head)
    context.exit(1 if problems else 0)


@custody_group.command("add")
@CASE
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("action", type=click.Choice([each.value for each in Action]))
@click.argument("exhibits", nargs=-1, metavar="[EXHIBIT]...")
@ACTOR
@PASSPHRASE
def add_(
    case: Path, file: Path, action: str, exhibits: tuple[str, ...], actor: str | None, passphrase_stdin: bool
) -> None:
    """무엇을 하였는지 적음, 증거를 적지 않으면 모두 / Note what was done; with no exhibit named, with all of them."""
    opened = open_case(case, from_stdin=passphrase_stdin)
    ids = exhibits or tuple(each.id for each in opened.exhibits)
    kept_log(file, opened_log(file), opened, ids, Action(action), actor)


@custody_group.command("sheet")
@CASE
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="만들 워드 파일 / the Word file to make")
@click.option("--language", "chosen", default="ko", type=click.Choice([each.value for each in Language]))
@AS_OF
@PASSPHRASE
def sheet_(case: Path, file: Path, out: Path, chosen: str, as_of: datetime | None, passphrase_stdin: bool) -> None:
    """인쇄하여 함께 서명할 보관 이력서 / The log on paper with its last hash, to be signed by both sides."""
    if out.exists():
        raise FileError(Problem("E-FILE-EXISTS", "out"))
    opened, log = open_case(case, from_stdin=passphrase_stdin), read(disk.read(file, LIMITS.case_bytes))
    problems = check(log, opened)
    if problems:
        raise FileError(problems)
    disk.write(out, sheet(opened, log, day_of(as_of), Language(chosen)))
    say("evidence.custody_sheet", where=str(out), head=log.head)


def sheet(case: Case, log: Log, day: date, chosen: Language) -> bytes:
    """The custody sheet as a Word file."""
    words = custody_words().title
    title = words.en if chosen is Language.EN else words.ko
    content = custody_sheet(case, log, day)
    return render(template("custody_sheet"), chosen, content, Properties(title=title, created=day))
