"""Jinja's own compiler, told to yield tuples of UTF-8 bytes and to read attributes without a detour.

Only the outermost level of a template is compiled this way: what captures its output (macros, ``{% set %}`` blocks …)
needs strings, and ``structure`` sends such templates the docxtpl way.
"""

from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import escape

from legalkit.docx.values import encoded, printable

FORBIDDEN = frozenset(
    ["format", "format_map", "mro", "gi_frame", "gi_code", "cr_frame", "cr_code", "ag_frame", "ag_code"]
)
"""Attributes by which a template could leave its sandbox; names that begin with ``_`` are forbidden too."""

_DICT_ATTRIBUTES = frozenset(dir(dict))


def fetch(holder: Any, name: str) -> Any:  # noqa: ANN401
    """``holder.name`` as Jinja understands it: the attribute, else the item, else strictly undefined.

    The names were checked when the template was compiled, so nothing is left for the sandbox to refuse. A dict is
    asked for its item first, which is the same for every name but those of ``fetch_attribute``.
    """
    try:
        return holder[name] if type(holder) is dict else getattr(holder, name)
    except (AttributeError, KeyError):
        return fetch_item(holder, name)


def fetch_attribute(holder: Any, name: str) -> Any:  # noqa: ANN401
    """``holder.name`` for a name that a dict has as an attribute, such as ``items``."""
    try:
        return getattr(holder, name)
    except AttributeError:
        return fetch_item(holder, name)


def fetch_item(holder: Any, name: str) -> Any:  # noqa: ANN401
    """What is left when there is no such attribute."""
    try:
        return holder[name]
    except (TypeError, LookupError):
        return StrictUndefined(obj=holder, name=name)


class _Bytes(CodeGenerator):
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("encoded = environment.encoded")
        self.writeline("fetch = environment.fetch")
        self.writeline("fetch_attribute = environment.fetch_attribute")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """One tuple for all that stands between two control tags."""
        self.writeline("yield (", node)
        for child in node.nodes:
            self.newline(child)
            try:
                constant = child.as_const(frame.eval_ctx)
            except nodes.Impossible:
                self.write("encoded(")
                self.visit(child, frame)
                self.write("),")
            else:
                self.write(f"{str(escape(constant)).encode()!r},")
        self.write(")")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("fetch_attribute(" if node.attr in _DICT_ATTRIBUTES else "fetch(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")


class TemplateEnvironment(SandboxedEnvironment):
    """The one set-up of Jinja: sandboxed, always escaping, strict about what is missing."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=printable)


class BytesEnvironment(TemplateEnvironment):
    """The same rules, compiled to code that yields bytes."""

    code_generator_class = _Bytes
    fetch = staticmethod(fetch)
    fetch_attribute = staticmethod(fetch_attribute)
    encoded = staticmethod(encoded)
