"""Finding a case by a name without the names standing anywhere: only keyed digests of words do.

Whole words are found, in any case and form of Unicode; Korean names are found with and without the space. Who has the
database sees that two cases share a word, not which.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import delete, insert, select

from legalkit.case import Case
from legalkit.case.people import PersonName
from legalkit.vault.org.tables import WORDS
from legalkit.vault.org.work import Work

_WORD = re.compile(r"\w+")


def names_in(case: Case) -> list[str]:
    """The names by which a case is looked for: the victim's and those of the accused.

    >>> from legalkit.case import read_case
    >>> names_in(read_case({"id": "case-1", "reporter": {"role": "self"}, "victim": {"alias": "가람"}}))
    ['가람']
    """
    told = [case.victim.name, case.victim.alias, *(accused.name for accused in case.accused)]
    return [form for name in told if isinstance(name, PersonName) for form in name.forms()]


def words_of(text: str) -> set[str]:
    """The words of a text as they are compared.

    >>> sorted(words_of("Kim Ga-ram"))
    ['ga', 'garam', 'kim', 'kimgaram', 'ram']
    """
    spaced = [_WORD.findall(part) for part in _folded(text).split()]
    joined = ["".join(parts) for parts in spaced]
    return {word for word in [*(word for parts in spaced for word in parts), *joined, "".join(joined)] if word}


def index(work: Work, case_id: str, texts: Iterable[str]) -> None:
    """Makes a case found by the words of these texts, and by no others."""
    work.connection.execute(delete(WORDS).where(WORDS.c.case_id == case_id))
    digests = {_digest(work, word) for text in texts for word in words_of(text)}
    if digests:
        work.connection.execute(insert(WORDS), [{"case_id": case_id, "word": each} for each in sorted(digests)])


def matching(work: Work, sought: str) -> frozenset[str] | None:
    """Ids of the cases that have every sought word, this person's or not; ``None`` if no word is sought."""
    words = {word for part in sought.split() for word in ["".join(_WORD.findall(_folded(part)))] if word}
    if not words:
        return None
    found = [
        frozenset(work.connection.execute(select(WORDS.c.case_id).where(WORDS.c.word == _digest(work, word))).scalars())
        for word in words
    ]
    return frozenset.intersection(*found)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _digest(work: Work, word: str) -> bytes:
    return hmac.digest(work.keyring.search, word.encode("utf-8"), hashlib.sha256)
