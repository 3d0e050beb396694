"""What runs beside the requests: letting go, now and then, of what nobody used."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool

EVERY = 20.0
"""Seconds between two sweeps."""
Lifespan = Callable[[Any], contextlib.AbstractAsyncContextManager[None]]


def sweeping(sweep: Callable[[], None]) -> Lifespan:
    """How an application lives: as long as it does, something is swept in the background.

    Args:
        sweep: lets go of what is old.
    """

    @contextlib.asynccontextmanager
    async def living(app: object) -> AsyncIterator[None]:
        task = asyncio.create_task(_again_and_again(sweep))
        yield
        task.cancel()

    return living


async def _again_and_again(sweep: Callable[[], None]) -> None:
    while True:
        await asyncio.sleep(EVERY)
        # what went wrong once must not end it for good
        await asyncio.gather(run_in_threadpool(sweep), return_exceptions=True)
