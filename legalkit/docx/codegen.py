"""Jinja's own compiler, told to collect UTF-8 bytes and values and to read attributes without a detour.

Only the outermost level of a template is compiled this way: what captures its output (macros, ``{% set %}`` blocks …)
needs strings, and ``structure`` sends such templates the docxtpl way.
"""

from keyword import iskeyword
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import escape

from legalkit.docx.values import printable

FORBIDDEN = frozenset(
    ["format", "format_map", "mro", "gi_frame", "gi_code", "cr_frame", "cr_code", "ag_frame", "ag_code"]
)
"""Attributes by which a template could leave its sandbox; names that begin with ``_`` are forbidden too."""

_DICT_ATTRIBUTES = frozenset(dir(dict))


def fetch(holder: Any, name: str) -> Any:  # noqa: ANN401
    """``holder.name`` as Jinja understands it: the attribute, else the item, else strictly undefined.

    The names were checked when the template was compiled, so nothing is left for the sandbox to refuse.
    """
    try:
        return getattr(holder, name)
    except AttributeError:
        pass
    try:
        return holder[name]
    except (TypeError, LookupError):
        return StrictUndefined(obj=holder, name=name)


class Sheet(Context):
    """What a part is filled from, and what it has printed so far: bytes that never change, and behind each a value."""

    def __init__(self, *args: Any) -> None:  # noqa: ANN401
        super().__init__(*args)
        self.fixed: list[bytes] = []
        self.varying: list[object] = []


_Held = dict[tuple[str, ...], str]
"""What was looked up since the last control tag, and the variable that holds it."""


def _path(node: nodes.Node) -> tuple[str, ...]:
    """``("a", "b")`` for the tag ``a.b``; empty for everything that is no plain path."""
    if isinstance(node, nodes.Getattr):
        above = _path(node.node)
        return (*above, node.attr) if above else ()
    return (node.name,) if isinstance(node, nodes.Name) else ()


class _Bytes(CodeGenerator):
    _held: _Held | None = None

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("fetch, fixed, varying = environment.fetch, context.fixed, context.varying")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Two lists grow by all that stands between two control tags: what never changes, and the values."""
        fixed, values, text = [], [], b""
        for child in node.nodes:
            try:
                text += str(escape(child.as_const(frame.eval_ctx))).encode()
            except nodes.Impossible:
                fixed.append(text)
                values.append(child)
                text = b""
        self.writeline(f"fixed += {(*fixed, text) if text else tuple(fixed)!r}", node)
        self.writeline("varying += (")
        once: _Held = {}
        for child in values:
            self.newline(child)
            self._held = once if _path(child) else None  # of a condition, a part may never be looked up
            self.visit(child, frame)
            self.write(",")
        self.write("'',)" if text else ")")
        self._held = None

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A look-up that is no call; what is not there is found out by docxtpl, which then makes the document."""
        name, path = node.attr, _path(node.node)
        if not name.isascii() or iskeyword(name) or name in _DICT_ATTRIBUTES:
            self.write("fetch(")
            self.visit(node.node, frame)
            self.write(f", {name!r})")
            return
        known = self._held.get(path) if self._held else None
        held = known or self.temporary_identifier()
        self.write(f"({held}[{name!r}] if type({held}")
        if not known:
            self.write(" := ")
            self.visit(node.node, frame)
        self.write(f") is dict else {held}.{name})")
        if self._held is not None:
            self._held[path] = held


class TemplateEnvironment(SandboxedEnvironment):
    """The one set-up of Jinja: sandboxed, always escaping, strict about what is missing."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=printable)


class BytesEnvironment(TemplateEnvironment):
    """The same rules, compiled to code that fills a ``Sheet``."""

    code_generator_class = _Bytes
    fetch = staticmethod(fetch)


ENVIRONMENT = BytesEnvironment()
"""One for all templates; it holds nothing of theirs."""
