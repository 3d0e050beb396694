"""Every page of an organisation, in either language: axe finds nothing, nothing is too wide, one heading on each."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pyotp import TOTP

from legalkit.vault.org import cases, versions
from legalkit.vault.org.rows import State
from legalkit.vault.org.work import Work
from legalkit.web.org.content import of_draft
from legalkit.web.org.entry import COOKIE
from tests.web.org.town import password
from tests.web.org.walking import told

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[3] / "validator" / "node_modules" / "axe-core" / "axe.min.js"
RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
RUN = f"""async () => (await axe.run(document, {{runOnly: {RULES}}})).violations
    .map(each => each.id + ': ' + each.nodes[0].html)"""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LABEL = "봄에 온 사람, 세 번째 상담 (월요일 오전)"


class Round:
    """A round through all pages.

    Attributes:
        page: the tab of whoever is signed in at the moment.
    """

    def __init__(self, street, page, language: str) -> None:
        self.street, self.page, self.language = street, page, language
        self.desk = f"{street.address}/desk/{language}"

    def goes(self, path: str) -> None:
        self.page.goto(f"{self.desk}/{path}")

    def sends(self, form: str) -> None:
        """Presses the button of a form, and waits for what comes."""
        with self.page.expect_navigation():
            self.page.click(f"form[action$='{form}'] button[type=submit]")

    def pages(self) -> Iterator[str]:
        """Names of pages, each when it is there."""
        yield from self._locked()
        self.street.enter(self.page, "c1", self.language)
        yield from self._cases()
        yield from self._mine()
        self.street.enter(self.page, "boss", self.language)
        yield from self._running()

    def _locked(self) -> Iterator[str]:
        """Before anybody has signed in."""
        self.goes("in")
        yield "in"
        self.page.fill("#handle", "c1")
        self.page.fill("#password", "not the password")
        self.sends("/in")
        yield "in, refused"
        self._comes("x" * 43)
        yield "no link, locked"

    def _comes(self, token: str) -> None:
        self.page.goto("about:blank")  # a page that is there already would take the link without being loaded again
        self.page.goto(f"{self.street.address}/come/{self.language}#{token}")
        self.sends(f"/come/{self.language}")

    def _cases(self) -> Iterator[str]:
        self.goes("cases")
        yield "cases, none"
        self.page.fill("#label", "")
        self.sends("/new")
        yield "a case without a label"
        case_id = self._case()
        self.goes("cases")
        yield "cases"
        self.page.fill("#sought", "Nobody")
        self.sends("/find")
        yield "cases, found none"
        for path in ("", "/review", "/papers", "/delete"):
            self.goes(f"case/{case_id}{path}")
            yield f"case{path}"
        yield from self._case_changes(case_id)

    def _work(self) -> AbstractContextManager[Work]:
        """A piece of work of whoever is signed in at the page."""
        office = self.street.town.office
        cookie = next(each["value"] for each in self.page.context.cookies() if each["name"] == COOKIE)
        return office.work(office.session(cookie))

    def _case(self) -> str:
        """A case in which much is answered, and something kept beside it."""
        with self._work() as work:
            cases.begin(work, "Autumn", of_draft(told("kelly")))
            case_id = cases.begin(work, LABEL, of_draft(told("yujin"))).id
            versions.keep(work, case_id, "t" * 43, of_draft(told("yujin")))
        return case_id

    def _case_changes(self, case_id: str) -> Iterator[str]:
        here = f"case/{case_id}"
        self.goes(here)
        self.sends("/link")
        link = self.page.input_value("#made")
        yield "case, with a link"
        self.page.fill("#passphrase", "short")
        self.sends("/file")
        yield "case, refused"
        counsellor = self._work()
        self._comes(link.partition("#")[2])
        with counsellor as work:
            cases.set_state(work, case_id, State.CLOSED)
        self.page.reload()
        yield "visit over"
        self.street.enter(self.page, "c1", self.language)
        self.goes(here)
        yield "case, closed"
        self.page.context.clear_cookies()
        self.page.goto(link)
        yield "come"
        self._comes("y" * 43)
        yield "no link, over"
        self.street.enter(self.page, "c1", self.language)
        self.goes(f"{here}/delete")
        self.sends("/delete")
        yield "deleted"
        self.goes(here)
        yield "nothing there"
        self.page.goto(f"{self.street.address}/nothing")
        yield "no page"

    def _mine(self) -> Iterator[str]:
        self.goes("mine")
        yield "mine"
        secret = self.page.eval_on_selector("[name=secret]", "e => e.value")
        self.page.fill("#first", TOTP(secret).at(int(self.street.town.now)))
        self.page.fill("#now-2", password("c1"))
        with self.page.expect_navigation():
            self.page.locator("form:has(#first) button").click()
        self.page.fill("#handle", "c1")
        self.page.fill("#password", password("c1"))
        self.sends("/in")
        yield "in, with a code"
        self.street.town.now += 60
        self.page.fill("#password", password("c1"))
        self.page.fill("#code", TOTP(secret).at(int(self.street.town.now)))
        self.sends("/in")
        self.goes("mine")
        yield "mine, with a code"

    def _running(self) -> Iterator[str]:
        self.goes("people")
        self.page.click("summary >> nth=1")
        yield "people"
        self.page.fill("#handle", "c1")
        self.page.fill("#password", password("c1"))
        self.sends("/people/add")
        yield "people, refused"
        self.goes("log")
        yield "log"
        self.sends("/log")
        yield "log, whole"
        self.goes("keeping")
        yield "keeping"
        self.street.town.now += 400 * 86_400
        self.street.enter(self.page, "boss", self.language)
        self.goes("keeping")
        yield "keeping, due"
        self.page.check("[name=clock]")
        self.sends("/keeping")
        yield "keeping, done"


@pytest.mark.parametrize(
    ("language", "scheme", "size"), [("ko", "dark", NARROW), ("en", "light", WIDE)], ids=["ko", "en"]
)
def it_passes_axe_on_every_page_and_never_scrolls_sideways(street, chromium, language, scheme, size):
    page = street.tab(chromium, color_scheme=scheme, viewport=size, locale=f"{language}-KR")
    script, found, seen = AXE.read_text(encoding="utf-8"), {}, 0
    for name in Round(street, page, language).pages():
        seen += 1
        page.evaluate(script + ";0")
        wrong = page.evaluate(RUN)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append("too wide")
        if page.locator("h1").count() != 1:
            wrong.append("not one heading")
        if page.locator("html").get_attribute("lang") != language:
            wrong.append("another language")
        if wrong:
            found[name] = wrong
    assert found == {}
    assert seen > 25
