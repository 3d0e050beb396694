"""Word documents: from one template of both languages to a filled file. Knows no case and no law.

What reads and checks documents is imported when it is first asked for: filling them needs neither python-docx nor
docxtpl, and loading these costs more than a paper.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from legalkit.docx.model import Language, Properties
from legalkit.docx.pdf import to_pdf
from legalkit.docx.rendering import compiled, render, why_slow

if TYPE_CHECKING:
    from legalkit.docx.checks import lint
    from legalkit.docx.reading import body, leftover, texts
    from legalkit.docx.variants import derive

__all__ = [
    "Language",
    "Properties",
    "body",
    "compiled",
    "derive",
    "leftover",
    "lint",
    "render",
    "texts",
    "to_pdf",
    "why_slow",
]

_HOMES = {"body": "reading", "derive": "variants", "leftover": "reading", "lint": "checks", "texts": "reading"}


def __getattr__(name: str) -> object:
    """The names that are imported when they are first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
