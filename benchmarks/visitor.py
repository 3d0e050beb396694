"""Somebody at a Gradio page, without a screen: sends the requests its script sends, straight to the application.

Or over a network, where :class:`Over` stands for the application.
"""

import asyncio
import json
from collections.abc import Callable
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx

App = Any
Props = dict[str, Any]


async def ask(
    app: App, method: str, path: str, headers: dict[str, str], body: bytes = b""
) -> tuple[dict[str, str], bytes]:
    """One request to an ASGI application: the headers and the body of the answer, read to its end.

    Several cookies stand in ``set-cookie``, each on a line.
    """
    where, _, query = path.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": where,
        "raw_path": where.encode("ascii"),
        "root_path": "",
        "query_string": query.encode("ascii"),
        "headers": [(name.encode("ascii"), said.encode("ascii")) for name, said in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    sent, got, parts = False, {}, []

    async def receive() -> dict[str, Any]:
        nonlocal sent
        if sent:
            await asyncio.Event().wait()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            given = [said.decode() for name, said in message["headers"] if name.lower() == b"set-cookie"]
            got.update({name.decode().lower(): said.decode() for name, said in message["headers"]})
            got.update({"status": message["status"], "set-cookie": "\n".join(given)})
        parts.append(message.get("body", b""))

    await app(scope, receive, send)
    return got, b"".join(parts)


class Running:
    """An application between its start and its end, as a server keeps it."""

    def __init__(self, app: App) -> None:
        """Not started yet."""
        self.app = app
        self._told: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self._done: asyncio.Queue[dict[str, str]] = asyncio.Queue()

    async def __aenter__(self) -> App:
        self._task = asyncio.create_task(self.app({"type": "lifespan"}, self._told.get, self._done.put))
        await self._tell("startup")
        return self.app

    async def __aexit__(self, *error: object) -> None:
        await self._tell("shutdown")
        await self._task

    async def _tell(self, what: str) -> None:
        await self._told.put({"type": f"lifespan.{what}"})
        await self._done.get()


def client(seconds: float, **more: Any) -> httpx.AsyncClient:  # noqa: ANN401 -- what httpx takes
    """What asks over a network, and keeps no cookie: each visitor has her own.

    Args:
        seconds: that an answer is waited for.
        **more: as httpx takes it.
    """
    none = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    return httpx.AsyncClient(timeout=seconds, cookies=none, **more)


class Over:
    """An application that answers at an address: passes each request on as it is.

    Args:
        address: ``http://``, host and port.
        client: with which it is asked.
    """

    def __init__(self, address: str, client: httpx.AsyncClient) -> None:
        """Nothing is asked for yet."""
        self._address, self._client = address, client

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:  # noqa: ANN401 -- of ASGI
        """One request."""
        message = await receive()
        query = scope["query_string"].decode("ascii")
        url = f"{self._address}{scope['path']}{f'?{query}' if query else ''}"
        got = await self._client.request(
            scope["method"], url, content=message["body"], headers=scope["headers"], follow_redirects=False
        )
        headers = [(name, value) for name, value in got.headers.raw if name.lower() != b"content-encoding"]
        await send({"type": "http.response.start", "status": got.status_code, "headers": headers})
        await send({"type": "http.response.body", "body": got.content})


def as_drawn(props: Props) -> Any:  # noqa: ANN401 -- what a box holds
    """Leaves a box as it is."""
    return props.get("value")


class Visitor:
    """One tab: draws a page, fills it in, goes on.

    Attributes:
        drawn: what was drawn last: Gradio's components and events.
        session: hash of its Gradio session.
    """

    def __init__(self, app: App, prefix: str, session: str, headers: dict[str, str]) -> None:
        """Nothing is asked for yet."""
        self.session, self.drawn = session, {}
        self._app, self._prefix = app, prefix
        self._headers = {"host": "127.0.0.1", "origin": "http://127.0.0.1", **headers}

    async def event(self, function: int, trigger: int, data: list[Any]) -> bytes:
        """One event of Gradio's: put in its queue, and its answer read."""
        sent = {"data": data, "event_data": None, "fn_index": function, "trigger_id": trigger}
        body = json.dumps({**sent, "session_hash": self.session}).encode()
        given = {**self._headers, "content-type": "application/json", "content-length": str(len(body))}
        joined, said = await ask(self._app, "POST", f"{self._prefix}/gradio_api/queue/join", given, body)
        if joined["status"] != 200:
            raise RuntimeError(joined["status"], said[:200])
        path = f"{self._prefix}/gradio_api/queue/data?session_hash={self.session}"
        return (await ask(self._app, "GET", path, self._headers))[1]

    async def draw(self) -> bytes:
        """The event that draws the page where this visitor is."""
        return await self.event(0, 0, [None])

    async def step(self, filled: tuple[int, int, list[Any]]) -> bytes:
        """The two events of a step: what the boxes hold is taken in, the next page is drawn."""
        await self.event(*filled)
        return await self.draw()

    def look(self, answer: bytes) -> None:
        """Reads what was drawn."""
        self.drawn = _completed(answer)["output"]["render_config"]

    def filled(self, write: Callable[[Props], Any] = as_drawn, act: str = "") -> tuple[int, int, list[Any]]:
        """What a button sends: function, component, values.

        Args:
            write: what is put into a box.
            act: what one of our own buttons asks for, as ``"to:own_words"``; without it the button is *next*.

        Raises:
            RuntimeError: there is no such button: the answers are gone.
        """
        parts = {each["id"]: each for each in self.drawn["components"]}
        event = next((each for each in self.drawn["dependencies"] if each["targets"][0][1] == "click"), None)
        if event is None:
            raise RuntimeError("the page has no way on")
        button = event["targets"][-1 if act else 0][0]  # the first leads on, the last does what the hidden box says
        return event["id"], button, [write(parts[n]["props"]) if n in parts else act for n in event["inputs"]]


def _completed(answer: bytes) -> dict[str, Any]:
    for line in answer.decode("utf-8").splitlines():
        if line.startswith("data: "):
            message = json.loads(line[6:])
            if message["msg"] == "process_completed":
                if not message["success"]:
                    raise RuntimeError(message)
                return message
    raise RuntimeError(answer)
