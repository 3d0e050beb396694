import pytest

from tests.docx import build
from tests.docx.test_checks import found


@pytest.mark.parametrize("text", ["{{ name", "name }}", "{% if", "{{ a } b", "# #}"])
def it_finds_half_a_tag(text):
    document = build.sound()
    build.line(document, text, "KO Body")
    build.line(document, text, "EN Body")
    assert "STRAY" in found(document)


@pytest.mark.parametrize("text", ["보임 {%p if x %}", "{%p if x %} {%p endif %}", "{{ x }}", "{% if x %}", "글"])
def it_finds_a_control_line_with_anything_else_in_it(text):
    document = build.sound()
    build.line(document, text, "CTL")
    assert "CTL-TEXT" in found(document)


def it_finds_a_row_tag_that_is_not_alone_in_its_row():
    document = build.sound()
    build.line(document, "{%tr if x %}", "CTL")
    assert "CTL-ROW" in found(document)
    document = build.sound()
    build.table(document, [[[("{%tr if x %}", "CTL")], [("{{ a }}", "Field")]], "{%tr endif %}"], 2)
    assert "CTL-ROW" in found(document)


@pytest.mark.parametrize(
    "text", ["{%p if x %}", "{% if x %}", "{% endif %}", "{%tr for x in y %}", "{%- if x %}{% endif %}"]
)
def it_finds_a_tag_that_steers_more_than_its_own_paragraph(text):
    document = build.sound()
    build.line(document, text, "Field")
    assert "CONTROL" in found(document)


@pytest.mark.parametrize(
    "text",
    ["{% if x %}{{ x }}{% else %}-{% endif %}", "{% for x in xs %}{{ x }} {% endfor %}", "{% set y = x %}{{ y }}"],
)
def but_it_accepts_one_that_stays_inside(text):
    document = build.sound()
    build.line(document, text, "Field")
    assert found(document) == []


@pytest.mark.parametrize("text", ["{{r x }}", "{{p x }}", "{{ x|safe }}", "{{ x | safe }}"])
def it_finds_a_value_that_may_bring_its_own_xml(text):
    document = build.sound()
    build.line(document, text, "Field")
    assert "RAW" in found(document)
