"""The case: everything a paper prints or decides by."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from legalkit.case.answers import Answer
from legalkit.case.consistency import inconsistencies
from legalkit.case.exhibit import Exhibit
from legalkit.case.incident import Incident
from legalkit.case.people import Accused, Helper, Reporter, Victim
from legalkit.case.text import Id, Mark, Model, Quote
from legalkit.case.wishes import (
    EarlierReport,
    Offices,
    Provision,
    RelatedCases,
    Relief,
    SafeContact,
    ServicePlace,
    Wishes,
)
from legalkit.settings import LIMITS


class Case(Model):
    """One survivor, what was done to her, what she wants.

    Attributes:
        version: of this model.
        id: neutral, free of names; names no person.
        reporter: who fills it in.
        victim: the person it was done to.
        relatives: other people on her side whose names stay hidden in alias mode.
        accused: known and unknown persons.
        incidents: one act each.
        exhibits: in their order.
        own_words: her own account, quoted.
        reports: what she told an office before.
        case_number: number of the case at the police or the court, once it has one.
        related: three answers on other cases.
        wishes: what she asks for beside punishment.
        relief: protection sought.
        offices: where the papers go.
        contact: how she can be reached safely.
        service: where papers are served instead of her home.
        provisions: chosen provisions.
        chose_provisions: she went through the proposals; then an empty list means that none is to be proposed.
        filings: ids of the chosen filings; empty means all that are open.

    >>> Case.model_validate({"id": "case-1", "reporter": {"role": "self"}}).incidents
    ()
    """

    version: Literal[1] = 1
    id: Id
    reporter: Reporter
    victim: Victim = Victim()
    relatives: Annotated[tuple[Helper, ...], Field(max_length=LIMITS.items)] = ()
    accused: Annotated[tuple[Accused, ...], Field(max_length=LIMITS.items)] = ()
    incidents: Annotated[tuple[Incident, ...], Field(max_length=LIMITS.items)] = ()
    exhibits: Annotated[tuple[Exhibit, ...], Field(max_length=LIMITS.items)] = ()
    own_words: Annotated[tuple[Quote, ...], Field(max_length=LIMITS.items)] = ()
    reports: Annotated[tuple[EarlierReport, ...], Field(max_length=LIMITS.items)] = ()
    case_number: Answer[Mark] = None
    related: RelatedCases = RelatedCases()
    wishes: Wishes = Wishes()
    relief: Relief = Relief()
    offices: Offices = Offices()
    contact: SafeContact = SafeContact()
    service: ServicePlace = ServicePlace()
    provisions: Annotated[tuple[Provision, ...], Field(max_length=LIMITS.items)] = ()
    chose_provisions: Answer[bool] = None
    filings: Annotated[tuple[Annotated[str, Field(pattern=r"^[a-z0-9_]{3,60}$")], ...], Field(max_length=100)] = ()

    @model_validator(mode="after")
    def _consistent(self) -> "Case":
        problems = list(inconsistencies(self))
        if problems:
            raise PydanticCustomError("E-CASE-INCONSISTENT", "inconsistent", {"problems": problems})
        return self
