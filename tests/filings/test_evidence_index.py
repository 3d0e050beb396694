"""증거목록: each exhibit in its part, and every column that has something in it."""

import datetime

import pytest

from legalkit.case import read_case
from legalkit.case.codes import ExhibitKind
from legalkit.filings import all_filings
from legalkit.language import Bilingual
from tests.support.reviewed import read

DAY = datetime.date(2026, 11, 22)


def _content(*exhibits, **more):
    listed = [{"id": f"e{n}", "kind": "screenshot", **exhibit} for n, exhibit in enumerate(exhibits, start=1)]
    data = {"id": "case-1", "reporter": {"role": "self"}, "exhibits": listed, **more}
    return all_filings()["evidence_index"].content(read_case(data), DAY)


def _row(content):
    return next(row for part in content["parts"] for row in part["rows"])


def _fields(content):
    return {field["label"].ko: field["value"].plain().ko for field in content["details"][0]["fields"]}


def it_has_a_part_for_every_kind():
    kinds = [kind for part in read("evidence_parts") for kind in part["kinds"]]
    assert sorted(kinds) == sorted(kind for kind in ExhibitKind if kind is not ExhibitKind.WITNESS)


def it_numbers_parts_of_an_exhibit():
    content = _content({"title": "대화"}, {"title": "계속", "part_of": "e1"}, {"title": "사진"})
    assert [row["no"].plain().ko for row in content["parts"][0]["rows"]] == ["증 제1호의 1", "증 제1호의 2", "증 제2호"]


def it_says_which_acts_an_exhibit_is_to_prove():
    incident = {"id": "i", "act": "fake", "when": "2026-03-01", "exhibits": ["e1"]}
    row = _row(_content({"title": "화면", "fact": "합성된 사실"}, incidents=[incident]))
    assert row["fact"].plain().ko == "합성(2026. 3. 1.)\n합성된 사실"


@pytest.mark.parametrize(
    ("exhibit", "asked"),
    [
        ({"kind": "video"}, "봉인·열람제한"), ({"kind": "video", "intimate": False}, ""),
        ({"kind": "video", "intimate": "unknown"}, "봉인·열람제한"), ({"kind": "log"}, ""),
        ({"kind": "log", "restriction": "masked"}, "개인정보 가림"), ({"kind": "video", "restriction": "none"}, "없음"),
    ],
)  # fmt: skip
def it_counts_a_picture_as_intimate_until_she_says_no(exhibit, asked):
    assert _row(_content(exhibit))["submit"].ko == asked


@pytest.mark.parametrize(("author", "said"), [("unknown", "불상"), ("declined", ""), (None, ""), ("victim", "고소인")])
def it_says_who_made_it(author, said):
    assert _row(_content({"author": author}))["author"].ko == said


def it_leaves_out_columns_that_are_empty():
    assert _content({"title": "화면"})["details"] == []
    assert set(_fields(_content({"method": "screenshot"}))) == {"수집 방법"}


def it_defangs_an_address_in_the_reading_copy_alone():
    content = _content({"url": "https://x.example/1"})
    (field,) = content["details"][0]["fields"]
    assert (field["value"].ko, field["value"].en) == ("https://x.example/1", "hxxps://x.example/1")


def it_gives_a_hash_in_groups_with_its_time():
    file = {"name": "a.png", "size": 1234, "type": "image/png", "sha256": "0123456789abcdef" * 4}
    fields = _fields(_content({"files": [{**file, "hashed_at": "2026-11-18T09:00:00Z"}]}))
    assert fields["파일명·용량·형식"] == "a.png (1,234바이트, image/png)"
    assert fields["SHA-256 해시값"].startswith("01234567 89abcdef 01234567")
    assert "2026-11-18 18:00 (KST)" in fields["SHA-256 해시값"]


def it_says_that_a_hash_proves_no_truth_only_where_there_is_one():
    file = {"name": "a.png", "size": 1, "sha256": "0" * 64}
    assert "증명하지 않습니다" in _content({"files": [file]})["hash_note"].ko
    assert not _content({})["hash_note"]


def it_names_a_witness_and_points_to_the_sheet():
    witness = {"name": "도담비", "address": {"text": "서울"}, "phone": "010-0000-0000"}
    (person,) = _content({"kind": "witness", "witness": witness})["part_people"]
    assert person["name"].ko == "도담비"
    assert person["phone"].ko == "인적사항 별지 기재와 같음(비공개 요청)"
    assert person["occupation"].ko == ""


@pytest.mark.parametrize(
    ("names", "called"),
    [("", "화면캡처"), ("a", "a.png (화면캡처)"), ("abc", "a.png 외 2개 (화면캡처)")],
)
def it_calls_an_exhibit_without_a_title_by_its_files(names, called):
    files = [{"name": f"{name}.png", "size": 1, "sha256": "0" * 64} for name in names]
    content = _content({"files": files, "method": "screenshot"})
    assert _row(content)["title"].plain().ko == called
    assert content["details"][0]["title"].plain().ko == (called.rpartition(" (")[0] or called)


def but_it_calls_it_as_she_does_where_she_says_so():
    file = {"name": "a.png", "size": 1, "sha256": "0" * 64}
    assert _row(_content({"title": "대화", "files": [file]}))["title"].plain().ko == "대화 (화면캡처)"


def it_counts_exhibits_and_files():
    file = {"name": "a.png", "size": 1, "sha256": "0" * 64}
    assert _content({"files": [file, file]}, {})["totals"].ko == "증거 2점, 파일 2개"


def but_it_counts_no_person_as_an_exhibit():
    assert _content({}, {"kind": "witness"})["totals"].ko == "증거 1점, 파일 0개, 인적증거 1명"


def it_does_not_say_of_what_a_friend_sent_that_the_other_side_did():
    fields = {each["label"].ko: each["value"] for each in _content({"obtained": "received"})["details"][0]["fields"]}
    assert fields["취득 경위"] == Bilingual("보낸 사람에게서 직접 받음", "received from the sender")
