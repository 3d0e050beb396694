"""A real PostgreSQL server of the tests' own: started when the first test asks, stopped when the run ends."""

import atexit
import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

_ACCOUNT = "postgres"


class Server:
    """A server in a folder, reached through a socket there and by no port."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        # the name of a socket has to be short
        self.folder = Path(tempfile.mkdtemp(prefix="lk-"))
        if os.getuid() == 0:  # PostgreSQL does not run as root
            shutil.chown(self.folder, _ACCOUNT)
        self._run("initdb", "--pgdata", self._data, "--auth=trust", "-U", _ACCOUNT, "--no-sync", "--encoding=UTF8")
        self.start()

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off"
        self._run("pg_ctl", "--pgdata", self._data, "--wait", "--log", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "--pgdata", self._data, "--wait", "--mode", "immediate", "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty database."""
        name, where = f"d{secrets.token_hex(6)}", ("--host", str(self.folder), "--username", _ACCOUNT)
        self._run("createdb", *where, name)
        yield f"postgresql+psycopg://{_ACCOUNT}@/{name}?host={self.folder}"
        self._run("dropdb", *where, "--force", name)

    def tables(self) -> list[bytes]:
        """Every file in which tables lie, once all is written there."""
        self._checkpoint()
        return [path.read_bytes() for path in (self.folder / "data/base").rglob("*") if path.is_file()]

    def files(self) -> list[bytes]:
        """Everything that lies on disk, the logs too."""
        self._checkpoint()
        return [path.read_bytes() for path in self.folder.rglob("*") if path.is_file()]

    def _checkpoint(self) -> None:
        self._run("psql", "--host", str(self.folder), "--username", _ACCOUNT, "--command", "CHECKPOINT")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", _ACCOUNT, "--", *command]
        run = subprocess.run(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert run.returncode == 0, run.stderr


def _programs() -> Path:
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not places:
        pytest.skip("PostgreSQL is not installed: sh .ci/prepare tools")
    return places[-1]


def new_server() -> Server:
    """A server for one test alone, which stops and removes it."""
    return Server(_programs())


@cache
def server() -> Server:
    """The server that the tests of one process share."""
    started = new_server()
    atexit.register(started.remove)
    return started
