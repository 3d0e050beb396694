"""긴급응급조치 요청서."""

import pytest

from legalkit.case import read_case
from tests.filings.requests import data, missing, said, stalked, status

FILING = "stalking_emergency_request"
ONCE = {"act": "following", "when": "2026-05-01", "count": 1}
URGENT = {"stalking": {"emergency": True}}


def it_is_open_for_one_act_that_may_be_repeated_where_it_is_urgent():
    assert status(stalked(ONCE, relief=URGENT), FILING) == "open"


def but_it_is_closed_where_it_can_wait_for_the_court():
    assert status(stalked(ONCE, relief={"stalking": {"emergency": False}}), FILING) == "closed"


@pytest.mark.parametrize("answer", [None, "unknown"])
def but_it_asks_whether_it_can_wait_where_that_is_not_known(answer):
    case = stalked(ONCE, relief={"stalking": {"emergency": answer}})
    assert missing(case, FILING) == {"relief.stalking.emergency"}


@pytest.mark.parametrize(("day", "stands"), [("2021-10-20", "closed"), ("2021-10-21", "open")])
def it_counts_acts_from_the_day_the_act_came_into_force(day, stands):
    assert status(stalked({**ONCE, "when": day}, relief=URGENT), FILING) == stands


def it_asks_for_the_day_where_it_is_not_known():
    assert missing(stalked({**ONCE, "when": "unknown"}, relief=URGENT), FILING) == {"incidents[].when"}


def it_has_the_two_measures_of_its_own_article():
    text = said(read_case(data()), FILING)
    assert "■ 제1호 100미터 이내 접근금지" in text and "■ 제2호 전기통신을 이용한 접근금지" in text
    assert "제4조제1항" in text
    assert "위치추적" not in text and "유치" not in text


def it_says_first_that_it_cannot_wait():
    assert "긴급 — 법원의 결정을 기다릴 수 없는 사정이 있습니다." in said(read_case(data()), FILING)


def it_has_no_number_of_a_case():
    assert "사건번호" not in said(read_case(data()), FILING)
