"""The hash is that of ``hashlib``; whatever a file does meanwhile is noticed; the others are done all the same."""

import errno
import hashlib
import io
import os
import re
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest

from legalkit.errors import FileError
from legalkit.evidence import hashing
from legalkit.evidence.findings import Hashed
from legalkit.evidence.hashing import hash_file, hash_tree
from tests.evidence.samples import NOON, clock, codes
from tests.house import tree

BLOCK = 1024 * 1024
TWO_GIB_OF_ZEROS = "a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51"  # said by GNU sha256sum


@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7])
def it_hashes_as_hashlib_does(tmp_path, size):
    content = os.urandom(size)
    (tmp_path / "x").write_bytes(content)
    record = hash_file(tmp_path / "x")
    assert (record.sha256, record.size) == (hashlib.sha256(content).hexdigest(), size)


def it_says_what_computed_the_hash(tmp_path):
    (tmp_path / "x").write_bytes(b"")
    assert re.fullmatch(r"legalkit \d+\.\d+\.\d+ \(Python 3\.\d+\.\d+ hashlib\)", hash_file(tmp_path / "x").tool)


def it_hashes_64_mib_give_or_take_a_byte(tmp_path):
    for size in (64 * BLOCK - 1, 64 * BLOCK + 1):
        with (tmp_path / "x").open("wb") as file:
            file.truncate(size)
        expected = hashlib.sha256(bytes(size))
        assert hash_file(tmp_path / "x").sha256 == expected.hexdigest()


@pytest.mark.long
def it_hashes_2_gib_as_sha256sum_does(tmp_path):
    with (tmp_path / "large").open("wb") as file:
        file.truncate(2 * 1024 * BLOCK)
    assert hash_file(tmp_path / "large").sha256 == TWO_GIB_OF_ZEROS


def it_leaves_the_files_and_their_folder_as_they_were(folder):
    def state():
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}

    before = state()
    list(hash_tree([folder]))
    assert state() == before


def it_is_the_only_module_of_the_room_that_opens_what_it_is_given():
    modules = (tree.ROOT / "legalkit" / "evidence").glob("*.py")
    opening = {module.name for module in modules if re.search(r"\bopen\(|read_bytes|FileIO", tree.source(module))}
    # the bag reads back what it wrote itself, never an original
    assert opening - {"bag.py"} == {"hashing.py"}


def it_keeps_name_size_kind_and_times(tmp_path):
    file = tmp_path / "화면.png"
    file.write_bytes(b"x")
    os.utime(file, ns=(0, 1_772_000_000_123_456_789))
    record = hash_file(file, clock=clock)
    assert (record.name, record.place, record.type) == ("화면.png", None, "image/png")
    assert record.modified == datetime.fromisoformat("2026-02-25T06:13:20.123456+00:00").astimezone(UTC)
    assert record.hashed_at == NOON


def it_needs_no_more_memory_for_a_large_file(tmp_path):
    with (tmp_path / "large").open("wb") as file:
        file.truncate(200 * BLOCK)
    tracemalloc.start()
    hash_file(tmp_path / "large")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * BLOCK


def it_tells_how_far_it_is(tmp_path):
    (tmp_path / "x").write_bytes(bytes(2 * BLOCK + 5))
    counts = []
    hash_file(tmp_path / "x", progress=counts.append)
    assert counts == [BLOCK, BLOCK, 5]


def it_stops_between_two_blocks(tmp_path):
    (tmp_path / "x").write_bytes(bytes(3 * BLOCK))
    counts = []
    with pytest.raises(FileError) as error:
        hash_file(tmp_path / "x", progress=counts.append, cancel=lambda: len(counts) == 2)
    assert codes(error.value.problems) == ["E-EVIDENCE-CANCELLED"]
    assert counts == [BLOCK, BLOCK]


def _refused(path, **named) -> list[str]:
    with pytest.raises(FileError) as error:
        hash_file(path, **named)
    assert path.name not in str(error.value)
    assert error.value.__cause__ is None
    assert error.value.__suppress_context__ or error.value.__context__ is None
    return codes(error.value.problems)


def but_it_refuses_what_is_not_there(tmp_path):
    assert _refused(tmp_path / "gone.png") == ["E-EVIDENCE-MISSING"]


def but_it_refuses_a_folder(folder):
    assert _refused(folder) == ["E-EVIDENCE-NOT-A-FILE"]


def _meanwhile(monkeypatch, deed):
    """Does something to the file after its first block was read."""
    digest = hashing._digest

    def disturbed(*given):
        found = digest(*given)
        deed()
        return found

    monkeypatch.setattr(hashing, "_digest", disturbed)


@pytest.mark.parametrize("more", [b"xy", b"y", b""], ids=["grown", "rewritten", "emptied"])
def but_it_refuses_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch, more):
    file = tmp_path / "live.txt"
    file.write_bytes(b"x")
    os.utime(file, ns=(0, 0))
    _meanwhile(monkeypatch, lambda: file.write_bytes(more))
    assert _refused(file) == ["E-EVIDENCE-CHANGED-WHILE-READ"]


def but_it_refuses_a_file_that_grows_under_its_hands(tmp_path):
    file = tmp_path / "live.txt"
    file.write_bytes(bytes(2 * BLOCK))
    os.utime(file, ns=(0, 0))

    def grow(_count):
        with file.open("ab") as more:
            more.write(b"x")

    grown = []
    assert _refused(file, progress=lambda n: grown or (grow(n), grown.append(n))) == ["E-EVIDENCE-CHANGED-WHILE-READ"]


def and_it_does_not_run_after_one_that_never_stops_growing(tmp_path):
    file = tmp_path / "live.txt"
    file.write_bytes(bytes(BLOCK))

    def grow(_count):
        with file.open("ab") as more:
            more.write(bytes(2 * BLOCK))

    assert _refused(file, progress=grow) == ["E-EVIDENCE-CHANGED-WHILE-READ"]


if os.name != "nt":  # Windows lets nobody replace or remove an open file

    def but_it_refuses_a_file_that_is_replaced(tmp_path, monkeypatch):
        file, other = tmp_path / "x", tmp_path / "y"
        for each in (file, other):
            each.write_bytes(b"x")
            os.utime(each, ns=(0, 0))
        _meanwhile(monkeypatch, lambda: other.replace(file))
        assert _refused(file) == ["E-EVIDENCE-CHANGED-WHILE-READ"]

    def but_it_refuses_a_file_that_vanishes(tmp_path, monkeypatch):
        file = tmp_path / "x"
        file.write_bytes(b"x")
        _meanwhile(monkeypatch, file.unlink)
        assert _refused(file) == ["E-EVIDENCE-MISSING"]

    def but_it_refuses_a_loop_of_links_and_a_pipe(tmp_path):
        (tmp_path / "self").symlink_to("self")
        os.mkfifo(tmp_path / "pipe")
        assert _refused(tmp_path / "self") == ["E-EVIDENCE-LINK-LOOP"]
        assert _refused(tmp_path / "pipe") == ["E-EVIDENCE-NOT-A-FILE"]
        assert _refused(tmp_path / ("가" * 100)) == ["E-EVIDENCE-NAME-TOO-LONG"]


@pytest.mark.parametrize("reason", [errno.EACCES, errno.EPERM, errno.EIO, errno.EBUSY])
def but_it_refuses_what_the_system_will_not_read(tmp_path, monkeypatch, reason):
    file = tmp_path / "locked.png"
    file.write_bytes(b"x")

    class Broken(io.FileIO):
        def readinto(self, _block):
            raise OSError(reason, os.strerror(reason), str(file))

    monkeypatch.setattr(Path, "open", lambda self, *_a, **_n: Broken(self))
    assert _refused(file) == ["E-EVIDENCE-UNREADABLE"]


def but_it_refuses_a_resident_number_in_a_name(tmp_path):
    file = tmp_path / "진술서 900101-2345678.pdf"
    file.write_bytes(b"x")
    assert _refused(file) == ["E-EVIDENCE-NAME-NUMBER"]


def but_it_refuses_a_place_that_a_case_cannot_hold(tmp_path):
    file = tmp_path / "x"
    file.write_bytes(b"x")
    assert _refused(file, place="가\n" * 1_000 + "/x") == ["E-EVIDENCE-NAME-TOO-LONG"]


def it_keeps_a_name_of_300_bytes(tmp_path):
    file = tmp_path / "x"
    file.write_bytes(b"x")
    record = hash_file(file, place="가" * 100)  # 300 bytes of UTF-8, as Windows and macOS allow
    assert (record.name, record.place) == ("가" * 100, None)


def it_does_the_others_if_one_cannot_be_read(folder):
    (folder / "진술서 900101-2345678.pdf").write_bytes(b"x")
    done = list(hash_tree([folder, folder / "gone"]))
    assert [each.record.name for each in done if isinstance(each, Hashed)] == ["a.png", "b.mp4", "c.txt"]
    failed = [each for each in done if not isinstance(each, Hashed)]
    assert codes(failed) == ["E-EVIDENCE-NAME-NUMBER", "E-EVIDENCE-MISSING"]
    assert [each.problem.path for each in failed] == ["paths[0]", "paths[1]"]


def it_ends_with_a_remark_when_it_is_cancelled(folder):
    counts = []
    done = list(hash_tree([folder], progress=counts.append, cancel=lambda: len(counts) == 2))
    assert isinstance(done[0], Hashed)
    assert codes(done[1:]) == ["E-EVIDENCE-CANCELLED"]


def it_does_not_read_again_what_is_known(folder, monkeypatch):
    known = {}
    for each in hash_tree([folder]):
        known[each.found.place, each.record.size, each.record.modified] = each.record
    monkeypatch.setattr(Path, "open", None)
    assert [each.fresh for each in hash_tree([folder], known=known)] == [False, False, False]


def but_it_reads_again_what_changed(folder):
    known = {(e.found.place, e.record.size, e.record.modified): e.record for e in hash_tree([folder])}
    os.utime(folder / "a.png", ns=(0, 0))
    assert [each.fresh for each in hash_tree([folder], known=known)] == [True, False, False]
