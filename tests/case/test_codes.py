"""The coded answers: words of a case file, so they are plain and never change their meaning."""

import inspect
import re
from enum import StrEnum

import pytest

from legalkit.case import codes

CODES = [
    kind for _, kind in inspect.getmembers(codes, inspect.isclass) if issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
def it_writes_each_answer_in_small_ascii_words(kind):
    assert len(kind) > 1
    for member in kind:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", member.value)
        assert member.name == member.value.upper()


@pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
def but_no_answer_looks_like_none(kind):
    assert not {member.value for member in kind} & {"unknown", "declined", "none_asked"}


@pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
def and_none_is_a_word_that_yaml_reads_as_something_else(kind):
    assert not {member.value for member in kind} & {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}
