"""A small case, and a clock that stands still."""

from datetime import UTC, datetime

from legalkit.case import read_case

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def clock() -> datetime:
    return NOON


def case(**more):
    """The smallest case, with more in it."""
    return read_case({"id": "case-1", "reporter": {"role": "self"}, **more})


def codes(remarks) -> list[str]:
    """The codes of remarks or problems, in their order."""
    return [getattr(remark, "problem", remark).code for remark in remarks]
