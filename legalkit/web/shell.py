"""The frame of the page: our own HTML around Gradio's element, in the right language, without what Gradio adds to it.

Of the page that Gradio writes we keep its configuration and the names of its script and style sheet; the rest is ours:
the title, the language, the way out and the words for a browser without scripts, all there before Gradio has loaded.
"""

import re
import secrets
from dataclasses import dataclass
from typing import NamedTuple

from starlette.responses import HTMLResponse

from legalkit.errors import Problem, ToolError
from legalkit.language import LANGUAGES, Language
from legalkit.web.guard import App, Message, Receive, Scope, Send
from legalkit.web.words import leave_link, said

_CONFIG = re.compile(r"<script>window\.gradio_config = (.*?);</script>", re.DOTALL)
_SCRIPT = re.compile(r'<script type="module" crossorigin src="\./(assets/[\w.-]+\.js)">')
_STYLE = re.compile(r'<link rel="stylesheet" crossorigin href="\./(assets/[\w.-]+\.css)">')


class Parts(NamedTuple):
    """What we take from Gradio's page.

    Attributes:
        config: its configuration, JSON that is safe inside a script element.
        script: path of its script, inside the mount.
        style: path of its style sheet.
    """

    config: str
    script: str
    style: str


def parts_of(html: str) -> Parts:
    """What we take from Gradio's page.

    Raises:
        ToolError: ``E-WEB-GRADIO``: the page is not as in the version we pin.
    """
    found = [pattern.search(html) for pattern in (_CONFIG, _SCRIPT, _STYLE)]
    if not all(found):
        raise ToolError(Problem("E-WEB-GRADIO"))
    return Parts(*(match[1] for match in found if match))


@dataclass(frozen=True)
class Frame:
    """What stands around the interview; otherwise for an organisation than at one's own machine.

    Attributes:
        idle: seconds until the answers are wiped.
        warn: seconds before that at which she is asked.
        query: of the page's own address: which case it is, with its ``?``.
        case: prefix of the tokens of tabs that belong to a case.
        start: where somebody goes whose answers are not there any more; empty for the page itself.
        home: a link beside the way out, as HTML.
        keeping: whether answers are saved into and opened from a file here.
        late, lost: keys of the words for the end of her time.
    """

    idle: float
    warn: float
    query: str = ""
    case: str = ""
    start: str = ""
    home: str = ""
    keeping: bool = True
    late: str = "late"
    lost: str = "lost"


def shell(parts: Parts, language: Language, nonce: str, frame: Frame) -> str:
    """The whole page.

    Args:
        parts: what Gradio needs.
        language: of the page.
        nonce: only scripts of our own origin, and the one with this word, run.
        frame: what stands around.
    """
    other: Language = next(each for each in LANGUAGES if each != language)
    title = said("title", language)
    times = f'data-idle="{frame.idle:g}" data-warn="{frame.warn:g}" data-seat="{frame.case}"'
    return f"""<!doctype html>
<html lang="{language}" {times} {_words(language)}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{title}</title>
<script src="/own/early.js"></script>
<script nonce="{nonce}">window.gradio_config = {parts.config};
window.gradio_api_info = {{"named_endpoints": {{}}, "unnamed_endpoints": {{}}}};
window.__gradio_mode__ = "app";</script>
<script type="module" crossorigin src="/{language}/{parts.script}"></script>
<link rel="stylesheet" crossorigin href="/{language}/{parts.style}"><link rel="stylesheet" href="/own/look.css">
</head>
<body>
<header class="top">
{leave_link(language)}
<p class="keys">{said("leave.keys", language)}</p>
{_keep_button(language) if frame.keeping else frame.home}
<a id="switch" href="/{other}/{frame.query}" lang="{other}" hreflang="{other}">{said("switch", language)}</a>
</header>
<p id="status" role="status"></p>
<div id="lost" role="alert" hidden><p>{said(frame.lost, language)}</p>
<p><a href="{frame.start or f"/{language}/"}">{said("to_start", language)}</a></p></div>
<div id="late" role="alertdialog" aria-labelledby="late-words" hidden>
<p id="late-words">{said(frame.late, language)}</p>
<button type="button" id="late-stay">{said("late.stay", language)}</button>
<button type="button" id="late-leave">{said(f"{frame.late}.leave", language)}</button></div>
{_keeping(language) if frame.keeping else ""}
<noscript><div class="sheet"><h1>{title}</h1><p>{said("noscript", language)}</p></div></noscript>
<gradio-app control_page_title="false" embed="false" eager="true"></gradio-app>
{_SCRIPTS}
</body></html>"""


_SCRIPTS = "".join(f'<script src="/own/{name}.js" defer></script>' for name in ("keep", "dress", "page", "files"))
"""One after the other: the page takes its steps with what the two before it give."""
_SCRIPT_WORDS = ("title", "wrong", "offline", "ready", "making", "differ", "nofile", "large", "name", "unread",
                 "hashed", "stopped", "twice", "leaving")  # fmt: skip
"""Words that our scripts say by themselves."""


def _words(language: Language) -> str:
    return " ".join(f'data-{name}="{said(f"script.{name}", language)}"' for name in _SCRIPT_WORDS)


def _keep_button(language: Language) -> str:
    opens = 'aria-expanded="false" aria-controls="keeping"'
    return f'<button type="button" id="keep-open" {opens}>{said("keep", language)}</button>'


def _keeping(language: Language) -> str:
    """Where the encrypted file is saved and opened. No field for passwords: the browser would offer to store it."""

    def secret(name: str, key: str) -> str:
        field = (
            f'<input class="secret" id="{name}" type="text" autocomplete="off" autocapitalize="off" spellcheck="false">'
        )
        return f'<label for="{name}">{said(key, language)}</label>{field}'

    return f"""<section id="keeping" hidden aria-labelledby="keeping-title">
<h2 id="keeping-title">{said("keep", language)}</h2>
<p>{said("keep.lead", language)}</p>{secret("passphrase", "keep.passphrase")}
<label class="tick"><input type="checkbox" id="shown"> {said("keep.show", language)}</label>
<fieldset><legend>{said("keep.save", language)}</legend>{secret("again-passphrase", "keep.again")}
<button type="button" id="keep-save" class="main">{said("keep.save", language)}</button></fieldset>
<fieldset><legend>{said("keep.load", language)}</legend>
<label for="kept-file">{said("keep.file", language)}</label><input id="kept-file" type="file">
<p>{said("keep.replaces", language)}</p>
<button type="button" id="keep-load" class="main">{said("keep.load", language)}</button></fieldset>
<p id="kept" role="status"></p></section>"""


def policy(nonce: str) -> str:
    """What the page may load and run: our own origin, nothing that is made out of text (no eval, no inline script)."""
    return (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


class Shell:
    """The ASGI application around one mounted Gradio page.

    Args:
        app: Gradio, as it is mounted.
        language: of the page.
        frame: what stands around it.
    """

    def __init__(self, app: App, language: Language, frame: Frame) -> None:
        self._app, self._language, self._frame = app, language, frame

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers the page itself; passes on everything else."""
        if scope["type"] != "http" or scope["path"] != f"/{self._language}/":
            await self._app(scope, receive, send)
            return
        parts = parts_of(await _page(self._app, scope, receive))
        nonce = secrets.token_urlsafe(18)
        html = shell(parts, self._language, nonce, scope["state"].get("frame", self._frame))
        await HTMLResponse(html, headers={"content-security-policy": policy(nonce)})(scope, receive, send)


async def _page(app: App, scope: Scope, receive: Receive) -> str:
    """What an application answers, as text."""
    body = bytearray()

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.body":
            body.extend(message.get("body", b""))

    plain = [each for each in scope["headers"] if each[0].lower() != b"accept-encoding"]
    await app({**scope, "headers": plain}, receive, collect)
    return body.decode("utf-8")
