"""증거를 남기는 방법."""

import pytest

from legalkit.case.codes import Medium
from legalkit.evidence import capture_guides, guide_for
from legalkit.filings.capture_guide import FILING, guides
from tests.filings.papers import DAY, assert_reads_what_it_says, bare, case, says
from tests.filings.requests import status

STOP = "다시 보지 않아도 됩니다"


def _on(medium, **rest):
    return bare(incidents=[{"id": "i", "act": "spread", "when": "2026-03-02", "online": {"medium": medium}}], **rest)


@pytest.mark.parametrize("medium", Medium)
def it_gives_the_guide_for_the_platform_of_the_case_and_no_other(medium):
    wanted = guide_for(medium)
    assert guides(_on(medium)) == ([wanted] if wanted else [])
    assert status(_on(medium), "capture_guide") == ("open" if wanted else "closed")


def it_gives_each_guide_once_in_the_order_of_the_data():
    exhibits = [{"id": f"e{n}", "kind": "chat", "online": {"medium": medium}} for n, medium in enumerate(Medium)]
    every = [guide for guide in capture_guides().guides.values() if guide.mediums]
    assert guides(bare(exhibits=exhibits)) == every


def it_tells_what_to_do_where_a_camera_was_found():
    found = bare(incidents=[{"id": "i", "act": "hidden_camera"}])
    assert [guide.title.en for guide in guides(found)] == ["When a device such as a camera was found"]


@pytest.mark.parametrize("name", ["hana", "kelly", "mirae", "seoyeon", "yujin"])
def it_says_stop_at_the_end(name):
    assert STOP in says(FILING, case(name))


def it_lets_nobody_capture_where_someone_may_have_been_under_19():
    minor = FILING.content(_on("telegram", victim={"birth": "2010"}), DAY)
    assert minor["guides"] == []
    assert len(minor["minors"]) == len(capture_guides().minors)
    assert len(minor["after"]) == 1


def but_it_has_no_such_page_for_an_adult():
    adult = FILING.content(_on("telegram", victim={"birth": "1990"}), DAY)
    assert adult["minors"] == []
    assert len(adult["guides"]) == 1


@pytest.mark.parametrize("name", ["kelly", "yujin", "seoyeon"])
def it_reads_nothing_that_it_does_not_declare(name):
    assert_reads_what_it_says(FILING, case(name))
