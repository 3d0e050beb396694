"""What the benchmarks of rendering share: values for any template of ours, and whether two documents are the same."""

import datetime
import itertools
import re
from collections.abc import Iterator

import jinja2
from jinja2 import meta
from lxml import etree
from pair import Pair

from legalkit.docx import Language, Properties, archive, compiled, render
from legalkit.docx.coreprops import MEMBER
from legalkit.docx.ooxml import text_of, w

PROPERTIES = Properties("bench", datetime.date(2026, 11, 22))
TEXTS = (
    *("김하나", "2026. 5. 1.", "about 1 February 2026", "텔레그램 대화방", "Telegram @x_1234", "증 제2호"),
    "고소인은 2026. 2. 1. 위 계정의 게시물을 보았고, 그 사진이 합성된 것임을 알았습니다(증 제2호).",
)
COMPLAINT = 8, 2
"""Eight acts, pieces of evidence and requests, with lists of two in them."""
INDEX = 10, 20
"""Ten parts of twenty exhibits: two hundred rows."""
_TEXT = itertools.cycle(TEXTS)


class Recorder(str):
    """Answers any tag, remembers what was asked, and becomes plain data of that shape."""

    def __new__(cls, lengths: tuple[int, ...]) -> "Recorder":
        """A value whose lists have that many items, and lists within lists as many as the number behind says."""
        made = super().__new__(cls, next(_TEXT))
        made._lengths, made._parts, made._items = lengths, {}, []
        return made

    def __getattribute__(self, name: str) -> object:
        """Any attribute."""
        if name.startswith("_"):
            return str.__getattribute__(self, name)
        return self._parts.setdefault(name, Recorder(self._lengths))

    def __getitem__(self, name: object) -> object:
        """Any item."""
        return self._parts.setdefault(name, Recorder(self._lengths))

    def __iter__(self) -> Iterator[object]:
        """A list."""
        below = self._lengths[1:] or self._lengths
        self._items = self._items or [Recorder(below) for _ in range(self._lengths[0])]
        return iter(self._items)

    def __len__(self) -> int:
        """Its length."""
        return self._lengths[0]

    def _plain(self) -> object:
        if self._items:
            return [item._plain() for item in self._items]
        parts = {name: part._plain() for name, part in self._parts.items()}
        if parts and parts.keys() <= {"ko", "en"}:  # as a filing hands it over: texts in both languages in mappings
            return Pair(**parts)
        return parts or str.__str__(self)


def context_for(blob: bytes, language: Language, lengths: tuple[int, ...]) -> dict[str, object]:
    """Plain data of the shape that a template asks for."""
    sources = [part.text for part in compiled(blob, language)._parts.values()]
    names = {n for source in sources for n in meta.find_undeclared_variables(jinja2.Environment().parse(source))}
    asked = {name: Recorder(lengths) for name in names}
    render(blob, language, asked, PROPERTIES)
    return {name: value._plain() for name, value in asked.items()}


def same(one: bytes, other: bytes) -> bool:
    """Whether two documents have the same members with the same canonical XML; core.xml is ours alone."""
    a, b = (archive.unpack(x) for x in (one, other))
    return a.keys() == b.keys() and all(
        a[n] == b[n]
        or etree.tostring(etree.fromstring(a[n]), method="c14n")
        == etree.tostring(etree.fromstring(b[n]), method="c14n")
        for n in a
        if n != MEMBER
    )


def said(document: bytes) -> list[str]:
    """What the body of a document says, paragraph by paragraph, however its spaces fall; empty ones left out."""
    body = etree.fromstring(archive.unpack(document)["word/document.xml"])
    return [line for p in body.iter(w("p")) if (line := re.sub(r"\s+", " ", text_of(p)).strip())]
