"""Pages from templates: everything is escaped, no script but our own, nothing from elsewhere."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from legalkit.errors import Problem
from legalkit.language import LANGUAGES, Language, problem_text, text
from legalkit.vault.org.work import day_of
from legalkit.web.org.call import Call

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_SEOUL = 9 * 3_600
"""Korea has no summer time."""
_TEMPLATES = Environment(
    loader=PackageLoader("legalkit.web.org", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(call: Call, template: str, status: int = 200, **values: Any) -> Response:  # noqa: ANN401 -- what a page shows
    """A page.

    Args:
        call: the request it answers.
        template: name of its template.
        status: of the answer.
        **values: what the template shows.
    """
    other: Language = next(each for each in LANGUAGES if each != call.language)

    def said(key: str, /, **params: Any) -> str:  # noqa: ANN401 -- what the words name
        return text(f"desk.{key}", call.language, **params)

    def web(key: str) -> str:
        return text(f"web.{key}", call.language)

    shown = _TEMPLATES.get_template(f"{template}.html").render({
        "call": call, "lang": call.language, "other": other, "said": said, "web": web, "to": call.to, "clock": clock,
        "settings": call.office.store.settings, "proof": call.office.proof_of_page(call.token), "problems": (),
        **values,
    })  # fmt: skip
    return HTMLResponse(shown, status, {"content-security-policy": POLICY})


def words(problems: Sequence[Problem], language: Language) -> list[str]:
    """What is wrong, in words; said on the page of the form, it needs no name of a field before it."""
    return [problem_text(replace(each, path=""), language) for each in problems]


def moved(address: str) -> Response:
    """To another page, which is then asked for without sending anything again."""
    return RedirectResponse(address, 303)


def clock(moment: int) -> str:
    """Day and time in Korea.

    >>> clock(0)
    '1970-01-01 09:00'
    """
    there = moment + _SEOUL
    return f"{day_of(there)} {there // 3600 % 24:02d}:{there // 60 % 60:02d}"
