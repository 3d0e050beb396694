import pytest
from docx.oxml.ns import qn

from tests.docx import build
from tests.docx.test_checks import found

PICTURE = '<w:r><w:drawing><wp:docPr id="1" name="seal"{}/></w:drawing></w:r>'
LOOP = ["{%tr for x in xs %}", [[("{{ x }}", "Field")], [("1", "Field")]], "{%tr endfor %}"]


def it_finds_a_cell_without_a_paragraph():
    document = build.sound()
    cell = build.table(document, [[[("1", "Field")]]], 1).rows[0].cells[0]
    cell._tc.remove(cell.paragraphs[0]._p)
    assert found(document) == ["CELL"]


def it_finds_a_heading_that_does_not_repeat_over_rows_in_a_loop():
    document = build.sound()
    table = build.table(document, [[[("1", "Field")], [("2", "Field")]], *LOOP], 2)
    assert found(document) == ["HEADER-ROW"]
    build.heading(table.rows[0])
    assert found(document) == []


def but_a_table_that_begins_with_its_loop_needs_none():
    document = build.sound()
    build.table(document, LOOP, 2)
    assert found(document) == []


def it_finds_a_row_that_may_split():
    document = build.sound()
    row = build.table(document, [[[("1", "Field")]]], 1).rows[0]._tr
    row.trPr.remove(row.trPr.find(qn("w:cantSplit")))
    assert found(document) == ["ROW-SPLITS"]


@pytest.mark.parametrize("font", ["HCR Batang", "Calibri", "NanumMyeongjo"])
def it_finds_a_font_that_the_reader_may_not_have(font):
    document = build.sound()
    document.paragraphs[0].runs[0].font.name = font
    assert found(document) == ["FONT"]


def and_a_font_of_a_theme():
    document = build.sound()
    document.styles["Field"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "minorHAnsi")
    assert found(document) == ["FONT"]


def it_finds_a_picture_that_says_nothing():
    document = build.sound()
    build.line(document, "", "Field")._p.append(build.xml(PICTURE.format("")))
    assert found(document) == ["ALT"]
    document = build.sound()
    build.line(document, "", "Field")._p.append(build.xml(PICTURE.format(' descr="A seal"')))
    assert found(document) == []


def it_finds_a_document_that_is_not_korean():
    document = build.sound()
    lang = document.styles.element.find(".//" + qn("w:docDefaults")).find(".//" + qn("w:lang"))
    lang.set(qn("w:val"), "en-US")
    assert found(document) == ["LANG"]


def it_finds_a_language_set_by_hand():
    document = build.sound()
    document.paragraphs[0].runs[0]._r.get_or_add_rPr().append(build.xml('<w:lang w:val="en-US"/>'))
    assert found(document) == ["DIRECT-LANG"]


def it_finds_a_tracked_change_and_a_comment():
    document = build.sound()
    document.paragraphs[0]._p.append(build.xml('<w:ins w:id="9" w:author="x"/>'))
    assert found(document) == ["TRACKED"]
    document = build.sound()
    document.add_comment(document.paragraphs[0].runs[0], "note", author="x", initials="x")
    assert found(document) == ["TRACKED"]
