"""What a page needs: rows that hold together, headings that repeat, fonts that exist, pictures that can be heard."""

import re
from collections.abc import Iterator
from itertools import takewhile

from legalkit.docx.checks.lines import Rule, Sheet
from legalkit.docx.ooxml import WP, Element, W, text_of, w
from legalkit.errors import Problem

_LOOP = re.compile(r"\{%tr\s+for\b")
_CONTROL_ROW = re.compile(r"\{[%#]tr\b")

FONTS = frozenset(
    ("바탕", "Batang", "맑은 고딕", "Malgun Gothic", "굴림", "Gulim", "돋움", "Dotum")
    + ("Times New Roman", "Arial", "Courier New", "Symbol", "Wingdings")
)
"""Fonts that come with Windows and that LibreOffice draws by a free one of the same kind (``fonts.conf``)."""

_FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_TRACKED = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "commentReference")))


def cells(sheet: Sheet) -> Iterator[Problem]:
    """A cell ends with a paragraph; Word calls a file without one damaged."""
    for table, where, _ in sheet.tables():
        for cell in table.iter(w("tc")):
            if not len(cell) or cell[-1].tag != w("p"):
                yield Problem("E-TPL-CELL", where)


def header_rows(sheet: Sheet) -> Iterator[Problem]:
    """A heading above rows that grow in number repeats on the next page."""
    for table, where, pair in sheet.tables():
        rows = [(text_of(row).strip(), row) for row in table.findall(w("tr"))]
        heading = list(takewhile(lambda pair: not _CONTROL_ROW.match(pair[0]), rows))
        grows = any(_LOOP.match(text) for text, _ in rows)
        if grows and heading and not pair and heading[0][1].find(f"{W}trPr/{W}tblHeader") is None:
            yield Problem("E-TPL-HEADER-ROW", where)


def whole_rows(sheet: Sheet) -> Iterator[Problem]:
    """A row does not break over a page."""
    for table, where, _ in sheet.tables():
        for number, row in enumerate(table.findall(w("tr")), start=1):
            control = _CONTROL_ROW.match(text_of(row).strip())
            if not control and row.find(f"{W}trPr/{W}cantSplit") is None:
                yield Problem("E-TPL-ROW-SPLITS", where, {"row": number})
                break


def fonts(sheet: Sheet) -> Iterator[Problem]:
    """Only fonts that the reader's machine has; a theme's fonts would win over the style's."""
    used = {name for root in (sheet.style_root, *sheet.roots.values()) for name in _fonts(root)}
    for name in sorted(used - FONTS):
        yield Problem("E-TPL-FONT", "", {"font": name})


def _fonts(root: Element) -> Iterator[str]:
    for named in root.iter(w("rFonts")):
        for slot in _FONT_SLOTS:
            yield from (v for v in (named.get(w(slot)), named.get(w(f"{slot}Theme"))) if v)


def pictures(sheet: Sheet) -> Iterator[Problem]:
    """A picture says in words what it shows, for who hears the document."""
    for name, root in sheet.roots.items():
        for picture in root.iter(WP + "docPr"):
            if not picture.get("descr", "").strip():
                paragraph = next(picture.iterancestors(w("p")), None)
                yield Problem("E-TPL-ALT", name if paragraph is None else sheet.line(paragraph).where)


def document_language(sheet: Sheet) -> Iterator[Problem]:
    """The document says that it is Korean, so that it breaks lines and is read out as Korean."""
    lang = sheet.style_root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if lang is None or (lang.get(w("val")), lang.get(w("eastAsia"))) != ("ko-KR", "ko-KR"):
        yield Problem("E-TPL-LANG", "word/styles.xml")


def direct_language(sheet: Sheet) -> Iterator[Problem]:
    """The language of a text comes from its style alone."""
    for line in sheet.lines:
        if next(line.element.iter(w("lang")), None) is not None:
            yield Problem("E-TPL-DIRECT-LANG", line.where)


def tracked(sheet: Sheet) -> Iterator[Problem]:
    """No tracked change and no comment: they would be handed in with the form."""
    for line in sheet.lines:
        if next(line.element.iter(*_TRACKED), None) is not None:
            yield Problem("E-TPL-TRACKED", line.where)


layout_rules: tuple[Rule, ...] = (
    *(cells, header_rows, whole_rows, fonts, pictures),
    *(document_language, direct_language, tracked),
)
