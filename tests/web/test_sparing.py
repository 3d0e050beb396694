"""Of Gradio there is what our page asks for, and it keeps nothing for each box or session that ever was."""

import asyncio
import gc
import inspect
import weakref
from concurrent.futures import ThreadPoolExecutor

import fastapi
import gradio as gr
import gradio.blocks
import gradio.component_meta
import pytest
from starlette.testclient import TestClient

from legalkit.web.application import mount
from legalkit.web.guard import DOORS
from legalkit.web.sparing import ROUTES


@pytest.fixture(scope="module")
def mounted():
    """Gradio as the interview mounts it, without the guard."""
    # where no loop runs, it would begin one of its own; and in this thread another test's may run
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, _mounted()).result()


async def _mounted():
    app = fastapi.FastAPI()
    with gr.Blocks() as blocks:
        gr.Textbox()
    mount(app, {"ko": blocks})
    return app


def _paths(router):
    for each in router.routes:
        inner = getattr(each, "original_router", None) or getattr(each, "app", None)
        yield from _paths(inner) if hasattr(inner, "routes") else [each.path]


def it_leaves_of_gradios_routes_only_those_that_our_page_asks_for(mounted):
    gradio_alone = next(each.app for each in mounted.routes if each.path == "/ko")
    assert {*_paths(gradio_alone)} == ROUTES


@pytest.mark.parametrize("path", sorted(ROUTES))
def and_the_guard_lets_each_of_them_through(path):
    asked = "/ko" + path.replace("{session_hash}", "x1").replace("{path:path}", "index.js")
    assert any(door.path.fullmatch(asked) for door in DOORS)


@pytest.mark.parametrize("path", [
    "/ko/config", "/ko/gradio_api/info", "/ko/gradio_api/file=/etc/hostname", "/ko/gradio_api/upload", "/ko/login",
    "/ko/gradio_api/proxy=http://x.test/", "/ko/gradio_api/run/predict", "/ko/monitoring", "/ko/static/img/logo.svg",
])  # fmt: skip
def but_others_are_not_there_even_without_the_guard(mounted, path):
    with TestClient(mounted) as client:
        assert client.get("/ko/").status_code == 200
        assert (client.get(path).status_code, client.post(path).status_code) == (404, 404)


def it_lets_gradio_read_the_signature_of_a_component_once(mounted):
    read = gradio.component_meta.inspect.getfullargspec
    assert read(gr.Textbox.__init__) == inspect.getfullargspec(gr.Textbox.__init__)
    assert read(gr.Textbox.__init__) is read(gr.Textbox.__init__)


def but_it_keeps_no_component_whose_method_gradio_asked_about(mounted):
    box = gr.Textbox("누가 봤나요")
    assert gradio.blocks.inspect.signature(box.preprocess) == inspect.signature(box.preprocess)
    gone = weakref.ref(box)
    del box
    gc.collect()
    assert gone() is None


def it_keeps_nothing_of_a_session_that_is_over_and_no_list_of_boxes(house):
    her, blocks = house.browser(), house.app.pages["ko"]
    her.join()
    assert her.session in blocks._queue.pending_event_ids_session
    house.app.leave(her.cookie.partition("=")[2])
    assert her.session not in blocks._queue.pending_event_ids_session
    assert len(blocks.temp_file_sets) == 1
