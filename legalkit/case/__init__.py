"""What a case is. Knows no files, no screens, no texts."""

from legalkit.case.answers import Answer, NoAnswer, items, known, said_no, said_yes, unknown, value
from legalkit.case.case import Case
from legalkit.case.dates import PartialDate, When
from legalkit.case.exhibit import Exhibit, FileRecord, numbers, ordered
from legalkit.case.incident import Incident
from legalkit.case.people import Accused, Person, PersonName
from legalkit.case.reading import case_schema, plain, read_case
from legalkit.case.text import Quote

__all__ = [
    "Accused",
    "Answer",
    "Case",
    "Exhibit",
    "FileRecord",
    "Incident",
    "NoAnswer",
    "PartialDate",
    "Person",
    "PersonName",
    "Quote",
    "When",
    "case_schema",
    "items",
    "known",
    "numbers",
    "ordered",
    "plain",
    "read_case",
    "said_no",
    "said_yes",
    "unknown",
    "value",
]
