"""Alias mode and what is confidential always: no such string stands in any file but the confidential sheet.

Twice over. What a person wrote freely (quotations, handles, addresses of pages, file names) is masked in the case
itself, broadly: a given name alone is enough. What a paper says in the end is searched once more for what can be
nothing else: whole names, numbers, addresses.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from legalkit.case import Case, PersonName, Quote, known
from legalkit.case.paths import is_kind
from legalkit.case.people import Helper, Person
from legalkit.case.text import Model
from legalkit.case.wishes import Office, SafeContact, ServicePlace
from legalkit.filings._once import once
from legalkit.filings._people import agent, alias_mode, signs_as_agent, victim_side
from legalkit.language import Bilingual, romanise

MASK = "○○"

_AS_THEY_ARE = (SafeContact, ServicePlace, Office)
"""What no paper but the sheet prints of her, or what is public."""

_BETWEEN = "-_.,·()\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""What may stand between two letters or digits beside spaces, in any expression below."""
_GAP = r"[\s\-_.,·\u00ad\u200b-\u200d\u2060\ufeff]*"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"
# syllables have no case; to read eleven thousand of them without regard to it takes longer than to write a paper
_NO_SYLLABLE_BEFORE = r"(?<!(?-i:[가-힣]))"
_MARKS = frozenset(("account", "room", "handle", "number", "url", "urls", "name", "case_number"))
"""Fields that hold a handle, an account, an address of a page, a file name."""


class Secret(NamedTuple):
    """One confidential string.

    Attributes:
        letters: what is left of it in :func:`_letters`; where a text has not these, it is not in it.
        expression: every way in which it may be written.
    """

    letters: str
    expression: str


def _secret(said: str, expression: str) -> Secret:
    return Secret(_letters(said), expression)


def _letters(text: str) -> str:
    """A text without anything that may stand between two letters, as an expression without case takes it.

    >>> _letters("Sim Seo-yeon") == _letters("S.I.M.SEOYEON")
    True
    """
    bare = text
    for mark in " \n" + _BETWEEN:
        bare = bare.replace(mark, "")
    bare = "".join(bare.split())  # other spaces; of the plain ones it would make a list of words first
    return bare.replace("İ", "i").replace("ı", "i").casefold()  # four letters are one i to an expression


class Hidden:
    """What is confidential in a case.

    To make an expression of it takes longer than to write all papers, and mostly a text has not even its letters.
    Expressions are made only of what has, for the texts that have it.
    """

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._secrets = [each for each in secrets if each.expression]
        self._clean: set[str] = set()

    def in_any(self, texts: Iterable[str]) -> re.Pattern[str] | None:
        """One expression for everything that may stand in these texts; ``None`` if nothing does."""
        if not self._secrets:
            return None
        new = {*texts} - self._clean
        bare = _letters("\n".join(new))
        found = [expression for letters, expression in self._secrets if letters in bare]
        if not found:
            self._clean |= new
        return _one_of(found)


@once
def masked(case: Case) -> Case:
    """The case as every paper but the confidential sheet may see it: what was written freely, masked."""
    hidden = written(case)
    return _covered(case, hidden) if hidden else case


@once
def written(case: Case) -> re.Pattern[str] | None:
    """One expression for everything confidential that was written freely in a case; ``None`` if nothing was."""
    return confidential(case).in_any(_texts_of(case))


def _texts_of(case: Case) -> list[str]:
    """Everything that was written, but what no paper but the sheet prints."""
    found: list[str] = []
    left: list[Any] = [case]
    while left:
        part = left.pop()
        for each in part if type(part) is tuple else part.__dict__.values():
            kind = type(each)
            if each is None:  # as most are
                continue
            if kind is str:
                found.append(each)
            elif is_kind(kind, Person):
                found += each.alias.forms() if each.alias else ()
            elif kind is tuple or (is_kind(kind, Model) and kind is not SafeContact):
                left.append(each)
    return found


def _covered(part: Any, hidden: re.Pattern[str]) -> Any:  # noqa: ANN401 -- any part of a case
    if isinstance(part, tuple):
        after = tuple(_covered(each, hidden) for each in part)
        return after if any(new is not old for new, old in zip(after, part, strict=True)) else part
    kind = type(part)
    if not is_kind(kind, Model) or kind in _AS_THEY_ARE:
        return part
    if is_kind(kind, Person):
        resembles = part.alias is not None and any(map(hidden.search, part.alias.forms()))
        return part.model_copy(update={"alias": None}) if resembles else part
    changes = dict(_changes(part, hidden))
    return part.model_copy(update=changes) if changes else part


def _changes(part: Model, hidden: re.Pattern[str]) -> Iterator[tuple[str, Any]]:
    after: Any
    quoted = type(part) is Quote
    for name, before in part.__dict__.items():
        kind = type(before)
        if before is None:
            continue
        if kind is str and (quoted or name in _MARKS):
            after = hidden.sub(MASK, before)
        elif kind is tuple and name == "alias_choices":
            after = tuple(each for each in before if not hidden.search(each))
        elif kind is tuple and name in _MARKS:
            after = tuple(hidden.sub(MASK, each) for each in before)
        elif kind is tuple or is_kind(kind, Model):
            after = _covered(before, hidden)
        else:
            continue
        if after is not before and after != before:
            yield name, after


def mask(content: Mapping[str, object], case: Case) -> dict[str, object]:
    """The content of a filing, searched once more: whole names, numbers and addresses are masked wherever they stand.

    Args:
        content: texts in both languages, plain texts, lists and mappings of them.
        case: whose confidential strings.
    """
    # what was written freely is masked before: mostly nothing is found, and one look through all of it says so
    hidden = _surely(case).in_any(_texts(content))
    return {name: _masked(entry, hidden) for name, entry in content.items()} if hidden else dict(content)


def _texts(content: Mapping[str, object]) -> list[str]:
    found: list[str] = []
    left: list[Any] = [content]
    while left:
        inside = left.pop()
        for entry in inside.values() if is_kind(type(inside), Mapping) else inside:
            kind = type(entry)
            if kind is Bilingual:
                found += (entry.ko, entry.en)
            elif is_kind(kind, str):
                found.append(entry)
            elif is_kind(kind, Mapping) or is_kind(kind, Sequence):
                left.append(entry)
    return found


def _masked(entry: object, hidden: re.Pattern[str]) -> object:
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
    """Whether a confidential string stands in the text, or stood there before it was masked."""
    return any_hits([text], case)


def any_hits(texts: Iterable[str], case: Case) -> bool:
    """Whether one of these texts is such a one."""
    composed = [unicodedata.normalize("NFC", text) for text in texts]
    hidden = confidential(case).in_any(composed)
    return any(MASK in text or bool(hidden and hidden.search(text)) for text in composed)


@once
def confidential(case: Case) -> Hidden:
    """Every confidential string of a case: names in alias mode, addresses and contacts always.

    Nothing is kept beyond the package that is made: what is confidential outlives no visit.
    """
    people = _hidden(case)
    names = [person.name for person in people if known(person.name)] if alias_mode(case) else []
    parts = [secret for name in names for secret in _parts(name)]
    roads = [road for person in people for road in _roads(person, _shared(case))]
    return Hidden([*_certain(case), *parts, *roads])


def _one_of(expressions: Sequence[str]) -> re.Pattern[str] | None:
    # longer ones first, so that a whole name is masked before a part of it
    ordered = sorted(set(expressions), key=lambda each: (-len(each), each))
    return re.compile("|".join(ordered), re.IGNORECASE) if ordered else None


@once
def _surely(case: Case) -> Hidden:
    """What can be nothing else."""
    return Hidden(_certain(case))


@once
def _certain(case: Case) -> list[Secret]:
    """What can be nothing else: whole names, numbers, addresses."""
    people = _hidden(case)
    found = [secret for person in people for secret in _reach(person, _shared(case))]
    found += [_digits(number) for number in (case.contact.phone,) if known(number) and not _of_agent(case, number)]
    found += [_as_written(mail) for mail in (case.contact.email,) if known(mail) and not _of_agent(case, mail)]
    if alias_mode(case):
        found += [secret for person in people if known(person.name) for secret in _whole(person.name)]
    return found


def _hidden(case: Case) -> list[Person]:
    """Everybody on her side; of one who is also the agent, nothing that every paper says of the agent."""
    acts = agent(case)
    people = [person for _, person in victim_side(case)]
    return [_beside(acts, person) if acts and signs_as_agent(case, person) else person for person in people]


def _of_agent(case: Case, contact: str) -> bool:
    """Whether she is reached through her agent, whose number stands in every paper."""
    acts = agent(case)
    return acts is not None and any(known(own) and _bare(own) == _bare(contact) for own in (acts.phone, acts.email))


def _beside(acts: Helper, person: Person) -> Person:
    same = [name for name in ("phone", "email") if getattr(person, name) == getattr(acts, name)]
    return person.model_copy(update=dict.fromkeys(["name", *same]))


def _shared(case: Case) -> set[str]:
    """Addresses of the accused: one that she shares is told as theirs, or no paper could be served."""
    return {_bare(each.address.text.text) for each in case.accused if known(each.address)}


def _reach(person: Person, shared: set[str]) -> Iterator[Secret]:
    if known(person.phone):
        yield _digits(person.phone)
    if known(person.email):
        yield _as_written(person.email)
    yield from map(_spaced, _address(person, shared))


def _address(person: Person, shared: set[str]) -> list[str]:
    """An address, if it is one: what is too short to find anybody is a region."""
    text = person.address.text.text if known(person.address) else ""
    return [text] if len(_bare(text)) >= 6 and _bare(text) not in shared else []


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _as_written(text: str) -> Secret:
    return _secret(text, re.escape(text))


def _spaced(text: str, after: str = "") -> Secret:
    return _secret(text, r"\s*".join(re.escape(word) for word in text.split()) + after)


def _roads(person: Person, shared: set[str]) -> Iterator[Secret]:
    """A road with its number: enough to find somebody without the rest of the address."""
    for text in _address(person, shared):
        for road in re.findall(r"[가-힣\d]+(?:로|길)\s*\d+(?:-\d+)?", text):
            yield _spaced(re.sub(r"(?<=[로길])(?=\d)", " ", road), r"(?!\d)")


def _digits(number: str) -> Secret:
    digits = re.sub(r"\D", "", number)
    local = re.sub(r"^(?:82|0)", "", digits)
    if len(local) < 6:
        return _as_written(number if len(number) >= 6 else "")
    return _secret(local, r"(?<!\d)(?:\+?82[\s\-.]*\(?0?\)?|0)?" + r"[\s\-.()]*".join(local) + r"(?!\d)")


def _whole(name: PersonName) -> Iterator[Secret]:
    """A name in full, in every spelling and order; two letters of Hangul may be a word and count as a part."""
    letters = _bare(name.hangul or "")
    if len(letters) > 2:
        yield _parted(letters)
    for words in _latin(name):
        if len("".join(words)) >= 6 and len(words) > 1:
            yield _parted(words)
            yield _parted((*words[1:], words[0]))


def _parted(pieces: Sequence[str], before: str = "", after: str = "") -> Secret:
    """Letters or words, whatever stands between them."""
    return _secret("".join(pieces), before + _GAP.join(map(re.escape, pieces)) + after)


def _parts(name: PersonName) -> Iterator[Secret]:
    """What gives a name away in a handle, an address or a file name: a given name, a foreign name's single words."""
    if name.hangul:
        yield from _hangul_parts(name.hangul)
    for words in _latin(name):
        yield from _alone(words if len(words) == 1 else words[1:])
        for place, word in enumerate(words):
            yield from _alone([word]) if len(word) >= (4 if place else 5) else ()


def _hangul_parts(name: str) -> Iterator[Secret]:
    letters, words = _bare(name), name.split()
    if len(letters) == 2:
        yield _parted(letters)
    if len(words) == 1 and len(letters) <= 4:
        words = [letters[2:] if len(letters) == 4 else letters[1:]]
    for word in (letters, *words):
        if len(word) > 1:
            yield _as_written(quote(word))
            yield _secret(word, _NO_SYLLABLE_BEFORE + re.escape(word))


def _alone(words: Sequence[str]) -> Iterator[Secret]:
    letters = sum(map(len, words))
    if letters >= 4:
        yield _parted(words, _NO_LETTER_BEFORE, _NO_LETTER_AFTER if letters == 4 else "")


def _latin(name: PersonName) -> Iterator[list[str]]:
    forms = (name.passport, name.romanised, romanise(name.hangul) if name.hangul else None)
    for form in filter(None, forms):
        words = re.findall(r"[^\W\d_]+", form)
        if words and re.search("[A-Za-z]", form):
            yield words
