"""The page, served on a port of its own in a thread, with a clock that stands still until it is moved."""

import asyncio
import http.client
import json
import threading
import time
from datetime import date

import uvicorn

from legalkit.web.application import Application
from legalkit.web.server import config, listener
from legalkit.web.settings import WebSettings

DAY = date(2026, 11, 22)


def soon(holds, seconds=60) -> bool:
    """Whether it comes to hold: what is served goes on in another thread."""
    return any(holds() or time.sleep(0.05) for _ in range(20 * seconds))


class House:
    """One served page.

    Attributes:
        app: the application.
        now: what its clock says, in seconds.
        port: where it listens.
    """

    def __init__(self, settings: WebSettings | None = None, port: int = 0) -> None:
        self.now = 1_000.0
        socket = listener(port)
        self.port = socket.getsockname()[1]
        self.host = f"127.0.0.1:{self.port}"
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(socket, settings)), daemon=True)
        self._thread.start()
        assert self._ready.wait(60)

    async def _run(self, socket, settings) -> None:
        self.app = Application([self.host], lambda: DAY, settings, lambda: self.now)
        self._server = uvicorn.Server(config(self.app))
        serving = asyncio.create_task(self._server.serve([socket]))
        while not self._server.started:
            await asyncio.sleep(0.02)
        self._ready.set()
        await serving

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> "Answer":
        """One raw request, as any program of the machine could send it; ``x_tab="…"`` becomes ``X-Tab``."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"host": self.host, **sent}.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("content-length", str(len(body)))
        connection.endheaders(body)
        found = connection.getresponse()
        answer = Answer(found.status, found.headers, found.read())
        connection.close()
        return answer

    def browser(self) -> "Visitor":
        """Somebody who opened the page: with its cookie, in a tab of its own."""
        cookie = self.ask("GET", "/ko/").headers["set-cookie"].partition(";")[0]
        return Visitor(self, cookie)


class Answer:
    def __init__(self, status, headers, body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body
        self.text = body.decode("utf-8", "replace")


class Visitor:
    """Speaks to the page as its own scripts do.

    Attributes:
        cookie: its cookie, ``seat=…``.
        tab: token of its tab.
        session: hash of its Gradio session.
    """

    count = 0

    def __init__(self, house: House, cookie: str, tab: str = "") -> None:
        Visitor.count += 1
        self.house, self.cookie = house, cookie
        self.tab = tab or f"tab{Visitor.count:04d}".ljust(43, "x")
        self.session = f"s{Visitor.count:010d}"

    @property
    def owner(self) -> str:
        return self.cookie.partition("=")[2]

    def post(self, path: str, sent: object = None, **headers: str) -> Answer:
        body = sent if isinstance(sent, bytes) else json.dumps(sent if sent is not None else {}).encode()
        own = {"origin": f"http://{self.house.host}", "cookie": self.cookie, "x_tab": self.tab}
        kept = {name: value for name, value in {**own, **headers}.items() if value}
        return self.house.ask("POST", path, body, content_type="application/json", **kept)

    def join(self, **more: object) -> Answer:
        """The event that draws the page, as Gradio's script sends it."""
        fixed = {"data": [None], "event_data": None, "fn_index": 0, "trigger_id": 0, "session_hash": self.session}
        return self.post("/ko/gradio_api/queue/join", {**fixed, **more})
