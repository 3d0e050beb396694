"""The law files hold together: every value dated, referenced, checked and reachable."""

from datetime import date
from itertools import pairwise

import pytest

from legalkit.filings import all_filings
from legalkit.law import store

FIRST = date(1949, 1, 1)
LAST = date(2030, 1, 1)
TABLES = [store.ages, store.institutions, store.filing_rules, store.deadline_rules, store.duties, store.procedure]
VERSIONED = [(t.__name__, r) for t in TABLES for r in t().values()] + [
    ("offences", o) for o in store.all_offences().values()
]
OFFENCES = list(store.all_offences().values())


def _references(version):
    if hasattr(version, "basis"):
        return version.basis
    return [r for r in [version.reference] if r is not None]


@pytest.mark.parametrize(("table", "record"), VERSIONED, ids=lambda x: x if isinstance(x, str) else x.id)
class DescribeEveryDatedValue:
    def it_leaves_no_gap_and_no_overlap_between_versions(self, table, record):
        for earlier, later in pairwise(record.versions):
            assert earlier.in_force_from < later.in_force_from
            if earlier.in_force_until is not None:
                assert (later.in_force_from - earlier.in_force_until).days == 1

    def it_names_article_and_statute(self, table, record):
        for version in record.versions:
            if record.id == "any":
                continue
            assert _references(version)
            for reference in _references(version):
                assert reference.statute in store.statutes()
                assert reference.article

    def it_says_when_it_was_checked_and_by_what(self, table, record):
        for version in record.versions:
            assert FIRST < version.checked_on < LAST
            assert version.source or version.verified == "statute"

    def it_has_plausible_days(self, table, record):
        for version in record.versions:
            assert FIRST < version.in_force_from < LAST
            for reference in _references(version):
                if reference.promulgated is not None and reference.act_no is not None:
                    assert reference.promulgated <= version.in_force_from


class DescribeOffences:
    def it_has_all_of_them(self):
        assert len(OFFENCES) >= 131
        assert sum(len(o.versions) for o in OFFENCES) >= 258

    @pytest.mark.parametrize("offence", OFFENCES, ids=lambda o: o.id)
    def it_points_only_to_what_exists(self, offence):
        known = {o.id for o in OFFENCES}
        special = {r.id for r in store.limitation().special}
        conditions = [c for v in (offence, *offence.versions) for c in v.conditions]
        assert {*offence.before.use_instead, *offence.age_use_instead} <= known
        assert {i for c in conditions for i in c.use_instead} <= known
        assert set(offence.special_limitation) <= special
        assert {offence.victim_age, *(v.victim_age or "any" for v in offence.versions)} <= set(store.ages())
        for condition in conditions:
            assert set(condition.any_of) < set(store.facts()[condition.fact].values)

    @pytest.mark.parametrize("offence", OFFENCES, ids=lambda o: o.id)
    def it_never_names_itself_instead(self, offence):
        assert offence.id not in offence.before.use_instead + offence.age_use_instead

    @pytest.mark.parametrize("offence", OFFENCES, ids=lambda o: o.id)
    def it_has_complaint_lines_that_end_open(self, offence):
        assert [line.until for line in offence.complaint][-1] is None
        assert all(line.until for line in offence.complaint[:-1])
        assert {line.period for line in offence.complaint if line.period} <= set(store.deadline_rules())

    @pytest.mark.parametrize("offence", OFFENCES, ids=lambda o: o.id)
    def it_counts_limitation_by_the_table(self, offence):
        years = {row.years for row in store.limitation().table.rows}
        for version in offence.versions:
            found = [version.limitation.years, *(f.years for f in version.limitation.forms)]
            assert {y for y in found if y is not None} <= years
            assert version.limitation.follows_base or any(found)


WITHOUT_PAPER = [rule for name, rule in store.filing_rules().items() if name not in all_filings()]


class DescribeFilings:
    @pytest.mark.parametrize("filing", store.filing_rules().values(), ids=lambda f: f.id)
    def it_is_addressed_to_offices_that_exist_on_its_first_day(self, filing):
        for version in filing.versions:
            for rule in version.addressees:
                for office in filter(None, (rule.to, rule.via)):
                    assert store.institutions()[office].versions[0].in_force_from <= version.in_force_from

    @pytest.mark.parametrize("filing", WITHOUT_PAPER, ids=lambda f: f.id)
    def it_says_what_to_do_where_there_is_no_paper(self, filing):
        assert filing.instead and filing.ask_at


class DescribeStatutes:
    def it_gives_each_prefix_to_one_statute(self):
        prefixes = [s.prefix for s in store.statutes().values() if s.prefix]
        assert len(prefixes) == len(set(prefixes))
        assert {o.id[:2] for o in OFFENCES} == set(prefixes)


class DescribeElements:
    def it_lists_exactly_what_offences_ask_for(self):
        assert {e for o in OFFENCES for e in o.elements} == set(store.elements())
