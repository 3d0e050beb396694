"""What the walk, the hashing, the listing and the checking report. Names of files stay out of every ``repr``."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from legalkit.case import FileRecord
from legalkit.errors import Problem

Progress = Callable[[int], None]
"""Called with the number of bytes that were just read."""
Cancel = Callable[[], bool]
"""Asked between two blocks; once it says yes, reading ends."""
Clock = Callable[[], datetime]
"""Gives the time with its zone; the program's own clock is read at the edge alone."""


@dataclass(frozen=True)
class Found:
    """A file that was met on a walk and not read yet.

    Attributes:
        argument: which of the paths handed in leads to it, from 0.
        path: where it lies; for the person's own screen, never for a message or a log.
        place: from where the person stood, ``/`` between folders, spelled as on disk.
        in_folder: it lies below a folder that was named, and was not named itself.
    """

    argument: int
    path: Path = field(repr=False)
    place: str = field(repr=False)
    in_folder: bool = False


@dataclass(frozen=True)
class Hashed:
    """A file and its record.

    Attributes:
        found: where it was met.
        record: what is kept of it.
        fresh: it was read now; otherwise the record is one that was known already.
    """

    found: Found
    record: FileRecord = field(repr=False)
    fresh: bool = True


@dataclass(frozen=True)
class Remark:
    """Something to tell about one file or folder: why it was not taken, or what to mind about it.

    Attributes:
        problem: its code; ``path`` is ``paths[n]``, the place among the paths handed in.
        path: where it lies; for the person's own screen, never for a message or a log.
    """

    problem: Problem
    path: Path = field(repr=False)


@dataclass(frozen=True)
class Added:
    """What adding files to a case came to.

    Attributes:
        exhibits: ids of the new exhibits.
        files: how many files were listed.
        size: how many bytes they have together.
        already: how many were in the case before and were left as they were.
        failed: what could not be taken; everything else was.
        notes: what was taken and wants a look.
    """

    exhibits: tuple[str, ...] = ()
    files: int = 0
    size: int = 0
    already: int = 0
    failed: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def exit_status(self) -> int:
        """0 if everything that was named is in the case now, else 2."""
        return 2 if self.failed else 0


class Status(StrEnum):
    """How a file compares with the case."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    EXTRA = "extra"
    MISSING = "missing"


@dataclass(frozen=True)
class Outcome:
    """One file, compared.

    Attributes:
        status: how it compares.
        exhibit: id of the exhibit that lists it; nothing for an extra file.
        renamed: unchanged, but it lies in another place or under another name.
        path: where it lies; nothing for a missing one.
        name: as the case has it; nothing for an extra file.
    """

    status: Status
    exhibit: str | None = None
    renamed: bool = False
    path: Path | None = field(default=None, repr=False)
    name: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Verified:
    """What comparing files with a case came to.

    Attributes:
        outcomes: the files met, in the order of the walk, then those that are missing, in the order of the case.
        failed: what could not be read.
    """

    outcomes: tuple[Outcome, ...]
    failed: tuple[Remark, ...] = ()

    def count(self, status: Status) -> int:
        """How many files have this status."""
        return sum(outcome.status is status for outcome in self.outcomes)

    @property
    def exit_status(self) -> int:
        """0 if every file is unchanged, 1 if one is changed, extra or missing, 2 if one could not be read.

        >>> Verified((Outcome(Status.UNCHANGED, "exhibit-1"),)).exit_status
        0
        """
        if self.failed:
            return 2
        return 0 if self.count(Status.UNCHANGED) == len(self.outcomes) else 1
