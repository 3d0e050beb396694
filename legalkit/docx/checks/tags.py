"""Where tags may stand: control tags alone in their lines, everything else inside its own paragraph."""

import re
from collections.abc import Iterator

from legalkit.docx.checks.lines import Line, Rule, Sheet
from legalkit.docx.ooxml import Element, text_of, w
from legalkit.docx.places import MARK
from legalkit.errors import Problem

_BRACKET = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_CONTROL = re.compile(r"\{[%#](p|tr) [^{}]*[%#]\}")
_PREFIXED = re.compile(r"\{[%{#](p|tr|tc|r)\s|\{%-|-%\}")
_RAW = re.compile(r"\{\{\s*r\s|\{\{\s*p\s|\|\s*safe\b")
_WORD = re.compile(r"\{%-?\s*(\w+)")
_OPENS = ("for", "if")
_NEEDS_OPEN = ("else", "elif")


def stray_tags(sheet: Sheet) -> Iterator[Problem]:
    """Half a tag, or one that is split over two paragraphs."""
    for line in sheet.lines:
        if _BRACKET.search(MARK.sub("", line.text)):
            yield Problem("E-TPL-STRAY", line.where)


def control_lines(sheet: Sheet) -> Iterator[Problem]:
    """A control line holds one ``{%p … %}`` or ``{%tr … %}`` and nothing else: the rest would vanish unseen."""
    for line in sheet.lines:
        text = line.text.strip()
        if line.is_control and text:
            control = _CONTROL.fullmatch(text)
            if control is None:
                yield Problem("E-TPL-CTL-TEXT", line.where)
            elif control.group(1) == "tr" and not _alone_in_row(line):
                yield Problem("E-TPL-CTL-ROW", line.where)


def _alone_in_row(line: Line) -> bool:
    row: Element = next(line.element.iterancestors(w("tr")), None)
    return row is not None and text_of(row).strip() == line.text.strip()


def control_elsewhere(sheet: Sheet) -> Iterator[Problem]:
    """Outside control lines a tag may steer nothing beyond its own paragraph."""
    for line in sheet.lines:
        if not line.is_control and (_PREFIXED.search(line.text) or not _balanced(line.tags)):
            yield Problem("E-TPL-CONTROL", line.where)


def _balanced(tags: list[str]) -> bool:
    open_: list[str] = []
    for word in (m.group(1) for tag in tags if (m := _WORD.match(tag))):
        if word in _OPENS:
            open_.append(word)
        elif word.startswith("end"):
            if not open_ or open_.pop() != word[3:]:
                return False
        elif word in _NEEDS_OPEN and not open_:
            return False
    return not open_


def raw_values(sheet: Sheet) -> Iterator[Problem]:
    """A value must not bring XML of its own: what a person wrote could then become part of the form."""
    for line in sheet.lines:
        if any(_RAW.search(tag) for tag in line.tags):
            yield Problem("E-TPL-RAW", line.where)


tag_rules: tuple[Rule, ...] = (stray_tags, control_lines, control_elsewhere, raw_values)
