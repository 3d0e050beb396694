"""Jinja's own compiler, told to yield UTF-8 bytes and values in turn and to read attributes without a detour.

Only the outermost level of a template is compiled this way: what captures its output (macros, ``{% set %}`` blocks …)
needs strings, and ``structure`` sends such templates the docxtpl way.
"""

from keyword import iskeyword
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
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


class _Bytes(CodeGenerator):
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("fetch = environment.fetch")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """One tuple for all that stands between two control tags: what never changes and a value, in turn."""
        fixed = b""
        self.writeline("yield (", node)
        for child in node.nodes:
            try:
                fixed += str(escape(child.as_const(frame.eval_ctx))).encode()
            except nodes.Impossible:
                self.newline(child)
                self.write(f"{fixed!r}, ")
                self.visit(child, frame)
                self.write(",")
                fixed = b""
        self.write(f"{fixed!r}, '')" if fixed else ")")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A look-up that is no call; what is not there is found out by docxtpl, which then makes the document."""
        name = node.attr
        plain = name.isascii() and not iskeyword(name) and name not in _DICT_ATTRIBUTES
        self.write(f"(held[{name!r}] if type(held := " if plain else "fetch(")
        self.visit(node.node, frame)
        self.write(f") is dict else held.{name})" if plain else f", {name!r})")


class TemplateEnvironment(SandboxedEnvironment):
    """The one set-up of Jinja: sandboxed, always escaping, strict about what is missing."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=printable)


class BytesEnvironment(TemplateEnvironment):
    """The same rules, compiled to code that yields bytes."""

    code_generator_class = _Bytes
    fetch = staticmethod(fetch)
