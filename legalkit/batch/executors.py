"""Who does the work: this process, several, or many machines; and what happens when one of them dies.

Any ``concurrent.futures.Executor`` will do. A piece whose worker died, or in which something went wrong that nobody
foresaw, is done again case by case, so that a single case is blamed and every other one is made.
"""

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from legalkit.batch.sources import Piece
from legalkit.errors import InputError, Problem

T = TypeVar("T")
Open = Callable[[], AbstractContextManager[Executor]]
"""Opens an executor; called again when the one before is broken."""
Task = Callable[[Piece], tuple[Any, ...]]
"""The function and arguments that do a piece."""
AHEAD = 32
"""Pieces that are handed out before their turn: enough for every worker, few enough to keep memory flat."""


@contextmanager
def here() -> Iterator[Executor]:
    """This process, one case after the other."""
    with ThreadPoolExecutor(max_workers=1) as executor:
        yield executor


def processes(workers: int | None = None) -> Open:
    """Several processes of this machine; by default as many as it has processors. They end with this one."""

    @contextmanager
    def opened() -> Iterator[Executor]:
        context = multiprocessing.get_context("fork" if _may_fork() else "spawn")
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent) as executor:
            try:
                yield executor
            finally:
                executor.shutdown(wait=True, cancel_futures=True)

    return opened


def _may_fork() -> bool:
    """Whether a worker may begin as a copy of this process, which has loaded and read everything already.

    It may on Linux, as long as this process does one thing at a time; elsewhere workers begin anew.
    """
    threads = Path("/proc/self/task")
    return sys.platform == "linux" and threads.is_dir() and len(list(threads.iterdir())) == 1


def _end_with_parent() -> None:
    """Lets a worker end with the process that began it: it would wait for ever, and disturb a run that is resumed."""
    if parent := multiprocessing.parent_process():
        Thread(target=_await_end, args=(parent,), daemon=True).start()


def _await_end(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def on_dask(scheduler: str) -> Open:
    """The machines of a running dask scheduler; input and output folders have the same path on each of them.

    Args:
        scheduler: its address, such as ``tcp://127.0.0.1:8786``.

    Opening it raises :class:`InputError` ``E-BATCH-CLUSTER``: the extra ``legalkit[cluster]`` is not installed, or
    nobody answers at the address.
    """

    @contextmanager
    def opened() -> Iterator[Executor]:
        with _client(scheduler) as client:
            # pure calls that look alike would be done once and their files never written
            yield client.get_executor(pure=False)

    return opened


def _client(scheduler: str) -> Any:  # noqa: ANN401 -- ships no types
    try:
        from distributed import Client  # an extra

        return Client(scheduler, set_as_default=False)  # type: ignore[no-untyped-call]
    except (ImportError, OSError, ValueError) as error:
        raise InputError(Problem("E-BATCH-CLUSTER")) from error


class Crew:
    """An executor for the whole of a batch, opened again when it breaks.

    Args:
        opened: opens it.
    """

    def __init__(self, opened: Open) -> None:
        self._open = opened

    def __enter__(self) -> "Crew":
        self._context = self._open()
        self._executor = self._context.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._context.__exit__(None, None, None)

    def results(self, pieces: Sequence[Piece], task: Task) -> Iterator[tuple[Piece, Any]]:
        """What became of each piece, in order.

        Args:
            pieces: what to do.
            task: the function and arguments that do a piece; done twice, it changes nothing.

        Yields:
            A piece and its result. Where a single case failed in a way that nobody foresaw, a piece of that case alone
            and the exception.
        """
        left = deque(pieces)
        waiting: deque[tuple[Piece, Future[Any]]] = deque()
        while left or waiting:
            while left and len(waiting) < AHEAD:
                piece = left.popleft()
                waiting.append((piece, self._submit(task(piece))))
            piece, future = waiting.popleft()
            error = future.exception()
            if error is None:
                yield piece, future.result()
                continue
            if isinstance(error, BrokenExecutor):  # it took with it everything that was waiting
                left.extendleft(other for other, _ in reversed(waiting))
                waiting.clear()
            yield from self._one_by_one(piece, task)

    def _one_by_one(self, piece: Piece, task: Task) -> Iterator[tuple[Piece, Any]]:
        for single in piece.parts(piece.count):
            future = self._submit(task(single))
            error = future.exception()
            yield single, future.result() if error is None else error

    def _submit(self, task: tuple[Any, ...]) -> "Future[Any]":
        try:
            return self._executor.submit(*task)
        except BrokenExecutor:
            self.__exit__()
            self.__enter__()
            return self._executor.submit(*task)
