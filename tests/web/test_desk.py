"""Between two pages: nothing that was written is lost, and nothing comes back that was wiped."""

import random

import pytest

from legalkit.errors import InputError
from legalkit.interview import places
from legalkit.vault.drafts import MemoryDrafts, new_token
from legalkit.web.desk import GONE, Desk, Nav
from legalkit.web.seats import Seat
from tests.web.serving import DAY


@pytest.fixture
def desk():
    return Desk(MemoryDrafts(idle=1_000), lambda: DAY, lambda: 0.0)


@pytest.fixture
def seat():
    return Seat(new_token(), new_token())


def _values(desk, seat, nav, **more):
    return {w.id: more.get(w.box or "only", w.value) for d in desk.screen(seat, nav).drawn for w in d.widgets}


def _at(desk, seat, place):
    desk.sit(seat, "ko")
    held = desk.change(seat, lambda draft: draft.changed(place=place))
    return Nav(place, held.revision)


def it_begins_on_the_safety_page_and_goes_on(desk, seat):
    desk.sit(seat, "ko")
    assert desk.step(seat, Nav("safety"), "next", {}).place == "language"


def it_ignores_a_click_on_a_page_that_was_left(desk, seat):
    desk.sit(seat, "ko")
    desk.step(seat, Nav("safety"), "next", {})
    assert desk.step(seat, Nav("safety"), "next", {}).place == "language"


def it_stays_where_something_is_wrong_but_lets_her_go_anywhere_else(desk, seat):
    nav = _at(desk, seat, "victim")
    values = _values(desk, seat, nav, **{"birth.month": "3"})
    stayed = desk.step(seat, nav, "next", values)
    assert (stayed.place, stayed.checked) == ("victim", True)
    assert [each.path for each in desk.screen(seat, stayed).problems] == ["victim.birth"]
    assert desk.step(seat, stayed, "back", values).place != "victim"


def it_comes_back_to_the_review_after_a_change(desk, seat):
    nav = desk.step(seat, _at(desk, seat, "review"), "change:own_words", {})
    assert (nav.place, nav.home) == ("own_words", "review")
    back = desk.step(seat, nav, "next", _values(desk, seat, nav, only="말"))
    assert (back.place, back.home) == ("review", "")


@pytest.mark.parametrize(
    "act", ["", "to:", "to:nowhere", "to:incident_what@incidents[7]", "remove:x", "add:victim", "fly:away", "change:"]
)
def it_says_so_where_an_act_makes_no_sense_and_changes_nothing(desk, seat, act):
    nav = _at(desk, seat, "own_words")
    told = desk.step(seat, nav, act, _values(desk, seat, nav, only="말"))
    assert told.place == "own_words"
    assert told.codes
    assert desk.draft(seat).read("own_words") is None


@pytest.mark.parametrize("value", [3, {"x": 1}, ["a"], [["a"]], True, "x" * 50_000, "unknown"])
def it_takes_whatever_is_sent_without_breaking(desk, seat, value):
    for place in ("own_words", "harms", "victim", "victim_reach", "filings", "who"):
        nav = _at(desk, seat, place)
        values = {w.id: value for d in desk.screen(seat, nav).drawn for w in d.widgets}
        after = desk.step(seat, nav, "next", values)
        desk.screen(seat, after)


def it_says_that_the_answers_are_gone_and_does_not_begin_anew(desk, seat):
    nav = _at(desk, seat, "own_words")
    desk.drafts.wipe(seat.owner, seat.tab)
    assert desk.step(seat, nav, "next", {}) == Nav(GONE)
    with pytest.raises(InputError, match="E-VAULT-GONE"):
        desk.draft(seat)


def it_keeps_what_is_typed_for_the_page_she_is_on_alone(desk, seat):
    nav = _at(desk, seat, "own_words")
    values = _values(desk, seat, nav, only="지금 쓰는 말")
    desk.keep(seat, "harms", values)
    assert desk.draft(seat).read("own_words") is None
    desk.keep(seat, "own_words", values)
    assert desk.draft(seat).read("own_words")[0]["text"] == "지금 쓰는 말"
    assert desk.draft(seat).place == "own_words"


@pytest.mark.parametrize("seed", range(20))
def it_loses_nothing_on_any_walk(desk, seat, seed):
    """Told once, then forth and back, to any page and in any language: it is still there, to the letter."""
    chance = random.Random(seed)
    nav = _at(desk, seat, "own_words")
    nav = desk.step(seat, nav, "next", _values(desk, seat, nav, only=f"말 {seed}"))
    for _ in range(25):
        keys = [each.key for each in places(desk.draft(seat), DAY)]
        act = chance.choice(["next", "back", f"to:{chance.choice(keys)}", "sit", "add:accused", "add:exhibits"])
        if act == "sit":
            desk.sit(seat, chance.choice(["ko", "en"]))
        else:
            nav = desk.step(seat, nav, act, _values(desk, seat, nav))
    assert [each["text"] for each in desk.draft(seat).read("own_words")] == [f"말 {seed}"]


def it_draws_the_next_page_from_what_the_step_has_worked_out(desk, seat):
    nav, worked = desk.worked(seat, _at(desk, seat, "own_words"), "next", {})
    assert desk.screen(seat, nav).draft is worked


def but_never_from_answers_that_another_has_changed_since(desk, seat):
    nav, worked = desk.worked(seat, _at(desk, seat, "own_words"), "next", {})
    desk.change(seat, lambda held: held.put("own_words", [{"text": "다른 말"}]))
    assert desk.screen(seat, nav).draft.read("own_words") == [{"text": "다른 말"}]
    assert worked.read("own_words") is None


def and_it_keeps_nothing_of_it_by_itself(desk, seat):
    desk.step(seat, _at(desk, seat, "own_words"), "next", {})
    assert len(desk._worked) == 0


def it_has_nothing_to_draw_from_once_she_has_left(desk, seat):
    nav, worked = desk.worked(seat, _at(desk, seat, "own_words"), "next", {})
    desk.drafts.wipe(seat.owner, seat.tab)
    with pytest.raises(InputError):
        desk.screen(seat, nav)
    assert worked is not None


def it_adds_the_same_act_once_more(desk, seat):
    nav = _at(desk, seat, "harms")
    nav = desk.step(seat, nav, "next", {w.id: ["spread"] for d in desk.screen(seat, nav).drawn for w in d.widgets})
    nav = desk.step(seat, nav, "to:incidents", {})
    after = desk.step(seat, nav, "again:incidents[0]", {})
    assert after.place == "incident_act@incidents[1]"
    assert [each["harm"] for each in desk.draft(seat).read("incidents")] == ["spread", "spread"]


@pytest.mark.parametrize("act", ["again:", "again:incidents[7]", "again:accused[0]", "again:incidents"])
def but_it_adds_none_like_one_that_is_not_there(desk, seat, act):
    nav = _at(desk, seat, "incidents")
    assert desk.step(seat, nav, act, {}).codes
    assert desk.draft(seat).read("incidents") is None
