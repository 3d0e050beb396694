"""Draws a page with Gradio's components, from what the desk says. No question is known here."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from legalkit.interview import pages
from legalkit.interview._words import said as worded
from legalkit.language import Language
from legalkit.web import pieces
from legalkit.web.desk import Screen
from legalkit.web.widgets import Drawn, Widget
from legalkit.web.words import said

_FIRST = pages()[0].id
"""Before it there is no page."""
Boxes = dict[Any, str]
"""Component and id of its box."""


def html(content: str) -> None:
    """Blocks of HTML, each of which stands by itself in the column; Gradio's HTML component would need eval."""
    gr.Markdown(content, latex_delimiters=[], container=False, elem_classes=["loose"])


_INPUT = {"one": "radio", "many": "checkbox", "tick": "checkbox"}
"""What a box of a kind is made of, for the scripts; all others of text."""


def box(widget: Widget, question: Sequence[str] = ()) -> Any:  # noqa: ANN401 -- any component
    """One box.

    Args:
        widget: what it is to be.
        question: classes of its question, if it stands for it; Gradio then puts no form of its own around it.
    """
    # Gradio keeps a label that is not shown for those who do not see
    shown: dict[str, Any] = {"container": False} if question else {"show_label": widget.titled}
    classes = [widget.kind, f"is-{_INPUT.get(widget.kind, 'text')}", *filter(None, [widget.part]), *question]
    common = {"label": widget.label, "elem_id": widget.id, "interactive": True, "elem_classes": classes, **shown}
    if widget.kind == "one":
        return gr.Radio(list(widget.choices), value=widget.value or "", **common)
    if widget.kind == "many":
        return gr.CheckboxGroup(list(widget.choices), value=widget.value, **common)
    if widget.kind == "tick":
        return gr.Checkbox(value=widget.value, **{**common, "show_label": True})
    lines = widget.lines if widget.kind == "text" else 1
    longest = 40 if widget.kind == "text" else 1
    return gr.Textbox(value=widget.value, lines=lines, max_lines=max(lines, longest), **common)


def question(drawn: Drawn, screen: Screen, language: Language, before: str) -> Boxes:
    """A question: its words, then its box, or a column of its boxes.

    Gradio draws a page into what it made of the page before: words always stand where words stood, for what shows
    words takes no list of ticks, not even for a moment.

    Args:
        drawn: the question.
        screen: its page.
        language: of the screen.
        before: HTML of what stands over it.
    """
    html(before + pieces.question(drawn, screen.problems, language))
    noted = ["noted"] if any(each.note for each in drawn.field.options) else []
    classes = ["question", *noted, f"of-{drawn.field.control}"]
    if drawn.alone:
        return {box(each, classes): each.id for each in drawn.widgets}
    several = ["several"] if drawn.field.boxes else []
    # in a compact column Gradio puts no form of its own around the boxes
    with gr.Column(elem_id=drawn.id, elem_classes=[*classes, *several], variant="compact"):
        return {box(each): each.id for each in drawn.widgets}


def place_words(screen: Screen, language: Language) -> str:
    """Where she is: which section of how many."""
    here = [n for n, each in enumerate(screen.sections, start=1) if each.state == "here"]
    return said("place", language, here=here[0] if here else 1, all=len(screen.sections))


def sections(screen: Screen, language: Language) -> str:
    """The list of sections."""
    titles = {each.id: worded(screen.draft, f"section.{each.id}") for each in screen.sections}
    listed = pieces.section_list(screen.sections, titles, language)
    return f'<div class="beside">{listed}{pieces.help_line(language)}</div>'


def top(screen: Screen, language: Language) -> str:
    """What is wrong, and the heading; which page it is and which boxes it has, for the scripts."""
    wrong = pieces.summary(screen.problems, screen.drawn, language) if screen.problems else ""
    head = pieces.head(screen.view, language, place_words(screen, language))
    boxes = " ".join(each.id for drawn in screen.drawn for each in drawn.widgets)
    where = pieces.esc(f"{screen.view.key}|{screen.draft.revision}|{screen.draft.language}|{boxes}")
    first = " first" if screen.view.key == _FIRST else ""
    return pieces.block(wrong, head, f'<p id="here" class="aside-box{first}">{where}</p>')


def entries(screen: Screen, language: Language) -> str:
    """What was added so far on a page of a list, with a way to add."""
    view = screen.view
    listed = pieces.entry_list(view.entries, language, again=view.listed == "incidents")
    return listed + pieces.block(pieces.button(f"add:{view.listed}", view.add))


def page(screen: Screen, language: Language, more: str) -> Boxes:
    """A whole page; gives its boxes. What asks nothing is one component, for each costs as much as a question.

    Args:
        screen: the page.
        language: of the screen.
        more: HTML of what stands under its questions.
    """
    words = sections(screen, language) + top(screen, language)
    boxes: Boxes = {}
    for drawn in screen.drawn:
        boxes |= question(drawn, screen, language, words)
        words = ""
    words += (entries(screen, language) if screen.view.kind == "list" else "") + more
    if words:
        html(words)
    return boxes
