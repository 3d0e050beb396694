"""Sentences that say what was answered, in both languages, and where each came from."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from legalkit.case import Case, read_case
from legalkit.case.paths import get
from legalkit.filings import Sentence, story
from legalkit.filings._compose import compose
from legalkit.filings._voice import CIVIL, Voice
from tests.support.cases import cases
from tests.support.names import PERSONAS, persona

_HANGUL, _QUOTED = re.compile("[가-힣]"), re.compile(r'"[^"]*"|\'[^\']*\'')


def _case(*incidents: dict, **more) -> Case:
    told = [{"id": f"i-{n}", **incident} for n, incident in enumerate(incidents)]
    accused = [{"id": "a", "name": "홍길상"}]
    return read_case({"id": "case-1", "reporter": {"role": "self"}, "accused": accused, "incidents": told} | more)


def _acts(case: Case) -> list[Sentence]:
    return [_plain(said) for _, sentences in story(case).acts for said in sentences]


def _plain(said: Sentence) -> Sentence:
    words = said.words.plain()
    return replace(said, ko=words.ko, en=words.en)


def _told(*incidents: dict, **more) -> list[str]:
    return [said.ko for said in _acts(_case(*incidents, **more))]


def _english(*incidents: dict, **more) -> list[str]:
    return [said.en for said in _acts(_case(*incidents, **more))]


FILMED = {"act": "filming", "actor": "a", "when": "2026-03-01", "shown": "nude_body"}


class DescribeWhoDidIt:
    def it_calls_an_accused_by_what_the_filing_calls_them(self):
        assert _told(FILMED) == ["피고소인은 2026. 3. 1. 고소인의 나체를 촬영하였습니다."]

    def it_says_unknown_of_somebody_she_does_not_know(self):
        assert _told({**FILMED, "actor": "unknown"}) == ["성명불상자는 2026. 3. 1. 고소인의 나체를 촬영하였습니다."]

    @pytest.mark.parametrize("answer", [None, "declined"])
    def but_it_does_not_say_unknown_of_somebody_she_did_not_speak_of(self, answer):
        assert _told({**FILMED, "actor": answer}) == ["누군가가 2026. 3. 1. 고소인의 나체를 촬영하였습니다."]
        assert _english({**FILMED, "actor": answer}) == ["Someone filmed my nude body on 1 March 2026."]

    def and_it_speaks_of_the_one_unknown_person_beside_somebody_known(self):
        people = [{"id": "a", "name": "홍길상"}, {"id": "b", "name": "unknown"}]
        assert _english({**FILMED, "actor": "b"}, accused=people) == [
            "The unknown person filmed my nude body on 1 March 2026."
        ]

    @pytest.mark.parametrize("name", [None, "declined"])
    def and_a_name_she_was_not_asked_is_no_unknown_one(self, name):
        case = _case(FILMED, accused=[{"id": "a", "name": name}])
        assert [said.ko for said in story(case).relation] == []
        assert _acts(case)[0].ko.startswith("피고소인은")

    def but_it_does_not_say_that_two_unknown_people_are_one(self):
        people = [{"id": "a", "name": "unknown", "accounts": [{"medium": "x", "handle": "@z"}]}]
        case = _case(FILMED, {**FILMED, "actor": "unknown"}, accused=people)
        assert [each.ko.split()[0] for each in _acts(case)] == ["성명불상자는", "신원을"]
        assert _acts(case)[1].en.startswith("Somebody whose identity is not known")

    def it_numbers_several(self):
        two = [
            {"id": "a", "name": "홍길상"},
            {"id": "b", "name": "unknown", "accounts": [{"medium": "x", "handle": "@z"}]},
        ]
        said = [each.ko for each in story(_case({**FILMED, "actor": "b"}, accused=two)).sentences]
        assert said[0] == "고소인은 성명불상자가 누구인지 알지 못합니다."
        assert said[1] == "성명불상자는 엑스(옛 트위터) 계정 '@z'를 사용하는 사람입니다."


class DescribeHowSheKnows:
    @pytest.mark.parametrize(
        ("knowing", "korean", "english"),
        [
            ({"how": "saw"}, "촬영하였습니다.", "filmed my nude body on 1 March 2026."),
            (
                {"how": "told", "teller": "friend", "when": "2026-03-05"},
                "고소인은 2026. 3. 5. 지인으로부터 피고소인이 2026. 3. 1. 고소인의 나체를 촬영하였다고 들었습니다.",
                "On 5 March 2026 a friend told me that the accused filmed my nude body on 1 March 2026.",
            ),
            (
                {"how": "actor_said", "when": "2026-03-05"},
                "촬영하였다고 2026. 3. 5. 고소인에게 말하였습니다.",
                "On 5 March 2026 the accused told me that the accused had filmed my nude body on 1 March 2026.",
            ),
            (
                {"how": "concluded", "reasons": ["account_of_accused", "same_words"]},
                "촬영한 것으로 보입니다. 그렇게 보는 이유는 그에 쓰인 계정이 피고소인이 쓰던 계정이었고, "
                "글에 피고소인이 쓰던 말이 그대로 적혀 있었기 때문입니다.",
                "The accused appears to have filmed my nude body on 1 March 2026, because the account behind it was "
                "one that the accused used and the posts used words that the accused uses.",
            ),
            (
                {"how": "concluded"},
                "촬영한 것으로 보입니다.",
                "The accused appears to have filmed my nude body on 1 March 2026.",
            ),
        ],
    )  # fmt: skip
    def it_ends_the_sentence_by_it(self, knowing, korean, english):
        incident = {**FILMED, "knowing": knowing}
        assert _told(incident)[0].endswith(korean)
        assert _english(incident)[0].endswith(english)

    def it_quotes_a_reason_of_her_own_instead_of_naming_another_one(self):
        knowing = {"how": "concluded", "reasons": ["other"], "reason_words": "방이 같습니다."}
        assert _told({**FILMED, "knowing": knowing})[1:] == [
            '그렇게 보는 이유로 직접 적은 내용입니다. "방이 같습니다."'
        ]

    def it_says_of_hearsay_that_it_was_heard(self):
        came = {
            "act": "strangers_came",
            "actor": "unknown",
            "people": 1,
            "place_role": "workplace",
            "said_saw_post": True,
        }
        heard = {**came, "knowing": {"how": "told", "teller": "colleague"}}
        assert _told(came)[1] == "찾아온 사람이 게시물을 보고 왔다고 말하였습니다."
        assert _told(heard) == [
            "고소인은 직장 동료로부터 성명불상자 1명이 고소인의 직장으로 찾아왔다고 들었습니다.",
            "찾아온 사람이 게시물을 보고 왔다고 말하였다고 합니다.",
        ]


class DescribeWhatNobodyAnswered:
    def it_leaves_out_an_element_that_was_not_answered(self):
        assert "의사에 반하여" not in _told(FILMED)[0]
        assert "고소인의 의사에 반하여" in _told({**FILMED, "will": True})[0]

    @pytest.mark.parametrize("answer", [False, "unknown", "declined"])
    def and_one_that_was_denied_unknown_or_declined(self, answer):
        assert "의사에 반하여" not in _told({**FILMED, "will": answer})[0]

    def it_names_as_a_gap_what_would_have_added_a_clause(self):
        assert "incidents[0].will" in _acts(_case(FILMED))[0].gaps

    def it_loses_no_act_of_which_little_is_known(self):
        for act in ("made_to_act", "false_statement", "rape", "reupload", "hidden_camera", "viewing", "threat", "link"):
            assert _told({"act": act}), act

    def it_says_no_place_of_waiting_that_was_not_told(self):
        waited = {"act": "following", "actor": "a", "when": "2026-03-01"}
        assert _told(waited) == ["피고소인은 2026. 3. 1. 고소인을 기다렸습니다."]
        assert _english(waited) == ["The accused waited for me on 1 March 2026."]
        assert "고소인의 직장 부근에서" in _told({**waited, "place_role": "workplace"})[0]

    def it_tells_apart_when_a_camera_was_found_and_when_it_stood_there(self):
        found = {"act": "hidden_camera", "actor": "a", "finder": "victim", "knowing": {"how": "concluded"}}
        stood = {"when": {"start": "2025-12", "end": "2026-08"}, "discovered": {"when": "2026-09-20"}}
        assert _told({**found, **stood}) == [
            "고소인은 2026. 9. 20. 카메라를 발견하였습니다.",
            "피고소인이 2025. 12.경부터 2026. 8.경까지 위 카메라를 설치하여 촬영하였거나 촬영하려 한 것으로 보입니다.",
        ]
        assert _told({**found, "when": "2026-09-20"})[0] == "고소인은 2026. 9. 20. 카메라를 발견하였습니다."

    def it_speaks_of_no_post_where_an_act_leaves_none(self):
        learned = {"discovered": {"when": "2026-03-05", "teller": "colleague"}}
        assert _told({"act": "viewing", "actor": "a", **learned})[0] == (
            "고소인은 2026. 3. 5. 직장 동료로부터 듣고 아래와 같은 일을 알게 되었습니다."
        )
        assert "게시물" not in " ".join(
            _told({"act": "account_entered", "actor": "a", "discovered": {"when": "unknown"}})
        )

    def it_prints_the_words_of_the_form_for_an_unknown_date(self):
        assert "일시불상경" in _told({**FILMED, "when": "unknown"})[0]
        assert "일시불상" not in _told({**FILMED, "when": "declined"})[0]


class DescribeManyLikeActs:
    POST = {"act": "posting_data", "actor": "a", "data_kinds": ["phone"], "online": {"medium": "x"}}

    def _posts(self, days, **more):
        return [{**self.POST, "when": f"2026-02-{day:02d}", **more} for day in days]

    def it_tells_three_in_one_sentence_with_a_schedule(self):
        case = _case(*self._posts((1, 2, 3)))
        said = _acts(case)
        assert [each.ko for each in said] == [
            "피고소인은 별지 범죄일람표 기재와 같이 2026. 2. 1.부터 2026. 2. 3.까지 총 3회에 걸쳐 "
            "엑스(옛 트위터)에 고소인의 전화번호를 게시하였습니다."
        ]
        assert len(story(case).schedule[0].alike) == 3

    def but_it_tells_two_apart(self):
        assert len(_acts(_case(*self._posts((1, 2))))) == 2

    def and_it_tells_apart_what_differs_in_what_is_said(self):
        other = {**self.POST, "when": "2026-02-03", "data_kinds": ["address"]}
        assert len(_acts(_case(*self._posts((1, 2)), other))) == 3

    def it_says_which_rows_where_a_schedule_lists_several_kinds(self):
        fakes = [{"act": "fake", "actor": "a", "when": f"2026-03-0{n}", "material": "fake_photo"} for n in (1, 2, 3)]
        told = _told(*self._posts((1, 2, 3)), *fakes)
        assert "별지 범죄일람표 순번 1 내지 3 기재와 같이" in told[0]
        assert "별지 범죄일람표 순번 4 내지 6 기재와 같이" in told[1]

    def it_lists_single_acts_however_few(self):
        entries = [{"when": "2026-02-01", "urls": ["https://x.example/1"], "note": "첫 글"}]
        case = _case({**self.POST, "entries": entries})
        assert "총 1회에 걸쳐" in _acts(case)[0].ko
        assert "posted my phone number once on X" in _acts(case)[0].en
        assert story(case).schedule[0].alike[0].urls == ("https://x.example/1",)

    def it_lists_an_address_that_would_stand_nowhere(self):
        case = _case({**FILMED, "urls": ["https://x.example/1"]})
        assert _acts(case)[-1].ko == "인터넷 주소는 별지 범죄일람표 기재와 같습니다."
        assert len(story(case).schedule) == 1

    def but_never_in_running_text(self):
        case = _case({**FILMED, "urls": ["https://x.example/1"]})
        assert not any("https" in said.ko + said.en for said in story(case).sentences)


class DescribePlaces:
    @pytest.mark.parametrize(
        ("media", "korean", "english"),
        [
            (("x", "x", "x"), "엑스(옛 트위터)에", "on X (formerly Twitter)"),
            (("x", "instagram", "x"), "2개의 사회관계망 서비스에", "on two social networks"),
            (("x", "website", "x"), "엑스(옛 트위터)·인터넷 사이트에", "on X (formerly Twitter), a website"),
        ],
    )
    def it_says_where_many_like_acts_were(self, media, korean, english):
        post = {"act": "posting_data", "actor": "a", "data_kinds": ["phone"]}
        posts = [{**post, "when": f"2026-02-0{n}", "online": {"medium": m}} for n, m in enumerate(media, start=1)]
        assert korean in _told(*posts)[0]
        assert english in _english(*posts)[0]

    @pytest.mark.parametrize(
        ("online", "korean", "english"),
        [
            ({"medium": "telegram", "room": "y"}, "텔레그램 대화방 'y'에", "in the Telegram room 'y'"),
            ({"medium": "paid_room", "room": "y"}, "유료 대화방 'y'에", "in the paid chat room 'y'"),
            ({"medium": "other", "account": "@x"}, "매체 계정 '@x'를 통하여", "through the account '@x' on another"),
            ({"medium": "instagram", "account": "@x"}, "계정 '@x'를 통하여", "through the Instagram account '@x'"),
            ({"medium": "email"}, "전자우편으로", "by e-mail"),
            ({"medium": "telegram"}, "텔레그램으로", "through Telegram"),
        ],
    )
    def it_names_the_account_or_the_room_through_which_something_was_sent(self, online, korean, english):
        spread = {"act": "spread", "actor": "a", "material": "nude_video", "spread_how": "sent", "online": online}
        assert korean in _told(spread)[0]
        assert english in _english(spread)[0]

    def but_what_was_posted_stands_on_the_account(self):
        online = {"medium": "instagram", "account": "@x"}
        spread = {"act": "spread", "actor": "a", "material": "nude_video", "spread_how": "posted", "online": online}
        assert "인스타그램 계정 '@x'에" in _told(spread)[0]
        assert "on the Instagram account '@x'" in _english(spread)[0]

    def it_quotes_her_words_for_a_place(self):
        place = {"kind": "other", "words": "역 앞 계단"}
        assert _told({**FILMED, "place": place})[1] == '장소를 직접 적은 내용입니다. "역 앞 계단"'

    def but_not_for_a_place_of_hers(self):
        place = {"kind": "workplace", "words": "가나상사 3층"}
        assert not any("가나상사" in said for said in _told({**FILMED, "place": place}))

    def it_calls_a_group_a_group_only_where_there_is_one(self):
        link = {"act": "link", "actor": "unknown", "material": "fake_video"}
        assert "메신저 대화방에 올린" in _told({**link, "online": {"medium": "messenger"}})[0]
        assert "대화방" not in _told({**link, "online": {"medium": "website"}})[0]


class DescribeWhoSpeaks:
    def it_speaks_of_the_victim_where_a_representative_complains(self):
        case = _case(FILMED, reporter={"role": "legal_representative", "person": {"relation": "mother"}})
        assert _acts(case)[0].ko == "피고소인은 2026. 3. 1. 피해자의 나체를 촬영하였습니다."
        assert _acts(case)[0].en == "The accused filmed the victim's nude body on 1 March 2026."

    def it_speaks_of_herself_where_a_lawyer_acts(self):
        assert _english(FILMED, reporter={"role": "lawyer"}) == ["The accused filmed my nude body on 1 March 2026."]


class DescribeRelations:
    @pytest.mark.parametrize(
        ("kind", "korean", "english"),
        [
            ("neighbour", "피고소인은 고소인의 이웃입니다.", "The accused is my neighbour."),
            ("stranger", "고소인과 피고소인은 서로 모르는 사이입니다.", "The accused and I do not know each other."),
            ("friend", "피고소인은 고소인의 친구입니다.", "The accused is my friend."),
        ],
    )  # fmt: skip
    def it_says_what_they_are_to_each_other(self, kind, korean, english):
        said = story(_case(accused=[{"id": "a", "name": "홍길상", "relation": {"kind": kind}}])).relation
        assert [(each.ko, each.en) for each in said] == [(korean, english)]

    def it_names_the_relation_as_the_answer_it_came_from(self):
        people = [{"id": "a", "name": "홍길상", "relation": {"kind": "superior"}}]
        assert "accused[0].relation.kind" in story(_case(accused=people)).relation[0].sources

    def but_it_says_nothing_of_some_other_relation(self):
        assert story(_case(accused=[{"id": "a", "name": "홍길상", "relation": {"kind": "other"}}])).relation == ()


class DescribeWhatItDidToHer:
    def it_says_once_what_she_felt_at_several_acts(self):
        case = _case({**FILMED, "feelings": ["fear"]}, {**FILMED, "feelings": ["sexual_shame", "fear"]})
        (felt,) = story(case).effects
        assert felt.ko == "고소인은 이로 인하여 공포심과 성적 수치심을 느꼈습니다."
        assert {f"incidents[{n}].feelings" for n in (0, 1)} <= set(felt.sources)


class DescribeEarlierReports:
    def it_says_what_happened_and_no_more(self):
        report = {"when": "2026-03-10", "office": "police_station", "outcome": "no_answer", "outcome_words": "기다리라"}
        said = [_plain(each).ko for each in story(_case(reports=[report])).reports]
        assert said == [
            "고소인은 2026. 3. 10. 경찰서에 같은 내용을 알렸습니다.",
            "답을 받지 못하였습니다.",
            '그 일을 직접 적은 내용입니다. "기다리라"',
        ]

    def it_names_the_station_and_the_number_for_the_police_alone(self):
        station = {"name": "울산○○경찰서", "region": "ulsan"}
        report = {"when": "2026-03-10", "office": "police_station", "office_name": station, "number": "9-1"}
        case = _case(reports=[report])
        (said,) = story(case).reports
        assert _plain(said).ko == "고소인은 2026. 3. 10. 울산○○경찰서에 같은 내용을 알렸습니다(접수번호 9-1)."
        assert _plain(said).en == "I told a police station the same on 10 March 2026 (receipt number 9-1)."
        served = compose(Voice(case, CIVIL), "injunction").reports[0]
        assert _plain(served).ko == "채권자는 2026. 3. 10. 경찰서에 같은 내용을 알렸습니다."

    @pytest.mark.parametrize(
        ("day", "office"),
        [("1926-10-01", "지방공소청에"), ("2026-10-01", "지방검찰청에"), ("2026-10-02", "지방공소청에")],
    )
    def it_calls_an_office_what_it_was_called_then(self, day, office):
        report = {"when": day, "office": "district_prosecution_office"}
        assert office in story(_case(reports=[report])).reports[0].ko


@given(cases())
def it_says_where_each_sentence_came_from(case):
    for said in story(case).sentences:
        assert said.sources, said
        for path in (*said.sources, *said.gaps):
            assert path, said
            _reach(case, path)


def _reach(case: Case, path: str) -> None:
    """Raises where a path leads to no field; an answer that was not asked may lie on the way."""
    steps = path.split(".")
    for end in range(1, len(steps) + 1):
        if not hasattr(get(case, ".".join(steps[:end])), "model_fields_set") and end < len(steps):
            return


@given(cases())
def it_ends_every_sentence_and_leaves_no_notation(case):
    for said in story(case).sentences:
        for text in (_QUOTED.sub("", said.ko), _QUOTED.sub("", said.en)):
            # a name or a number of an office is no notation, whatever stands in it
            assert not re.search(r"[‹›\[\]]|\{[a-z_']+\}", text.replace("${x}", "")), said


@pytest.mark.parametrize("name", PERSONAS)
def it_ends_formally(name):
    endings = re.compile(r"니다(\(증[^)]*\))?\.$")
    for said in story(persona(name)).sentences:
        without = re.sub(r' ?"[^"]*"\.?| 번역: .*| 원문\(.*', "", said.ko)
        assert not without or endings.search(without), said.ko


@pytest.mark.parametrize("name", PERSONAS)
def it_keeps_each_language_clean_of_the_other(name):
    for said in story(persona(name)).sentences:
        assert not _HANGUL.search(_QUOTED.sub("", said.en)), said.en
        assert set(re.findall("[A-Za-z]{2,}", _QUOTED.sub("", said.ko))) == set(), said.ko
