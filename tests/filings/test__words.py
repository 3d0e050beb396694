"""The reviewed words: every code has some in both languages, and each language is clean of the other."""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest
import yaml

import legalkit.case.codes as codes
from legalkit.filings._words import patterns, sentence, word
from tests.support.reviewed import FILES, pairs, read

TABLES = {name: kind for name, kind in vars(codes).items() if isinstance(kind, type) and issubclass(kind, Enum)}
NOT_SAID = {"ReporterRole", "KnowingHow"}
"""Codes that no paper says in words."""
LATIN = {"SHA", "URL", "X", "CCTV", "KST", "ZIP", "PDF", "HEIC", "SNS"}
BANNED = yaml.safe_load((Path(__file__).parents[1] / "house" / "words.yaml").read_text(encoding="utf-8"))["banned"]
_NOTATION = re.compile(r"\{[^}]*\}|\[[a-z_.]+\?|\||[‹›\]]")


def _bare(text: str) -> str:
    """A text without what stands in it by notation."""
    return _NOTATION.sub(" ", text)


def _flat(node: object) -> Iterator[tuple[set[str], object]]:
    if isinstance(node, dict):
        yield set(node), node
        for below in node.values():
            yield from _flat(below)
    elif isinstance(node, list):
        for below in node:
            yield from _flat(below)


@pytest.mark.parametrize("name", sorted(set(TABLES) - NOT_SAID))
def it_has_words_for_every_code(name):
    table = patterns("words")[name]
    codes_of = {member.value for member in TABLES[name]}
    assert codes_of - set(table) == set()
    assert all(word(name, code).ko and word(name, code).en for code in codes_of)


@pytest.mark.parametrize("name", FILES)
def it_says_no_english_word_in_korean(name):
    said = {place: set(re.findall(r"[A-Za-z]{2,}", _bare(twin.ko))) - LATIN for place, twin in pairs(name)}
    assert {place: found for place, found in said.items() if found} == {}


@pytest.mark.parametrize("name", FILES)
def and_it_says_no_korean_word_in_english(name):
    said = {place: re.findall("[가-힣]+", _bare(twin.en)) for place, twin in pairs(name)}
    # 고발 has no English name of its own; the word helps at the counter
    assert {place: found for place, found in said.items() if found not in ([], ["고발"])} == {}


@pytest.mark.parametrize("name", FILES)
def it_never_blames(name):
    assert [place for place, twin in pairs(name) if _blames(f"{twin.ko}\n{twin.en}".casefold())] == []


def _blames(said: str) -> bool:
    for banned in BANNED:
        for longer in banned.get("within", []):
            said = said.replace(longer.casefold(), "")
    return any(banned["word"].casefold() in said for banned in BANNED)


@pytest.mark.parametrize("name", FILES)
def it_holds_no_text_that_a_comma_cut(name):
    """In ``{en: a, b}`` YAML reads the text as ``a`` and ``b`` as another key."""
    empty = [(keys, node) for keys, node in _flat(read(name)) if any(value is None for value in node.values())]
    assert empty == []


@pytest.mark.parametrize("name", FILES)
def it_has_both_languages_of_everything(name):
    halves = [keys for keys, _ in _flat(read(name)) if ("ko" in keys) is not ("en" in keys)]
    assert halves == []


def it_fills_a_word_and_a_sentence():
    assert word("Medium", "telegram").en == "Telegram"
    assert sentence("endings", "concluded").ko.startswith("{body}")
