"""Somebody at a Gradio page, without a network: sends the requests its script sends, straight to the application."""

import asyncio
import json
from typing import Any

App = Any


async def ask(
    app: App, method: str, path: str, headers: dict[str, str], body: bytes = b""
) -> tuple[dict[str, str], bytes]:
    """One request to an ASGI application: the headers and the body of the answer, read to its end."""
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
            got.update({name.decode(): said.decode() for name, said in message["headers"]}, status=message["status"])
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
        await ask(self._app, "POST", f"{self._prefix}/gradio_api/queue/join", given, body)
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

    def filled(self) -> tuple[int, int, list[Any]]:
        """What the button *next* sends, the boxes being left as they are: function, component, values."""
        parts = {each["id"]: each for each in self.drawn["components"]}
        button = next(n for n, each in parts.items() if each["props"].get("elem_id") == "next")
        event = next(each for each in self.drawn["dependencies"] if [button, "click"] in each["targets"])
        return event["id"], button, [parts[n]["props"].get("value") if n in parts else None for n in event["inputs"]]


def _completed(answer: bytes) -> dict[str, Any]:
    for line in answer.decode("utf-8").splitlines():
        if line.startswith("data: "):
            message = json.loads(line[6:])
            if message["msg"] == "process_completed":
                if not message["success"]:
                    raise RuntimeError(message)
                return message
    raise RuntimeError(answer)
