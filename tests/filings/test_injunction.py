"""The injunction: a respondent known by name, relief that was picked, and nothing that leads the debtor to her."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from legalkit.case import Case
from legalkit.docx import Language, leftover
from legalkit.filings import Status
from legalkit.filings.injunction import FILING, debtors
from legalkit.language import plain
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


def against(name: object = "도지훈", address: object = "unknown", actor: object = "x") -> Case:
    """A case against one person."""
    return bare(
        accused=[{"id": "x", "name": name, "address": address}],
        incidents=[{"id": "t", "act": "threat", "actor": actor, "when": "2026-10-04"}],
    )


class DescribeTheGate:
    @pytest.mark.parametrize("name", ["hana", "yujin"])
    def it_is_open_where_name_and_address_are_known(self, name: str) -> None:
        gate = FILING.gate(case(name), DAY)
        assert (gate.status, "주소" in gate.reason.ko) == (Status.OPEN, True)

    def it_is_open_without_the_address_and_says_that_it_is_needed(self) -> None:
        for of in (case("seoyeon"), against(address="unknown"), against(address=None)):
            gate = FILING.gate(of, DAY)
            assert gate.status is Status.OPEN
            assert "주소가 더 필요합니다" in gate.reason.ko
        assert "accused[].address" in FILING.lacks(against(address=None))

    @pytest.mark.parametrize("name", ["kelly", "mirae"])
    def but_it_refuses_an_unknown_respondent_and_says_what_to_do_first(self, name: str) -> None:
        gate = FILING.gate(case(name), DAY)
        assert gate.status is Status.CLOSED
        assert "제44조의6" in gate.instead.ko and "고소" in gate.instead.ko

    def it_asks_for_a_name_nobody_was_asked_for(self) -> None:
        for of in (bare(), against(name=None)):
            gate = FILING.gate(of, DAY)
            assert (gate.status, gate.missing) == (Status.UNKNOWN, ("accused[].name",))

    def it_asks_what_a_named_person_did(self) -> None:
        gate = FILING.gate(against(actor="unknown"), DAY)
        assert (gate.status, gate.missing) == (Status.UNKNOWN, ("incidents[].actor",))

    def but_it_refuses_a_third_party(self) -> None:
        assert FILING.gate(case("hana", reporter__role="third_party"), DAY).status is Status.CLOSED


class DescribeTheApplication:
    def it_names_the_sides_as_a_civil_court_does(self) -> None:
        for name in ("hana", "yujin", "seoyeon", "husband"):
            said = says(FILING, case(name))
            assert "채권자" in said and "채무자" in said and "소갑 제1호증" in said
            assert not re.search(r"고소인|피고소인|청구인|[^갑] 제1호증|증 제1호(?!증)", said), name

    def it_never_goes_to_the_court_of_her_own_address_by_itself(self) -> None:
        assert "○○지방법원  귀중" in says(FILING, case("husband", offices={}))
        assert "인천지방법원  귀중" in says(FILING, case("husband"))

    def it_asks_for_what_was_picked_in_its_order_and_for_costs(self) -> None:
        relief = FILING.content(case("husband"), DAY)["relief"]
        assert [row["n"] for row in relief] == ["1", "2", "3", "4", "5", "6"]
        assert [re.search("접근|연락|게시·전송|삭제|1회당|신청비용", row["ko"]).group() for row in relief] == [
            "접근", "연락", "게시·전송", "삭제", "1회당", "신청비용",
        ]  # fmt: skip

    @pytest.mark.parametrize("measure", ["no_approach", "no_contact", "no_publication", "deletion"])
    def and_it_asks_for_nothing_else(self, measure: str) -> None:
        relief = FILING.content(case("husband", relief__injunction__measures=[measure]), DAY)["relief"]
        assert len(relief) == 2
        said = says(FILING, case("husband", relief__injunction__measures=[measure]))
        assert ("접 근 금 지" in said) is (measure == "no_approach")
        assert ("게 시 물  목 록" in said) is (measure == "deletion")
        assert ("연 락 수 단  목 록" in said) is (measure == "no_contact")
        assert "간접강제" not in said

    @pytest.mark.parametrize("measure", ["no_approach", "deletion", "no_contact"])
    def it_numbers_the_schedules_it_has_from_one_on(self, measure: str) -> None:
        said = says(FILING, case("husband", relief__injunction__measures=[measure]))
        relief = FILING.content(case("husband", relief__injunction__measures=[measure]), DAY)["relief"]
        assert "별지 1 목록" in relief[0]["ko"]
        assert "별지 1   " in said
        assert "별지 2" not in said

    def it_leaves_a_line_for_ink_where_nothing_was_picked(self) -> None:
        relief = FILING.content(case("seoyeon"), DAY)["relief"]
        assert [row["ko"] for row in relief] == ["", "신청비용은 채무자가 부담한다."]
        assert "relief.injunction.measures" in FILING.lacks(case("seoyeon"))

    def it_names_the_sum_of_a_breach_or_a_blank(self) -> None:
        assert "위반행위 1회당 500,000원을 지급하라" in says(FILING, case("husband"))
        said = says(FILING, case("husband", relief__injunction__penalty="unknown"))
        assert "위반행위 1회당 금 ○○원을 지급하라" in said

    def it_names_no_amount_of_stamp_or_service(self) -> None:
        said = says(FILING, case("husband"))
        assert "금액은 접수 창구에 확인" in said
        assert not re.search("115,000|103,500|5,200", said)

    def it_lists_every_address_once(self) -> None:
        posts = FILING.content(case("yujin"), DAY)["posts"]
        addresses = [row["url"] for row in posts]
        assert len(addresses) == len(set(addresses)) > 10
        assert [row["n"] for row in posts] == [str(n) for n in range(1, len(posts) + 1)]

    def and_a_place_without_an_address_by_platform_and_room(self) -> None:
        posted = {
            "id": "p", "act": "posting_data", "actor": "x", "when": "2026-10-04",
            "online": {"medium": "telegram", "room": "방"},
        }  # fmt: skip
        of = bare(
            accused=[{"id": "x", "name": "도지훈"}],
            incidents=[posted, {**posted, "id": "gone", "still_online": False}],
            relief={"injunction": {"measures": ["deletion"]}},
        )
        (row,) = FILING.content(of, DAY)["posts"]
        assert (row["n"], row["url"], plain(row["account"].ko)) == ("1", "", "텔레그램 대화방 '방'")

    def it_asks_for_an_order_that_says_whom_it_binds(self) -> None:
        two = [{"id": "x", "name": "도지훈"}, {"id": "y", "name": "마성후"}]
        acts = [{"id": who, "act": "threat", "actor": who, "when": "2026-10-04"} for who in "xy"]
        relief = {"injunction": {"measures": ["no_contact", "indirect_compulsion"], "penalty": 500000}}
        rows = FILING.content(bare(accused=two, incidents=acts, relief=relief), DAY)["relief"]
        assert rows[0]["ko"].startswith("채무자들은 전화,") and rows[0]["en"].startswith("The debtors shall not")
        assert rows[1]["ko"] == (
            "채무자들이 위 의무를 위반한 때에는 위반한 채무자는 채권자에게 위반행위 1회당 500,000원을 지급하라."
        )
        assert rows[2]["ko"] == "신청비용은 채무자들이 부담한다."

    def it_counts_what_came_of_a_report_with_it(self) -> None:
        of = case("husband")
        grounds = FILING.content(of, DAY)["grounds"]
        (need,) = [group for group in grounds if "보전의 필요성" in group["heading"].ko]
        assert [row["n"] for row in need["sentences"]] == ["1", "2", ""]

    def it_leaves_a_row_for_ink_where_no_address_is_known(self) -> None:
        of = case("hana", relief__injunction__measures=["deletion"])
        assert [row["url"] for row in FILING.content(of, DAY)["posts"]] == [""]

    def it_tells_what_the_debtor_did_and_not_what_others_did(self) -> None:
        of = case("seoyeon")
        assert [person.id for person in debtors(of)] == ["ex"]
        said = says(FILING, of)
        assert "만들었다고" in said
        assert "강간" not in said and "즐긴" not in said

    def it_speaks_of_the_minor_as_the_creditor_and_lets_the_parent_sign(self) -> None:
        said = says(FILING, case("seoyeon"))
        assert "채권자는 2026. 3. 14." in said
        assert "법정대리인\t" in said
        assert "피해자" not in said
        english = says(FILING, case("seoyeon"), Language.EN)
        assert "the creditor" in english and "the victim" not in english


class DescribeWhatTheDebtorGetsToSee:
    SECRETS = {
        "hana": ["010-0000-3031", "광주광역시", "전라남도", "장화영", "배하나", "윤슬", "Bae Ha-na"],
        "yujin": ["010-0000-2031", "경기도", "강태백", "이사하", "그만두었"],
        "seoyeon": ["010-0000-1031", "인천광역시"],
        "husband": ["010-0000-6031", "maya@mail.example", "Haneul-ro", "ILUSTRE", "ROSA", "한누리", "전화번호를 바꾸"],
    }

    @pytest.mark.parametrize("name", SECRETS)
    @pytest.mark.parametrize("language", list(Language))
    def it_holds_no_address_contact_witness_or_move(self, name: str, language: Language) -> None:
        of = case(name)
        said = says(FILING, of, language)
        assert [secret for secret in self.SECRETS[name] if secret in said] == []
        assert gives_away(said, of) == []

    def it_names_places_by_role_alone(self) -> None:
        places = FILING.content(case("husband"), DAY)["places"]
        assert [row["words"].ko for row in places] == ["채권자의 주거", "채권자의 직장", "채권자 자녀의 어린이집·학교"]
        assert "주소는 채무자에게 알려지지 않도록 적지 않습니다" in says(FILING, case("husband"))

    def it_leaves_the_name_to_ink_only_in_alias_mode(self) -> None:
        assert "제출할 때 직접 적습니다" in says(FILING, case("hana"))
        said = says(FILING, case("hana", wishes__alias=False))
        assert "배하나" in said and "제출할 때 직접 적습니다" not in said

    def it_is_served_and_wants_the_real_name(self) -> None:
        assert (FILING.served, FILING.real_name) == (True, True)


class DescribeLanguages:
    @pytest.mark.parametrize("name", ["hana", "yujin", "husband"])
    def it_says_no_english_word_in_korean_but_names_and_quotations(self, name: str) -> None:
        said = re.sub(r"https?://\S+", "", says(FILING, case(name)))
        assert korean_words(said) <= {"URL"}

    def and_it_says_that_the_english_one_is_not_filed(self) -> None:
        for language in (Language.EN, Language.BILINGUAL):
            assert "Courtesy translation" in says(FILING, case("hana"), language)
        assert "Courtesy" not in says(FILING, case("hana"))

    @pytest.mark.parametrize("language", list(Language))
    def it_can_be_made_of_a_case_that_knows_nothing(self, language: Language) -> None:
        of = bare(
            victim={"name": "unknown", "address": "declined"},
            accused=[{"id": "x", "name": "도지훈", "address": "unknown", "relation": {"kind": "unknown"}}],
            incidents=[{"id": "t", "act": "threat", "actor": "x", "when": "unknown", "quote": "declined"}],
            relief={"injunction": {"measures": "declined", "places": "unknown", "penalty": "declined"}},
        )
        assert leftover(document(FILING, of, language)) == []
        assert leftover(document(FILING, bare(), language)) == []


class DescribeReads:
    @given(cases.cases())
    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    def it_can_be_made_of_any_case(self, of: Case) -> None:
        for language in Language:
            document(FILING, of, language)

    @pytest.mark.parametrize("name", ["husband", "yujin", "hana", "seoyeon"])
    def it_reads_no_answer_it_does_not_name(self, name: str) -> None:
        assert_reads_what_it_says(FILING, case(name))


@pytest.mark.render
class DescribeTheFile:
    @pytest.mark.parametrize("language", list(Language))
    def it_satisfies_every_judge(self, language: Language, tmp_path: Path) -> None:
        made = tmp_path / "paper.docx"
        made.write_bytes(document(FILING, case("husband"), language))
        assert validators.every_problem(made) == []


def it_never_shows_where_an_exhibit_file_lies() -> None:
    data = answers("yujin")
    names = [record["name"] for exhibit in data["exhibits"] for record in exhibit.get("files", [])]
    said = says(FILING, case("yujin"))
    assert [name for name in names if name in said] == []
