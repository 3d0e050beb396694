"""An incident: one act, its own actor, and how she knows it."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from legalkit.case.answers import NoAnswer
from legalkit.case.codes import Act
from legalkit.case.incident import Diagnosis, Entry, Incident, Money
from legalkit.settings import LIMITS
from tests.support.cases import part


@pytest.mark.parametrize("act", Act)
def it_may_say_nothing_but_the_act(act):
    incident = Incident(id="i", act=act)
    assert incident.actor is None
    assert incident.knowing.how is None


@given(part(Incident))
def it_is_read_again_as_it_was_written(data):
    incident = Incident.model_validate(data)
    assert Incident.model_validate(incident.model_dump(mode="json")) == incident


def it_has_an_actor_who_may_be_unknown():
    assert Incident.model_validate({"id": "i", "act": "link", "actor": "unknown"}).actor is NoAnswer.UNKNOWN


def it_holds_many_like_acts_as_entries():
    entry = {"when": "2026-02-01", "online": {"medium": "x"}, "urls": ["https://a.example/1"], "exhibits": ["e"]}
    incident = Incident.model_validate({"id": "i", "act": "impersonation", "entries": [entry] * 3})
    assert [e.urls for e in incident.entries] == [("https://a.example/1",)] * 3
    assert Entry().when is None


@pytest.mark.parametrize("count", [0, -1, 10_000_001])
def but_a_count_starts_at_one_and_ends_somewhere(count):
    with pytest.raises(ValidationError):
        Incident.model_validate({"id": "i", "act": "messages", "count": count})


@pytest.mark.parametrize("will", ["perhaps", 2, []])
def but_a_yes_or_no_is_neither_a_word_nor_a_list(will):
    with pytest.raises(ValidationError):
        Incident.model_validate({"id": "i", "act": "filming", "will": will})


def but_an_act_is_one_of_those_with_a_pattern():
    with pytest.raises(ValidationError):
        Incident.model_validate({"id": "i", "act": "hacking"})


def it_counts_money_in_won_unless_told_otherwise():
    assert Money(amount=30_000).currency == "KRW"


@pytest.mark.parametrize(
    "money", [{"amount": -1}, {"amount": 1.5}, {"amount": 1, "currency": "won"}, {"amount": 10**14}]
)
def but_it_knows_no_money_below_nothing(money):
    with pytest.raises(ValidationError):
        Money.model_validate(money)


def it_takes_a_diagnosis_in_weeks_or_in_words():
    assert Diagnosis(weeks=2).words is None
    assert Diagnosis.model_validate({"words": "염좌"}).words.language == "ko"


def but_a_list_of_addresses_has_a_bound():
    urls = ["https://a.example/1"] * (LIMITS.urls + 1)
    with pytest.raises(ValidationError):
        Incident.model_validate({"id": "i", "act": "link", "urls": urls})
