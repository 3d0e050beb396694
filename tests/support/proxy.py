"""A web server before several processes: passes requests on, by turns or by cookie, as a reverse proxy does."""

import asyncio
import contextlib
import itertools
import re
import threading

_COOKIE = re.compile(rb"(?i)\r\ncookie:[^\r]*\blb=(\d+)")
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
_HOP = re.compile(rb"(?i)\r\n(?:connection|x-forwarded-for):[^\r]*")


class Proxy:
    """Answers at a port of this machine until it is closed.

    Args:
        upstream: ports of the processes; one that does not answer is passed over.
        sticky: whether a browser stays at one process, by a cookie, as long as that lives.

    Attributes:
        asked: how many requests each process answered.
    """

    def __init__(self, upstream: list[int], *, sticky: bool = False, port: int = 0) -> None:
        self._upstream, self._sticky, self._turn = upstream, sticky, itertools.count()
        self.asked = dict.fromkeys(upstream, 0)
        self._ready = threading.Event()
        self._open: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(port)), daemon=True)
        self._thread.start()
        assert self._ready.wait(30)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(10)

    async def _run(self, port: int) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._serve, "127.0.0.1", port)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._end.wait()
        server.close()
        for each in tuple(self._open):  # a page holds a line open for as long as it is there
            each.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await asyncio.sleep(0.1)  # for what is being shut

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._pass_on(reader, writer))
        self._open.add(task)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):  # somebody hung up
            await task
        self._open.discard(task)
        writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        body = await reader.readexactly(int(length[1])) if length else b""
        for number in self._order(head):
            try:
                back, on = await asyncio.open_connection("127.0.0.1", self._upstream[number])
            except ConnectionError:
                continue
            try:
                await self._between(number, (back, on), self._named(head) + body, writer)
            finally:
                on.close()
            return
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        await writer.drain()

    async def _between(
        self, number: int, process: tuple[asyncio.StreamReader, asyncio.StreamWriter], asked: bytes,
        writer: asyncio.StreamWriter,
    ) -> None:  # fmt: skip
        """Asks a process, and passes on what it answers, piece by piece."""
        process[1].write(asked)
        answer = await process[0].readuntil(b"\r\n\r\n")
        self.asked[self._upstream[number]] += 1
        cookie = b"\r\nset-cookie: lb=%d\r\n" % number
        writer.write(answer.replace(b"\r\n", cookie, 1) if self._sticky else answer)
        while part := await process[0].read(65_536):
            writer.write(part)
            await writer.drain()

    def _order(self, head: bytes) -> list[int]:
        """Which process is asked first, and which if that one is not there."""
        kept = _COOKIE.search(head) if self._sticky else None
        first = int(kept[1]) if kept else next(self._turn)
        return [(first + each) % len(self._upstream) for each in range(len(self._upstream))]

    def _named(self, head: bytes) -> bytes:
        """The head of a request, with the address it came from, as the last that is named."""
        said = b"".join(re.findall(rb"(?i)\r\nx-forwarded-for: *([^\r]*)", head))
        forwarded = b", ".join(filter(None, (said, b"127.0.0.1")))
        plain = _HOP.sub(b"", head)
        return plain[:-2] + b"x-forwarded-for: " + forwarded + b"\r\nconnection: close\r\n\r\n"
