"""The core papers of the five people, word for word. What changed is shown line by line; `make goldens` renews them."""

import difflib

import pytest

from tests.personas.goldens import CORE, HERE, LANGUAGES, golden, papers
from tests.support.names import PERSONAS

PAPERS = [f"{person}-{filing}-{language}" for person in PERSONAS for filing in CORE for language in LANGUAGES]


@pytest.mark.parametrize("name", [name for name in PAPERS if golden(name).is_file()])
def it_says_word_for_word_what_was_read(name):
    said = papers(name.partition("-")[0]).get(name, [])
    before = golden(name).read_text(encoding="utf-8").splitlines()
    changed = list(difflib.unified_diff(before, said, "read", "says now", lineterm="", n=1))
    assert changed == [], "\n" + "\n".join(changed)


def it_has_one_of_each_open_core_paper_and_no_other():
    wanted = {name for person in PERSONAS for name in papers(person)}
    assert {path.stem for path in HERE.glob("*.txt")} == wanted
