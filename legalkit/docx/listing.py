"""Line breaks and tabs in values, resolved by docxtpl, but only in the paragraphs that have any."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from heapq import merge

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
"""What docxtpl makes of a line break in the text of a run."""


def resolve(xml: bytes) -> bytes:
    r"""Turn ``\n`` and ``\t`` inside texts into line breaks and tabs of the document.

    docxtpl works through all paragraphs of a part, at ten times the cost of rendering it; the result is the same if
    it sees only those that need it. Where paragraphs nest (text boxes), it sees the whole part.

    >>> resolve(b"<w:p><w:r><w:t>a\tb</w:t></w:r></w:p>").count(b"<w:tab/>")
    1
    """
    if b"\n" not in xml and b"\t" not in xml:
        return xml
    if b"<w:txbxContent" in xml:
        return _resolved(xml)
    pieces: list[bytes] = []
    done = 0
    for at in merge(_places(xml, b"\n"), _places(xml, b"\t")):
        start, end = _paragraph(xml, done, at) if at >= done else (-1, -1)
        if start >= 0:
            pieces += (xml[done:start], _resolved(xml[start:end]))
            done = end
    return b"".join((*pieces, xml[done:]))


def _places(xml: bytes, mark: bytes) -> Iterator[int]:
    """Where a mark stands; each kind is looked for once from end to end, quicker than any pattern."""
    at = xml.find(mark)
    while at >= 0:
        yield at
        at = xml.find(mark, at + 1)


def _paragraph(xml: bytes, low: int, at: int) -> tuple[int, int]:
    """The paragraph around a place, or ``(-1, -1)`` if it lies between paragraphs."""
    start = max(xml.rfind(b"<w:p>", low, at), xml.rfind(b"<w:p ", low, at))
    end = xml.find(b"</w:p>", at) + len(b"</w:p>")
    if start < 0 or xml.find(b"</w:p>", start, at) >= 0:
        return -1, -1
    return start, end


def _resolved(xml: bytes) -> bytes:
    return str(_resolver()(xml.decode())).encode()


@cache
def _resolver() -> Callable[[str], object]:
    from docxtpl import DocxTemplate  # many documents need it not, and loading it costs more than a paper

    resolver: Callable[[str], object] = DocxTemplate(io.BytesIO()).resolve_listing  # it reads nothing but its argument
    return resolver
