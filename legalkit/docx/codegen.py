"""Jinja's own compiler, told to collect UTF-8 bytes and values and to read attributes without a detour.

Only the outermost level of a template is compiled this way: what captures its output (macros, ``{% set %}`` blocks …)
needs strings, and ``structure`` sends such templates the docxtpl way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from keyword import iskeyword
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import escape

from legalkit.docx.model import Language
from legalkit.docx.values import printable

FORBIDDEN = frozenset(
    ["format", "format_map", "mro", "gi_frame", "gi_code", "cr_frame", "cr_code", "ag_frame", "ag_code"]
)
"""Attributes by which a template could leave its sandbox; names that begin with ``_`` are forbidden too."""

_DICT_ATTRIBUTES = frozenset(dir(dict))
_LOOP, _INDEX = ("loop",), ("loop", "index")
_TOLD = (_INDEX, ("loop", "first"), ("loop", "last"))


@dataclass(frozen=True, slots=True)
class Turn:
    """What ``loop`` tells in one turn of a loop; ``number`` is ``index`` as it is printed."""

    index: int
    number: str
    first: bool
    last: bool


@lru_cache(maxsize=64)
def _turns(count: int) -> list[Turn]:
    return [Turn(n, str(n), n == 1, n == count) for n in range(1, count + 1)]


def turns(items: Iterable[object], _undefined: object) -> Iterable[tuple[object, Turn]]:
    """In place of Jinja's own loop, which works out in each turn what nobody asks."""
    items = [*items]
    return zip(items, _turns(len(items)), strict=True)


class Sheet(Context):
    """What a part is filled from, and what it has printed so far: in turn, bytes that never change, and a value."""

    def __init__(self, *args: Any) -> None:  # noqa: ANN401
        super().__init__(*args)
        self.pieces: list[Any] = []


_Path = tuple[str, ...]


def _path(node: nodes.Node) -> _Path:
    """``("a", "b")`` for the tag ``a.b``; empty for everything that is no plain path."""
    if isinstance(node, nodes.Getattr):
        above = _path(node.node)
        return (*above, node.attr) if above and node.attr not in _DICT_ATTRIBUTES else ()
    return (node.name,) if isinstance(node, nodes.Name) else ()


class _Bytes(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Looks at all tags first: what is asked for more than its texts in two languages is most likely a mapping."""
        paths = [_path(each) for each in node.find_all((nodes.Name, nodes.Getattr))]
        self._turns = paths.count(_LOOP) == sum(map(paths.count, _TOLD))
        self._mappings = {path[:-1] for path in paths if path[1:] and path[-1] not in set(Language)}
        self._mappings -= {_LOOP} if self._turns else set()
        self._turns_apart = any(node.find_all((nodes.Call, nodes.Assign)))
        super().visit_Template(node, frame)

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Without the mapping that Jinja makes in each turn of a loop for what is called or set there."""
        if self._turns_apart or x != "_loop_vars = {}":
            super().writeline(x, node, extra)

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("pieces = context.pieces")
        if self._turns:
            self.writeline("LoopContext = environment.turns")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """One list grows by all that stands between two control tags: each value behind what never changes."""
        values, text = [], b""
        for child in node.nodes:
            try:
                text += str(escape(child.as_const(frame.eval_ctx))).encode()
            except nodes.Impossible:
                values.append((text, child, _path(child)))
                text = b""
        end = f"{text!r},'')" if text else ")"
        guessed = bool(values) and all(path for _, _, path in values)
        if guessed:
            code = self._guess([path for _, _, path in values], frame)
            self.writeline(f"pieces += ({''.join(f'{text!r},{code[path]},' for text, _, path in values)}{end}", node)
            self.outdent()
            self.writeline("except (AttributeError, KeyError):")
            self.indent()
        self.writeline("pieces += (", node)
        for text, child, _ in values:
            self.write(f"{text!r},")
            self.newline(child)
            self.visit(child, frame)
            self.write(",")
        self.write(end)
        if guessed:
            self.outdent()

    def _guess(self, paths: list[_Path], frame: Frame) -> dict[_Path, str]:
        """The quickest way to look paths up, right for what our filings say; where it fails, all is looked up again."""
        code = {path[:1]: frame.symbols.ref(path[0]) for path in paths}
        for path in paths:
            for at, name in enumerate(path[1:], 1):
                step = f"[{name!r}]" if path[:at] in self._mappings else ".number" if path == _INDEX else f".{name}"
                code[path[: at + 1]] = code[path[:at]] + step
        self.writeline("try:")
        self.indent()
        if holders := [f"type({each})" for path, each in code.items() if path in self._mappings]:
            self.writeline(f"if not {' is '.join(holders)} is dict: raise KeyError")
        return code

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A look-up that is no call; what is not there is found out by docxtpl, which then makes the document."""
        name, held = node.attr, self.temporary_identifier()
        if not name.isascii() or iskeyword(name) or name in _DICT_ATTRIBUTES:
            super().visit_Getattr(node, frame)
            return
        self.write(f"({held}[{name!r}] if type({held} := ")
        self.visit(node.node, frame)
        self.write(f") is dict else {held}.{name})")


class TemplateEnvironment(SandboxedEnvironment):
    """The one set-up of Jinja: sandboxed, always escaping, strict about what is missing."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=printable)


class BytesEnvironment(TemplateEnvironment):
    """The same rules, compiled to code that fills a ``Sheet``."""

    code_generator_class = _Bytes
    turns = staticmethod(turns)


ENVIRONMENT = BytesEnvironment()
"""One for all templates; it holds nothing of theirs."""
