"""다음에 할 일: what she is told, by what holds for her."""

import datetime

import pytest

from legalkit.case import read_case
from legalkit.docx import texts
from legalkit.filings import all_filings
from legalkit.filings.next_steps import region_revealed, untranslated, was_minor
from legalkit.package import generate
from tests.support.names import PERSONAS, persona

DAY = datetime.date(2026, 11, 22)
ALIAS = {"wishes": {"alias": True}}


def _case(**more):
    incident = {"id": "i", "act": "fake", "when": "2026-03-01"}
    return read_case({"id": "case-1", "reporter": {"role": "self"}, "incidents": [incident], **more})


def _said(case, language="ko", day=DAY):
    files = generate(case, day, [language], ["next_steps"]).files
    (document,) = (content for path, content in files.items() if "-next_steps-" in path)
    return "\n".join(texts(document)).replace("\u00a0", " ")


class DescribeWhatItAlwaysSays:
    @pytest.mark.parametrize(
        "line",
        ["1366", "112", "인터넷에 올리지 않습니다", "다시 고소할 수 없습니다", "나가지 않으면",
         "다른 사람의 계정에 들어가지 않습니다",
         "사거나 내려받거나 다시 보지 않습니다", "원본 파일과 기기는", "안전한 곳에서 인쇄", "다운로드 폴더",
         "어느 경찰서든", "법령 확인일", "먼저 112에 전화합니다"],
    )  # fmt: skip
    def it_says(self, line):
        assert line in _said(_case())

    @pytest.mark.parametrize("name", PERSONAS)
    @pytest.mark.parametrize("language", ["ko", "en"])
    def it_lists_every_file_with_its_reader_and_copies(self, name, language):
        made = generate(persona(name), DAY, [language])
        (document,) = (content for path, content in made.files.items() if "-next_steps-" in path)
        said = texts(document)
        for place, filing in enumerate(made.filings, start=1):
            assert f"{place:02d}-{filing}" in said

    def it_says_when_the_law_was_last_checked_and_not_the_day_of_filing(self):
        said = _said(_case(), day=datetime.date(2030, 1, 1)).split("\n")
        assert said[said.index("법령 확인일") + 1] != "2030. 1. 1."


class DescribeWhatItSaysOnlyWhereItHolds:
    @pytest.mark.parametrize(
        ("more", "line"),
        [
            ({"wishes": {"alias": True}}, "가명조서 신청서를 고소장과 함께"),
            ({"victim": {"abroad": True}}, "해외에 있으면"),
            ({"victim": {"birth": "2010-01-01"}}, "미성년자의 촬영물은 내려받거나 캡처하지 않습니다"),
            ({"victim": {"nationality": "GB"}}, "여권이나 외국인등록증"),
            ({"reporter": {"role": "legal_representative"}}, "가족관계증명서"),
            ({"reporter": {"role": "third_party"}}, "고발을 할 수 있습니다"),
            ({"own_words": ["help me"]}, "번역이 필요한 말"),
            ({**ALIAS, "victim": {"name": "심서연"}, "own_words": ["서연이"]}, "이름이 있어 ○○로 가렸습니다"),
            (
                {
                    **ALIAS,
                    "victim": {"name": "배하나"},
                    "incidents": [{"id": "i", "act": "threat", "quote": "사진 하나만 보내"}],
                },
                "인용한 말에 이름이 있어",
            ),
            ({**ALIAS, "victim": {"name": "심서연", "alias": "서연"}}, "고른 가명에 실명이 들어"),
            (ALIAS, "사람마다 다른 가명을"),
            ({"incidents": [{"id": "i", "act": "spread", "urls": ["https://a.example/1"]}]}, "사업자마다 따로 한 부씩"),
            (
                {
                    **ALIAS,
                    "victim": {"name": "심서연"},
                    "incidents": [{"id": "i", "act": "spread", "urls": ["https://a.example/seoyeon1"]}],
                },
                "목록에서 가린 인터넷 주소는",
            ),
            (
                {"incidents": [{"id": "i", "act": "impersonation", "count": 3, "feelings": ["fear"]}]},
                "피해자보호명령 신청서(스토킹)를 낼 수 있습니다",
            ),
            ({"exhibits": [{"id": "e", "kind": "log"}]}, "증거목록에 적은 증거"),
        ],
    )  # fmt: skip
    def it_says(self, more, line):
        assert line in _said(_case(**more))
        assert line not in _said(_case(offices={"police": {"name": "서울마포경찰서"}}))

    def it_speaks_of_the_order_to_come_only_where_stalking_may_have_been_repeated(self):
        came = {"id": "i", "act": "entering_place", "when": "2026-10-10", "feelings": ["fear"]}
        assert "피해자보호명령 신청서(스토킹)" not in _said(_case(incidents=[came]))
        assert "피해자보호명령 신청서(스토킹)" in _said(_case(incidents=[{**came, "count": 2}]))

    def it_speaks_of_empty_name_boxes_only_where_an_alias_leaves_them_empty(self):
        people = [{"id": "a", "name": "홍길상", "address": "unknown"}]
        acts = [{"id": "i", "act": "threat", "actor": "a", "quote": "퍼뜨린다"}]
        assert "비어 있는 이름 칸" in _said(_case(**ALIAS, accused=people, incidents=acts))
        assert "비어 있는 이름 칸" not in _said(_case(accused=people, incidents=acts))

    def it_asks_a_foreigner_for_one_identity_document(self):
        assert "\n신분증\n" not in _said(_case(victim={"nationality": "GB"}))

    def it_says_that_any_station_must_accept_where_none_was_chosen(self):
        assert "빈칸으로 두었습니다" in _said(_case(offices={"police": "unknown"}))
        assert "빈칸으로 두었습니다" not in _said(_case(offices={"police": {"name": "서울마포경찰서"}}))

    def it_tells_a_third_party_nothing_of_a_complaint_of_theirs(self):
        said = _said(_case(reporter={"role": "third_party"}))
        assert "고소장은 경찰에 냅니다" not in said
        assert "다시 고소할 수 없습니다" not in said


class DescribeAHiddenRegion:
    ADDRESS = {"text": "서울특별시 ○○구 ○○로 1", "region": "seoul"}

    @pytest.mark.parametrize("office", ["police", "family_court", "district_court"])
    def it_warns_where_an_office_would_tell_it(self, office):
        case = _case(victim={"address": self.ADDRESS}, offices={office: {"name": "서울○○", "region": "seoul"}})
        assert region_revealed(case)
        assert "사는 지역을 드러낼 수 있습니다" in _said(case)

    @pytest.mark.parametrize("region", ["busan", None])
    def but_not_elsewhere(self, region):
        case = _case(victim={"address": self.ADDRESS}, offices={"police": {"name": "○○", "region": region}})
        assert not region_revealed(case)


def it_knows_a_minor_by_the_day_of_the_act():
    assert was_minor(_case(victim={"birth": "2008-05-20"}))
    assert not was_minor(_case(victim={"birth": "2000-05-20"}))
    assert not was_minor(_case())


def it_knows_words_that_wait_for_a_translation():
    assert untranslated(_case(own_words=["help"]))
    assert not untranslated(_case(own_words=[{"text": "help", "translation": "도와주세요"}, "도와주세요"]))


def it_names_only_conditions_that_it_knows():
    assert all_filings()["next_steps"].content(_case(), DAY)


class DescribeTimeLimits:
    """형사소송법 제249조: seven years for filming (제14조제1항, up to seven years in prison), five for a threat."""

    def _told(self, *incidents, birth="1990-04-01"):
        named = [{"id": f"i-{n}", **each} for n, each in enumerate(incidents)]
        told = {"victim": {"birth": birth}, "incidents": named}
        return _said(read_case({"id": "case-1", "reporter": {"role": "self"}, **told}))

    FILMED = {"act": "filming", "will": True, "shown": "nude_body"}

    def it_tells_what_ends_within_a_year(self):
        told = self._told({**self.FILMED, "when": "2020-01-15"})
        assert "제14조제1항: 2027. 1. 14.까지 기소되어야 하는 것으로 보입니다." in told

    def and_it_tells_what_seems_to_be_over_and_whom_to_ask(self):
        told = self._told({**self.FILMED, "when": "2018-12-18"})
        assert "2025. 12. 17.에 끝난 것으로 보입니다." in told
        assert "고소하기 전에 변호사에게 물어봅니다." in told

    def but_it_says_over_of_no_provision_with_a_later_act(self):
        told = self._told({**self.FILMED, "when": "2018-12-18"}, {**self.FILMED, "when": "2026-10-01"})
        assert "공소시효" not in told

    def and_it_counts_from_the_last_day_an_act_can_have_been(self):
        told = self._told({**self.FILMED, "when": {"start": "2018-12-18", "end": "2020-01-15"}})
        assert "끝난 것으로" not in told
        assert "2027. 1." in told

    def but_it_counts_nothing_where_it_may_begin_when_she_comes_of_age(self):
        assert "공소시효" not in self._told({**self.FILMED, "when": "2018-12-18"}, birth="unknown")

    @pytest.mark.parametrize("when", ["unknown", None, "2026-10-01"])
    def but_it_is_silent_where_no_day_is_known_or_time_is_left(self, when):
        assert "공소시효" not in self._told({**self.FILMED, "when": when})
