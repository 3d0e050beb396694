from importlib.resources import files

import pytest
import yaml

from legalkit.case import read_case
from legalkit.interview import add, from_case, go, preview, start, timeline, timeline_text
from legalkit.language import plain as words
from tests.interview.story import DAY

PEOPLE = ("seoyeon", "yujin", "hana", "kelly", "mirae")


@pytest.fixture(scope="module")
def drafts():
    folder = files("legalkit") / "examples"
    named = {who: yaml.safe_load((folder / f"{who}.yaml").read_text(encoding="utf-8")) for who in PEOPLE}
    return {who: from_case(read_case(data), "en") for who, data in named.items()}


@pytest.mark.parametrize("who", PEOPLE)
def it_tells_every_sentence_with_the_answers_it_rests_on(drafts, who):
    lines = preview(drafts[who], DAY)
    assert lines and all(line.ko and line.en for line in lines)
    assert [line.en for line in lines if not line.because] == []


@pytest.mark.parametrize("who", PEOPLE)
def and_each_reason_leads_to_a_page(drafts, who):
    for line in preview(drafts[who], DAY):
        for reason in (*line.because, *line.lacks):
            assert reason.name
            assert not reason.key or go(drafts[who], reason.key).place == reason.key


def it_finds_the_page_of_an_act_behind_an_unfinished_one():
    draft, _ = add(start("en"), "incidents", harm="spread")
    draft, _ = add(draft, "incidents", harm="camera")
    draft = draft.put("incidents[1].object", "clock").put("incidents[1].finder", "victim")
    keys = {reason.key for line in preview(draft, DAY) for reason in line.because}
    assert "incident_camera@incidents[1]" in keys


def it_puts_the_acts_in_time_those_without_a_date_last(drafts):
    told = timeline(drafts["yujin"], DAY)
    days = [each.earliest or each.latest for each in told]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[len(dated) :] == [None] * (len(days) - len(dated))
    assert max(each.number for each in told) == 17


def and_says_so_in_text(drafts):
    assert words(timeline_text(drafts["kelly"], DAY)) == "18 September 2026: A hidden camera was found"
