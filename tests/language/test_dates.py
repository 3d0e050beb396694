import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.language import (
    Bilingual,
    Moment,
    before_learned,
    day,
    ends,
    in_words,
    noun,
    partial,
    period,
    plain,
    span,
    unknown,
)

HALF_PAST_NINE = datetime.time(21, 30)


@pytest.mark.parametrize(
    ("known", "korean", "english"),
    [
        ({"month": 3, "day": 14, "time": HALF_PAST_NINE}, "2026. 3. 14. 21:30경", "at about 21:30 on 14 March 2026"),
        ({"month": 3, "day": 14}, "2026. 3. 14.", "on 14 March 2026"),
        ({"month": 3, "day": 14, "about": True}, "2026. 3. 14.경", "on about 14 March 2026"),
        ({"month": 3}, "2026. 3. 일자불상경", "on an unknown day in March 2026"),
        ({"month": 3, "about": True}, "2026. 3.경", "in about March 2026"),
        ({}, "2026. 월일불상경", "on an unknown date in 2026"),
        ({"about": True}, "2026년경", "in about 2026"),
    ],
)
def it_says_when_as_far_as_it_is_known(known, korean, english):
    assert partial(2026, **known).plain() == Bilingual(korean, english)


def and_it_counts_midnight_as_a_time():
    assert partial(2026, 3, 14, time=datetime.time(0, 0)).plain().ko == "2026. 3. 14. 00:00경"
    assert partial(2026, 3, 14, time=datetime.time(0, 0)).plain().en == "at about 00:00 on 14 March 2026"


def it_says_nothing_when_nothing_is_known():
    assert unknown() == Bilingual("일시불상경", "on an unknown date")


def it_joins_both_ends_of_a_period():
    start, end = Moment(2026, 2, 1, about=True), Moment(2026, 3, 5, about=True)
    assert span(start, end).plain() == Bilingual(
        "2026. 2. 1.경부터 2026. 3. 5.경까지 사이에", "between about 1 February and about 5 March 2026"
    )
    assert period(start, end).plain() == Bilingual(
        "2026. 2. 1.경부터 2026. 3. 5.경까지", "from about 1 February to about 5 March 2026"
    )
    assert period(Moment(2022), Moment(2026, 1)).plain().en == "from about 2022 to about January 2026"


def but_it_names_both_years_when_they_differ():
    assert period(Moment(2025, 12, 31), Moment(2026, 1, 1)).plain().en == "from 31 December 2025 to 1 January 2026"


def and_it_never_drops_a_year_that_is_all_there_is():
    first, last = ends(Moment(2026), Moment(2026, 5))
    assert (first.en, plain(last.en)) == ("about 2026", "about May 2026")


@pytest.mark.parametrize("person", ["I", "the victim"])
def it_says_who_learned_of_it(person):
    words = before_learned(datetime.date(2026, 3, 14), person).plain()
    assert words.ko == "2026. 3. 14.(알게 된 날) 이전 일시불상경"
    assert words.en == f"on an unknown date before 14 March 2026, the day {person} learned of it"


@given(st.dates())
def it_never_breaks_inside_a_date(date):
    for words in (day(date), noun(date.year, date.month, date.day)):
        assert " " not in words.ko + words.en
        assert words.plain().ko == f"{date.year}. {date.month}. {date.day}."


def it_dates_the_schedule_of_acts_as_the_sentence_asks():
    first, last = ends(Moment(2026, 2, 1, about=True), Moment(2026, 3, 5, about=True))
    assert plain(f"{first.ko}부터 {last.ko}까지 총 17회에 걸쳐") == "2026. 2. 1.경부터 2026. 3. 5.경까지 총 17회에 걸쳐"


@pytest.mark.parametrize(
    ("words", "language", "korean", "english"),
    [
        ("여름", "ko", "여름(정확한 일자는 기억나지 않음)", '(in the original words, in Korean: "여름")'),
        ("in summer", "en", '일시불상경(영어 원문: "in summer")', '"in summer" (the exact date is not remembered)'),
        ("mùa hè", "vi", '일시불상경(베트남어 원문: "mùa hè")', '(in the original words, in Vietnamese: "mùa hè")'),
    ],
)
def it_never_puts_her_words_into_a_sentence_of_another_language(words, language, korean, english):
    told = in_words(words, language)
    assert told.ko == korean
    assert told.en.endswith(english)
