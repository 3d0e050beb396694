"""Which acts an Act counts as its own, on both sides of the day on which it began to."""

from datetime import date, timedelta

import pytest

from legalkit.case import Incident
from legalkit.law.acts import is_of_kind
from legalkit.law.store import act_classes

DAYS = [
    ("sexual_crime", {"act": "consensual_spread"}, date(2013, 6, 19)),
    ("sexual_crime", {"act": "self_made_spread"}, date(2018, 12, 18)),
    ("sexual_crime", {"act": "viewing"}, date(2020, 5, 19)),
    ("sexual_crime", {"act": "threat", "about_material": True}, date(2020, 5, 19)),
    ("sexual_crime", {"act": "fake"}, date(2020, 6, 25)),
    ("trusted_person", {"act": "fake"}, date(2020, 6, 25)),
    ("stalking", {"act": "following"}, date(2021, 10, 21)),
    ("stalking", {"act": "posting_data"}, date(2023, 7, 11)),
    ("stalking", {"act": "impersonation"}, date(2023, 7, 11)),
    ("domestic_violence", {"act": "rape"}, date(2012, 1, 17)),
    ("domestic_violence", {"act": "filming"}, date(2021, 1, 21)),
]


@pytest.mark.parametrize(("kind", "act", "first"), DAYS, ids=[f"{kind} {act['act']}" for kind, act, _ in DAYS])
class DescribeIsOfKind:
    def it_counts_an_act_from_its_day_on(self, kind, act, first):
        days = (first - timedelta(days=1), first)
        told = [is_of_kind(Incident.model_validate({"id": "i", "when": day, **act}), kind) for day in days]
        assert told == [False, True]

    def it_counts_an_act_whose_day_is_unknown(self, kind, act, first):
        assert is_of_kind(Incident.model_validate({"id": "i", **act}), kind)


def it_names_only_acts_it_counts_as_opinions_or_with_a_day():
    for kind in act_classes().values():
        assert {*kind.since, *kind.opinions} <= {*kind.acts, *kind.with_images}, kind.id
