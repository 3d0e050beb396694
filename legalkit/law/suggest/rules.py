"""The rules by which provisions are suggested: read once from ``rules/*.yaml``, checked, and found by act."""

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal, Self

from pydantic import model_validator

from legalkit.case.codes import Act
from legalkit.law.records import SURE, Bilingual, Record, Verified
from legalkit.law.store import fact_value, offence_record, read_data
from legalkit.law.suggest.vocabulary import FACTS

Sureness = Verified | Literal["opinion"]
"""How a rule was checked; ``opinion``: a view on how to plead that no text settles."""


def is_sure(verified: Sureness) -> bool:
    """Whether a paper that is filed may rest on it."""
    return verified in SURE


class Rule(Record):
    """When a provision is suggested, or is not to be cited, for an act.

    Attributes:
        id: the rule as a sentence.
        acts: coded acts it is about.
        offence: id of the offence; empty for ``none``.
        rank: what comes of it.
        all_of: facts that must be so.
        none_of: facts that must not be so.
        unless: facts that keep it from applying once they are known to be so.
        while_unknown: facts that must not be known.
        where_none: offence of which no version may fit that day (the rule steps into its place).
        attempt_of: offence of which an attempt must be punishable that day.
        given: facts of ``facts.yaml`` that hold where the rule applies.
        because: the reason, as a sentence.
        basis: provision or decision, as cited.
        verified: how the rule was checked.
    """

    id: str
    acts: tuple[str, ...]
    offence: str = ""
    rank: Literal["primary", "alternative", "aggravating", "do_not_cite", "none"]
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    while_unknown: tuple[str, ...] = ()
    where_none: str = ""
    attempt_of: str = ""
    given: Mapping[str, str] = {}
    because: Bilingual
    basis: str = ""
    verified: Sureness = "statute"

    @cached_property
    def tests(self) -> tuple[tuple[str, tuple[bool, ...], bool], ...]:
        """Each fact with what it must not be, and whether the rule waits until it is known."""
        return (
            *((name, (False,), True) for name in self.all_of),
            *((name, (True,), True) for name in self.none_of),
            *((name, (True,), False) for name in self.unless),
            *((name, (True, False), False) for name in self.while_unknown),
        )

    @model_validator(mode="after")
    def _known(self) -> Self:
        named = {*self.all_of, *self.none_of, *self.unless, *self.while_unknown}
        if strange := sorted(named - set(FACTS)):
            raise ValueError(f"{self.id}: no such fact: {', '.join(strange)}")
        if strange := sorted(set(self.acts) - set(Act)):
            raise ValueError(f"{self.id}: no such act: {', '.join(strange)}")
        if bool(self.offence) == (self.rank == "none"):
            raise ValueError(f"{self.id}: an offence, or rank none")
        for name in filter(None, (self.offence, self.where_none, self.attempt_of)):
            if offence_record(name).id != name:
                raise ValueError(f"{self.id}: write the id of {name} in full")
        for name, meant in self.given.items():
            if fact_value(name, meant) != (name, meant):
                raise ValueError(f"{self.id}: write {name} as facts.yaml does")
        return self


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by id, in the order of the files.

    Raises:
        ValueError: a rule names what does not exist, or two have one id.
    """
    folder = files("legalkit.law").joinpath("suggest", "rules")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".yaml"))
    rules = [Rule.model_validate(entry) for name in names for entry in read_data(f"suggest/rules/{name}")]
    found = {rule.id: rule for rule in rules}
    if len(found) != len(rules):
        raise ValueError("two rules have one id")
    return found


@cache
def rules_of(act: str) -> tuple[Rule, ...]:
    """The rules about an act."""
    return tuple(rule for rule in all_rules().values() if act in rule.acts)
