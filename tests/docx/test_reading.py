import datetime

from legalkit.docx import Language, Properties, body, leftover, render, texts
from tests.docx import build

PROPERTIES = Properties("Title", datetime.date(2026, 11, 22))


def it_reads_headers_first_then_the_body_then_footers_then_properties():
    document = build.new()
    section = document.sections[0]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "head", "foot"
    build.table(document, [[[("cell", "Field")], [("two\nlines", "Field")]]], 2)
    build.line(document, "end", "Field")
    said = texts(render(build.to_bytes(document), Language.KO, {}, PROPERTIES))
    assert [t for t in said if t] == ["head", "cell", "two\nlines", "end", "foot", "Title", "ko-KR"] + said[-2:]
    assert said[-2:] == ["2026-11-22T00:00:00Z"] * 2


def it_reads_down_the_pages_a_row_on_a_line_and_nothing_around_them():
    document = build.new()
    section = document.sections[0]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "head", "- 1 / 1 -"
    build.line(document, "start", "Field")
    build.table(document, [[[("no.", "Field")], [("what", "Field"), ("more", "Field")]], [[("1", "Field")], []]], 2)
    build.line(document, "end", "Field")
    assert body(render(build.to_bytes(document), Language.KO, {}, PROPERTIES)) == [
        "start",
        "no. · what more",
        "1",
        "end",
    ]


def and_two_languages_side_by_side_under_each_other():
    made = render(build.to_bytes(build.sound()), Language.BILINGUAL, build.context(), PROPERTIES)
    assert "1\n첫째 사실\nFirst fact" in body(made)


def and_the_sign_of_a_list_without_a_dot_behind_it():
    document = build.new()
    build.table(document, [[[("□", "Field")], [("item", "Field")]]], 2)
    assert body(build.to_bytes(document)) == ["□ item"]


def it_reads_a_text_box_once_and_the_words_for_a_picture():
    document = build.new()
    inner = "<w:p><w:r><w:t>in</w:t></w:r></w:p>"
    box = f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    document.element.body.insert(0, build.xml(f"<w:p><w:r><w:t>out</w:t></w:r>{box}</w:p>"))
    document.add_paragraph()._p.append(
        build.xml('<w:r><w:drawing><wp:docPr id="1" name="n" descr="a seal"/></w:drawing></w:r>')
    )
    said = texts(build.to_bytes(document))
    assert [said.count(text) for text in ("out", "in", "a seal")] == [1, 1, 1]


def it_reads_where_links_lead():
    document = build.new()
    document.part.relate_to(
        "https://example.org/secret",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    assert "https://example.org/secret" in texts(build.to_bytes(document))


def it_finds_a_tag_that_is_left():
    document = build.new()
    for text in ("{{ a }}", "{% if %}", "{# c #}", "half }}", "{a}", "100 %"):
        build.line(document, text, "Field")
    assert leftover(build.to_bytes(document)) == ["{{ a }}", "{% if %}", "{# c #}", "half }}"]
