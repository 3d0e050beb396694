"""A step of the interview beside a bare Gradio step of the same two events and the same boxes: CPU time, memory.

    python benchmarks/bench_interview.py [--people kelly yujin] [--sessions 1 20 100] [--memory]

Each answers in a process of its own, for what we spare Gradio would be spared to the bare one too, without a network,
in turn, page by page: first every session of the one goes a page on, then every session of the other. The bare page
draws the same kinds of boxes with the same words, choices and values, the same two buttons, keeps what they hold, and
knows nothing more; Gradio is as it comes, without telemetry. With ``--spared`` it is spared what ours is. Memory is
what each of 20 sessions in the middle of its way adds (tracemalloc).
"""

import argparse
import asyncio
import gc
import multiprocessing
import os
import statistics
import time
import tracemalloc
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from multiprocessing.connection import Connection
from typing import Any

import yaml

from legalkit.web.application import Application  # first: it silences Gradio before it is imported

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import fastapi  # noqa: E402
import gradio as gr  # noqa: E402
from visitor import App, Running, Visitor, ask  # noqa: E402

from legalkit.case import read_case  # noqa: E402
from legalkit.interview import Draft, from_case, go, places, view  # noqa: E402
from legalkit.vault.drafts import new_token  # noqa: E402
from legalkit.web.seats import Seat  # noqa: E402
from legalkit.web.widgets import Widget, plan  # noqa: E402
from legalkit.web.words import answer_words  # noqa: E402

DAY = date(2026, 11, 22)
WARM = 3
"""Steps that are not measured: what is worked out once for all."""


def told(who: str) -> Draft:
    """The draft of a person of the examples who has answered everything, on the first page."""
    case = read_case(yaml.safe_load((files("legalkit") / "examples" / f"{who}.yaml").read_text(encoding="utf-8")))
    return go(from_case(case, "ko"), "safety")


def boxes_of(draft: Draft) -> list[tuple[str, list[Widget]]]:
    """Title and boxes of each page of her way."""
    seen = (view(draft, DAY, each.key) for each in places(draft, DAY))
    words = answer_words("ko")
    return [(each.title, [box for drawn in plan(each.fields, words) for box in drawn.widgets]) for each in seen]


def plainly(box: Widget) -> gr.components.Component:
    """A box as Gradio draws it with nothing but its words, choices and value."""
    if box.kind in ("one", "many"):
        kind = gr.Radio if box.kind == "one" else gr.CheckboxGroup
        return kind(list(box.choices), value=box.value or None, label=box.label, interactive=True)
    if box.kind == "tick":
        return gr.Checkbox(value=box.value, label=box.label, interactive=True)
    return gr.Textbox(value=box.value, label=box.label, lines=box.lines if box.kind == "text" else 1, interactive=True)


def bare(pages: list[tuple[str, list[Widget]]]) -> fastapi.FastAPI:
    """A Gradio page that draws these boxes, page by page, and keeps what they hold in its own state."""
    with gr.Blocks(analytics_enabled=False) as blocks:
        state = gr.State((0, {}))

        @gr.render(inputs=[state], triggers=[blocks.load, state.change], show_progress="hidden")
        def drawn(at: tuple[int, dict[str, Any]]) -> None:
            number, kept = at
            title, boxes = pages[number]
            gr.Markdown(f"# {title}")
            made = {plainly(each): each.id for each in boxes}
            gr.Button("뒤로")
            on = gr.Button("계속", variant="primary", elem_id="next")

            def step(held: dict[Any, Any]) -> tuple[int, dict[str, Any]]:
                return number + 1, kept | {name: held[each] for each, name in made.items()}

            on.click(step, {*made}, [state], api_visibility="private", show_progress="hidden", concurrency_limit=None)

    app = fastapi.FastAPI()
    return gr.mount_gradio_app(app, blocks, "/bare", run_history=False, show_error=False, ssr_mode=False)


@dataclass
class Side:
    """One of the two, with its sessions.

    Attributes:
        cpu: CPU seconds a step, page by page.
        took: seconds each step took, of every session.
    """

    visitors: list[Visitor]
    cpu: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    async def go_on(self) -> None:
        """Every session goes a page on, all at once."""
        filled = [each.filled() for each in self.visitors]
        before = time.process_time()
        answers = await asyncio.gather(*map(self._timed, self.visitors, filled))
        self.cpu.append((time.process_time() - before) / len(self.visitors))
        for each, answer in zip(self.visitors, answers, strict=True):
            each.look(answer)

    async def _timed(self, visitor: Visitor, filled: tuple[int, int, list[Any]]) -> bytes:
        before = time.perf_counter()
        answer = await visitor.step(filled)
        self.took.append(time.perf_counter() - before)
        return answer


async def opened(app: App, number: int, prefix: str, draft: Draft | None = None) -> Side:
    """Sessions on the first page; ours each with a cookie, a tab and a draft of its own."""
    visitors = []
    for n in range(number):
        headers = {}
        if draft is not None:
            got, _ = await ask(app, "GET", f"{prefix}/", {"host": "127.0.0.1"})
            cookie, tab = got["set-cookie"].partition(";")[0], new_token()
            headers = {"cookie": cookie, "x-tab": tab}
            app.desk.replace(Seat(cookie.partition("=")[2], tab), draft)
        visitors.append(Visitor(app, prefix, f"s{n:07d}{number:03d}", headers))
        visitors[-1].look(await visitors[-1].draw())
    return Side(visitors)


def milliseconds(seconds: list[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(seconds)
    return f"p50 {statistics.median(ordered) * 1e3:6.1f} p95 {ordered[int(len(ordered) * 0.95)] * 1e3:6.1f} ms"


def answering(to_parent: Connection, name: str, who: str, number: int) -> None:
    """One of the two, in its process: goes a page on whenever it is told to, and says what that cost."""
    asyncio.run(_answering(to_parent, name, who, number))


async def _answering(to_parent: Connection, name: str, who: str, number: int) -> None:
    draft = told(who)
    if name == "spared":
        Application(["127.0.0.1"], lambda: DAY)  # what it spares, it spares to all of its process
    app = Application(["127.0.0.1"], lambda: DAY) if name == "ours" else bare(boxes_of(draft))
    async with Running(app) as running:
        side = await opened(running, number, *(("/ko", draft) if name == "ours" else ("/bare",)))
        to_parent.send(len(places(draft, DAY)))
        while to_parent.recv():
            await side.go_on()
            to_parent.send((side.cpu[-1], side.took[-number:]))


class Other:
    """One of the two, as the measuring process sees it."""

    def __init__(self, name: str, who: str, number: int) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._name, self._number = name, number
        self._there, there = spawn.Pipe()
        self._process = spawn.Process(target=answering, args=(there, name, who, number))
        self._process.start()
        self.pages: int = self._there.recv()
        self.cpu: list[float] = []
        self.took: list[float] = []

    def go_on(self) -> None:
        """Every session goes a page on."""
        self._there.send(True)
        cpu, took = self._there.recv()
        self.cpu.append(cpu)
        self.took += took

    def end(self) -> None:
        """No more pages."""
        self._there.send(False)
        self._process.join()

    def __str__(self) -> str:
        cpu, took = self.cpu[WARM:], self.took[WARM * self._number :]
        return f"    {self._name:6} CPU {milliseconds(cpu)}, answered in {milliseconds(took)}"


def compare(who: str, number: int, most: int, beside: str) -> None:
    """Both go the whole way with so many sessions; prints what a step costs."""
    ours, theirs = Other("ours", who, number), Other(beside, who, number)
    for _ in range(min(ours.pages - 1, most)):
        ours.go_on()
        theirs.go_on()
    ours.end()
    theirs.end()
    ratios = sorted(mine / other for mine, other in zip(ours.cpu[WARM:], theirs.cpu[WARM:], strict=True))
    print(
        f"{who:8} {number:4} sessions, {len(ratios)} pages: {statistics.median(ratios):.2f} of a {beside} step "
        f"(p95 {ratios[int(len(ratios) * 0.95)]:.2f})\n{ours}\n{theirs}",
        flush=True,
    )


async def weigh(who: str, number: int = 20) -> None:
    """Prints what a session holds in the middle of its way."""
    draft = told(who)
    pages = boxes_of(draft)
    for name in ("ours", "bare"):
        app = Application(["127.0.0.1"], lambda: DAY) if name == "ours" else bare(pages)
        async with Running(app):
            first = await opened(app, 1, "/ko" if name == "ours" else "/bare", draft if name == "ours" else None)
            for _ in range(len(pages) // 2):
                await first.go_on()
            tracemalloc.start()
            gc.collect()
            before = tracemalloc.get_traced_memory()[0]
            side = await opened(app, number, "/ko" if name == "ours" else "/bare", draft if name == "ours" else None)
            for _ in range(len(pages) // 2):
                await side.go_on()
            for each in side.visitors:
                each.drawn = {}
            gc.collect()
            held = tracemalloc.get_traced_memory()[0] - before
            tracemalloc.stop()
        print(f"{who:8} {name}: {held / number / 1024:.0f} KiB a session")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", nargs="*", default=["kelly", "yujin"])
    parser.add_argument("--sessions", nargs="*", type=int, default=[1, 20, 100])
    parser.add_argument("--pages", type=int, default=40, help="most pages of a way")
    parser.add_argument("--spared", action="store_true", help="beside a Gradio that is spared what ours is")
    parser.add_argument("--memory", action="store_true")
    given = parser.parse_args()
    for who in given.people:
        if given.memory:
            asyncio.run(weigh(who))
        else:
            for number in given.sessions:
                compare(who, number, given.pages, "spared" if given.spared else "bare")
