"""Several PDF files as one to print, each under a bookmark of its own."""

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from legalkit.errors import FileError, Problem


def merge(documents: Sequence[bytes], titles: Sequence[str] = ()) -> bytes:
    """One PDF of several, in their order, with a bookmark at the first page of each.

    Args:
        documents: PDF files, not encrypted.
        titles: of the bookmarks; where there is none, the title that the document itself bears, else its number.

    Raises:
        FileError: ``E-PDF-UNREADABLE``, one is no PDF or is encrypted; it is named by its number from 1.
    """
    whole = PdfWriter()
    for number, content in enumerate(documents, start=1):
        try:
            reader = PdfReader(io.BytesIO(content))
            own = reader.metadata.title if reader.metadata else None
            title = titles[number - 1] if number <= len(titles) else own or str(number)
            whole.append(reader, outline_item=title)
        except (PyPdfError, ValueError, KeyError) as error:
            raise FileError(Problem("E-PDF-UNREADABLE", f"documents[{number - 1}]", {"number": number})) from error
    whole.metadata = None  # the first document's would stand for all of them
    out = io.BytesIO()
    whole.write(out)
    return out.getvalue()
