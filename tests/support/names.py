"""The five people, as cases."""

from functools import lru_cache
from pathlib import Path

from legalkit.case import Case
from legalkit.vault.case_file import load

EXAMPLES = Path(__file__).parents[2] / "legalkit" / "examples"
PERSONAS = tuple(sorted(path.stem for path in EXAMPLES.glob("*.yaml")))


@lru_cache
def persona(name: str) -> Case:
    return load(EXAMPLES / f"{name}.yaml")
