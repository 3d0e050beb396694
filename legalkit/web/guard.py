"""Stands before everything: only our own page, in its own browser and tab, gets through, and only to what it uses.

Refused are other hosts (a name made to point here) and other origins, paths that no page of ours asks for, bodies that
are too large, and events of a Gradio session from any but the tab that opened it.
"""

import json
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from legalkit.web.seats import Seat, Seats, is_token
from legalkit.web.settings import WebSettings
from legalkit.web.words import notice

Message = Any
Scope = Any
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE, TAB_HEADER = "seat", "x-tab"
_SESSION = re.compile(r"[a-z0-9]{1,32}")
_LANG = r"/(?:ko|en)"


@dataclass(frozen=True)
class Door:
    """A path that is open.

    Attributes:
        method: of the request.
        path: pattern of the whole path.
        asks: ``""`` for anybody, ``"owner"`` for a browser we know, ``"seat"`` for a tab of it, ``"session"`` for the
            tab that opened the Gradio session.
        body: which bound of the settings its body has; empty if it has none.
        anywhere: whether a link on another site may lead here.
    """

    method: str
    path: re.Pattern[str]
    asks: str = ""
    body: str = ""
    anywhere: bool = False


def _door(method: str, path: str, asks: str = "", body: str = "") -> Door:
    return Door(method, re.compile(path), asks, body)


SCREEN = (
    _door("GET", r"/own/[a-z0-9]+\.(?:js|css)"),
    _door("GET", _LANG + r"/assets/[A-Za-z0-9_.-]+\.(?:js|css)"),
    _door("GET", _LANG + r"/theme\.css"),
    _door("GET", _LANG + r"/gradio_api/heartbeat/[a-z0-9]+", "session"),
    _door("GET", _LANG + r"/gradio_api/queue/data", "session"),
    _door("POST", _LANG + r"/gradio_api/queue/join", "session", "step_bytes"),
    _door("POST", r"/leave", "", "step_bytes"),
    _door("POST", r"/over", "seat", "step_bytes"),
    _door("POST", r"/keep", "seat", "step_bytes"),
    _door("POST", r"/papers", "seat", "step_bytes"),
    _door("POST", r"/files", "seat", "step_bytes"),
)
"""What the interview asks for wherever it is drawn."""

DOORS = (
    _door("GET", r"/(?:ko/|en/|leave|blank|favicon\.ico)?"),
    *SCREEN,
    _door("POST", r"/save", "seat", "step_bytes"),
    _door("POST", r"/open", "seat", "open_bytes"),
)
"""All that a page of ours asks for, as seen in a browser; whatever is not here does not exist."""

_HEADERS = (
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
    (b"x-robots-tag", b"noindex"),
)
"""On every answer, unless it brings its own."""


class Refusal(Exception):  # noqa: N818 -- no fault of the program
    """A request that does not get through.

    Attributes:
        status: of the answer.
    """

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(str(status))


class Guard:
    """The ASGI application around all others.

    Args:
        app: what lies behind.
        hosts: every ``Host`` that is ours, with the port.
        seats: who sits where.
        settings: the bounds.
        clock: seconds of a steady clock.
    """

    doors: tuple[Door, ...] = DOORS
    cookie = COOKIE
    scheme = "http"

    def __init__(
        self, app: App, hosts: Iterable[str], seats: Seats, settings: WebSettings, clock: Callable[[], float]
    ) -> None:
        self._app, self._seats, self._settings, self._clock = app, seats, settings, clock
        self._hosts = frozenset(hosts)
        self._origins = frozenset(f"{self.scheme}://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; anything but HTTP (a web socket) is not answered."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        if scope["type"] != "http":
            return
        headers = _headers(scope)
        guarded = _with_headers(send)
        try:
            receive = await self._let_in(scope, headers, receive)
        except Refusal as refusal:
            await notice(refusal.status, headers.get("accept-language", ""))(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)

    async def _let_in(self, scope: Scope, headers: Mapping[str, str], receive: Receive) -> Receive:
        """The body to read from, once everything else is right.

        Raises:
            Refusal: with the status to answer.
        """
        self._check_origin(scope["method"], headers)
        door = self._open_door(scope)
        if not door.anywhere and headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            raise Refusal(403)
        owner = await self._owner(self._token(headers), scope)
        scope.setdefault("state", {})["owner"] = owner
        body = await _whole(receive, getattr(self._settings, door.body)) if door.body else b""
        if door.asks:
            tab = headers.get(TAB_HEADER, "")
            if not owner or not is_token(tab):
                raise Refusal(403)
            scope["state"]["seat"] = seat = Seat(owner, tab)
            if door.asks == "session" and not self._seats.bind(_session(scope, door, body), seat, self._clock()):
                raise Refusal(403)
        return _replay(body, receive) if door.body else receive

    def _check_origin(self, method: str, headers: Mapping[str, str]) -> None:
        if headers.get("host") not in self._hosts:
            raise Refusal(421)
        origin = headers.get("origin")
        if origin not in self._origins and (origin is not None or method == "POST"):
            raise Refusal(403)

    def _open_door(self, scope: Scope) -> Door:
        for door in self.doors:
            if door.method == scope["method"] and door.path.fullmatch(scope["path"]):
                return door
        raise Refusal(404)

    def _token(self, headers: Mapping[str, str]) -> str:
        """What stands in our cookie, if it has the shape of a token."""
        cookies = dict(each.strip().partition("=")[::2] for each in headers.get("cookie", "").split(";"))
        sent = cookies.get(self.cookie, "")
        return sent if is_token(sent) else ""

    async def _owner(self, token: str, scope: Scope) -> str:
        """The browser's token if we gave it out; else nothing."""
        return token if token and self._seats.knows(token, self._clock()) else ""


def _headers(scope: Scope) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key, said = name.decode("latin-1").lower(), value.decode("latin-1")
        # said twice, it is none of ours: no host and no token holds a line end
        found[key] = f"{found[key]}\n{said}" if key in found else said
    return found


def _session(scope: Scope, door: Door, body: bytes) -> str:
    """The Gradio session a request speaks of: in its body, its query, or its path."""
    if door.body:
        try:
            sent = json.loads(body)
        except ValueError:
            raise Refusal(400) from None
        named = sent.get("session_hash") if isinstance(sent, dict) else None
    elif scope["query_string"]:
        named = parse_qs(scope["query_string"].decode("latin-1")).get("session_hash", [None])[0]
    else:
        named = scope["path"].rpartition("/")[2]
    if not isinstance(named, str) or not _SESSION.fullmatch(named):
        raise Refusal(400)
    return named


async def _whole(receive: Receive, most: int) -> bytes:
    """The body, read to its end."""
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            raise Refusal(400)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise Refusal(413)
        more = message.get("more_body", False)
    return b"".join(parts)


def _replay(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def once() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = [(name.lower(), value) for name, value in message.get("headers", ())]
            kept = [each for each in given if not _unwanted(each[0])]
            names = {name for name, _ in kept}
            message = {**message, "headers": [*kept, *(each for each in _HEADERS if each[0] not in names)]}
        await send(message)

    return guarded


def _unwanted(header: bytes) -> bool:
    """What would let other origins read, or names the program."""
    return header.startswith(b"access-control-") or header == b"server"
