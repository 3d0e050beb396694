"""One Gradio page in one language: a screen that is drawn again whenever she is somewhere else.

Two events make a step: one takes in what the boxes hold, the other draws the next page. Gradio keeps what its
components held; it is told to forget at every step (:func:`forget`), and altogether when she leaves (:func:`wipe`).
"""

import threading
from collections.abc import Callable, Iterable
from typing import Any

import gradio as gr
from gradio.context import LocalContext
from gradio.queueing import ProcessTime

from legalkit.errors import InputError
from legalkit.language import Language, text
from legalkit.web import draw, pieces
from legalkit.web.desk import GONE, Desk, Nav
from legalkit.web.seats import Seats
from legalkit.web.words import said

_DRAWING = threading.Lock()
"""Gradio counts its components in one number for all threads: two pages are not drawn at the same moment."""
_EVENT: dict[str, Any] = {
    "api_visibility": "private",
    "show_progress": "hidden",
    "concurrency_limit": None,
    "concurrency_id": "step",
}

More = Callable[..., None]


def build(language: Language, desk: Desk, seats: Seats, more: More) -> gr.Blocks:
    """The page in one language.

    Args:
        language: of everything on it.
        desk: the drafts.
        seats: whose session is whose.
        more: draws what a page has beside its questions (review, papers, files).
    """
    # Gradio's own title would stand in the history of the browser
    blocks: gr.Blocks = gr.Blocks(title=text("web.title", language), analytics_enabled=False, fill_width=True)
    with blocks:
        nav = gr.State(Nav(), time_to_live=3_600)

        @gr.render(  # type: ignore[untyped-decorator]
            inputs=[nav], triggers=[blocks.load, nav.change], show_progress="hidden"
        )
        def drawn(at: Nav) -> None:
            forget(blocks, _session())
            with _DRAWING:
                _page(language, desk, seats, nav, Nav(*at), more)

    return blocks


def _session() -> str | None:
    request = LocalContext.request.get(None)
    return request.session_hash if request is not None else None


def _page(language: Language, desk: Desk, seats: Seats, nav: gr.State, at: Nav, more: More) -> None:
    seat = seats.seat_of(_session())
    if seat is None or at.place == GONE:
        _gone(language)
        return
    try:
        if not at.place:
            desk.sit(seat, language)
        screen = desk.screen(seat, at)
    except InputError:
        _gone(language)
        return
    now = at._replace(place=screen.draft.place, revision=screen.draft.revision)
    boxes = draw.page(screen, language, lambda shown: more(shown, now, language))
    with gr.Row(elem_classes=["onward"]):
        back = gr.Button(text("web.back", language), elem_id="back")
        on = gr.Button(text("web.next", language), variant="primary", elem_id="next")
    act = gr.Textbox(elem_id="act", elem_classes=["aside-box"], label="-", container=False)
    do = gr.Button("-", elem_id="do", elem_classes=["aside-box"])
    named: dict[Any, str] = {on: "next", back: "back"}

    def step(held: dict[Any, Any], event: gr.EventData, request: gr.Request) -> Nav:
        sitting = seats.seat_of(request.session_hash)
        asked = named.get(event.target) or str(held[act] or "")[:500]
        values = {name: held[component] for component, name in boxes.items()}
        return desk.step(sitting, now, asked, values) if sitting else Nav(GONE)

    gr.on([on.click, back.click, do.click], step, {act, *boxes}, [nav], preprocess=False, **_EVENT)


def _gone(language: Language) -> None:
    """Her answers are not there any more: said honestly, with a way to begin again."""
    words = f'<h1 id="top" tabindex="-1">{said("gone", language)}</h1><p>{said("gone.why", language)}</p>'
    with gr.Column(elem_classes=["sheet"]):
        draw.html(pieces.block(words, f'<p><a href="/{language}/" id="again">{said("to_start", language)}</a></p>'))


def forget(blocks: gr.Blocks, session: str | None) -> None:
    """Makes Gradio forget the components of the page before, and what they held."""
    state = blocks.state_holder.session_data.get(session or "")
    if state is None:
        return
    fixed = blocks.default_config.blocks
    config = state.blocks_config
    for kept in (config.blocks, state.config_values):
        for number in [each for each in kept if each not in fixed]:
            del kept[number]


class _NoTimes(dict[Any, ProcessTime]):
    """In place of Gradio's list of how long each event took: its keys hold the boxes of every page ever drawn."""

    def __missing__(self, key: Any) -> ProcessTime:  # noqa: ANN401 -- one of Gradio's functions
        return ProcessTime()  # type: ignore[no-untyped-call]


def forgetful(blocks: gr.Blocks) -> None:
    """Makes Gradio keep no list of what was done; once, after it was mounted."""
    blocks._queue.process_time_per_fn = _NoTimes()  # type: ignore[assignment]


def wipe(every: Iterable[gr.Blocks], sessions: Iterable[str]) -> None:
    """Takes sessions out of Gradio: expiry alone leaves what was typed in memory."""
    for session in sessions:
        for blocks in every:
            blocks.state_holder.session_data.pop(session, None)
            blocks.state_holder.time_last_used.pop(session, None)
            blocks._queue.pending_messages_per_session.pop(session, None)
