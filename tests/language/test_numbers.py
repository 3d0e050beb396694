from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.language import UNITS, Bilingual, count, duration, formal_won, money, reading, won

PLACES = {"십": 10, "백": 100, "천": 1_000}
GREAT = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}


def value(words):
    """Read Korean number words back: the other way round, as an oracle."""
    total = group = digit = 0
    for letter in words:
        if letter in PLACES:
            group, digit = group + digit * PLACES[letter], 0
        elif letter in GREAT:
            total, group, digit = total + (group + digit) * GREAT[letter], 0, 0
        else:
            digit = "영일이삼사오육칠팔구".index(letter)
    return total + group + digit


@given(st.integers(0, 10**20 - 1))
def it_reads_out_a_number_that_reads_back_as_itself(number):
    assert value(reading(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "영"),
        (10, "일십"),
        (1_000, "일천"),
        (11_000, "일만일천"),
        (113_560, "일십일만삼천오백육십"),
        (234_580, "이십삼만사천오백팔십"),
        (100_000_000, "일억"),
        (100_000_001, "일억일"),
        (10**12, "일조"),
    ],
)
def it_writes_every_one_as_official_amounts_do(number, words):
    assert reading(number) == words


@pytest.mark.parametrize("number", [-1, 10**20])
def but_it_refuses_what_has_no_reading(number):
    with pytest.raises(ValueError, match="0 to 10"):
        reading(number)


def it_writes_amounts():
    assert won(5_000_000).plain() == Bilingual("5,000,000원", "KRW 5,000,000")
    assert formal_won(234_580).plain() == Bilingual("금234,580원(금이십삼만사천오백팔십원)", "KRW 234,580")
    assert money(Decimal("0.25"), "EUR").plain() == Bilingual("0.25 유로", "EUR 0.25")
    assert money(1_200, "USD").plain() == Bilingual("1,200 미국 달러", "USD 1,200")


def but_it_refuses_a_currency_that_is_none_without_repeating_it():
    with pytest.raises(ValueError, match="ISO 4217") as caught:
        money(1, "Pounds of Kelly")
    assert "Kelly" not in str(caught.value)


@pytest.mark.parametrize("unit", sorted(UNITS))
def it_counts_one_and_many(unit):
    one, many = count(1, unit).plain(), count(3, unit).plain()
    assert one.ko[1:] == many.ko[1:] != ""
    assert one.en[2:] != many.en[2:]


def it_says_how_long_a_recording_is():
    assert duration(61).plain() == Bilingual("1분 1초", "1 minute 1 second")
    assert duration(7_200).plain() == Bilingual("2시간", "2 hours")
