"""``legalkit law``: which provision was in force, what changes, time limits, and whether the data are still true."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from legalkit.cli._options import AS_OF, CASE, DAY, JSON, PASSPHRASE, day_of, open_case
from legalkit.cli._say import as_json, language, one, rows, say
from legalkit.language import field_name, text
from legalkit.law import LimitationAnswer, NotInForce, Version, deadline, offence
from legalkit.law.catalogue import changes, listing, status
from legalkit.law.check import CaseResult, check_table
from legalkit.law.plain import plain
from legalkit.law.references import reference_words
from legalkit.law.statements import Statement
from legalkit.law.suggest import Suggestion, suggest
from legalkit.law.verify import Comparison, verify
from legalkit.settings import LIMITS
from legalkit.vault import disk
from legalkit.vault.plain_text import text_of


@click.group("law")
def law_group() -> None:
    """날짜별 법령 / The law by date."""


@law_group.command()
@click.argument("offence_id", metavar="OFFENCE")
@click.option("--on", "on", required=True, type=DAY, metavar="DATE", help="행위일 / day of the act")
@click.option("--victim-birth", type=DAY, metavar="DATE", help="피해자의 생년월일 / her day of birth")
@AS_OF
@JSON
def show(offence_id: str, on: datetime, victim_birth: datetime | None, as_of: datetime | None, json_: bool) -> None:
    """그날의 조문, 형, 공소시효 / Provision, penalty and limitation of that day."""
    birth = victim_birth.date() if victim_birth else None
    found = offence(offence_id).on(on.date(), birth, as_of=day_of(as_of))
    if json_:
        as_json(plain(found))
    else:
        rows(_none(found) if isinstance(found, NotInForce) else _version(found))


def _none(found: NotInForce) -> Iterator[str]:
    yield f"none  {one(found.name)}"
    yield f"    {one(found.because)}"
    if found.use_instead:
        yield f"    → {', '.join(found.use_instead)}"


def _version(found: Version) -> Iterator[str]:
    unsure = "" if found.sure else f"  ({text('needs_checking', language())})"
    yield f"{one(found.citation)}  {one(found.name)}{unsure}"
    yield f"    {one(found.penalty)}"
    yield f"    {text('cli.limitation', language())}: {_limitation(found.limitation)}"
    yield f"    {text(f'cli.complaint.{found.complaint.kind}', language())}  {found.complaint.basis}"
    yield f"    {text('cli.in_force_from', language())}: {found.in_force_from}  {found.source}"


def _limitation(found: LimitationAnswer) -> str:
    if found.unlimited:
        return text("cli.no_limitation", language())
    years = str(found.years) if found.years is not None else "?"
    last = f" ({found.last_day})" if found.last_day else ""
    return text("cli.years", language(), context=None, count=years) + last


@law_group.command("suggest")
@CASE
@AS_OF
@JSON
@PASSPHRASE
def suggest_(case: Path, as_of: datetime | None, json_: bool, passphrase_stdin: bool) -> None:
    """행위마다 어느 조문이 맞고 어느 조문을 적지 않는지 / Which provisions fit each act, and which not to cite."""
    found = suggest(open_case(case, from_stdin=passphrase_stdin), day_of(as_of))
    if json_:
        as_json([{**plain(each), "needs_checking": each.needs_checking} for each in found])
    else:
        rows(line for each in found for line in _suggested(each))


def _suggested(each: Suggestion) -> Iterator[str]:
    version, unsure = each.version, f"  ({text('needs_checking', language())})" if each.needs_checking else ""
    cited = "" if version is None else one(version.citation if isinstance(version, Version) else version.name)
    name = f"  {one(version.name)}" if isinstance(version, Version) else ""
    first, last = each.span
    days = f"{first or ''}~{last}" if first != last else str(last)
    yield f"{each.incident}  [{text(f'law.suggest.{each.rank}', language())}]  {cited}{name}  {days}{unsure}".rstrip()
    yield f"    {one(each.because)}{f'  ({each.basis})' if each.basis else ''}"
    if isinstance(version, Version):
        yield f"    {text('cli.limitation', language())}: {_limitation(version.limitation)}"
    for key, paths in (("law.suggest.from", each.from_answers), ("law.suggest.would_change", each.would_change)):
        if paths:
            yield f"    {text(key, language())}: {', '.join(_field(path) for path in paths)}"


def _field(path: str) -> str:
    return f"{field_name(path, language())} ({path})"


@law_group.command("list")
@JSON
def list_(json_: bool) -> None:
    """모든 죄 / Every offence."""
    found = listing()
    if json_:
        as_json(plain(found))
    else:
        rows(
            f"{each.id}  {one(each.citation)}  {one(each.name)}  {each.first_day}~ ({each.versions})" for each in found
        )


@law_group.command("changes")
@click.option("--from", "first", required=True, type=DAY, metavar="DATE")
@click.option("--to", "last", required=True, type=DAY, metavar="DATE")
@JSON
def changes_(first: datetime, last: datetime, json_: bool) -> None:
    """그사이 시행되는 것 / What comes into force between two days."""
    found = changes(first.date(), last.date())
    if json_:
        as_json([_as_data(each) for each in found])
    else:
        rows(_line(each) for each in found)


def _as_data(each: Statement) -> dict[str, object]:
    return {
        "kind": each.kind,
        "id": each.id,
        "name": plain(each.name),
        "in_force_from": each.value.in_force_from,
        "checked_on": each.value.checked_on,
        "verified": each.value.verified,
        "provisions": [plain(reference_words(reference)) for reference in each.provisions],
    }


def _line(each: Statement) -> str:
    provisions = ", ".join(one(reference_words(reference)) for reference in each.provisions)
    return f"{each.value.in_force_from}  {each.kind}  {each.id}  {one(each.name)}  {provisions}"


@law_group.command()
@click.argument("file", type=click.Path(path_type=Path))
@JSON
@click.pass_context
def check(context: click.Context, file: Path, json_: bool) -> None:
    """표의 사례가 맞는지 / Which cases of a table are right."""
    table = text_of(disk.read(file, LIMITS.case_bytes))
    results = check_table(table)
    wrong = [each for each in results if not each.right]
    if json_:
        as_json(plain(results))
    else:
        rows(line for each in results for line in _checked(each))
        say("cli.checked", right=len(results) - len(wrong), count=len(results))
    context.exit(1 if wrong else 0)


def _checked(each: CaseResult) -> Iterator[str]:
    yield f"{'+' if each.right else '-'} {each.id}  {each.offence_id}  {each.problem}".rstrip()
    yield from (f"    {diff.field}: {diff.expected} != {diff.found}" for diff in each.differences)


@law_group.command("deadline")
@click.argument("rule")
@click.option("--from", "start", required=True, type=DAY, metavar="DATE", help="기산일이 되는 날 / day of the event")
@JSON
def deadline_(rule: str, start: datetime, json_: bool) -> None:
    """기한의 마지막 날 / The last day of a time limit."""
    found = deadline(rule, start.date())
    if json_:
        as_json(plain(found))
        return
    unsure = "" if found.sure else f"  ({text('needs_checking', language())})"
    rows((f"{one(found.title)}  {one(reference_words(found.provision))}{unsure}",))
    say("cli.last_day", last=str(found.last_day or "-"), safe=str(found.safe_day or "-"))
    if found.note:
        rows((f"    {one(found.note)}",))


@law_group.command("status")
@AS_OF
@JSON
def status_(as_of: datetime | None, json_: bool) -> None:
    """확인되지 않은 것, 곧 시행되는 것, 오래된 것 / Unverified, coming, checked long ago."""
    found = status(day_of(as_of))
    groups = {"unverified": found.unverified, "coming": found.coming, "old": found.old}
    if json_:
        as_json({name: [_as_data(each) for each in group] for name, group in groups.items()} | {"total": found.total})
        return
    for name, group in groups.items():
        say(f"cli.law.{name}", count=len(group), total=found.total)
        rows(f"    {_line(each)}" for each in group)


@law_group.command("verify")
@click.option("--statutes", required=True, type=click.Path(path_type=Path), help="법령 미러의 git 저장소 / git mirror")
@JSON
@click.pass_context
def verify_(context: click.Context, statutes: Path, json_: bool) -> None:
    """법령 원문과 견줌 / Compare with a mirror of statute texts."""
    report = verify(statutes)
    if json_:
        as_json(plain(report))
    else:
        rows(_compared(each) for each in report.comparisons if each.state != "agrees")
        rows(f"! {each.statute}  {each.act_no}  {each.promulgated}  {each.in_force_from}" for each in report.newer)
        counts = {state: report.count(state) for state in ("agrees", "differs", "not_found")}
        say("cli.law.verified", **counts, newer=len(report.newer))
    context.exit(1 if report.count("differs") else 0)


def _compared(each: Comparison) -> str:
    provision = one(reference_words(each.provision))
    return f"{each.state}  {each.why}  {each.id}  {each.in_force_from}  {provision}  {each.commit[:12]}"
