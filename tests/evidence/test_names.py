"""A name comes back from a case as it is on disk, to the byte."""

import os
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legalkit.case import Exhibit, FileRecord
from legalkit.evidence.names import disk_name, encode, place_of, shown

_BYTES = st.binary(min_size=1, max_size=80).filter(lambda name: b"\0" not in name and b"/" not in name)
_PARTS = st.one_of(_BYTES.map(os.fsdecode), st.text(min_size=1, max_size=80).map(lambda text: text.replace("/", "")))
_PLACES = st.lists(_PARTS, min_size=1, max_size=3).map("/".join).filter(lambda place: _writable(place))


def _writable(place: str) -> bool:
    try:
        os.fsencode(place)
    except UnicodeEncodeError:  # lone surrogates that no file system gives
        return False
    return "\0" not in place and place.strip("/") != "" and os.fsdecode(os.fsencode(place)) == place


def _kept(place: str) -> FileRecord:
    """A record as it comes back from a case file."""
    name = shown(place.rpartition("/")[2])
    record = FileRecord(name=name, place=None if name == place else encode(place), size=0, sha256="0" * 64)
    exhibit = Exhibit(id="a", kind="document", files=(record,))
    return Exhibit.model_validate_json(exhibit.model_dump_json()).files[0]


@given(_PLACES)
@example("a\n\u0301.png")  # a combining mark after what is encoded
@example("\u1112\u1161\u11ab.png")
@example("한글/한글 .png ")
@example("100%41.png")
@example("\u202ea\u2028b")
def it_keeps_every_byte_of_a_name_through_a_case_file(place):
    assert disk_name(_kept(place)) == os.fsencode(place)


@given(_PLACES)
def it_shows_every_name_in_one_printable_line(place):
    name = shown(place)
    assert name.isprintable()
    assert name == name.strip() == unicodedata.normalize("NFC", name) != ""


@pytest.mark.parametrize(
    ("name", "printed"),
    [("plain.png", "plain.png"), ("a\nb", "a\u2424b"), ("\ta ", "\ufffda"), ("  ", "\u2420"), ("\udcff", "\ufffd")],
)
def it_shows_a_sign_for_what_has_none(name, printed):
    assert shown(name) == printed


def it_leaves_readable_what_can_be_read():
    assert encode("증거/2026-03-14 방.png") == "./증거/2026-03-14%20방.png"


def it_compares_places_whatever_the_spelling():
    composed = FileRecord(name="가.png", size=0, sha256="0" * 64)
    assert place_of(composed) == place_of(_kept("\u1100\u1161.png"))
