"""The page in a browser: what is written stays, what is left goes."""

import re

import pytest

from legalkit.web.guard import DOORS

pytestmark = pytest.mark.browser
HOSTILE = (
    "<img src=http://evil.test/x.png onerror=alert(1)> ![x](http://evil.test/y.png) $x$ **b** <script>alert(2)</script>"
)


def _told(her, words="처음 한 말"):
    """On the page of her own words, with some of them written."""
    her.next(), her.next()
    assert her.here == "who"
    her.page.get_by_label("나는 피해를 겪은 본인입니다").check()
    her.next()
    assert her.here == "harms"
    her.next()
    assert her.here == "own_words"
    her.page.fill(".question textarea", words)


def it_opens_on_the_safety_page_without_a_complaint_and_without_asking_anybody_else(visit):
    her = visit()
    assert her.here == "safety"
    assert her.page.locator("h1").count() == 1
    assert not her.page.is_visible("#back")  # it would lead nowhere
    assert her.page.title() == "문서"
    assert her.outside() == []
    assert her.errors == []


@pytest.mark.parametrize(("language", "words"), [("ko", "지금 나가기"), ("en", "Leave now")])
def it_speaks_the_language_of_its_address(visit, language, words):
    her = visit(language)
    assert her.page.inner_text("#leave") == words
    assert her.page.get_attribute("html", "lang") == language
    assert her.page.evaluate("navigator.language") == language


def it_keeps_what_was_written_over_back_forward_jump_and_reload(visit):
    her = visit()
    _told(her)
    assert her.moves(her.page.go_back) == "harms"
    assert her.moves(her.page.go_forward) == "own_words"
    assert her.page.input_value(".question textarea") == "처음 한 말"
    her.page.fill(".question textarea", "두 번째로 쓴 말")
    assert her.moves(her.page.go_back) == "harms"
    assert her.moves(lambda: her.page.click("#back")) == "who"
    her.go("review")
    her.go("own_words")
    assert her.page.input_value(".question textarea") == "두 번째로 쓴 말"
    assert her.reload() == "own_words"
    assert her.page.input_value(".question textarea") == "두 번째로 쓴 말"


def it_keeps_what_is_typed_and_not_sent_when_the_page_is_reloaded_at_once(visit):
    her = visit()
    _told(her)
    her.page.fill(".question textarea", "아직 보내지 않은 말")
    assert her.reload() == "own_words"
    assert her.page.input_value(".question textarea") == "아직 보내지 않은 말"


def it_keeps_what_is_typed_when_the_language_is_switched(visit):
    her = visit()
    _told(her)
    her.page.fill(".question textarea", "한국어로 쓴 말")
    her.page.click("#switch")
    her.page.wait_for_url("**/en/")
    her.page.wait_for_selector("#next")
    assert her.here == "own_words"
    assert her.page.input_value(".question textarea") == "한국어로 쓴 말"
    assert her.page.inner_text("#next") == "Continue"


def it_carries_no_answer_over_into_the_boxes_of_another_page(visit):
    """Gradio draws the next page into the components of the one before."""
    her = visit()
    her.next()
    assert her.page.locator("input[type=radio]:checked").count() == 1
    her.next()
    assert her.page.locator("input:checked").count() == 0
    her.page.get_by_label("나는 변호사입니다").check()
    her.next()
    assert her.page.locator("input:checked").count() == 0
    her.go("incidents")
    her.go("accused")
    seat = her.seat
    assert her.house.app.desk.draft(seat).read("harms") is None


def it_shows_a_second_tab_nothing_of_the_first(visit):
    her = visit()
    _told(her)
    her.go("review")
    other = her.tab()
    assert other.eval_on_selector("#here", "e => e.textContent").startswith("safety")
    assert "처음 한 말" not in other.content()
    her.go("own_words")
    assert her.page.input_value(".question textarea") == "처음 한 말"


def and_it_gives_a_tab_that_was_duplicated_a_draft_of_its_own(visit):
    her = visit()
    _told(her)
    token = her.page.evaluate("sessionStorage.getItem('tab')")
    other = her.context.new_page()
    other.add_init_script(f"sessionStorage.getItem('tab') || sessionStorage.setItem('tab', '{token}')")
    other.goto(f"http://{her.house.host}/ko/")
    other.wait_for_selector("#next")
    assert other.evaluate("sessionStorage.getItem('tab')") != token
    assert other.eval_on_selector("#here", "e => e.textContent").startswith("safety")


def it_takes_a_double_click_for_one_step(visit):
    her = visit()
    assert her.moves(lambda: her.page.dblclick("#next")) == "language"
    her.page.wait_for_timeout(600)
    assert her.here == "language"


def it_says_what_is_wrong_at_the_head_and_at_the_question_and_leads_there(visit):
    her = visit()
    _told(her)
    her.house.app.desk.change(her.seat, lambda held: held.changed(place="victim"))
    her.reload()
    year = her.page.locator(".of-card .number input[type=text]").nth(0)
    month = her.page.locator(".of-card .number input[type=text]").nth(1)
    month.fill("3")
    her.next()
    assert her.here == "victim"
    assert her.page.title() == "오류: 문서"
    assert her.page.evaluate("document.activeElement.id") == "wrong"
    line = her.page.locator("#wrong a").first
    assert line.inner_text() == her.page.locator(".error").first.inner_text()
    line.click()
    assert year.evaluate("e => e === document.activeElement")
    assert year.get_attribute("aria-invalid") == "true"
    assert month.input_value() == "3"
    year.fill("2001")
    assert her.next() != "victim"
    assert her.page.title() == "문서"
    assert her.page.evaluate("document.activeElement.id") == "top"


def it_shows_hostile_text_as_it_is(visit):
    her = visit()
    _told(her, HOSTILE)
    her.go("review")
    her.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    assert HOSTILE in her.page.inner_text("gradio-app")
    assert her.page.locator("gradio-app img").count() == 0
    assert her.outside() == []


def it_unticks_i_do_not_know_when_something_is_written(visit):
    her = visit()
    _told(her)
    her.house.app.desk.change(her.seat, lambda held: held.changed(place="victim_reach"))
    her.reload()
    phone = her.page.locator(".of-line").first
    phone.get_by_label("모릅니다").check()
    her.next()
    her.go("victim_reach")
    phone = her.page.locator(".of-line").first
    assert phone.get_by_label("모릅니다").is_checked()
    phone.locator("input[type=text]").fill("010-0000-0000")
    assert not phone.get_by_label("모릅니다").is_checked()
    her.next()
    assert her.house.app.desk.draft(her.seat).read("victim.phone") == "010-0000-0000"


def it_asks_for_nothing_but_its_doors_and_needs_every_one_of_them_but_the_plain_pages(visit):
    her = visit()
    _told(her)
    her.go("review")
    paths = {(method, "/" + url.split("/", 3)[3].partition("?")[0]) for method, url in her.asked}
    used = {door for door in DOORS for method, path in paths if door.method == method and door.path.fullmatch(path)}
    assert all(
        any(d.method == m and d.path.fullmatch(p) for d in DOORS) for m, p in paths if not p.startswith("/favicon")
    )
    gradio = {door for door in DOORS if re.search("assets|theme|gradio_api", door.path.pattern)}
    assert gradio <= used


def it_keeps_two_people_apart(visit):
    one, other = visit(), visit()
    _told(one, "첫째의 말"), _told(other, "둘째의 말")
    one.go("review"), other.go("review")
    for her, own, foreign in ((one, "첫째의 말", "둘째의 말"), (other, "둘째의 말", "첫째의 말")):
        text = her.page.content()
        assert own in text
        assert foreign not in text
