"""Commands about a case: its schema, what it still needs, which filings are open, why each sentence stands there."""

from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import click

from legalkit.case import case_schema
from legalkit.cli._options import AS_OF, CASE, JSON, PASSPHRASE, day_of, open_case
from legalkit.cli._say import as_json, both, language, one, rows, say
from legalkit.errors import FilingError, Problem
from legalkit.filings import Status, Surveyed, all_filings, survey
from legalkit.language import field_name, text

EXAMPLES = tuple(sorted(Path(each.name).stem for each in files("legalkit").joinpath("examples").iterdir()))


@click.group("case")
def case_group() -> None:
    """사건 파일 / Case files."""


@case_group.command()
def schema() -> None:
    """사건 파일의 JSON Schema / JSON Schema of a case file."""
    as_json(case_schema())


@case_group.command()
@CASE
@AS_OF
@JSON
@PASSPHRASE
def check(case: Path, as_of: datetime | None, json_: bool, passphrase_stdin: bool) -> None:
    """올바른지, 열린 서류마다 무엇이 더 필요한지 / Is it valid, and what does each open filing still need?"""
    found = survey(open_case(case, from_stdin=passphrase_stdin), day_of(as_of))
    needs = [each for each in found if each.status is Status.OPEN]
    if json_:
        as_json([{"id": each.id, "missing": list(each.missing)} for each in needs])
        return
    say("cli.case_valid")
    rows(f"{each.id}: {_fields(each.missing) or text('cli.complete', language())}" for each in needs)


def _fields(paths: tuple[str, ...]) -> str:
    return ", ".join(field_name(path, language()) for path in paths)


@click.command()
@CASE
@AS_OF
@click.option("--all", "all_", is_flag=True, help="아직 서류가 없는 것도 / those without a paper here too")
@JSON
@PASSPHRASE
def filings(case: Path, as_of: datetime | None, all_: bool, json_: bool, passphrase_stdin: bool) -> None:
    """어떤 서류가 열려 있는지와 그 이유 / Which filings are open, and why."""
    found = survey(open_case(case, from_stdin=passphrase_stdin), day_of(as_of))
    ours = all_filings()
    shown = [each for each in found if all_ or each.id in ours]
    if json_:
        as_json([_as_data(each) for each in shown])
    else:
        rows(line for each in shown for line in _lines(each))


def _as_data(each: Surveyed) -> dict[str, object]:
    return {
        "id": each.id,
        "title": both(each.title),
        "status": each.status,
        "reason": both(each.reason),
        "provision": both(each.provision),
        "missing": list(each.missing),
        "instead": both(each.instead),
        "needs_checking": not each.sure,
    }


def _lines(each: Surveyed) -> Iterator[str]:
    yield f"{each.id}  [{text(f'status.{each.status}', language())}]  {one(each.title)}"
    unsure = "" if each.sure else f"  ({text('needs_checking', language())})"
    yield f"    {one(each.reason)}  {one(each.provision)}{unsure}"
    if each.missing:
        yield f"    {text('cli.missing', language())}: {_fields(each.missing)}"
    if each.instead:
        yield f"    → {one(each.instead)}"


@click.command()
@CASE
@click.option("--filing", required=True, metavar="ID")
@JSON
@PASSPHRASE
def explain(case: Path, filing: str, json_: bool, passphrase_stdin: bool) -> None:
    """문장마다 어느 답에서 왔는지 / Each composed sentence and the answers it came from."""
    found = all_filings().get(filing)
    telling = {name for name, each in all_filings().items() if each.story}
    if found is None or found.story is None:
        raise FilingError(Problem("E-FILING-NO-SENTENCES", "filing", {"allowed": ", ".join(sorted(telling))}))
    sentences = found.story(open_case(case, from_stdin=passphrase_stdin)).sentences
    if json_:
        as_json([{"ko": s.ko, "en": s.en, "sources": list(s.sources), "gaps": list(s.gaps)} for s in sentences])
        return
    for said in sentences:
        rows((one(said.words), f"    ← {', '.join(said.sources)}"))


@click.command()
@click.argument("name", type=click.Choice(EXAMPLES))
def example(name: str) -> None:
    """지어낸 사건 파일 / An invented case file."""
    content = files("legalkit").joinpath("examples", f"{name}.yaml").read_text(encoding="utf-8")
    click.echo(content, nl=False)
