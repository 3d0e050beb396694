"""How long an act can be prosecuted."""

from datetime import date

from legalkit.law import offence
from legalkit.law.store import limitation


def _limitation(offence_id, day, birth=None, facts=None):
    return offence(offence_id).on(day, birth, facts).limitation


def _rule(answer, rule):
    return next(r.applies for r in answer.rules if r.id == rule)


class DescribeLimitation:
    def it_runs_from_the_act_and_its_first_day_counts(self):
        found = _limitation("sv_13", date(2026, 3, 14), date(1995, 1, 1))
        assert (found.starts_on, found.last_day) == (date(2026, 3, 14), date(2031, 3, 13))

    def it_runs_from_majority_for_a_minor(self):
        found = _limitation("sv_14b_1", date(2026, 3, 14), date(2008, 5, 20))
        assert (found.starts_on, found.last_day) == (date(2027, 5, 20), date(2034, 5, 19))

    def it_leaves_the_start_open_where_the_age_is_unknown(self):
        assert _limitation("sv_14b_1", date(2026, 3, 14)).starts_on is None

    def it_gives_stalking_no_such_rule(self):
        assert _limitation("st_18_1", date(2026, 3, 14), date(2010, 1, 1)).starts_on == date(2026, 3, 14)

    def it_never_ends_for_making_child_material(self):
        assert _limitation("cy_11_1", date(2026, 3, 14), date(2012, 1, 1)).unlimited

    def it_reaches_back_to_acts_not_yet_barred(self):
        assert _limitation("cy_11_1", date(2014, 3, 14), date(2000, 1, 1)).unlimited

    def but_it_does_not_revive_what_was_barred(self):
        assert (
            _rule(_limitation("cc_298", date(1999, 1, 1), date(1970, 1, 1)), "minor_victim_start_at_majority") == "no"
        )

    def it_never_ends_for_rape_of_a_child_under_13_or_a_disabled_person(self):
        assert _limitation("cc_297", date(2020, 1, 1), date(2010, 1, 1)).unlimited
        assert _limitation("cc_297", date(2020, 1, 1), date(1990, 1, 1), {"disabled": "yes"}).unlimited
        assert not _limitation("cc_297", date(2020, 1, 1), date(1990, 1, 1), {"disabled": "no"}).unlimited

    def it_says_that_proof_and_flight_may_change_it(self):
        found = _limitation("cc_297", date(2020, 1, 1), date(1990, 1, 1))
        assert _rule(found, "dna_plus_10") == _rule(found, "offender_abroad_suspension") == "depends"

    def it_gives_each_form_its_years(self):
        assert [f.years for f in _limitation("sv_7_4", date(2021, 1, 1)).forms] == [15, 10]

    def it_marks_acts_under_the_older_table(self):
        assert _limitation("cc_283_1", date(2007, 12, 20)).old_table
        assert not _limitation("cc_283_1", date(2007, 12, 21)).old_table

    def it_keeps_the_table_of_the_procedure_act(self):
        assert [r.years for r in limitation().table.rows] == [25, 15, 10, 7, 5, 1]
