"""Gradio made quiet: no telemetry, no history of runs, no answer in a log."""

import os
import sys
from types import SimpleNamespace

from legalkit.errors import Problem, ToolError

_SET = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_RUN_HISTORY": "False",
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",  # it keeps a list of what was done in each session
    "GRADIO_SSR_MODE": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "True",  # the word that Gradio puts there itself
    "DO_NOT_TRACK": "1",
}
_NEVER = (
    "GRADIO_SHARE",
    "GRADIO_HISTORY_BUCKET",
    "GRADIO_MCP_SERVER",
    "GRADIO_ALLOWED_PATHS",
    "GRADIO_DEBUG",
    "GRADIO_VIBE_MODE",
    "GRADIO_PROFILING",
    "GRADIO_ROOT_PATH",
    "GRADIO_THEME",
)
VERSION = "6.31.0"
"""The version that the tests of privacy hold for."""


def prepare() -> None:
    """Sets what must be set before Gradio is loaded.

    Raises:
        ToolError: ``E-WEB-ENVIRONMENT``: the environment asks Gradio for what would open the page to others.
    """
    asked = [name for name in _NEVER if os.environ.get(name)]
    if asked:
        raise ToolError(Problem("E-WEB-ENVIRONMENT", params={"names": ", ".join(asked)}))
    os.environ.update(_SET)


def _without_words() -> None:
    """What Gradio prints of an error: where it came from, and nothing of what it says, for that may quote an answer."""
    kind, _, trace = sys.exc_info()
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    print(f"legalkit: {kind.__name__ if kind else ''} {where}", file=sys.stderr)  # noqa: T201 -- Gradio's own log


def _no_figures(queue: object, records: object) -> dict[str, object]:
    """In place of Gradio's figures about its events."""
    return {"functions": {}}


def hush() -> None:
    """Takes the words out of Gradio's log.

    Raises:
        ToolError: ``E-WEB-GRADIO``: this is not the version whose log we know.
    """
    import gradio
    import gradio.queueing
    import gradio.routes

    if gradio.__version__ != VERSION:
        raise ToolError(Problem("E-WEB-GRADIO"))
    # after every event it would count all events with pandas, for a page of figures that is closed here
    setattr(gradio.queueing.Queue, "compute_analytics_summary", _no_figures)  # noqa: B010 -- theirs, not ours
    for module in (gradio.queueing, gradio.routes):
        setattr(module, "traceback", SimpleNamespace(print_exc=_without_words))  # noqa: B010 -- theirs, not ours
