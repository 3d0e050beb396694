"""``legalkit serve``: the page at 127.0.0.1, for this machine alone, until it is ended."""

import asyncio
import contextlib
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from datetime import date

import uvicorn

from legalkit.errors import InputError, Problem
from legalkit.web.application import Application
from legalkit.web.guard import App
from legalkit.web.settings import WebSettings

HOST = "127.0.0.1"
PORTS = range(7860, 7880)
"""Ports that are tried, in order, if none is asked for."""

_KEEP_ALIVE = 150
"""Seconds; longer than a web server before it keeps a connection that is not used (Caddy: 120), which would else send
a form into one that is just being shut."""


def listener(port: int | None) -> socket.socket:
    """A socket of this machine that nobody else uses.

    Args:
        port: the one asked for; the first free one of :data:`PORTS` if none is. ``0`` leaves it to the system.

    Raises:
        InputError: ``E-WEB-PORT``: another program has it.
    """
    for each in PORTS if port is None else (port,):
        found = bound(each)
        if found is not None:
            return found
    raise InputError(Problem("E-WEB-PORT", params={"port": PORTS[0] if port is None else port}))


def bound(port: int, host: str = HOST) -> socket.socket | None:
    """A socket that listens, if nobody else uses the port."""
    wanted = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform == "win32":  # elsewhere this would let two programs share the port; there it forbids it
        wanted.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        wanted.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        wanted.bind((host, port))
        wanted.listen()  # from now on it is taken: bound alone, it could be bound twice
    except OSError:
        wanted.close()
        return None
    return wanted


def serve(
    port: int | None,
    today: Callable[[], date],
    settings: WebSettings,
    *,
    browser: bool = True,
    started: Callable[[str], None] = lambda address: None,
) -> None:
    """Serves the page until it is ended (Ctrl+C).

    Args:
        port: see :func:`listener`.
        today: the day of filing.
        settings: how the page behaves.
        browser: whether to open it.
        started: is told the address once the page answers.

    Raises:
        InputError: ``E-WEB-PORT``.
    """
    own = listener(port)
    number = own.getsockname()[1]
    hosts = [f"{HOST}:{number}", f"localhost:{number}"]

    async def run() -> None:
        # made inside the loop: Gradio would open loops of its own and leave them
        app = Application(hosts, today, settings)
        await Server(config(app), lambda: _announce(f"http://{HOST}:{number}/", browser, started)).serve([own])

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run())


def config(app: App) -> uvicorn.Config:
    """How the page is served: no log of requests, no name of the program, no web sockets."""
    return uvicorn.Config(
        app, log_level="critical", access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=1,
        timeout_keep_alive=_KEEP_ALIVE,
    )  # fmt: skip


class Server(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, how: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(how)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn."""
        await super().startup(sockets)
        self._ready()


def _announce(address: str, browser: bool, started: Callable[[str], None]) -> None:
    started(address)
    if browser:
        # a browser may take its time to start; the page must answer meanwhile
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
