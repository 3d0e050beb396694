"""The words of the interview: complete for everybody, short, plain, and a reason beside what hurts."""

import re

import pytest
from babel.messages.pofile import read_po

from legalkit.interview import add, pages, questions, start
from legalkit.interview._fields import field
from legalkit.interview._options import table
from legalkit.interview._reading import Reading
from legalkit.interview._words import coded, has, said, with_persons
from legalkit.language.catalogue import messages
from legalkit.resources import data
from tests.interview.story import DAY

ROLES = ("self", "legal_representative", "lawyer", "organisation", "third_party")
LONGEST_KO, MEAN_KO, LONGEST_EN = 50, 35, 20


def _sentences(language):
    text = (data("locales") / language / "LC_MESSAGES" / "interview.po").read_bytes()
    found = [str(entry.string) for entry in read_po(text.decode("utf-8").splitlines(keepends=True)) if entry.id]
    return [each.strip() for words in found for each in re.split(r"(?<=[.?!])\s+|\n", words) if each.strip()]


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


def it_keeps_korean_sentences_short():
    found = _sentences("ko")
    assert [each for each in found if len(each) > LONGEST_KO] == []
    assert sum(map(len, found)) / len(found) <= MEAN_KO


def and_english_ones():
    assert [each for each in _sentences("en") if len(each.split()) > LONGEST_EN] == []


def it_has_the_keys_of_one_person_for_the_other_too():
    for language in ("ko", "en"):
        keys = messages(language)
        mine = {key for context, key in keys if context == "self"}
        assert mine == {key for context, key in keys if context == "other"}


def but_a_key_without_words_is_not_there():
    assert not has(start("ko"), "question.nothing")
    with pytest.raises(KeyError):
        said(start("ko"), "question.nothing")
