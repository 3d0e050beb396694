"""Paths of the case model."""

import pytest
from hypothesis import given

from legalkit.case import read_case
from legalkit.case.paths import covered, covers, get, leaves, pattern_of
from tests.support.cases import cases


@pytest.mark.parametrize(
    ("path", "pattern"),
    [("victim.name", "victim.name"), ("incidents[3].when", "incidents[].when"), ("a[0].b[12]", "a[].b[]"), ("", "")],
)
def it_takes_the_places_out_of_a_path(path, pattern):
    assert pattern_of(path) == pattern


@given(cases())
def it_finds_every_answer_under_its_path(case):
    for path, answer in leaves(case):
        assert answer is not None
        assert get(case, path) == answer


def it_leaves_out_what_was_not_asked():
    case = read_case({"id": "k-0", "reporter": {"role": "self"}, "victim": {"phone": "unknown"}})
    paths = [path for path, _ in leaves(case)]
    assert "victim.phone" in paths
    assert "victim.email" not in paths


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("victim.name", "victim.name"),
        ("victim.name", "victim.name.hangul"),
        ("incidents[].online", "incidents[7].online.account"),
        ("incidents", "incidents[0].id"),
        ("exhibits[].files", "exhibits[0].files[1].sha256"),
    ],
)
def it_covers_what_lies_below(pattern, path):
    assert covers(pattern, path)
    assert covered(["x", pattern], path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("victim.name", "victim.names"),
        ("victim.name", "victim"),
        ("incidents[].when", "incidents[0].where"),
        ("a", "b"),
    ],
)
def but_it_covers_nothing_beside(pattern, path):
    assert not covers(pattern, path)
    assert not covered([pattern], path)


def but_nothing_is_covered_by_no_pattern():
    assert not covered([], "victim.name")
