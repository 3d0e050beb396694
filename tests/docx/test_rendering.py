import datetime
import io

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from legalkit.docx import Language, Properties, render, texts, why_slow
from legalkit.docx.compiled import Compiled
from legalkit.errors import TemplateError
from legalkit.package import generate
from tests.docx import build
from tests.support.names import PERSONAS, persona

PROPERTIES = Properties("Complaint & 고소장", datetime.date(2026, 11, 22), subject="두 언어")
SOUND = build.to_bytes(build.sound())


def _one_line(tag: str = "{{ a }}") -> bytes:
    document = build.new()
    build.line(document, tag, "Field")
    return build.to_bytes(document)


ONE_LINE = _one_line()


def _say(text: object) -> str:
    document = render(ONE_LINE, Language.KO, {"a": text}, PROPERTIES)
    return Document(io.BytesIO(document)).paragraphs[0].text


@pytest.mark.parametrize(
    "text",
    ['A&B <x> > "q" \'😊', "{{ jinja }}", "{% if %}", "{_{ x }_}", "{_% x %_}", "{# c #}", "{", "}}", "&amp;", "&#123;"]
    + ["가" * 10_000, " two  spaces ", "\u00a0\u200b\u2028", "𠀀", "%(x)s", "<w:p/>", "]]>"],
)
def it_prints_literally_what_a_person_wrote(text):
    assert _say(text) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def it_prints_any_text_literally(text):
    assert _say(text) == text


@pytest.mark.parametrize(("text", "said"), [("a\nb", "a\nb"), ("a\r\nb\rc", "a\nb\nc"), ("a\tb", "a\tb"), (7, "7")])
def it_turns_line_breaks_and_tabs_into_those_of_the_document(text, said):
    assert _say(text) == said


@pytest.mark.parametrize("text", ["\x00", "a\x0bb", "\x1f", "\ufffe", "\ud800", "A & B \x0c"])
def but_it_refuses_a_character_that_would_cost_text(text):
    with pytest.raises(TemplateError) as caught:
        _say(text)
    assert [p.code for p in caught.value.problems] == ["E-TPL-CHARACTER"]


@pytest.mark.parametrize("value", [None, True, 1.5, ["x"], {"ko": "x"}, object()])
def but_it_refuses_a_value_that_is_no_text(value):
    with pytest.raises(TemplateError) as caught:
        _say(value)
    problem = caught.value.problems[0]
    assert (problem.code, problem.params) == ("E-TPL-VALUE", {"type": type(value).__name__})


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"date": {"ko": "x"}}, "", ""),
        ({"date": {}}, "E-TPL-MISSING", "{{ date.ko }}"),
        ({"facts": 3}, "E-TPL-FAILED", "{% for f in facts %}"),
        ({"name": {"ko": "비밀\x00", "en": ""}}, "E-TPL-CHARACTER", "{{ name.ko }}"),
    ],
)
def it_names_the_place_in_the_template_and_never_the_value(changes, code, place):
    if not code:
        assert render(SOUND, Language.KO, build.context(**changes), PROPERTIES)
        return
    with pytest.raises(TemplateError) as caught:
        render(SOUND, Language.KO, build.context(**changes), PROPERTIES)
    problem = caught.value.problems[0]
    assert problem.code == code
    assert place in problem.path
    assert "비밀" not in f"{problem} {caught.value}"


def and_it_names_it_in_a_template_that_goes_the_slow_way():
    template = _one_line("{% filter upper %}{{ b }}{% endfilter %}{{ a }}")
    with pytest.raises(TemplateError) as caught:
        render(template, Language.KO, {"a": "비밀\x00", "b": "x"}, PROPERTIES)
    assert caught.value.problems[0].path.startswith("word/document.xml, paragraph 1: {% filter upper %}")


def but_it_refuses_a_file_that_is_no_word_document():
    for blob in (b"", b"PK", b"%PDF-1.7"):
        with pytest.raises(TemplateError, match="E-TPL-FILE"):
            render(blob, Language.KO, {}, PROPERTIES)


@pytest.mark.parametrize(("language", "tag"), [("ko", "ko-KR"), ("en", "en-US"), ("bilingual", "ko-KR")])
def it_gives_the_document_a_title_a_language_a_day_and_no_author(language, tag):
    document = Document(io.BytesIO(render(SOUND, Language(language), build.context(), PROPERTIES)))
    core = document.core_properties
    assert (core.title, core.subject, core.language) == ("Complaint & 고소장", "두 언어", tag)
    assert core.created == core.modified
    assert (core.created.date(), core.created.hour) == (datetime.date(2026, 11, 22), 0)
    assert (core.author, core.last_modified_by, core.comments, core.keywords, core.category) == ("", "", "", "", "")


def it_prints_each_language_and_nothing_of_the_other():
    said = {lang: "\n".join(texts(render(SOUND, lang, build.context(), PROPERTIES))) for lang in Language}
    korean = ("고 소 장", "김하나", "첫째 사실", "고소장 7")
    english = ("Criminal Complaint", "Kim Ha-na", "First fact", "Complaint 7", "Courtesy translation for the reader.")
    assert [t for t in korean if t not in said[Language.KO]] == []
    assert [t for t in english if t in said[Language.KO]] == []
    assert [t for t in english if t not in said[Language.EN]] == []
    assert [t for t in korean if t in said[Language.EN]] == []
    assert [t for t in (*korean, *english) if t not in said[Language.BILINGUAL]] == []


@pytest.mark.parametrize("name", PERSONAS)
def it_makes_no_paper_of_the_five_people_the_slow_way(name, monkeypatch):
    def slow(self, context, properties):
        raise AssertionError("docxtpl made this one")

    monkeypatch.setattr(Compiled, "render_by_docxtpl", slow)
    assert generate(persona(name), PROPERTIES.created).files


def it_says_why_a_template_is_slow():
    assert why_slow(SOUND) == []
    slow = why_slow(_one_line("{% filter upper %}{{ b }}{% endfilter %}"))
    assert [(p.code, p.path) for p in slow] == [("W-TPL-SLOW-STATEMENT", "word/document.xml")]
