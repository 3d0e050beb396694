"""What holds for the page of every paper: headings stay with their text, names fit, titles are those of the law."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from legalkit.filings import all_filings
from legalkit.law import filing_rule

FOLDER = Path(__file__).parents[2] / "templates"
TEMPLATES = sorted(FOLDER.glob("*.docx"))
HEADINGS = ("Heading", "Subheading")
_named = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)


def _blocks(path: Path) -> Iterator[tuple[str, bool]]:
    """Style and whether it is kept with what follows, of every block but control lines; a table has no style."""
    document = docx.Document(str(path))
    styles = {style.style_id: style for style in document.styles}
    for block in document.element.body:
        if block.tag == qn("w:tbl"):
            yield "", False
        elif block.tag == qn("w:p"):
            style = styles[block.find(f".//{qn('w:pStyle')}").get(qn("w:val"))]
            if style.name != "CTL":
                yield style.name, _kept(block) or _kept(style.element)


def _kept(part: BaseOxmlElement) -> bool:
    return part.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def _is_heading(style: str) -> bool:
    return style.startswith("KO ") and style.split()[-1] in HEADINGS


@_named
def it_lets_no_heading_follow_a_table_without_a_break(path: Path) -> None:
    # beside a table a heading and its twin part over a page, as LibreOffice lays them out
    blocks = list(_blocks(path))
    assert not [
        after
        for (before, _), (after, _) in zip(blocks, blocks[1:], strict=False)
        if before == "" and _is_heading(after)
    ]


@_named
def it_ties_no_paragraph_to_the_heading_of_the_next_part(path: Path) -> None:
    blocks = list(_blocks(path))
    tied = [
        (before, after)
        for (before, kept), (after, _) in zip(blocks, blocks[1:], strict=False)
        if kept and _is_heading(after) and before.split()[-1] in ("Body", "Tick", "Note", "Item", "Value")
    ]
    assert tied == []


@_named
def it_leaves_a_long_foreign_name_room_on_the_line_for_the_signature(path: Path) -> None:
    styles = ZipFile(path).read("word/styles.xml").decode()
    for sign in re.findall(r'<w:style [^>]*w:styleId="(?:KO|EN)Sign".*?</w:style>', styles, re.DOTALL):
        right = int(re.search(r'w:val="right" w:pos="(\d+)"', sign)[1])
        name = int(re.search(r'w:val="left" w:pos="(\d+)"', sign)[1])
        assert right - name >= 7000  # twips: some 40 capitals, and what stands at the end of the line
        assert f'w:left="{name}" w:hanging=' in sign  # a longer one goes on under itself


@pytest.mark.parametrize("name", sorted(all_filings()))
def it_is_called_what_the_law_room_calls_it(name: str) -> None:
    document = docx.Document(str(FOLDER / f"{name}.docx"))
    titles = [
        re.sub(r"\s", "", each.text) for each in document.paragraphs if each.style.name in ("KO Title", "KO Screen")
    ]
    called = re.sub(r"\s", "", filing_rule(name).on(date(2026, 11, 22)).title.ko)
    if titles and "{{" not in titles[0]:
        assert titles[0] == called.partition("(")[0]
