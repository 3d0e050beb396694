"""Draws a page with Gradio's components, from what the desk says. No question is known here."""

import contextlib
from collections.abc import Callable
from typing import Any

import gradio as gr

from legalkit.interview._words import said as worded
from legalkit.language import Language
from legalkit.web import pieces
from legalkit.web.desk import Screen
from legalkit.web.widgets import Drawn, Widget
from legalkit.web.words import said

Boxes = dict[Any, str]
"""Component and id of its box."""


def html(content: str, classes: str = "") -> None:
    """A block of HTML; Gradio's Markdown needs no eval, its HTML component does."""
    gr.Markdown(content, latex_delimiters=[], container=False, elem_classes=[classes] if classes else None)


_INPUT = {"one": "radio", "many": "checkbox", "tick": "checkbox"}
"""What a box of a kind is made of, for the scripts; all others of text."""


def box(widget: Widget) -> Any:  # noqa: ANN401 -- any component
    """One box."""
    # Gradio keeps a label that is not shown for those who do not see
    common: dict[str, Any] = {
        "label": widget.label, "elem_id": widget.id, "interactive": True, "show_label": widget.titled,
        "elem_classes": [widget.kind, f"is-{_INPUT.get(widget.kind, 'text')}"],
    }  # fmt: skip
    if widget.kind == "one":
        return gr.Radio(list(widget.choices), value=widget.value or "", **common)
    if widget.kind == "many":
        return gr.CheckboxGroup(list(widget.choices), value=widget.value, **common)
    if widget.kind == "tick":
        return gr.Checkbox(value=widget.value, **{**common, "show_label": True})
    lines = widget.lines if widget.kind == "text" else 1
    longest = 40 if widget.kind == "text" else 1
    return gr.Textbox(value=widget.value, lines=lines, max_lines=max(lines, longest), **common)


def question(drawn: Drawn, screen: Screen, language: Language) -> Boxes:
    """A question: its words, then its boxes."""
    several = ["several"] if drawn.field.boxes else []
    noted = ["noted"] if any(each.note for each in drawn.field.options) else []
    with gr.Column(elem_id=drawn.id, elem_classes=["question", *several, *noted, f"of-{drawn.field.control}"]):
        html(pieces.question(drawn, screen.problems, language))
        own = [each for each in drawn.widgets if each.box != "none"]
        with gr.Row(elem_classes=["boxes"]) if len(own) > 1 else contextlib.nullcontext():
            boxes: Boxes = {box(each): each.id for each in own}
        return boxes | {box(each): each.id for each in drawn.widgets if each.box == "none"}


def place_words(screen: Screen, language: Language) -> str:
    """Where she is: which section of how many."""
    here = [n for n, each in enumerate(screen.sections, start=1) if each.state == "here"]
    return said("place", language, here=here[0] if here else 1, all=len(screen.sections))


def sections(screen: Screen, language: Language) -> None:
    """The list of sections."""
    titles = {each.id: worded(screen.draft, f"section.{each.id}") for each in screen.sections}
    with gr.Column(elem_classes=["beside"]):
        html(pieces.section_list(screen.sections, titles, language) + pieces.help_line(language))


def top(screen: Screen, language: Language) -> None:
    """What is wrong, and the heading; which page it is and how many questions it has, for the scripts."""
    wrong = pieces.summary(screen.problems, screen.drawn, language) if screen.problems else ""
    head = pieces.head(screen.view, language, place_words(screen, language))
    where = pieces.esc(f"{screen.view.key}|{screen.draft.revision}|{screen.draft.language}|{len(screen.drawn)}")
    here = f'<p id="here" class="aside-box">{where}</p>'
    html(wrong + head + here)


def page(screen: Screen, language: Language, more: Callable[[Screen], None]) -> Boxes:
    """A whole page; gives its boxes."""
    boxes: Boxes = {}
    sections(screen, language)
    with gr.Column(elem_classes=["sheet"]):
        top(screen, language)
        for drawn in screen.drawn:
            boxes |= question(drawn, screen, language)
        if screen.view.kind == "list":
            more_of = pieces.block(pieces.button(f"add:{screen.view.listed}", screen.view.add))
            again = screen.view.listed == "incidents"
            html(pieces.entry_list(screen.view.entries, language, again=again) + more_of)
        more(screen)
    return boxes
