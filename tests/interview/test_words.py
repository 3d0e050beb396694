"""The words of the interview: complete for everybody, short, plain, and a reason beside what hurts."""

import re
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from legalkit.filings import all_filings
from legalkit.interview import add, from_case, pages, places, questions, start, view
from legalkit.interview._fields import field
from legalkit.interview._options import table
from legalkit.interview._reading import Reading
from legalkit.interview._words import coded, has, said, with_persons
from legalkit.language.catalogue import messages
from legalkit.resources import data
from tests.interview.story import DAY
from tests.interview.test_cases import told

ROLES = ("self", "legal_representative", "lawyer", "organisation", "third_party")
LONGEST_KO, MEAN_KO, LONGEST_EN = 50, 35, 20
GRADE, HARDEST = 6, 12
"""Grades of school after Flesch and Kincaid: of all sentences of six words and more, and of each."""
SCREEN = ("interview", "web", "common", "desk")
"""The catalogues of what stands on pages."""
GLOSSARY = yaml.safe_load(Path(__file__).with_name("glossary.yaml").read_text(encoding="utf-8"))
PEOPLE = ("seoyeon", "yujin", "hana", "kelly", "mirae")


def _sentences(language, name):
    text = (data("locales") / language / "LC_MESSAGES" / f"{name}.po").read_bytes()
    found = [str(entry.string) for entry in read_po(text.decode("utf-8").splitlines(keepends=True)) if entry.id]
    return [each.strip() for words in found for each in re.split(r"(?<=[.?!])\s+|\n", words) if each.strip()]


def _words(sentence):
    return re.findall(r"[A-Za-z][A-Za-z'’-]*", re.sub(r"%\(\w+\)s", "it", sentence))


def _syllables(word):
    """About how many: groups of vowels, without the silent ones at the end."""
    plain = re.sub("[^a-z]", "", word.lower())
    groups = len(re.findall("[aeiouy]+", plain))
    silent = (plain.endswith("e") and not plain.endswith(("le", "ee"))) or bool(re.search("[^aeiouytd]ed$", plain))
    return max(groups - silent, 1)


def _grade(sentences):
    """After Flesch and Kincaid, of sentences as lists of words."""
    words = [word for each in sentences for word in each]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _draft(language, role, harm="spread"):
    draft = start(language).put("reporter.role", role)
    for listed in ("incidents", "accused", "exhibits", "relatives", "reports"):
        draft, at = add(draft, listed, **({"harm": harm} if listed == "incidents" else {}))
    draft, _ = add(draft, "incidents[0].entries")
    return add(draft, "accused[0].accounts")[0]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", ["ko", "en"])
def it_has_words_for_everything_it_asks(language, role):
    reading = Reading(_draft(language, role), DAY)
    for page in pages():
        for at in reading.places(page):
            for question in page.questions:
                drawn = field(reading, question, at)
                assert drawn.label
                assert drawn.why or question.sensitive == 1, question.path
        assert said(reading.draft, f"page.{page.words}.title")


@pytest.mark.parametrize("language", ["ko", "en"])
def it_has_words_for_every_code(language):
    for question in questions():
        if question.options[:1].isupper():
            for code in table(question.options):
                words = coded(start(language), question.options, code)
                assert words and "{" not in words and "|" not in words, (question.options, code)


@pytest.mark.parametrize(("role", "wrong"), [("lawyer", r"\b(you|your)\b"), ("organisation", r"\b(you|your)\b")])
def it_never_calls_a_helper_the_victim(role, wrong):
    reading = Reading(_draft("en", role), DAY)
    about = [question for page in pages() if page.section != "who" for question in page.questions]
    hers = [each for each in about if not each.path.startswith(("reporter.", "wishes.notify"))]
    said_wrong = {
        each.path: field(reading, each, "incidents[0]" if each.path.startswith("incidents[].") else "").label
        for each in hers
        if "[]" not in each.path or (each.path.startswith("incidents[].") and "entries[]" not in each.path)
    }
    assert {path: words for path, words in said_wrong.items() if re.search(wrong, words)} == {}


def it_puts_the_person_on_screen_into_reviewed_words():
    mine, hers = start("en"), start("en").put("reporter.role", "lawyer")
    assert with_persons(mine, "in {victim's} home") == "in your home"
    assert with_persons(hers, "in {victim's} home") == "in the victim's home"
    assert with_persons(hers.changed(language="ko"), "{victim:이} 자주 가는 곳") == "피해자가 자주 가는 곳"


@pytest.mark.parametrize("name", SCREEN)
def it_keeps_korean_sentences_short(name):
    found = _sentences("ko", name)
    assert [each for each in found if len(each) > LONGEST_KO] == []
    assert sum(map(len, found)) / len(found) <= MEAN_KO


def and_english_ones():
    assert [each for each in _sentences("en", "interview") if len(each.split()) > LONGEST_EN] == []


@pytest.mark.parametrize("name", ["interview", "web", "desk"])
def and_english_is_understood_after_six_years_of_school(name):
    whole = [words for words in map(_words, _sentences("en", name)) if len(words) >= 6]
    assert _grade(whole) <= GRADE
    assert [" ".join(each) for each in whole if _grade([each]) > HARDEST] == []


def but_it_would_notice_a_hard_sentence():
    hard = "The representative's authorisation necessitates documentary substantiation by the investigating authority."
    assert _grade([_words(hard)]) > HARDEST


def _read(shown):
    """All that stands on a page of questions, without the titles of papers under the reasons."""
    yield from (shown.title, *shown.lead)
    for each in shown.fields:
        yield from (each.label, each.hint, each.why, *each.aids)
        for option in (*each.options, *(option for box in each.boxes for option in box.options)):
            yield from (option.label, option.note)
        yield from (box.label for box in each.boxes)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def it_explains_every_legal_word_on_the_page_it_stands_on(who, language):
    draft = from_case(told(who), language)
    bare = []
    for place in places(draft, DAY):
        page = " ".join(_read(view(draft, DAY, place.key)))
        bare += [
            (place.key, word)
            for word, means in GLOSSARY[language].items()
            if word in page.lower() and not re.search(means, page)
        ]
    assert bare == []


def it_has_plain_words_for_every_paper():
    assert [
        name for name in all_filings() for language in ("ko", "en") if not has(start(language), f"plain.{name}")
    ] == []


def it_has_the_keys_of_one_person_for_the_other_too():
    for language in ("ko", "en"):
        keys = messages(language)
        mine = {key for context, key in keys if context == "self"}
        assert mine == {key for context, key in keys if context == "other"}


def but_a_key_without_words_is_not_there():
    assert not has(start("ko"), "question.nothing")
    with pytest.raises(KeyError):
        said(start("ko"), "question.nothing")
