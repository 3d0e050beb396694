"""What our texts must not say: words that blame, names offices no longer bear, places on somebody's machine."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import etree

from tests.house import tree

WORDS = yaml.safe_load(tree.source(Path(__file__).with_name("words.yaml")))
TEXTS = {".md", ".po", ".yaml", ".yml", ".html", ".txt", ".json", ".toml"}
READABLE = {*TEXTS, ".py", ".sh", ".cfg", ".ini", ".js", ".css", ".tsv", ".csv", ""}


def _template_lines(path: Path) -> Iterator[str]:
    """The paragraphs of a Word file, headers and notes too, runs joined."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        for part in sorted(archive.namelist()):
            if part.startswith("word/") and part.endswith(".xml"):
                for paragraph in etree.fromstring(archive.read(part)).iter(f"{space}p"):
                    yield "".join(run.text or "" for run in paragraph.iter(f"{space}t"))


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Place and text of each line of a text file or paragraph of a template."""
    lines = _template_lines(path) if path.suffix == ".docx" else tree.source(path).splitlines()
    yield from ((f"{tree.name(path)}:{number}", line) for number, line in enumerate(lines, start=1))


def _all_lines(paths: list[Path]) -> list[tuple[str, str]]:
    return [line for path in paths for line in _lines(path)]


def _said(line: str, word: str, within: tuple[str, ...] = (), **_: str) -> bool:
    """Whether a line says a word outside the longer strings in which it may stand."""
    for longer in within:
        line = line.replace(longer, "")
    return word.casefold() in line.casefold()


def _what_people_read() -> list[Path]:
    """Templates, catalogues, patterns and other data of the program, documentation."""
    tops = ("templates", "locales", "legalkit", "docs", "README.md", "CONTRIBUTING.md")
    return [path for path in tree.under(*tops) if path.suffix in TEXTS | {".docx"}]


@pytest.mark.parametrize("banned", WORDS["banned"], ids=lambda banned: banned["word"])
def it_never_says(banned):
    found = [place for place, line in _all_lines(_what_people_read()) if _said(line, **banned)]
    assert found == [], f"say instead: {banned['instead']}"


DATED = ("legalkit/law/", "docs/legal-review.md")
"""Dated data, and the list for the lawyer that is generated from them."""


@pytest.mark.parametrize("office", WORDS["former_offices"], ids=lambda office: office["word"])
def it_calls_an_office_by_its_former_name_only_in_dated_data(office):
    tops = ("templates", "locales", "legalkit", "docs", "README.md", "CONTRIBUTING.md")
    paths = [path for path in tree.under(*tops) if path.suffix in TEXTS | {".docx", ".py"}]
    undated = [path for path in paths if not tree.name(path).startswith(DATED)]
    assert [place for place, line in _all_lines(undated) if _said(line, **office)] == []


# A folder of somebody's machine, at the start of a path; /word/document.xml and addresses on the web are not.
MACHINE_PATH = re.compile(r"""(?:^|[\s"'`(=:])(?:/(?:home|Users|root|work|mnt)/\w|[A-Z]:[\\/]{1,2}Users)""")
REGISTRY = re.compile(r"https?://[^/\s\"']*(?:pypi|npm|registr|mirror|artifactor|debian\.org)", re.IGNORECASE)


def _text_files() -> list[Path]:
    return [path for path in tree.files() if path.suffix in READABLE and path.name != "LICENSE"]


def it_names_no_folder_of_a_machine():
    assert [place for place, line in _all_lines(_text_files()) if MACHINE_PATH.search(line)] == []


def it_names_no_host_of_a_package_registry():
    assert [place for place, line in _all_lines(_text_files()) if REGISTRY.search(line)] == []


def it_knows_a_machine_path_from_a_part_of_a_document():
    assert MACHINE_PATH.search("see " + "/ho" + "me/kim/case.json")
    assert not MACHINE_PATH.search("the part /word/document.xml")
    assert not MACHINE_PATH.search("https://example.org/mnt/papers")


def it_is_licensed_under_apache_2():
    licence = tree.source(tree.ROOT / "LICENSE")
    assert "Apache License" in licence
    assert "Version 2.0, January 2004" in licence


def it_lets_a_word_stand_in_a_statutes_own_name_only():
    assert not _said("아동·청소년이용음란물의 제작", "음란물", within=("아동·청소년이용음란물",))
    assert _said("아동·청소년이용음란물은 음란물", "음란물", within=("아동·청소년이용음란물",))
