"""A page in components: each costs the server as much as a question, so there is none that only holds others."""

import gradio as gr
import pytest

from legalkit.interview import go, pages, start
from legalkit.vault.drafts import MemoryDrafts, new_token
from legalkit.web import draw
from legalkit.web.desk import Desk, Nav
from legalkit.web.seats import Seat
from tests.web.serving import DAY


@pytest.fixture
def drawn():
    def components(key):
        desk, seat = Desk(MemoryDrafts(idle=1_000), lambda: DAY, lambda: 0.0), Seat(new_token(), new_token())
        desk.replace(seat, go(start("ko"), key))
        with gr.Column(render=False) as page:
            draw.page(desk.screen(seat, Nav(key)), "ko", "<div>more</div>")
        return [each.get_block_name() for each in page.children]

    return components


def it_draws_a_page_that_asks_nothing_as_one(drawn):
    assert drawn("safety") == ["markdown"]
    assert drawn("incidents") == ["markdown"]


def it_draws_a_question_with_one_box_as_its_words_and_the_box(drawn):
    assert drawn("who") == ["markdown", "radio", "markdown"]


@pytest.mark.parametrize("each", [each for each in pages() if not each.each], ids=lambda each: each.id)
def it_puts_words_where_words_were_on_the_page_before(drawn, each):
    """What shows words fails at a list of ticks."""
    parts = drawn(each.id)
    assert set(parts[::2]) == {"markdown"}
    assert "markdown" not in parts[1::2]
    assert "form" not in parts
