"""Processes, machines, and workers that die."""

import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from legalkit.batch import here, on_dask, open_source, processes, run
from legalkit.batch.executors import Crew
from legalkit.batch.sources import Piece
from legalkit.errors import InputError
from tests.batch.samples import DAY, documents, job, lines, put, reported

_ENV = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
PIECES = [Piece(0, 2), Piece(2, 2), Piece(4, 2)]


def results(pieces, task, opened):
    with Crew(opened) as crew:
        yield from crew.results(pieces, task)


def _numbers(piece: Piece) -> list[int]:
    return list(range(piece.first, piece.first + piece.count))


def _killed_at(fatal: int, piece: Piece) -> list[int]:
    """The numbers of a piece; whoever meets the fatal one dies."""
    if fatal in _numbers(piece):
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    return _numbers(piece)


def _killed_once(mark: str, piece: Piece) -> list[int]:
    if piece.first == 2 and not os.path.exists(mark):  # noqa: PTH110 -- in a worker, the shortest way
        Path(mark).write_text("dead", encoding="utf-8")
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    return _numbers(piece)


def _refuse(piece: Piece) -> list[int]:
    if 3 in _numbers(piece):
        raise KeyError("three")
    return _numbers(piece)


@pytest.mark.parametrize("opened", [here, processes(2)], ids=["here", "processes"])
def it_gives_results_in_order(opened):
    assert [found for _, found in results(PIECES, lambda piece: (_numbers, piece), opened)] == [[0, 1], [2, 3], [4, 5]]


@pytest.mark.parametrize("opened", [here, processes(2)], ids=["here", "processes"])
def it_blames_the_single_case_that_fails(opened):
    found = list(results(PIECES, lambda piece: (_refuse, piece), opened))
    assert [(piece.first, piece.count) for piece, _ in found] == [(0, 2), (2, 1), (3, 1), (4, 2)]
    assert isinstance(found[2][1], KeyError)
    assert found[1][1] == [2]


def it_does_again_what_a_worker_that_died_had_in_hand(tmp_path):
    mark = str(tmp_path / "mark")
    found = list(results(PIECES, lambda piece: (_killed_once, mark, piece), processes(2)))
    assert [number for _, numbers in found for number in numbers] == [0, 1, 2, 3, 4, 5]
    assert Path(mark).exists()


def it_loses_no_case_but_the_one_that_kills_every_worker():
    found = list(results(PIECES, lambda piece: (_killed_at, 3, piece), processes(2)))
    given = {piece.first: outcome for piece, outcome in found if piece.first == 3}
    assert isinstance(given[3], BaseException)
    others = [n for piece, numbers in found if not isinstance(numbers, BaseException) for n in numbers]
    assert others == [0, 1, 2, 4, 5]


def it_takes_any_executor(tmp_path):
    with ThreadPoolExecutor(2) as executor:

        @contextmanager
        def opened():
            yield executor

        source = open_source(put(tmp_path, lines(6), "cases.jsonl"))
        assert run(source, job(tmp_path / "out"), opened, size=2).made == 6


def it_makes_the_same_in_processes(tmp_path):
    source = open_source(put(tmp_path, lines(6), "cases.jsonl"))
    run(source, job(tmp_path / "one"), here)
    run(source, job(tmp_path / "two"), processes(2), size=2)
    assert documents(tmp_path / "one") == documents(tmp_path / "two")
    assert reported(tmp_path / "one") == reported(tmp_path / "two")


_WORKERS = """
import os, sys, time
from legalkit.batch import executors
executors._may_fork = lambda: sys.argv[1] == "fork"
if __name__ == "__main__":
    with executors.processes(2)() as executor:
        assert executor.submit(os.getpid).result() != os.getpid()
        executor.submit(time.sleep, 0.1)
        print("begun", flush=True)
        time.sleep(600)
"""


@pytest.mark.parametrize("method", ["fork", "spawn"] if sys.platform == "linux" else ["spawn"])
def it_lets_no_worker_outlive_the_process_that_began_it(tmp_path, method):
    command = [sys.executable, str(put(tmp_path, _WORKERS, "script.py")), method]
    process = subprocess.Popen(command, env=_ENV, stdout=subprocess.PIPE)
    assert process.stdout.readline().strip() == b"begun"
    process.kill()
    assert process.communicate(timeout=30) == (b"", None)  # whoever is alive holds the other end


@pytest.mark.parametrize(("before", "may"), [("", True), ("Thread(target=Event().wait, daemon=True).start();", False)])
def it_copies_itself_only_on_linux_and_while_it_does_one_thing_at_a_time(before, may):
    told = "from threading import Event, Thread; from legalkit.batch import *; from legalkit.batch import executors;"
    command = [sys.executable, "-c", f"{told}{before}print(executors._may_fork())"]
    found = subprocess.run(command, env=_ENV, capture_output=True, text=True, encoding="utf-8", check=True)
    assert found.stdout.strip() == str(may and sys.platform == "linux")


def it_makes_the_same_in_copies_of_itself(tmp_path):
    out = tmp_path / "copies"
    command = [sys.executable, "-m", "legalkit", "batch", str(put(tmp_path, lines(120) + "{}\n", "cases.jsonl"))]
    told = ["--out", str(out), "--as-of", DAY.isoformat(), "--language", "ko", "--filing", "next_steps"]
    found = subprocess.run([*command, *told, "--workers", "2"], env=_ENV, capture_output=True)
    assert found.returncode == 3
    run(open_source(tmp_path / "cases.jsonl"), job(tmp_path / "here"), here)
    assert documents(out) == documents(tmp_path / "here")
    assert reported(out) == reported(tmp_path / "here")


def it_says_that_no_scheduler_answers():
    pytest.importorskip("distributed")
    import dask

    with dask.config.set({"distributed.comm.timeouts.connect": "200ms"}), pytest.raises(InputError, match="CLUSTER"):
        list(results(PIECES, lambda piece: (_numbers, piece), on_dask("tcp://127.0.0.1:1")))


@pytest.fixture
def cluster(tmp_path):
    """A dask scheduler and two workers, each a process of its own; the workers' processes can be killed."""
    pytest.importorskip("distributed")
    env = {**_ENV, "DASK_TEMPORARY_DIRECTORY": str(tmp_path / "dask")}
    begun = []

    def start(module: str, *arguments: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "distributed.cli." + module, *arguments]
        begun.append(subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True, encoding="utf-8"))
        return begun[-1]

    scheduler = start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    address = ""
    while not address:
        line = scheduler.stderr.readline()
        assert line, "the scheduler ended"
        if found := re.search(r"(tcp://127\.0\.0\.1:\d+)", line):
            address = found[1]
    plain = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
    workers = [start("dask_worker", address, *plain) for _ in range(2)]
    yield address, workers
    for process in reversed(begun):
        process.kill()
        process.communicate()


def _wait_for_workers(address: str, count: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=60)


@pytest.mark.long
@pytest.mark.filterwarnings("default")
def it_makes_the_same_on_a_cluster_though_a_worker_dies(tmp_path, cluster):
    address, workers = cluster
    source = open_source(put(tmp_path, lines(120), "cases.jsonl"))
    run(source, job(tmp_path / "here"), here)
    _wait_for_workers(address, 2)
    killed = []

    def kill_one(stage: str, done: int, total: int) -> None:
        if stage == "make" and done >= 20 and not killed:
            workers[0].kill()
            killed.append(done)

    result = run(source, job(tmp_path / "there"), on_dask(address), size=10, progress=kill_one)
    assert killed and (result.made, result.failed) == (120, 0)
    assert documents(tmp_path / "there") == documents(tmp_path / "here")
    assert reported(tmp_path / "there") == reported(tmp_path / "here")
