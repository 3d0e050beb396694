"""Every question is read by a filing, and every path a filing reads is asked, or said where it comes from."""

from collections import Counter
from typing import get_args, get_origin

import pytest
from pydantic import BaseModel

from legalkit.case import Case
from legalkit.case.codes import Act
from legalkit.case.paths import covers
from legalkit.filings import all_filings
from legalkit.filings._compose import act_paths
from legalkit.interview import SECTIONS, pages, questions
from legalkit.interview._bound import wishes
from legalkit.interview._derive import derivations
from legalkit.interview._harms import harms

# Parts of the model that one question fills as a whole.
WHOLE = {
    "Quote",
    "When",
    "Address",
    "PersonName",
    "Place",
    "Online",
    "Money",
    "Diagnosis",
    "Office",
    "FileRecord",
    "Provision",
}


def _leaves(model, prefix=""):
    for name, info in model.model_fields.items():
        path = f"{prefix}.{name}" if prefix else name
        part, many = _part(info.annotation)
        if part is None or part.__name__ in WHOLE:
            yield path
        else:
            yield from _leaves(part, path + ("[]" if many else ""))


def _part(kind, many=False):
    """The model inside a type, and whether there is a list of it."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind, many
    for inner in get_args(kind):
        part, several = _part(inner, many or get_origin(kind) is tuple)
        if part:
            return part, several
    return None, False


def _either(one, other):
    return covers(one, other) or covers(other, one)


def _asked():
    own = [path for each in questions() if each.path != "wishes" for path in (each.path, *each.reads)]
    return [*own, *wishes()]


def _read(path):
    return [name for name, filing in all_filings().items() if any(_either(each, path) for each in filing.reads)]


@pytest.mark.parametrize("question", [each for each in questions() if not each.always], ids=lambda each: each.path)
def it_asks_nothing_that_no_filing_reads(question):
    assert any(_read(path) for path in question.reads or (question.path,))


@pytest.mark.parametrize("path", sorted(set(_leaves(Case))))
def and_it_asks_or_derives_everything_that_a_filing_reads(path):
    stated = any(_either(each, path) for each in _asked()) or any(covers(each, path) for each in derivations())
    assert stated or not _read(path)


@pytest.mark.parametrize("act", list(Act))
def it_asks_for_every_act_what_its_sentences_say(act):
    fitting = [path for each in questions() if each.fits(act) for path in (each.path, *each.reads)]
    missing = [path for path in act_paths(act) if not any(_either(each, path) for each in fitting)]
    assert [path for path in missing if not any(covers(each, path) for each in derivations())] == []


def it_asks_nothing_twice():
    assert [path for path, times in Counter(each.path for each in questions()).items() if times > 1] == []


def it_asks_at_most_five_questions_a_page():
    assert [each.id for each in pages() if len(each.questions) > 5] == []


def it_asks_nothing_that_tells_who_she_is_before_what_happened():
    first = [each.id for each in pages()[:3]]
    early = [
        question.path for each in pages() if each.id in first for question in each.questions if question.sensitive > 2
    ]
    assert early == []
    assert SECTIONS.index("you") > SECTIONS.index("happened")


def it_never_draws_a_question_beside_the_answer_it_depends_on():
    dependent = [
        question.path
        for each in pages()
        for question in each.questions
        if {other.path for other in each.questions} & set(question.only)
    ]
    assert dependent == []


def it_puts_every_act_under_one_harm():
    acts = [act for each in harms().values() for act in each]
    assert sorted(acts) == sorted(Act)
