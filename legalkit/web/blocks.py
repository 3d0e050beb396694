"""One Gradio page in one language: a screen that is drawn again whenever she is somewhere else.

Two events make a step: one takes in what the boxes hold, the other draws the next page. Gradio keeps what its
components held; it is told to forget at every step (:func:`forget`), and altogether when she leaves (:func:`wipe`).
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import gradio as gr
from gradio.blocks import Block
from gradio.context import LocalContext
from gradio.queueing import Event, ProcessTime

from legalkit.errors import InputError
from legalkit.filings import forget_people
from legalkit.interview import Draft
from legalkit.language import Language, text
from legalkit.web import draw, pieces
from legalkit.web.desk import GONE, Desk, Nav, Screen
from legalkit.web.seats import Seats
from legalkit.web.words import said

_DRAWING = threading.Lock()
"""Gradio counts its components in one number for all threads: two pages are not drawn,
or one drawn and another let go, at the same moment."""
_STEPS = ("next", "back")
"""Names of the buttons that ask for a step by themselves."""
_EVENT: dict[str, Any] = {
    "api_visibility": "private",
    "show_progress": "hidden",
    "concurrency_limit": None,
    "concurrency_id": "step",
}

_SHOWN = {"value": None, "label": None, "info": None, "choices": ()}
"""What of hers a component may show, and what it shows without."""


@dataclass(frozen=True)
class Around:
    """What is drawn beside the questions, and in their place.

    Attributes:
        more: HTML of what a page has beside its questions (review, papers, files).
        gone: HTML for somebody whose answers are not there.
    """

    more: Callable[[Screen, Nav, Language], Iterable[str]]
    gone: Callable[[Language], str]


def build(language: Language, desk: Desk, seats: Seats, around: Around) -> gr.Blocks:
    """The page in one language.

    Args:
        language: of everything on it.
        desk: the drafts.
        seats: whose session is whose.
        around: what else is drawn.
    """
    # Gradio's own title would stand in the history of the browser
    blocks: gr.Blocks = gr.Blocks(title=text("web.title", language), analytics_enabled=False, fill_width=True)
    with blocks:
        nav = gr.State(Nav(), time_to_live=3_600)
        act = gr.Textbox(elem_id="act", elem_classes=["aside-box"], label="-", container=False)
        do = gr.Button("-", elem_id="do", elem_classes=["aside-box"])

        @gr.render(  # type: ignore[untyped-decorator]
            inputs=[nav], triggers=[blocks.load, nav.change], show_progress="hidden"
        )
        def drawn(at: Nav) -> None:
            forget(blocks, _session())
            page.show(Nav(*at))
            _WORKED.pop(_state(blocks, _session()), None)

        with gr.Row(elem_classes=["onward"]):
            back = gr.Button(text("web.back", language), elem_id="back")
            on = gr.Button(text("web.next", language), variant="primary", elem_id="next")
        page = _Page(language, desk, seats, around, nav, act, (on, back, do))

    return blocks


_WORKED: WeakKeyDictionary[Any, Draft] = WeakKeyDictionary()
"""What the first event of a step worked out, until the second one has drawn it; gone with the session."""


def _state(blocks: gr.Blocks | None, session: str | None) -> Any:  # noqa: ANN401 -- one of Gradio's
    """What Gradio keeps of a session; a stand-in where it keeps nothing."""
    held = blocks.state_holder.session_data.get(session or "") if blocks else None
    return held or _Nothing()


class _Nothing:
    """No session."""


def _session() -> str | None:
    request = LocalContext.request.get(None)
    return request.session_hash if request is not None else None


@dataclass(frozen=True)
class _Page:
    """What every page is drawn with.

    Attributes:
        language, desk, seats, around: those of :func:`build`.
        nav: where the screen is.
        act: what our own buttons ask for.
        buttons: what makes a step, the same on every page: on, back, and the one that does what ``act`` asks for.
    """

    language: Language
    desk: Desk
    seats: Seats
    around: Around
    nav: gr.State
    act: gr.Textbox
    buttons: tuple[gr.Button, ...]

    def show(self, at: Nav) -> None:
        """Draws a page, and says what its buttons do."""
        language = self.language
        screen = self._screen(at)
        if screen is None:
            with _DRAWING:
                draw.html(self.around.gone(language))
            return
        now = at._replace(place=screen.draft.place, revision=screen.draft.revision)
        more = "".join(self.around.more(screen, now, language))
        with _DRAWING:
            boxes = draw.page(screen, language, more)
            clicks = [each.click for each in self.buttons]
            gr.on(clicks, self._step(now, boxes), {self.act, *boxes}, [self.nav], preprocess=False, **_EVENT)

    def _screen(self, at: Nav) -> Screen | None:
        seat = self.seats.seat_of(_session())
        if seat is None or at.place == GONE:
            return None
        try:
            if not at.place:
                self.desk.sit(seat, self.language)
            return self.desk.screen(seat, at)
        except InputError:
            return None

    def _step(self, now: Nav, boxes: draw.Boxes) -> Callable[..., Nav]:
        def step(held: dict[Any, Any], event: gr.EventData, request: gr.Request) -> Nav:
            sitting = self.seats.seat_of(request.session_hash)
            if sitting is None:
                return Nav(GONE)
            name = event.target.elem_id if event.target else None
            asked = name if name in _STEPS else str(held[self.act] or "")[:500]
            values = {name: held[component] for component, name in boxes.items()}
            after, worked = self.desk.worked(sitting, now, asked, values)
            if worked is not None:
                _WORKED[_state(LocalContext.blocks.get(None), request.session_hash)] = worked
            return after

        return step


def gone(language: Language) -> str:
    """Her answers are not there any more: said honestly, with a way to begin again."""
    return gone_page("gone", f"/{language}/", language)


def gone_page(key: str, start: str, language: Language) -> str:
    """Words in the place of the questions, with a way to go on."""
    words = f'<h1 id="top" tabindex="-1">{said(key, language)}</h1><p>{said(f"{key}.why", language)}</p>'
    return pieces.block(words, f'<p><a href="{start}" id="again">{said("to_start", language)}</a></p>')


def forget(blocks: gr.Blocks, session: str | None) -> None:
    """Makes Gradio forget the components of the page before, and what they held."""
    state = _state(blocks, session)
    if isinstance(state, _Nothing):
        return
    fixed = blocks.default_config.blocks
    config = state.blocks_config
    with _DRAWING:
        for number in {*config.blocks} - {*fixed}:
            _blank(config.blocks.pop(number))
        for number in {*state.config_values} - {*fixed}:
            del state.config_values[number]


class _NoTimes(dict[Any, ProcessTime]):
    """In place of Gradio's list of how long each event took: its keys hold the boxes of every page ever drawn."""

    def __missing__(self, key: Any) -> ProcessTime:  # noqa: ANN401 -- one of Gradio's functions
        return ProcessTime()  # type: ignore[no-untyped-call]


def forgetful(blocks: gr.Blocks) -> None:
    """Makes Gradio keep no list of what was done, and nothing of what was sent; once, after it was mounted."""
    queue, process = blocks._queue, blocks._queue.process_events
    queue.process_time_per_fn = _NoTimes()  # type: ignore[assignment]
    # of every box ever drawn it keeps the files it made, and no box of ours makes one
    setattr(blocks, "temp_file_sets", deque(blocks.temp_file_sets, maxlen=1))  # noqa: B010 -- theirs, a list

    async def processed(events: list[Event], *how: Any) -> None:  # noqa: ANN401 -- handed on as it came
        try:
            await process(events, *how)
        finally:
            for each in events:
                _empty(each)

    setattr(queue, "process_events", processed)  # noqa: B010 -- theirs, a method


def _empty(event: Event) -> None:
    """Takes out of an event that is over what was typed: the loop that began it holds it until another one comes."""
    if event.data is not None:
        event.data.data.clear()
    sent = vars(event.request)
    sent.pop("_body", None)
    for each in sent.pop("_json", {}).values():
        if isinstance(each, list):
            each.clear()


def _blank(block: Block) -> None:
    """Takes out of a component that is gone from the screen what stood in it, whoever still holds the component."""
    for held in (vars(block), *getattr(block, "_constructor_args", ())):
        held.update((name, empty) for name, empty in _SHOWN.items() if name in held)


def wipe(every: Iterable[gr.Blocks], sessions: Iterable[str]) -> None:
    """Takes sessions out of Gradio: expiry alone leaves what was typed in memory. So do the papers that were made."""
    gone = frozenset(sessions)
    if gone:
        forget_people()
    for blocks in every if gone else ():
        # an event that waits would begin the session anew, and one that goes on has nobody left to tell
        for event in list(blocks._queue.event_ids_to_events.values()):
            if event.session_hash in gone:
                event.alive = False
        for session in gone:
            forget(blocks, session)
            blocks.state_holder.session_data.pop(session, None)
            blocks.state_holder.time_last_used.pop(session, None)
            blocks._queue.pending_messages_per_session.pop(session, None)
            blocks._queue.pending_event_ids_session.pop(session, None)
