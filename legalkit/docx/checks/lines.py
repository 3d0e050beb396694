"""A template as its checks see it: paragraph by paragraph, each with its place, its style and its tags."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from legalkit.docx.ooxml import Element, open_document, root_of, stories, style_of, text_of, w
from legalkit.docx.pairs import is_pair
from legalkit.docx.places import MARK
from legalkit.docx.styles import CTL, Side, Styles
from legalkit.errors import Problem


@dataclass(frozen=True)
class Line:
    """One paragraph.

    Attributes:
        element: the ``w:p``.
        where: its place, such as ``"word/document.xml, paragraph 12: {{ name.ko }}"``.
        style: the name of its style.
        side: the language of its style.
        text: what stands in it, tags included.
    """

    element: Element
    where: str
    style: str
    side: Side
    text: str

    @property
    def is_control(self) -> bool:
        """Whether it is a control line."""
        return self.style == CTL

    @property
    def tags(self) -> list[str]:
        """Its whole tags, in order."""
        return MARK.findall(self.text)


class Sheet:
    """A template, opened for its checks.

    Args:
        template: a Word file.

    Raises:
        TemplateError: ``E-TPL-FILE``.
    """

    def __init__(self, template: bytes) -> None:
        document = open_document(template)
        self.styles = Styles(document.styles.element)
        self.style_root: Element = document.styles.element
        self.roots: dict[str, Element] = {name: root_of(part) for name, part in stories(document)}
        self.lines = [line for name, root in self.roots.items() for line in self._lines(name, root)]
        self._by_element = {id(line.element): line for line in self.lines}

    def _lines(self, member: str, root: Element) -> Iterator[Line]:
        for number, paragraph in enumerate(root.iter(w("p")), start=1):
            text, key = text_of(paragraph), style_of(paragraph)
            tag = MARK.search(text)
            where = f"{member}, paragraph {number}" + (f": {tag.group()}" if tag else "")
            yield Line(paragraph, where, self.styles.name(key), self.styles.side(key), text)

    def line(self, paragraph: Element) -> Line:
        """The line of a paragraph."""
        return self._by_element[id(paragraph)]

    def tables(self) -> Iterator[tuple[Element, str, bool]]:
        """Every table with the place of its first paragraph, and whether it is a narrative pair."""
        for root in self.roots.values():
            for table in root.iter(w("tbl")):
                first = next(table.iter(w("p")), None)
                where = "" if first is None else self.line(first).where
                yield table, where, is_pair(table, self.styles)


Rule = Callable[[Sheet], Iterator[Problem]]
