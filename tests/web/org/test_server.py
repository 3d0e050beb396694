"""Two real processes of one service: whoever signed in at one is known at the other, and one that dies comes back."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from legalkit.web.server import bound
from tests.web.org.town import Town, password

HOST = "desk.example"
_BEGUN = "import sys; from legalkit.cli import main; sys.argv[0] = 'legalkit'; main()"


def _ports() -> int:
    """A port that is free, with the one after it."""
    for port in range(17_870, 17_990, 2):
        pair = [bound(port), bound(port + 1)]
        for each in filter(None, pair):
            each.close()
        if all(pair):
            return port
    raise AssertionError


class Served:
    """A service of two processes."""

    def __init__(self, folder: Path) -> None:
        self.port = _ports()
        with Town.begun(folder, listen=f"127.0.0.1:{self.port}", processes=2):
            pass
        command = [sys.executable, "-c", _BEGUN, "serve", "--org", "--settings", str(folder / "org.toml")]
        self.run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.cookie = ""
        for number in (0, 1):
            self.wait(number)

    def wait(self, number: int) -> None:
        for _ in range(600):
            try:
                self.ask(number, "GET", "/blank")
                return
            except OSError:
                threading.Event().wait(0.2)
        raise AssertionError

    def ask(self, number: int, method: str, path: str, **form: str):
        connection = http.client.HTTPConnection("127.0.0.1", self.port + number, timeout=60)
        headers = {"Host": HOST, "Cookie": f"__Host-seat={self.cookie}"}
        if method == "POST":
            headers |= {"Origin": f"https://{HOST}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, urlencode(form) if form else None, headers)
        answer = connection.getresponse()
        body = answer.read()
        given = re.match(r'__Host-seat="?([\w-]+)', answer.headers.get("set-cookie", ""))
        self.cookie = given[1] if given else self.cookie
        connection.close()
        return answer, body.decode("utf-8", "replace")

    def proof(self, number: int, path: str) -> str:
        return re.search(r'name="page" value="(\w+)"', self.ask(number, "GET", path)[1])[1]

    def sign_in(self, number: int, said: str) -> str:
        self.cookie = ""
        form = {"page": self.proof(number, "/desk/en/in"), "handle": "c1", "password": said}
        return self.ask(number, "POST", "/desk/en/in", **form)[1]


@pytest.fixture
def served(tmp_path):
    made = Served(tmp_path)
    yield made
    made.run.send_signal(signal.SIGTERM)
    made.run.communicate(timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="looks for the processes under /proc")
def it_keeps_sessions_limits_and_downloads_over_two_processes(served):
    served.sign_in(0, password("c1"))
    form = {"page": served.proof(1, "/desk/en/cases"), "label": "Spring"}
    place = served.ask(1, "POST", "/desk/en/new", **form)[0].headers["location"]
    assert "Spring" in served.ask(0, "GET", place)[1]
    papers = {"page": served.proof(0, f"{place}/papers"), "version": "ko"}
    assert served.ask(1, "POST", f"{place}/papers", **papers)[0].headers["content-type"] == "application/zip"
    cookie = served.cookie
    _kill_one(served)
    served.cookie = cookie
    for number in (0, 1):
        served.wait(number)
        assert "Spring" in served.ask(number, "GET", place)[1], "nobody is signed out when one process dies"
    told = [served.sign_in(number % 2, "not the password") for number in range(6)]
    assert ["too many attempts" in each for each in told] == [False] * 5 + [True]


def _kill_one(served: Served) -> None:
    children = Path(f"/proc/{served.run.pid}/task/{served.run.pid}/children").read_text(encoding="utf-8").split()
    serving = [each for each in map(int, children) if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]
    assert len(serving) == 2
    os.kill(serving[0], signal.SIGKILL)
    time.sleep(0.5)
