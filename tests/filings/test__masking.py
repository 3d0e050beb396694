"""What is confidential stands in no paper but the confidential sheet, however it is written."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.case import Case, read_case
from legalkit.filings import _masking, hits, mask, masked
from legalkit.language import Bilingual

NAME = {"hangul": "심서연", "romanised": "Sim Seo-yeon"}
HERS = {
    "name": NAME, "alias": "은별", "phone": "010-0000-1234", "email": "seo@mail.example",
    "address": {"text": "대전광역시 ○○구 보문로 100, 101동 202호"},
}  # fmt: skip


def _case(*, alias: bool = True, victim: dict | None = None, **more) -> Case:
    data = {"id": "case-1", "reporter": {"role": "self"}, "victim": victim or HERS, "wishes": {"alias": alias}}
    return read_case(data | more)


def _said(text: str, case: Case | None = None) -> str:
    case = case or _case()
    told = case.model_copy(update={"own_words": read_case({**_PLAIN, "own_words": [text]}).own_words})
    return masked(told).own_words[0].text


_PLAIN = {"id": "case-1", "reporter": {"role": "self"}}


class DescribeNames:
    @pytest.mark.parametrize(
        "text",
        [
            "심서연", "심 서 연", "심-서-연", "심\u200b서연", "서연아 보고 싶다", "서연이가", "Sim Seo-yeon",
            "SIM SEOYEON",
            "sim_seo_yeon", "Seoyeon Sim", "seoyeon90", "seo.yeon", "simseoyeon", "xxsimseoyeonxx",
            "https://x.example/%EC%84%9C%EC%97%B0", "서연.png", '"서연"', "@seo_yeon",
        ],
    )  # fmt: skip
    def it_masks_every_spelling_in_what_she_wrote(self, text):
        said = _said(f"a {text} z")
        assert "○○" in said
        assert not any(
            part in said.casefold() for part in ("서연", "서 연", "seoyeon", "seo.yeon", "seo_yeon", "ec%84%9c")
        )

    @pytest.mark.parametrize("text", ["이서연습", "조심서연한", "시설", "Simple", "season"])
    def but_it_leaves_what_only_looks_alike(self, text):
        assert _said(text).replace("○○", "심서연") == text

    def it_leaves_names_where_no_alias_is_used(self):
        assert _said("심서연", _case(alias=False)) == "심서연"

    def it_masks_a_name_of_two_letters_in_her_words_alone(self):
        case = _case(victim={"name": {"hangul": "이유"}})
        assert _said("이유가 왔다", case) == "○○가 왔다"
        reviewed = Bilingual("그렇게 보는 이유는 다음과 같습니다.", "")
        assert mask({"text": reviewed}, case)["text"] == reviewed

    def it_masks_each_word_of_a_foreign_name(self):
        case = _case(victim={"name": {"passport": "KELLY ANNE THISTLEBY", "hangul": "켈리 앤 시슬비"}})
        assert _said("kelly_in_seoul, 시슬비, thistleby.png, Anne", case) == "○○_in_seoul, ○○, ○○.png, ○○"

    def it_takes_a_name_of_two_marks_for_these_marks_alone(self):
        case = _case(victim={"name": {"hangul": ".."}})
        assert _said("a .. z", case) == "a ○○ z"

    def it_masks_everybody_on_her_side(self):
        case = _case(
            relatives=[{"name": "곽청미", "relation": "aunt"}], wishes={"alias": True, "companion": {"name": "도담비"}}
        )
        assert _said("곽청미와 담비가", case) == "○○와 ○○가"

    def it_lets_no_alias_give_the_name_away(self):
        case = _case(
            victim={"name": NAME, "alias": "서연이"}, wishes={"alias": True, "alias_choices": ["서연", "은별"]}
        )
        assert masked(case).victim.alias is None
        assert masked(case).wishes.alias_choices == ("은별",)


class DescribeAddressesAndContacts:
    @pytest.mark.parametrize(
        "text",
        ["01000001234", "010 0000 1234", "+82 10-0000-1234", "+82(0)10.0000.1234", "SEO@mail.example",
         "대전광역시 ○○구  보문로 100, 101동 202호", "보문로100", "보문로 100 앞"],
    )  # fmt: skip
    @pytest.mark.parametrize("alias", [True, False])
    def it_masks_them_always(self, text, alias):
        assert _said(text, _case(alias=alias)).replace("○○ 앞", "○○") in ("○○",)

    def but_it_leaves_a_longer_number(self):
        assert _said("9010000012349") == "9010000012349"
        assert _said("보문로 1001") == "보문로 1001"

    def but_it_leaves_a_region(self):
        case = _case(victim={"address": {"text": "서울"}})
        assert _said("서울에서", case) == "서울에서"

    def but_it_leaves_the_contacts_of_her_agent_where_she_is_reached_through_them(self):
        law = {"phone": "02-000-7000", "email": "law@mail.example"}
        agent = {"role": "lawyer", "mandate": True, "person": {"name": {"hangul": "방하늘"}, **law}}
        case = _case(reporter=agent, contact={**law, "hours": "낮"})
        assert mask({"a": "02-000-7000, law@mail.example"}, case) == {"a": "02-000-7000, law@mail.example"}
        assert mask({"a": "02-000-7000"}, _case(contact=law)) == {"a": "○○"}

    def but_it_leaves_an_address_she_shares_with_the_accused(self):
        shared = {"text": "서울특별시 ○○구 ○○로 1"}
        case = _case(victim={"address": shared}, accused=[{"id": "a", "address": shared}])
        assert masked(case).accused[0].address.text.text == shared["text"]


class DescribeWhatItLeaves:
    def it_masks_marks_and_quotations_alone(self):
        incident = {
            "id": "i", "act": "threat", "quote": "서연아", "online": {"medium": "x", "account": "@seoyeon"},
            "urls": ["https://x.example/seoyeon"],
        }  # fmt: skip
        case = _case(incidents=[incident], offices={"police": {"name": "서울서연경찰서"}})
        seen = masked(case)
        assert seen.incidents[0].quote.text == "○○아"
        assert seen.incidents[0].online.account == "@○○"
        assert seen.incidents[0].urls == ("https://x.example/○○",)
        assert (seen.victim.name, seen.offices, seen.contact) == (case.victim.name, case.offices, case.contact)

    def it_leaves_a_case_without_secrets_as_it_is(self):
        case = read_case(_PLAIN | {"own_words": ["서연"]})
        assert masked(case) == case

    def it_masks_a_name_wherever_a_paper_says_it(self):
        content = {"a": "심서연", "b": [Bilingual("심서연이", "Sim Seo-yeon")], "c": {"d": "010-0000-1234"}, "e": 1}
        assert mask(content, _case()) == {"a": "○○", "b": [Bilingual("○○이", "○○")], "c": {"d": "○○"}, "e": 1}

    def it_makes_no_expression_of_what_stands_nowhere(self, monkeypatch):
        made = []
        monkeypatch.setattr(_masking.re, "compile", lambda *told: made.append(told))
        case = _case(own_words=["그만 연락해"])
        assert masked(case) is case
        assert mask({"a": "010-0000-9999", "b": [Bilingual("별", "star")]}, case)["a"] == "010-0000-9999"
        assert not made

    def it_tells_a_hit(self):
        assert hits("서연이", _case())
        assert not hits("은별", _case())


@given(st.lists(st.sampled_from(" -_.·"), min_size=2, max_size=2), st.text("가나abc .", max_size=5))
def it_finds_a_name_however_it_is_parted(gaps, around):
    parted = f"심{gaps[0]}서{gaps[1]}연"
    assert parted not in _said(f"{around} {parted} {around}")


def it_takes_for_one_letter_what_an_expression_takes_for_one():
    letters = [letter for letter in map(chr, range(sys.maxunicode + 1)) if _has_case(letter)]
    alike = {letter: _alike(letter, letters) for letter in "".join(letters) if len(letter) == 1}
    assert len(alike) > 2_000
    for letter, others in alike.items():
        assert {_masking._letters(each) for each in others} == {_masking._letters(letter)}


def _has_case(letter: str) -> bool:
    return not letter.lower() == letter.upper() == letter.casefold() == letter


def _alike(letter: str, letters: list[str]) -> list[str]:
    return re.findall(re.escape(letter), "".join(letters), re.IGNORECASE)


@pytest.mark.parametrize("mark", [*_masking._BETWEEN, " ", "\n", "\u3000", "\u00a0"])
def it_leaves_out_everything_that_may_stand_between_two_letters(mark):
    assert _masking._letters(f"심{mark}서{mark}{mark}연") == "심서연"
    assert _masking._letters(mark) == ""


def it_knows_every_mark_of_its_expressions():
    between = re.compile(f"{_masking._GAP}|[\\s\\-.()]*")
    marks = {mark for mark in map(chr, range(sys.maxunicode + 1)) if between.fullmatch(mark)}
    assert {mark for mark in marks if not mark.isspace()} == set(_masking._BETWEEN)
