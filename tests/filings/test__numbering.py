"""The numbers of a case's exhibits are counted once a package."""

from legalkit.filings import composing
from legalkit.filings._numbering import numbering
from tests.filings.papers import bare

EXHIBITS = [{"id": "a", "kind": "chat"}, {"id": "b", "kind": "log"}, {"id": "a2", "kind": "chat", "part_of": "a"}]


def it_numbers_an_exhibit_and_its_parts():
    assert numbering(bare(exhibits=EXHIBITS)) == {"a": (1, 1), "a2": (1, 2), "b": (2, None)}


def it_counts_once_a_package():
    of = bare(exhibits=EXHIBITS)
    with composing():
        assert numbering(of) is numbering(of)
    assert numbering(of) is not numbering(of)
