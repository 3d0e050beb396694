import ctypes
import re
from collections import Counter
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.messages.pofile import read_po

from legalkit.errors import InputError, Problem
from legalkit.language import LANGUAGES, catalogue, problem_text, text, ui_language

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po"))
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
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
        for code in re.findall(r"\bE-[A-Z]+-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*\b", path.read_text(encoding="utf-8"))
    }


@pytest.fixture
def room(tmp_path, monkeypatch):
    """Catalogues of a made-up room."""
    for language, name, words in (("en", "date", "%(field)s is missing."), ("ko", "날짜", "%(field)s: 비어 있습니다.")):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "a.po").write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
            f'msgid "field.incidents.when"\nmsgstr "{name}"\n\nmsgid "E-X-MISSING"\nmsgstr "{words}"\n',
            encoding="utf-8",
        )
        (folder / "b.po").write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
            'msgid "E-X-RANGE"\nmsgstr "%(lowest)s - %(highest)s, 100%%"\n',
            encoding="utf-8",
        )
    monkeypatch.setattr(catalogue, "data", lambda kind: tmp_path)
    catalogue.messages.cache_clear()
    yield
    catalogue.messages.cache_clear()


def it_tells_the_survivor_apart_from_others():
    assert text("role.victim", "en", context="self") == "you"
    assert text("role.victim", "en", context="other") == "the victim"


@pytest.mark.parametrize(("key", "context"), [("no.such.key", None), ("role.victim", None), ("", None)])
def but_it_never_says_a_key_that_has_no_words(key, context):
    with pytest.raises(KeyError):
        text(key, "en", context=context)


def and_it_refuses_words_whose_place_is_not_filled():
    with pytest.raises(KeyError):
        text("E-LANGUAGE-UNKNOWN", "en")


@pytest.mark.usefixtures("room")
def it_names_the_field_and_which_one():
    problem = Problem("E-X-MISSING", "incidents[1].when")
    assert problem_text(problem, "en") == "date (2) is missing."
    assert problem_text(problem, "ko") == "날짜 (2): 비어 있습니다."


@pytest.mark.usefixtures("room")
def and_it_puts_the_path_first_where_a_field_has_no_name():
    problem = Problem("E-X-RANGE", "exhibits[0].size", {"lowest": 1, "highest": 9})
    assert problem_text(problem, "en") == "exhibits[0].size: 1 - 9, 100%"


@pytest.mark.usefixtures("room")
def and_it_says_just_what_is_wrong_where_there_is_no_field():
    assert problem_text(Problem("E-X-RANGE", "", {"lowest": 1, "highest": 9}), "en") == "1 - 9, 100%"


def it_speaks_the_language_asked_for(monkeypatch):
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert ui_language("en") == "en"


def but_it_refuses_a_language_it_does_not_know():
    with pytest.raises(InputError) as caught:
        ui_language("fr")
    assert caught.value.problems[0].code == "E-LANGUAGE-UNKNOWN"
    assert "fr" not in problem_text(caught.value.problems[0], "en")


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ko_KR", "LANG": "de_DE"}, "ko"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "kok_IN"}, "en"),
    ],
)
def it_speaks_the_language_of_the_machine(monkeypatch, settings, language):
    for variable in LOCALE_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in settings.items():
        monkeypatch.setenv(variable, value)
    assert ui_language() == language


@pytest.mark.parametrize(("code", "language"), [(0x0412, "ko"), (0x0409, "en"), (0xFFFF, "en")])
def and_it_asks_windows_for_the_language_of_its_screens(monkeypatch, code, language):
    for variable in LOCALE_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("sys.platform", "win32")
    kernel32 = SimpleNamespace(GetUserDefaultUILanguage=lambda: code)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel32), raising=False)
    assert ui_language() == language


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
def it_has_words_for_every_error_that_the_code_can_name(language):
    assert sorted(codes_in_source() - {key for _, key in everything(language)}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def and_it_has_none_for_errors_that_no_code_names(language):
    assert sorted({key for _, key in everything(language) if key.startswith("E-")} - codes_in_source()) == []
