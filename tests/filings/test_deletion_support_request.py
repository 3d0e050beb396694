"""삭제지원 신청서."""

import pytest

from legalkit.case import read_case
from tests.filings.requests import by_an_agent, changed, data, missing, said, stalked, status

FILING = "deletion_support_request"
SPREAD = {"act": "spread", "material": "nude_photo"}


def it_is_open_where_images_are_online():
    assert status(read_case(data()), FILING) == "open"


@pytest.mark.parametrize("act", ["threat", "hidden_camera", "assault", "impersonation"])
def but_it_is_closed_where_nothing_was_spread(act):
    assert status(stalked({"act": act}), FILING) == "closed"


def but_it_is_closed_where_all_of_it_is_gone():
    gone = {**SPREAD, "still_online": False, "urls": ["https://a.example/1"]}
    assert status(stalked(gone), FILING) == "closed"


def but_it_asks_where_it_is_if_that_was_not_said():
    assert missing(stalked(SPREAD), FILING) == {"incidents[].urls", "incidents[].online"}


def it_is_open_for_what_went_round_in_a_chat_too():
    assert status(stalked({**SPREAD, "online": {"medium": "telegram"}}), FILING) == "open"


def it_says_that_it_is_a_paper_of_our_own():
    assert "정해진 서식이 없어" in said(read_case(data()), FILING)


class DescribeWhoApplies:
    def it_is_the_victim_with_her_own_identity_document(self):
        text = said(read_case(data()), FILING)
        assert "■ 피해자 본인" in text and "신청인의 신분증 사본" in text and "위임장" not in text

    @pytest.mark.parametrize(("relation", "box"), [("mother", "■"), ("sibling", "■"), ("aunt", "□")])
    def it_is_a_relative_only_where_the_rule_names_the_relation(self, relation, box):
        person = {"relation": relation}
        case = changed(lambda case: case.update(reporter={"role": "legal_representative", "person": person}))
        assert f"{box} 피해자의 배우자, 직계친족, 형제자매" in said(case, FILING)

    @pytest.mark.parametrize("person", [{}, {"relation": "unknown"}])
    def but_nobody_is_ticked_where_the_relation_was_not_said(self, person):
        case = changed(lambda case: case.update(reporter={"role": "legal_representative", "person": person}))
        text = said(case, FILING)
        assert "□ 피해자의 배우자, 직계친족, 형제자매" in text and "□ 피해자가 지정한 대리인" in text
        assert "신청인의 신분증 사본" in text and "위임장" not in text

    @pytest.mark.parametrize(("relation", "box"), [("sibling", "■"), ("friend", "□")])
    def it_is_whoever_asks_for_her_and_they_sign(self, relation, box):
        person = {"name": {"hangul": "남궁소"}, "relation": relation}
        case = changed(
            lambda case: case.update(reporter={"role": "third_party", "person": person}, wishes={"alias": False})
        )
        text = said(case, FILING)
        assert f"{box} 피해자의 배우자, 직계친족, 형제자매" in text
        assert "남궁소" in text[text.index("개인정보 수집·이용 동의") :]

    def it_is_an_agent_with_a_mandate_signed_by_hand(self):
        text = said(read_case(by_an_agent(data())), FILING)
        assert "■ 피해자가 지정한 대리인" in text
        assert "피해자가 자필로 서명한 위임장" in text and "피해자의 신분증 사본" in text


def it_lists_every_page_once():
    text = said(read_case(data()), FILING)
    assert text.count("photos.example/p/1") == 1 and text.count("photos.example/p/2") == 1


def it_covers_a_name_in_an_address_and_says_so():
    case = changed(lambda case: case["incidents"][4].update(urls=["https://photos.example/nora-bellweather/1"]))
    text = said(case, FILING)
    assert "bellweather" not in text.lower()
    assert "https://photos.example/○○/1" in text and "주소 일부를 가렸습니다" in text


@pytest.mark.parametrize(("day", "name"), [("2025-04-16", "디지털성범죄피해자지원센터 귀중"),
                                           ("2025-04-17", "중앙디지털성범죄피해자지원센터 귀중")])  # fmt: skip
def it_goes_to_the_centre_under_its_name_of_the_day(day, name):
    from datetime import date

    assert f" {name}" in said(read_case(data()), FILING, day=date.fromisoformat(day))


def it_asks_for_no_image_and_attaches_none():
    assert "이 신청서에는 촬영물을 붙이지 않습니다." in said(read_case(data()), FILING)
    minor = changed(lambda case: case["victim"].update(birth="2010-01-01"))
    assert "이 목록에는 위치만 적었습니다" in said(minor, FILING)
    assert "이 목록에는 위치만" not in said(read_case(data()), FILING)
