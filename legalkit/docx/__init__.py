"""Word documents: from one template of both languages to a filled file. Knows no case and no law."""

from legalkit.docx.model import Language, Properties
from legalkit.docx.rendering import render
from legalkit.docx.variants import derive

__all__ = ["Language", "Properties", "derive", "render"]
