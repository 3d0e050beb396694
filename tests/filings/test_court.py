"""What holds for every paper for a court."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from legalkit.docx import Language
from legalkit.filings import Filing, all_filings
from legalkit.filings._court import discreet
from legalkit.filings.injunction import story
from tests.filings.papers import DAY, answers, bare, case, document, says

PAPERS = [all_filings()[name] for name in ("family_protection_order", "injunction", "civil_privacy_request")]
of_each = pytest.mark.parametrize("filing", PAPERS, ids=lambda filing: filing.id)


@of_each
def it_goes_to_a_court_and_never_to_police_or_prosecution(filing: Filing) -> None:
    office = filing.content(case("husband"), DAY)["office"].ko
    assert re.search("법원$", office)
    assert not re.search("검찰청|공소청|경찰", office)


@of_each
def it_never_holds_a_picture(filing: Filing) -> None:
    for language in Language:
        names = ZipFile(BytesIO(document(filing, case("husband"), language))).namelist()
        assert not [name for name in names if "media" in name or "embed" in name]


@of_each
def it_marks_a_restricted_exhibit_and_names_no_file(filing: Filing) -> None:
    data = answers("husband")
    data["exhibits"][3]["files"] = [{"name": "IMG_0001.png", "size": 1, "sha256": "0" * 64}]
    assert "IMG_0001" not in says(filing, bare(**{k: v for k, v in data.items() if k not in ("id", "reporter")}))


@of_each
def it_leaves_the_place_for_service_out_unless_it_is_an_office(filing: Filing) -> None:
    place = {"recipient": "노태현", "address": {"text": "서울특별시 ○○구 ○○빌딩 00층"}}
    assert "송달장소" not in says(filing, case("husband", service=place | {"role": "friend"}))
    assert "송달장소: 서울특별시 ○○구" in says(filing, case("husband", service=place | {"role": "lawyer"}))


@of_each
def it_has_court_margins(filing: Filing) -> None:
    body = ZipFile(BytesIO(document(filing, case("husband"), Language.KO))).read("word/document.xml").decode()
    margins = re.findall(r'w:pgMar [^>]*w:top="(\d+)"[^>]*', body)
    assert {round(int(top) / 56.6929) for top in margins} == {45}


def it_keeps_what_is_no_clue_to_where_she_is() -> None:
    incident = {"id": "t", "act": "threat", "actor": "x", "consequences": ["moved", "treated", "cannot_sleep"]}
    of = bare(accused=[{"id": "x", "name": "도지훈"}], incidents=[incident])
    assert discreet(of).incidents[0].consequences == ("treated", "cannot_sleep")
    assert [said.ko for said in story(of).effects] == ["채권자는 치료를 받고 잠을 이루지 못하였습니다."]


def but_it_says_nothing_where_all_of_it_was() -> None:
    incident = {"id": "t", "act": "threat", "actor": "x", "consequences": ["moved"]}
    of = bare(accused=[{"id": "x", "name": "도지훈"}], incidents=[incident])
    assert story(of).effects == ()
