"""A template made ready once and rendered many times."""

import io
from collections.abc import Mapping
from typing import Any

import jinja2
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from legalkit.docx import archive
from legalkit.docx.coreprops import MEMBER, core_xml
from legalkit.docx.model import Language, Properties
from legalkit.docx.places import line_of, numbered, place
from legalkit.docx.values import ValueRefused, printable
from legalkit.errors import Problem, TemplateError

_FAILURES = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


def environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined, finalize=printable)


class Compiled:
    def __init__(self, variant: bytes) -> None:
        self._variant = variant

    def render(self, context: Mapping[str, object], properties: Properties, language: Language) -> bytes:
        template = DocxTemplate(io.BytesIO(self._variant))
        try:
            template.render(dict(context), environment(), autoescape=True)
            core = core_xml(properties, language)
        except ValueRefused as refused:
            raise TemplateError(Problem(refused.code, self._place(template, refused), refused.params)) from None
        except _FAILURES as error:
            code = "E-TPL-MISSING" if isinstance(error, jinja2.UndefinedError) else "E-TPL-FAILED"
            raise TemplateError(Problem(code, self._place(template, error))) from None
        buffer = io.BytesIO()
        template.save(buffer)
        return archive.pack({**archive.unpack(buffer.getvalue()), MEMBER: core})

    def _place(self, template: Any, error: Exception) -> str:
        part = template.current_rendering_part
        if part is None:
            return ""
        source = numbered(template.patch_xml(template.get_part_xml(part)))
        return place(str(part.partname)[1:], source, line_of(error.__traceback__))
