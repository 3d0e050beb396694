"""The interview at a case: every answer is kept, two editors lose nothing, a guest has one case."""

import threading

import pytest

from legalkit.errors import InputError
from legalkit.vault.org import cases, versions
from legalkit.web.desk import GONE, Nav
from legalkit.web.org.content import draft_of
from tests.web.org.town import SECRET, made, tell


def _answers(town, her, case_id):
    with town.office.work(town.office.session(her.cookie)) as work:
        return draft_of(cases.view(work, case_id).content).answers


def _kept(town, her, case_id):
    with town.office.work(town.office.session(her.cookie)) as work:
        return [str(draft_of(each.content).answers) for each in versions.listed(work, case_id)]


def it_keeps_every_answer_in_the_case_at_once(either):
    her = either.staff_member()
    case_id = her.case()
    her.tell(case_id)
    assert SECRET in str(_answers(either, her, case_id))
    assert either.logged()[-4:].count("case.save") >= 1


def it_loses_nothing_when_the_service_starts_again(either):
    her = either.staff_member()
    case_id = her.case()
    her.tell(case_id)
    either.restart()
    again = either.staff_member()
    desk, seat = either.app.desk, again.seat(case_id)
    assert SECRET in str(desk.sit(seat, "ko").answers)


def it_keeps_no_revision_for_whoever_only_looks(town):
    her = town.staff_member()
    case_id = her.case()
    desk, seat = town.app.desk, her.seat(case_id)
    desk.sit(seat, "ko")
    before = town.logged().count("case.save")
    nav = Nav(desk.draft(seat).place)
    for _ in range(2):
        nav = desk.step(seat, nav, "next", {})
    assert desk.draft(seat).place != "safety"
    assert town.logged().count("case.save") == before


def it_tells_the_second_of_two_editors_and_neither_loses_anything(either):
    hers, his = either.staff_member("c1"), either.staff_member("c1")
    case_id = hers.case()
    desk = either.app.desk
    for each in (hers, his):
        desk.sit(each.seat(case_id), "ko")
    hers.tell(case_id, f"{SECRET} first")
    _tell_without_reloading(desk, his.seat(case_id), f"{SECRET} second")
    told = desk.screen(his.seat(case_id), Nav(desk.draft(his.seat(case_id)).place))
    assert "E-DESK-APART" in [problem.code for problem in told.problems]
    assert f"{SECRET} first" in str(_answers(either, hers, case_id))
    assert [f"{SECRET} second" in each for each in _kept(either, hers, case_id)] == [True]
    page = hers.get(f"/desk/en/case/{case_id}").text
    assert "Kept beside this case" in page
    quiet = desk.screen(hers.seat(case_id), Nav(desk.draft(hers.seat(case_id)).place))
    assert "E-DESK-APART" not in [problem.code for problem in quiet.problems]


def and_it_puts_a_version_into_the_case_and_keeps_the_other_in_its_place(town):
    hers = town.staff_member("c1")
    case_id = hers.case()
    desk, seat = town.app.desk, hers.seat(case_id, "second")
    desk.sit(seat, "ko")
    hers.tell(case_id, "first")
    _tell_without_reloading(desk, seat, "second")
    page = hers.get(f"/desk/en/case/{case_id}").text
    (version,) = {part[:64] for part in page.split(f"/case/{case_id}/take/")[1:]}
    assert hers.post(f"/desk/en/case/{case_id}/take/{version}").status_code == 303
    assert "second" in str(_answers(town, hers, case_id))
    assert ["first" in each for each in _kept(town, hers, case_id)] == [True]
    assert "second" in str(desk.sit(seat, "ko").answers), "the tab is at the case again"
    page = hers.get(f"/desk/en/case/{case_id}").text
    (left,) = {part[:64] for part in page.split(f"/case/{case_id}/drop/")[1:]}
    hers.post(f"/desk/en/case/{case_id}/drop/{left}")
    assert _kept(town, hers, case_id) == []


def _tell_without_reloading(desk, seat, words):
    """Answers on a page that was drawn before somebody else saved."""
    sit, desk.drafts.refresh = desk.drafts.refresh, lambda owner, tab: None
    try:
        tell(desk, seat, words)
    finally:
        desk.drafts.refresh = sit


def it_shows_a_page_that_is_opened_anew_what_the_other_saved(town):
    hers, his = town.staff_member("c1"), town.staff_member("c1")
    case_id = hers.case()
    desk, seat = town.app.desk, his.seat(case_id)
    desk.sit(seat, "ko")
    hers.tell(case_id)
    assert SECRET in str(desk.sit(seat, "ko").answers)


def it_lets_one_of_two_win_that_save_at_the_same_moment(either):
    her = either.staff_member()
    case_id = her.case()
    desk, tabs = either.app.desk, ["a", "b"]
    for tab in tabs:
        desk.sit(her.seat(case_id, tab), "ko")
    pages = [_own_words(desk, her.seat(case_id, tab)) for tab in tabs]
    threads = [
        threading.Thread(target=desk.step, args=(seat, nav, "next", {box: f"{SECRET} {tab}"}))
        for tab, (seat, nav, box) in zip(tabs, pages, strict=True)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    whole = str(_answers(either, her, case_id)) + str(_kept(either, her, case_id))
    assert all(f"{SECRET} {tab}" in whole for tab in tabs)


def _own_words(desk, seat):
    """A tab at the page of her own words: its seat, where it is, and the box."""
    nav = desk.step(seat, Nav(desk.draft(seat).place), "to:own_words", {})
    screen = desk.screen(seat, nav)
    (box,) = [widget.id for drawn in screen.drawn for widget in drawn.widgets if widget.box != "none"]
    return seat, nav, box


def it_takes_answers_from_a_guest_for_her_own_case_and_for_no_other(town):
    her = town.staff_member()
    case_id, other = her.case("Hers"), her.case("Other")
    survivor = town.browser()
    survivor.come(her.link(case_id))
    survivor.tell(case_id)
    assert SECRET in str(_answers(town, her, case_id))
    with pytest.raises(InputError, match="E-ORG-NO-CASE"):
        town.app.desk.sit(survivor.seat(other), "ko")


def it_shows_a_guest_who_makes_the_papers_in_place_of_them(town):
    her = town.staff_member()
    case_id = her.case()
    survivor = town.browser()
    survivor.come(her.link(case_id))
    for who, papers in ((her, True), (survivor, False)):
        seat = who.seat(case_id)
        town.app.desk.sit(seat, "ko")
        assert town.app.desk.screen(seat, Nav("safety")).papers is papers


def but_it_sends_a_guest_to_no_page_that_she_cannot_open_when_somebody_else_has_saved(town):
    her = town.staff_member()
    case_id = her.case()
    survivor = town.browser()
    survivor.come(her.link(case_id))
    desk, seat = town.app.desk, survivor.seat(case_id)
    desk.sit(seat, "ko")
    her.tell(case_id)
    _tell_without_reloading(desk, seat, "mine")
    told = [problem.code for problem in desk.screen(seat, Nav(desk.draft(seat).place)).problems]
    assert told == ["E-DESK-APART-GUEST"]
    assert ["mine" in each for each in _kept(town, her, case_id)] == [True], "whoever helps her sees it"


@pytest.mark.parametrize(("language", "words"), [("ko", "상담소에 암호로 잠겨"), ("en", "encrypted at the centre")])
def it_says_on_the_first_page_where_answers_are_kept(town, language, words):
    her = town.staff_member()
    seat = her.seat(her.case())
    town.app.desk.sit(seat, language)
    lead = " ".join(town.app.desk.screen(seat, Nav("safety")).view.lead)
    assert words in lead
    assert "이 컴퓨터 밖으로" not in lead
    assert "stays on this computer" not in lead


def it_stops_whoever_was_signed_out_removed_or_is_not_of_the_case(town):
    her, other = town.staff_member("c1"), town.staff_member("c2")
    case_id = her.case()
    with pytest.raises(InputError, match="E-ORG-NO-CASE"):
        town.app.desk.sit(other.seat(case_id), "ko")
    her.tell(case_id)
    seat = her.seat(case_id)
    her.get(f"/desk/en/case/{case_id}")
    her.post("/desk/en/out")
    assert town.app.desk.step(seat, Nav("harms"), "next", {}).place == GONE


def it_changes_nothing_in_a_case_that_was_closed_meanwhile_and_loses_nothing(town):
    her = town.staff_member()
    case_id = her.case()
    her.tell(case_id, "before")
    her.get(f"/desk/en/case/{case_id}")
    her.post(f"/desk/en/case/{case_id}/close")
    seat = her.seat(case_id)
    nav = town.app.desk.step(seat, Nav(town.app.desk.draft(seat).place), "to:own_words", {})
    screen = town.app.desk.screen(seat, nav)
    (box,) = [widget.id for drawn in screen.drawn for widget in drawn.widgets if widget.box != "none"]
    town.app.desk.step(seat, nav, "next", {box: "after"})
    assert "after" not in str(_answers(town, her, case_id))
    assert ["after" in each for each in _kept(town, her, case_id)] == [True]
    assert her.get(f"/en/?case={case_id}").headers["location"] == f"/desk/en/case/{case_id}"


def it_forgets_tabs_that_nobody_touched_and_keeps_what_was_kept_beside_a_case(town):
    her = town.staff_member()
    case_id = her.case()
    desk, seat = town.app.desk, her.seat(case_id, "second")
    desk.sit(seat, "ko")
    her.tell(case_id, "first")
    _tell_without_reloading(desk, seat, "second")
    town.now += town.office.sessions.idle + 60
    town.app.sweep()
    again = town.staff_member()
    assert ["second" in each for each in _kept(town, again, case_id)] == [True]
    assert desk.drafts.sweep(town.now) == 0


def it_works_the_same_in_another_process(either):
    her = either.staff_member()
    case_id = her.case()
    her.tell(case_id)
    second = made(either.process(either.boot))
    assert SECRET in str(second.desk.sit(her.seat(case_id), "ko").answers)
