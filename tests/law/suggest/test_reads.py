"""Suggestions rest on the answers they name, and on no other."""

import pytest
from hypothesis import given

from legalkit.case import Case
from legalkit.case.paths import covered
from legalkit.law.suggest import READS, suggest
from tests.law.suggest.cases import NAMES, TODAY, example
from tests.support.cases import cases
from tests.support.recording import recording

READ_BY_SOME_EXAMPLE = ("will", "material", "about_material", "diagnosis", "place", "result_known", "opens_directly")


def not_named(of: Case) -> set[str]:
    """Answers that are looked at though :data:`READS` does not name them; ids only lead to others."""
    with recording(of) as record:
        suggest(of, TODAY)
    return {path for path in record.seen if not path.endswith(".id") and not _named(path)}


def _named(path: str) -> bool:
    return covered(READS, path) or any(each.startswith(f"{path}.") for each in READS)


@pytest.mark.parametrize("name", NAMES)
def it_looks_at_no_answer_that_it_does_not_name(name):
    assert not_named(example(name)) == set()


@given(of=cases())
def and_it_does_not_for_any_case(of):
    assert not_named(of) == set()


@pytest.mark.parametrize("answer", READ_BY_SOME_EXAMPLE)
def it_suggests_something_else_without_an_answer_that_it_names(answer):
    changed = []
    for name in NAMES:
        of = example(name)
        acts = tuple(each.model_copy(update={answer: None}) for each in of.incidents)
        changed.append(suggest(of.model_copy(update={"incidents": acts}), TODAY) != suggest(of, TODAY))
    assert any(changed)


def and_it_names_each_answer_that_some_suggestion_rests_on_or_asks_for():
    named = {path for name in NAMES for each in suggest(example(name), TODAY) for path in each.from_answers}
    named |= {path for name in NAMES for each in suggest(example(name), TODAY) for path in each.would_change}
    assert named and all(covered(READS, path) for path in named)
