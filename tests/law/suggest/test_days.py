"""The days of an act, whole or in parts."""

from datetime import date

import pytest

from legalkit.case import read_case
from legalkit.law.suggest.days import Stretch, stretches
from legalkit.law.suggest.scene import Setting

TODAY = date(2026, 11, 22)


def parts(incident, birth=None):
    victim = {"birth": birth} if birth else {}
    case = read_case({
        "id": "case-1", "reporter": {"role": "self"}, "victim": victim,
        "incidents": [{"id": "a", "act": "filming", **incident}],
    })  # fmt: skip
    return stretches(case.incidents[0], Setting(case, TODAY))


def days(incident, birth=None):
    return [(str(each.first), str(each.last)) for each in parts(incident, birth)]


def it_takes_a_day_as_one_stretch():
    assert days({"when": "2020-05-19"}) == [("2020-05-19", "2020-05-19")]


def it_takes_a_month_that_nothing_splits_as_one_stretch():
    assert days({"when": "2025-02"}) == [("2025-02-01", "2025-02-28")]


def it_splits_a_month_in_which_the_law_changed():
    assert days({"when": "2020-05"}) == [("2020-05-01", "2020-05-18"), ("2020-05-19", "2020-05-31")]


@pytest.mark.parametrize("birth", ["2006-02-14", "2007-02-14"], ids=["of 19", "of 18"])
def it_splits_at_a_birthday_that_ends_an_age_of_the_law(birth):
    assert days({"when": "2025-02"}, birth) == [("2025-02-01", "2025-02-13"), ("2025-02-14", "2025-02-28")]


def but_it_stays_whole_at_any_other_birthday():
    assert days({"when": "2025-02"}, "1998-02-14") == [("2025-02-01", "2025-02-28")]


def it_goes_by_the_entries_that_have_a_day():
    entries = [{"when": "2025-02-03"}, {"when": "unknown"}, {"when": "2025-02-20"}]
    assert days({"when": {"start": "2025-01-01", "end": "2025-12-31"}, "entries": entries}) == [
        ("2025-02-03", "2025-02-20")
    ]


def it_leaves_out_a_part_in_which_no_entry_lies():
    entries = [{"when": "2018-01-01"}, {"when": "2025-02-20"}]
    assert days({"entries": entries}) == [("2018-01-01", "2018-01-01"), ("2025-02-20", "2025-02-20")]


def it_ends_on_the_day_of_asking():
    assert days({"when": {"start": "2026-11-01", "end": "2027-01-31"}}) == [("2026-11-01", "2026-11-22")]


def it_begins_on_the_day_of_her_birth():
    assert days({"when": {"start": "2010-01-01", "end": "2010-03-31"}}, "2010-02-01")[0][0] == "2010-02-01"


@pytest.mark.parametrize("when", ["2026-11-23", {"start": "2027-01-01", "end": "2027-02-01"}])
def it_has_no_days_if_all_of_it_lies_ahead(when):
    assert parts({"when": when}) == ()


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ({"when": {"learned": "2026-03-14"}}, "2026-03-14"),
        ({"when": {"words": "봄에"}}, "2026-11-22"),
        ({"when": "unknown", "discovered": {"when": "2026-05"}}, "2026-05-31"),
        ({"knowing": {"how": "told", "when": "2026-04-01"}, "discovered": {"when": "2026-05"}}, "2026-04-01"),
        ({}, "2026-11-22"),
    ],
)
def it_knows_only_a_last_day_where_no_day_is_known(told, last):
    assert parts(told) == (Stretch(None, date.fromisoformat(last)),)
