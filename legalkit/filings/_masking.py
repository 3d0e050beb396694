"""Alias mode and what is confidential always: no such string stands in any file but the confidential sheet."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from legalkit.case import Case, PersonName, known
from legalkit.case.people import Person
from legalkit.filings._people import alias_mode, victim_side
from legalkit.language import Bilingual, romanise

MASK = "○○"

_GAP = r"[\s\-_.,·]*"


def mask(content: Mapping[str, object], case: Case) -> dict[str, object]:
    """The content of a filing with every confidential string masked.

    Args:
        content: texts in both languages, plain texts, lists and mappings of them.
        case: whose confidential strings.
    """
    hidden = confidential(case)
    return {name: _masked(entry, hidden) for name, entry in content.items()}


def _masked(entry: object, hidden: re.Pattern[str] | None) -> object:
    if hidden is None:
        return entry
    if isinstance(entry, str):
        return hidden.sub(MASK, entry)
    if isinstance(entry, Bilingual):
        return Bilingual(hidden.sub(MASK, entry.ko), hidden.sub(MASK, entry.en))
    if isinstance(entry, Mapping):
        return {name: _masked(each, hidden) for name, each in entry.items()}
    if isinstance(entry, Sequence):
        return [_masked(each, hidden) for each in entry]
    return entry


def hits(text: str, case: Case) -> bool:
    """Whether a confidential string stands in the text."""
    hidden = confidential(case)
    return bool(hidden and hidden.search(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=64)
def confidential(case: Case) -> re.Pattern[str] | None:
    """One expression for every confidential string of a case: names in alias mode, addresses and contacts always."""
    people = [person for _, person in victim_side(case)]
    found = {expression for person in people for expression in _reach(person)}
    found |= {_digits(number) for number in (case.contact.phone,) if known(number)}
    found |= {re.escape(address) for address in (case.contact.email,) if known(address)}
    if alias_mode(case):
        found |= {expression for person in people if known(person.name) for expression in _names(person.name)}
    # longer ones first, so that a whole name is masked before a part of it
    ordered = sorted(filter(None, found), key=len, reverse=True)
    return re.compile("|".join(ordered), re.IGNORECASE) if ordered else None


def _reach(person: Person) -> Iterator[str]:
    if known(person.phone):
        yield _digits(person.phone)
    if known(person.email):
        yield re.escape(person.email)
    if known(person.address):
        yield _spaced(person.address.text.text)


def _spaced(text: str) -> str:
    return r"\s*".join(re.escape(word) for word in text.split())


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    local = re.sub(r"^(?:82|0)", "", digits)
    if len(local) < 6:
        return re.escape(number)
    return r"(?<!\d)(?:\+?82[\s\-.]*\(?0?\)?|0)?" + r"[\s\-.()]*".join(local) + r"(?!\d)"


def _names(name: PersonName) -> Iterator[str]:
    if name.hangul:
        yield r"\s*".join(re.escape(letter) for letter in re.sub(r"\s", "", name.hangul))
    latin = [form for form in (name.passport, name.romanised, romanise(name.hangul) if name.hangul else None) if form]
    for form in latin:
        words = re.findall(r"[^\W\d_]+", form)
        if len("".join(words)) < 4:
            continue
        yield r"(?<![^\W\d_])" + _GAP.join(map(re.escape, words))
        if len(words) > 1:
            yield r"(?<![^\W\d_])" + _GAP.join(map(re.escape, (*words[1:], words[0])))
            given = "".join(words[1:])
            # a given name alone is masked where it is long enough to be hers: in handles, addresses, file names
            if len(given) >= 5:
                yield r"(?<![^\W\d_])" + _GAP.join(map(re.escape, words[1:]))
