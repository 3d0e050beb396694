"""What is done with one case: link, hand-over, closing, versions, deleting."""

from starlette.responses import Response

from legalkit.vault.org import cases, links, versions
from legalkit.vault.org.rows import State
from legalkit.web.org.call import Call, rights_of
from legalkit.web.org.listing import shown
from legalkit.web.org.show import clock, moved, page


def make_link(call: Call) -> Response:
    """A new link, shown this once; the ones before it stop working."""
    settings = call.office.store.settings
    with call.work() as work:
        token = links.make(work, call.named["id"], settings.link_hours * 3_600)
        ends = work.now + settings.link_hours * 3_600
    # after the sign: no browser sends that part to any server, so it stands in no log
    return shown(call, link=f"{settings.address}/come/{call.language}#{token}", ends=clock(ends))


def stop_links(call: Call) -> Response:
    """Stops the links to a case."""
    with call.work() as work:
        links.revoke(work, call.named["id"])
    return _back(call)


def hand_over(call: Call) -> Response:
    """Gives the case to a colleague."""
    with call.work() as work:
        cases.hand_over(work, call.named["id"], call.said("to"), stay=bool(call.said("stay")))
    return _back(call) if call.said("stay") else moved(call.to("cases"))


def close(call: Call) -> Response:
    """Closes the case, or opens it again."""
    with call.work() as work:
        cases.set_state(work, call.named["id"], State.OPEN if call.said("reopen") else State.CLOSED)
    return _back(call)


def take(call: Call) -> Response:
    """Puts a version in the place of the case; what the case held is kept as a version."""
    with call.work() as work:
        versions.take(work, call.named["id"], call.named["version"])
    return _back(call)


def drop(call: Call) -> Response:
    """Removes a version for good."""
    with call.work() as work:
        versions.drop(work, call.named["id"], call.named["version"])
    call.office.store.database.forget()
    return _back(call)


def before_deleting(call: Call) -> Response:
    """Asks once more, and says what deleting cannot reach."""
    with call.work() as work:
        head, may = cases.head_of(work, call.named["id"]), rights_of(work)
    return page(call, "delete", head=head, may=may)


def delete(call: Call) -> Response:
    """Deletes the case with its key."""
    with call.work() as work:
        cases.remove(work, call.named["id"])
        may = rights_of(work)
    call.office.store.database.forget()
    return page(call, "deleted", may=may)


def _back(call: Call) -> Response:
    return moved(call.to(f"case/{call.named['id']}"))
