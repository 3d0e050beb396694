"""Time limits with holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.errors import LawError
from legalkit.law import deadline
from legalkit.law.periods import is_working_day, last_day_of, next_working_day
from legalkit.law.rule_records import Length
from legalkit.law.store import deadline_rules

RULES = list(deadline_rules())


class DescribeCounting:
    def it_rolls_over_a_temporary_holiday_as_in_supreme_court_2020mo3694(self):
        # told on 2020-07-27, 20 days: Sunday 08-16, temporary holiday 08-17; the paper of 08-18 was in time
        assert last_day_of(date(2020, 7, 27), Length(days=20)) == date(2020, 8, 16)
        assert next_working_day(date(2020, 8, 16)) == date(2020, 8, 18)

    @pytest.mark.parametrize(
        ("start", "months", "last"),
        [
            (date(2026, 10, 2), 3, date(2027, 1, 2)),
            (date(2026, 11, 30), 3, date(2027, 2, 28)),
            (date(2026, 8, 31), 3, date(2026, 11, 30)),
            (date(2026, 1, 31), 1, date(2026, 2, 28)),
            (date(2026, 2, 28), 6, date(2026, 8, 31)),
        ],
    )
    def it_runs_months_by_the_calendar(self, start, months, last):
        assert last_day_of(start, Length(months=months)) == last

    @pytest.mark.parametrize(
        "day", [date(2026, 5, 1), date(2026, 6, 3), date(2026, 7, 17), date(2026, 8, 17), date(2026, 10, 5)]
    )
    def it_knows_substitute_and_new_holidays(self, day):
        assert not is_working_day(day)


class DescribeDeadlines:
    def it_gives_three_months_against_non_referral(self):
        found = deadline("objection_to_non_referral", date(2026, 10, 2))
        assert (found.unrolled, found.last_day, found.safe_day) == (
            date(2027, 1, 2), date(2027, 1, 4), date(2026, 12, 30)
        )  # fmt: skip

    def it_sets_no_limit_for_notices_before_2026_10_02(self):
        found = deadline("objection_to_non_referral", date(2026, 10, 1))
        assert found.last_day is None and found.note is not None

    def it_gives_thirty_days_for_the_appeal_under_the_new_act(self):
        found = deadline("appeal_against_non_indictment", date(2026, 11, 2))
        assert found.last_day == date(2026, 12, 2)
        assert found.provision.statute == "public_prosecution_act"

    @pytest.mark.parametrize(
        ("rule", "start", "last", "safe"),
        [
            ("objection_to_non_referral", "2026-10-05", "2027-01-05", "2026-12-31"),
            ("objection_to_non_referral", "2026-11-13", "2027-02-15", "2027-02-11"),
            ("appeal_against_non_indictment", "2026-08-17", "2026-09-16", "2026-09-14"),
            ("appeal_against_non_indictment", "2026-08-26", "2026-09-28", "2026-09-22"),
            ("further_appeal", "2026-12-03", "2027-01-04", "2026-12-30"),
            ("court_review_application", "2026-02-05", "2026-02-19", "2026-02-12"),
            ("court_review_application", "2026-12-15", "2026-12-28", "2026-12-23"),
            ("complaint_period", "2026-05-21", "2026-11-23", "2026-11-19"),
            ("complaint_period", "2025-08-31", "2026-03-03", "2026-02-26"),
            ("complaint_period", "2024-02-29", "2024-09-02", "2024-08-29"),
            ("complaint_old_sexual", "2012-06-18", "2013-06-18", "2013-06-14"),
            ("suspension_objection", "2025-09-05", "2025-10-10", "2025-10-01"),
            ("investigation_review_request", "2026-10-02", "2026-10-16", "2026-10-14"),
            ("platform_objection", "2026-07-17", "2027-01-18", "2027-01-14"),
            ("protection_order_appeal", "2026-04-24", "2026-05-04", "2026-04-29"),
            ("injunction_execution", "2026-12-11", "2026-12-28", "2026-12-23"),
            ("stalking_protection_order", "2027-04-23", "2027-07-22", "2027-07-20"),
            ("police_decision", "2026-11-15", "2027-02-15", "2027-02-11"),
            ("limitation_5_years", "2021-12-26", "2026-12-25", "2026-12-23"),
            ("limitation_7_years", "2019-10-10", "2026-10-09", "2026-10-07"),
            ("limitation_10_years", "2016-02-29", "2026-02-28", "2026-02-26"),
            ("stalking_interim_measure", "2026-11-30", "2027-02-28", "2027-02-25"),
            ("temporary_block", "2026-02-28", "2026-03-30", "2026-03-26"),
            ("data_preservation", "2026-12-31", "2027-03-01", "2027-02-25"),
        ],
    )
    def it_counts_as_was_counted_by_hand(self, rule, start, last, safe):
        found = deadline(rule, date.fromisoformat(start))
        assert (str(found.last_day), str(found.safe_day)) == (last, safe)

    def it_never_rolls_limitation_and_counts_its_first_day(self):
        found = deadline("limitation_7_years", date(2020, 5, 20))
        assert found.last_day == date(2027, 5, 19)
        assert deadline("limitation_5_years", date(2021, 5, 2)).last_day == date(2026, 5, 1)

    def it_opens_the_stalking_order_from_2027_04_22(self):
        assert deadline("stalking_protection_order", date(2027, 4, 22)).last_day == date(2027, 7, 21)
        with pytest.raises(LawError) as error:
            deadline("stalking_protection_order", date(2027, 4, 21))
        assert error.value.problems[0].code == "E-LAW-RULE-NOT-IN-FORCE"

    def it_lets_interim_measures_last_three_months_instead_of_two_from_2023_07_11(self):
        assert deadline("stalking_interim_measure", date(2023, 7, 10)).last_day == date(2023, 9, 10)
        assert deadline("stalking_interim_measure", date(2023, 7, 11)).last_day == date(2023, 10, 11)

    def but_it_refuses_an_unknown_rule(self):
        with pytest.raises(LawError) as error:
            deadline("someday", date(2026, 1, 1))
        assert error.value.problems[0].code == "E-LAW-UNKNOWN-RULE"

    @given(st.sampled_from(RULES), st.dates(date(2027, 5, 1), date(2029, 12, 31)))
    def it_ends_after_it_starts_and_on_a_working_day_where_it_rolls(self, rule, start):
        found = deadline(rule, start)
        if found.last_day is not None:
            assert start <= found.safe_day <= found.last_day
            assert found.unrolled <= found.last_day <= found.unrolled + timedelta(days=12)
            assert not found.rolls or is_working_day(found.last_day)
            assert found.rolls or found.last_day == found.unrolled
