"""``legalkit templates``: what is wrong with a template, and which ones cannot take the fast way."""

from pathlib import Path

import click

from legalkit.cli._options import JSON
from legalkit.cli._say import as_json, language, rows, say
from legalkit.docx import lint, why_slow
from legalkit.language import problem_text
from legalkit.resources import data
from legalkit.settings import LIMITS
from legalkit.vault import disk


@click.group("templates")
def templates_group() -> None:
    """서류의 양식 / Word templates."""


@templates_group.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@JSON
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], json_: bool) -> None:
    """양식의 잘못과, 빠른 길로 갈 수 없는 이유 / Faults of templates, and why one cannot take the fast way."""
    found = {name: (lint(content), why_slow(content)) for name, content in _contents(files).items()}
    if json_:
        as_json(
            [{"template": n, "faults": [p.code for p in f], "slow": [p.code for p in s]} for n, (f, s) in found.items()]
        )
    else:
        for name, (faults, slow) in found.items():
            rows(f"{name}: {problem.code}: {problem_text(problem, language())}" for problem in (*faults, *slow))
        say("cli.templates_checked", count=len(found), faults=sum(len(faults) for faults, _ in found.values()))
    context.exit(1 if any(faults for faults, _ in found.values()) else 0)


def _contents(files: tuple[Path, ...]) -> dict[str, bytes]:
    if files:
        return {path.name: disk.read(path, LIMITS.case_bytes) for path in files}
    packaged = (entry for entry in data("templates").iterdir() if entry.name.endswith(".docx"))
    return {entry.name: entry.read_bytes() for entry in sorted(packaged, key=lambda entry: entry.name)}
