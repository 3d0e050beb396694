"""Wishes: each is yes, no, unknown, declined or not asked."""

import pytest
from pydantic import ValidationError

from legalkit.case.answers import NoAnswer
from legalkit.case.wishes import (
    FamilyRelief,
    InjunctionRelief,
    Office,
    Offices,
    Provision,
    Relief,
    SafeContact,
    StalkingRelief,
    Wishes,
)


@pytest.mark.parametrize("name", [name for name in Wishes.model_fields if name not in {"alias_choices", "companion"}])
@pytest.mark.parametrize(
    ("word", "kept"), [("unknown", NoAnswer.UNKNOWN), ("declined", NoAnswer.DECLINED), (None, None)]
)
def it_lets_every_wish_go_unanswered(name, word, kept):
    assert getattr(Wishes.model_validate({name: word}), name) is kept


def it_takes_up_to_three_aliases():
    assert len(Wishes.model_validate({"alias_choices": ["가을", "나래", "다온"]}).alias_choices) == 3
    with pytest.raises(ValidationError):
        Wishes.model_validate({"alias_choices": ["가을", "나래", "다온", "라온"]})


def it_asks_for_nothing_by_itself():
    assert Relief() == Relief.model_validate({"family": {}, "stalking": {}, "injunction": {}, "safety": {}})
    assert StalkingRelief().measures is None


@pytest.mark.parametrize("months", [0, 13, 1.5])
def but_a_family_order_lasts_one_to_twelve_months(months):
    with pytest.raises(ValidationError):
        FamilyRelief.model_validate({"months": months})


@pytest.mark.parametrize("penalty", [0, -1, 10**11])
def but_a_penalty_is_a_sum_of_won(penalty):
    with pytest.raises(ValidationError):
        InjunctionRelief.model_validate({"penalty": penalty})


def it_sends_the_complaint_to_a_station_unless_told_otherwise():
    assert Offices().police_kind == "police_station"
    assert Offices.model_validate({"police": "unknown"}).police is NoAnswer.UNKNOWN
    assert Office.model_validate({"name": "서울마포경찰서"}).region is None


def it_knows_how_she_can_be_reached():
    contact = SafeContact.model_validate({"hours": "after six", "may_answer": ["mother"], "no_post": True})
    assert contact.hours.language == "en"


@pytest.mark.parametrize(
    "data", [{"offence": "x", "incidents": ["i"]}, {"offence": "st_18_1_stalking", "incidents": []}]
)
def but_a_provision_names_an_offence_and_what_it_is_for(data):
    with pytest.raises(ValidationError):
        Provision.model_validate(data)
