import io

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt

from legalkit.docx import Language, derive
from legalkit.errors import TemplateError
from tests.docx import build


def _derived(document, language):
    return Document(io.BytesIO(derive(build.to_bytes(document), language)))


def _said(holder):
    return [(p.style.name, p.text) for p in holder.paragraphs]


def it_takes_the_paragraphs_of_the_other_language_out():
    document = build.new()
    build.pair(document, "가", "a")
    build.line(document, "{{ url }}", "Field")
    assert _said(_derived(document, Language.KO)) == [("KO Body", "가"), ("Field", "{{ url }}")]
    assert _said(_derived(document, Language.EN)) == [("EN Body", "a"), ("Field", "{{ url }}")]
    assert _said(_derived(document, Language.BILINGUAL)) == _said(document)


def it_takes_the_runs_of_the_other_language_out_of_a_neutral_paragraph():
    document = build.new()
    paragraph = build.line(document, "{{ n }} ", "Field")
    paragraph.add_run("예", "KO Word")
    paragraph.add_run("yes", "EN Word")
    assert _said(_derived(document, Language.KO)) == [("Field", "{{ n }} 예")]
    assert _said(_derived(document, Language.EN)) == [("Field", "{{ n }} yes")]


def it_never_touches_a_control_line():
    document = build.new()
    line = build.line(document, "{%p for x in xs %}", "CTL")
    line.add_run("", "EN Word")
    assert _said(_derived(document, Language.KO)) == [("CTL", "{%p for x in xs %}")]


def it_keeps_one_paragraph_in_every_cell_and_drops_no_row():
    document = build.new()
    build.table(
        document, [[[("성명", "KO Label")], [("Name", "EN Label")]], "{%tr if x %}", [[], []], "{%tr endif %}"], 2
    )
    table = _derived(document, Language.KO).tables[0]
    assert len(table.rows) == 4
    assert [_said(cell) for cell in table.rows[0].cells] == [[("KO Label", "성명")], [("KO Label", "")]]


def it_keeps_the_paragraph_behind_a_table_in_a_cell():
    document = build.new()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.paragraphs[0].style = "KO Body"
    cell.add_table(rows=1, cols=1)
    cell.paragraphs[-1].style = "EN Body"
    assert _derived(document, Language.KO).tables[0].rows[0].cells[0]._tc[-1].tag == qn("w:p")


def it_keeps_the_end_of_a_section_that_stands_in_the_other_language():
    document = build.new()
    build.pair(document, "가", "a")
    document.add_section().orientation = WD_ORIENT.LANDSCAPE
    last = document.element.body.findall(qn("w:p"))[-1]
    assert last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    last.get_or_add_pPr().style = "ENBody"
    assert [s.orientation for s in _derived(document, Language.KO).sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]


def it_derives_headers_and_footers_too():
    document = build.new()
    build.pair(document.sections[0].header, "머리", "head")
    build.pair(document.sections[0].footer, "꼬리", "foot")
    section = _derived(document, Language.EN).sections[0]
    assert [p.text for p in section.header.paragraphs if p.text] == ["head"]
    assert [p.text for p in section.footer.paragraphs if p.text] == ["foot"]


def it_gives_english_alone_the_look_of_the_korean_twin_but_its_own_fonts():
    document = build.new()
    korean, english = document.styles["KO Title"], document.styles["EN Title"]
    korean.font.bold, korean.paragraph_format.space_before = True, Pt(9)
    english.font.name = "Arial"
    alone, beside = (_derived(document, language).styles["EN Title"] for language in (Language.EN, Language.BILINGUAL))
    assert (alone.font.size.pt, alone.font.bold, alone.font.color.rgb) == (14, True, None)
    assert alone.paragraph_format.space_before == Pt(9)
    assert alone.font.name == "Arial"
    assert beside.font.size.pt == 8


def and_a_style_without_a_twin_keeps_its_look():
    document = build.new()
    assert _derived(document, Language.EN).styles["EN Banner"].font.size.pt == 10


@pytest.mark.parametrize(("language", "tag"), [("ko", "ko-KR"), ("en", "en-US"), ("bilingual", "ko-KR")])
def it_sets_the_language_of_the_document(language, tag):
    styles = _derived(build.new(), Language(language)).styles.element
    lang = styles.find(".//" + qn("w:docDefaults")).find(".//" + qn("w:lang"))
    assert (lang.get(qn("w:val")), lang.get(qn("w:eastAsia"))) == (tag, "ko-KR")


def it_gives_the_same_bytes_for_the_same_template():
    template = build.to_bytes(build.sound())
    assert derive(template, Language.KO) == derive(template, Language.KO)


def but_it_refuses_what_is_no_word_document():
    with pytest.raises(TemplateError, match="E-TPL-FILE"):
        derive(b"nothing", Language.KO)


def it_takes_out_a_link_that_is_left_empty():
    document = build.new()
    paragraph = build.line(document, "", "Field")
    paragraph._p.append(
        build.xml('<w:hyperlink w:anchor="x"><w:r><w:rPr><w:rStyle w:val="ENWord"/></w:rPr></w:r></w:hyperlink>')
    )
    assert _derived(document, Language.KO).paragraphs[0]._p.findall(qn("w:hyperlink")) == []
    assert len(_derived(document, Language.EN).paragraphs[0]._p.findall(qn("w:hyperlink"))) == 1


def it_sets_the_language_of_a_document_that_names_none():
    document = build.new()
    properties = document.styles.element.find(".//" + qn("w:docDefaults")).find(".//" + qn("w:rPr"))
    properties.remove(properties.find(qn("w:lang")))
    lang = _derived(document, Language.EN).styles.element.find(".//" + qn("w:docDefaults")).find(".//" + qn("w:lang"))
    assert lang.get(qn("w:val")) == "en-US"


def it_keeps_the_fonts_of_an_english_style_whose_twin_says_nothing():
    document = build.new()
    korean, english = document.styles["KO Note"], document.styles["EN Note"]
    korean.element.remove(korean.element.rPr)
    english.font.name = "Arial"
    alone = _derived(document, Language.EN).styles["EN Note"]
    assert (alone.font.name, alone.font.size) == ("Arial", None)
