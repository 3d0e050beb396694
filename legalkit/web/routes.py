"""Our own pages and requests beside Gradio: the start, the way out, keeping, saving, opening, papers."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from legalkit.errors import InputError
from legalkit.web.desk import Desk
from legalkit.web.guard import COOKIE
from legalkit.web.seats import Seat
from legalkit.web.words import ALONE, spoken

_KINDS = {"js": "text/javascript", "css": "text/css"}
_BLANK = '<!doctype html><html lang="und"><head><meta charset="utf-8"><title> </title></head><body></body></html>'

Wipe = Callable[[Callable[[Seat], bool]], None]


class Routes:
    """What is answered without Gradio.

    Args:
        desk: the drafts.
        wipe: wipes the seats a condition is true for, from every place that holds something of theirs.
        leave_to: where the way out leads.
    """

    def __init__(self, desk: Desk, wipe: Wipe, leave_to: str) -> None:
        self._desk, self._wipe, self._leave_to = desk, wipe, leave_to or "/blank"

    def all(self) -> list[Route]:
        """Every route."""
        return [
            Route("/", self.start),
            Route("/blank", self.blank),
            Route("/favicon.ico", self.icon),
            Route("/own/{name}", self.own),
            Route("/leave", self.leave, methods=["GET", "POST"]),
            Route("/over", self.over, methods=["POST"]),
            Route("/keep", self.keep, methods=["POST"]),
        ]

    async def start(self, request: Request) -> Response:
        """To the page in the language of the browser."""
        return RedirectResponse(f"/{spoken(request.headers.get('accept-language', ''))}/", 303)

    async def blank(self, request: Request) -> Response:
        """Nothing at all: where the way out leads if no address is set."""
        return HTMLResponse(_BLANK, headers={"content-security-policy": ALONE})

    async def icon(self, request: Request) -> Response:
        """No picture: nothing that could be recognised in a row of tabs."""
        return Response(status_code=204)

    async def own(self, request: Request) -> Response:
        """Our scripts and our style sheet."""
        name = request.path_params["name"]
        found = files("legalkit.web") / "static" / name
        if not found.is_file():
            return Response(status_code=404)
        headers = {"content-type": f"{_KINDS[name.rpartition('.')[2]]}; charset=utf-8"}
        if name == "early.js":
            script = found.read_text(encoding="utf-8").replace("__LEAVE_TO__", json.dumps(self._leave_to))
            return Response(script, headers=headers)
        return Response(found.read_bytes(), headers=headers)

    async def leave(self, request: Request) -> Response:
        """The way out: everything of this browser is wiped; without a script it leads away by itself."""
        owner = request.state.owner
        if owner:
            self._wipe(lambda seat: seat.owner == owner)
            self._desk.drafts.wipe_all(owner)
        answer = RedirectResponse(self._leave_to, 303) if request.method == "GET" else Response(status_code=204)
        answer.headers["referrer-policy"] = "no-referrer"
        answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
        return answer

    async def over(self, request: Request) -> Response:
        """Her time is over: what this tab holds is wiped."""
        own = request.state.seat
        self._wipe(lambda seat: seat == own)
        self._desk.drafts.wipe(own.owner, own.tab)
        return Response(status_code=204)

    async def keep(self, request: Request) -> Response:
        """Keeps what is typed on the page, so that a reload loses nothing."""
        sent = _object(await request.body())
        key, values = sent.get("page"), sent.get("values")
        if not isinstance(key, str) or not isinstance(values, dict):
            return Response(status_code=400)
        try:
            self._desk.keep(request.state.seat, key, values)
        except InputError as error:
            return Response(status_code=410 if error.problems[0].code == "E-VAULT-GONE" else 422)
        return Response(status_code=204)


def _object(body: bytes) -> dict[str, Any]:
    """A JSON object; of anything else, an empty one."""
    try:
        sent = json.loads(body or b"{}")
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}
