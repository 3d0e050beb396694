"""How a word in Latin letters ends when it is read aloud in Korean.

In this order: a unit after a number, an ending after a dot, a known word, letters one by one (acronyms, single
letters), Roman numerals, and spelling rules. What none of them covers is not sure.
"""

import re

from ._hangul import NOT_SURE, Sounds, ending
from ._readings import DIGITS, ENDINGS, LETTERS, RULES, UNITS, WORDS

_ROMAN = re.compile(r"(?=[IVX]{2})(X{0,3})(IX|IV|V?I{0,3})")
_RULES = tuple((re.compile(f"(?:{spelling})$"), sound) for spelling, sound in RULES)
_HUMP = re.compile(r"[A-Z][a-z]+$")


def latin(text: str) -> Sounds:
    """How a text that ends in a Latin letter ends when read.

    Args:
        text: folded text (no accents), up to and with the word in question.
    """
    if unit := _unit(text):
        return _heard(unit)
    word = re.search(r"[A-Za-z]+$", text)
    if word is None:
        return NOT_SURE
    token, before = word.group(), text[: word.start()]
    if re.search(r"\w\.$", before) and token.lower() in ENDINGS:
        return _heard(ENDINGS[token.lower()])
    if re.search(r"[가-힣]$", before) and re.fullmatch(r"O{2,}|X{2,}|[ox]{2,}", token):
        return NOT_SURE  # letters left out of a name: 김OO
    return _token(token, among_capitals=bool(re.search(r"\b[A-Z]{2,}\s$", before)))


def _unit(text: str) -> str | None:
    # not after a number that is itself part of a handle, as in kim1m
    numbered = re.search(r"(?<![A-Za-z_\d.,])\d[\d.,]*\s?([A-Za-z]+(?:/[a-z]+)?)$", text)
    if numbered:
        return UNITS.get(numbered[1]) or UNITS.get(numbered[1].lower() if len(numbered[1]) > 1 else "")
    alone = re.search(r"(?<![A-Za-z])[A-Za-z]{2,3}$", text)
    return UNITS.get(alone.group()) if alone and not _has_vowel(alone.group()) else None


def _token(token: str, *, among_capitals: bool) -> Sounds:
    small = token.lower()
    if small in WORDS:
        return _heard(WORDS[small])
    if len(token) == 1 or not _has_vowel(small):
        return ending(LETTERS[small[-1]])
    if token.isupper():
        return _capitals(token, among_capitals=among_capitals)
    if re.search(r"[a-z][A-Z]+$", token):  # ChatGPT, iOS
        return ending(LETTERS[small[-1]])
    hump = _HUMP.search(token)
    last = hump.group().lower() if hump else small
    return _heard(WORDS[last]) if last in WORDS else by_spelling(last)


def _capitals(token: str, *, among_capitals: bool) -> Sounds:
    """An acronym is read letter by letter; a long one, or one among other capitals, may be a name or a word."""
    if roman := _roman(token):
        return ending(DIGITS[str(roman % 10)] if roman % 10 else "십")
    letters, word = ending(LETTERS[token[-1].lower()]), by_spelling(token.lower())
    if len(token) < 3 or re.search(r"[^AEIOUY]{4}", token):
        return letters
    if len(token) >= 5 or token.endswith("NG") and len(token) == 4:
        return word
    return letters | word if len(token) == 4 or among_capitals else letters


def by_spelling(word: str) -> Sounds:
    """How a word in small letters ends by the rules of transliteration.

    >>> by_spelling("michael"), by_spelling("sophie")
    (frozenset({'rieul'}), frozenset({'vowel'}))
    """
    for rule, sound in _RULES:
        if rule.search(word):
            return frozenset({sound})
    return NOT_SURE


def _roman(token: str) -> int | None:
    match = _ROMAN.fullmatch(token)
    if match is None or set(token) == {"X"}:
        return None
    tens, ones = match.groups()
    return 10 * len(tens) + {"IX": 9, "IV": 4}.get(ones, 5 * ones.count("V") + ones.count("I"))


def _heard(reading: str) -> Sounds:
    return ending(*reading.split("|"))


def _has_vowel(token: str) -> bool:
    return bool(re.search(r"[aeiouyAEIOUY]", token))
