import sys

import pytest

from legalkit.docx import Language, compiled, pdf, render, texts, to_pdf
from legalkit.errors import ToolError
from legalkit.resources import data
from tests.docx import build
from tests.docx.equality import Fake, names_in
from tests.docx.test_compiled import PROPERTIES
from tests.support import validators

WORDS = ["홍길동", "고소인은 위 계정을 보았습니다.", "A sentence of some length.", "①② 漢字 ○○", "2026. 5. 1.", ""]
OURS = sorted(p.name for p in data("templates").iterdir() if p.name.endswith(".docx"))


def _made(folder, template, context):
    made = []
    for language in Language:
        path = folder / f"문서 {language}.docx"
        path.write_bytes(render(template, language, context, PROPERTIES))
        made.append(path)
    return made


@pytest.mark.render
def it_makes_tagged_pdf_with_the_right_fonts_and_every_word(tmp_path):
    documents = _made(tmp_path, build.to_bytes(build.sound()), build.context())
    for document, made in zip(documents, validators.pdf_of(documents, tmp_path), strict=True):
        assert made == document.with_suffix(".pdf")
        assert b"/MarkInfo" in made.read_bytes()
        assert validators.fallback_fonts(made) == []
        said = texts(document.read_bytes())
        assert validators.lost_texts(made, said[: said.index(PROPERTIES.title)]) == []


@pytest.mark.render
@pytest.mark.parametrize("name", OURS)
def it_makes_sound_documents_of_every_template_of_ours(name, tmp_path):
    template = (data("templates") / name).read_bytes()
    names = names_in(compiled(template, Language.BILINGUAL))
    documents = _made(tmp_path, template, {key: Fake(key, 5, WORDS) for key in names})
    assert {d.name: validators.every_problem(d) for d in documents} == {d.name: [] for d in documents}
    assert [validators.fallback_fonts(p) for p in validators.pdf_of(documents, tmp_path)] == [[], [], []]


@pytest.mark.render
def but_it_names_by_its_number_a_document_that_fails(tmp_path):
    good = _made(tmp_path, build.to_bytes(build.sound()), build.context())[0]
    bad = tmp_path / "김하나.docx"
    bad.write_bytes(b"PK\x03\x04 no document")
    validators.pdf_of([good], tmp_path)
    with pytest.raises(ToolError) as caught:
        to_pdf([good, bad], tmp_path, timeout=120)
    assert [(p.code, p.path, p.params) for p in caught.value.problems] == [
        ("E-PDF-FAILED", "documents[1]", {"number": 2})
    ]
    assert "김하나" not in str(caught.value)


@pytest.mark.render
def it_sees_each_kind_of_damage(tmp_path):
    document = build.new()
    build.line(document, "{{ left }}", "Field")
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell._tc.remove(cell.paragraphs[0]._p)
    path = tmp_path / "broken.docx"
    path.write_bytes(build.to_bytes(document))
    assert validators.leftover(path.read_bytes()) == ["{{ left }}"]
    assert validators.audit_problems(path) != []
    document.paragraphs[0].style.element.set("unknown", "x")
    document.element.body.insert(0, build.xml("<w:sectPr/>"))
    path.write_bytes(build.to_bytes(document))
    assert validators.sdk_problems(path) != []


def it_says_so_when_there_is_no_libreoffice(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    monkeypatch.setattr(pdf, "_PLACES", (str(tmp_path / "nowhere"),))
    with pytest.raises(ToolError, match="E-PDF-NO-OFFICE"):
        to_pdf([tmp_path / "a.docx"], tmp_path, timeout=1)


def it_ends_a_libreoffice_that_takes_too_long(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "_arguments", lambda profile, made: ["-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(pdf, "find_office", lambda: sys.executable)
    with pytest.raises(ToolError) as caught:
        to_pdf([tmp_path / "a.docx"], tmp_path, timeout=1)
    assert [(p.code, p.params) for p in caught.value.problems] == [("E-PDF-TIMEOUT", {"seconds": 1})]


def it_refuses_two_documents_that_would_become_one_pdf(tmp_path):
    with pytest.raises(ValueError, match="same name"):
        to_pdf([tmp_path / "a" / "x.docx", tmp_path / "b" / "X.docx"], tmp_path, timeout=1)


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def it_lets_no_test_pass_by_skipping_in_ci(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="a tool is not on this machine"):
        validators.need(None, "a tool")
