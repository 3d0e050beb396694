"""Our own pages and requests beside Gradio: the start, the way out, keeping, saving, opening, papers."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from legalkit.case.exhibit import FileRecord
from legalkit.errors import InputError, LegalkitError, Problem
from legalkit.evidence import computed_by
from legalkit.interview import to_case
from legalkit.language import Language, problem_text
from legalkit.package import Files
from legalkit.vault.sealed import file_name
from legalkit.web import papers, safekeeping
from legalkit.web.desk import Desk
from legalkit.web.guard import COOKIE
from legalkit.web.seats import Seat
from legalkit.web.words import ALONE, spoken

_KINDS = {"js": "text/javascript", "css": "text/css"}
_BLANK = '<!doctype html><html lang="und"><head><meta charset="utf-8"><title> </title></head><body></body></html>'


_SHUT_IN = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
"""For the worker that reads her files: it may compile its arithmetic, and can open no connection at all."""


class Routes:
    """What is answered without Gradio.

    Args:
        desk: the drafts.
        leave: wipes and forgets a browser, wherever something of it is held.
        over: wipes a seat likewise.
        leave_to: where the way out leads.
    """

    cookie, secure = COOKIE, False

    def __init__(self, desk: Desk, leave: Callable[[str], None], over: Callable[[Seat], None], leave_to: str) -> None:
        self._desk, self._leave, self._over, self._leave_to = desk, leave, over, leave_to or "/blank"

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
            Route("/files", self.files, methods=["POST"]),
            Route("/papers", self.papers, methods=["POST"]),
            Route("/save", self.save, methods=["POST"]),
            Route("/open", self.open, methods=["POST"]),
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
        if name == "hash.js":
            headers["content-security-policy"] = _SHUT_IN
        if name == "early.js":
            script = found.read_text(encoding="utf-8").replace("__LEAVE_TO__", json.dumps(self._leave_to))
            return Response(script, headers=headers)
        return Response(found.read_bytes(), headers=headers)

    async def leave(self, request: Request) -> Response:
        """The way out: everything of this browser is wiped; without a script it leads away by itself."""
        owner = request.state.owner
        if owner:
            await run_in_threadpool(self._leave, owner)
        answer = RedirectResponse(self._leave_to, 303) if request.method == "GET" else Response(status_code=204)
        answer.headers["referrer-policy"] = "no-referrer"
        answer.delete_cookie(self.cookie, path="/", secure=self.secure, httponly=True, samesite="strict")
        return answer

    async def over(self, request: Request) -> Response:
        """Her time is over: what this tab holds is wiped."""
        await run_in_threadpool(self._over, request.state.seat)
        return Response(status_code=204)

    async def keep(self, request: Request) -> Response:
        """Keeps what is typed on the page, so that a reload loses nothing."""
        sent = _object(await request.body())
        key, values = sent.get("page"), sent.get("values")
        if not isinstance(key, str) or not isinstance(values, dict):
            return Response(status_code=400)
        try:
            await run_in_threadpool(self._desk.keep, request.state.seat, key, values)
        except InputError as error:
            return Response(status_code=410 if error.problems[0].code == "E-VAULT-GONE" else 422)
        return Response(status_code=204)

    async def files(self, request: Request) -> Response:
        """Takes in what was hashed in the browser: names, sizes, times and sums, never a file."""
        listed = _object(await request.body()).get("files")
        seat = request.state.seat

        def add_all() -> str:
            records = [FileRecord.model_validate(each) for each in listed] if isinstance(listed, list) else []
            return self._desk.add_files(seat, list(map(_of_page, records)))

        return await self._answer(request, lambda: JSONResponse({"go": add_all()}))

    async def papers(self, request: Request) -> Response:
        """One paper, or several as a ZIP; made in memory, under names that say nothing."""
        sent = _object(await request.body())
        names, versions = _texts(sent.get("filings")), _texts(sent.get("versions"))

        def make() -> Response:
            files = self.made(request, names, versions)
            if len(files) == 1 and not sent.get("zip"):
                ((name, content),) = files.items()
                return download(content, name, papers.WORD)
            return download(papers.as_zip(files), "documents.zip", "application/zip")

        return await self._answer(request, make)

    def made(self, request: Request, names: list[str], versions: list[str]) -> Files:
        """The papers of a tab, as :func:`legalkit.web.papers.made` gives them."""
        case = to_case(self._desk.draft(request.state.seat))
        return papers.made(case, self._desk.today(), names, versions)

    async def save(self, request: Request) -> Response:
        """The answers as an encrypted file."""
        passphrase = _object(await request.body()).get("passphrase")

        def make() -> Response:
            draft = self._desk.draft(request.state.seat)
            content = safekeeping.sealed(draft, passphrase if isinstance(passphrase, str) else "")
            return download(content, file_name(self._desk.today()), "application/octet-stream")

        return await self._answer(request, make)

    async def open(self, request: Request) -> Response:
        """Opens an encrypted file into this tab: file and passphrase in one request, in memory."""
        body, language = await request.body(), _language(request)

        def take() -> Response:
            self._desk.replace(request.state.seat, safekeeping.opened(body, language))
            return Response(status_code=204)

        return await self._answer(request, take)

    async def _answer(self, request: Request, make: Callable[[], Response]) -> Response:
        """What a function makes, off the loop; or what is wrong, in words."""
        try:
            return await run_in_threadpool(make)
        except LegalkitError as error:
            problems = error.problems
        except ValueError:  # the case model refused a record that no page of ours sends
            problems = (Problem("E-WEB-FILES"),)
        language = _language(request)
        return JSONResponse({"problems": [problem_text(each, language) for each in problems]}, 422)


def _of_page(record: FileRecord) -> dict[str, Any]:
    """A record as the page sends it, with what computed the hash: the library that the page names, in this program."""
    tool = {"tool": computed_by(record.tool)} if record.tool else {}
    return {**record.model_dump(mode="json", exclude_none=True), **tool}


def _language(request: Request) -> Language:
    return "en" if request.query_params.get("language") == "en" else "ko"


def _texts(sent: object) -> list[str]:
    return [each for each in sent if isinstance(each, str)] if isinstance(sent, list) else []


def download(content: bytes, name: str, kind: str) -> Response:
    """A file to be saved; neither name nor kind comes from what somebody wrote."""
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


def _object(body: bytes) -> dict[str, Any]:
    """A JSON object; of anything else, an empty one."""
    try:
        sent = json.loads(body or b"{}")
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}
