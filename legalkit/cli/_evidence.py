"""``legalkit evidence``: hash files where they lie, and see whether they are unchanged."""

import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from legalkit.case import Case
from legalkit.cli._bag import bag_
from legalkit.cli._custody import ACTOR, CUSTODY, custody_group, kept_log, opened_log
from legalkit.cli._options import CASE, JSON, PASSPHRASE, ask_passphrase, now
from legalkit.cli._say import as_json, language, rows, say
from legalkit.evidence import Remark, Status, add, shown, total, verify
from legalkit.evidence.custody import Action
from legalkit.language import problem_text, text
from legalkit.vault.case_file import load, save
from legalkit.vault.passphrase import Passphrase

_KEEP_SECONDS = 30

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.group("evidence")
def evidence_group() -> None:
    """증거 파일 / Files of evidence."""


evidence_group.add_command(bag_)
evidence_group.add_command(custody_group)


@evidence_group.command("add")
@CASE
@PATHS
@CUSTODY
@ACTOR
@PASSPHRASE
@click.pass_context
def add_(
    context: click.Context,
    case: Path,
    paths: tuple[Path, ...],
    custody: Path | None,
    actor: str | None,
    passphrase_stdin: bool,
) -> None:
    """파일이 있는 자리에서 해시값을 구해 사건 파일에 적음 / Hash files where they lie and list them."""
    log = opened_log(custody)
    asked: list[Passphrase] = []

    def ask() -> Passphrase:
        asked.append(ask_passphrase(from_stdin=passphrase_stdin))
        return asked[-1]

    opened = load(case, ask)
    _, size = total(paths)
    keep = _Keeping(lambda kept: save(kept, case, asked[-1] if asked else None))
    with click.progressbar(length=size, file=sys.stderr) as bar, _interrupted() as stopped:
        changed, added = add(opened, paths, clock=now, progress=bar.update, cancel=stopped, keep=keep)
    keep.save(changed)
    if custody:
        kept_log(custody, log, changed, added.exhibits, Action.LISTED, actor)
    _remarks((*added.failed, *added.notes))
    say("evidence.added", files=added.files, size=f"{added.size:,}", already=added.already)
    context.exit(added.exit_status)


@evidence_group.command("verify")
@CASE
@PATHS
@click.option("--all", "all_", is_flag=True, help="없는 것도 / missing ones too")
@JSON
@PASSPHRASE
@click.pass_context
def verify_(
    context: click.Context, case: Path, paths: tuple[Path, ...], all_: bool, json_: bool, passphrase_stdin: bool
) -> None:
    """바뀌지 않았는지 / Unchanged, changed, extra or missing."""
    found = verify(load(case, lambda: ask_passphrase(from_stdin=passphrase_stdin)), paths, all=all_)
    if json_:
        as_json([{"status": o.status, "exhibit": o.exhibit, "path": o.path or o.name} for o in found.outcomes])
    else:
        rows(
            f"{_word(o.status, renamed=o.renamed)}  {o.exhibit or '-'}  {_path(o.path or o.name or '')}"
            for o in found.outcomes
        )
        _remarks(found.failed)
        counts = {status.value: found.count(status) for status in Status}
        say("evidence.verified", **counts, failed=len(found.failed))
    context.exit(found.exit_status)


def _word(status: Status, *, renamed: bool) -> str:
    return text("evidence.status.renamed" if renamed else f"evidence.status.{status}", language())


def _remarks(remarks: Iterable[Remark]) -> None:
    for remark in remarks:
        where = f"{_path(remark.path)}: " if remark.path != Path() else ""
        click.echo(f"{remark.problem.code}: {where}{problem_text(remark.problem, language())}", err=True)


def _path(path: Path | str) -> str:
    """In one line, and without anything that a terminal would obey."""
    return shown(str(path))


class _Keeping:
    """Saves what is done from time to time: a power cut costs at most so much work, and saving costs little of it."""

    def __init__(self, save: Callable[[Case], None]) -> None:
        self.save, self.next = save, time.monotonic() + _KEEP_SECONDS

    def __call__(self, so_far: Callable[[], Case]) -> None:
        if time.monotonic() >= self.next:
            self.save(so_far())
            self.next = time.monotonic() + _KEEP_SECONDS


class _interrupted:  # noqa: N801 -- used as a word: with _interrupted() as stopped
    """Turns Ctrl-C into a question between two blocks, so that what was done is kept."""

    def __enter__(self) -> Callable[[], bool]:
        self.asked = False
        self.before = signal.signal(signal.SIGINT, lambda *_: setattr(self, "asked", True))
        return lambda: self.asked

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self.before)
