"""The list of cases, a new one, and the page of one case."""

from collections.abc import Sequence

from starlette.responses import Response

from legalkit.interview import start
from legalkit.vault.org import cases, people, versions
from legalkit.vault.org.people import RIGHTS, Person, Right
from legalkit.vault.org.work import Work
from legalkit.web.org.call import Call, rights_of
from legalkit.web.org.content import of_draft
from legalkit.web.org.show import moved, page


def listed(call: Call, status: int = 200, problems: Sequence[str] = ()) -> Response:
    """One's own cases; those that were looked for, if a search was sent: never in an address, for it holds names."""
    sought = call.said("sought").strip()
    with call.work() as work:
        found, may = cases.listed(work, sought), rights_of(work)
    return page(call, "cases", status, found=found, sought=sought, may=may, problems=problems)


def begin(call: Call) -> Response:
    """Begins a case, with the interview's first page."""
    with call.work() as work:
        head = cases.begin(work, call.said("label").strip(), of_draft(start(call.language)))
    return moved(call.to(f"case/{head.id}"))


def one(call: Call) -> Response:
    """What can be done with a case."""
    return shown(call)


def shown(call: Call, status: int = 200, **more: object) -> Response:
    """The page of a case, with what came of the last thing done.

    Args:
        call: the request.
        status: of the answer.
        **more: ``link`` and ``ends``; ``problems``.
    """
    case_id = call.named["id"]
    with call.work() as work:
        head, may = cases.head_of(work, case_id), rights_of(work)
        staff = {each.id: each for each in people.everybody(work.connection, work.keyring)}
        kept = versions.listed(work, case_id)
        mine = work.person.id
    values = {"link": "", "ends": "", "problems": [], **more}
    return page(
        call, "case", status, head=head, may=may, kept=kept, mine=mine,
        names={key: each.handle for key, each in staff.items()}, colleagues=_colleagues(staff, head.people), **values,
    )  # fmt: skip


def _colleagues(staff: dict[str, Person], have: frozenset[str]) -> list[Person]:
    """Who can be given the case."""
    fits = [each for each in staff.values() if each.active and Right.OPEN in RIGHTS[each.role]]
    return [each for each in fits if each.id not in have]


def handles(work: Work) -> dict[str, str]:
    """Handle of everybody who ever was staff, by id."""
    return {each.id: each.handle for each in people.everybody(work.connection, work.keyring)}
