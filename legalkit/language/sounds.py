"""With which sound a word ends when it is read aloud in Korean: the ground on which particles are chosen.

A word is folded (NFC, full-width and joined signs), trimmed of what is not read (quotes, brackets and what is in them,
emoji, punctuation), and its end is read as a date, a time, an amount, a number, a symbol, Latin letters or Hangul.
"""

import re
import unicodedata
from collections.abc import Callable

from ._hangul import NOT_SURE, Sound, Sounds, ending, is_syllable
from ._latin import latin
from ._readings import (
    CURRENCIES,
    DIGITS,
    ENGLISH_DIGITS,
    HANJA,
    JAMO_RIEUL,
    KANA_N,
    PLACEHOLDERS,
    PLACES,
    SYMBOLS,
    WORDS,
)

__all__ = ["Sound", "Sounds", "is_sure", "sounds"]

_TAIL = 300
"""Only the end of a text is read: enough for any bracket, and a long text costs no more than a short one."""

_BRACKETS = {")": "(", "]": "[", "}": "{", "〕": "〔", "】": "【"}

_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"

_PHRASES = (
    # (what the trimmed text ends with, how its end is read)
    (rf"(?<![\d.])(?:\d{{2,4}}\.\s*)?{_MONTH}\.\s*{_DAY}\.", "일"),
    (rf"(?:19|20)\d\d(?P<mark>[-/.])\s*{_MONTH}(?P=mark)\s*{_DAY}", "일"),
    (rf"\d\.\s*[~–-]\s*{_DAY}\.", "일"),
    (rf"(?:19|20)\d\d\.\s*{_MONTH}\.", "월"),
    (rf"(?:19|20)\d\d\.\s+{_MONTH}", "월"),
    (r"(?<![\d:])(?:[01]?\d|2[0-4]):00", "시"),
    (r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d", "분"),
    (r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d:[0-5]\d", "초"),
    (r"§+\s*\d+", "조"),
)
_PHRASE_RULES = tuple((re.compile(f"(?:{pattern})$"), reading) for pattern, reading in _PHRASES)

_AMOUNT = re.compile(rf"(?:^|[^A-Za-z])({'|'.join(map(re.escape, CURRENCIES))})\s*[\d,]*\d(?:\.\d+)?$")


def sounds(word: str) -> Sounds:
    """Every way a word may end when read; more than one means that it is not sure.

    >>> sounds("서울"), sounds("카카오톡(단체방)"), sounds("@user_02")
    (frozenset({'rieul'}), frozenset({'consonant'}), frozenset({'vowel'}))
    """
    if is_syllable(word[-1:]):  # as nearly all words end: nothing before it changes how it is read
        return ending(word)
    text = _trimmed(_folded(word[-_TAIL:]))
    if not text:
        return NOT_SURE
    if reading := _phrase(text):
        return ending(reading)
    last = text[-1]
    for fits, read in _READERS:
        if fits(last):
            return read(text)
    return NOT_SURE


def is_sure(word: str) -> bool:
    """Whether every particle can be chosen; if not, ask the person how the word ends.

    >>> is_sure("Kelly"), is_sure("Жанна")
    (True, False)
    """
    return len(sounds(word)) == 1


def _folded(word: str) -> str:
    """One form for what looks alike: composed Hangul, plain digits and letters without accents."""
    text = re.sub("[™℠®©]", "", unicodedata.normalize("NFC", word))
    if "조" in text or "§" in text:  # ① after an article is its first paragraph
        text = re.sub(r"(?<=[\d조])\s*[①-⑳]+$", "항", text)
    text = re.sub(r"(?<=\d)[²³]$", "제곱", text)
    text = re.sub(r"[Ⅰ-Ⅻⅰ-ⅻ]", lambda numeral: f"{unicodedata.numeric(numeral.group()):.0f}", text)
    text = unicodedata.normalize("NFKC", text)
    return "".join(character if is_syllable(character) else _without_accent(character) for character in text).strip()


def _without_accent(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[:1]
    return base if base.isascii() else character


def _trimmed(text: str) -> str:
    """The text up to the last thing that is read; what is wholly in brackets is read inside."""
    while text and not _phrase(text):
        shorter = _without_last(text)
        if shorter == text:
            break
        text = shorter.rstrip()
    return text


def _without_last(text: str) -> str:
    last = text[-1]
    if last in _BRACKETS:
        start = _opening(text)
        return text[:-1] if start is None else _trimmed(text[:start]) or text[start + 1 : -1]
    if last in PLACEHOLDERS or last in SYMBOLS or unicodedata.category(last)[0] in "LN":
        return text
    return text[:-1]


def _opening(text: str) -> int | None:
    """Where the bracket opens that the last character closes."""
    close, depth = text[-1], 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == close) - (text[index] == _BRACKETS[close])
        if depth == 0:
            return index
    return None


def _phrase(text: str) -> str | None:
    amount = _AMOUNT.search(text)
    if amount:
        return CURRENCIES[amount[1]]
    return next((reading for rule, reading in _PHRASE_RULES if rule.search(text)), None)


def _number(text: str) -> Sounds:
    if (fraction := re.search(r"(?<![\d/])(\d+)[/⁄](\d+)$", text)) and int(fraction[1]) < int(fraction[2]):
        is_date = re.fullmatch(f"{_MONTH}/{_DAY}", fraction.group())
        return _number(fraction[1]) | (ending("일") if is_date else frozenset())
    if (mixed := re.search(r"[A-Za-z]+\d+$", text)) and mixed.group().lower() in WORDS:
        return ending(WORDS[mixed.group().lower()])
    if re.search(r"(?<![A-Za-z0-9_@])[A-Z]{1,3}\d$", text):  # A4, F1: both ways of reading are heard
        return ending(DIGITS[text[-1]], ENGLISH_DIGITS[text[-1]])
    return ending(_last_place(text))


def _last_place(text: str) -> str:
    """The last word of a number: its last digit, or the place of its trailing zeros."""
    if text[-1] != "0":
        return DIGITS[text[-1]]
    if re.search(r"(?:[A-Za-z_.-]|(?<!\d)0)\d[\d,]*$", text) or re.search(r"(?<!\d)0$", text):
        return DIGITS["0"]  # read digit by digit: telephone numbers, handles, decimals
    digits = text.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    return PLACES[max(place for place in PLACES if place <= zeros)]


def _jamo(text: str) -> Sounds:
    """A single letter is called by its name; how a run of them is read nobody knows."""
    if len(text) > 1 and unicodedata.name(text[-2], "").startswith("HANGUL CHOSEONG"):
        return NOT_SURE
    return frozenset({"rieul"}) if text[-1] == JAMO_RIEUL else frozenset({"consonant"})


def _kana(text: str) -> Sounds:
    return frozenset({"consonant"}) if text[-1] in KANA_N else frozenset({"vowel"})


_READERS: tuple[tuple[Callable[[str], bool], Callable[[str], Sounds]], ...] = (
    (is_syllable, lambda text: ending(text)),
    (DIGITS.__contains__, _number),
    (lambda last: last.isascii() and last.isalpha(), latin),
    (SYMBOLS.__contains__, lambda text: ending(SYMBOLS[text[-1]])),
    (HANJA.__contains__, lambda text: ending(HANJA[text[-1]])),
    (lambda last: "ᄀ" <= last <= "ᄒ", _jamo),
    (lambda last: "ᅡ" <= last <= "ᅵ", lambda text: frozenset({"vowel"})),
    (lambda last: "ぁ" <= last <= "ヿ", _kana),
)
