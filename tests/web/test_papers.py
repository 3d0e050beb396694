"""The papers of a draft: each as it is among all of them."""

import pytest

from legalkit.package import generate
from legalkit.web.papers import as_text, made, offered
from tests.support.names import persona
from tests.web.serving import DAY


@pytest.mark.parametrize("name", ["complaint", "confidential_sheet", "next_steps"])
def it_makes_one_paper_as_it_is_among_all(name):
    case = persona("yujin")
    (content,) = made(case, DAY, [name], ["en"]).values()
    (expected,) = (each for path, each in generate(case, DAY, ["en"]).files.items() if name in path)
    assert content == expected


def and_under_the_number_it_has_among_all():
    case = persona("yujin")
    numbers = {each.id: each.number for each in offered(case, DAY)}
    assert list(made(case, DAY, ["next_steps"], ["ko"])) == [f"document-{numbers['next_steps']}-ko.docx"]


def it_reads_a_paper_without_what_stands_around_its_pages():
    lines = as_text(persona("yujin"), DAY, "next_steps", "ko")
    assert "다음에 할 일" in lines[0]
    assert [line for line in lines if line == "ko-KR" or line.startswith(DAY.isoformat()) or "1 / 1" in line] == []
    assert any(line.startswith("1 · ") for line in lines), "a row of a table is one line"
