"""What a document is asked for: in which language, and with which properties."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The language of a document; the value stands in file names.

    >>> Language("ko").tag
    'ko-KR'
    """

    KO = "ko"
    EN = "en"
    BILINGUAL = "bilingual"

    @property
    def tag(self) -> str:
        """The language tag of the whole document; the Korean text of a bilingual one is what is filed."""
        return "en-US" if self is Language.EN else "ko-KR"


@dataclass(frozen=True)
class Properties:
    """The properties that a document carries outside its text; nothing that names a person belongs here.

    Attributes:
        title: the title shown by a reader program and read out by a screen reader.
        created: the day the document was made; it comes from the caller, so that the same input gives the same file.
        subject: one line more, may be empty.
    """

    title: str
    created: datetime.date
    subject: str = ""
