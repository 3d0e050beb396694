"""What every catalogue of every room must keep to."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ko", "en")
FILES = sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po"))
BANNED = {
    "ko": ("몰카", "몰래카메라", "음란물", "야동", "리벤지", "당했", "당하신"),
    "en": ("revenge porn", "spy cam porn", "victim blaming", "child porn"),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def entries(path):
    with path.open("rb") as file:
        return [entry for entry in read_po(file, locale=path.parts[-3], abort_invalid=True) if entry.id]


@cache
def everything(language):
    return {
        (entry.context, entry.id): entry.string
        for path in FILES
        if path.parts[-3] == language
        for entry in entries(path)
    }


def codes_in_source():
    return {
        code
        for path in (ROOT / "legalkit").rglob("*.py")
        for code in re.findall(r"\bE-[A-Z]+-[A-Z]+(?:-[A-Z]+)*\b", path.read_text(encoding="utf-8"))
    }


def it_has_the_same_files_in_both_languages():
    korean, english = ({path.name for path in FILES if path.parts[-3] == language} for language in LANGUAGES)
    assert korean == english


def it_has_the_same_keys_in_both_languages():
    assert set(everything("ko")) == set(everything("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def and_it_has_no_key_twice(language):
    keys = Counter((entry.context, entry.id) for path in FILES if path.parts[-3] == language for entry in entries(path))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def it_has_words_for_every_key_and_none_that_is_not_settled(path):
    unsettled = [entry.id for entry in entries(path) if entry.fuzzy or not entry.string or entry.pluralizable]
    assert unsettled == []


def it_fills_the_same_places_in_both_languages():
    korean, english = everything("ko"), everything("en")
    differing = [
        key
        for key in korean.keys() & english.keys()
        if set(PLACEHOLDER.findall(korean[key])) != set(PLACEHOLDER.findall(english[key]))
    ]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def and_every_line_can_be_filled(language):
    for key, words in everything(language).items():
        filled = words % dict.fromkeys(PLACEHOLDER.findall(words), "…")
        assert "%(" not in filled, key


@pytest.mark.parametrize("language", LANGUAGES)
def it_keeps_words_that_blame_or_cheapen_out(language):
    found = [
        (key, word) for key, words in everything(language).items() for word in BANNED[language] if word in words.lower()
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def it_has_words_for_every_error_that_the_code_can_name(language):
    assert sorted(codes_in_source() - {key for _, key in everything(language)}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def and_it_has_none_for_errors_that_no_code_names(language):
    assert sorted({key for _, key in everything(language) if key.startswith("E-")} - codes_in_source()) == []
