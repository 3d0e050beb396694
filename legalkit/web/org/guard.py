"""The guard of an organisation's page: the same rules, https, and sessions that every process knows."""

from starlette.concurrency import run_in_threadpool

from legalkit.errors import LegalkitError
from legalkit.web.guard import App, Guard, Refusal, Scope
from legalkit.web.org.entry import COOKIE
from legalkit.web.org.office import Office
from legalkit.web.org.ways import doors
from legalkit.web.seats import Seats
from legalkit.web.settings import WebSettings

_PUBLIC = ("/own/", "/ko/assets/", "/en/assets/")


class OrgGuard(Guard):
    """See :class:`legalkit.web.guard.Guard`.

    Args:
        app: what lies behind.
        office: the service.
        seats: the Gradio sessions of this process.
        settings: the bounds.
    """

    doors = doors()
    cookie = COOKIE

    def __init__(self, app: App, office: Office, seats: Seats, settings: WebSettings) -> None:
        self._office = office
        self.scheme = office.store.settings.address.partition(":")[0]
        super().__init__(app, [office.host], seats, settings, office.moment)

    async def _owner(self, token: str, scope: Scope) -> str:
        """The token, if somebody is signed in with it."""
        state = scope.setdefault("state", {})
        state["sent"], state["session"] = token, None
        if not token or scope["path"].startswith(_PUBLIC):
            return ""
        try:
            state["session"] = await run_in_threadpool(self._office.session, token)
        except LegalkitError:  # the database is gone; it may come back
            raise Refusal(503) from None
        return token if state["session"] else ""
