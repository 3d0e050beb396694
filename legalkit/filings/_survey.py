"""Every filing for a case on a day: open, closed, unknown or unavailable, with its reason and provision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from pathlib import PurePath

from legalkit.case import Case
from legalkit.filings._filing import Filing, Gate, Status
from legalkit.filings._once import composing
from legalkit.language import EMPTY, Bilingual
from legalkit.law import Bilingual as LawWords
from legalkit.law import Gate as Rule
from legalkit.law import filing_ids, filing_rule
from legalkit.law.references import reference_words

_KEPT = 1_024
"""Filings times days: no case is in them, and a batch of ten thousand asks for the same ones."""


@dataclass(frozen=True)
class Surveyed:
    """One filing for a case on a day.

    Attributes:
        id: of the filing.
        title: its official name.
        status: open, closed, unknown or unavailable.
        reason: why.
        provision: where the law says so.
        missing: where unknown, paths of the answers that would tell; where open, of those it still needs.
        instead: what to do instead, and where to ask.
        sure: whether its rule was read in a statute or rule; otherwise it needs checking.
    """

    id: str
    title: Bilingual
    status: Status
    reason: Bilingual
    provision: Bilingual
    missing: tuple[str, ...] = ()
    instead: Bilingual = EMPTY
    sure: bool = True


@cache
def all_filings() -> dict[str, Filing]:
    """The filings there are papers for, by id, in the order of a package: every module that defines ``FILING``."""
    names = [PurePath(entry.name).stem for entry in files("legalkit.filings").iterdir() if entry.name.endswith(".py")]
    modules = [import_module(f"legalkit.filings.{name}") for name in sorted(names) if not name.startswith("_")]
    found = [module.FILING for module in modules]
    return {filing.id: filing for filing in sorted(found, key=lambda filing: filing.order)}


def survey(case: Case, day: date) -> list[Surveyed]:
    """Every filing the law room knows, ours first, in the order of a package.

    Args:
        case: whose facts.
        day: day of filing.
    """
    with composing():  # several gates ask the same of her acts
        ours = [_ours(filing, case, day) for filing in all_filings().values()]
    return ours + [_other(name, day) for name in _others()]


@cache
def _others() -> tuple[str, ...]:
    """Filings that the law knows and there is no paper of ours for."""
    return tuple(filing for filing in filing_ids() if filing not in all_filings())


def _ours(filing: Filing, case: Case, day: date) -> Surveyed:
    rule, title, provision = _rule(filing.id, day)
    if rule.state != "open":
        return _other(filing.id, day)
    gate: Gate = filing.gate(case, day)
    missing = gate.missing if gate.status is not Status.OPEN else filing.lacks(case)
    return Surveyed(filing.id, title, gate.status, gate.reason, provision, missing, gate.instead, rule.sure)


@lru_cache(maxsize=_KEPT)
def _rule(name: str, day: date) -> tuple[Rule, Bilingual, Bilingual]:
    """What the law says of a filing on a day, what it is called, and where that stands."""
    rule = filing_rule(name).on(day)
    return rule, _words(rule.title), _provision(rule)


@lru_cache(maxsize=_KEPT)
def _other(name: str, day: date) -> Surveyed:
    """A filing of which the law alone decides: there is no paper of ours, or none on that day."""
    rule, title, provision = _rule(name, day)
    status = Status.UNAVAILABLE if rule.state == "open" else Status.CLOSED
    record = filing_rule(name).record
    parts = [_words(part) for part in (record.instead, record.ask_at) if part]
    instead = Bilingual(" ".join(each.ko for each in parts), " ".join(each.en for each in parts))
    shown = instead if status is Status.UNAVAILABLE else EMPTY
    return Surveyed(name, title, status, _words(rule.reason), provision, (), shown, rule.sure)


def _provision(rule: Rule) -> Bilingual:
    found = [reference_words(reference) for reference in rule.basis]
    return Bilingual(", ".join(each.ko for each in found), ", ".join(each.en for each in found))


def _words(words: LawWords) -> Bilingual:
    return Bilingual(words.ko, words.en)


def open_filings(case: Case, day: date) -> Iterator[Filing]:
    """The filings that are open for a case on a day, in the order of a package."""
    ours = all_filings()
    return (ours[each.id] for each in survey(case, day) if each.status is Status.OPEN)
