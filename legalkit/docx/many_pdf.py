"""Many documents to PDF in few runs of LibreOffice: one that fails is named, and the others are made all the same."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from legalkit.docx.pdf import to_pdf
from legalkit.errors import Problem, ToolError

AT_ONCE = 40
"""Documents a run: the start (1.5 s) is then a fifth of the work, and a run that hangs costs little."""
_START_SECONDS = 60
_DOCUMENT_SECONDS = 10


def to_pdfs(documents: Mapping[str, bytes]) -> dict[str, bytes | Problem]:
    """The PDF of each document, or why there is none.

    Args:
        documents: Word files by any name, such as their path in a package; files without the ending ``.docx`` are left
            out.

    Returns:
        PDF files by the same names; for one that LibreOffice cannot convert, a :class:`Problem` ``E-PDF-FAILED`` or
        ``E-PDF-TIMEOUT`` with its name as path.

    Raises:
        ToolError: ``E-PDF-NO-OFFICE``, there is no LibreOffice.
    """
    names = [name for name in documents if name.lower().endswith(".docx")]
    found: dict[str, bytes | Problem] = {}
    for first in range(0, len(names), AT_ONCE):
        found |= _converted({name: documents[name] for name in names[first : first + AT_ONCE]})
    return found


def _converted(documents: Mapping[str, bytes]) -> dict[str, bytes | Problem]:
    """One run; then, if it failed, another without those that failed, or each alone if nothing tells which."""
    names = list(documents)
    try:
        return dict(zip(names, _one_run(list(documents.values())), strict=True))
    except ToolError as error:
        problems = error.problems
    if problems[0].code == "E-PDF-NO-OFFICE":
        raise ToolError(problems)
    if len(names) == 1:
        return {names[0]: Problem(problems[0].code, names[0], {**problems[0].params, "number": 1})}
    bad = {names[int(str(each.params["number"])) - 1] for each in problems if "number" in each.params}
    good = {name: content for name, content in documents.items() if name not in bad}
    again = [good, *({name: documents[name]} for name in bad)] if bad else [{n: documents[n]} for n in names]
    return {name: pdf for part in again if part for name, pdf in _converted(part).items()}


def _one_run(contents: Sequence[bytes]) -> list[bytes]:
    """The PDF files of documents; on disk, for as long as LibreOffice needs them, they bear numbers for names."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        folder = Path(own)
        paths = [folder / f"{number}.docx" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        made = to_pdf(paths, folder, timeout=_START_SECONDS + _DOCUMENT_SECONDS * len(paths))
        return [pdf.read_bytes() for pdf in made]
