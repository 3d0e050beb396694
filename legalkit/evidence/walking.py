"""From paths to files: folders are walked in a stable order, links to folders are not followed, no loop is entered."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from legalkit.errors import Problem
from legalkit.evidence.findings import Found, Remark

_CODES = {
    errno.ENOENT: "E-EVIDENCE-MISSING",
    errno.ENOTDIR: "E-EVIDENCE-MISSING",
    errno.ELOOP: "E-EVIDENCE-LINK-LOOP",
    errno.ENAMETOOLONG: "E-EVIDENCE-NAME-TOO-LONG",
}


def problem_of(error: OSError, path: str = "") -> Problem:
    """What the system's refusal means.

    >>> problem_of(FileNotFoundError(errno.ENOENT, "")).code, problem_of(OSError(errno.EIO, "")).code
    ('E-EVIDENCE-MISSING', 'E-EVIDENCE-UNREADABLE')
    """
    return Problem(_CODES.get(error.errno or 0, "E-EVIDENCE-UNREADABLE"), path)


@dataclass(frozen=True)
class _Step:
    path: Path
    place: str
    above: frozenset[tuple[int, int]] = frozenset()


def walk(paths: Iterable[Path]) -> Iterator[Found | Remark]:
    """The files that paths lead to, in the order of the paths, below a folder in the order of the bytes of names.

    A file's place begins with the last part of the path as it was named, so that it leads to the file from where
    the person stood; for ``.`` and ``..`` it begins inside.

    Args:
        paths: of files and folders. A link that is named itself is followed.

    Yields:
        A file, or why something is no file or could not be reached. The walk goes on after it.
    """
    for argument, path in enumerate(paths):
        yield from _walk_one(argument, path)


def _walk_one(argument: int, top: Path) -> Iterator[Found | Remark]:
    steps = [_Step(top, "" if top.name == ".." else top.name)]
    while steps:
        step = steps.pop()
        try:
            state = step.path.stat()
            below = _folder(step, state, top) if stat.S_ISDIR(state.st_mode) else None
        except OSError as error:
            yield Remark(problem_of(error, f"paths[{argument}]"), step.path)
            continue
        if isinstance(below, list):
            steps.extend(reversed(below))
        elif below or not stat.S_ISREG(state.st_mode):
            yield Remark(Problem(below or "E-EVIDENCE-NOT-A-FILE", f"paths[{argument}]"), step.path)
        else:
            yield Found(argument, step.path, step.place, in_folder=step.path is not top)


def _folder(step: _Step, state: os.stat_result, top: Path) -> list[_Step] | str:
    """What lies in a folder, or the code that says why it is not entered."""
    identity = (state.st_dev, state.st_ino)
    if state.st_ino and identity in step.above:  # some file systems number nothing
        return "E-EVIDENCE-LINK-LOOP"
    if step.path is not top and step.path.is_symlink():
        return "E-EVIDENCE-LINK-TO-FOLDER"
    children = sorted(step.path.iterdir(), key=lambda child: os.fsencode(child.name))
    if not children:
        return "E-EVIDENCE-EMPTY-FOLDER"
    above = step.above | {identity}
    start = f"{step.place}/" if step.place else ""
    return [_Step(child, start + child.name, above) for child in children]


def total(paths: Iterable[Path]) -> tuple[int, int]:
    """How many files the paths lead to, and how many bytes they have: what a bar of progress is measured by."""
    files = size = 0
    for found in walk(paths):
        if isinstance(found, Found):
            files, size = files + 1, size + _size(found.path)
    return files, size


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone since it was met; the reading will say so
        return 0
