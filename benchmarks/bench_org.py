"""An organisation's page under load: people who came by a link, each at a case of her own, over HTTP to real processes.

    python benchmarks/bench_org.py [--sessions 100] [--pages 5] [--pause 20] [--processes 1 2]

For each number of processes the service is started as ``legalkit serve --org`` starts it, on SQLite. One person goes
so many pages on; then all of them do, pausing between two pages as a reader would (they come one after the other within
the first pause); then all of them without any pause, every step sent at the same moment. Of two processes each answers
half of the people, as behind a web server that keeps a browser at one process. Whoever drives them runs on the same
machine and takes its share of it. Memory is what the processes have grown by, for each session (Linux).
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path

import httpx
import yaml

from benchmarks import visitor
from benchmarks.guest import Guest
from benchmarks.visitor import Over
from legalkit.case import read_case
from legalkit.interview import from_case, go
from legalkit.vault.org import accounts, cases, links, organisation
from legalkit.vault.org.opening import opened
from legalkit.vault.org.people import Role
from legalkit.vault.org.sign_in import Claim
from legalkit.vault.org.work import working
from legalkit.vault.passphrase import Passphrase
from legalkit.web.org.content import of_draft

HOST, PORT = "desk.example", 8_870
PASSWORD = Passphrase("river moon paper bench")
_BEGUN = "import sys; from legalkit.cli import main; sys.argv[0] = 'legalkit'; main()"


def prepared(folder: Path, processes: int) -> None:
    """Makes an organisation with a counsellor."""
    said = f'address = "https://{HOST}"\nlisten = "127.0.0.1:{PORT}"\nprocesses = {processes}\n'
    (folder / "org.toml").write_text(said, encoding="utf-8")
    with opened(folder / "org.toml", create=True) as store:
        organisation.begin(store.database, store.server_key, "boss", PASSWORD, time.time())
        proof = store.sign_in().prove(Claim("boss", PASSWORD), time.time())
        with working(store.database, proof.keyring, proof.person_id, time.time()) as work:
            accounts.add(work, "c1", Role.COUNSELLOR, PASSWORD, store.server_key.of(1))


def invited(folder: Path, number: int, who: str) -> list[str]:
    """Tokens of links to so many new cases, in which somebody has answered everything."""
    case = read_case(yaml.safe_load((files("legalkit") / "examples" / f"{who}.yaml").read_text(encoding="utf-8")))
    content, tokens = of_draft(go(from_case(case, "ko"), "who")), []
    with opened(folder / "org.toml") as store:
        proof = store.sign_in().prove(Claim("c1", PASSWORD), time.time())
        with working(store.database, proof.keyring, proof.person_id, time.time()) as work:
            for each in range(number):
                tokens.append(links.make(work, cases.begin(work, f"Case {each}", content).id, 3_600))
    return tokens


class Service:
    """Processes that serve, until it is closed."""

    def __init__(self, folder: Path, processes: int) -> None:
        """Started; it answers once :meth:`ready` is done."""
        command = [sys.executable, "-c", _BEGUN, "serve", "--org", "--settings", str(folder / "org.toml")]
        self._run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self.addresses = [f"http://127.0.0.1:{PORT + number}" for number in range(processes)]

    async def ready(self, client: httpx.AsyncClient) -> None:
        """Waits until every process answers."""
        for address in self.addresses:
            while True:
                try:
                    await client.get(f"{address}/blank", headers={"host": HOST})
                    break
                except httpx.TransportError:
                    await asyncio.sleep(0.2)

    def memory(self) -> int:
        """Bytes that all processes hold; 0 where the system does not tell."""
        children = Path(f"/proc/{self._run.pid}/task/{self._run.pid}/children")
        if not children.is_file():
            return 0
        running = [self._run.pid, *map(int, children.read_text(encoding="ascii").split())]
        pages = [Path(f"/proc/{each}/statm").read_text(encoding="ascii").split()[1] for each in running]
        return sum(map(int, pages)) * os.sysconf("SC_PAGE_SIZE")

    def close(self) -> None:
        """Ends them."""
        self._run.terminate()
        self._run.wait(30)


@dataclass
class Walk:
    """What happened.

    Attributes:
        came: seconds until each was at her first page.
        took: seconds of each step.
        errors: what went wrong.
    """

    came: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    async def one(self, guest: Guest, token: str, pages: int, pause: float) -> None:
        """Somebody comes and goes so many pages on."""
        try:
            before = time.perf_counter()
            await guest.come(token)
            self.came.append(time.perf_counter() - before)
            for _ in range(pages):
                await asyncio.sleep(pause)
                before = time.perf_counter()
                await guest.step()
                self.took.append(time.perf_counter() - before)
        except (RuntimeError, IndexError, httpx.HTTPError) as error:
            self.errors.append(f"{type(error).__name__} {str(error)[:200]}")

    def __str__(self) -> str:
        return (
            f"{len(self.errors)} errors, step {_percentiles(self.took)}, first page {_percentiles(self.came)}"
            + "".join(f"\n      {each}" for each in sorted(set(self.errors))[:3])
        )


def _percentiles(seconds: list[float]) -> str:
    ordered = sorted(seconds) or [0.0]
    return f"p50 {statistics.median(ordered) * 1e3:.0f} p95 {ordered[int(len(ordered) * 0.95)] * 1e3:.0f} ms"


async def walk(service: Service, client: httpx.AsyncClient, tokens: list[str], pages: int, pause: float) -> Walk:
    """Everybody walks, half of them at each of two processes."""
    seen, apps = Walk(), [Over(each, client) for each in service.addresses]

    async def late(number: int, token: str) -> None:
        await asyncio.sleep(pause * number / len(tokens))
        await seen.one(Guest(apps[number % len(apps)], HOST, f"표시{number:03d}번"), token, pages, pause)

    await asyncio.gather(*(late(number, token) for number, token in enumerate(tokens)))
    return seen


async def measured(folder: Path, processes: int, given: argparse.Namespace) -> None:
    """Prints what one person waits for, then what many do."""
    prepared(folder, processes)
    service = Service(folder, processes)
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    try:
        async with visitor.client(600, limits=limits) as client:
            await service.ready(client)
            boss = Guest(Over(service.addresses[0], client), HOST, "")
            await boss.form("/desk/ko/in", handle="c1", password=PASSWORD.reveal(), code="")
            for address in service.addresses:  # what is worked out once for all
                await walk_one(folder, client, address, given)
            alone = await walk(service, client, invited(folder, 1, given.who), given.pages, 0)
            print(f"{processes} processes, 1 session: {alone}", flush=True)
            for pause in (given.pause, 0):
                before = service.memory()
                seen = await walk(service, client, invited(folder, given.sessions, given.who), given.pages, pause)
                grown = (service.memory() - before) / given.sessions / 1024
                ratio = statistics.median(seen.took) / statistics.median(alone.took) if seen.took else float("nan")
                how = f"a pause of {pause:g} s" if pause else "all at the same moment"
                print(f"{processes} processes, {given.sessions} sessions, {how}: {seen}", flush=True)
                print(f"   {ratio:.1f} times one session (p50), {grown:.0f} KiB a session", flush=True)
    finally:
        service.close()


async def walk_one(folder: Path, client: httpx.AsyncClient, address: str, given: argparse.Namespace) -> None:
    """One person at one process, not measured."""
    guest = Guest(Over(address, client), HOST, "표시")
    await guest.come(invited(folder, 1, given.who)[0])
    for _ in range(given.pages):
        await guest.step()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--pages", type=int, default=5, help="pages that each goes on")
    parser.add_argument("--pause", type=float, default=20, help="seconds between two pages")
    parser.add_argument("--processes", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--who", default="yujin", help="whose answers the cases hold")
    given = parser.parse_args()
    print(date.today().isoformat(), f"{os.cpu_count()} cores")
    for processes in given.processes:
        with tempfile.TemporaryDirectory() as place:
            asyncio.run(measured(Path(place), processes, given))
