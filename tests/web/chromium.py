"""Chromium, driven without a window: one visit at a time, with what it asked the network for."""

import shutil
from urllib.parse import urlsplit

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# milliseconds: what takes one second here may take a minute on a machine that does three other things
PATIENCE = 120_000
# each question has its own boxes, and each box its name
WHOLE = """() => window.legalkit && legalkit.whole && legalkit.whole() &&
    [...document.querySelectorAll('.question input[type=radio]')].every(radio => radio.name.startsWith('f'))"""
NEUTRAL = "<!doctype html><title>Weather</title><p>Sunny</p>"


def program() -> str:
    """Where the browser is."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "the Debian package chromium is missing: sh .ci/prepare tools"
    return found


def _neutral(route) -> None:
    route.fulfill(body=NEUTRAL, content_type="text/html")


class Visit:
    """One browser with one person at it.

    Attributes:
        page: the tab.
        asked: method and address of every request, of all tabs.
        errors: what the console complained of.
    """

    def __init__(self, browser, house, language="ko", **more) -> None:
        self.house = house
        self.context = browser.new_context(locale="ko-KR", **more)
        self.context.set_default_timeout(PATIENCE)
        self.asked: list[tuple[str, str]] = []
        self.posted: list[tuple[str, int]] = []
        self.errors: list[str] = []
        self.context.on("request", self._request)
        self.context.route(
            "https://www.weather.go.kr/**", lambda route: route.fulfill(body=NEUTRAL, content_type="text/html")
        )
        self.page = self.tab(language)

    def _request(self, request) -> None:
        self.asked.append((request.method, request.url))
        body = request.post_data_buffer
        self.posted.append((request.url, len(body or b"")))

    def tab(self, language="ko"):
        page = self.context.new_page()
        page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(f"http://{self.house.host}/{language}/")
        page.wait_for_selector("#next", state="attached")
        page.wait_for_function(WHOLE)
        return page

    @property
    def here(self) -> str:
        return self.page.eval_on_selector("#here", "e => e.textContent").partition("|")[0]

    def sign(self) -> str:
        return self.page.eval_on_selector("#here", "e => e.textContent")

    def moves(self, action) -> str:
        """Does something that leads to another drawing of the page; gives the key of the page that came."""
        before = self.sign()
        action()
        self.page.wait_for_function(
            "old => { const e = document.querySelector('#here'); return e && e.textContent !== old "
            "&& !document.documentElement.classList.contains('busy'); }",
            arg=before,
        )
        self.page.wait_for_function(WHOLE)
        return self.here

    def next(self) -> str:
        return self.moves(lambda: self.page.click("#next"))

    def go(self, key: str) -> str:
        return self.moves(lambda: self.page.evaluate("key => legalkit.go('to:' + key)", key))

    def reload(self) -> str:
        self.page.reload()
        return self.settles()

    def settles(self) -> str:
        """Waits until a page that was loaded anew is whole."""
        self.page.wait_for_selector("#next", state="attached")
        self.page.wait_for_function(WHOLE)
        return self.here

    def soon(self, holds, seconds=30) -> bool:
        """Whether it comes to hold: what the page asks for while it goes is done after it went."""
        for _ in range(10 * seconds):
            if holds():
                return True
            self.page.wait_for_timeout(100)
        return False

    @property
    def seat(self):
        """Cookie and tab token, as the program knows them."""
        from legalkit.web.seats import Seat

        cookie = next(each["value"] for each in self.context.cookies() if each["name"] == "seat")
        return Seat(cookie, self.page.evaluate("sessionStorage.getItem('tab')"))

    def outside(self) -> list[str]:
        """Requests to any other host."""
        return [url for _, url in self.asked if urlsplit(url).netloc != self.house.host and not url.startswith("blob:")]

    def close(self) -> None:
        self.context.close()
