"""``SHA256SUMS.originals`` is what GNU sha256sum writes, and passes its check where the originals lie."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from legalkit.evidence.register import add
from legalkit.evidence.sums import line, sums
from tests.evidence.samples import case

LINUX = sys.platform == "linux"
NAMES = ["plain.png", "띄어 쓴 이름.png", "\u1112\u1161\u11ab.png", "#hash", "100%.png"]
if os.name != "nt":
    NAMES += ["line\nbreak", "back\\slash", "re\rturn", " edge ", "-dash", "\u202ebidi", "tab\t", "가" * 85]
if LINUX:
    NAMES += [os.fsdecode(b"\xff\xfe")]


@pytest.fixture
def originals(tmp_path) -> Path:
    top = tmp_path / "증거"
    (top / "below").mkdir(parents=True)
    for place, name in enumerate(NAMES):
        (top / name).write_bytes(b"%d" % place)
        (top / "below" / name).write_bytes(b"below %d" % place)
    return top


def _checked(data: bytes, folder: Path) -> list[bool]:
    """Whether each line's hash is that of the file it names: written from the manual of GNU coreutils."""
    return [_same(each, folder) for each in data.split(b"\n") if each]


def _same(written: bytes, folder: Path) -> bool:
    escaped = written.startswith(b"\\")
    sha256, name = written.removeprefix(b"\\").split(b"  ", 1)
    if escaped:
        parts = [part.replace(b"\\n", b"\n").replace(b"\\r", b"\r") for part in name.split(b"\\\\")]
        name = b"\\".join(parts)
    content = (folder / os.fsdecode(name)).read_bytes()
    return hashlib.sha256(content).hexdigest().encode() == sha256


def it_holds_where_the_originals_lie(originals):
    made, report = add(case(), [originals])
    assert report.failed == ()
    assert _checked(sums(made), originals.parent) == [True] * 2 * len(NAMES)


def but_it_no_longer_holds_for_a_changed_original(originals):
    made, _ = add(case(), [originals])
    (originals / "plain.png").write_bytes(b"changed")
    assert _checked(sums(made), originals.parent).count(False) == 1


def it_names_a_file_once_however_often_it_is_listed(originals):
    made, _ = add(case(), [originals / "plain.png"])
    twice = made.model_copy(update={"exhibits": (made.exhibits[0], made.exhibits[0].model_copy(update={"id": "b"}))})
    assert sums(twice) == sums(made)


def it_is_empty_for_a_case_without_files():
    assert sums(case()) == b""


if LINUX:

    def _run(*command, folder) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(command, cwd=folder, capture_output=True, env={**os.environ, "LC_ALL": "C"})

    def it_passes_sha256sum(originals):
        assert shutil.which("sha256sum")
        made, _ = add(case(), [originals])
        (originals.parent / "SHA256SUMS.originals").write_bytes(sums(made))
        run = _run("sha256sum", "-c", "--strict", "SHA256SUMS.originals", folder=originals.parent)
        assert run.returncode == 0, run.stderr
        assert run.stdout.count(b": OK\n") == 2 * len(NAMES)
        (originals / "plain.png").write_bytes(b"changed")
        assert _run("sha256sum", "-c", "SHA256SUMS.originals", folder=originals.parent).returncode == 1

    @pytest.mark.parametrize("name", NAMES, ids=ascii)
    def it_writes_each_name_as_sha256sum_does(originals, name):
        run = _run("sha256sum", "--", name, folder=originals)
        sha256 = hashlib.sha256((originals / name).read_bytes()).hexdigest()
        assert line(sha256, os.fsencode(name)) == run.stdout
