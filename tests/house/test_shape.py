"""Modules are read in one sitting, functions at a glance, and a test is where its module is."""

import ast
import tomllib
from fnmatch import fnmatch
from pathlib import Path

from tests.house import tree
from tests.house.figures import percentile

MODULE_LINES = 400
FUNCTION_LINES = 60
FUNCTION_LINES_95 = 20

# Rooms of the tests that have no twin in legalkit.
OWN_ROOMS = {"house", "journeys", "personas", "validator"}


def _modules(*tops: str) -> list[Path]:
    return tree.under(*tops, suffix=".py")


def it_keeps_every_module_within_400_lines():
    modules = _modules("legalkit", "tests", "benchmarks")
    lengths = {tree.name(path): len(tree.source(path).splitlines()) for path in modules}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def it_keeps_every_function_within_60_lines():
    long = [f for path in _modules("legalkit", "tests") for f in tree.functions(path) if f.lines > FUNCTION_LINES]
    assert long == []


def and_it_keeps_95_of_100_functions_within_20():
    lengths = [function.lines for path in _modules("legalkit") for function in tree.functions(path)]
    assert percentile(lengths, 0.95) <= FUNCTION_LINES_95


def it_finds_a_docstring_at_the_head_of_every_module():
    modules = _modules("legalkit", "benchmarks")
    assert [tree.name(path) for path in modules if not ast.get_docstring(tree.parsed(path))] == []


def it_finds_a_module_for_every_test_module():
    strays = [tree.name(path) for path in _modules("tests") if path.name.startswith("test_") and not _has_twin(path)]
    assert strays == []


BEGINNINGS = ("it", "but", "and", "or", "nor", "so", "then", "when", "they", "its", "test")


def it_finds_no_sentence_in_a_test_module_that_is_never_run():
    """A name that the runner does not look for is a test that cannot fail."""
    settings = tomllib.loads((tree.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]
    runs = settings["ini_options"]["python_functions"]
    modules = [path for path in _modules("tests") if path.name.startswith("test_")]
    every = [(tree.name(path), node) for path in modules for node in ast.walk(tree.parsed(path))]
    names = [(name, node.name) for name, node in every if isinstance(node, ast.FunctionDef)]
    sentences = [each for each in names if each[1].partition("_")[0] in BEGINNINGS]
    assert len(sentences) > 1_000
    assert [each for each in sentences if not any(fnmatch(each[1], pattern) for pattern in runs)] == []


def _has_twin(test: Path) -> bool:
    """Whether tests/x/test_y.py has legalkit/x/y.py, legalkit/x/_y.py, the package legalkit/x/y/ or the script y.js."""
    folder, room = test.relative_to(tree.ROOT / "tests").parent, test.stem.removeprefix("test_")
    if OWN_ROOMS & set(folder.parts):
        return True
    home = tree.ROOT / "legalkit" / folder
    return any((home / twin).is_file() for twin in (f"{room}.py", f"_{room}.py", f"{room}/__init__.py", f"{room}.js"))


def it_finds_no_broad_except():
    broad = [
        f"{tree.name(path)}:{node.lineno}"
        for path in _modules("legalkit", "tests", "benchmarks")
        for node in ast.walk(tree.parsed(path))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type)
    ]
    assert broad == []


def _is_broad(caught: ast.expr | None) -> bool:
    """Whether a handler catches all there is; in a tuple, whether one of them does."""
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(each) for each in caught.elts)
    return caught is None or (isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"})


def it_makes_every_folder_of_modules_a_package():
    """Without an __init__.py, import-linter would pass a room by."""
    folders = {path.parent for path in _modules("legalkit")}
    assert sorted(tree.name(folder) for folder in folders if not (folder / "__init__.py").is_file()) == []


def it_names_only_test_modules_that_exist_among_the_slow_ones():
    named = tree.source(tree.ROOT / "tests" / "slow.txt").split()
    assert [name for name in named if not (tree.ROOT / name).is_file()] == []
