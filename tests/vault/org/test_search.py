"""Cases are found by their names, and the names stand nowhere."""

import pytest

from legalkit.case import read_case
from legalkit.vault.org import cases
from legalkit.vault.org.search import names_in
from tests.vault.org.office import SECRET


def _found(office, sought, handle="c1") -> list[str]:
    with office.work(handle) as work:
        return [head.label for head in cases.listed(work, sought)]


@pytest.mark.parametrize("sought", [
    "김가람", "가람", "김 가람", "  가람 ", "\u1100\u1161\u1105\u1161\u11b7", "KIM", "ga-ram", "garam", "봄",
    "kim 봄", "Kim,",
])  # fmt: skip
def it_finds_a_case_by_its_names(office, sought):
    office.case(label="봄 상담", names=["김 가람", "Kim Ga-ram"])
    office.case(label="다른 사건", names=["이나래"])
    assert _found(office, sought) == ["봄 상담"]


@pytest.mark.parametrize("sought", ["나래", "가", "kim 나래", "' OR '1'='1", "%", "_", "'; DROP TABLE cases; --", "\0"])
def but_it_finds_no_other_and_nothing_by_a_trick(office, sought):
    office.case(label="봄 상담", names=["김 가람", "Kim Ga-ram"])
    expected = ["봄 상담"] if not any(letter.isalnum() for letter in sought) else []
    assert _found(office, sought) in ([], expected)
    assert _found(office, "가람") == ["봄 상담"]


def and_it_finds_nothing_of_a_colleagues(office):
    office.case("c1", label="봄 상담", names=["김가람"])
    assert _found(office, "김가람", "c2") == []


def it_lists_all_when_nothing_is_sought(office):
    for label in ("b", "a"):
        office.case(label=label)
    assert _found(office, "") == _found(office, "  ") == ["a", "b"]


def it_follows_when_the_names_change(office):
    case_id = office.case(label="봄", names=["김가람"])
    with office.work() as work:
        cases.save(work, case_id, 1, {}, ["이나래"])
    assert (_found(office, "가람"), _found(office, "김가람"), _found(office, "이나래")) == ([], [], ["봄"])


def it_keeps_the_names_when_only_the_content_changes(office):
    case_id = office.case(names=["김가람"])
    with office.work() as work:
        cases.save(work, case_id, 1, {"told": SECRET})
    assert len(_found(office, "김가람")) == 1


def it_keeps_no_word_in_the_clear(office):
    office.case(label="봄상담", names=["김가람"])
    shown = b"".join(office.tables())
    for word in ("봄상담", "김가람", "가람"):
        assert word.encode() not in shown


def it_takes_every_name_of_a_case():
    case = read_case({
        "id": "case-1", "reporter": {"role": "self"}, "victim": {"name": "김가람", "alias": "나래"},
        "accused": [
            {"id": "a", "name": {"hangul": "이철수", "passport": "LEE CHULSOO"}}, {"id": "b", "name": "unknown"},
        ],
    })  # fmt: skip
    assert names_in(case) == ["김가람", "나래", "이철수", "LEE CHULSOO"]
