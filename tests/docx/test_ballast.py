import io

from docx import Document
from docx.oxml.ns import qn

from legalkit.docx import Language, derive
from tests.docx import build
from tests.docx.equality import members

EDIT_IDS = (
    '<w:p w:rsidR="00AA00AA" w:rsidRDefault="00AA00AB"><w:proofErr w:type="spellStart"/><w:r><w:t>a</w:t></w:r></w:p>'
)


def it_drops_what_is_not_the_form_itself():
    document = build.new()
    document.add_paragraph("x")
    names = set(members(build.to_bytes(document)))
    assert {"docProps/thumbnail.jpeg", "customXml/item1.xml", "word/stylesWithEffects.xml", "docProps/app.xml"} <= names
    left = set(members(derive(build.to_bytes(document), Language.BILINGUAL)))
    assert not [n for n in left if n.startswith(("customXml", "docProps/app", "docProps/thumb", "word/stylesWith"))]


def it_forgets_who_made_the_template():
    document = build.new()
    document.core_properties.author = document.core_properties.last_modified_by = "Someone"
    core = Document(io.BytesIO(derive(build.to_bytes(document), Language.KO))).core_properties
    assert (core.author, core.last_modified_by, core.comments, core.revision) == ("", "", "", 0)


def it_drops_edit_marks_and_comments():
    document = build.new()
    document.element.body.insert(0, build.xml(EDIT_IDS))
    paragraph = document.add_paragraph()
    document.add_comment(paragraph.add_run("x"), "비밀 메모", author="Someone", initials="S")
    variant = derive(build.to_bytes(document), Language.BILINGUAL)
    body = members(variant)["word/document.xml"]
    assert [mark for mark in (b"rsid", b"proofErr", b"comment") if mark in body] == []
    assert "비밀 메모".encode() not in b"".join(members(variant).values())


def it_drops_the_settings_that_tell_of_editing():
    document = build.new()
    document.settings.element.append(build.xml('<w:rsids><w:rsidRoot w:val="00AA00AA"/></w:rsids>'))
    settings = Document(io.BytesIO(derive(build.to_bytes(document), Language.KO))).settings.element
    assert settings.find(qn("w:rsids")) is None


def it_drops_the_mark_of_where_the_cursor_was_and_no_other():
    document = build.new()
    for number, name in ((0, "_GoBack"), (1, "mine")):
        marks = (f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>')
        document.add_paragraph()._p.extend(build.xml(mark) for mark in marks)
    body = Document(io.BytesIO(derive(build.to_bytes(document), Language.BILINGUAL))).element.body
    assert [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))] == ["mine"]
    assert [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkEnd"))] == ["1"]
