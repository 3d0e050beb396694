"""Two journeys in a browser: a counsellor from sign-in to papers, and a survivor by her link."""

import asyncio
import threading

import pytest
import uvicorn

from legalkit.web.org.application import OrgApplication
from legalkit.web.server import bound, config
from tests.web.chromium import WHOLE
from tests.web.org.town import SECRET, Town, password


class Street:
    """A town that a browser can walk to."""

    def __init__(self, town: Town, own) -> None:
        self.town, self._own, self._ready = town, own, threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self._thread.start()
        assert self._ready.wait(60)

    async def _run(self) -> None:
        self._server = uvicorn.Server(config(OrgApplication(self.town.office)))
        serving = asyncio.create_task(self._server.serve([self._own]))
        while not self._server.started:
            await asyncio.sleep(0.02)
        self._ready.set()
        await serving

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture
def street(tmp_path):
    own = bound(0)
    address = f"http://localhost:{own.getsockname()[1]}"
    with Town.begun(tmp_path, address=address) as town:
        served = Street(town, own)
        yield served
        served.close()


def _drawn(page) -> None:
    page.wait_for_selector("#next")
    page.wait_for_function(WHOLE)


def _moves(page, action) -> None:
    before = page.eval_on_selector("#here", "e => e.textContent")
    action()
    page.wait_for_function(
        "old => { const e = document.querySelector('#here'); return e && e.textContent !== old "
        "&& !document.documentElement.classList.contains('busy'); }",
        arg=before,
    )
    page.wait_for_function(WHOLE)


def _tells(page, words: str) -> None:
    _moves(page, lambda: page.evaluate("legalkit.go('to:own_words')"))
    page.fill(".question textarea", words)
    _moves(page, lambda: page.click("#next"))


@pytest.mark.browser
def it_goes_from_sign_in_to_papers_and_a_survivor_answers_by_her_link(street, chromium):
    address = street.town.store.settings.address
    counsellor = chromium.new_context(accept_downloads=True).new_page()
    asked: list[str] = []
    counsellor.context.on("request", lambda request: asked.append(request.url))
    counsellor.goto(f"{address}/desk/en/in")
    counsellor.fill("#handle", "c1")
    counsellor.fill("#password", password("c1"))
    counsellor.click("main button[type=submit]")
    counsellor.fill("#label", "Spring")
    counsellor.click(".panel button")
    counsellor.click(".doing a.main")
    _drawn(counsellor)
    _tells(counsellor, SECRET)
    counsellor.reload()
    _drawn(counsellor)
    counsellor.click("a.home")
    counsellor.click("text=Make a link")
    link = counsellor.input_value("#made")
    counsellor.goto(f"{counsellor.url.removesuffix('/link')}/papers")
    with counsellor.expect_download() as coming:
        counsellor.click("main button.main")
    assert coming.value.suggested_filename == "documents.zip"
    assert {url.startswith(address) for url in asked} == {True}
    assert not [url for url in asked if link.partition("#")[2] in url or SECRET in url]
    _by_link(street, chromium, link)


def _by_link(street, chromium, link: str) -> None:
    context = chromium.new_context()
    hers = context.new_page()
    hers.goto(link)
    assert "#" not in hers.url, "the secret leaves the address at once"
    assert "365 days" in hers.inner_text("main")
    hers.click("#begin button")
    _drawn(hers)
    assert hers.query_selector("#keep-open") is None
    _moves(hers, lambda: hers.evaluate("legalkit.go('to:own_words')"))
    assert hers.input_value(".question textarea") == SECRET
    hers.fill(".question textarea", f"{SECRET} 하나 더")
    _moves(hers, lambda: hers.click("#next"))
    context.close()
    other = chromium.new_context().new_page()
    other.goto(link)
    other.click("#begin button")
    assert "This link is not open any more." in other.inner_text("main")
    assert street.town.logged().count("case.save") == 2
