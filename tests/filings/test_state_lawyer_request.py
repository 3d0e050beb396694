"""피해자 국선변호사 선정 신청서."""

import pytest

from legalkit.case import read_case
from legalkit.filings import survey
from tests.filings.requests import DAY, by_an_agent, changed, data, missing, said, stalked, status

FILING = "state_lawyer_request"
WISH = {"state_lawyer": True}


@pytest.mark.parametrize(("act", "article"), [("fake", "특례법 제27조제6항"), ("following", "법률 제17조의4제6항")])
def it_is_open_for_victims_of_sexual_crimes_and_of_stalking(act, article):
    case = stalked({"act": act}, wishes=WISH)
    assert status(case, FILING) == "open"
    assert article in said(case, FILING)


def but_it_cites_the_stalking_act_beside_a_sexual_crime_only_where_acts_were_repeated():
    once = stalked({"act": "fake"}, {"act": "entering_place", "when": "2026-10-01"}, wishes=WISH)
    assert "스토킹" not in said(once, FILING)
    twice = stalked({"act": "fake"}, {"act": "following", "when": "2026-10-01", "count": 2}, wishes=WISH)
    assert "제17조의4제6항" in said(twice, FILING)


def but_it_is_closed_for_other_acts():
    assert status(stalked({"act": "assault"}, wishes=WISH), FILING) == "closed"


def but_it_is_closed_where_she_does_not_want_one():
    assert status(stalked({"act": "fake"}, wishes={"state_lawyer": False}), FILING) == "closed"


@pytest.mark.parametrize("answer", [None, "unknown", "declined"])
def but_it_asks_where_she_did_not_say(answer):
    assert missing(stalked({"act": "fake"}, wishes={"state_lawyer": answer}), FILING) == {"wishes.state_lawyer"}


def but_it_is_closed_where_a_lawyer_is_retained():
    assert status(changed(lambda case: case["victim"].update(has_own_lawyer=True)), FILING) == "closed"
    lawyer = changed(lambda case: case.update(reporter={"role": "lawyer", "mandate": True}))
    assert status(lawyer, FILING) == "closed"


def and_it_is_open_where_that_is_not_known_or_a_centre_files():
    assert status(changed(lambda case: case["victim"].update(has_own_lawyer="unknown")), FILING) == "open"
    assert status(read_case(by_an_agent(data())), FILING) == "open"


def _born(day, **more):
    return stalked({"act": "fake"}, wishes=WISH, victim={"birth": day, **more})


@pytest.mark.parametrize(("birth", "box"), [("2007-11-23", "■"), ("2007-11-22", "□"), ("2007", "□"), ("2008", "■")])
def it_ticks_under_19_only_where_she_surely_is(birth, box):
    assert f"{box} 피해자가 19세 미만임" in said(_born(birth), FILING)


def it_says_that_a_lawyer_must_be_appointed_for_those_under_19():
    found = next(each for each in survey(_born("2010-01-01"), DAY) if each.id == FILING)
    assert "선정하여야" in found.reason.ko


def it_ticks_a_disability_only_where_she_said_so():
    assert "■ 피해자가 장애로" in said(_born("1990-01-01", disability=True), FILING)
    assert "□ 피해자가 장애로" in said(_born("1990-01-01", disability="unknown"), FILING)


def it_names_the_language_to_be_interpreted():
    assert "영어" in said(read_case(data()), FILING)
    none = changed(lambda case: case["wishes"].update(interpreter=False))
    assert "영어" not in said(none, FILING)


def it_never_names_an_unknown_lawyer():
    case = changed(lambda case: case["wishes"].update(wanted_lawyer="unknown"))
    assert "성명불상" not in said(case, FILING)


def it_goes_to_the_prosecutor_once_the_case_is_there():
    case = changed(lambda case: case["offices"].update(prosecution={"name": "청주지방공소청"}))
    assert "청주지방공소청 검사 귀중" in said(case, FILING)
