"""In and out: signing in, signing out, the link for a survivor."""

from starlette.responses import Response

from legalkit.errors import FileError, InputError
from legalkit.vault.drafts import LONGEST_TOKEN
from legalkit.vault.org.people import Role
from legalkit.vault.org.sign_in import Claim
from legalkit.web.org.call import Call
from legalkit.web.org.show import moved, page, words

COOKIE = "__Host-seat"
"""A name that browsers take only with ``Secure``, for the whole host and for no other."""

_NO_LINK = {"E-ORG-LINK": "over", "E-ORG-LOCKED": "later"}


def with_cookie(answer: Response, token: str) -> Response:
    """An answer that gives the browser its token."""
    answer.set_cookie(COOKIE, token, path="/", secure=True, httponly=True, samesite="strict")
    return answer


def start(call: Call) -> Response:
    """Where to go first: cases, the interview of a link, or the way in."""
    if call.session is None:
        return moved(call.to("in"))
    if call.session.case_id:
        return moved(f"/{call.language}/?case={call.session.case_id}")
    return moved(call.to())


def ask(call: Call) -> Response:
    """The page to sign in at."""
    return with_cookie(page(call, "in", problems=[], handle=""), call.token)


def sign_in(call: Call) -> Response:
    """Signs in; the browser gets another token than it came with."""
    handle = call.said("handle").strip().lower()
    try:
        token = call.office.enter(Claim(handle, call.password("password"), call.said("code").strip(), call.address))
    except FileError:
        raise
    except InputError as error:
        return page(call, "in", 403, problems=words(error.problems, call.language), handle=handle)
    return with_cookie(moved(call.to()), token)


def sign_out(call: Call) -> Response:
    """Ends the session."""
    call.office.leave(call.token)
    answer = moved(call.to("in"))
    answer.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    return answer


def home(call: Call) -> Response:
    """The first page of whoever signed in: cases, or people for who runs the service."""
    with call.work() as work:
        role = work.person.role
    return moved(call.to("people" if role is Role.ADMINISTRATOR else "cases"))


def landing(call: Call) -> Response:
    """What a survivor reads before she begins. Looking at it uses nothing up."""
    return with_cookie(page(call, "come", problems=[]), call.token)


def over(call: Call) -> Response:
    """What a survivor reads whose case was closed while she was at it; of the case, nothing."""
    return page(call, "over", 410, kind="visit")


def begin(call: Call) -> Response:
    """Uses the link up, and begins."""
    try:
        token, case_id = call.office.come(call.said("token")[:LONGEST_TOKEN])
    except InputError as error:
        kind = _NO_LINK.get(error.problems[0].code)
        if kind is None:  # the database is gone: the link is good still
            raise
        return page(call, "nolink", 403, kind=kind)
    return with_cookie(moved(f"/{call.language}/?case={case_id}"), token)
