"""The part of making a template ready that takes the time: its variant, docxtpl's patching, Jinja's compiler.

What comes out is plain data, the same for the same template, and may be kept (see ``ready``).
"""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import starmap
from pathlib import Path

import jinja2
from docxtpl import DocxTemplate
from jinja2 import nodes

from legalkit.docx import ready, structure
from legalkit.docx.codegen import ENVIRONMENT, FORBIDDEN
from legalkit.docx.listing import resolve
from legalkit.docx.model import Language
from legalkit.docx.places import numbered, place
from legalkit.docx.ready import Prepared, PreparedPart
from legalkit.docx.variants import derive
from legalkit.errors import Problem, TemplateError

_PICTURE_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_BODY = "word/document.xml"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
_FIRST_PICTURE_ID = 1001  # docxtpl's own count
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def prepare(template: bytes, language: Language) -> Prepared:
    """Everything about a template that depends on no document.

    Raises:
        TemplateError: ``E-TPL-FILE`` it is no Word document, ``E-TPL-SYNTAX`` a tag cannot be read,
            ``E-TPL-FORBIDDEN`` it reaches for what it must not.
    """
    variant = derive(template, language)
    source = DocxTemplate(io.BytesIO(variant))
    source.render_init()
    return Prepared(variant, tuple(starmap(_part, _sources(source))))


def _sources(template: DocxTemplate) -> Iterator[tuple[str, str]]:
    """Every part that docxtpl fills: its name, and its XML as docxtpl prepares it for Jinja."""
    whole = template.xml_to_string(template.docx._element)
    start, end = whole.index("<w:body"), whole.rindex("</w:body>") + len("</w:body>")
    body = template.patch_xml(template.get_xml())
    body = re.sub(r"^<w:body[^>]*>", "<w:body>", body, count=1)  # the root declares the namespaces already
    count = iter(range(_FIRST_PICTURE_ID, _FIRST_PICTURE_ID + body.count("<wp:docPr") + 1))
    body = _PICTURE_ID.sub(lambda m: f"{m.group(1)}{next(count)}", body)
    yield _BODY, _DECLARATION + whole[:start] + body + whole[end:]
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield str(part.partname)[1:], _DECLARATION + template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.parts:
        if part.content_type == _FOOTNOTES:
            yield str(part.partname)[1:], template.patch_xml(part.blob.decode())


def _part(member: str, xml: str) -> PreparedPart:
    if "{" not in xml:
        return PreparedPart(member, resolve(xml.encode()).decode())
    text = numbered(xml)
    try:
        tree = ENVIRONMENT.parse(text)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(Problem("E-TPL-SYNTAX", place(member, text, error.lineno))) from None
    every = list(tree.find_all(nodes.Node))
    _check_names(member, text, every)
    for node in every:
        if isinstance(node, nodes.TemplateData):
            node.data = re.sub(r"\n<w:p([ >])", r"<w:p\1", node.data)
    code = ENVIRONMENT.compile(tree, raw=True)
    literals = code.replace("{}", "")  # bytes as Python writes them; its own code has no other braces
    shape = structure.shape(tree, body=member == _BODY)
    return PreparedPart(
        member,
        text,
        code=code,
        slow=tuple(problem.code for problem in shape.reasons),
        hollow=shape.hollow,
        again=shape.loose or any(mark in literals for mark in ("{", "}", "\\n", "\\t")),
    )


def _check_names(member: str, text: str, every: Iterable[nodes.Node]) -> None:
    problems = [
        Problem("E-TPL-FORBIDDEN", place(member, text, node.lineno))
        for node in every
        if isinstance(node, nodes.Getattr) and (node.attr.startswith("_") or node.attr in FORBIDDEN)
    ]
    if problems:
        raise TemplateError(problems)


def write(folder: Path) -> None:
    """Makes all our templates ready in all languages; whatever else was in the folder goes.

    Raises:
        OSError: the folder cannot be written.
        TemplateError: a template is broken.
    """
    made = {ready.name(blob, language): (blob, language) for blob in ready.ours() for language in Language}
    folder.mkdir(parents=True, exist_ok=True)
    there = {file.name: file for file in folder.iterdir()}
    for name in there.keys() - made.keys():
        there[name].unlink()
    for name in made.keys() - there.keys():
        (folder / name).write_bytes(ready.content(prepare(*made[name])))


if __name__ == "__main__":
    write(Path(str(ready.FOLDER)))
