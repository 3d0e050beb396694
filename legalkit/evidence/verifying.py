"""Are the originals what they were? Files are hashed again and compared with the case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from legalkit.case import Case, FileRecord
from legalkit.errors import Problem
from legalkit.evidence.findings import Cancel, Hashed, Outcome, Progress, Remark, Status, Verified
from legalkit.evidence.hashing import hash_tree
from legalkit.evidence.names import comparable, place_of
from legalkit.evidence.register import listed


def verify(
    case: Case,
    paths: Iterable[Path],
    *,
    all: bool = False,  # noqa: A002 -- the word of the command line
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Verified:
    """Compares files with the case. Every file is read in full; what the case says of its last change is not trusted.

    A file belongs to the listed file whose place ends as its own does, or the other way round, so that it does not
    matter from where a person looks. A file with listed content at a new place is unchanged and renamed.

    Args:
        case: with the hashes.
        paths: of files and folders.
        all: say too which listed files were not met.
        progress: called with the bytes read.
        cancel: asked before each block.
    """
    met: list[Hashed] = []
    failed: list[Remark] = []
    for hashed in hash_tree(paths, progress=progress, cancel=cancel):
        if isinstance(hashed, Remark):
            failed.append(hashed)
        else:
            met.append(hashed)
    if not met and not failed:
        failed.append(Remark(Problem("E-EVIDENCE-NOTHING"), Path()))
    entries = [_Entry(place_of(record), exhibit.id, record) for exhibit, record in listed(case)]
    outcomes = list(_Comparison(entries).outcomes(met))
    if all:
        outcomes += [entry.outcome(Status.MISSING) for entry in entries if not entry.claimed]
    return Verified(tuple(outcomes), tuple(failed))


@dataclass
class _Entry:
    place: str
    exhibit: str
    record: FileRecord
    claimed: bool = False

    def outcome(self, status: Status, path: Path | None = None, *, renamed: bool = False) -> Outcome:
        self.claimed = self.claimed or status is not Status.MISSING
        return Outcome(status, self.exhibit, renamed, path, self.record.name)


class _Comparison:
    def __init__(self, entries: list[_Entry]) -> None:
        self.by_name: dict[str, list[_Entry]] = {}
        self.by_hash: dict[str, list[_Entry]] = {}
        for entry in entries:
            self.by_name.setdefault(_last(entry.place), []).append(entry)
            self.by_hash.setdefault(entry.record.sha256, []).append(entry)

    def outcomes(self, met: list[Hashed]) -> Iterator[Outcome]:
        """In the order of the files met; those at their place are settled first, so that none takes another's."""
        settled = [self._at_its_place(hashed) for hashed in met]
        for hashed, outcome in zip(met, settled, strict=True):
            yield outcome or self._elsewhere(hashed)

    def _namesakes(self, hashed: Hashed) -> list[_Entry]:
        place = comparable(hashed.found.place)
        return [entry for entry in self.by_name.get(_last(place), []) if _same_end(entry.place, place)]

    def _at_its_place(self, hashed: Hashed) -> Outcome | None:
        same = [entry for entry in self._namesakes(hashed) if entry.record.sha256 == hashed.record.sha256]
        return _first(same).outcome(Status.UNCHANGED, hashed.found.path) if same else None

    def _elsewhere(self, hashed: Hashed) -> Outcome:
        path = hashed.found.path
        namesakes = [entry for entry in self._namesakes(hashed) if not entry.claimed]
        if namesakes:
            return namesakes[0].outcome(Status.CHANGED, path)
        twins = self.by_hash.get(hashed.record.sha256)
        return (
            _first(twins).outcome(Status.UNCHANGED, path, renamed=True) if twins else Outcome(Status.EXTRA, path=path)
        )


def _first(entries: list[_Entry]) -> _Entry:
    """One that no file has claimed yet, if there is one."""
    return next((entry for entry in entries if not entry.claimed), entries[0])


def _last(place: str) -> str:
    return place.rpartition("/")[2]


def _same_end(one: str, other: str) -> bool:
    return f"/{one}".endswith(f"/{other}") or f"/{other}".endswith(f"/{one}")
