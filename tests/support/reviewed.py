"""Every reviewed pair of texts in ``patterns/*.yaml``, by its place."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePath
from typing import Any

import yaml

from legalkit.filings._pattern import Bracket, Node, Verb, parse
from legalkit.language import Bilingual

FOLDER = files("legalkit.filings") / "patterns"
FILES = tuple(sorted(PurePath(entry.name).stem for entry in FOLDER.iterdir()))


def read(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def pairs(name: str) -> Iterator[tuple[str, Bilingual]]:
    """Every pair of one file."""
    yield from _within(read(name), name)


def _within(node: Any, place: str) -> Iterator[tuple[str, Bilingual]]:
    if isinstance(node, dict):
        for before in ("", "many_"):
            if f"{before}ko" in node and isinstance(node[f"{before}ko"], str):
                yield f"{place}.{before}".rstrip("._"), Bilingual(node[f"{before}ko"], node[f"{before}en"])
        for key, below in node.items():
            yield from _within(below, f"{place}.{key}")
    elif isinstance(node, list):
        for number, below in enumerate(node):
            yield from _within(below, f"{place}[{number}]")


def bracketed(text: str) -> list[str]:
    """The answers to which clauses are bound, in alphabetical order."""
    return sorted(_answers(parse(text)))


def _answers(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Bracket):
            yield node.answer
            yield from _answers(node.parts)
        elif isinstance(node, Verb):
            yield from _answers(node.past)
