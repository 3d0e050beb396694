"""The words of this room are whole in both languages, dated and marked."""

import re
from datetime import date

import pytest

from legalkit.case.text import Model, has_hangul
from legalkit.evidence.custody import Action
from legalkit.evidence.guides import capture_guides
from legalkit.evidence.legality import cautions
from legalkit.evidence.sealed import sealed_pack
from legalkit.evidence.wording import Basis, Words, custody_words, hash_words, sure

ALL = {
    "hash": hash_words,
    "custody": custody_words,
    "cautions": cautions,
    "guides": capture_guides,
    "sealed": sealed_pack,
}


def _inside(value, kind):
    if isinstance(value, kind):
        yield value
    if isinstance(value, Model):
        value = [getattr(value, name) for name in type(value).model_fields]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from _inside(each, kind)


@pytest.mark.parametrize("name", ALL)
def it_says_everything_in_both_languages(name):
    found = list(_inside(ALL[name](), Words))
    assert found
    for words in found:
        assert has_hangul(words.ko), words.en
        assert words.en
        assert not has_hangul(words.en), words.en
        assert re.findall(r"%\(\w+\)s", words.ko) == re.findall(r"%\(\w+\)s", words.en)


def it_keeps_the_foot_to_one_sentence_that_claims_no_more_than_is_true():
    foot = hash_words().foot
    assert foot.ko.count("다.") == foot.en.count(".") == 1
    assert "증명하지 않습니다" in foot.ko
    assert "does not prove" in foot.en


def it_has_words_for_every_action():
    assert set(custody_words().actions) == {action.value for action in Action}


def it_marks_and_dates_every_provision():
    bases = [basis for name in ALL for basis in _inside(ALL[name](), Basis)]
    assert len(bases) > 10
    for basis in bases:
        assert re.search(r"제\d+조", basis.reference.ko), basis.reference
        assert re.search(r"Articles? \d+", basis.reference.en), basis.reference
        assert date(2026, 11, 1) <= basis.checked_on <= date(2026, 12, 31)
        assert basis.text_of is None or basis.text_of <= basis.checked_on


def it_lets_only_what_was_read_into_a_paper():
    asks = sealed_pack().request.asks
    forfeiture = next(ask for ask in asks if ask.key == "forfeiture")
    assert forfeiture.bases[0].needs_checking
    assert sure(forfeiture.bases) == ()
    assert all(len(sure(ask.bases)) == len(ask.bases) for ask in asks if ask is not forfeiture)
