"""Everything put together: guard, our own pages, and Gradio once for each language."""

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import fastapi
import gradio as gr

from legalkit.language import LANGUAGES, Language
from legalkit.vault.drafts import MemoryDrafts
from legalkit.web.blocks import Around, build, forgetful, gone, wipe
from legalkit.web.desk import Desk
from legalkit.web.guard import COOKIE, App, Guard, Message, Receive, Scope, Send
from legalkit.web.look import theme
from legalkit.web.more import more
from legalkit.web.quiet import hush
from legalkit.web.routes import Routes
from legalkit.web.seats import Seat, Seats
from legalkit.web.settings import WebSettings
from legalkit.web.shell import Frame, Shell
from legalkit.web.sparing import spare_routes, spare_work
from legalkit.web.sweeping import sweeping
from legalkit.web.words import FAULTS, excusing

_MOUNT: dict[str, Any] = {
    "run_history": False,
    "footer_links": [],
    "show_error": False,
    "enable_monitoring": False,
    "pwa": False,
    "mcp_server": False,
    "ssr_mode": False,
}


class Application:
    """The page, as an ASGI application.

    Args:
        hosts: every ``Host`` it is reached by, with the port.
        today: the day of filing.
        settings: how it behaves.
        clock: seconds of a steady clock.
    """

    def __init__(
        self,
        hosts: Iterable[str],
        today: Callable[[], date],
        settings: WebSettings | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        hush()
        self.settings = settings or WebSettings()
        self.clock = clock
        self.seats = Seats(self.settings.idle)
        self.drafts = MemoryDrafts(self.settings.idle)
        self.desk = Desk(self.drafts, today, clock)
        self.pages = {each: build(each, self.desk, self.seats, Around(more, gone)) for each in LANGUAGES}
        self.guard = Guard(self._inner(), hosts, self.seats, self.settings, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, from its first byte through the guard."""
        await self.guard(scope, receive, send)

    def leave(self, owner: str) -> None:
        """Wipes every tab of a browser, and forgets the browser."""
        self.seats.forget_owner(owner)
        self.drafts.wipe_all(owner)
        wipe(self.pages.values(), self.seats.forget(lambda seat: seat.owner == owner))

    def over(self, seat: Seat) -> None:
        """Wipes one tab."""
        self.drafts.wipe(seat.owner, seat.tab)
        wipe(self.pages.values(), self.seats.forget(lambda each: each == seat))

    def sweep(self) -> None:
        """Wipes what nobody used for the idle time."""
        now = self.clock()
        self.drafts.sweep(now)
        wipe(self.pages.values(), self.seats.sweep(now))

    def _inner(self) -> App:
        app = fastapi.FastAPI(
            openapi_url=None, docs_url=None, redoc_url=None, lifespan=sweeping(self.sweep), exception_handlers=FAULTS
        )
        routes = Routes(self.desk, self.leave, self.over, self.settings.leave_to)
        app.router.routes.extend(routes.all())
        mount(app, self.pages)
        return excusing(_Shelled(app, self))


def mount(app: fastapi.FastAPI, pages: Mapping[Language, gr.Blocks]) -> None:
    """Puts the interview into an application, once for each language."""
    for language, blocks in pages.items():
        gr.mount_gradio_app(app, blocks, f"/{language}", theme=theme(), **_MOUNT)
        forgetful(blocks)
    spare_routes(app)
    spare_work()


class _Shelled:
    """Answers the two pages with our own frame, and gives a browser its cookie with them."""

    def __init__(self, app: App, whole: Application) -> None:
        self._app, self._whole = app, whole
        frame = Frame(whole.settings.idle, whole.settings.warn)
        self._shells = {f"/{each}/": Shell(app, each, frame) for each in LANGUAGES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        shell = self._shells.get(scope.get("path", ""))
        if scope["type"] != "http" or shell is None:
            await self._app(scope, receive, send)
            return
        await shell(scope, receive, send if scope["state"]["owner"] else self._with_cookie(send))

    def _with_cookie(self, send: Send) -> Send:
        owner = self._whole.seats.new_owner(self._whole.clock())
        cookie = f"{COOKIE}={owner}; HttpOnly; SameSite=Strict; Path=/"

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], (b"set-cookie", cookie.encode("ascii"))]}
            await send(message)

        return with_cookie
