"""Without a mouse, with a Korean keyboard, with a screen reader: the journey is the same."""

from pathlib import Path

import pytest

from legalkit.interview import from_case, go
from legalkit.vault.case_file import load

pytestmark = pytest.mark.browser
EXAMPLES = Path(__file__).parents[3] / "legalkit" / "examples"
AT = "e => document.activeElement === e || e.contains(document.activeElement)"


def _tab_to(her, selector: str, most: int = 90) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(most):
        her.page.keyboard.press("Tab")
        if her.page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"the keyboard does not lead to {selector}")


def _press(her, selector: str, key: str = "Enter") -> str:
    _tab_to(her, selector)
    place = her.moves(lambda: her.page.keyboard.press(key))
    assert her.page.evaluate("document.activeElement.id") in ("top", "wrong")
    return place


def it_leads_by_keyboard_through_every_kind_of_page(visit):
    her = visit("en", accept_downloads=True)
    kinds = {"info": her.here}
    assert _press(her, "#next") == "language"
    _tab_to(her, "input[value=en]")
    assert _press(her, "#next") == "who"
    _tab_to(her, ".question input[type=radio]")
    her.page.keyboard.press("Space")
    kinds["questions"] = _press(her, "#next")
    _tab_to(her, "input[name=camera]")
    her.page.keyboard.press("Space")
    assert _press(her, "#next") == "own_words"
    _tab_to(her, ".question textarea")
    her.page.keyboard.type("Told without a mouse")
    _press(her, "#next")
    assert _press(her, "#back") == "own_words"
    assert her.page.input_value(".question textarea") == "Told without a mouse"
    kinds["list"] = _press(her, "[id='go:to:evidence']")
    assert _press(her, "[id='go:add:exhibits']").startswith("exhibit@")
    kinds["review"] = _press(her, "[id='go:to:review']")
    _tab_to(her, ".group summary")
    her.page.keyboard.press("Enter")
    assert _press(her, ".group [id^='go:change:']") == "language"
    assert _press(her, "#next") == "review"
    kinds["documents"] = _press(her, "#next")
    _press(her, "[id='go:show:complaint.en']")
    _tab_to(her, "[id='get:complaint.en']")
    with her.page.expect_download() as caught:
        her.page.keyboard.press("Enter")
    assert caught.value.suggested_filename == "document-01-en.docx"
    assert list(kinds.values()) == ["safety", "harms", "evidence", "review", "documents"]


def it_reaches_the_way_out_first_and_shows_where_the_focus_is(visit):
    her = visit()
    her.page.keyboard.press("Tab")
    assert her.page.evaluate("document.activeElement.id") == "leave"
    _tab_to(her, "#next")
    width = her.page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    assert width >= 2
    her.page.keyboard.press("Shift+Tab")
    assert her.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def it_leads_the_focus_to_the_summary_and_on_to_the_question(visit):
    her = visit()
    her.house.app.desk.change(her.seat, lambda held: held.changed(place="victim"))
    her.reload()
    her.page.locator(".of-card .number input[type=text]").nth(1).fill("3")
    _tab_to(her, "#next")
    her.moves(lambda: her.page.keyboard.press("Enter"))
    assert her.page.evaluate("document.activeElement.id") == "wrong"
    her.page.keyboard.press("Tab")
    assert her.page.evaluate("document.activeElement.closest('#wrong') !== null")
    her.page.keyboard.press("Enter")
    assert her.page.locator(".of-card .number input[type=text]").nth(0).evaluate(AT)


def it_draws_nothing_anew_while_a_syllable_is_composed(visit):
    """한 is typed as ㅎ, 하, 한; until it is done nothing is sent, kept or drawn."""
    her = visit()
    her.go("own_words")
    her.page.focus(".question textarea")
    her.page.evaluate("window.box = document.querySelector('.question textarea')")
    typed = her.context.new_cdp_session(her.page)
    before, sent = her.sign(), len(her.posted)
    for part in ("ㅎ", "하", "한"):
        typed.send("Input.imeSetComposition", {"text": part, "selectionStart": 1, "selectionEnd": 1})
        her.page.wait_for_timeout(500)
        assert her.page.input_value(".question textarea") == part
    assert len(her.posted) == sent
    assert her.sign() == before
    assert her.page.evaluate("window.box === document.activeElement && window.box.isConnected")
    typed.send("Input.insertText", {"text": "한"})
    typed.send("Input.imeSetComposition", {"text": "글", "selectionStart": 1, "selectionEnd": 1})
    typed.send("Input.insertText", {"text": "글"})
    assert her.page.input_value(".question textarea") == "한글"
    her.page.wait_for_function("() => performance.getEntriesByName(location.origin + '/keep').length > 0")
    assert her.page.evaluate("window.box.isConnected")
    assert her.reload() == "own_words"
    assert her.page.input_value(".question textarea") == "한글"


def but_enter_that_ends_a_syllable_is_no_step(visit):
    her = visit()
    her.go("victim_reach")
    her.page.locator(".of-line input[type=text]").first.focus()
    typed = her.context.new_cdp_session(her.page)
    typed.send("Input.imeSetComposition", {"text": "가", "selectionStart": 1, "selectionEnd": 1})
    her.page.keyboard.press("Enter")
    typed.send("Input.insertText", {"text": "가"})
    her.page.wait_for_timeout(600)
    assert her.here == "victim_reach"


@pytest.mark.parametrize("language", ["ko", "en"])
def it_says_in_which_language_each_part_is(visit, language):
    her = visit(language)
    case = load(EXAMPLES / "yujin.yaml")
    her.house.app.desk.replace(her.seat, go(from_case(case, language), "review"))
    her.reload()
    assert her.page.get_attribute("html", "lang") == language
    assert her.page.get_attribute("#switch", "lang") == ("en" if language == "ko" else "ko")
    pairs = her.page.locator(".pair")
    assert pairs.count() > 3
    assert [pairs.first.locator("p").nth(n).get_attribute("lang") for n in (0, 1)] == ["ko", "en"]
    her.next()
    for version in ("ko", "en"):
        her.moves(lambda version=version: her.page.click(f"[id='go:show:complaint.{version}']"))
        assert her.page.get_attribute(".paper", "lang") == version


def it_leads_to_the_page_in_the_language_she_chose_to_answer_in(visit):
    her = visit("ko")
    her.next()
    her.page.check("input[value=en]")
    her.page.click("#next")
    her.page.wait_for_url("**/en/")
    her.page.wait_for_selector("#next")
    assert her.here == "who"
    assert her.page.get_attribute("html", "lang") == "en"
    assert her.page.inner_text("#next") == "Continue"
    assert her.page.inner_text("h1") == "Who is filling this in?"
