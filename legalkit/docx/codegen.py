"""Jinja's own compiler, told to yield UTF-8 bytes and to read attributes without a detour.

Only the outermost level of a template is compiled this way: what captures its output (macros, ``{% set %}`` blocks …)
needs strings, and ``structure`` sends such templates the docxtpl way.
"""

from collections.abc import Iterable
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import concat

from legalkit.docx.values import encoded, printable

FORBIDDEN = frozenset(
    ["format", "format_map", "mro", "gi_frame", "gi_code", "cr_frame", "cr_code", "ag_frame", "ag_code"]
)
"""Attributes by which a template could leave its sandbox; names that begin with ``_`` are forbidden too."""

_DICT_ATTRIBUTES = frozenset(dir(dict))


class Foreign(Exception):  # noqa: N818
    """This document needs docxtpl itself: a value brings XML of its own, or a table came out empty."""


def fetch(holder: Any, name: str) -> Any:  # noqa: ANN401
    """``holder.name`` as Jinja understands it: the attribute, else the item, else strictly undefined.

    The names were checked when the template was compiled, so nothing is left for the sandbox to refuse.
    """
    if type(holder) is dict and name not in _DICT_ATTRIBUTES:
        return holder[name] if name in holder else StrictUndefined(obj=holder, name=name)
    try:
        return getattr(holder, name)
    except AttributeError:
        pass
    try:
        return holder[name]
    except (TypeError, LookupError):
        return StrictUndefined(obj=holder, name=name)


def output(value: object) -> bytes:
    """What a ``{{ tag }}`` prints.

    Raises:
        Foreign: the value is no plain text.
    """
    if type(value) is str:
        return encoded(value)
    if hasattr(value, "__html__"):
        raise Foreign
    return str(printable(value)).encode()


class _Bytes(CodeGenerator):
    def _output_const_repr(self, group: Iterable[Any]) -> str:
        return repr(concat(group).encode())

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        self.write("environment.output(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        self.write(")")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("environment.fetch(")
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
    output = staticmethod(output)
