"""The words of coded answers in a table: those of the screens where there are some, else those of the papers."""

from enum import Enum

from legalkit.filings._words import patterns
from legalkit.language import LANGUAGES, Language, text
from legalkit.language.catalogue import messages


def words_of(codes: type[Enum], code: str) -> list[str]:
    """The words of a code in each language that has some, Korean first.

    >>> from legalkit.case.codes import Medium
    >>> words_of(Medium, "telegram")
    ['텔레그램', 'Telegram']
    """
    return [words for language in LANGUAGES if (words := _word(codes.__name__, code, language))]


def shown(codes: type[Enum], code: str) -> str:
    """A code with its words, as a list to choose from shows it.

    >>> from legalkit.case.codes import Medium
    >>> shown(Medium, "telegram")
    'telegram · 텔레그램 / Telegram'
    """
    words = " / ".join(dict.fromkeys(words_of(codes, code)))
    return f"{code} · {words}" if words else code


def _word(table: str, code: str, language: Language) -> str:
    for context in ("other", None):
        if found := messages(language).get((context, f"option.{table}.{code}")):
            return found
    entry = patterns("words").get(table, {}).get(code)
    if entry is None or "|" in entry[language]:  # a verb with its endings is no word to choose
        return ""
    return _with_persons(entry[language], language)


def _with_persons(words: str, language: Language) -> str:
    persons = {
        "{victim's}": text("role.victim.possessive", language, context="other") if language == "en" else "",
        "{victim_}": text("role.victim", language, context="other"),
        "{victim}": text("role.victim", language, context="other"),
        "{accused}": text("role.accused", language),
    }
    for slot, person in persons.items():
        words = words.replace(slot, person)
    return words
