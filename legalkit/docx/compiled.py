"""A template made ready once and rendered many times; what comes out equals what docxtpl itself gives.

Once: what ``preparing`` found out, as code that runs, and everything that never changes deflated into one beginning of
a zip. Per document: run the code, deflate what it gives, close the zip.
"""

import io
from collections.abc import Mapping
from typing import Any, NamedTuple

import jinja2

from legalkit.docx import archive
from legalkit.docx.codegen import ENVIRONMENT, Sheet, TemplateEnvironment
from legalkit.docx.coreprops import MEMBER, core_entry, core_xml
from legalkit.docx.listing import LINE_BREAK, resolve
from legalkit.docx.model import Language, Properties
from legalkit.docx.places import CODE, line_of, place
from legalkit.docx.ready import Prepared, PreparedPart
from legalkit.docx.values import Foreign, ValueRefused, written
from legalkit.errors import Problem, TemplateError

_FAILURES = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


class Part(NamedTuple):
    """One part, compiled."""

    text: str
    code: jinja2.Template
    hollow: bool
    again: bool

    @classmethod
    def of(cls, part: PreparedPart) -> "Part":
        """What Jinja wrote as Python, made ready to run."""
        run = compile(part.code, CODE, "exec")
        code = jinja2.Template.from_code(ENVIRONMENT, run, ENVIRONMENT.make_globals(None))
        return cls(part.text, code, part.hollow, part.again)

    def fill(self, context: Mapping[str, object]) -> list[Any]:
        """What the part prints for one document: bytes that never change and values, in turn.

        Raises:
            Foreign: as ``render``.
        """
        sheet = Sheet(ENVIRONMENT, {**ENVIRONMENT.globals, **context}, None, {})
        try:
            next(self.code.root_render_func(sheet), None)  # nothing is yielded: it all goes to the sheet
        except (AttributeError, KeyError):  # a tag that names nothing, or asks whether it does
            raise Foreign from None
        return sheet.pieces

    def render(self, context: Mapping[str, object]) -> bytes:
        """The XML of the part for one document.

        Raises:
            Foreign: only docxtpl knows what to do with this document.
        """
        pieces = self.fill(context)
        pieces[1::2], odd = written(pieces[1::2], "\n" if self.again else LINE_BREAK)
        xml = b"".join(pieces)
        if self.hollow and _has_hollow_table(xml):
            raise Foreign
        if self.again:  # docxtpl's way to write a literal {{ in a template
            xml = xml.replace(b"{_{", b"{{").replace(b"}_}", b"}}").replace(b"{_%", b"{%").replace(b"%_}", b"%}")
        return resolve(xml) if odd or self.again else xml


class Compiled:
    """The template of one language, ready to be filled.

    Args:
        prepared: what ``prepare`` gives.
        language: the language it was prepared for.

    Attributes:
        slow: why this template goes the docxtpl way; empty if it does not.
    """

    def __init__(self, prepared: Prepared, language: Language) -> None:
        self._variant = prepared.variant
        self._language = language
        self._parts = {part.member: Part.of(part) for part in prepared.parts if part.code}
        self.slow = [Problem(code, part.member) for part in prepared.parts for code in part.slow]
        self._beginning = archive.Archive()
        if not self.slow:
            self._begin({part.member: part.text.encode() for part in prepared.parts if not part.code})

    def _begin(self, constant: Mapping[str, bytes]) -> None:
        members = {**archive.unpack(self._variant), **constant}
        for name in archive.in_order(members):
            if name not in self._parts and name != MEMBER:
                self._beginning.add(archive.entry(name, members[name]))

    def render(self, context: Mapping[str, object], properties: Properties) -> bytes:
        """One document.

        Raises:
            TemplateError: as ``legalkit.docx.render``.
        """
        if self.slow:
            return self.render_by_docxtpl(context, properties)
        member = ""
        try:
            document = self._beginning.copy()
            document.add(core_entry(properties, self._language))
            for member, part in self._parts.items():
                document.add(archive.entry(member, part.render(context)))
            return document.close()
        except Foreign:
            return self.render_by_docxtpl(context, properties)
        except (ValueRefused, *_FAILURES) as error:
            raise self._explained(member, error) from None

    def render_by_docxtpl(self, context: Mapping[str, object], properties: Properties) -> bytes:
        """One document, made by docxtpl itself: the yardstick, and the way for what cannot be compiled.

        Raises:
            TemplateError: as ``legalkit.docx.render``.
        """
        from docxtpl import DocxTemplate  # few documents go this way, and loading it costs more than a paper

        template = DocxTemplate(io.BytesIO(self._variant))
        try:
            template.render(dict(context), TemplateEnvironment(), autoescape=True)
            core = core_xml(properties, self._language)
        except (ValueRefused, *_FAILURES) as error:
            raise self._explained(str(template.current_rendering_part.partname)[1:], error) from None
        buffer = io.BytesIO()
        template.save(buffer)
        return archive.pack({**archive.unpack(buffer.getvalue()), MEMBER: core})

    def _explained(self, member: str, error: Exception) -> TemplateError:
        part = self._parts.get(member)
        where = place(member, part.text, line_of(error.__traceback__)) if part else member
        if isinstance(error, ValueRefused):
            return TemplateError(Problem(error.code, where, error.params))
        code = "E-TPL-MISSING" if isinstance(error, jinja2.UndefinedError) else "E-TPL-FAILED"
        return TemplateError(Problem(code, where))


def _has_hollow_table(xml: bytes) -> bool:
    """Whether a table has a grid and no row; capital G is rare in this XML, so looking for it is quick."""
    at = xml.find(b"G")
    while at >= 0 and not xml.startswith(b"Grid></w:tbl>", at):
        at = xml.find(b"G", at + 1)
    return at >= 0
