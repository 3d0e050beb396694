"""One way in for everybody who fills a template."""

from collections.abc import Mapping
from functools import lru_cache

from legalkit.docx import ready
from legalkit.docx.compiled import Compiled
from legalkit.docx.model import Language, Properties
from legalkit.errors import Problem

_TEMPLATES_KEPT = 128
"""More than all filings in three languages; one takes 50-150 KB."""


@lru_cache(maxsize=_TEMPLATES_KEPT)
def compiled(template: bytes, language: Language) -> Compiled:
    """The variant of one language, compiled once for the life of the process.

    Raises:
        TemplateError: ``E-TPL-FILE``, ``E-TPL-SYNTAX`` or ``E-TPL-FORBIDDEN``, the template is broken.
    """
    found = ready.find(template, language)
    if found is None:
        from legalkit.docx.preparing import prepare  # loading docxtpl and python-docx costs more than a paper

        found = prepare(template, language)
    return Compiled(found, language)


def why_slow(template: bytes) -> list[Problem]:
    """Why documents of this template are made by docxtpl itself, many times slower, and not by the compiled way.

    Returns:
        Problems ``W-TPL-SLOW-…`` with the part of the template, one for each reason; empty if it is compiled. A value
        that brings its own XML (docxtpl's ``RichText``) makes one document slow and is not seen here.

    Raises:
        TemplateError: the template is broken.
    """
    found = {(p.code, p.path): p for language in Language for p in compiled(template, language).slow}
    return list(found.values())


def render(template: bytes, language: Language, context: Mapping[str, object], properties: Properties) -> bytes:
    """Fill a template.

    Args:
        template: the Word file that holds both languages.
        language: which document to make.
        context: what the tags name; strings, whole numbers, lists, objects with ``.ko`` and ``.en``. All text is
            escaped; a line break in it becomes a line break of the document.
        properties: title and day of the document.

    Returns:
        The Word file; the same XML for the same arguments.

    Raises:
        TemplateError: ``E-TPL-MISSING`` a tag names nothing, ``E-TPL-VALUE`` it names no text, ``E-TPL-CHARACTER``
            the text holds a character that XML cannot, ``E-TPL-FAILED`` it cannot be worked out; each with the place
            in the template and never the value.
    """
    return compiled(template, language).render(context, properties)
