"""Which number each exhibit of a case has, counted once for all of its papers."""

from collections.abc import Mapping

from legalkit.case import Case, numbers
from legalkit.filings._once import once


@once
def numbering(case: Case) -> Mapping[str, tuple[int, int | None]]:
    """The number of each exhibit by its id, as the words for it take it."""
    return {ref: (number, sub or None) for ref, (number, sub) in numbers(case.exhibits).items()}
