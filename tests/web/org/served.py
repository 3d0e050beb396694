"""The service as it runs in earnest: ``legalkit serve --org`` in processes of its own, asked over HTTP."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import httpx

from benchmarks.guest import Guest
from benchmarks.visitor import Over, client
from legalkit.vault.org import audit, cases, keeping
from legalkit.vault.org.opening import opened
from legalkit.vault.org.sign_in import Claim
from legalkit.vault.org.work import working
from legalkit.vault.passphrase import Passphrase
from legalkit.web.server import bound
from tests.house import tree
from tests.web.org.town import HERE, NOW, Town, looped, password

_BEGUN = "import sys; from legalkit.cli import main; sys.argv[0] = 'legalkit'; main()"
PLACES = ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
PATIENCE = 120
"""Seconds; a machine that does three other things is slow."""


def free_ports(number: int) -> int:
    """The first of so many ports in a row that nobody uses."""
    for port in range(18_200 + os.getpid() % 500 * number, 32_000, number):
        found = [bound(port + each) for each in range(number)]
        for each in filter(None, found):
            each.close()
        if all(found):
            return port
    raise AssertionError


class Caller:
    """Somebody who speaks to a service over HTTP, as a browser would.

    Args:
        address: by which browsers come.
        doors: ports at which it answers; a test may put in more.

    Attributes:
        cookie: of the session.
    """

    def __init__(self, address: str, doors: list[int]) -> None:
        self.origin, self.host, self.doors, self.cookie = address, address.partition("//")[2], list(doors), ""

    def answers(self, number: int) -> bool:
        """Whether a process answers."""
        try:
            return self.ask(number, "GET", "/blank")[0].status == 200
        except OSError:
            return False

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits until something comes to hold."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end
            time.sleep(0.1)

    def ask(self, number: int, method: str, path: str, **form: str):
        """One request: answer and body; to a process, or by a further door that a test has put in."""
        connection = http.client.HTTPConnection("127.0.0.1", self.doors[number], timeout=PATIENCE)
        headers = {"Host": self.host, "Cookie": f"__Host-seat={self.cookie}"}
        if method == "POST":
            headers |= {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, urlencode(form, doseq=True) if form else None, headers)
        answer = connection.getresponse()
        body = answer.read()
        given = re.match(r'__Host-seat="?([\w-]+)', answer.headers.get("set-cookie", ""))
        self.cookie = given[1] if given else self.cookie
        connection.close()
        return answer, body

    def page(self, number: int, path: str) -> str:
        return self.ask(number, "GET", path)[1].decode("utf-8")

    def proof(self, number: int, path: str) -> str:
        return re.search(r'name="page" value="(\w+)"', self.page(number, path))[1]

    def sign_in(self, number: int = 0, handle: str = "c1", said: str | None = None) -> str:
        self.cookie = ""
        form = {"handle": handle, "password": password(handle) if said is None else said}
        answer, body = self.ask(number, "POST", "/desk/en/in", page=self.proof(number, "/desk/en/in"), **form)
        assert answer.status in (303, 403), body
        return body.decode("utf-8")

    def case(self, number: int = 0) -> str:
        """The id of a new case."""
        form = {"page": self.proof(number, "/desk/en/cases"), "label": "Spring"}
        return self.ask(number, "POST", "/desk/en/new", **form)[0].headers["location"].rpartition("/")[2]

    def link(self, case_id: str, number: int = 0) -> str:
        """The token of a new link to a case."""
        path = f"/desk/en/case/{case_id}"
        _, body = self.ask(number, "POST", f"{path}/link", page=self.proof(number, path))
        return re.search(r"/come/en#([\w-]+)", body.decode("utf-8"))[1]

    def guests(self, walk, number: int = 1, address: str = ""):
        """What a coroutine gives that takes so many people who have not come yet."""

        async def walking():
            limits = httpx.Limits(max_keepalive_connections=0)  # one that was kept may be shut at the wrong moment
            async with client(PATIENCE, limits=limits) as web:
                app = Over(address or f"http://127.0.0.1:{self.doors[0]}", web)
                scheme = self.origin.partition(":")[0]
                return await walk(*(Guest(app, self.host, f"표시{each:03d}번", scheme) for each in range(number)))

        return looped(walking())


class Served(Caller):
    """A service of one process or several, with a machine of its own: temporary files, home, what it prints.

    Args:
        folder: where everything lies.
        url: of its database; SQLite in the folder by default.
        address: by which browsers come.
        processes: how many.
    """

    def __init__(self, folder: Path, url: str = "", *, address: str = HERE, processes: int = 1) -> None:
        self.folder, self.run = folder, None
        first = free_ports(processes)
        self.ports = list(range(first, first + processes))
        super().__init__(address, self.ports)
        with Town.begun(folder, url, listen=f"127.0.0.1:{self.ports[0]}", processes=processes, address=address):
            pass
        self.places = {name: str(folder / "machine" / name.lower()) for name in PLACES}
        for place in self.places.values():
            Path(place).mkdir(parents=True)
        self.begin()

    def begin(self) -> None:
        """Starts it, and waits until every process answers."""
        command = [sys.executable, "-c", _BEGUN, "serve", "--org", "--settings", str(self.folder / "org.toml")]
        known = {**os.environ, **self.places, "PYTHONPATH": str(tree.ROOT)}
        with (self.folder / "printed").open("ab") as printed:
            self.run = subprocess.Popen(command, stdout=printed, stderr=printed, env=known, cwd=self.folder)
        for number in range(len(self.ports)):
            self.wait(number)

    def wait(self, number: int) -> None:
        """Waits until a process answers."""
        self.until(lambda: self.answers(number))

    def pids(self) -> list[int]:
        """The processes that answer, in the order of their ports (Linux)."""
        own = self.run.pid
        if len(self.ports) == 1:
            return [own]
        children = Path(f"/proc/{own}/task/{own}/children").read_text(encoding="utf-8").split()
        return [each for each in map(int, children) if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]

    def end(self, how: int = signal.SIGTERM) -> None:
        """Ends it; ``SIGKILL`` reaches every process at the same moment."""
        if self.run.poll() is None:
            pids = self.pids() if how == getattr(signal, "SIGKILL", None) else []
            for each in {*pids, self.run.pid}:
                os.kill(each, how)
        self.run.wait(PATIENCE)

    def told(self, case_id: str, handle: str = "c1") -> str:
        """Everything that a case holds, as text; log and all cases are seen to be whole, too."""
        with opened(self.folder / "org.toml") as store:
            proof = store.sign_in().prove(Claim(handle, Passphrase(password(handle))), NOW)
            with working(store.database, proof.keyring, proof.person_id, NOW) as work:
                audit.check(work.connection, work.keyring)
                keeping.check_all(work)
                return str(cases.view(work, case_id).content)
