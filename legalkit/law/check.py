"""Runs a lawyer's table of checked cases against the law files: which are right, and what differs where not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from legalkit.errors import LawError, Problem
from legalkit.law.answers import NotInForce, Version
from legalkit.law.lookup import offence
from legalkit.law.store import statutes

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PREFIX = "condition_"
_KINDS = {
    "none": "none",
    "친고죄": "complaint_needed",
    "반의사불벌죄": "not_against_will",
    "친족이면 친고죄": "complaint_needed_if_relative",
}
_OLD = re.compile(r"^구\s*(?:\(舊\))?\s*|\(법률 제\d+호[^)]*\)")


class Expected(BaseModel):
    """What a case expects; a field left out is not compared."""

    model_config = ConfigDict(extra="ignore")

    result: str
    article_ko: str | None = None
    article_en: str | None = None
    version_in_force_from: date | None = None
    penalty_ko: str | None = None
    penalty_en: str | None = None
    min_imprisonment_years: float | str | None = None
    max_imprisonment_years: float | str | None = None
    max_fine_krw: int | None = None
    limitation_years: int | str | None = None
    complaint_required: str | None = None
    use_instead: list[str] = []


class Case(BaseModel):
    """One checked case: offence, day of the act, age and facts, and what is expected."""

    model_config = ConfigDict(extra="ignore")

    id: str
    offence_id: str
    act_date: date
    victim_age_at_act: int | None = None
    victim_birth_date: date | None = None
    conditions: dict[str, bool | str] = {}
    expect: Expected


@dataclass(frozen=True)
class Difference:
    """A field that differs."""

    field: str
    expected: str
    found: str


@dataclass(frozen=True)
class CaseResult:
    """How one case came out; ``problem`` holds the error code if it could not be asked at all."""

    id: str
    offence_id: str
    differences: tuple[Difference, ...]
    problem: str = ""

    @property
    def right(self) -> bool:
        """Whether nothing differs."""
        return not self.differences and not self.problem


def check_table(text: str) -> tuple[CaseResult, ...]:
    """Checks every case of a table.

    Args:
        text: YAML with a list ``cases``; each names ``id``, ``offence_id``, ``act_date``, optionally
            ``victim_age_at_act``, ``victim_birth_date``, ``conditions`` (``condition_<fact>: value``), and ``expect``
            (``result: cite`` with the fields to compare, or ``result: none`` with ``use_instead``).

    Raises:
        LawError: ``E-LAW-BAD-TABLE`` with the place of everything that is wrong.
    """
    return tuple(_check(case) for case in read_cases(text))


def read_cases(text: str) -> list[Case]:
    """The cases of a table.

    Raises:
        LawError: ``E-LAW-BAD-TABLE``.
    """
    try:
        raw = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError:
        raise LawError(Problem("E-LAW-BAD-TABLE", "file")) from None
    cases = raw.get("cases") if isinstance(raw, dict) else raw
    if not isinstance(cases, list) or not cases:
        raise LawError(Problem("E-LAW-BAD-TABLE", "cases"))
    found, problems = [], []
    for number, one in enumerate(cases):
        try:
            found.append(Case.model_validate(one))
        except ValidationError as wrong:
            problems += [
                Problem("E-LAW-BAD-TABLE", ".".join([f"cases[{number}]", *map(str, e["loc"])]))
                for e in wrong.errors(include_input=False)
            ]
    if problems:
        raise LawError(problems)
    return found


def _check(case: Case) -> CaseResult:
    facts = {k.removeprefix(_PREFIX): _fact(v) for k, v in case.conditions.items()}
    try:
        answer = offence(case.offence_id, f"{case.id}.offence_id").on(
            case.act_date, case.victim_birth_date, facts, victim_age=case.victim_age_at_act
        )
    except LawError as wrong:
        return CaseResult(case.id, case.offence_id, (), ", ".join(p.code for p in wrong.problems))
    return CaseResult(case.id, case.offence_id, tuple(_differences(case.expect, answer)))


def _fact(value: bool | str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def _differences(expect: Expected, answer: Version | NotInForce) -> Iterator[Difference]:
    found = "cite" if isinstance(answer, Version) else "none"
    if expect.result != found:
        yield Difference("result", expect.result, found)
    elif isinstance(answer, NotInForce):
        missing = [i for i in expect.use_instead if i not in answer.use_instead]
        if missing:
            yield Difference("use_instead", ", ".join(expect.use_instead), ", ".join(answer.use_instead))
    else:
        yield from _fields(expect, answer)


def _fields(expect: Expected, answer: Version) -> Iterator[Difference]:
    found = _found(answer)
    for field in expect.model_fields_set - {"result", "use_instead", "because", "decided_by"}:
        wanted, have = _plain(field, getattr(expect, field)), found[field]
        if field in ("min_imprisonment_years", "max_imprisonment_years") and isinstance(have, str):
            have = wanted if wanted in (None, "life", have) else have
        if wanted != have:
            yield Difference(field, str(wanted), str(have))


def _found(answer: Version) -> dict[str, Any]:
    limitation, short = answer.limitation, statutes()[answer.statute].short
    return {
        "article_ko": _bare(f"{short.ko} {answer.article.ko}"),
        "article_en": answer.article.en,
        "version_in_force_from": answer.in_force_from,
        "penalty_ko": answer.penalty.ko,
        "penalty_en": answer.penalty.en,
        "min_imprisonment_years": answer.penalty.min_years,
        "max_imprisonment_years": answer.penalty.max_years,
        "max_fine_krw": answer.penalty.max_fine_krw,
        "limitation_years": [f.years for f in limitation.forms] or limitation.years,
        "complaint_required": answer.complaint.kind,
    }


def _plain(field: str, value: Any) -> Any:  # noqa: ANN401 - a field of a table
    if field == "article_ko" and value is not None:
        return _bare(value)
    if field == "complaint_required":
        return _KINDS.get(value, value)
    if field == "limitation_years" and isinstance(value, str):
        years = [int(n) for n in re.findall(r"\b(\d+) \(", value)]
        return years if len(years) > 1 else next(iter(years), None)
    return value


def _bare(citation: str) -> str:
    text = _OLD.sub("", citation)
    for statute in statutes().values():
        for name in (statute.full.ko, *statute.also):
            if text.startswith(f"{name} "):
                text = text.replace(name, statute.short.ko, 1)
    return " ".join(text.split())
