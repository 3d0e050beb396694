"""Exhibits: what is kept of a file, and the order that gives them their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from legalkit.case.answers import NoAnswer
from legalkit.case.exhibit import Exhibit, FileRecord, numbers, ordered

SHA = "0f" * 32


def exhibits(*pairs):
    return [Exhibit(id=own, kind="chat", part_of=whole) for own, whole in pairs]


@st.composite
def lists(draw):
    """Exhibits, each a whole or a part of a whole before or after it."""
    wholes = [f"w{n}" for n in range(draw(st.integers(1, 5)))]
    parts = [(f"p{n}", draw(st.sampled_from(wholes))) for n in range(draw(st.integers(0, 6)))]
    return exhibits(*draw(st.permutations([*((whole, None) for whole in wholes), *parts])))


class DescribeTheNumbers:
    def it_counts_wholes_in_their_order(self):
        assert numbers(exhibits(("b", None), ("a", None))) == {"b": (1, 0), "a": (2, 0)}

    def it_gives_a_whole_with_parts_the_first_of_them(self):
        assert numbers(exhibits(("a", None), ("x", "a"), ("y", "a"))) == {"a": (1, 1), "x": (1, 2), "y": (1, 3)}

    def it_finds_a_whole_that_stands_after_its_part(self):
        assert numbers(exhibits(("x", "a"), ("b", None), ("a", None))) == {"b": (1, 0), "a": (2, 1), "x": (2, 2)}

    @given(lists())
    def it_gives_each_exhibit_one_number_without_a_gap(self, found):
        given_numbers = sorted(numbers(found).values())
        assert len(set(given_numbers)) == len(found)
        assert sorted({number for number, _ in given_numbers}) == list(range(1, len({n for n, _ in given_numbers}) + 1))

    @given(lists())
    def it_orders_them_by_their_numbers(self, found):
        by_id = numbers(found)
        placed = [by_id[exhibit.id] for exhibit in ordered(found)]
        assert placed == sorted(placed)


class DescribeAFile:
    def it_is_a_name_a_size_and_a_hash(self):
        record = FileRecord(name="한글 이름.png", size=0, sha256=SHA)
        assert (record.name, record.type, record.modified) == ("한글 이름.png", None, None)

    @pytest.mark.parametrize("sha", ["", "0F" * 32, "0f" * 31, "zz" * 32, "0f" * 33])
    def but_its_hash_is_64_small_hexadecimal_digits(self, sha):
        with pytest.raises(ValidationError):
            FileRecord(name="a", size=1, sha256=sha)

    @pytest.mark.parametrize("time", ["2026-03-14T10:00:00", "2026-03-14", "soon"])
    def but_its_times_have_a_zone(self, time):
        with pytest.raises(ValidationError):
            FileRecord(name="a", size=1, sha256=SHA, modified=time)

    @pytest.mark.parametrize("size", [-1, 1.5, "many"])
    def but_its_size_is_a_number_of_bytes(self, size):
        with pytest.raises(ValidationError):
            FileRecord(name="a", size=size, sha256=SHA)

    @pytest.mark.parametrize("name", ["content", "data", "bytes", "thumbnail", "preview"])
    def but_it_has_no_content(self, name):
        with pytest.raises(ValidationError):
            FileRecord.model_validate({"name": "a", "size": 1, "sha256": SHA, name: "x"})


@pytest.mark.parametrize(
    ("answer", "kept"), [("unknown", NoAnswer.UNKNOWN), (False, False), (True, True), (None, None)]
)
def it_keeps_whether_it_may_be_intimate(answer, kept):
    assert Exhibit.model_validate({"id": "e", "kind": "video", "intimate": answer}).intimate is kept
