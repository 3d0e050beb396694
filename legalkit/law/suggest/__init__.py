"""Which provisions fit each act of a case on its day, which not to cite, and which answers would change that.

Rules are data (``rules/*.yaml``); each names facts of the vocabulary (``facts_*.py``), and a fact that is not known
decides nothing: its path comes back in ``would_change``.

>>> from datetime import date
>>> from legalkit.case import read_case
>>> case = read_case({"id": "case-1", "reporter": {"role": "self"}, "incidents": [
...     {"id": "a", "act": "assault", "when": "2026-08-27", "diagnosis": {"weeks": 2}}]})
>>> [(each.offence, each.rank) for each in suggest(case, date(2026, 11, 22))]
[('cc_257_1_injury', 'primary')]
"""

from legalkit.law.suggest.deciding import version_of
from legalkit.law.suggest.facts_people import of_age
from legalkit.law.suggest.reads import READS
from legalkit.law.suggest.rules import Rule, all_rules
from legalkit.law.suggest.suggesting import suggest
from legalkit.law.suggest.suggestion import Rank, Suggestion

__all__ = ["READS", "Rank", "Rule", "Suggestion", "all_rules", "forget_ages", "suggest"]


def forget_ages() -> None:
    """Lets go of what was kept by a day of birth, to be found again: one person's days are no other's business."""
    of_age.cache_clear()
    version_of.cache_clear()
