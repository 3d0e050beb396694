"""The interview's own requests at a case: papers are logged and carry their manifest, leaving ends the session."""

from collections.abc import Callable

from starlette.requests import Request

from legalkit.errors import InputError, Problem
from legalkit.package import Files
from legalkit.web.org.entry import COOKIE
from legalkit.web.org.office import Office
from legalkit.web.org.seating import CaseDesk, case_of_tab
from legalkit.web.org.taking import exported
from legalkit.web.routes import Routes
from legalkit.web.seats import Seat


class CaseRoutes(Routes):
    """See :class:`legalkit.web.routes.Routes`.

    Args:
        desk: the drafts.
        office: the service.
        leave: ends a session.
        over: lets go of a tab.
        leave_to: where the way out leads.
    """

    cookie, secure = COOKIE, True

    def __init__(
        self,
        desk: CaseDesk,
        office: Office,
        leave: Callable[[str], None],
        over: Callable[[Seat], None],
        leave_to: str,
    ) -> None:
        super().__init__(desk, leave, over, leave_to)
        self._drafts, self._office = desk.drafts, office

    def made(self, request: Request, names: list[str], versions: list[str]) -> Files:
        """Papers of the case as the store has it, with their manifest; logged.

        Raises:
            InputError: ``E-DESK-APART``: what this tab shows is not what the case holds; ``E-ORG-NOT-ALLOWED``.
        """
        seat = request.state.seat
        if self._drafts.apart(seat.owner, seat.tab)[0]:
            raise InputError(Problem("E-DESK-APART"))
        return exported(self._office, request.state.session, case_of_tab(seat.tab), names, versions)
