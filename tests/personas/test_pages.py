"""Every paper of every persona, in every language: a valid Word file, and pages with nothing lost on them."""

import datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath

import pytest

from legalkit.docx import texts
from legalkit.package import generate
from legalkit.vault.case_file import load
from tests.support.validators import every_problem, fallback_fonts, lost_texts, pdf_of

EXAMPLES = Path(__file__).parents[2] / "legalkit" / "examples"
NAMES = ("hana", "kelly", "mirae", "seoyeon", "yujin")
LANGUAGES = ("ko", "en", "bilingual")
DAY = datetime.date(2026, 11, 22)
WHOLE = 12
"""Longer words, such as addresses of pages, break within a line of a narrow column."""
BROKEN = 0.01
"""Of the words in two columns, this part may break over a line with the other column between."""

pytestmark = pytest.mark.render


@lru_cache
def package(name: str, language: str) -> dict[str, bytes]:
    return generate(load(EXAMPLES / f"{name}.yaml"), DAY, [language]).files


def written(name: str, language: str, folder: Path) -> list[Path]:
    found = []
    for path, content in package(name, language).items():
        target = folder / PurePosixPath(path).name
        target.write_bytes(content)
        found.append(target)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def it_makes_word_files_that_every_judge_accepts(name, language, tmp_path):
    problems = {each.name: every_problem(each) for each in written(name, language, tmp_path)}
    assert {file: found for file, found in problems.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def it_draws_every_word_with_a_font_that_has_it(name, language, tmp_path):
    documents = written(name, language, tmp_path)
    out = tmp_path / "pdf"
    out.mkdir()
    for document, pdf in zip(documents, pdf_of(documents, out), strict=True):
        assert fallback_fonts(pdf) == [], document.name
        words = printed_words(document)
        missing = lost_texts(pdf, words)
        assert len(missing) <= (len(words) * BROKEN if language == "bilingual" else 0), (document.name, missing)


def printed_words(document: Path) -> set[str]:
    """The words of the pages; the title, language and days in the properties stand on no page."""
    *pages, _, _, _, _ = texts(document.read_bytes())
    words = {word for text in pages for word in text.replace("\u00a0", " ").split()}
    return {word for word in words if len(word) <= WHOLE}
