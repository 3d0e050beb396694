"""Trying the way out, and what it says to whoever does not see the screen."""

import pytest

from legalkit.web.settings import WebSettings
from tests.web.serving import House

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "words"), [("ko", "연습이었습니다"), ("en", "That was a rehearsal")])
def it_shows_what_leaving_is_like_and_wipes_nothing(visit, language, words):
    her = visit(language)
    seat = her.seat
    shown = "document.querySelector('#next').checkVisibility({visibilityProperty: true})"
    assert her.page.evaluate(shown)
    assert her.page.evaluate(f"document.querySelector('#try').click(), [{shown}, document.title.trim()]") == [False, ""]
    her.page.wait_for_selector("#next:visible")
    assert words in her.page.inner_text("#tried[role=status]")
    assert "www.weather.go.kr" in her.page.inner_text("#tried")
    assert her.page.evaluate("document.activeElement.id") == "try"
    assert her.house.app.drafts.get(seat.owner, seat.tab, her.house.now)
    assert her.outside() == []
    assert her.next() == "language"


@pytest.mark.parametrize("waits", [0, 2_000], ids=["meanwhile", "afterwards"])
def and_it_really_leads_away_meanwhile_and_afterwards(visit, waits):
    her = visit()
    seat = her.seat
    her.page.click("#try")
    her.page.wait_for_timeout(waits)
    for _ in range(3):
        her.page.keyboard.press("Shift")
    her.page.wait_for_url("https://www.weather.go.kr/**")
    assert her.soon(lambda: her.house.app.drafts.get(seat.owner, seat.tab, her.house.now) is None)


def it_can_be_tried_on_the_page_that_speaks_of_it_and_on_no_other(visit):
    her = visit()
    her.next()
    assert her.page.locator("#try").count() == 0


@pytest.mark.parametrize(("language", "words"), [("ko", "불러오는 중"), ("en", "Loading")])
def it_says_aloud_that_something_loads_and_nothing_more(visit, language, words):
    """What a screen reader is told; nobody else sees it."""
    her = visit(language)
    told = []
    her.page.on("console", lambda message: told.append(message.text))
    her.page.evaluate(
        """() => new MutationObserver(() => {
            const [only, ...more] = document.body.children;
            if (only.getAttribute('role') === 'alert' && !more.length)
                console.log(['said', only.textContent, only.offsetWidth, getComputedStyle(only).display].join('|'));
        }).observe(document.body, { childList: true })"""
    )
    her.page.click("#leave")
    her.page.wait_for_url("https://www.weather.go.kr/**")
    assert [each for each in told if each.startswith("said")] == [f"said|{words}|1|block"]


def it_leads_to_a_blank_page_of_our_own_where_no_address_is_set(chromium):
    from tests.web.chromium import Visit

    house = House(WebSettings(leave_to=""))
    her = Visit(chromium, house)
    her.page.click("#try")
    her.page.wait_for_selector("#next:visible")
    assert "(" not in her.page.inner_text("#tried")
    her.page.click("#leave")
    her.page.wait_for_url("**/blank")
    assert her.page.inner_text("body").strip() == ""
    assert her.outside() == []
    her.close()
    house.close()
