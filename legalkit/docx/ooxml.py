"""The few names of WordprocessingML that this room uses, and the parts of a document that hold paragraphs."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from docx import Document as _open
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from lxml import etree

from legalkit.docx import archive
from legalkit.errors import Problem, TemplateError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

Element = Any
"""An lxml element; python-docx hands out its own classes, which lxml's stubs do not know."""

_STORIES = re.compile(r"/word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return W + name


def open_document(blob: bytes) -> Document:
    """Open a Word file.

    Raises:
        TemplateError: ``E-TPL-FILE``, the bytes are no Word document.
    """
    try:
        return _open(io.BytesIO(blob))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateError(Problem("E-TPL-FILE")) from error


def save_document(document: Document) -> bytes:
    """The bytes of a Word file, the same for the same content."""
    buffer = io.BytesIO()
    document.save(buffer)
    return archive.pack(archive.unpack(buffer.getvalue()))


def stories(document: Document) -> Iterator[tuple[str, Part]]:
    """The parts that hold text, by member name: body, headers, footers, footnotes, endnotes."""
    for part in document.part.package.iter_parts():
        if _STORIES.fullmatch(str(part.partname)):
            yield str(part.partname)[1:], part


def root_of(part: Part) -> Element:
    """The root element of a part; of a part that python-docx keeps as bytes, a parsed copy."""
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def edit(part: Part, change: Callable[[Element], None]) -> None:
    """Change the XML of a part, however python-docx keeps it."""
    root = root_of(part)
    change(root)
    if not isinstance(part, XmlPart):
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def style_of(element: Element) -> str | None:
    """The style id that a paragraph, a run or a table names for itself."""
    kind = {w("p"): ("pPr", "pStyle"), w("r"): ("rPr", "rStyle"), w("tbl"): ("tblPr", "tblStyle")}[element.tag]
    named = element.find(f"{W}{kind[0]}/{W}{kind[1]}")
    return None if named is None else named.get(w("val"))


_BREAKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


def text_of(element: Element) -> str:
    """The visible text below an element; tabs and line breaks as characters, field codes left out."""
    pieces = []
    for child in element.iter(w("t"), *_BREAKS):
        if element.tag == w("p") and next(child.iterancestors(w("p"))) is not element:
            continue  # it belongs to a text box, whose paragraphs speak for themselves
        if child.tag == w("t"):
            pieces.append(child.text or "")
        elif child.getparent().tag == w("r"):
            pieces.append(_BREAKS[child.tag])
    return "".join(pieces)
