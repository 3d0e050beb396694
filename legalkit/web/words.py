"""Words of the page that belong to no question: from the catalogues, for a language; and pages that stand alone."""

from collections.abc import Callable
from html import escape
from typing import Any

from starlette.middleware.errors import ServerErrorMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp

from legalkit.language import Language, text

_STATUS = {400: "bad", 403: "closed", 404: "nothing", 413: "large", 421: "closed", 500: "fault", 503: "away"}
_LATER = {500, 503}
"""Where it may open the next time."""


def spoken(accepted: str) -> Language:
    """The language for an ``Accept-Language`` header: Korean unless English comes first.

    >>> spoken("en-GB,en;q=0.9,ko;q=0.5"), spoken("")
    ('en', 'ko')
    """
    first = accepted.split(",")[0].strip().lower()
    return "en" if first.startswith("en") else "ko"


def said(key: str, language: Language, **params: object) -> str:
    """Words of the page, escaped for HTML."""
    return escape(text(f"web.{key}", language, context=None, **params))


def answer_words(language: Language) -> dict[str, str]:
    """Words of the answers that every question may have."""
    return {name: text(f"answer.{name}", language) for name in ("yes", "no", "unknown", "declined", "left_empty")}


def leave_link(language: Language) -> str:
    """The way out: a plain link, which works without any script."""
    return f'<a id="leave" class="leave" href="/leave" rel="noreferrer">{said("leave", language)}</a>'


def page(language: Language, title: str, body: str, *, head: str = "") -> str:
    """A page of ours that needs no Gradio; the way out stands where it always stands."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>{head}'
        f'<link rel="stylesheet" href="/own/look.css"></head><body class="alone">'
        f'<header class="top">{leave_link(language)}</header><main class="sheet">{body}</main></body></html>'
    )


ALONE = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
"""What a page without script may load."""


def notice(status: int, accepted: str) -> HTMLResponse:
    """The page for a request that does not get through; it has the way out like every other."""
    language = spoken(accepted)
    words = said(f"refused.{_STATUS.get(status, 'bad')}", language)
    start = f'<p><a href="/{language}/">{said("to_start", language)}</a></p>'
    title = said("refused.now" if status in _LATER else "refused", language)
    body = f"<h1>{title}</h1><p>{words}</p>{start}"
    return HTMLResponse(page(language, said("title", language), body), status, {"content-security-policy": ALONE})


def fault(request: Request, error: Exception) -> HTMLResponse:
    """The page for a fault of the program; what was wrong is not said, for that may quote an answer."""
    return notice(500, request.headers.get("accept-language", ""))


FAULTS: dict[int | type[Exception], Callable[[Request, Any], Any]] = {Exception: fault}
"""For an application that answers its faults by itself."""


def excusing(app: ASGIApp) -> ASGIApp:
    """An application whose faults are answered with :func:`fault`.

    Args:
        app: what may have a fault.
    """
    return ServerErrorMiddleware(app, fault)
