"""Whether a template can be rendered without a second look at the XML, found by following it through its branches.

After rendering, docxtpl parses the body again: it repairs XML that does not nest, evens out the grid of tables and
numbers the pictures. All three change nothing if every branch leaves as many elements open as it found, if every row
of a table fits its grid and one unconditional row fills it, and if no picture stands in a branch. This is decided here.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import nodes

from legalkit.errors import Problem

_TAG = re.compile(r"<(/?)([\w:.-]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
_PROLOGUE = re.compile(r"<\?xml[^>]*\?>")
_SPAN = re.compile(r'w:val="(\d+)"')
_VALUE = "\0"
"""Stands in the scanned XML where a value will be."""
_TOKEN = re.compile(f"{_TAG.pattern}|{_VALUE}")

_TABLE = ("w:tbl", "w:tblGrid", "w:tr", "w:tc")
_EVERYWHERE = ("STATEMENT", "NESTING")
Scope = tuple[int, ...]


@dataclass
class _Open:
    """An element that is not closed yet; of a table its grid, of a row its cells."""

    name: str
    scope: Scope
    columns: int = 0
    cells: int = 0
    span: int = 0
    widest: int = 0
    narrow: bool = False


class _Lost(Exception):  # noqa: N818
    """The XML cannot be followed further; the text says why."""


class Shape(NamedTuple):
    """What following a part found.

    Attributes:
        reasons: why the part must go the docxtpl way, as problems ``W-TPL-SLOW-…``; empty if it need not.
        hollow: whether a table of it may come out without a row; such a document goes the docxtpl way.
        loose: whether a value of it stands elsewhere than in the text of a run.
    """

    reasons: list[Problem]
    hollow: bool
    loose: bool


def shape(tree: nodes.Template, *, body: bool) -> Shape:
    """Follow a part through its branches.

    Args:
        tree: the parsed part.
        body: whether it is the body; in headers, footers and footnotes docxtpl leaves tables and pictures alone.

    Returns:
        The reasons are ``STATEMENT`` a tag that captures what it prints, ``NESTING`` a branch that opens or closes an
        element of its surroundings, ``CELLS`` a row with a changing number of cells, ``TABLE`` a table whose rows do
        not fill its grid, ``PICTURE`` a picture in a branch.
    """
    walker = _Walker()
    try:
        walker.follow(tree.body, ())
    except _Lost as lost:
        walker.note(str(lost))
    words = [word for word in walker.noted if body or word in _EVERYWHERE]
    return Shape([Problem(f"W-TPL-SLOW-{word}") for word in words], body and walker.hollow, walker.loose)


class _Walker:
    def __init__(self) -> None:
        self.noted: dict[str, None] = {}
        self._open: list[_Open] = []
        self.hollow = self.loose = False
        self._branches = 0

    def note(self, word: str) -> None:
        self.noted[word] = None

    def follow(self, body: list[nodes.Node], scope: Scope) -> None:
        before = self._path()
        for node in body:
            if isinstance(node, nodes.Output):
                self._scan(node, scope)
            elif isinstance(node, nodes.If):
                self._branch((node.body, *(part.body for part in node.elif_), node.else_), scope)
            elif isinstance(node, nodes.For) and not node.recursive:
                self._branch((node.body, node.else_), scope)
            elif not isinstance(node, nodes.Assign):
                raise _Lost("STATEMENT")
        if self._path() != before:
            raise _Lost("NESTING")

    def _path(self) -> list[str]:
        return [element.name for element in self._open]

    def _branch(self, bodies: tuple[list[nodes.Node], ...], scope: Scope) -> None:
        for body in bodies:
            self._branches += 1
            self.follow(body, (*scope, self._branches))

    def _scan(self, node: nodes.Output, scope: Scope) -> None:
        xml = "".join(n.data if isinstance(n, nodes.TemplateData) else _VALUE for n in node.nodes)
        xml = _PROLOGUE.sub("", xml)
        if "<" in _TAG.sub("", xml) or ">" in _TAG.sub("", xml):
            raise _Lost("NESTING")  # half a tag, a comment, a processing instruction
        for close, name, attributes, empty in _TOKEN.findall(xml):
            self.loose = self.loose or name == "w:txbxContent" or _VALUE in attributes
            if not name:
                self.loose = self.loose or self._path()[-2:] != ["w:r", "w:t"]
            elif close:
                self._close(name, scope)
            else:
                self._enter(name, attributes, scope)
                if empty:
                    self._close(name, scope)

    def _enter(self, name: str, attributes: str, scope: Scope) -> None:
        parent = self._open[-1] if self._open else _Open("", ())
        if name == "wp:docPr" and scope:
            self.note("PICTURE")
        elif name == "w:gridCol":
            self._open[-2].columns += 1
        elif name == "w:tc":
            parent.cells, parent.span = parent.cells + 1, parent.span + 1
            if parent.name != "w:tr" or parent.scope != scope:
                self.note("CELLS")
        elif name == "w:gridSpan":
            self._widen(attributes, scope)
        self._open.append(_Open(name, scope))

    def _widen(self, attributes: str, scope: Scope) -> None:
        value = _SPAN.search(attributes)
        row = next((o for o in reversed(self._open) if o.name == "w:tr"), None)
        if value is None or row is None or row.scope != scope:
            self.note("CELLS")
        else:
            row.span += int(value.group(1)) - 1

    def _close(self, name: str, scope: Scope) -> None:
        closed = self._open.pop() if self._open else None
        if closed is None or closed.name != name or (name in _TABLE and closed.scope != scope):
            raise _Lost("NESTING")
        if name == "w:tr":
            for table in (o for o in self._open if o.name == "w:tbl"):
                table.cells = max(table.cells, closed.cells)
                if table.scope == scope:
                    table.widest = max(table.widest, closed.span)
            own = next(o for o in reversed(self._open) if o.name == "w:tbl")
            own.narrow = own.narrow or closed.span < own.columns
        elif name == "w:tbl":
            self._measure(closed)

    def _measure(self, table: _Open) -> None:
        filled = table.columns <= table.widest
        if table.cells > table.columns or (table.narrow and not filled):
            self.note("TABLE")
        self.hollow = self.hollow or not filled
