"""Word documents: from one template of both languages to a filled file. Knows no case and no law."""

from legalkit.docx.checks import lint
from legalkit.docx.model import Language, Properties
from legalkit.docx.pdf import to_pdf
from legalkit.docx.reading import leftover, texts
from legalkit.docx.rendering import compiled, render, why_slow
from legalkit.docx.variants import derive

__all__ = ["Language", "Properties", "compiled", "derive", "leftover", "lint", "render", "texts", "to_pdf", "why_slow"]
