"""Bytes to and from disk: nothing is read before its size is known, nothing is written by halves."""

import contextlib
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from legalkit.errors import FileError, Problem

_FULL = "E-FILE-DISK-FULL"
_CODES = {
    errno.ENOENT: "E-FILE-MISSING",
    errno.ENOTDIR: "E-FILE-MISSING",
    errno.EISDIR: "E-FILE-NOT-A-FILE",
    errno.EACCES: "E-FILE-DENIED",
    errno.EPERM: "E-FILE-DENIED",
    errno.EROFS: "E-FILE-DENIED",
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
}
_OTHER = "E-FILE-DEVICE"
_LEFT_BEHIND_SECONDS = 3_600
_HALF = ".half"
_MANY = 100
_MEGABYTE = 1024 * 1024


def read(path: Path, limit: int) -> bytes:
    """The content of a file, if it is a file and no larger than the limit.

    Args:
        path: where it lies.
        limit: bytes; a larger file is refused by its size alone, unread.

    Raises:
        FileError: ``E-FILE-MISSING``, ``E-FILE-DENIED``, ``E-FILE-NOT-A-FILE``, ``E-FILE-TOO-LARGE``,
            ``E-FILE-DEVICE``.
    """
    with _spoken():
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FileError(Problem("E-FILE-NOT-A-FILE"))
        if status.st_size <= limit:
            with path.open("rb") as file:
                content = file.read(limit + 1)
            if len(content) <= limit:
                return content
    raise FileError(too_large("E-FILE-TOO-LARGE", limit))


def too_large(code: str, limit: int) -> Problem:
    """That something is larger than allowed.

    Args:
        code: of the problem.
        limit: bytes.

    >>> too_large("E-FILE-TOO-LARGE", 8 * 1024 * 1024).params
    {'allowed': 8388608, 'megabytes': 8}
    """
    return Problem(code, params={"allowed": limit, "megabytes": limit // _MEGABYTE})


def write(path: Path, content: bytes) -> None:
    """Puts a file in its place in one step: whatever happens meanwhile, the old one or the new one is there.

    The new content is written beside the old one, forced to disk, and then takes its name. Only the person's own
    account may read it (on systems that know such a thing).

    Raises:
        FileError: ``E-FILE-DISK-FULL``, ``E-FILE-DENIED``, ``E-FILE-MISSING`` (its folder), ``E-FILE-DEVICE``; what
            lay there before lies there still.
    """
    with _spoken():
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise FileError(Problem("E-FILE-NOT-A-FILE"))
        _put(target, content)


def _put(target: Path, content: bytes) -> None:
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=_HALF, dir=target.parent)
    half = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _sweep(target, half)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    settle_folder(target.parent)


def _sweep(target: Path, half: Path) -> None:
    """Removes what a save that was killed left behind; a save that is under way is younger."""
    now = half.stat().st_mtime
    for other in target.parent.glob(f".{_literal(target.name)}.*{_HALF}"):
        with contextlib.suppress(FileNotFoundError):
            if other.stat().st_mtime < now - _LEFT_BEHIND_SECONDS:
                other.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def settle(top: Path) -> None:
    """Forces everything below a folder to disk: renamed after that, it is whole even after a power cut.

    One by one a file takes some milliseconds. Many at once are left to the system's own flush of everything, where it
    waits until that is done.

    Raises:
        OSError: the disk refused.
    """
    below = list(top.rglob("*"))
    if sys.platform == "linux" and len(below) > _MANY:
        os.sync()
        return
    for path in below:
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())
    for folder in (*filter(Path.is_dir, below), top):
        settle_folder(folder)


def settle_folder(folder: Path) -> None:
    """Forces new names in a folder to disk, where a folder can be opened (not on Windows, which needs no such step).

    Raises:
        OSError: the disk refused.
    """
    if hasattr(os, "O_DIRECTORY"):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextlib.contextmanager
def _spoken() -> Iterator[None]:
    """Turns what the system says into a code; the system's own words would name the path."""
    try:
        yield
        return
    except OSError as error:
        code = _CODES.get(error.errno or 0, _OTHER)
    raise FileError(Problem(code))
