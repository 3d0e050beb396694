"""동석신청서(사건관계인)."""

import pytest

from legalkit.case import read_case
from legalkit.filings.trusted_person_request import grounds
from tests.filings.requests import DAY, by_an_agent, changed, data, missing, said, stalked, status

FILING = "trusted_person_request"
WISH = {"trusted_person": True}


def it_is_open_where_somebody_comes_along():
    assert status(read_case(data()), FILING) == "open"


def but_it_is_closed_where_she_wants_to_come_alone():
    assert status(stalked({"act": "fake"}, wishes={"trusted_person": False}), FILING) == "closed"


@pytest.mark.parametrize("answer", [None, "unknown", "declined"])
def but_it_asks_where_she_did_not_say(answer):
    case = stalked({"act": "fake"}, wishes={"trusted_person": answer})
    assert missing(case, FILING) == {"wishes.trusted_person"}


class DescribeTheGround:
    """Trap 8: 제34조 is not for 제13조; 형사소송법 is there for everybody else."""

    @pytest.mark.parametrize("act", ["filming", "fake", "spread", "rape", "hidden_camera", "viewing"])
    def it_is_article_34_for_the_offences_it_names(self, act):
        case = stalked({"act": act}, wishes=WISH)
        assert grounds(case, DAY) == ["offence"]
        assert "제34조제1항제1호" in said(case, FILING)

    @pytest.mark.parametrize("act", ["sexual_messages", "messages", "assault", "false_statement"])
    def but_it_is_the_criminal_procedure_act_for_others(self, act):
        text = said(stalked({"act": act}, wishes=WISH), FILING)
        assert "형사소송법 제221조제3항, 제163조의2" in text
        assert "제34조" not in text

    def it_is_article_34_for_a_threat_only_where_images_are_meant(self):
        assert grounds(stalked({"act": "threat"}, wishes=WISH), DAY) == ["general"]
        assert grounds(stalked({"act": "threat", "about_material": True}, wishes=WISH), DAY) == ["offence"]

    @pytest.mark.parametrize(
        ("birth", "ground"), [("2007-11-23", "under_19"), ("2007-11-22", "general"), ("unknown", "general")]
    )
    def it_is_article_34_for_everyone_under_19_whatever_the_sexual_crime(self, birth, ground):
        case = stalked({"act": "sexual_messages"}, wishes=WISH, victim={"birth": birth})
        assert grounds(case, DAY) == [ground]

    def it_is_article_34_for_weak_capacity_where_she_said_so(self):
        case = stalked({"act": "sexual_messages"}, wishes=WISH, victim={"disability": True})
        assert grounds(case, DAY) == ["disability"]

    def but_it_never_is_for_acts_that_are_no_sexual_crime(self):
        case = stalked({"act": "assault"}, wishes=WISH, victim={"birth": "2010-01-01", "disability": True})
        assert grounds(case, DAY) == ["general"]


def it_names_the_person_by_the_alias_and_points_to_the_sheet_for_the_rest():
    text = said(read_case(data()), FILING)
    assert "윤슬(가명)" in text
    assert text.count("인적사항 별지 기재와 같음(비공개 요청)") == 6


def it_prints_the_real_name_without_alias_mode():
    text = said(changed(lambda case: case["wishes"].update(alias=False)), FILING)
    assert "아이리스 달글리시(IRIS DALGLEISH)" in text
    assert "Jeonju" not in text and "7032" not in text


def it_leaves_the_boxes_for_ink_where_nobody_is_named_yet():
    case = stalked({"act": "fake"}, wishes=WISH)
    assert "동석할 사람" in said(case, FILING)


class DescribeACounsellorWhoGoesWithHer:
    """One person hands the papers in and sits beside her: that name signs, and is no secret."""

    def _case(self, **more):
        found = by_an_agent(data())
        companion = {"name": "구담은", "relation": "counsellor", "phone": "02-000-7000", **more}
        return read_case({**found, "wishes": {**found["wishes"], "alias": True, "companion": companion}})

    def it_stands_by_name_in_every_box(self):
        text = said(self._case(), FILING)
        assert text.count("구담은") >= 3
        assert "02-000-7000" in text

    def it_signs_the_complaint_and_is_called_no_lawyer(self):
        text = said(self._case(), "complaint")
        assert "(성명 : 구담은" in text and "변호사 구담은" not in text and "변호사 ○○" not in text

    def but_a_number_of_their_own_stays_on_the_sheet(self):
        case = self._case(phone="010-0000-7009")
        assert "7009" not in said(case, FILING)
        assert "상담원 성명 구담은 전화 ○○" in said(case, "confidential_sheet")

    def and_anybody_else_stays_hidden(self):
        case = self._case(name="장화선")
        assert "장화선" not in said(case, FILING)
