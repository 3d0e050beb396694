"""What the gates look at: the project's own files, read once."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or is about to be, in the repository."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True,
    ).stdout.decode("utf-8")  # fmt: skip
    return tuple(path for name in sorted(set(listing.split("\0")) - {""}) if (path := ROOT / name).is_file())


def under(*tops: str, suffix: str = "") -> list[Path]:
    """The files below the given top-level names, or those names themselves."""
    return [path for path in files() if path.relative_to(ROOT).parts[0] in tops and path.name.endswith(suffix)]


def name(path: Path) -> str:
    """The path as a person types it, the same on every system."""
    return path.relative_to(ROOT).as_posix()


@cache
def source(path: Path) -> str:
    """The text of a file, which is UTF-8."""
    return path.read_text(encoding="utf-8")


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(source(path))


@dataclass(frozen=True)
class Function:
    """A function and its length in lines, its docstring left out: explaining more must never cost a split."""

    place: str
    lines: int


def functions(path: Path) -> Iterator[Function]:
    """Every function of a module, nested ones too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Function(f"{name(path)}:{node.lineno} {node.name}", _span(node) - _docstring_span(node))


def _span(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _docstring_span(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return _span(node.body[0]) if ast.get_docstring(node, clean=False) is not None else 0
