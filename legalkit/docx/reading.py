"""Reading a document back as plain text: for the screen, for the search for what must not be in it, for tests."""

import re
from collections.abc import Iterator

from docx.oxml import parse_xml

from legalkit.docx import archive
from legalkit.docx.ooxml import WP, Element, text_of, w
from legalkit.docx.pairs import is_pair
from legalkit.docx.styles import Styles

_ORDER = ("header", "document", "footnotes", "endnotes", "comments", "footer")
_MARKED = re.compile(r"^([^\w\s]) · ")
"""A row that is an item of a list: a cell with nothing but a dot or a box to tick."""
_BRACKETS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


def texts(document: bytes) -> list[str]:
    """Everything a document says, in order: headers, body, notes, footers, then what stands outside the text.

    Args:
        document: a Word file.

    Returns:
        One string for each paragraph (also an empty one), with line breaks and tabs as characters; then picture
        descriptions, targets of links and document properties.
    """
    members = archive.unpack(document)
    story = {name: parse_xml(members[name]) for name in sorted(filter(_is_story, members), key=_place)}
    said = [text_of(p) for root in story.values() for p in root.iter(w("p"))]
    return said + [text for root in story.values() for text in _descriptions(root)] + list(_outside(members))


def body(document: bytes) -> list[str]:
    """What somebody reads down the pages, without head, foot and properties: for the screen.

    Args:
        document: a Word file.

    Returns:
        One string for each paragraph that says something; of a table one for each row, what stands in its cells with a
        dot between, or on lines of their own where the cells say the same in two languages.
    """
    members = archive.unpack(document)
    styles = Styles(parse_xml(members["word/styles.xml"]))
    return [line for line in _down(parse_xml(members["word/document.xml"]), styles) if line.strip()]


def _down(holder: Element, styles: Styles) -> Iterator[str]:
    for each in holder:
        if each.tag == w("p"):
            yield text_of(each)
        elif each.tag == w("tbl"):
            between = "\n" if is_pair(each, styles) else " · "
            yield from (_MARKED.sub(r"\1 ", between.join(_cells(row))) for row in each.iter(w("tr")))
        else:
            yield from _down(each, styles)


def _cells(row: Element) -> Iterator[str]:
    cells = (" ".join(filter(None, map(text_of, cell.iter(w("p"))))) for cell in row.iter(w("tc")))
    return filter(None, map(str.strip, cells))


def leftover(document: bytes) -> list[str]:
    """The paragraphs in which a tag of the template, or half of one, is left.

    Braces that a person wrote look the same and are listed too.

    >>> from docx import Document
    >>> import io
    >>> word, file = Document(), io.BytesIO()
    >>> _ = word.add_paragraph("{{ name }"), word.add_paragraph("{name}")
    >>> word.save(file)
    >>> leftover(file.getvalue())
    ['{{ name }']
    """
    return [text for text in texts(document) if _BRACKETS.search(text)]


def _is_story(name: str) -> bool:
    return re.fullmatch(rf"word/({'|'.join(_ORDER)})\d*\.xml", name) is not None


def _place(name: str) -> tuple[int, str]:
    kind = next(k for k in _ORDER if name.startswith(f"word/{k}"))
    return _ORDER.index(kind), name


def _descriptions(root: Element) -> Iterator[str]:
    for picture in root.iter(WP + "docPr"):
        yield from (text for name in ("descr", "title") if (text := picture.get(name)))


def _outside(members: dict[str, bytes]) -> Iterator[str]:
    for name in sorted(members):
        if name.endswith(".rels"):
            links = [r for r in parse_xml(members[name]) if r.get("TargetMode") == "External"]
            yield from (link.get("Target", "") for link in links)
        elif name.startswith(("docProps/", "customXml/")) and name.endswith(".xml"):
            yield from (str(text) for text in parse_xml(members[name]).itertext() if text.strip())
