"""인적사항 별지: everything that finds her, in a file of its own."""

import datetime

import pytest

from legalkit.case import read_case
from legalkit.filings import Folder, all_filings

DAY = datetime.date(2026, 11, 22)
SHEET = all_filings()["confidential_sheet"]


def _content(**more):
    data = {"id": "case-1", "reporter": {"role": "self"}, "victim": {"name": "심서연"}, **more}
    return SHEET.content(read_case(data), DAY)


def _fields(person):
    return {field["label"].ko: field["value"].plain().ko for field in person["fields"]}


def it_lies_in_a_folder_of_its_own():
    assert SHEET.folder is Folder.CONFIDENTIAL


def it_says_who_she_is_and_where():
    address = {"text": "서울특별시 ○○구 ○○로 1", "postcode": "00000", "country": "CA"}
    hers = {"name": "심서연", "birth": "2001-05-20", "address": address, "phone": "010-0000-0000", "occupation": "학생"}
    (person,) = _content(victim=hers)["people"]
    assert _fields(person) == {
        "성명": "심서연", "생년월일": "2001. 5. 20.", "주소": "서울특별시 ○○구 ○○로 1, 00000, 캐나다",
        "전화": "010-0000-0000", "직업": "학생",
    }  # fmt: skip
    assert person["number_box"]


@pytest.mark.parametrize(("answer", "name"), [("unknown", "성명불상"), ("declined", None)])
def it_leaves_out_what_she_did_not_say(answer, name):
    people = _content(victim={"name": answer, "phone": "010-0000-0000"})["people"]
    assert _fields(people[0]).get("성명") == name


def it_names_an_alias_in_alias_mode_alone():
    hers = {"name": "심서연", "alias": "은별"}
    assert _fields(_content(victim=hers, wishes={"alias": True})["people"][0])["가명"] == "은별(가명)"
    assert "가명" not in _fields(_content(victim=hers)["people"][0])


def it_lists_everybody_on_her_side_once():
    aunt = {"name": {"hangul": "곽청미"}, "relation": "aunt"}
    witness = {"id": "e", "kind": "witness", "witness": {"name": "도담비"}}
    people = _content(relatives=[aunt], wishes={"companion": aunt}, exhibits=[witness])["people"]
    assert [_fields(person)["성명"] for person in people] == ["심서연", "곽청미", "도담비"]
    assert [person["number_box"] for person in people] == [True, False, False]


def it_leaves_out_the_lawyer_whose_contact_is_no_secret():
    people = _content(reporter={"role": "lawyer", "person": {"name": "한변호"}})["people"]
    assert [_fields(person)["성명"] for person in people] == ["심서연"]


def it_says_how_she_can_be_reached_safely():
    contact = {
        "phone": "010-0000-0000", "hours": "평일 낮", "may_answer": ["mother"], "text_ok": True, "voicemail_ok": False,
        "no_post": True, "email": "a@b.example",
    }  # fmt: skip
    lines = {line["label"].ko: line["value"].ko for line in _content(contact=contact)["contact"]}
    assert lines == {
        "전화": "010-0000-0000", "연락 가능한 시간": "평일 낮", "대신 받을 수 있는 사람": "어머니",
        "문자메시지": "가능", "음성메시지": "불가", "우편": "주거로 우편물을 보내지 않음", "전자우편": "a@b.example",
    }  # fmt: skip


def it_spells_who_takes_her_papers_as_elsewhere_on_the_sheet():
    mother = {"name": {"hangul": "곽청희", "romanised": "Gwak Cheong-hui"}, "relation": "mother"}
    service = {"recipient": "곽청희", "address": {"text": "서울특별시 ○○구 ○○로 1"}}
    (line,) = _content(relatives=[mother], service=service)["contact"]
    assert line["value"].en.startswith("Gwak Cheong-hui")


class DescribeWhatIsMaskedElsewhere:
    def _masked(self, *, alias=True, **more):
        content = _content(wishes={"alias": alias}, victim={"name": "심서연", "phone": "010-0000-0000"}, **more)
        return [(row["shown"].ko, row["full"]) for row in content["masked"]]

    def it_lists_marks_in_full_once(self):
        incident = {
            "id": "i",
            "act": "threat",
            "online": {"medium": "x", "account": "@seoyeon"},
            "urls": ["https://x/seoyeon"],
        }
        exhibit = {"id": "e", "kind": "log", "url": "https://x/seoyeon"}
        assert self._masked(incidents=[incident], exhibits=[exhibit]) == [
            ("@○○", "@seoyeon"), ("https://x/○○", "https://x/seoyeon")
        ]  # fmt: skip

    def it_lists_a_number_in_a_mark_without_an_alias_too(self):
        incident = {"id": "i", "act": "threat", "urls": ["https://x/01000000000"]}
        assert self._masked(alias=False, incidents=[incident]) == [("https://x/○○", "https://x/01000000000")]

    def it_gives_her_words_for_places_of_hers(self):
        incident = {"id": "i", "act": "filming", "place": {"kind": "workplace", "words": "가나상사 3층"}}
        assert self._masked(incidents=[incident]) == [("고소인의 직장", "가나상사 3층")]

    def and_it_gives_them_alike_to_readers_of_both_languages(self):
        words = {"text": "Third floor", "language": "en", "translation": "3층"}
        incident = {"id": "i", "act": "filming", "place": {"kind": "workplace", "words": words}}
        assert self._masked(incidents=[incident]) == [("고소인의 직장", "Third floor (3층)")]


@pytest.mark.parametrize("alias", [True, False])
def it_is_signed_with_the_alias_only_in_alias_mode(alias):
    content = _content(wishes={"alias": alias}, victim={"name": "심서연", "alias": "은별"})
    assert content["signer"].ko == ("은별(가명)" if alias else "심서연")
