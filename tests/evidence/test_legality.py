"""Cautions warn and never lock; what rests on memory alone is marked; nobody is blamed."""

import pytest

from legalkit.case.codes import Obtained
from legalkit.evidence.legality import cautions, warnings
from tests.evidence.samples import case

CODES = {"others_account", "recorded_others", "bought_or_downloaded"}
FILE = {"name": "a", "size": 1, "sha256": "0" * 64}


def _found(made) -> dict[str, tuple[str, ...]]:
    return {warned.code: warned.exhibits for warned in warnings(made)}


@pytest.mark.parametrize("obtained", [each.value for each in Obtained])
def it_warns_of_three_ways_and_of_no_other(obtained):
    found = _found(case(exhibits=[{"id": "a", "kind": "document", "obtained": obtained}]))
    assert found == ({obtained: ("a",)} if obtained in CODES else {})


@pytest.mark.parametrize("answer", [None, "unknown", "declined"])
def but_it_says_nothing_of_what_was_not_answered(answer):
    assert _found(case(exhibits=[{"id": "a", "kind": "document", "obtained": answer}])) == {}


def it_says_each_caution_once_for_all_its_exhibits():
    exhibits = [{"id": name, "kind": "audio", "obtained": "recorded_others"} for name in ("a", "b")]
    assert _found(case(exhibits=exhibits)) == {"recorded_others": ("a", "b")}


def _incident(when):
    return {"id": "i1", "act": "spread", "when": when}


@pytest.mark.parametrize(
    ("birth", "when", "warned"),
    [("2008-05-20", "2026-03-14", True), ("2008-05-20", "2027-05-19", True), ("2008-05-20", "2027-05-20", False),
     ("2008-05", "2027-05-25", True), ("2008", "2027-12-30", True), ("2008", "2028-01-01", False),
     ("2007-05-20", {"start": "2026-05-01", "end": "2026-08-01"}, True),
     ("2007-05-20", {"learned": "2026-04-01"}, True),
     ("1990-01-01", "2026-03-14", False), ("unknown", "2026-03-14", False), ("2008-05-20", "unknown", False),
     ("2008-02-29", "2027-02-28", True), ("2008-02-29", "2027-03-01", False)],
)  # fmt: skip
def it_warns_of_minors_material_by_her_age_on_the_day(birth, when, warned):
    made = case(victim={"birth": birth}, incidents=[_incident(when)])
    assert ("minor" in _found(made)) is warned


def it_warns_before_anything_was_collected_and_names_what_was():
    victim, incidents = {"birth": "2010-01-01"}, [_incident("2026-03-14")]
    assert _found(case(victim=victim, incidents=incidents)) == {"minor": ()}
    exhibits = [{"id": "a", "kind": "video", "files": [FILE]}, {"id": "b", "kind": "object"},
                {"id": "c", "kind": "chat", "files": [FILE], "intimate": False}]  # fmt: skip
    assert _found(case(victim=victim, incidents=incidents, exhibits=exhibits)) == {"minor": ("a",)}


def it_marks_what_rests_on_memory():
    bases = {basis.reference.ko: basis.needs_checking for each in cautions().cautions.values() for basis in each.bases}
    assert bases["「정보통신망 이용촉진 및 정보보호 등에 관한 법률」 제48조제1항"] is True
    assert bases["「통신비밀보호법」 제14조"] is False


def it_says_where_to_ask():
    assert "1366" in cautions().help.ko
    assert "1366" in cautions().help.en
    assert "02-735-8994" not in str(cautions())


@pytest.mark.parametrize("code", sorted(CODES | {"minor"}))
def it_gives_a_way_forward_without_blame(code):
    words = cautions().cautions[code].words
    assert any(way in words.ko for way in ("변호사", "1366"))
    assert any(way in words.en for way in ("lawyer", "1366"))
    for blame in ("잘못", "불법으로", "처벌받", "범죄자", "하지 말았", "책임"):
        assert blame not in words.ko
    for blame in ("illegally", "your fault", "guilty", "should not have", "punish", "offender"):
        assert blame not in words.en


def and_it_asks_for_address_time_and_account_only_where_someone_is_a_minor():
    words = cautions().cautions["minor"].words
    for needed in ("URL", "시각", "계정"):
        assert needed in words.ko
    assert "내려받" in words.ko
    assert "Do not download" in words.en
