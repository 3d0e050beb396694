"""A guide for each kind of platform, that asks for no more than is needed and says stop."""

import pytest

from legalkit.case.codes import Medium
from legalkit.evidence.guides import capture_guides, guide_for

NOTHING_TO_CAPTURE = {Medium.PHONE_CALL, Medium.LETTER, Medium.IN_PERSON, Medium.THROUGH_OTHERS, Medium.OTHER}


@pytest.mark.parametrize("medium", list(Medium), ids=lambda medium: medium.value)
def it_has_one_guide_for_each_platform(medium):
    holders = [name for name, guide in capture_guides().guides.items() if medium in guide.mediums]
    assert len(holders) == (0 if medium in NOTHING_TO_CAPTURE else 1)
    assert (guide_for(medium) is None) == (medium in NOTHING_TO_CAPTURE)


@pytest.mark.parametrize("name", ["website", "messenger_room", "social_account", "chat_app"])
def it_asks_for_account_time_and_the_whole_screen(name):
    text = " ".join(step.ko for step in (*capture_guides().before, *capture_guides().guides[name].steps))
    for needed in ("시각" if name in ("messenger_room", "chat_app") else "시계", "화면 전체", "아이디"):
        assert needed in text
    if name != "chat_app":
        assert "URL" in text or "링크" in text


def it_never_asks_to_play_download_or_join():
    for guide in capture_guides().guides.values():
        for step in guide.steps:
            for act in ("재생하고", "내려받고", "가입하", "들어가서"):
                assert act not in step.ko


def it_tells_her_that_it_is_enough():
    last = capture_guides().after[-1]
    assert "다시 보지 않아도" in last.ko
    assert "need not look at it again" in last.en


def it_asks_for_no_capture_of_minors_material():
    first = capture_guides().minors[0]
    assert "캡처하거나 내려받지 않습니다" in first.ko
    assert "Do not capture or download" in first.en


def it_leaves_a_found_device_alone():
    steps = capture_guides().guides["physical_device"].steps
    assert steps[0].en.startswith("Do not touch")
    assert any("112" in step.ko for step in steps)
