"""For who runs the service: people, retention, the log. And for everybody: one's own password and second factor."""

from collections.abc import Iterator
from itertools import groupby

from starlette.responses import Response

from legalkit.errors import InputError, Problem
from legalkit.vault.org import accounts, audit, keeping, people, retention
from legalkit.vault.org.people import Right, Role
from legalkit.vault.org.sign_in import Claim
from legalkit.web.org.call import Call, rights_of
from legalkit.web.org.show import moved, page, words

_LATEST = 500


def staff(call: Call, problems: tuple[str, ...] = (), status: int = 200) -> Response:
    """Everybody who may sign in."""
    with call.work() as work:
        work.needs(Right.RUN)
        active = [each for each in people.everybody(work.connection, work.keyring) if each.active]
        may = rights_of(work)
    return page(call, "people", status, staff=active, roles=[str(each) for each in people.STAFF], may=may,
                problems=problems)  # fmt: skip


def add(call: Call) -> Response:
    """A new staff member."""
    with call.work() as work:
        role = _role(call.said("role"))
        accounts.add(work, call.said("handle").strip(), role, call.password("password"), call.office.server_key(work))
    return moved(call.to("people"))


def change(call: Call) -> Response:
    """Another role, a new password, no second factor, or the end: one of them."""
    handle, what = call.said("handle"), call.said("what")
    with call.work() as work:
        work.needs(Right.RUN)
        if what == "role":
            accounts.set_role(work, handle, _role(call.said("role")))
        elif what == "password":
            accounts.set_password(work, handle, call.password("password"), call.office.server_key(work))
        elif what == "factor":
            accounts.drop_factor(work, handle)
        elif what == "remove":
            accounts.remove(work, handle, call.said("heir"))
    return moved(call.to("people"))


def keep(call: Call) -> Response:
    """How long cases are kept, and which are due."""
    days = call.office.store.settings.retention_days
    with call.work() as work:
        due, may = len(retention.due(work, days)), rights_of(work)
    return page(call, "keeping", days=days, due=due, gone=-1, may=may)


def purge(call: Call) -> Response:
    """Deletes what is due."""
    days = call.office.store.settings.retention_days
    with call.work() as work:
        gone = retention.purge(work, days, clock_is_right=bool(call.said("clock")))
        may = rights_of(work)
    call.office.store.database.forget()
    return page(call, "keeping", days=days, due=0, gone=gone, may=may)


def log(call: Call) -> Response:
    """Who did what, the latest first; the same thing done many times in a row stands once."""
    with call.work() as work:
        work.needs(Right.RUN)
        names = {each.id: each.handle for each in people.everybody(work.connection, work.keyring)}
        rows = list(_rows(audit.entries(work.connection)))
        may = rights_of(work)
    return page(call, "log", rows=rows[: -_LATEST - 1 : -1], names=names, checked="", cases=0, may=may)


def check_log(call: Call) -> Response:
    """Goes through the whole log, and opens every case unread."""
    with call.work() as work:
        work.needs(Right.RUN)
        head, count = audit.check(work.connection, work.keyring, call.said("noted").strip()), keeping.check_all(work)
        may = rights_of(work)
    return page(call, "log", rows=[], names={}, checked=str(head), cases=count, may=may)


def mine(call: Call, problems: tuple[str, ...] = (), status: int = 200) -> Response:
    """One's own account."""
    with call.work() as work:
        person, may = work.person, rights_of(work)
    secret, address = accounts.new_factor(person.handle, call.office.store.settings.name or "legalkit")
    return page(call, "mine", status, person=person, secret=secret, address=address, may=may, problems=problems)


def change_mine(call: Call) -> Response:
    """A new password for oneself, or a second factor; whoever sits at an open screen needs the password for it."""
    with call.work() as work:
        handle = work.person.handle
    try:
        call.office.sign_in.prove(
            Claim(handle, call.password("now"), call.said("code").strip(), call.address), call.office.moment()
        )
        _change_mine(call, handle)
    except InputError as error:
        return mine(call, tuple(words(error.problems, call.language)), 422)
    return moved(call.to("in"))


def _change_mine(call: Call, handle: str) -> None:
    if call.said("what") == "factor":
        with call.work() as work:
            accounts.set_factor(work, call.said("secret"), call.said("first"))
        return
    if call.said("new") != call.said("again"):
        raise InputError(Problem("E-DESK-DIFFER"))
    with call.work() as work:
        accounts.set_password(work, handle, call.password("new"), call.office.server_key(work))


def _role(name: str) -> Role:
    if name not in map(str, people.STAFF):
        raise InputError(Problem("E-DESK-ROLE"))
    return Role(name)


def _rows(entries: list[audit.Entry]) -> Iterator[tuple[audit.Entry, int]]:
    for _, group in groupby(entries, key=lambda each: (each.actor, each.code, each.subject)):
        same = list(group)
        yield same[-1], len(same)
