"""SHA-256 of files where they lie. Bytes are streamed through the hash and nowhere else; nothing is decoded."""

import hashlib
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from legalkit import __version__
from legalkit.case import FileRecord
from legalkit.case.text import has_registration_number
from legalkit.errors import FileError, Problem
from legalkit.evidence.findings import Cancel, Clock, Found, Hashed, Progress, Remark
from legalkit.evidence.kinds import content_type
from legalkit.evidence.names import comparable, encode, shown
from legalkit.evidence.walking import problem_of, walk
from legalkit.settings import LIMITS

_BLOCK = 1024 * 1024
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Known = Mapping[tuple[str, int, datetime | None], FileRecord]
"""Records by place (as :func:`~legalkit.evidence.names.comparable` gives it), size and time of the last change."""


def computed_by(library: str) -> str:
    """What computed a hash, as the foot of the index says it.

    Args:
        library: that did the arithmetic, with its version.

    >>> computed_by("hash-wasm 4.13.0") == f"legalkit {__version__} (hash-wasm 4.13.0)"
    True
    """
    return f"legalkit {__version__} ({library})"


_TOOL = computed_by(f"Python {'.'.join(map(str, sys.version_info[:3]))} hashlib")


def hash_file(
    path: Path,
    *,
    place: str | None = None,
    clock: Clock | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> FileRecord:
    """What is kept of a file: name, size, kind by its name, last change, SHA-256 and what computed it.

    Memory stays flat: one block of 1 MiB, whatever the size.

    Args:
        path: of a regular file; a link is followed.
        place: from where the person stood; by default the file's own name.
        clock: says when the hash was made; without it the record does not.
        progress: called after each block with its bytes.
        cancel: asked before each block.

    Raises:
        FileError: ``E-EVIDENCE-MISSING``, ``-UNREADABLE``, ``-NOT-A-FILE``, ``-LINK-LOOP``, ``-NAME-TOO-LONG``,
            ``-NAME-NUMBER``, ``-CHANGED-WHILE-READ`` or ``-CANCELLED``.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "empty.png").write_bytes(b"")
    ...     record = hash_file(Path(folder, "empty.png"))
    >>> record.name, record.size, record.type, record.sha256[:8]
    ('empty.png', 0, 'image/png', 'e3b0c442')
    """
    name, reference = _named(path.name if place is None else place)
    try:
        digest, state = _stream(path, progress, cancel)
    except OSError as error:
        raise FileError(problem_of(error)) from None  # the system's own words hold the path
    return FileRecord(
        name=name,
        place=reference,
        size=state.st_size,
        type=content_type(name),
        modified=modified(state),
        sha256=digest,
        hashed_at=clock() if clock else None,
        tool=_TOOL,
    )


def hash_tree(
    paths: Iterable[Path],
    *,
    known: Known | None = None,
    clock: Clock | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Iterator[Hashed | Remark]:
    """Hashes every file that the paths lead to, one after the other, in a stable order.

    Args:
        paths: of files and folders.
        known: files that need not be read again if place, size and last change are the same; this is how work that
            was broken off goes on.
        clock: see :func:`hash_file`.
        progress: see :func:`hash_file`.
        cancel: see :func:`hash_file`; the last remark is then ``E-EVIDENCE-CANCELLED``.

    Yields:
        A file with its record, or why one could not be taken. The walk goes on after it.
    """
    for found in walk(paths):
        if isinstance(found, Remark):
            yield found
        elif record := _recalled(found, known or {}):
            yield Hashed(found, record, fresh=False)
        else:
            try:
                yield Hashed(found, hash_file(found.path, place=found.place, clock=clock, progress=progress,
                                              cancel=cancel))  # fmt: skip
            except FileError as error:
                code = error.problems[0].code
                yield Remark(Problem(code, f"paths[{found.argument}]", error.problems[0].params), found.path)
                if code == "E-EVIDENCE-CANCELLED":
                    return


def modified(state: os.stat_result) -> datetime:
    """The last change of a file, in UTC, to the microsecond."""
    return _EPOCH + timedelta(microseconds=state.st_mtime_ns // 1000)


def _recalled(found: Found, known: Known) -> FileRecord | None:
    if not known:
        return None
    try:
        state = found.path.stat()
    except OSError:  # gone since it was met; the reading will say so
        return None
    return known.get((comparable(found.place), state.st_size, modified(state)))


def _named(place: str) -> tuple[str, str | None]:
    """A name to show and, if it does not lead to the file, the reference that does."""
    if has_registration_number(place, hyphenated_only=True):
        raise FileError(Problem("E-EVIDENCE-NAME-NUMBER"))
    name, reference = shown(place.rpartition("/")[2]), encode(place)
    if len(reference) > 4 * LIMITS.line:
        raise FileError(Problem("E-EVIDENCE-NAME-TOO-LONG"))
    return name, None if place == name else reference


def _stream(path: Path, progress: Progress | None, cancel: Cancel | None) -> tuple[str, os.stat_result]:
    """The digest of a file and its state, if it was the same file with the same content all the while."""
    if not stat.S_ISREG(path.stat().st_mode):  # asked before opening: opening a pipe would wait for a writer
        raise FileError(Problem("E-EVIDENCE-NOT-A-FILE"))
    with path.open("rb", buffering=0) as stream:
        before = os.fstat(stream.fileno())
        digest, size = _digest(stream, before.st_size, progress, cancel)
        after = path.stat()  # by its name: a file that was put in its place is another one
    if size != before.st_size or _identity(before) != _identity(after):
        raise FileError(Problem("E-EVIDENCE-CHANGED-WHILE-READ"))
    return digest, after


def _digest(stream: io.FileIO, size: int, progress: Progress | None, cancel: Cancel | None) -> tuple[str, int]:
    """The digest and how many bytes it is of; a file that grows is not followed to its end."""
    digest, done = hashlib.sha256(), 0
    block = memoryview(bytearray(min(_BLOCK, size + 1)))  # one byte more than there should be, to see the end
    while done <= size:
        if cancel and cancel():
            raise FileError(Problem("E-EVIDENCE-CANCELLED"))
        count = stream.readinto(block)
        if not count:
            break
        digest.update(block[:count])
        done += count
        if progress:
            progress(count)
    return digest.hexdigest(), done


def _identity(state: os.stat_result) -> tuple[int, int, int, int]:
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns
