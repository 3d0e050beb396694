"""Each room imports only what its row in walls.yaml allows; the floors are held by import-linter (`make lint`)."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.house import tree

WALLS = yaml.safe_load(tree.source(Path(__file__).with_name("walls.yaml")))
OPEN_TO_ALL = {"errors", "settings", "resources"}


def _room(path: Path) -> str:
    return path.relative_to(tree.ROOT / "legalkit").parts[0].removesuffix(".py")


def _imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports, wherever in it."""
    for node in ast.walk(tree.parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, path)
            # `from legalkit import law` names a room only in its second half
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def _origin(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    here = path.relative_to(tree.ROOT).parent.parts
    return ".".join([*here[: len(here) - node.level + 1], *([node.module] if node.module else [])])


def _breach(importer: str, imported: str) -> str | None:
    """The room or package that ``importer`` must not know, or nothing."""
    top, _, rest = imported.partition(".")
    if top in sys.stdlib_module_names:
        return None
    if top != "legalkit":
        return None if top in WALLS[importer]["theirs"] else top
    room = rest.partition(".")[0]
    allowed = {importer, "__version__", *WALLS[importer]["ours"]}
    if importer not in OPEN_TO_ALL:
        allowed |= OPEN_TO_ALL
    return None if room in allowed else f"legalkit.{room}"


def it_lets_no_room_import_what_its_row_does_not_allow():
    modules = [path for path in tree.under("legalkit", suffix=".py") if path != tree.ROOT / "legalkit/__init__.py"]
    breaches = [
        f"{tree.name(path)}:{line} imports {wrong}"
        for path in modules
        for line, imported in _imported(path)
        if (wrong := _breach(_room(path), imported))
    ]
    assert breaches == []


def it_has_a_row_for_every_room():
    rooms = {_room(path) for path in tree.under("legalkit", suffix=".py")} - {"__init__"}
    assert rooms <= set(WALLS)


def it_sees_a_breach_in_every_spelling():
    module = tree.ROOT / "legalkit/docx/render.py"
    spellings = ["import legalkit.law", "from legalkit import law", "from legalkit.law import x", "from ..law import x"]
    for spelling in spellings:
        node = ast.parse(spelling).body[0]
        name = node.names[0].name if isinstance(node, ast.Import) else f"{_origin(node, module)}.{node.names[0].name}"
        assert _breach("docx", name) == "legalkit.law", spelling


def and_it_tells_one_package_from_another():
    assert _breach("docx", "docxtpl.template") is None
    assert _breach("filings", "docxtpl") == "docxtpl"
    assert _breach("case", "yaml") == "yaml"
    assert _breach("errors", "legalkit.settings") == "legalkit.settings"
