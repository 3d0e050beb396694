"""An organisation's page to test with: one process of it, and browsers that speak to it without a screen."""

import asyncio
import re
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from starlette.testclient import TestClient

from legalkit.vault.org import accounts, organisation
from legalkit.vault.org.gate import Gate
from legalkit.vault.org.opening import Store, opened
from legalkit.vault.org.people import Role
from legalkit.vault.org.work import working
from legalkit.vault.passphrase import Passphrase
from legalkit.web.org.application import OrgApplication
from legalkit.web.org.entry import COOKIE
from legalkit.web.org.office import Office
from legalkit.web.org.seating import seat_prefix
from legalkit.web.seats import Seat

Given = TypeVar("Given")
HOST = "desk.example"
HERE = f"https://{HOST}"
DAY = date(2026, 11, 22)
NOW = 1_795_305_600.0
SECRET = "까나리말칠팔구"
STAFF = {"c1": Role.COUNSELLOR, "c2": Role.COUNSELLOR, "law": Role.LAWYER}
_PROOF = re.compile(r'name="page" value="(\w+)"')


def password(handle: str) -> str:
    return f"river moon paper {handle}"


def made(office: Office) -> OrgApplication:
    """A process; made inside a loop, for Gradio would open loops of its own and leave them."""

    async def inside() -> OrgApplication:
        return OrgApplication(office)

    return looped(inside())


def looped(work: Coroutine[Any, Any, Given]) -> Given:
    """What a coroutine gives, in a thread of its own: where a browser is driven, this one has a loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Town:
    """An organisation that is served; its clock is the test's.

    Attributes:
        now: seconds since 1970.
        app: the one process.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder, self.now = store, folder, NOW
        self.boot = b"b" * 32
        self.restart(self.boot)

    @classmethod
    @contextmanager
    def begun(cls, folder: Path, url: str = "", **settings: object) -> Iterator["Town"]:
        said = {"name": "Sample Centre", "address": HERE, "database": url, **settings}
        lines = [f"{name} = {value if isinstance(value, int) else repr(value)}" for name, value in said.items()]
        (folder / "org.toml").write_text("\n".join(lines), encoding="utf-8")
        with opened(folder / "org.toml", create=True) as store:
            organisation.begin(store.database, store.server_key, "boss", Passphrase(password("boss")), NOW)
            town = cls(store, folder)
            town.staff()
            yield town

    def staff(self) -> None:
        way = self.store.sign_in()
        from legalkit.vault.org.sign_in import Claim

        proof = way.prove(Claim("boss", Passphrase(password("boss"))), NOW)
        with working(self.store.database, proof.keyring, proof.person_id, NOW) as work:
            for handle, role in STAFF.items():
                accounts.add(work, handle, role, Passphrase(password(handle)), self.store.server_key.of(1))

    def restart(self, boot: bytes | None = None) -> None:
        """The service begins anew: with another secret, unless it is one of its processes only."""
        self.office = self.process(boot)
        self.app = made(self.office)

    def process(self, boot: bytes | None = None) -> Office:
        gate = Gate(self.store.database, boot) if boot else Gate(self.store.database)
        return Office(self.store, self.store.sign_in(), gate, lambda: self.now, lambda: DAY)

    def logged(self) -> list[str]:
        from sqlalchemy import text

        with self.store.database.transaction() as connection:
            return [row[0] for row in connection.execute(text("SELECT code FROM audit ORDER BY entry"))]

    def browser(self) -> "Browser":
        return Browser(self)

    def staff_member(self, handle: str = "c1") -> "Browser":
        """Somebody who signed in."""
        found = self.browser()
        assert found.sign_in(handle).status_code == 303
        return found


class Browser:
    """A browser: a cookie, and forms that were read before they are sent."""

    def __init__(self, town: Town) -> None:
        self.town, self.cookie, self.proof = town, "", ""
        self.client = TestClient(town.app, base_url=HERE, follow_redirects=False, raise_server_exceptions=True)

    def get(self, path: str, **headers: str):
        return self._sent("GET", path, headers)

    def post(self, path: str, *, page: str | None = None, origin: str | None = HERE, body=None, **form: object):
        """Sends a form; with the proof of the last page that was read, unless another is given."""
        sent = body if body is not None else {"page": self.proof if page is None else page, **form}
        return self._sent("POST", path, {"origin": origin} if origin else {}, data=sent)

    def _sent(self, method: str, path: str, headers: dict[str, str], **more: object):
        cookie = {"cookie": f"{COOKIE}={self.cookie}"} if self.cookie else {}
        answer = self.client.request(method, path, headers={**cookie, **headers}, **more)
        self.client.cookies.clear()
        given = re.match(rf"{COOKIE}=([^;]*)", answer.headers.get("set-cookie", ""))
        if given:
            self.cookie = given[1].strip('"')
        found = _PROOF.search(answer.text) if "text/html" in answer.headers.get("content-type", "") else None
        self.proof = found[1] if found else self.proof
        return answer

    def sign_in(self, handle: str, said: str | None = None, code: str = "", **headers: str):
        self.get("/desk/en/in")
        form = {"page": self.proof, "handle": handle, "password": password(handle) if said is None else said,
                "code": code}  # fmt: skip
        answer = self._sent("POST", "/desk/en/in", {"origin": HERE, **headers}, data=form)
        if answer.status_code == 303:
            self.get(self._sent("GET", "/desk/en/", {}).headers["location"])
        return answer

    def case(self, label: str = "Spring") -> str:
        """The id of a new case."""
        self.get("/desk/en/cases")
        return self.post("/desk/en/new", label=label).headers["location"].rpartition("/")[2]

    def link(self, case_id: str) -> str:
        """The token of a new link."""
        self.get(f"/desk/en/case/{case_id}")
        return re.search(r"/come/en#([\w-]+)", self.post(f"/desk/en/case/{case_id}/link").text)[1]

    def come(self, token: str):
        """Opens a link, and begins."""
        self.get("/come/en")
        return self.post("/come/en", token=token)

    def seat(self, case_id: str, tab: str = "t") -> Seat:
        """A tab at a case, as the page's own script makes it."""
        return Seat(self.cookie, seat_prefix(case_id) + tab.ljust(43, "x"))

    def tell(self, case_id: str, words: str = SECRET, tab: str = "t"):
        """Answers the page of one's own words."""
        return tell(self.town.app.desk, self.seat(case_id, tab), words)


def tell(desk, seat, words):
    from legalkit.web.desk import Nav
    from legalkit.web.widgets import plan  # noqa: F401

    desk.sit(seat, "ko")
    nav = desk.step(seat, Nav(desk.draft(seat).place), "to:own_words", {})
    screen = desk.screen(seat, nav)
    (box,) = [widget.id for drawn in screen.drawn for widget in drawn.widgets if widget.box != "none"]
    return desk.step(seat, nav, "next", {box: words})
