"""Where in a template something went wrong, named by the paragraph and its tags, never by a value."""

import re
from types import TracebackType

MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
"""One tag of a template, whole."""

CODE = "<template>"
"""The file that the code of a template says it comes from; Jinja's own word."""


def numbered(source: str) -> str:
    """The source of a part with every paragraph on a line of its own, so that line numbers name paragraphs."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source)


def place(member: str, source: str, line: int | None) -> str:
    """Name a place of a template.

    Args:
        member: the part, such as ``"word/document.xml"``.
        source: the numbered source of the part.
        line: the line Jinja names, if it does.

    >>> place("word/footer1.xml", numbered("<w:p>a</w:p><w:p>{{ x }}</w:p>"), 3)
    'word/footer1.xml, paragraph 2: {{ x }}'
    """
    lines = source.split("\n")
    if line is None or not 1 <= line <= len(lines):
        return member
    tags = MARK.findall(re.sub(r"<[^>]+>", "", lines[line - 1]))
    return f"{member}, paragraph {line - 1}" + (f": {' '.join(tags[:3])}" if tags else "")


def line_of(trace: TracebackType | None) -> int | None:
    """The line of the template source in which a rendering stopped."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == CODE:
            template = trace.tb_frame.f_globals.get("__jinja_template__")
            line = template.get_corresponding_lineno(trace.tb_lineno) if template is not None else trace.tb_lineno
        trace = trace.tb_next
    return line
