"""Reads the law files, once each, into validated frozen records; offences are read per statute, when asked for."""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Protocol, Self, TypeVar

import yaml

from legalkit.errors import LawError, Problem
from legalkit.law.offence_records import OffenceRecord
from legalkit.law.rule_records import (
    ActClass,
    AgeRule,
    DeadlineRule,
    Drafting,
    Duty,
    Element,
    FactRule,
    FilingRecord,
    InstitutionRecord,
    LimitationFile,
    ProcedurePoint,
    RelationClass,
    Statute,
)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_T = TypeVar("_T")


class _Named(Protocol):
    id: str

    @classmethod
    def model_validate(cls, obj: Any) -> Self: ...  # noqa: ANN401 - as pydantic declares it


_R = TypeVar("_R", bound=_Named)


def _tuples(value: Any) -> Any:  # noqa: ANN401 - YAML is untyped until validated
    if isinstance(value, list):
        return tuple(_tuples(v) for v in value)
    if isinstance(value, dict):
        return {k: _tuples(v) for k, v in value.items()}
    return value


def read_data(path: str) -> Any:  # noqa: ANN401 - YAML is untyped until validated
    """What a data file of this room holds, lists as tuples; read each time."""
    text = files("legalkit.law").joinpath(path).read_text(encoding="utf-8")
    return _tuples(yaml.load(text, Loader=_LOADER))


@cache
def _table(name: str, kind: type[_R]) -> dict[str, _R]:
    return {r.id: r for r in (kind.model_validate(entry) for entry in read_data(f"{name}.yaml"))}


def statutes() -> dict[str, Statute]:
    """Every statute and rule by id."""
    return _table("statutes", Statute)


def ages() -> dict[str, AgeRule]:
    """Every age rule by id."""
    return _table("ages", AgeRule)


def facts() -> dict[str, FactRule]:
    """Every fact a condition may name, by id."""
    return _table("facts", FactRule)


def elements() -> dict[str, Element]:
    """Everything a complaint may have to state, by id."""
    return _table("elements", Element)


def act_classes() -> dict[str, ActClass]:
    """Every kind of act that a gate asks for, by id."""
    return _table("acts", ActClass)


def relation_classes() -> dict[str, RelationClass]:
    """Every kind of relation that a gate asks for, by id."""
    return _table("relations", RelationClass)


def institutions() -> dict[str, InstitutionRecord]:
    """Every office, court and person by id."""
    return _table("institutions", InstitutionRecord)


def filing_rules() -> dict[str, FilingRecord]:
    """Every filing by id."""
    return _table("filing_rules", FilingRecord)


def deadline_rules() -> dict[str, DeadlineRule]:
    """Every time limit by id."""
    return _table("deadlines", DeadlineRule)


def duties() -> dict[str, Duty]:
    """Every duty by id."""
    return _table("duties", Duty)


def procedure() -> dict[str, ProcedurePoint]:
    """Every point of procedure by id."""
    return _table("procedure", ProcedurePoint)


@cache
def limitation() -> LimitationFile:
    """The limitation table and the special rules."""
    return LimitationFile.model_validate(read_data("limitation.yaml"))


def offences_of(statute: str) -> dict[str, OffenceRecord]:
    """The offences of one statute by id."""
    return _table(f"offences/{statute}", OffenceRecord)


@cache
def _by_prefix() -> dict[str, str]:
    return {s.prefix: s.id for s in statutes().values() if s.prefix}


def all_offences() -> dict[str, OffenceRecord]:
    """Every offence of every statute by id."""
    return {i: o for statute in _by_prefix().values() for i, o in offences_of(statute).items()}


def offence_record(offence_id: str, path: str = "offence") -> OffenceRecord:
    """One offence.

    Args:
        offence_id: an id, or the part of it that names the article (``sv_14_1``) where only one offence has it.
        path: where the id came from, for the error.

    Raises:
        LawError: ``E-LAW-UNKNOWN-OFFENCE``.
    """
    statute = _by_prefix().get(offence_id[:2], "")
    known = offences_of(statute) if statute else {}
    if offence_id in known:
        return known[offence_id]
    short = [o for i, o in known.items() if i.startswith(f"{offence_id}_")]
    if len(short) == 1:
        return short[0]
    raise LawError(Problem("E-LAW-UNKNOWN-OFFENCE", path, {"prefixes": ", ".join(sorted(_by_prefix()))}))


def find(table: dict[str, _T], key: str, code: str, path: str) -> _T:
    """The entry of a table, or a law error that names what is allowed.

    Raises:
        LawError: with the code given.
    """
    if key not in table:
        raise LawError(Problem(code, path, {"allowed": ", ".join(sorted(table))}))
    return table[key]


def drafting() -> dict[str, Drafting]:
    """Every heading or layout that is our choice, by id."""
    return _table("drafting", Drafting)


def fact_value(name: str, value: str) -> tuple[str, str]:
    """The id of a fact and of its value, whatever name or word a table uses.

    Raises:
        LawError: ``E-LAW-UNKNOWN-FACT`` or ``E-LAW-UNKNOWN-VALUE`` with what is allowed.

    >>> fact_value("self_filmed", "yes"), fact_value("material", "deepfake")
    (('filmed_by', 'self'), ('material', 'synthetic'))
    """
    rule = next((f for f in facts().values() if name == f.id or name in f.also), None)
    if rule is None:
        raise LawError(Problem("E-LAW-UNKNOWN-FACT", "facts", {"allowed": ", ".join(facts())}))
    meant = rule.also.get(name, {}).get(value, value)
    for word, others in rule.values.items():
        if meant == word or meant in others:
            return rule.id, word
    raise LawError(Problem("E-LAW-UNKNOWN-VALUE", f"facts.{rule.id}", {"allowed": ", ".join(rule.values)}))


def parse_day(text: str, path: str = "on") -> date:
    """A day written ``YYYY-MM-DD``.

    Raises:
        LawError: ``E-LAW-BAD-DATE`` for anything else, or a day that does not exist.

    >>> parse_day("2024-10-16")
    datetime.date(2024, 10, 16)
    """
    try:
        return date.fromisoformat(text) if len(text) == len("2024-10-16") else date.fromisoformat("")
    except ValueError:
        raise LawError(Problem("E-LAW-BAD-DATE", path)) from None
