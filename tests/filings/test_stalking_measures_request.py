"""잠정조치 청구·신청 요청서."""

from legalkit.case import read_case
from tests.filings.requests import changed, data, said, stalked

FILING = "stalking_measures_request"


def it_asks_for_the_measures_she_chose_under_their_numbers():
    text = said(read_case(data()), FILING)
    assert "■ 제2호 100미터 이내 접근금지" in text
    assert "■ 제3호 전기통신을 이용한 접근금지" in text
    assert "□ 제1호" in text and "□ 제3호의2" in text and "□ 제4호" in text


def it_rests_on_the_provisions_for_a_request_by_the_victim():
    text = said(read_case(data()), FILING)
    assert "제8조제2항" in text and "제9조제1항" in text


def it_names_places_by_role_and_never_by_address():
    text = said(read_case(data()), FILING)
    assert "요청인의 주거, 요청인의 직장" in text
    assert "Baram" not in text


def it_asks_to_be_told_if_no_measure_is_applied_for():
    assert "제8조제3항·제4항에 따라 그 사실을 지체 없이 알려" in said(read_case(data()), FILING)


def it_keeps_the_day_on_which_she_was_told_so():
    assert "2026. 7. 10. 조치를 신청하거나 청구하지 아니한다는 통지를" in said(read_case(data()), FILING)
    assert "received on 10 July 2026" in said(read_case(data()), FILING, "en")
    silent = changed(lambda case: case["relief"]["stalking"].pop("refused_notice"))
    assert "통지를 받은" not in said(silent, FILING)


def it_lists_many_acts_in_a_schedule_and_few_in_the_text():
    assert "별지 범 죄 일 람 표" in said(read_case(data("yujin")), FILING)
    few = stalked({"act": "following", "when": "2026-05-01", "count": 2})
    assert "별지 범 죄 일 람 표" not in said(few, FILING)


def it_tells_what_happened_to_a_minor_in_the_words_of_her_mother():
    def by_mother(case):
        case["reporter"] = {
            "role": "legal_representative",
            "person": {"alias": {"hangul": "한바다"}, "relation": "mother"},
        }

    text = said(changed(by_mother), FILING)
    assert "한바다(가명)" in text
    assert "피해자에게 연락하였습니다" in text
    assert "법정대리인임을 보여 주는 서류" in text


def it_lists_what_is_attached():
    text = said(read_case(data()), FILING)
    assert "증거목록과 증거 사본" in text and "인적사항 별지" in text
