import pytest
from docx.enum.style import WD_STYLE_TYPE

from tests.docx import build
from tests.docx.test_checks import found


@pytest.mark.parametrize("style", ["EN Body", "EN Banner", "Field", "Number"])
def it_finds_hangul_outside_korean_text(style):
    document = build.sound()
    build.line(document, "한글", style)
    assert "HANGUL" in found(document)


def and_it_finds_it_inside_a_tag():
    document = build.sound()
    build.line(document, "{{ x or '없음' }}", "Field")
    assert found(document) == ["HANGUL"]


@pytest.mark.parametrize("text", ["Name", "성명 name", "e-mail"])
@pytest.mark.parametrize("style", ["KO Body", "Field"])
def it_finds_english_outside_english_text(text, style):
    document = build.sound()
    build.line(document, text, style)
    assert "ENGLISH" in found(document)


@pytest.mark.parametrize("text", ["URL", "SHA-256", "PDF · IP", "{{ words.inside.tags }}", "A", "1)", "☎1366"])
def but_it_accepts_what_belongs_to_both(text):
    document = build.sound()
    build.line(document, text, "Field")
    assert found(document) == []


def it_counts_a_run_by_its_own_style():
    document = build.sound()
    paragraph = build.line(document, "{{ n }} ", "Field")
    paragraph.add_run("예", "KO Word")
    paragraph.add_run("yes", "EN Word")
    assert found(document) == []
    paragraph.runs[-1]._r.getparent().remove(paragraph.runs[-1]._r)
    assert found(document) == ["TWIN"]


def it_finds_a_korean_style_without_an_english_twin():
    document = build.sound()
    document.styles.add_style("KO Alone", WD_STYLE_TYPE.PARAGRAPH)
    assert found(document) == []
    build.line(document, "가", "KO Alone")
    assert found(document) == ["NO-TWIN"]


@pytest.mark.parametrize("style", ["KO Body", "EN Body"])
def it_finds_a_paragraph_without_its_twin(style):
    document = build.sound()
    build.line(document, "1", style)
    assert found(document) == ["TWIN"]


def and_it_does_not_look_for_the_twin_behind_a_control_line():
    document = build.sound()
    build.line(document, "{%p if x %}", "CTL")
    build.line(document, "가", "KO Body")
    build.line(document, "{%p else %}", "CTL")
    build.line(document, "a", "EN Body")
    build.line(document, "{%p endif %}", "CTL")
    assert found(document) == ["TWIN"]


def but_it_accepts_blocks_of_each_language_in_turn():
    document = build.sound()
    for style in ("KO Body", "KO Body", "EN Body", "EN Body"):
        build.line(document, "1", style)
    assert found(document) == []


@pytest.mark.parametrize("row", [[[("가", "KO Body")], [("1", "Field")]], [[("1", "Field")], [("a", "EN Body")]]])
def it_finds_a_narrative_row_that_lacks_a_language(row):
    document = build.sound()
    build.table(document, [row], 2, style="Pair")
    assert "PAIR" in found(document)
