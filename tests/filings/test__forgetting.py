"""Nothing of a case stays in the process when it is told to forget."""

import re

from legalkit.case import read_case
from legalkit.filings import forget_people
from legalkit.law.suggest import deciding, facts_people
from legalkit.package import generate
from tests.filings.papers import DAY

HERS = {
    "id": "case-1", "reporter": {"role": "self"}, "victim": {"name": "심서연", "birth": "2009-01-02"},
    "wishes": {"alias": True}, "own_words": ["서연아 보고 싶다"],
    "incidents": [{"id": "a", "act": "filming", "when": "2026-03-01", "shown": "nude_body", "quote": "심서연"}],
}  # fmt: skip


def _kept() -> str:
    """The expressions that ``re`` keeps."""
    return "".join(str(key) for name in ("_cache", "_cache2") for key in getattr(re, name, ()))


def it_lets_go_of_names_and_of_days_of_birth():
    generate(read_case(HERS), DAY, ["ko"])
    assert "서연" in _kept()
    assert facts_people.of_age.cache_info().currsize and deciding.version_of.cache_info().currsize
    forget_people()
    assert "서연" not in _kept()
    assert not facts_people.of_age.cache_info().currsize and not deciding.version_of.cache_info().currsize
