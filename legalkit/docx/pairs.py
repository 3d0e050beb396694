"""Narrative tables of style ``Pair`` (number | Korean | English) become ordinary paragraphs in one language."""

import copy
import re
from collections.abc import Callable
from typing import Literal

from docx.shared import Mm

from legalkit.docx.ooxml import Element, w
from legalkit.docx.ooxml import style_of as _style
from legalkit.docx.styles import BREAK, CTL, PAIR, Side, Styles

HANGING = Mm(10)
"""How far the text stands in behind its number."""

Reduce = Callable[[Element], None]


def is_pair(table: Element, styles: Styles) -> bool:
    """Whether a table is a narrative table."""
    return styles.name(_style(table)) == PAIR


def is_control(paragraph: Element, styles: Styles) -> bool:
    """Whether a paragraph holds a control tag for the lines around it."""
    return styles.name(_style(paragraph)) == CTL


def role(cell: Element, styles: Styles) -> Side | Literal["CTL"]:
    """What a cell of a narrative row is for: a language, control, or (neutral) the number."""
    paragraphs = cell.findall(w("p"))
    sides = {side for p in paragraphs if (side := styles.side(_style(p)))}
    if not sides and any(is_control(p, styles) for p in paragraphs):
        return "CTL"
    return "KO" if sides == {"KO"} else "EN" if sides == {"EN"} else ""


def unfold(table: Element, styles: Styles, gone: Side) -> None:
    """Put the rows of a narrative table into the text as paragraphs, without the language that goes.

    The line that parted the table from what follows goes with it.
    """
    for row in table.findall(w("tr")):
        for block in _blocks(row, styles, gone):
            table.addprevious(block)
    after = table.getnext()
    if after is not None and _parts(after, styles):
        after.getparent().remove(after)
    table.getparent().remove(table)


def _parts(element: Element, styles: Styles) -> bool:
    """Whether an element does nothing but part a table from what follows; one that ends a section does more."""
    section = element.find(f"{w('pPr')}/{w('sectPr')}")
    return element.tag == w("p") and styles.name(_style(element)) == BREAK and section is None


def _blocks(row: Element, styles: Styles, gone: Side) -> list[Element]:
    if row.find(f"{w('trPr')}/{w('tblHeader')}") is not None:
        return []  # a heading over two columns has nothing to say over one
    cells = [(role(cell, styles), cell) for cell in row.findall(w("tc"))]
    control = [p for kind, cell in cells if kind == "CTL" for p in cell.findall(w("p")) if is_control(p, styles)]
    kept = [block for kind, cell in cells if kind not in ("CTL", "", gone) for block in cell if block.tag != w("tcPr")]
    if not kept:
        return [paragraph for paragraph in map(_paragraph_tag, control) if paragraph is not None]
    numbers = [p for kind, cell in cells if kind == "" for p in cell.findall(w("p")) if p.findall(w("r"))]
    first = next((b for b in kept if b.tag == w("p") and not is_control(b, styles)), None)
    if numbers and first is not None:
        _number(first, numbers[0])
    return kept


def _paragraph_tag(paragraph: Element) -> Element | None:
    """A control line of a table, ``{%tr … %}``, as the control line of a text, ``{%p … %}``."""
    pieces = list(paragraph.iter(w("t")))
    text = "".join(t.text or "" for t in pieces)
    if not text.strip():
        return None
    pieces[0].text = re.sub(r"\{([%#])tr\b", r"{\1p", text)
    for rest in pieces[1:]:
        rest.text = ""
    return paragraph


def _number(paragraph: Element, number: Element) -> None:
    """Hang a number before a paragraph."""
    properties = paragraph.get_or_add_pPr()
    properties.ind_left, properties.first_line_indent = HANGING, -HANGING
    tab = paragraph.makeelement(w("r"))
    tab.append(tab.makeelement(w("tab")))
    at = paragraph.index(properties) + 1
    paragraph[at:at] = [*(copy.deepcopy(run) for run in number.findall(w("r"))), tab]
