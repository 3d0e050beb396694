"""From a request to a page: who it is, whether the form is ours, what answers, and what is said if it is refused."""

import contextlib
from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from legalkit.errors import FileError, InputError, LegalkitError
from legalkit.language import LANGUAGES, Language
from legalkit.vault.drafts import new_token
from legalkit.web.org import entry, running
from legalkit.web.org.call import Call
from legalkit.web.org.listing import listed, shown
from legalkit.web.org.office import Office
from legalkit.web.org.show import moved, page, words
from legalkit.web.org.ways import WAYS, Way
from legalkit.web.words import spoken

_ABSENT = {"E-ORG-NO-CASE", "E-ORG-NOT-ALLOWED", "E-ORG-NO-VERSION"}
"""Answered alike: whether there is such a thing, is not said."""
_DATABASE = {"E-ORG-DATABASE-GONE", "E-ORG-DATABASE-FULL", "E-ORG-DATABASE-DAMAGED"}
_OUT = {"E-ORG-LOCKED", "E-ORG-SIGNED-OUT"}
Left = Callable[[str], None]


class Answering:
    """Answers for every way.

    Args:
        office: the service.
        left: is told the token of a session that ended.
    """

    def __init__(self, office: Office, left: Left) -> None:
        self._office, self._left = office, left
        self._ways = [(way, way.pattern) for way in WAYS]

    async def answer(self, request: Request) -> Response:
        """The answer to a request that the guard let in."""
        body = await request.body()
        for way, pattern in self._ways:
            match = pattern.fullmatch(request.url.path)
            if match and way.method == request.method:
                call = self._call(request, match.groupdict(), body)
                return await run_in_threadpool(self._answer, way, call)
        return Response(status_code=404)

    def start(self, request: Request) -> Response:
        """The answer for the bare address."""
        return entry.start(self._call(request, {"language": spoken(request.headers.get("accept-language", ""))}, b""))

    def over(self, request: Request, language: Language) -> Response:
        """The answer for somebody who came by a link, once the case behind it is closed."""
        return entry.over(self._call(request, {"language": language}, b""))

    def _call(self, request: Request, named: dict[str, str], body: bytes) -> Call:
        language: Language = next(each for each in LANGUAGES if each == named["language"])
        form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        state = request.state
        token = state.sent or new_token()
        path = request.url.path.partition(f"/{language}")[2].removeprefix("/")
        return Call(self._office, language, path, token, state.session, named, form, _address(request))

    def _answer(self, way: Way, call: Call) -> Response:
        try:
            if way.who == "staff" and (call.session is None or call.session.case_id):
                return moved(call.to("in"))
            if way.method == "POST":
                self._office.check_page(call.token, call.said("page"))
            if way.answer is entry.sign_out:
                self._left(call.token)
            return way.answer(call)
        except LegalkitError as error:
            return _refused(way, call, error)


def _refused(way: Way, call: Call, error: LegalkitError) -> Response:
    """What is said: on the page the form stood on where there is one, else on a page by itself."""
    codes = {problem.code for problem in error.problems}
    if codes & _OUT:
        return moved(call.to("in"))
    if codes & _ABSENT:
        return page(call, "refused", 404, problems=[])
    told = words(error.problems, call.language)
    if isinstance(error, InputError) and not isinstance(error, FileError) and "E-DESK-FORM" not in codes:
        with contextlib.suppress(LegalkitError):  # the page it stood on is not there any more
            if way.path.startswith("people/"):
                return running.staff(call, tuple(told), 422)
            if way.path == "new":
                return listed(call, 422, told)
            if way.path.startswith("case/{id}/"):
                return shown(call, 422, problems=told)
    return page(call, "refused", 503 if codes & _DATABASE else 422, problems=told)


def _address(request: Request) -> str:
    """The machine a request comes from, as the web server before us says: the last one it names is its own word."""
    said = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return said or (request.client.host if request.client else "")
