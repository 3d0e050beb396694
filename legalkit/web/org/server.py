"""``legalkit serve --org``: one process, or several with one secret; behind a web server that speaks https.

The secret that unlocks is made at the start and handed to every process in memory. A process that dies is started again
with the same secret: nobody is signed out. When the service ends, the secret is gone, and the next start is locked.
"""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from multiprocessing.context import SpawnProcess
from pathlib import Path

from legalkit.errors import InputError, Problem
from legalkit.vault.org import cipher
from legalkit.vault.org.gate import Gate
from legalkit.vault.org.opening import opened
from legalkit.web.org.application import OrgApplication
from legalkit.web.org.office import Office
from legalkit.web.server import Server, bound, config

_ALIVE = 2.0
"""Seconds between two looks whether every process is there."""


@dataclass(frozen=True)
class Clocks:
    """What time it is; functions of a module, so that a new process can be told of them.

    Attributes:
        moment: seconds since 1970.
        today: the day of filing.
    """

    moment: Callable[[], float]
    today: Callable[[], date]


def serve(path: Path, clocks: Clocks, started: Callable[[str], None] = lambda address: None) -> None:
    """Serves until it is ended (Ctrl+C, or a signal of the system).

    Args:
        path: the settings.
        clocks: what time it is.
        started: is told the address by which browsers come.

    Raises:
        InputError: what the settings raise; ``E-WEB-PORT``.
        FileError: ``E-ORG-NOT-BEGUN``, ``E-ORG-SERVER-KEY``; of the database.
    """
    boot = cipher.new_key()
    with opened(path) as store:
        store.sign_in()  # says what is wrong before anybody is let in
        settings = store.settings
    if settings.processes == 1:
        with contextlib.suppress(KeyboardInterrupt):
            run(path, 0, boot, clocks, lambda: started(settings.address))
        return
    _Several(path, boot, clocks, settings.processes).watch(lambda: started(settings.address))


def run(path: Path, number: int, boot: bytes, clocks: Clocks, ready: Callable[[], None] = lambda: None) -> None:
    """One process: the one with this number, from 0.

    Raises:
        InputError: ``E-WEB-PORT``.
    """
    with opened(path) as store:
        host, _, port = store.settings.listen.rpartition(":")
        own = bound(int(port) + number, host)
        if own is None:
            raise InputError(Problem("E-WEB-PORT", params={"port": int(port) + number}))
        office = Office(store, store.sign_in(), Gate(store.database, boot), clocks.moment, clocks.today)

        async def serving() -> None:
            await Server(config(OrgApplication(office)), ready).serve([own])

        asyncio.run(serving())


class _Several:
    """Several processes, watched."""

    def __init__(self, path: Path, boot: bytes, clocks: Clocks, number: int) -> None:
        self._path, self._boot, self._clocks = path, boot, clocks
        self._context = multiprocessing.get_context("spawn")  # the secret travels in a pipe, not in an argument
        self._running: dict[int, SpawnProcess] = {}
        self._number = number
        self._end = threading.Event()

    def watch(self, ready: Callable[[], None]) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._end.set())
        self._fill()
        ready()
        while not self._end.wait(_ALIVE):
            self._fill()
        for each in self._running.values():
            each.terminate()
        for each in self._running.values():
            each.join(10)

    def _fill(self) -> None:
        for number in range(self._number):
            if number not in self._running or not self._running[number].is_alive():
                made = self._context.Process(
                    target=_member, args=(self._path, number, self._boot, self._clocks), daemon=True
                )
                made.start()
                self._running[number] = made


def _member(path: Path, number: int, boot: bytes, clocks: Clocks) -> None:
    """One of several processes; ends with the one that watches."""
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(0)

    threading.Thread(target=follow, daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):
        run(path, number, boot, clocks)
