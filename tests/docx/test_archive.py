import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.docx import archive


@given(
    st.dictionaries(
        st.text("가b/.", min_size=1, max_size=9).filter(lambda n: not n.endswith("/")), st.binary(max_size=200)
    )
)
def it_writes_a_zip_that_others_read(members):
    with zipfile.ZipFile(io.BytesIO(archive.pack(members))) as source:
        assert source.testzip() is None
        assert {name: source.read(name) for name in source.namelist()} == members
        assert {info.date_time for info in source.infolist()} <= {(1980, 1, 1, 0, 0, 0)}


def it_copies_an_archive_without_changing_it():
    first = archive.Archive()
    first.add(archive.entry("a", b"1"))
    twin = first.copy()
    twin.add(archive.entry("b", b"2"))
    assert [sorted(archive.unpack(a.close())) for a in (first, twin)] == [["a"], ["a", "b"]]


def it_writes_the_same_bytes_for_the_same_members():
    assert archive.pack({"a": b"1", "b": b"2"}) == archive.pack({"b": b"2", "a": b"1"})


def but_it_refuses_what_is_no_zip():
    with pytest.raises(zipfile.BadZipFile):
        archive.unpack(b"no zip")
