"""Two journeys in a browser: a counsellor from sign-in to papers, and a survivor by her link."""

import pytest

from tests.web.org.street import moves, settled
from tests.web.org.town import SECRET


def _tells(page, words: str) -> None:
    moves(page, lambda: page.evaluate("legalkit.go('to:own_words')"))
    page.fill(".question textarea", words)
    moves(page, lambda: page.click("#next"))


@pytest.mark.browser
def it_goes_from_sign_in_to_papers_and_a_survivor_answers_by_her_link(street, chromium):
    address = street.address
    counsellor = street.tab(chromium, accept_downloads=True)
    asked: list[str] = []
    counsellor.context.on("request", lambda request: asked.append(request.url))
    street.enter(counsellor)
    counsellor.fill("#label", "Spring")
    counsellor.click(".panel button")
    counsellor.click(".doing a.main")
    settled(counsellor)
    _tells(counsellor, SECRET)
    counsellor.reload()
    settled(counsellor)
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
    hers = street.tab(chromium)
    hers.goto(link)
    assert "#" not in hers.url, "the secret leaves the address at once"
    assert "365 days" in hers.inner_text("main")
    hers.click("#begin button")
    settled(hers)
    assert hers.query_selector("#keep-open") is None
    moves(hers, lambda: hers.evaluate("legalkit.go('to:own_words')"))
    assert hers.input_value(".question textarea") == SECRET
    hers.fill(".question textarea", f"{SECRET} 하나 더")
    moves(hers, lambda: hers.click("#next"))
    hers.context.close()
    other = street.tab(chromium)
    other.goto(link)
    other.click("#begin button")
    other.wait_for_selector("text=This link is not open any more.")
    assert street.town.logged().count("case.save") == 2
