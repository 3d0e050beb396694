"""A template made ready once and rendered many times; what comes out equals what docxtpl itself gives.

Once: docxtpl's own patching of the XML, one Jinja compile a part, everything that never changes deflated into one
beginning of a zip. Per document: run the compiled parts, deflate them, close the zip.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import jinja2
from docxtpl import DocxTemplate
from jinja2 import nodes

from legalkit.docx import archive, structure
from legalkit.docx.codegen import FORBIDDEN, BytesEnvironment, Sheet, TemplateEnvironment
from legalkit.docx.coreprops import MEMBER, core_entry, core_xml
from legalkit.docx.listing import resolve
from legalkit.docx.model import Language, Properties
from legalkit.docx.places import line_of, numbered, place
from legalkit.docx.values import Foreign, ValueRefused, written
from legalkit.errors import Problem, TemplateError

_FAILURES = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_PICTURE_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_BODY = "word/document.xml"
_FIRST_PICTURE_ID = 1001  # docxtpl's own count
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Source(NamedTuple):
    """One part of a template as docxtpl prepares it for Jinja."""

    member: str
    head: str
    xml: str
    tail: str


class Part(NamedTuple):
    """One part, compiled."""

    member: str
    text: str
    head: bytes
    code: jinja2.Template
    tail: bytes
    shape: structure.Shape
    braced: bool

    def fill(self, context: Mapping[str, object]) -> Sheet:
        """What the part prints for one document, in pieces.

        Raises:
            Foreign: as ``render``.
        """
        sheet = Sheet(self.code.environment, {**self.code.globals, **context}, None, {})
        try:
            next(self.code.root_render_func(sheet), None)  # nothing is yielded: it all goes to the sheet
        except (AttributeError, KeyError):  # a tag that names nothing, or asks whether it does
            raise Foreign from None
        return sheet

    def render(self, context: Mapping[str, object]) -> bytes:
        """The XML of the part for one document.

        Raises:
            Foreign: only docxtpl knows what to do with this document.
        """
        sheet = self.fill(context)
        pieces = [self.head, *sheet.fixed, *sheet.fixed, self.tail]
        pieces[1:-1:2], pieces[2:-1:2] = sheet.fixed, written(sheet.varying)
        xml = b"".join(pieces)
        if self.shape.hollow and _has_hollow_table(xml):
            raise Foreign
        if self.braced:  # docxtpl's way to write a literal {{ in a template
            xml = xml.replace(b"{_{", b"{{").replace(b"}_}", b"}}").replace(b"{_%", b"{%").replace(b"%_}", b"%}")
        return resolve(xml)


class Compiled:
    """The template of one language, ready to be filled.

    Args:
        variant: what ``derive`` gives.
        language: the language it was derived for.

    Attributes:
        slow: why this template goes the docxtpl way; empty if it does not.

    Raises:
        TemplateError: ``E-TPL-SYNTAX`` a tag cannot be read, ``E-TPL-FORBIDDEN`` it reaches for what it must not.
    """

    def __init__(self, variant: bytes, language: Language) -> None:
        self._variant = variant
        self._language = language
        template = DocxTemplate(io.BytesIO(variant))
        template.render_init()
        sources = list(_sources(template))
        self._parts = {source.member: _compile(source) for source in sources if "{" in source.xml}
        self.slow = [Problem(why.code, part.member) for part in self._parts.values() for why in part.shape.reasons]
        self._beginning = archive.Archive()
        if not self.slow:
            self._begin({source.member: _constant(source) for source in sources if source.member not in self._parts})

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


def _sources(template: DocxTemplate) -> Iterator[Source]:
    """Every part that docxtpl fills, patched by docxtpl."""
    whole = template.xml_to_string(template.docx._element)
    start, end = whole.index("<w:body"), whole.rindex("</w:body>") + len("</w:body>")
    body = template.patch_xml(template.get_xml())
    body = re.sub(r"^<w:body[^>]*>", "<w:body>", body, count=1)  # the root declares the namespaces already
    count = iter(range(_FIRST_PICTURE_ID, _FIRST_PICTURE_ID + body.count("<wp:docPr") + 1))
    body = _PICTURE_ID.sub(lambda m: f"{m.group(1)}{next(count)}", body)
    yield Source(_BODY, _DECLARATION + whole[:start], body, whole[end:])
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield Source(str(part.partname)[1:], _DECLARATION, template.patch_xml(template.get_part_xml(part)), "")
    for part in template.docx.part.package.parts:
        if part.content_type == _FOOTNOTES:
            yield Source(str(part.partname)[1:], "", template.patch_xml(part.blob.decode()), "")


_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
_ENVIRONMENT = BytesEnvironment()


def _constant(source: Source) -> bytes:
    return resolve(f"{source.head}{source.xml}{source.tail}".encode())


def _compile(source: Source) -> Part:
    text = numbered(source.xml)
    try:
        tree = _ENVIRONMENT.parse(text)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(Problem("E-TPL-SYNTAX", place(source.member, text, error.lineno))) from None
    every = list(tree.find_all(nodes.Node))
    _check_names(source, text, every)
    data = [node for node in every if isinstance(node, nodes.TemplateData)]
    for node in data:
        node.data = re.sub(r"\n<w:p([ >])", r"<w:p\1", node.data)
    strings = [*(str(node.value) for node in every if isinstance(node, nodes.Const)), *(node.data for node in data)]
    return Part(
        member=source.member,
        text=text,
        head=source.head.encode(),
        shape=structure.shape(tree, body=source.member == _BODY),
        code=jinja2.Template.from_code(_ENVIRONMENT, _ENVIRONMENT.compile(tree), _ENVIRONMENT.make_globals(None)),
        tail=source.tail.encode(),
        braced=any("{" in string or "}" in string for string in strings),
    )


def _check_names(source: Source, text: str, every: Iterable[nodes.Node]) -> None:
    problems = [
        Problem("E-TPL-FORBIDDEN", place(source.member, text, node.lineno))
        for node in every
        if isinstance(node, nodes.Getattr) and (node.attr.startswith("_") or node.attr in FORBIDDEN)
    ]
    if problems:
        raise TemplateError(problems)
