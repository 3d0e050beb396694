"""Gradio made smaller: of its routes only those our page asks for, and nothing worked out anew that stays the same."""

import contextlib
import inspect
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

import fastapi
import gradio.blocks
import gradio.component_meta
import gradio.utils
from gradio.routes import App

ROUTES = frozenset(
    {
        "/gradio_api/queue/join",
        "/gradio_api/queue/data",
        "/gradio_api/heartbeat/{session_hash}",
        "/assets/{path:path}",
        "/theme.css",
        "/",
    }
)
"""What the guard lets through to it. The others (files, uploads, a proxy, sign-in) are not there at all."""


def spare_routes(app: fastapi.FastAPI) -> None:
    """Takes out of every Gradio that is mounted in an application the routes that no page of ours asks for."""
    for mounted in app.routes:
        inner = getattr(mounted, "app", None)
        if isinstance(inner, App):
            _spare(inner.router)


def _spare(router: fastapi.APIRouter) -> None:
    included = [each for each in router.routes if hasattr(each, "original_router")]
    for each in included:
        _spare(each.original_router)
    router.routes[:] = included + [each for each in router.routes if getattr(each, "path", "") in ROUTES]


def _once(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    kept = cache(read)
    # a bound method would keep its component, and what was typed into it
    return lambda asked: kept(asked) if inspect.isfunction(asked) else read(asked)


def spare_work() -> None:
    """Lets Gradio read the signature of a component once, and not look for a library of pictures at every event."""
    read: dict[str, Any] = {name: _once(getattr(inspect, name)) for name in ("signature", "getfullargspec")}
    for module in (gradio.blocks, gradio.component_meta):
        setattr(module, "inspect", SimpleNamespace(**{**vars(inspect), **read}))  # noqa: B010 -- theirs, not ours
    setattr(gradio.utils, "MatplotlibBackendMananger", contextlib.nullcontext)  # noqa: B010 -- theirs, not ours
