"""고소장: what stands in its boxes."""

import datetime

import pytest

from legalkit.case import read_case
from legalkit.filings import all_filings, story
from legalkit.filings._compose import compose
from legalkit.filings._voice import CIVIL, Voice
from legalkit.language import EMPTY, Bilingual

DAY = datetime.date(2026, 11, 22)
SHEET = "인적사항 별지 기재와 같음(비공개 요청)"


def _content(day=DAY, **more):
    incident = {"id": "i", "act": "filming", "when": "2026-03-01", "actor": "unknown"}
    data = {"id": "case-1", "reporter": {"role": "self"}, "incidents": [incident], **more}
    return all_filings()["complaint"].content(read_case(data), day)


class DescribeTheComplainant:
    HERS = {
        "name": "심서연", "birth": "2001-05-20", "nationality": "KR", "phone": "010-0000-0000", "occupation": "학생"
    }  # fmt: skip

    def it_gives_name_and_birth_and_points_to_the_sheet_for_the_rest(self):
        box = _content(victim=self.HERS)["complainant"]
        assert box["name"].ko == "심서연"
        assert box["birth"].plain().ko == "2001. 5. 20."
        assert (box["phone"].ko, box["occupation"].ko, box["address"]) == (SHEET, SHEET, EMPTY)

    def it_gives_an_alias_alone_in_alias_mode(self):
        box = _content(victim={**self.HERS, "alias": "은별"}, wishes={"alias": True})["complainant"]
        assert (box["name"].ko, box["birth"].ko, box["nationality"].ko) == ("은별(가명)", SHEET, SHEET)

    @pytest.mark.parametrize(("answer", "name"), [("unknown", "성명불상"), ("declined", ""), (None, "")])
    def it_prints_what_the_form_prints_for_no_answer(self, answer, name):
        assert _content(victim={"name": answer})["complainant"]["name"].ko == name

    def it_is_the_representative_who_files_in_their_own_right(self):
        mother = {"name": "곽청희", "relation": "mother"}
        content = _content(reporter={"role": "legal_representative", "person": mother}, victim={"name": "심서연"})
        assert (content["complainant"]["name"].ko, content["victim"].ko) == ("곽청희", "심서연")
        assert content["victim_relation"].ko == "고소인은 피해자의 어머니"
        assert content["agent"]["legal_tick"] == "■"

    def it_is_she_who_files_through_a_lawyer(self):
        lawyer = {"name": "한변호", "phone": "02-000-0000"}
        content = _content(reporter={"role": "lawyer", "person": lawyer}, victim={"name": "심서연"})
        assert content["complainant"]["name"].ko == "심서연"
        assert (content["agent"]["attorney_tick"], content["agent"]["attorney_name"].ko) == ("■", "한변호")
        assert content["submitter"].ko == "한변호"


class DescribeTheAccused:
    def it_gives_a_block_to_each(self):
        two = [{"id": "a", "name": "홍길상"}, {"id": "b", "name": "unknown"}]
        assert [block["name"].ko for block in _content(accused=two)["accused"]] == ["홍길상", "성명불상"]

    def it_leaves_one_for_somebody_unknown_where_nobody_is_named(self):
        (block,) = _content()["accused"]
        assert (block["label"].ko, block["name"].ko) == ("피고소인", "성명불상")

    def and_an_empty_one_where_nothing_was_said(self):
        (block,) = _content(incidents=[{"id": "i", "act": "filming"}])["accused"]
        assert block["name"] == EMPTY

    def it_says_to_whom_the_relation_is_where_a_representative_files(self):
        accused = [{"id": "a", "name": "홍길상", "relation": {"kind": "former_dating"}}]
        block = _content(accused=accused, reporter={"role": "legal_representative"})["accused"][0]
        assert block["relation"].ko == "피해자와의 관계: 교제하였던 사람"
        assert _content(accused=accused)["accused"][0]["relation"].ko == "교제하였던 사람"

    def it_accuses_all_of_them(self):
        two = [{"id": "a", "name": "홍길상"}, {"id": "b", "name": "마성후"}]
        assert _content(accused=two)["purpose"].ko.startswith("고소인은 피고소인들을")
        assert "the persons named above" in _content(accused=two)["purpose"].en
        assert [block["label"].en for block in _content(accused=two)["accused"]] == ["Accused 1", "Accused 2"]


class DescribeHerAge:
    SAID = "고소인은 아래 행위 당시 19세 미만이었습니다."

    def _told(self, birth, *whens):
        acts = [{"id": f"i-{n}", "act": "filming", "when": when} for n, when in enumerate(whens)]
        return read_case({"id": "c", "reporter": {"role": "self"}, "victim": {"birth": birth}, "incidents": acts})

    @pytest.mark.parametrize(
        ("birth", "when", "says"),
        [
            ("2010-03-30", "2026-08-09", True),
            ("2007-08-10", "2026-08-09", True),
            ("2007-08-09", "2026-08-09", False),
            ("2007", "2026-08-09", False),
            ("2010-03-30", None, False),
            ("unknown", "2026-08-09", False),
        ],
    )
    def it_says_that_she_was_under_19_where_she_surely_was(self, birth, when, says):
        assert (self.SAID in [said.ko for said in story(self._told(birth, when)).relation]) is says

    @pytest.mark.parametrize(("last", "says"), [("2026-08-09", True), ("2029-03-30", False)])
    def it_counts_acts_that_went_on_after_she_learned_of_them(self, last, says):
        act = {"id": "i", "act": "spread", "when": "2026-01-02", "discovered": {"when": "2026-01-03"}}
        for more in ({"when": {"start": "2026-01-02", "end": last}}, {"entries": [{"when": last}]}):
            case = read_case({"id": "c", "reporter": {"role": "self"}, "victim": {"birth": "2010-03-30"},
                              "incidents": [{**act, **more}]})  # fmt: skip
            assert (self.SAID in [said.ko for said in story(case).relation]) is says

    def but_not_where_one_act_was_later_nor_to_the_other_side(self):
        later = story(self._told("2010-03-30", "2026-08-09", "2029-03-30"))
        served = compose(Voice(self._told("2010-03-30", "2026-08-09"), CIVIL), "injunction")
        assert "19세" not in " ".join(said.ko for said in (*later.sentences, *served.sentences))


class DescribeTheSchedule:
    def it_names_the_material_where_she_wrote_nothing_of_it(self):
        shown = {"online": {"medium": "x"}, "urls": ["https://a.example/1"], "material": "nude_photo"}
        (row,) = _content(incidents=[{"id": "i", "act": "spread", **shown}])["schedule"]["rows"]
        assert row["content"] == Bilingual("나체 사진", "nude photo")


class DescribeRelatedCases:
    @pytest.mark.parametrize(
        ("answer", "ticks"), [(True, "■□"), (False, "□■"), ("unknown", "□□"), ("declined", "□□"), (None, "□□")]
    )
    def it_ticks_what_she_said_and_nothing_else(self, answer, ticks):
        related = _content(related={"duplicate": answer})["related"]
        assert related["duplicate_yes"] + related["duplicate_no"] == ticks


class DescribeProvisions:
    def _provisions(self, offence, when, rank="primary"):
        incidents = [{"id": "i", "act": "filming", "when": when}]
        provisions = [{"offence": offence, "incidents": ["i"], "rank": rank}]
        return _content(incidents=incidents, provisions=provisions)["provisions"]

    def it_proposes_a_chosen_one_as_it_stood_on_the_day_of_the_act(self):
        (entry,) = self._provisions("sv_14_1_illegal_filming", "2026-03-01")
        assert entry["text"].ko.startswith("성폭력범죄의 처벌 등에 관한 특례법 제14조제1항")
        assert entry["note"] == EMPTY

    def it_says_which_day_it_took_where_that_of_the_act_is_not_known(self):
        (entry,) = self._provisions("sv_14_1_illegal_filming", "unknown", "alternative")
        assert entry["note"].plain().ko == "예비적 · 행위일을 알 수 없어 2026. 11. 22. 기준으로 적음"

    def it_takes_the_day_she_learned_of_it(self):
        (entry,) = self._provisions("sv_14_1_illegal_filming", {"learned": "2026-03-14"})
        assert "2026. 3. 14. 기준" in entry["note"].plain().ko

    def but_it_leaves_out_one_that_was_not_in_force(self):
        assert self._provisions("st_18_1_stalking", "2020-01-01") == []


class DescribeRequests:
    def _titles(self, **more):
        return [request["title"].ko for request in _content(**more)["requests"]]

    def it_asks_for_what_she_wished(self):
        assert self._titles() == ["인적사항의 비공개"]
        assert "같은 성별의 수사관" in self._titles(wishes={"same_sex_investigator": True})
        assert "같은 성별의 수사관" not in self._titles(wishes={"same_sex_investigator": "unknown"})

    def it_asks_for_preservation_only_where_an_offence_is_grave_enough(self):
        wish = {"wishes": {"preservation": True}}
        provisions = [{"offence": "sv_14_1_illegal_filming", "incidents": ["i"]}]
        assert "기록 보전" not in self._titles(**wish)
        assert "기록 보전" in self._titles(**wish, provisions=provisions)

    @pytest.mark.parametrize(
        ("ways", "said"),
        [
            (["email"], ("전자우편으로", "by e-mail")),
            (["email", "text_message"], ("문자메시지와 전자우편으로", "by text message and by e-mail")),
            (["email", "phone", "lawyer"], ("전화, 전자우편과 변호사를 통하여", "by e-mail and through the lawyer")),
            ([], ("안전한 방법으로", "in a safe way")),
        ],
    )  # fmt: skip
    def it_says_how_she_wants_to_be_told(self, ways, said):
        text = _content(wishes={"notification": True, "notify_by": ways})["requests"][-1]["text"]
        assert (said[0] in text.ko, said[1] in text.en) == (True, True)


class DescribeTheOffice:
    def it_leaves_a_blank_where_none_was_chosen(self):
        assert _content(offices={"police": "unknown"})["office"] == Bilingual("○○경찰서", "○○ Police Station")

    def it_takes_no_office_but_the_police(self):
        assert _content(offices={"police_kind": "district_prosecution_office"})["office"].ko == "○○경찰서"

    def it_prints_the_one_she_chose(self):
        office = {"name": "서울마포경찰서", "english": "Seoul Mapo Police Station"}
        assert _content(offices={"police": office})["office"] == Bilingual(office["name"], office["english"])


class DescribeOwnWords:
    def it_quotes_them_as_written_and_says_that_a_translation_follows(self):
        (block,) = _content(own_words=["I am afraid."])["own_words"]
        assert block["intro"].ko == "고소인이 직접 적은 내용입니다."
        assert block["text"] == "“I am afraid.”"
        assert block["note"].ko == "원문(영어)입니다. 번역문은 추후 제출하겠습니다."

    def it_says_whose_words_they_are_where_a_representative_files(self):
        (block,) = _content(own_words=["무서워요"], reporter={"role": "legal_representative"})["own_words"]
        assert block["intro"] == Bilingual("피해자가 직접 적은 내용입니다.", "In the victim's own words:")
