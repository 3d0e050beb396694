"""범죄피해자 안전조치 요청서."""

import pytest

from legalkit.case import read_case
from tests.filings.requests import changed, data, missing, said, stalked, status

FILING = "safety_measures_request"


def it_is_open_where_she_chose_a_measure():
    assert status(read_case(data()), FILING) == "open"


def but_it_is_closed_where_she_wants_none():
    assert status(changed(lambda case: case["relief"]["safety"].update(measures=[])), FILING) == "closed"


@pytest.mark.parametrize("answer", [None, "unknown"])
def but_it_asks_where_she_was_not_asked(answer):
    case = changed(lambda case: case["relief"]["safety"].update(measures=answer))
    assert missing(case, FILING) == {"relief.safety.measures"}


def it_says_that_it_is_a_paper_of_our_own():
    assert "정해진 신청서 서식이 없어 직접 작성한 서면입니다" in said(read_case(data()), FILING)
    assert "no official application form" in said(read_case(data()), FILING, "en")


def it_ticks_what_she_chose_and_leaves_the_rest_for_ink():
    text = said(read_case(data()), FILING)
    assert "■ 외출·귀가·출석 시 동행 및 신변경호" in text and "□ 임시숙소 제공" in text


def it_consents_to_nothing_in_her_place():
    assert "□ 안전조치에 필요한 개인정보의 제공에 동의합니다." in said(read_case(data()), FILING)


def it_gives_her_reason_in_her_own_words():
    assert '"I fear to be followed home." (영어 원문, 번역 필요)' in said(read_case(data()), FILING)


def it_names_the_acts_and_does_not_tell_them():
    text = said(read_case(data()), FILING)
    assert "2026. 6. 20." in text and "협박" in text
    assert "Everybody will see it" not in text


RELIEF = {"safety": {"measures": ["patrol"]}}


@pytest.mark.parametrize(("act", "article"), [("fake", "특례법 제23조"), ("following", "제17조의2"), ("assault", None)])
def it_points_to_form_15_where_its_act_applies(act, article):
    text = said(stalked({"act": act}, relief=RELIEF), FILING)
    assert ("별지 제15호서식" in text) is (article is not None)
    assert article is None or article in text
