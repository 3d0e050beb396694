import io

from docx import Document
from docx.oxml import OxmlElement

from legalkit.docx import Language, derive
from tests.docx import build

ROWS = [
    "{%tr for f in facts %}",
    [[("{{ f.n }}", "Number")], [("{{ f.ko }}", "KO Body")], [("{{ f.en }}", "EN Body")]],
    "{%tr endfor %}",
]


def _derived(document, language):
    return Document(io.BytesIO(derive(build.to_bytes(document), language)))


def _pair(rows, columns=3):
    document = build.new()
    return document, build.table(document, rows, columns, style="Pair")


def it_makes_paragraphs_of_a_narrative_table_in_one_language():
    derived = _derived(_pair(ROWS)[0], Language.KO)
    assert derived.tables == []
    assert [(p.style.name, p.text) for p in derived.paragraphs] == [
        ("CTL", "{%p for f in facts %}"),
        ("KO Body", "{{ f.n }}\t{{ f.ko }}"),
        ("CTL", "{%p endfor %}"),
    ]


def it_takes_along_the_line_that_parted_the_table_from_what_follows():
    document, _ = _pair(ROWS)
    build.line(document, "", "Break")
    build.line(document, "뒤", "KO Body")
    assert [p.style.name for p in _derived(document, Language.KO).paragraphs][-2:] == ["CTL", "KO Body"]
    assert "Break" in [p.style.name for p in _derived(document, Language.BILINGUAL).paragraphs]


def but_it_leaves_a_line_that_ends_a_section():
    document, _ = _pair(ROWS)
    line = build.line(document, "", "Break")
    line._p.get_or_add_pPr().append(OxmlElement("w:sectPr"))
    assert [p.style.name for p in _derived(document, Language.KO).paragraphs][-1] == "Break"


def it_hangs_the_number_before_the_text():
    layout = _derived(_pair(ROWS)[0], Language.EN).paragraphs[1].paragraph_format
    assert layout.left_indent == -layout.first_line_indent
    assert round(layout.left_indent.mm) == 10


def it_leaves_the_table_in_the_bilingual_document():
    assert [len(t.rows) for t in _derived(_pair(ROWS)[0], Language.BILINGUAL).tables] == [3]


def it_needs_no_number_column():
    document, _ = _pair([[[("가", "KO Body")], [("a", "EN Body")]]], columns=2)
    line = _derived(document, Language.KO).paragraphs[0]
    assert (line.text, line.paragraph_format.left_indent) == ("가", None)


def it_drops_the_heading_over_the_two_columns():
    head = [[("", "Number")], [("국문", "KO Label")], [("English", "EN Label")]]
    document, table = _pair([head, *ROWS])
    build.heading(table.rows[0])
    assert "국문" not in [p.text for p in _derived(document, Language.KO).paragraphs]


def it_keeps_all_paragraphs_of_a_cell_in_order():
    cell = [("{%p if f.ko %}", "CTL"), ("{{ f.ko }}", "KO Body"), ("{%p endif %}", "CTL"), ("끝", "KO Note")]
    document, _ = _pair([[[("{{ f.n }}", "Number")], cell, [("{{ f.en }}", "EN Body")]]])
    said = [p.text for p in _derived(document, Language.KO).paragraphs]
    assert said == ["{%p if f.ko %}", "{{ f.n }}\t{{ f.ko }}", "{%p endif %}", "끝"]


def it_finds_a_control_tag_that_word_split_over_runs():
    document, table = _pair(ROWS)
    control = table.rows[0].cells[0].paragraphs[0]
    control.clear()
    for piece in ("{%", "tr for f", " in facts %}"):
        control.add_run(piece)
    assert _derived(document, Language.KO).paragraphs[0].text == "{%p for f in facts %}"
