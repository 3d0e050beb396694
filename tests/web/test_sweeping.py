"""What nobody used is let go again and again, also after it went wrong once."""

import asyncio
import threading

from legalkit.web import sweeping
from tests.web.org.town import looped


def it_goes_on_after_something_went_wrong_once(monkeypatch):
    monkeypatch.setattr(sweeping, "EVERY", 0.001)
    done, third = [], threading.Event()

    def sweep() -> None:
        done.append(1)
        if len(done) == 1:
            raise RuntimeError
        if len(done) == 3:
            third.set()

    async def live() -> None:
        async with sweeping.sweeping(sweep)(None):
            assert await asyncio.to_thread(third.wait, 60)

    looped(live())  # where a browser is driven, this thread has a loop already
