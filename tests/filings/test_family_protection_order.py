"""The family petition: a household member and a listed act, and nothing in it that leads the respondent to her."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from legalkit.case import Case
from legalkit.docx import Language, leftover
from legalkit.filings import Status
from legalkit.filings.family_protection_order import FILING
from tests.filings.papers import (
    DAY,
    answers,
    assert_reads_what_it_says,
    bare,
    case,
    document,
    gives_away,
    korean_words,
    says,
)
from tests.support import cases, validators

HERS = ("010-0000-6031", "maya@mail.example", "Haneul-ro", "ILUSTRE", "일루스트레", "Suwon", "ROSA", "LUMANOG", "Nurse")


def accused(**relation: object) -> Case:
    """A case with one named person of this relation, who threatened her."""
    return bare(
        accused=[{"id": "x", "name": "도지훈", "relation": relation}],
        incidents=[{"id": "t", "act": "threat", "actor": "x", "when": "2026-10-04"}],
    )


def acting(act: str, when: object = "2026-10-04", actor: object = "x") -> Case:
    """A case in which a former husband did this."""
    return bare(
        accused=[{"id": "x", "name": "도지훈", "relation": {"kind": "former_spouse"}}],
        incidents=[{"id": "t", "act": act, "actor": actor, "when": when}],
    )


class DescribeTheGate:
    @pytest.mark.parametrize(
        "kind",
        ["spouse", "former_spouse", "de_facto_spouse", "former_de_facto_spouse", "lineal_ascendant",
         "lineal_descendant", "step_family", "relative_living_together"],
    )  # fmt: skip
    def it_is_open_for_every_kind_of_household_member(self, kind: str) -> None:
        assert FILING.gate(accused(kind=kind), DAY).status is Status.OPEN

    @pytest.mark.parametrize("kind", ["dating", "former_dating"])
    def but_it_refuses_a_dating_partner_and_names_another_way(self, kind: str) -> None:
        gate = FILING.gate(accused(kind=kind, lived_together=False), DAY)
        assert gate.status is Status.CLOSED
        assert "교제" in gate.reason.ko
        assert "가처분" in gate.instead.ko

    @pytest.mark.parametrize("kind", ["stranger", "friend", "superior", "other_relative"])
    def but_it_refuses_anyone_else(self, kind: str) -> None:
        assert FILING.gate(accused(kind=kind), DAY).status is Status.CLOSED

    def it_asks_whether_a_partner_lived_with_her(self) -> None:
        gate = FILING.gate(accused(kind="former_dating"), DAY)
        assert (gate.status, gate.missing) == (Status.UNKNOWN, ("accused[].relation.lived_together",))

    @pytest.mark.parametrize(
        ("spouses", "status"),
        [(True, Status.OPEN), (False, Status.CLOSED), ("unknown", Status.UNKNOWN), (None, Status.UNKNOWN)],
    )
    def it_depends_on_whether_partners_lived_as_spouses(self, spouses: object, status: Status) -> None:
        of = accused(kind="former_dating", lived_together=True, de_facto_spouses=spouses)
        gate = FILING.gate(of, DAY)
        assert gate.status is status
        assert (gate.missing == ("accused[].relation.de_facto_spouses",)) is (status is Status.UNKNOWN)

    def it_asks_for_a_relation_nobody_was_asked_for(self) -> None:
        gate = FILING.gate(accused(), DAY)
        assert (gate.status, gate.missing) == (Status.UNKNOWN, ("accused[].relation.kind",))
        assert FILING.gate(bare(), DAY).status is Status.UNKNOWN

    @pytest.mark.parametrize("name", ["kelly", "mirae", "hana", "yujin", "seoyeon"])
    def but_it_is_closed_for_every_journey_without_a_household_member(self, name: str) -> None:
        assert FILING.gate(case(name), DAY).status is Status.CLOSED

    @pytest.mark.parametrize("act", ["fake", "posting_data", "impersonation", "sexual_messages", "following"])
    def but_it_refuses_an_act_that_is_not_on_the_list(self, act: str) -> None:
        gate = FILING.gate(acting(act), DAY)
        assert gate.status is Status.CLOSED
        assert "목록" in gate.reason.ko

    @pytest.mark.parametrize("act", ["filming", "spread", "messages", "entering_place"])
    def it_counts_what_was_put_on_the_list_in_2021_from_its_day_on(self, act: str) -> None:
        assert FILING.gate(acting(act, "2021-01-20"), DAY).status is Status.CLOSED
        assert FILING.gate(acting(act, "2021-01-21"), DAY).status is Status.OPEN

    @pytest.mark.parametrize("act", ["threat", "demand", "assault"])
    def and_it_counts_what_was_always_on_the_list_whenever_it_was(self, act: str) -> None:
        assert FILING.gate(acting(act, "2020-01-01"), DAY).status is Status.OPEN

    def it_does_not_hold_an_unknown_day_against_her(self) -> None:
        assert FILING.gate(acting("filming", "unknown"), DAY).status is Status.OPEN

    def it_asks_who_did_a_listed_act(self) -> None:
        gate = FILING.gate(acting("threat", actor=None), DAY)
        assert (gate.status, gate.missing) == (Status.UNKNOWN, ("incidents[].actor",))

    def but_an_unknown_actor_is_no_household_member(self) -> None:
        assert FILING.gate(acting("threat", actor="unknown"), DAY).status is Status.CLOSED

    def but_it_refuses_a_third_party(self) -> None:
        assert FILING.gate(case("husband", reporter__role="third_party"), DAY).status is Status.CLOSED


class DescribeThePetition:
    def it_names_the_sides_as_a_family_court_does(self) -> None:
        said = says(FILING, case("husband"))
        assert "행위자는 2026. 6. 3. 22:00경 행위자의 주거에서 주먹으로 청구인을 때렸습니다(증 제1호증)." in said
        assert not re.search("고소인|피고소인|채권자|채무자|소갑", said)

    def it_goes_to_the_court_she_chose_or_to_a_blank_one(self) -> None:
        assert "인천가정법원  귀중" in says(FILING, case("husband"))
        assert "○○가정법원  귀중" in says(FILING, case("husband", offices={}))
        assert "검찰청" not in says(FILING, case("husband"))

    def it_marks_what_she_asked_for_and_nothing_else(self) -> None:
        said = says(FILING, case("husband"))
        assert "■\t제2호" in said and "■\t제3호" in said
        assert "□\t제1호" in said and "□\t제4호" in said
        assert "12개월" in said

    def it_tells_a_threat_with_images_as_a_threat(self) -> None:
        said = says(FILING, case("husband"))
        facts = said[said.index("피해사실의 요지") : said.index("필요로 하는 사유")]
        assert 'I will show the video to everyone at your clinic"이라고 하였습니다' in facts
        assert "제14조의3" not in said

    def it_keeps_acts_off_the_list_out_of_the_facts_and_in_the_reasons(self) -> None:
        said = says(FILING, case("husband"))
        facts, reasons = said.split("피해자보호명령을 필요로 하는 사유")
        assert "만들었다고" not in facts and "만들었다고" in reasons
        assert "성명불상자 1명이 청구인의 직장으로 찾아왔습니다" in reasons

    def it_tells_nothing_of_other_accused(self) -> None:
        data = answers("husband")
        data["accused"].append({"id": "y", "name": "남궁석", "relation": {"kind": "friend"}})
        data["incidents"].append({"id": "other", "act": "threat", "actor": "y", "when": "2026-11-01"})
        of = bare(**{key: value for key, value in data.items() if key not in ("id", "reporter")})
        assert "남궁석" not in says(FILING, of)
        assert "2026. 11. 1." not in says(FILING, of)

    def it_says_that_partners_lived_as_spouses_only_if_she_said_so(self) -> None:
        spouses = accused(kind="former_dating", lived_together=True, de_facto_spouses=True)
        said = says(FILING, spouses)
        assert "청구인과 행위자는 혼인신고를 하지 않고 부부로 생활하였습니다." in said
        assert "전 사실혼 배우자" in said
        assert "혼인신고를 하지 않고" not in says(FILING, case("husband"))

    def it_lists_many_like_acts_in_a_schedule_with_its_own_exhibit_numbers(self) -> None:
        said = says(FILING, case("husband"))
        assert "별지 범죄일람표 기재와 같이" in said and "범 죄 일 람 표" in said
        assert "증 제4호증" in said

    @pytest.mark.parametrize(
        ("path", "heading"),
        [("interim", "임시보호명령의 취지"), ("safety", "신변안전조치 청구")],
    )
    def it_asks_for_more_only_if_she_wants_it(self, path: str, heading: str) -> None:
        assert heading in says(FILING, case("husband"))
        for answer in (False, "unknown", None):
            assert heading not in says(FILING, case("husband", **{f"relief__family__{path}": answer}))

    def it_names_no_amount_of_a_fee(self) -> None:
        said = says(FILING, case("husband"))
        assert "접수 창구에 확인" in said
        assert not re.search(r"\d원", said)


class DescribeWhatTheRespondentGetsToSee:
    @pytest.mark.parametrize("alias", [True, False])
    @pytest.mark.parametrize("language", list(Language))
    def it_holds_no_address_no_contact_and_no_witness(self, language: Language, alias: bool) -> None:
        said = says(FILING, case("husband", wishes__alias=alias), language)
        for secret in HERS:
            named = secret in ("ILUSTRE", "일루스트레")
            assert (secret in said) is (named and not alias and (secret == "ILUSTRE" or language != Language.EN)), (
                secret
            )

    @pytest.mark.parametrize("language", list(Language))
    def it_leaves_the_name_to_ink_in_alias_mode(self, language: Language) -> None:
        of = case("husband")
        said = says(FILING, of, language)
        assert gives_away(said, of) == []
        assert "한누리" not in said and "Han Nu-ri" not in said
        assert "제출할 때 직접 적습니다" in said or language is Language.EN

    def it_asks_for_masking_unless_she_says_no(self) -> None:
        for answer in (None, "unknown", "declined", True):
            assert "개인정보 가림 송달 요청" in says(FILING, case("husband", relief__family__mask=answer))
        assert "개인정보 가림 송달 요청" not in says(FILING, case("husband", relief__family__mask=False))

    def it_does_not_tell_that_she_moved_or_changed_her_number(self) -> None:
        data = answers("husband")
        data["incidents"][0]["consequences"] = ["moved", "left_job", "treated"]
        of = bare(**{key: value for key, value in data.items() if key not in ("id", "reporter")})
        said = says(FILING, of)
        assert "치료를 받았습니다" in said
        assert not re.search("이사하|그만두|전화번호를 바꾸", said)

    def it_is_served_and_wants_the_real_name(self) -> None:
        assert (FILING.served, FILING.real_name) == (True, True)

    def it_prints_number_boxes_empty(self) -> None:
        assert not re.search(r"\d{6}-?[1-4]\d{6}", says(FILING, case("husband")))


class DescribeLanguages:
    def it_says_no_english_word_in_korean_but_names_and_quotations(self) -> None:
        assert korean_words(says(FILING, case("husband"))) == set()

    def and_it_says_that_the_english_one_is_not_filed(self) -> None:
        for language in (Language.EN, Language.BILINGUAL):
            assert "Courtesy translation" in says(FILING, case("husband"), language)
        assert "Courtesy" not in says(FILING, case("husband"))

    @pytest.mark.parametrize("language", list(Language))
    def it_can_be_made_of_a_case_that_knows_nothing(self, language: Language) -> None:
        unknown = {"kind": "spouse", "start": "unknown", "end": "declined", "lived_together": "unknown"}
        of = bare(
            victim={"name": "unknown", "address": "declined", "phone": "unknown"},
            accused=[{"id": "x", "name": "unknown", "address": "unknown", "relation": unknown}],
            incidents=[{"id": "t", "act": "threat", "actor": "x", "when": "unknown", "quote": "declined"}],
            relief={"family": {"measures": "unknown", "interim": "declined", "months": "unknown", "places": "unknown"}},
        )
        assert leftover(document(FILING, of, language)) == []
        assert leftover(document(FILING, bare(), language)) == []


class DescribeReads:
    @given(cases.cases())
    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    def it_can_be_made_of_any_case(self, of: Case) -> None:
        for language in Language:
            document(FILING, of, language)

    def it_reads_no_answer_it_does_not_name(self) -> None:
        assert_reads_what_it_says(FILING, case("husband"))


@pytest.mark.render
@pytest.mark.parametrize("language", list(Language))
def it_satisfies_every_judge(language: Language, tmp_path: Path) -> None:
    made = tmp_path / "paper.docx"
    made.write_bytes(document(FILING, case("husband"), language))
    assert validators.every_problem(made) == []
