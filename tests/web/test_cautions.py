"""What may be asked later of how evidence was obtained stands where she tells of it; it locks nothing."""

import re

import pytest

from legalkit.case import read_case
from legalkit.evidence import warnings
from legalkit.interview import from_case
from legalkit.vault.drafts import MemoryDrafts, new_token
from legalkit.web.cautions import cautions
from legalkit.web.desk import Desk, Nav
from legalkit.web.seats import Seat
from tests.web.serving import DAY

FILE = {"name": "a.png", "size": 1, "sha256": "0" * 64}
SELF = {"id": "case-1", "reporter": {"role": "self"}}
TOLD = {**SELF, "exhibits": [{"id": "a", "kind": "audio", "obtained": "recorded_others"}, {"id": "b", "kind": "chat"}]}
MINOR = {**SELF, "victim": {"birth": "2010-01-01"}, "incidents": [{"id": "i", "act": "spread", "when": "2026-03-02"}]}


def _seen(told, place, language="ko") -> str:
    desk, seat = Desk(MemoryDrafts(idle=1_000), lambda: DAY, lambda: 0.0), Seat(new_token(), new_token())
    desk.sit(seat, language)
    draft = desk.change(seat, lambda held: from_case(read_case(told), language).changed(place=place))
    return "".join(cautions(desk.screen(seat, Nav(place, draft.revision)), language))


def _plain(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("place", ["evidence", "exhibit@exhibits[0]", "review"])
def it_stands_with_the_exhibit_the_list_and_the_review(place, language):
    (warned,) = warnings(read_case(TOLD))
    seen = _plain(_seen(TOLD, place, language))
    assert getattr(warned.words, language) in seen
    assert getattr(warned.help, language) in seen
    assert {"ko": "증 제1호", "en": "Exhibit 1"}[language] in seen.replace("\u00a0", " ")


@pytest.mark.parametrize("place", ["exhibit@exhibits[1]", "victim", "own_words"])
def but_it_does_not_where_something_else_is_told(place):
    assert _seen(TOLD, place) == ""


def it_tells_a_minor_before_any_file_is_chosen_to_capture_and_send_nothing():
    assert "내려받거나 화면을 캡처하거나 다른 사람에게 보내지 마십시오" in _plain(_seen(MINOR, "evidence"))


def it_marks_a_provision_that_rests_on_memory():
    told = {**SELF, "exhibits": [{"id": "a", "kind": "chat", "obtained": "others_account"}]}
    assert "제48조제1항 (확인 필요)" in _plain(_seen(told, "evidence"))
    assert "확인 필요" not in _seen(TOLD, "evidence")
