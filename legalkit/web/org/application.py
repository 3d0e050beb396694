"""The organisation's page put together: guard, pages, and the interview at a case."""

import contextlib
from datetime import date
from urllib.parse import parse_qs

import fastapi
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from legalkit.errors import LegalkitError
from legalkit.interview import review, start
from legalkit.language import LANGUAGES, Language
from legalkit.vault.org import cases
from legalkit.vault.org.rows import Head, State
from legalkit.vault.org.sessions import Session
from legalkit.web.application import mount
from legalkit.web.blocks import Around, build, gone_page, wipe
from legalkit.web.guard import App, Receive, Scope, Send
from legalkit.web.more import more
from legalkit.web.org.answering import Answering
from legalkit.web.org.guard import OrgGuard
from legalkit.web.org.interview import CaseRoutes
from legalkit.web.org.office import Office
from legalkit.web.org.seating import CaseDesk, seat_prefix
from legalkit.web.quiet import hush
from legalkit.web.seats import Seat, Seats
from legalkit.web.settings import WebSettings
from legalkit.web.shell import Frame, Shell
from legalkit.web.sweeping import sweeping
from legalkit.web.words import FAULTS, excusing, notice, said

_SESSIONS = 5_000


class OrgApplication:
    """One process of the service, as an ASGI application.

    Args:
        office: the service.
    """

    def __init__(self, office: Office) -> None:
        hush()
        _warm(office.today())
        self.office = office
        idle = float(office.sessions.idle)
        self.settings = WebSettings(office.store.settings.leave_to, idle, min(300.0, idle / 3))
        self.seats = Seats(idle, _SESSIONS)
        self.desk = CaseDesk(office)
        around = Around(more, lambda language: gone_page("org.gone", "/", language))
        self.pages = {each: build(each, self.desk, self.seats, around) for each in LANGUAGES}
        self.answering = Answering(office, self.leave)
        self.guard = OrgGuard(self._inner(), office, self.seats, self.settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, from its first byte through the guard."""
        await self.guard(scope, receive, send)

    def leave(self, owner: str) -> None:
        """Ends a session, and lets go of what this process holds of it."""
        self.office.leave(owner)
        wipe(self.pages.values(), self.seats.forget(lambda seat: seat.owner == owner))

    def over(self, seat: Seat) -> None:
        """Lets go of one tab."""
        self.desk.drafts.wipe(seat.owner, seat.tab)
        wipe(self.pages.values(), self.seats.forget(lambda each: each == seat))

    def sweep(self) -> None:
        """Lets go of what nobody used for the idle time, here and in the store."""
        wipe(self.pages.values(), self.seats.sweep(self.office.moment()))
        with contextlib.suppress(LegalkitError):  # the database is gone; the next time will do
            self.office.sweep()

    def _inner(self) -> App:
        app = fastapi.FastAPI(
            openapi_url=None, docs_url=None, redoc_url=None, lifespan=sweeping(self.sweep), exception_handlers=FAULTS
        )
        answering = self.answering
        routes = CaseRoutes(self.desk, self.office, self.leave, self.over, self.settings.leave_to)
        app.router.routes.extend(routes.all())
        for prefix in ("/desk/{rest:path}", "/come/{rest:path}"):
            app.router.routes.append(Route(prefix, answering.answer, methods=["GET", "POST"]))
        app.router.routes.insert(0, Route("/", answering.start))
        mount(app, self.pages)
        return excusing(_AtACase(app, self))


def _warm(day: date) -> None:
    """Works out once, in one thread, what all pages share: the first two visitors may come at the same moment."""
    for language in LANGUAGES:
        review(start(language), day)


class _AtACase:
    """Answers the interview's page with our own frame, to those who may see its case."""

    def __init__(self, app: App, whole: OrgApplication) -> None:
        self._app, self._whole = app, whole
        settings = whole.settings
        self._plain = Frame(settings.idle, settings.warn)
        self._shells = {f"/{each}/": (each, Shell(app, each, self._plain)) for each in LANGUAGES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        language, shell = self._shells.get(scope.get("path", ""), (None, self._app))
        if scope["type"] == "http" and language:
            answer = await run_in_threadpool(self._prepare, scope, language)
            if answer is not None:
                await answer(scope, receive, send)
                return
        await shell(scope, receive, send)

    def _prepare(self, scope: Scope, language: Language) -> Response | None:
        """Puts the frame where the shell finds it; or what is answered in its place."""
        session = scope["state"]["session"]
        if session is None:
            return RedirectResponse("/", 303)
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("case", [""])[0]
        request = Request(scope)
        try:
            head = self._head(session, asked)
        except LegalkitError:
            return notice(404, request.headers.get("accept-language", ""))
        page = f"/desk/{language}/case/{head.id}"
        if head.state is State.CLOSED:
            return self._whole.answering.over(request, language) if session.case_id else RedirectResponse(page, 303)
        scope["state"]["frame"] = self._frame(head.id, page if session.person_id else "", language)
        return None

    def _head(self, session: Session, case_id: str) -> Head:
        with self._whole.office.work(session) as work:
            return cases.head_of(work, case_id)

    def _frame(self, case_id: str, page: str, language: Language) -> Frame:
        home = f'<a class="home" href="{page}">{said("org.home", language)}</a>' if page else ""
        return Frame(
            self._plain.idle, self._plain.warn, f"?case={case_id}", seat_prefix(case_id), "/", home,
            keeping=False, late="org.late", lost="org.lost",
        )  # fmt: skip
