"""A slow line, no line, a program that ended and began again: said honestly, and nothing is written twice or lost."""

import pytest

from tests.web.serving import House

pytestmark = pytest.mark.browser
WORDS = "느린 날에 쓴 말"


def _writes(her, words=WORDS):
    her.go("own_words")
    her.page.fill(".question textarea", words)


def _line(her):
    """The line between browser and program, to be made slow or cut."""
    line = her.context.new_cdp_session(her.page)
    line.send("Network.enable")

    def is_now(milliseconds: int = 0, *, offline: bool = False) -> None:
        figures = {"latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1}
        line.send("Network.emulateNetworkConditions", {"offline": offline, **figures})

    return is_now


def it_takes_one_step_for_many_clicks_on_a_slow_line(visit):
    her = visit()
    _writes(her)
    _line(her)(700)
    assert her.moves(lambda: her.page.click("#next", click_count=4, delay=30)) == "incidents"
    her.page.wait_for_timeout(1_500)
    assert her.here == "incidents"
    assert her.house.app.desk.draft(her.seat).read("own_words")[0]["text"] == WORDS


def it_says_so_when_the_program_does_not_answer_and_goes_on_when_it_does(visit):
    her = visit()
    _writes(her)
    line = _line(her)
    line(offline=True)
    her.page.click("#next")
    her.page.wait_for_function("() => document.querySelector('#status').textContent.includes('답하지 않습니다')")
    assert her.page.input_value(".question textarea") == WORDS
    assert "Connection" not in her.page.inner_text("body")
    with her.page.expect_navigation():
        line()
    assert her.settles() == "own_words"
    assert her.page.input_value(".question textarea") == WORDS
    assert her.next() == "incidents"
    assert her.page.inner_text("#status") == ""
    assert her.house.app.desk.draft(her.seat).read("own_words")[0]["text"] == WORDS


def it_says_that_answers_are_gone_when_the_program_began_again(chromium):
    from tests.web.chromium import Visit

    first = House()
    her = Visit(chromium, first)
    _writes(her)
    her.next()
    first.close()
    second = House(port=first.port)
    her.page.click("#next")
    her.page.wait_for_selector("#lost:not([hidden])")
    assert WORDS not in her.page.inner_text("#lost")
    her.page.click("#lost a")
    her.page.wait_for_selector("#next")
    assert her.here == "safety"
    assert her.house.host == second.host
    assert her.next() == "language"
    her.close()
    second.close()


def it_keeps_one_draft_when_two_steps_of_a_tab_come_at_once(visit):
    """A click, and the keeping of what is typed, in the same moment."""
    her = visit()
    _writes(her, "하나")
    her.page.evaluate("document.querySelector('.question textarea').dispatchEvent(new Event('input', {bubbles: true}))")
    assert her.moves(lambda: (her.page.fill(".question textarea", WORDS), her.page.click("#next"))) == "incidents"
    assert [each["text"] for each in her.house.app.desk.draft(her.seat).read("own_words")] == [WORDS]


def it_says_so_when_a_step_fails_inside_the_program(visit, monkeypatch, capfd):
    her = visit()
    _writes(her)

    def fails(*told):
        raise RuntimeError(WORDS)

    monkeypatch.setattr(her.house.app.desk, "worked", fails)
    her.page.click("#next")
    her.page.wait_for_function("() => document.querySelector('#status').textContent.includes('답하지 않습니다')")
    monkeypatch.undo()
    assert her.next() == "incidents"
    assert WORDS not in "".join(capfd.readouterr())
