"""Lists over the law files."""

from datetime import date, timedelta

import pytest

from legalkit.errors import LawError
from legalkit.law.catalogue import changes, listing, stale, statements, status
from legalkit.law.lookup import offence
from legalkit.law.plain import plain

TODAY = date(2026, 11, 22)


class DescribeListing:
    def it_lists_every_offence_with_its_citation(self):
        found = {one.id: one for one in listing()}
        assert len(found) >= 131
        assert found["sv_14_1_illegal_filming"].citation.ko == "성폭력처벌법 제14조제1항"


class DescribeChanges:
    def it_tells_what_comes_into_force_between_two_days(self):
        found = {s.id for s in changes(date(2027, 2, 1), date(2027, 4, 30))}
        assert {"court_review_court", "court_review_application", "stalking_protection_order"} <= found

    def it_includes_both_days_and_no_other(self):
        day = date(2027, 4, 22)
        assert changes(day, day)
        assert not changes(day + timedelta(days=1), day + timedelta(days=30))

    def but_it_refuses_a_last_day_before_the_first(self):
        with pytest.raises(LawError) as error:
            changes(TODAY, TODAY - timedelta(days=1))
        (problem,) = error.value.problems
        assert (problem.code, problem.path) == ("E-LAW-DAYS-REVERSED", "to")


class DescribeStatus:
    def it_names_what_is_unverified_and_what_comes_next(self):
        found = status(TODAY)
        assert "injunction_stamp" in {s.id for s in found.unverified}
        assert all(s.value.in_force_from > TODAY for s in found.coming)
        assert found.coming[0].value.in_force_from == date(2026, 12, 10)
        assert found.total == len(list(statements()))

    def it_asks_for_another_look_after_ninety_days(self):
        assert status(TODAY).old == ()
        assert status(TODAY + timedelta(days=91)).old


class DescribeStale:
    def it_warns_after_180_days_with_the_oldest_check(self):
        assert stale(TODAY + timedelta(days=180)) is None
        assert stale(TODAY + timedelta(days=181)) == TODAY


class DescribePlain:
    def it_turns_an_answer_into_data_that_can_be_written(self):
        found = plain(offence("sv_14_1").on(date(2020, 5, 19)))
        assert found["answer"] == "Version"
        assert found["penalty"]["max_fine_krw"] == 50_000_000
        assert found["in_force_from"] == "2020-05-19"
        assert found["limitation"]["years"] == 7

    def it_tells_none_apart(self):
        assert plain(offence("sv_14_4").on(date(2020, 5, 18)))["answer"] == "NotInForce"
