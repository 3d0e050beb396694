import pytest

from legalkit.errors import InputError
from legalkit.interview._check import problems
from legalkit.interview._dates import read_day, read_when, show_day, show_when

SHAPES = [
    ({"year": "2026", "month": "3", "day": "14"}, {"on": "2026-03-14"}),
    ({"year": "2026", "month": "3"}, {"on": "2026-03"}),
    ({"year": "2026"}, {"on": "2026"}),
    ({"year": "2025.3.1"}, {"on": "2025-03-01"}),
    ({"year": "2025-3-1"}, {"on": "2025-03-01"}),
    ({"year": "25년 3월"}, {"on": "2025-03"}),
    ({"year": "2026년", "month": "3월", "day": "14일"}, {"on": "2026-03-14"}),
    ({"year": "2026", "month": "March"}, {"on": "2026-03"}),
    ({"year": "2026", "month": "3", "day": "14", "time": "9:05"}, {"on": "2026-03-14", "time": "09:05"}),
    ({"year": "2026", "about": True}, {"on": "2026", "about": True}),
    ({"year": "2026", "month": "2", "until_year": "2026", "until_month": "3"}, {"start": "2026-02", "end": "2026-03"}),
    ({"year": "2026", "month": "3", "day": "14", "learned": True}, {"learned": "2026-03-14"}),
    ({"words": " 작년 여름 "}, {"words": {"text": "작년 여름"}}),
    ({"words": "작년", "about": True}, {"words": {"text": "작년"}, "about": True}),
    ({"year": "2026", "learned": True, "about": True}, {"learned": "2026", "about": True}),
    ({}, None),
]


@pytest.mark.parametrize(("form", "plain"), SHAPES)
def it_reads_a_date_as_people_write_it(form, plain):
    assert read_when(form, None) == plain
    assert plain is None or problems("incidents[0].when", plain) == []


@pytest.mark.parametrize(("form", "plain"), SHAPES)
def and_shows_it_so_that_it_reads_the_same(form, plain):
    assert read_when(show_when(plain), plain) == plain


WRONG = [
    ({"month": "3", "day": "14"}, "E-INTERVIEW-DATE-YEAR"),
    ({"year": "2026", "day": "14"}, "E-INTERVIEW-DATE-MONTH"),
    ({"until_year": "2026"}, "E-INTERVIEW-DATE-YEAR"),
    ({"year": "2026", "words": "작년"}, "E-INTERVIEW-DATE-BOTH"),
    ({"time": "21:30", "words": "작년"}, "E-INTERVIEW-DATE-BOTH"),
    ({"time": "21:30"}, "E-INTERVIEW-DATE-YEAR"),
    ({"about": True}, "E-INTERVIEW-DATE-YEAR"),
    ({"year": "2026", "until_year": "2026", "time": "21:30"}, "E-INTERVIEW-DATE-TIME"),
    ({"year": "2026", "until_year": "2026", "learned": True}, "E-INTERVIEW-DATE-LEARNED"),
    ({"year": "2026", "time": "21:30", "learned": True}, "E-INTERVIEW-DATE-LEARNED"),
    ({"year": "2026", "hour": "3"}, "E-INTERVIEW-FIELD"),
]


@pytest.mark.parametrize(("form", "code"), WRONG)
def but_it_names_what_is_missing_or_does_not_go_together(form, code):
    with pytest.raises(InputError) as caught:
        read_when(form, None)
    assert caught.value.problems[0].code == code


def it_never_guesses_the_century_of_a_birth():
    assert problems("victim.birth", read_day({"year": "98"}, None)) != []


def it_shows_nothing_for_no_date():
    assert show_day("unknown") == show_day(None) == {"year": "", "month": "", "day": ""}
