"""Two languages in one template: each word in its own language's style, each Korean paragraph with its English twin."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from legalkit.docx.checks.lines import Line, Rule, Sheet
from legalkit.docx.ooxml import Element, style_of, text_of, w
from legalkit.docx.pairs import role
from legalkit.docx.places import MARK
from legalkit.docx.styles import Side
from legalkit.errors import Problem

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_ENGLISH = re.compile(r"\b(?=\w*[a-z])[A-Za-z]{2,}\b")
"""A word with a small letter; what is written in capitals alone (URL, SHA-256, PDF) belongs to both languages."""


def languages(sheet: Sheet) -> Iterator[Problem]:
    """No Hangul in English or neutral text, no English word in Korean or neutral text."""
    for line in sheet.lines:
        for side, text in _by_side(sheet, line).items():
            if side != "KO" and _HANGUL.search(text):
                yield Problem("E-TPL-HANGUL", line.where)
            if side != "EN" and not line.is_control and _ENGLISH.search(MARK.sub(" ", text)):
                yield Problem("E-TPL-ENGLISH", line.where)


def _by_side(sheet: Sheet, line: Line) -> dict[Side, str]:
    """The text of a paragraph in each language: a run's own style counts before the paragraph's."""
    said: dict[Side, str] = {}
    for run in line.element.iter(w("r")):
        if next(run.iterancestors(w("p"))) is line.element:
            side = sheet.styles.side(style_of(run)) or line.side
            said[side] = said.get(side, "") + text_of(run)
    return said


def style_twins(sheet: Sheet) -> Iterator[Problem]:
    """Every Korean style in use has its English twin; English alone may stand alone (the banner of a translation)."""
    used = {style_of(e) for root in sheet.roots.values() for e in root.iter(w("p"), w("r"))}
    for key in sorted(k for k in used if k and sheet.styles.side(k) == "KO"):
        if sheet.styles.twin(key) is None:
            yield Problem("E-TPL-NO-TWIN", sheet.styles.name(key))


def paragraph_twins(sheet: Sheet) -> Iterator[Problem]:
    """Between two control lines, each Korean paragraph has an English one of its kind, and the other way round."""
    for holder in _holders(sheet):
        for has_text, group in groupby(holder, key=lambda line: line is not None and not line.is_control):
            if has_text:
                yield from _unpaired(sheet, [line for line in group if line is not None])


def _holders(sheet: Sheet) -> Iterator[list[Line | None]]:
    """The lines that belong together: of a body, a cell, or of all cells of a narrative row; None for a table."""
    rows = {row for table, _, pair in sheet.tables() if pair for row in table.findall(w("tr"))}
    for row in rows:
        yield [sheet.line(p) for p in row.iter(w("p"))]
    in_pairs = {cell for row in rows for cell in row.findall(w("tc"))}
    parents = dict.fromkeys(line.element.getparent() for line in sheet.lines)
    for parent in parents:
        if parent not in in_pairs:
            yield [sheet.line(e) if e.tag == w("p") else None for e in parent if e.tag in (w("p"), w("tbl"))]


def _unpaired(sheet: Sheet, lines: list[Line]) -> Iterator[Problem]:
    counts: dict[Side, Counter[str]] = {"KO": Counter(), "EN": Counter()}
    for line in lines:
        key = style_of(line.element)
        if line.side and sheet.styles.twin(key) is not None:
            counts[line.side][sheet.styles.kind(key)] += 1
    for side, other in (("KO", "EN"), ("EN", "KO")):
        for kind in counts[side] - counts[other]:  # type: ignore[index]
            line = next(x for x in lines if x.style == f"{side} {kind}")
            yield Problem("E-TPL-TWIN", line.where, {"style": f"{other} {kind}"})


def run_twins(sheet: Sheet) -> Iterator[Problem]:
    """A neutral paragraph with a Korean run has an English one too, and the other way round."""
    for line in sheet.lines:
        sides = {sheet.styles.side(style_of(run)) for run in line.element.iter(w("r"))} - {""}
        if len(sides) == 1 and not line.side and not line.is_control:
            yield Problem("E-TPL-TWIN", line.where, {"style": "EN" if sides == {"KO"} else "KO"})


def pair_columns(sheet: Sheet) -> Iterator[Problem]:
    """Each row of a narrative table has a Korean and an English cell, or is a control row."""
    for table, _, pair in sheet.tables():
        for row in table.findall(w("tr")) if pair else ():
            roles = [role(cell, sheet.styles) for cell in row.findall(w("tc"))]
            if roles.count("CTL") < len(roles) and not {"KO", "EN"} <= set(roles):
                yield Problem("E-TPL-PAIR", _where(sheet, row))


def _where(sheet: Sheet, row: Element) -> str:
    first = next(row.iter(w("p")), None)
    return "" if first is None else sheet.line(first).where


twin_rules: tuple[Rule, ...] = (languages, style_twins, paragraph_twins, run_twins, pair_columns)
