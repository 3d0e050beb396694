import io

import pytest
from pypdf import PdfReader, PdfWriter

from legalkit.docx.merge import merge
from legalkit.errors import FileError


def pdf(pages: int, title: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if title:
        writer.add_metadata({"/Title": title, "/Author": "somebody"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def outline(whole: bytes) -> list[tuple[str, int]]:
    reader = PdfReader(io.BytesIO(whole))
    return [(str(entry.title), reader.get_destination_page_number(entry)) for entry in reader.outline]


def it_puts_documents_one_after_the_other_under_bookmarks():
    whole = merge([pdf(2, "고소장"), pdf(1, "증거목록"), pdf(3)], [])
    assert len(PdfReader(io.BytesIO(whole)).pages) == 6
    assert outline(whole) == [("고소장", 0), ("증거목록", 2), ("3", 3)]


def it_takes_the_titles_that_it_is_given():
    assert outline(merge([pdf(1, "x"), pdf(1)], ["하나", "둘"])) == [("하나", 0), ("둘", 1)]


def it_carries_no_property_of_a_document_over():
    assert b"somebody" not in merge([pdf(1, "x")])


def it_names_by_its_number_a_file_that_is_no_pdf():
    with pytest.raises(FileError) as caught:
        merge([pdf(1), b"no PDF at all"])
    assert [(p.code, p.path, p.params) for p in caught.value.problems] == [
        ("E-PDF-UNREADABLE", "documents[1]", {"number": 2})
    ]


def it_names_one_that_is_encrypted():
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(FileError, match="E-PDF-UNREADABLE"):
        merge([out.getvalue()])
