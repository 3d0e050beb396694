"""Short cases for the tests of suggestions."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from legalkit.case import Case, read_case
from legalkit.law import NotInForce, Version
from legalkit.law.suggest import Suggestion, suggest
from legalkit.vault.case_file import load

TODAY = date(2026, 11, 22)
EXAMPLES = Path(__file__).parents[3] / "legalkit" / "examples"
NAMES = ("hana", "kelly", "mirae", "seoyeon", "yujin")


@cache
def example(name: str) -> Case:
    return load(EXAMPLES / f"{name}.yaml")


@cache
def of_example(name: str) -> tuple[Suggestion, ...]:
    return suggest(example(name), TODAY)


def case(*incidents: dict[str, Any], birth: str | None = "1998-04-09", accused: Any = (), **more: Any) -> Case:
    acts = [{"id": f"a{n}", **each} for n, each in enumerate(incidents)]
    victim = {"birth": birth} if birth else {}
    people = accused or [{"id": "ex", "name": "홍길동"}]
    return read_case({
        "id": "case-1", "reporter": {"role": "self"}, "victim": victim, "accused": people, "incidents": acts, **more,
    })  # fmt: skip


def found(*incidents: dict[str, Any], as_of: date = TODAY, **more: Any) -> tuple[Suggestion, ...]:
    return suggest(case(*incidents, **more), as_of)


def ranked(suggestions: Any, rank: str, incident: str | None = None) -> list[str]:
    """The offences suggested in a rank, by the short part of their ids."""
    return [short(s.offence) for s in suggestions if s.rank == rank and incident in (None, s.incident)]


def short(offence: str) -> str:
    """``sv_14_1_illegal_filming`` as ``sv_14_1``."""
    parts = offence.split("_")
    kept = [part for n, part in enumerate(parts) if n < 2 or (part[:-1].isdigit() or part.isdigit() or len(part) == 1)]
    return "_".join(kept)


def proposed(suggestions: Any, incident: str | None = None) -> list[str]:
    """What is proposed first or in the alternative and is in force."""
    return [
        short(s.offence)
        for s in suggestions
        if s.rank in {"primary", "alternative"} and isinstance(s.version, Version) and incident in (None, s.incident)
    ]


def one(suggestions: Any, offence: str) -> Suggestion:
    """The one suggestion about an offence."""
    (only,) = [s for s in suggestions if short(s.offence) == offence]
    return only


def absent(suggestions: Any, offence: str) -> bool:
    """Whether an offence is not proposed: not there, not in force, or not to be cited."""
    about = [s for s in suggestions if short(s.offence) == offence]
    return all(s.rank == "do_not_cite" or isinstance(s.version, NotInForce) for s in about)
