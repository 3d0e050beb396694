"""Templates for the tests, built by python-docx after the conventions of docs/templates.md."""

import io
import re
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

KINDS = ("Title", "Heading", "Label", "Body", "Value", "Note", "Sign")
NEUTRAL = ("Field", "Number", "CTL", "Break", "EN Banner")


def new() -> Word:
    """An empty document with the styles, and with all the noise of python-docx's own default."""
    document = Document()
    _speak_korean(document)
    for kind in KINDS:
        _style(document, f"KO {kind}", size=14 if kind == "Title" else 11)
        _style(document, f"EN {kind}", size=8, grey=True)
    for name in NEUTRAL:
        _style(document, name, size=10)
    for side in ("KO", "EN"):
        document.styles.add_style(f"{side} Word", WD_STYLE_TYPE.CHARACTER)
    document.styles.add_style("Pair", WD_STYLE_TYPE.TABLE)
    return document


def _speak_korean(document: Word) -> None:
    styles = document.styles.element
    lang = styles.find(".//" + qn("w:docDefaults")).find(".//" + qn("w:lang"))
    lang.set(qn("w:val"), "ko-KR")
    lang.set(qn("w:eastAsia"), "ko-KR")
    for fonts in styles.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{slot}"), "Times New Roman")
        fonts.set(qn("w:eastAsia"), "바탕")


def _style(document: Word, name: str, size: int, grey: bool = False) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(size)
    if grey:
        style.font.color.rgb = RGBColor(0x55, 0x5B, 0x66)


def pair(holder, ko: str, en: str, kind: str = "Body") -> None:
    """A Korean paragraph and its English twin."""
    line(holder, ko, f"KO {kind}")
    line(holder, en, f"EN {kind}")


def line(holder, text: str, style: str):
    """A paragraph at the end of a body, header or cell; the empty one of a new cell is used first."""
    paragraphs = holder.paragraphs
    fresh = hasattr(holder, "_tc") and len(paragraphs) == 1 and not paragraphs[0].runs
    paragraph = paragraphs[0] if fresh else holder.add_paragraph()
    paragraph.style = style
    paragraph.add_run(text)
    return paragraph


def table(holder, rows: Sequence[Sequence[Sequence[tuple[str, str]]] | str], columns: int, style: str | None = None):
    """A table; a row is a list of cells (each a list of (text, style)), or one control tag for a merged row."""
    made = holder.add_table(rows=len(rows), cols=columns)
    if style:
        made.style = style
    for row, content in zip(made.rows, rows, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if isinstance(content, str):
            line(row.cells[0].merge(row.cells[-1]), content, "CTL")
            continue
        for cell, lines in zip(row.cells, content, strict=True):
            for text, name in lines:
                line(cell, text, name)
    return made


def heading(row) -> None:
    """Make a row repeat on each page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def xml(text: str):
    """An element from text in which the usual prefixes need no declaration."""
    return parse_xml(re.sub(r"^(<[\w:]+)", rf"\1 {nsdecls('w', 'wp', 'a', 'pic', 'r')}", text))


def to_bytes(document: Word) -> bytes:
    """The file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def sound() -> Word:
    """A small template in which everything is as it should be."""
    document = new()
    pair(document, "고 소 장", "Criminal Complaint", "Title")
    line(document, "Courtesy translation for the reader.", "EN Banner")
    pair(document, "1. 고소인", "1. Complainant", "Heading")
    name = [("{{ name.ko }}", "KO Value"), ("{{ name.en }}", "EN Value")]
    table(
        document,
        [
            [[("성명", "KO Label"), ("Name", "EN Label")], name],
            "{%tr if contact.ko %}",
            [
                [("연락처", "KO Label"), ("Contact", "EN Label")],
                [("{{ contact.ko }}", "KO Value"), ("{{ contact.en }}", "EN Value")],
            ],
            "{%tr endif %}",
        ],
        columns=2,
    )
    pair(document, "2. 사실", "2. Facts", "Heading")
    table(
        document,
        [
            "{%tr for f in facts %}",
            [[("{{ f.n }}", "Number")], [("{{ f.ko }}", "KO Body")], [("{{ f.en }}", "EN Body")]],
            "{%tr endfor %}",
        ],
        columns=3,
        style="Pair",
    )
    line(document, "{%p for u in urls %}", "CTL")
    line(document, "{{ u }}", "Field")
    line(document, "{%p endfor %}", "CTL")
    schedule = table(
        document,
        [
            [[("순번", "KO Label"), ("No.", "EN Label")], [("일시", "KO Label"), ("When", "EN Label")]],
            "{%tr for r in rows %}",
            [[("{{ loop.index }}", "Number")], [("{{ r.ko }}", "KO Value"), ("{{ r.en }}", "EN Value")]],
            "{%tr endfor %}",
        ],
        columns=2,
    )
    heading(schedule.rows[0])
    pair(document, "{{ date.ko }}", "{{ date.en }}", "Sign")
    footer = document.sections[0].footer
    pair(footer, "고소장 {{ number }}", "Complaint {{ number }}", "Note")
    return document


def context(**changes: object) -> dict[str, object]:
    """What the tags of the sound template name."""
    both = {"ko": "한글", "en": "English"}
    facts = [{"n": "1", "ko": "첫째 사실", "en": "First fact"}, {"n": "2", "ko": "둘째 사실", "en": "Second fact"}]
    return {
        **{"name": {"ko": "김하나", "en": "Kim Ha-na"}, "contact": {"ko": "별지", "en": "see sheet"}, "date": both},
        **{"facts": facts, "rows": [both, both], "urls": ["https://example.org/a?b=1&c=2"], "number": 7},
        **changes,
    }
