import re
from pathlib import Path

import polib
import pytest

from legalkit.docx import lint
from legalkit.resources import data
from tests.docx import build

ROOT = Path(__file__).parents[2]
HANDBOOK = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
OURS = sorted(p.name for p in data("templates").iterdir() if p.name.endswith(".docx"))


def found(document):
    """The codes that a template gets, once each."""
    return sorted({problem.code.removeprefix("E-TPL-") for problem in lint(build.to_bytes(document))})


def it_finds_nothing_wrong_with_a_sound_template():
    assert lint(build.to_bytes(build.sound())) == []


@pytest.mark.parametrize("name", OURS)
def it_finds_nothing_wrong_with_ours(name):
    assert lint((data("templates") / name).read_bytes()) == []


def it_names_the_place_by_paragraph_and_first_tag():
    document = build.sound()
    build.line(document, "{{ a.ko }} and {{ b.ko }}", "KO Body")
    count = sum(1 for p in document.element.body.iter() if p.tag.endswith("}p"))
    problem = next(p for p in lint(build.to_bytes(document)) if p.code == "E-TPL-ENGLISH")
    assert problem.path == f"word/document.xml, paragraph {count}: {{{{ a.ko }}}}"


def it_finds_everything_at_once():
    document = build.sound()
    build.line(document, "English 한글 {{", "Field")
    build.line(document, "{%p if x %} text", "CTL")
    assert found(document) == ["CTL-TEXT", "ENGLISH", "HANGUL", "STRAY", "SYNTAX"]


def it_finds_a_tag_that_is_never_closed_and_a_name_that_may_not_be_used():
    document = build.sound()
    build.line(document, "{%p if x %}", "CTL")
    assert found(document) == ["SYNTAX"]
    document = build.sound()
    build.line(document, "{{ x.__class__ }}", "Field")
    assert found(document) == ["FORBIDDEN"]


def but_it_says_so_when_the_file_is_no_word_document():
    assert [p.code for p in lint(b"nothing")] == ["E-TPL-FILE"]


def it_reads_headers_and_footers_too():
    document = build.sound()
    build.line(document.sections[0].header, "한글", "Field")
    assert [p.path for p in lint(build.to_bytes(document))][0].startswith("word/header1.xml, paragraph")


def it_explains_every_rule_in_the_handbook():
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "legalkit/docx").rglob("*.py"))
    rules = set(re.findall(r'"(E-TPL-[A-Z-]+)"', source)) - {
        "E-TPL-MISSING",
        "E-TPL-VALUE",
        "E-TPL-CHARACTER",
        "E-TPL-FAILED",
    }
    assert rules == set(re.findall(r"`(E-TPL-[A-Z-]+)`", HANDBOOK))


def and_every_test_it_names_is_there():
    for name, test in re.findall(r"`([\w/]+\.py)::(\w+)`", HANDBOOK):
        place = ROOT / (name if name.startswith("tests/") else f"tests/docx/{name}")
        assert f"def {test}(" in place.read_text(encoding="utf-8"), test


def and_every_code_has_words_in_both_languages():
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "legalkit/docx").rglob("*.py"))
    codes = set(re.findall(r'"(E-(?:TPL|PDF)-[A-Z-]+)"', source)) | set(re.findall(r"W-TPL-SLOW-[A-Z]+", HANDBOOK))
    for language in ("ko", "en"):
        catalogue = polib.pofile(str(ROOT / f"locales/{language}/LC_MESSAGES/docx.po"))
        assert {entry.msgid for entry in catalogue if entry.msgstr} == codes
