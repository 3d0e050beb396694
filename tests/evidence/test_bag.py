"""The bag is a valid BagIt bag, the same to the byte each time, and no original is in it."""

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import date

import bagit
import pytest

from legalkit.errors import FileError
from legalkit.evidence import custody
from legalkit.evidence.bag import bag, broken, read_bag, write_bag, zipped
from legalkit.evidence.register import add
from tests.evidence.samples import case, codes

DAY = date(2026, 11, 22)
DOCUMENTS = {"index.ko.docx": b"PK index", "sheets/label.ko.docx": b"PK label"}


@pytest.fixture
def made(folder):
    return add(case(), [folder])[0]


@pytest.fixture
def files(made):
    return bag(made, DOCUMENTS, custody.Log(), made_on=DAY)


def it_holds_what_we_made(files):
    assert sorted(path for path in files if path.startswith("data/")) == [
        "data/SHA256SUMS.originals", "data/custody.json", "data/exhibits.json", "data/exhibits.schema.json",
        "data/index.ko.docx", "data/sheets/label.ko.docx",
    ]  # fmt: skip
    assert files["data/index.ko.docx"] == b"PK index"


def it_passes_bagit(files, tmp_path):
    write_bag(files, tmp_path / "bag")
    assert bagit.Bag(str(tmp_path / "bag")).validate()


@pytest.mark.parametrize("path", ["data/index.ko.docx", "data/exhibits.json", "bag-info.txt", "manifest-sha256.txt"])
def but_a_changed_bag_does_not(files, tmp_path, path):
    write_bag(files, tmp_path / "bag")
    (tmp_path / "bag" / path).write_bytes(files[path] + b" ")
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(tmp_path / "bag")).validate()


def but_a_bag_with_a_stray_file_does_not(files, tmp_path):
    write_bag(files, tmp_path / "bag")
    (tmp_path / "bag" / "data" / "stray").write_bytes(b"")
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(tmp_path / "bag")).validate()


def it_says_of_itself_nothing_that_names_anybody(files):
    info = files["bag-info.txt"].decode()
    size = sum(len(data) for path, data in files.items() if path.startswith("data/"))
    assert "Bagging-Date: 2026-11-22\n" in info
    assert "External-Identifier: case-1\n" in info
    assert f"Payload-Oxum: {size}.6\n" in info
    assert [line.split(":")[0] for line in info.splitlines()] == sorted(
        line.split(":")[0] for line in info.splitlines()
    )


def it_gives_the_same_bytes_each_time(made, files):
    again = bag(made, dict(reversed(DOCUMENTS.items())), custody.Log(), made_on=DAY)
    assert list(again.items()) == list(files.items())
    assert zipped(again, "case-1") == zipped(files, "case-1")


def it_gives_the_same_bytes_in_another_time_zone_and_with_another_seed(files):
    script = (
        "import sys, zipfile, hashlib; from legalkit.evidence import zipped;"
        "sys.stdout.write(hashlib.sha256(zipped({'b': b'1', 'a': b'2'}, 'x')).hexdigest())"
    )
    environments = [{"TZ": "Asia/Seoul", "PYTHONHASHSEED": "1"}, {"TZ": "UTC", "PYTHONHASHSEED": "2"}]
    runs = [
        subprocess.run([sys.executable, "-c", script], env={**os.environ, **more}, capture_output=True, check=True)
        for more in environments
    ]
    expected = hashlib.sha256(zipped({"b": b"1", "a": b"2"}, "x")).hexdigest().encode()
    assert {run.stdout for run in runs} == {expected}


def it_passes_bagit_from_the_zip_too(files, tmp_path):
    with zipfile.ZipFile(io.BytesIO(zipped(files, "case-1"))) as archive:
        archive.extractall(tmp_path)
    assert bagit.Bag(str(tmp_path / "case-1")).validate()


def it_holds_no_original(files, folder):
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}
    assert hashes.isdisjoint(hashlib.sha256(data).hexdigest() for data in files.values())
    assert all(record["sha256"] in hashes for record in json.loads(files["data/exhibits.json"])["exhibits"][0]["files"])
    for content in (b"one", b"two", b"three"):
        assert content not in files["data/SHA256SUMS.originals"]


def but_it_refuses_an_original_as_a_document(made):
    with pytest.raises(FileError) as error:
        bag(made, {"index.docx": b"PK", "harmless.docx": b"two"}, custody.Log(), made_on=DAY)
    assert [(p.code, p.path) for p in error.value.problems] == [("E-EVIDENCE-ORIGINAL-INSIDE", "documents[1]")]


@pytest.mark.parametrize(
    "name",
    ["../out", "/etc/x", "a/../../x", "C:\\x", "con.docx", "a/nul", "", "a//b", "홍길동.docx", "custody.json",
     "Exhibits.JSON", "end.", "line\nbreak", "a b", "lpt1"],
)  # fmt: skip
def but_it_refuses_a_path_that_is_not_plain(made, name):
    with pytest.raises(FileError) as error:
        bag(made, {name: b"x"}, custody.Log(), made_on=DAY)
    assert codes(error.value.problems) == ["E-EVIDENCE-BAG-NAME"]


def but_it_refuses_two_documents_that_are_one_on_windows(made):
    with pytest.raises(FileError) as error:
        bag(made, {"index.docx": b"x", "INDEX.docx": b"y"}, custody.Log(), made_on=DAY)
    assert [p.path for p in error.value.problems] == ["documents[1]"]


def but_it_writes_over_nothing(files, tmp_path):
    (tmp_path / "bag").mkdir()
    with pytest.raises(FileError) as error:
        write_bag(files, tmp_path / "bag")
    assert codes(error.value.problems) == ["E-EVIDENCE-BAG-EXISTS"]
    assert list((tmp_path / "bag").iterdir()) == []


def but_it_says_when_it_cannot_be_written(files, tmp_path):
    with pytest.raises(FileError) as error:
        write_bag(files, tmp_path / "gone" / "bag")
    assert codes(error.value.problems) == ["E-EVIDENCE-BAG-UNWRITABLE"]


def it_makes_a_bag_of_a_case_without_exhibits(tmp_path):
    write_bag(bag(case(), {}, custody.Log(), made_on=DAY), tmp_path / "bag")
    assert bagit.Bag(str(tmp_path / "bag")).validate()


@pytest.mark.parametrize("place", ["bag", "bag.zip"])
def it_can_be_read_again_and_is_whole(files, tmp_path, place):
    if place == "bag":
        write_bag(files, tmp_path / place)
    else:
        (tmp_path / place).write_bytes(zipped(files, "case-1"))
    assert dict(read_bag(tmp_path / place)) == dict(files)
    assert broken(files) == []


@pytest.mark.parametrize("path", ["data/index.ko.docx", "bag-info.txt", "manifest-sha256.txt"])
def but_it_says_which_file_is_not_as_stated(files, path):
    places = list(files)
    changed = broken({**files, path: files[path] + b" "})
    assert f"files[{places.index(path)}]" in [each.path for each in changed]


def and_it_says_that_one_is_missing_or_too_many(files):
    fewer = {name: data for name, data in files.items() if name != "data/custody.json"}
    assert codes(broken(fewer)) == ["E-EVIDENCE-BAG-BROKEN"]
    assert codes(broken({**files, "data/stray": b""})) == ["E-EVIDENCE-BAG-BROKEN"]
