"""``legalkit evidence bag`` and ``legalkit evidence custody``: what goes with the originals, and who had them."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from legalkit.case import Case, said_yes
from legalkit.case.codes import Role
from legalkit.cli._options import AS_OF, CASE, PASSPHRASE, day_of, now, open_case
from legalkit.cli._say import language, say
from legalkit.docx import Language
from legalkit.errors import FileError, Problem
from legalkit.evidence import bag, broken, naming_people, read_bag, write_bag, zipped
from legalkit.evidence.bag import Files
from legalkit.evidence.custody import Action, Log, check, read, record, who_keeps, write
from legalkit.filings import open_filings
from legalkit.language import problem_text, text
from legalkit.package import ALL_LANGUAGES, generate
from legalkit.settings import LIMITS
from legalkit.vault import disk

_IN_THE_BAG = ("evidence_index", "sealed_submission_request")
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
@PASSPHRASE
@click.pass_context
def check_(context: click.Context, file: Path, case: Path | None, passphrase_stdin: bool) -> None:
    """나중에 고쳐졌는지 / Whether it was changed afterwards; with a case, whether its files are still those."""
    log = read(disk.read(file, LIMITS.case_bytes))
    problems = check(log, open_case(case, from_stdin=passphrase_stdin) if case else None)
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
    files = bag(opened, _documents(opened, day, languages), log, made_on=day)
    _put(files, out, opened.id)
    say("evidence.bagged", count=len(files), where=str(out))


def _documents(case: Case, day: date, languages: Iterable[str]) -> dict[str, bytes]:
    """The index and what goes with it, as in the package, under names without their places in it."""
    wanted = [filing.id for filing in open_filings(case, day) if filing.id in _IN_THE_BAG] or ["evidence_index"]
    made = generate(case, day, list(map(Language, languages)) or ALL_LANGUAGES, wanted)
    names = {path: path.rpartition("/")[2].partition("-")[2] for path in made.files}
    return {names[path]: content for path, content in made.files.items() if names[path].startswith(_IN_THE_BAG)}


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
