"""From the one template of both languages, the template of one document: Korean, English or side by side."""

import copy

from docx.document import Document

from legalkit.docx.ballast import drop_ballast
from legalkit.docx.model import Language
from legalkit.docx.ooxml import Element, W, edit, open_document, save_document, stories, style_of, w
from legalkit.docx.pairs import is_control, is_pair, unfold
from legalkit.docx.styles import Side, Styles

_HOLDERS = tuple(map(w, ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent", "body")))
"""What must keep at least one paragraph."""

_STYLE_ORDER = (
    *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden"),
    *("unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr", "rPr"),
)

_GONE: dict[Language, Side] = {Language.KO: "EN", Language.EN: "KO", Language.BILINGUAL: ""}


def derive(template: bytes, language: Language) -> bytes:
    """The template of one language: the other one's paragraphs, runs and narrative columns taken out.

    Control lines (style ``CTL``) are never touched, no row of an ordinary table is dropped and every cell keeps a
    paragraph. In English alone the English styles take the look of their Korean twins.

    Args:
        template: a Word file with both languages.
        language: which of the three documents.

    Raises:
        TemplateError: ``E-TPL-FILE``, the bytes are no Word document.
    """
    document = open_document(template)
    drop_ballast(document)
    _speak(document, language)
    gone = _GONE[language]
    if gone:
        styles = Styles(document.styles.element)
        for _, part in stories(document):
            edit(part, lambda root: _reduce(root, styles, gone))
    if language is Language.EN:
        _take_primary_look(Styles(document.styles.element))
    return save_document(document)


def _reduce(root: Element, styles: Styles, gone: Side) -> None:
    for table in [t for t in root.iter(w("tbl")) if is_pair(t, styles)]:
        unfold(table, styles, gone)
    for paragraph in list(root.iter(w("p"))):
        if is_control(paragraph, styles):
            continue
        if styles.side(style_of(paragraph)) == gone:
            _take_out(paragraph, styles)
        else:
            _thin(paragraph, styles, gone)


def _thin(paragraph: Element, styles: Styles, gone: Side) -> None:
    """Take the runs of one language out of a paragraph, and the links that are left empty."""
    for run in [r for r in paragraph.iter(w("r")) if styles.side(style_of(r)) == gone]:
        holder = run.getparent()
        holder.remove(run)
        if holder.tag == w("hyperlink") and not len(holder):
            holder.getparent().remove(holder)


def _take_out(paragraph: Element, styles: Styles) -> None:
    """Remove a paragraph, or blank it where one must stand: alone in its cell, or at the end of a section."""
    holder = paragraph.getparent()
    alone = holder.tag in _HOLDERS and len(holder.findall(w("p"))) == 1
    behind_table = holder.tag == w("tc") and paragraph.getnext() is None and paragraph.getprevious().tag == w("tbl")
    if not (alone or behind_table or paragraph.find(f"{W}pPr/{W}sectPr") is not None):
        holder.remove(paragraph)
        return
    for child in [c for c in paragraph if c.tag != w("pPr")]:
        paragraph.remove(child)
    twin = styles.twin(style_of(paragraph))
    if twin is not None:
        paragraph.find(f"{W}pPr/{W}pStyle").set(w("val"), twin)


def _speak(document: Document, language: Language) -> None:
    """Set the language of the whole document; a reader program and the PDF take it from here."""
    defaults = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if defaults is None:
        return
    lang = defaults.find(w("lang"))
    if lang is None:
        lang = defaults.makeelement(w("lang"))
        defaults.append(lang)
    lang.set(w("val"), language.tag)
    lang.set(w("eastAsia"), "ko-KR")


def _take_primary_look(styles: Styles) -> None:
    """English alone is no gloss: its styles take everything but fonts and language from their Korean twins."""
    for key, style in styles.elements.items():
        korean = styles.elements.get((styles.twin(key) if styles.side(key) == "EN" else None) or "")
        if korean is None:
            continue
        own = [copy.deepcopy(c) for c in style.findall(f"{W}rPr/*") if c.tag in (w("rFonts"), w("lang"))]
        for name in ("basedOn", "pPr", "rPr"):
            _replace(style, korean, name)
        _give(style, own)


def _replace(style: Element, korean: Element, name: str) -> None:
    """Put the Korean twin's child in the place the schema wants it."""
    old, new = style.find(w(name)), korean.find(w(name))
    if old is not None:
        style.remove(old)
    if new is not None:
        before = set(map(w, _STYLE_ORDER[: _STYLE_ORDER.index(name)]))
        style.insert(sum(child.tag in before for child in style), copy.deepcopy(new))


def _give(style: Element, own: list[Element]) -> None:
    """Keep the fonts and the language that belong to the English style itself."""
    properties = style.find(w("rPr"))
    if properties is None and own:
        properties = style.makeelement(w("rPr"))
        tail = style.find(w("tblPr"))
        style.append(properties) if tail is None else tail.addprevious(properties)
    for element in own:
        for old in properties.findall(element.tag):
            properties.remove(old)
        properties.insert(0, element) if element.tag == w("rFonts") else properties.append(element)
