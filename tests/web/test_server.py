"""The program itself: one port of this machine, no word to anybody, nothing written down."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from legalkit.errors import InputError
from legalkit.web.server import PORTS, listener

CANARY = "까나리말칠팔구"
WATCHED = """
import socket, sys
def refuse(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] != "127.0.0.1":
        sys.stderr.write(f"REACHED {address}\\n")
def look_up(host, *rest, **more):
    sys.stderr.write(f"ASKED {host}\\n")
    return original(host, *rest, **more)
connect, original = socket.socket.connect, socket.getaddrinfo
socket.socket.connect = lambda self, address: (refuse(self, address), connect(self, address))[1]
socket.getaddrinfo = look_up
from legalkit.cli import main
sys.argv = ["legalkit", "--ui", "en", "serve", "--port", sys.argv[1], "--no-browser"]
main()
"""


def it_takes_the_first_port_that_is_free():
    first = listener(None)
    second = listener(None)
    numbers = [each.getsockname() for each in (first, second)]
    first.close(), second.close()
    assert all(host == "127.0.0.1" and port in PORTS for host, port in numbers)
    assert numbers[0] != numbers[1]


def but_it_refuses_a_port_that_another_program_has():
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(InputError, match="E-WEB-PORT"):
        listener(other.getsockname()[1])


@pytest.fixture
def served(tmp_path):
    own = listener(0)
    port = own.getsockname()[1]
    own.close()
    folders = {name: str(tmp_path / name) for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME")}
    for folder in folders.values():
        Path(folder).mkdir()
    begun = time.monotonic()
    command = [sys.executable, "-c", WATCHED, str(port)]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **folders}, cwd=tmp_path
    )
    line = run.stdout.readline().decode()
    assert f"http://127.0.0.1:{port}/" in line
    yield port, time.monotonic() - begun, tmp_path, run
    run.kill()
    run.communicate()


def it_answers_within_seconds_asks_nobody_and_leaves_no_file(served):
    port, seconds, folder, run = served
    assert seconds < 30
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/ko/") as answer:
        assert answer.status == 200
    threading.Event().wait(1)
    run.terminate()
    out, errors = run.communicate(timeout=60)
    assert b"REACHED" not in errors
    assert b"ASKED" not in errors
    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.browser
def it_writes_no_word_of_hers_into_log_files_or_arguments(served, chromium):
    from tests.web.chromium import Visit

    port, _, folder, run = served

    class Elsewhere:
        host = f"127.0.0.1:{port}"

    her = Visit(chromium, Elsewhere)
    her.go("own_words")
    her.page.fill(".question textarea", CANARY)
    her.go("review")
    her.go("evidence")
    her.page.click("#leave")
    her.page.wait_for_url("https://www.weather.go.kr/**")
    arguments = subprocess.run(["ps", "-eo", "args"], capture_output=True, check=True).stdout.decode()
    run.terminate()
    out, errors = run.communicate(timeout=60)
    assert CANARY not in (out + errors).decode() + arguments
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []
    assert her.outside() == ["https://www.weather.go.kr/"]
    her.close()
