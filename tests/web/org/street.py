"""A town that a browser can walk to: served at a port of this machine, in this process."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from legalkit.web.org.application import OrgApplication
from legalkit.web.server import bound, config
from tests.web.chromium import PATIENCE, WHOLE
from tests.web.org.town import Town, password


class Street:
    """A town that is served.

    Attributes:
        town: the organisation.
    """

    def __init__(self, town: Town, own) -> None:
        self.town, self._own, self._ready = town, own, threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self._thread.start()
        assert self._ready.wait(120)

    @property
    def address(self) -> str:
        return self.town.store.settings.address

    async def _run(self) -> None:
        self._server = uvicorn.Server(config(OrgApplication(self.town.office)))
        serving = asyncio.create_task(self._server.serve([self._own]))
        while not self._server.started:
            await asyncio.sleep(0.02)
        self._ready.set()
        await serving

    def tab(self, chromium, **more):
        """A tab of a browser of its own, in which nothing is hurried."""
        context = chromium.new_context(**more)
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    def enter(self, page, handle: str = "c1", language: str = "en") -> None:
        """Signs somebody in."""
        page.goto(f"{self.address}/desk/{language}/in")
        page.fill("#handle", handle)
        page.fill("#password", password(handle))
        page.click("main button[type=submit]")
        page.wait_for_selector("nav.rooms")

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@contextmanager
def street_in(folder: Path) -> Iterator[Street]:
    """A street whose town lies in a folder."""
    own = bound(0)
    with Town.begun(folder, address=f"http://localhost:{own.getsockname()[1]}") as town:
        served = Street(town, own)
        yield served
        served.close()


def settled(page) -> None:
    """Waits until the questions are drawn."""
    page.wait_for_selector("#next", state="attached")
    page.wait_for_function(WHOLE)


def moves(page, action) -> None:
    """Does something that leads to another drawing of the questions, and waits for it."""
    before = page.eval_on_selector("#here", "e => e.textContent")
    action()
    page.wait_for_function(
        "old => { const e = document.querySelector('#here'); return e && e.textContent !== old "
        "&& !document.documentElement.classList.contains('busy'); }",
        arg=before,
    )
    page.wait_for_function(WHOLE)
