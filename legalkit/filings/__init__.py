"""The filings: when each is open, what it reads, whom it goes to, what it says.

A filing is found by its presence: a module of this package, its name without a leading underscore, that defines
``FILING``.
"""

from legalkit.filings._custody import custody_sheet
from legalkit.filings._filing import Filing, Folder, Gate, Status
from legalkit.filings._forgetting import forget_people
from legalkit.filings._masking import hits, mask, masked
from legalkit.filings._once import composing
from legalkit.filings._survey import Surveyed, all_filings, open_filings, survey
from legalkit.filings._telling import Sentence
from legalkit.filings.complaint import story
from legalkit.filings.next_steps import Paper, about_package, to_check

__all__ = [
    "Filing",
    "Folder",
    "Gate",
    "Paper",
    "Sentence",
    "Status",
    "Surveyed",
    "about_package",
    "all_filings",
    "composing",
    "custody_sheet",
    "forget_people",
    "hits",
    "mask",
    "masked",
    "open_filings",
    "story",
    "survey",
    "to_check",
]
