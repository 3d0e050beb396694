"""Old or new, never neither; nothing of unknown size is read."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from legalkit.errors import FileError
from legalkit.vault import disk
from tests.vault.speaking import code_of

OLD, NEW = b"old " * 10_000, b"new " * 20_000

# The child stops where it is told and waits to be killed.
_STOPS = """
import os, sys, tempfile
from pathlib import Path
from legalkit.vault import disk

def stop(*_, **__):
    print("here", flush=True)
    sys.stdin.read()

class Half:
    def __init__(self, number, mode): self.file = os.fdopen(number, mode)
    def __enter__(self): return self
    def __exit__(self, *_): self.file.close()
    def write(self, content):
        self.file.write(content[: len(content) // 2])
        self.file.flush()
        stop()

class System:
    def __getattr__(self, name): return getattr(os, name)

point, target = sys.argv[1:]
system = disk.os = System()
if point == "write":
    system.fdopen = Half
elif point == "settle":
    disk.settle_folder = stop
elif point == "replace":
    Path.replace = stop
else:
    setattr(system, point, stop)
disk.write(Path(target), b"new " * 20_000)
"""


def _killed_at(point: str, target: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _STOPS, point, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"here"
        child.kill()
    assert child.returncode != 0


def _code(action) -> str:
    with pytest.raises(FileError) as caught:
        action()
    return code_of(caught.value.problems[0])


@pytest.mark.parametrize(
    ("point", "left"), [("fdopen", OLD), ("write", OLD), ("fsync", OLD), ("replace", OLD), ("settle", NEW)]
)
def it_leaves_the_old_file_or_the_new_one_when_a_save_is_killed(point, left, tmp_path):
    target = tmp_path / "case.yaml"
    target.write_bytes(OLD)
    _killed_at(point, target)
    assert target.read_bytes() == left


def and_it_removes_what_a_killed_save_left_behind_once_that_is_old(tmp_path):
    target = tmp_path / "case[1].yaml"
    _killed_at("replace", target)
    (half,) = tmp_path.iterdir()
    disk.write(target, NEW)
    assert half.exists()
    os.utime(half, (0, 0))
    disk.write(target, NEW)
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("number", "code"), [
    (errno.ENOSPC, "E-FILE-DISK-FULL"), (errno.EACCES, "E-FILE-DENIED"), (errno.EIO, "E-FILE-DEVICE"),
])  # fmt: skip
def it_keeps_the_old_file_and_no_other_when_the_disk_fails(number, code, tmp_path, monkeypatch):
    target = tmp_path / "case.yaml"
    target.write_bytes(OLD)

    def fail(_: int) -> None:
        raise OSError(number, "no", "a name")

    monkeypatch.setattr(os, "fsync", fail)
    assert _code(lambda: disk.write(target, NEW)) == code
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [OLD]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot bound the size of a file")
def it_keeps_the_old_file_when_the_disk_is_really_full(tmp_path):
    target = tmp_path / "case.yaml"
    target.write_bytes(OLD)
    bounded = (
        "import resource, sys; from pathlib import Path; from legalkit.vault import disk\n"
        "from legalkit.errors import FileError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try: disk.write(Path(sys.argv[1]), b'new ' * 20_000)\n"
        "except FileError as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", bounded, str(target)], capture_output=True, text=True, encoding="utf-8")
    assert (run.stdout.strip(), run.stderr) == ("E-FILE-DISK-FULL", "")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [OLD]


def it_refuses_a_file_of_2_gb_without_reading_it(tmp_path, monkeypatch):
    huge = tmp_path / "case.yaml"
    with huge.open("wb") as file:
        file.truncate(2 * 1024**3)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("was opened"))
    assert _code(lambda: disk.read(huge, 100)) == "E-FILE-TOO-LARGE"


def but_it_reads_one_of_just_the_size(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_bytes(OLD)
    assert disk.read(path, len(OLD)) == OLD
    assert _code(lambda: disk.read(path, len(OLD) - 1)) == "E-FILE-TOO-LARGE"


def it_refuses_what_is_missing_or_no_file(tmp_path):
    assert _code(lambda: disk.read(tmp_path / "none.yaml", 100)) == "E-FILE-MISSING"
    assert _code(lambda: disk.read(tmp_path, 100)) == "E-FILE-NOT-A-FILE"
    assert _code(lambda: disk.write(tmp_path, b"")) == "E-FILE-NOT-A-FILE"
    assert _code(lambda: disk.write(tmp_path / "no folder" / "case.yaml", b"")) == "E-FILE-MISSING"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps this in access lists")
def it_lets_no_other_account_read_what_it_wrote(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_bytes(OLD)
    path.chmod(0o644)
    disk.write(path, NEW)
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs special rights on Windows")
def it_follows_a_link_instead_of_replacing_it(tmp_path):
    (tmp_path / "drive").mkdir()
    real, link = tmp_path / "drive/case.yaml", tmp_path / "case.yaml"
    real.write_bytes(OLD)
    link.symlink_to(real)
    disk.write(link, NEW)
    assert link.is_symlink()
    assert real.read_bytes() == NEW


def it_never_mixes_two_saves_at_the_same_moment(tmp_path):
    target = tmp_path / "case.yaml"
    contents = [letter * 200_000 for letter in (b"a", b"b", b"c")]
    disk.write(target, contents[0])
    start = threading.Barrier(len(contents) + 1)

    def save(content: bytes) -> None:
        start.wait()
        for _ in range(10):
            disk.write(target, content)

    savers = [threading.Thread(target=save, args=(content,)) for content in contents]
    for each in savers:
        each.start()
    start.wait()
    seen = [target.read_bytes() in contents for _ in range(30)]
    for each in savers:
        each.join()
    assert all(seen)
    assert [path.read_bytes() in contents for path in tmp_path.iterdir()] == [True]


def _forced(monkeypatch) -> list[int]:
    """Which files and folders are forced to disk from now on."""
    forced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda number: forced.append(os.fstat(number).st_ino))
    return forced


def it_forces_everything_below_a_folder_to_disk(tmp_path, monkeypatch):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for place in ("a/b/one", "a/two", "three"):
        (tmp_path / place).write_bytes(NEW)
    forced = _forced(monkeypatch)
    disk.settle(tmp_path)
    wanted = [path for path in (tmp_path, *tmp_path.rglob("*")) if path.is_file() or hasattr(os, "O_DIRECTORY")]
    assert sorted(forced) == sorted(path.stat().st_ino for path in wanted)


def and_it_leaves_many_at_once_to_the_system(tmp_path, monkeypatch):
    for number in range(101):
        (tmp_path / str(number)).write_bytes(b"")
    forced, all_at_once = _forced(monkeypatch), []
    monkeypatch.setattr(os, "sync", lambda: all_at_once.append(True), raising=False)
    disk.settle(tmp_path)
    assert (len(forced), len(all_at_once)) == ((0, 1) if sys.platform == "linux" else (len(forced), 0))
    assert all_at_once or len(forced) >= 101
