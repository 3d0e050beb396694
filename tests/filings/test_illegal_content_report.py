"""불법촬영물등 유통 신고ㆍ삭제요청서."""

from datetime import date

import pytest

from legalkit.case import read_case
from tests.filings.requests import by_an_agent, changed, data, said, stalked, status

FILING = "illegal_content_report"
SPREAD = {"act": "spread", "material": "nude_photo", "when": "2026-06-01"}


def it_is_open_where_a_public_page_shows_her():
    assert status(read_case(data()), FILING) == "open"


def but_it_is_closed_for_what_is_in_a_chat_alone():
    assert status(stalked({**SPREAD, "online": {"medium": "kakaotalk"}}), FILING) == "closed"


@pytest.mark.parametrize("act", ["sexual_messages", "false_statement", "posting_data", "threat"])
def but_it_is_closed_for_what_the_act_does_not_name(act):
    assert status(stalked({"act": act, "urls": ["https://a.example/1"]}), FILING) == "closed"


def it_has_the_entries_of_the_form_in_their_order():
    text = said(read_case(data()), FILING)
    closing = "「전기통신사업법」 제22조의5제1항에 따라 위와 같이 신고ㆍ삭제요청을 합니다."
    boxes = ("신고·요청자 이름", "휴대폰 번호(전화번호), 이메일", "신고·요청 구분", "신고·요청 사유")
    entries = (*boxes, "신고·요청 대상", closing)
    places = [text.index(entry) for entry in entries]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("material", "ticked"),
    [("nude_photo", "■ 불법촬영물 □ 허위영상물"), ("fake_photo", "□ 불법촬영물 ■ 허위영상물"),
     ("unknown", "□ 불법촬영물 □ 허위영상물")],
)  # fmt: skip
def it_ticks_the_kind_she_named(material, ticked):
    case = stalked({**SPREAD, "material": material, "urls": ["https://a.example/1"]}, victim={"birth": "1990-01-01"})
    assert ticked in said(case, FILING)


def it_ticks_child_material_only_where_that_is_sure():
    page = {**SPREAD, "urls": ["https://a.example/1"]}
    assert "■ 아동·청소년 성착취물" in said(stalked(page, victim={"birth": "2012-01-01"}), FILING)
    assert "□ 아동·청소년 성착취물" in said(stalked(page, victim={"birth": "unknown"}), FILING)


def it_asks_for_no_capture_of_what_may_be_a_minor():
    page = {**SPREAD, "urls": ["https://a.example/1"]}
    assert "화면 캡처는 붙이지 않고 위치만 적습니다" in said(stalked(page, victim={"birth": "2012-01-01"}), FILING)
    assert "촬영물이 보이는 부분을 가립니다" in said(stalked(page, victim={"birth": "1990-01-01"}), FILING)


class DescribeOperators:
    def _case(self, **offices):
        pages = ["https://a.example/1", "https://b.example/2", "https://a.example/3"]
        return stalked({**SPREAD, "urls": pages}, offices=offices)

    def it_writes_one_request_for_each(self):
        text = said(self._case(), FILING)
        assert "a.example 운영사업자 귀하" in text and "b.example 운영사업자 귀하" in text
        assert "(2건)" in text and "(1건)" in text

    def it_tells_none_of_them_where_else_it_is(self):
        first, _, second = said(self._case(), FILING).partition("a.example 운영사업자 귀하")
        of_a = second[: second.index("신고·요청자 이름")]
        assert "https://a.example/3" in of_a and "b.example" not in first + of_a

    def it_takes_the_one_she_named_where_there_is_one_place(self):
        case = stalked({**SPREAD, "urls": ["https://a.example/1"]}, offices={"platform": {"name": "에이사"}})
        assert "에이사 귀하" in said(case, FILING)
        assert "에이사 귀하" not in said(self._case(platform={"name": "에이사"}), FILING)


def it_leaves_her_contacts_for_ink_and_prints_those_of_an_agent():
    assert "제출할 때 직접 적습니다" in said(read_case(data()), FILING)
    text = said(read_case(by_an_agent(data())), FILING)
    assert "새벽상담소" in text and "02-000-7000" in text
    assert "한가온" not in text


@pytest.mark.parametrize(
    ("day", "name"), [("2025-09-30", "방송통신심의위원회에"), ("2025-10-01", "방송미디어통신심의위원회에")]
)
def it_names_the_commission_as_it_is_called_on_the_day(day, name):
    assert f"사업자는 {name} 심의를" in said(read_case(data()), FILING, day=date.fromisoformat(day))


def it_says_the_place_where_there_is_no_address():
    case = stalked({**SPREAD, "online": {"medium": "community_board", "room": "자유게시판"}})
    text = said(case, FILING)
    assert "자유게시판" in text and "인터넷 주소 없음" in text


def it_writes_the_mothers_alias_and_not_the_daughters():
    person = {"alias": {"hangul": "한바다"}, "relation": "mother"}
    case = changed(lambda case: case.update(reporter={"role": "legal_representative", "person": person}))
    text = said(case, FILING)
    assert "한바다(가명)" in text and "한가온" not in text


def and_the_name_of_whoever_writes_for_her_and_not_hers():
    person = {"name": {"hangul": "남궁소"}, "relation": "friend"}
    case = changed(
        lambda case: case.update(reporter={"role": "third_party", "person": person}, wishes={"alias": False})
    )
    text = said(case, FILING)
    assert "남궁소" in text and "한가온" not in text


def it_leaves_out_a_chat_beside_a_public_page():
    chat = {**SPREAD, "online": {"medium": "kakaotalk", "room": "우리 모임"}}
    text = said(stalked({**SPREAD, "urls": ["https://a.example/1"]}, chat), FILING)
    assert "a.example" in text and "우리 모임" not in text
