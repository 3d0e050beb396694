"""Files into a case: each named file is an exhibit, each named folder is one too, with all files below it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from legalkit.case import Case, Exhibit, FileRecord, known, read_case
from legalkit.case.codes import ExhibitKind
from legalkit.errors import Problem
from legalkit.evidence.findings import Added, Cancel, Clock, Found, Hashed, Progress, Remark
from legalkit.evidence.hashing import Known, hash_tree
from legalkit.evidence.kinds import guessed_kind
from legalkit.evidence.names import comparable, place_of
from legalkit.settings import LIMITS

Keep = Callable[[Callable[[], Case]], None]
"""Called after each file that was listed, with what makes the case so far: it is costly, so call it now and then."""


def add(
    case: Case,
    paths: Iterable[Path],
    *,
    kind: ExhibitKind | None = None,
    clock: Clock | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    keep: Keep | None = None,
) -> tuple[Case, Added]:
    """Hashes files where they lie and lists them in a new case; the exhibits that were there stay as they were.

    The case itself is the journal: a file that it lists with the same place, size and last change is not read again,
    so work that was broken off goes on by asking for the same once more. A folder's files come in exhibits of at
    most 1,000, the second and following ones as parts of the first (증 제3호의 2).

    Args:
        case: to add to.
        paths: of files and folders.
        kind: of the new exhibits; without it, guessed from the names of the files, with a note to look at it.
        clock: says when each hash was made.
        progress: called with the bytes read.
        cancel: asked before each block; what was done until then is in the case.
        keep: called after each file, to save what is done from time to time.

    Returns:
        The new case, and what adding came to.
    """
    listing = _Listing(case, kind)
    for hashed in hash_tree(paths, known=_journal(case), clock=clock, progress=progress, cancel=cancel):
        if not listing.take(hashed):
            break
        if keep and isinstance(hashed, Hashed):
            keep(listing.case)
    return listing.case(), listing.report()


def listed(case: Case) -> Iterator[tuple[Exhibit, FileRecord]]:
    """Every listed file with its exhibit, in the order of the case."""
    yield from ((exhibit, record) for exhibit in case.exhibits for record in exhibit.files)


def naming_people(case: Case) -> Iterator[FileRecord]:
    """The listed files whose name or folder holds the name of a person on her side: nothing hides it in a bag.

    >>> from legalkit.case import read_case
    >>> files = [{"name": name, "size": 1, "sha256": "0" * 64} for name in ("홍 길동.png", "1.png")]
    >>> told = {"id": "case-1", "reporter": {"role": "self"}, "victim": {"name": "홍길동"}}
    >>> case = read_case({**told, "exhibits": [{"id": "a", "kind": "photo", "files": files}]})
    >>> [record.name for record in naming_people(case)]
    ['홍 길동.png']
    """
    names = _squeezed_names(case)
    return (record for _, record in listed(case) if any(name in _squeezed(place_of(record)) for name in names))


def _squeezed_names(case: Case) -> list[str]:
    return [_squeezed(comparable(name)) for name in _names(case)]


def _squeezed(text: str) -> str:
    return text.casefold().replace(" ", "")


def _journal(case: Case) -> Known:
    return {(place_of(record), record.size, record.modified): record for _, record in listed(case)}


@dataclass
class _Group:
    """The files of one new exhibit, or of one with its parts."""

    whole: str | None = None
    files: list[FileRecord] = field(default_factory=list)


@dataclass
class _Listing:
    """The case as it grows."""

    before: Case
    kind: ExhibitKind | None
    files: int = 0
    size: int = 0
    already: int = 0
    groups: dict[tuple[int, int], _Group] = field(default_factory=dict)
    failed: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names = _squeezed_names(self.before)
        self.homes = {
            (place_of(record), record.sha256): exhibit.part_of or exhibit.id for exhibit, record in listed(self.before)
        }
        self.places = {place for place, _ in self.homes}
        self.hashes = {sha256 for _, sha256 in self.homes}

    def take(self, hashed: Hashed | Remark) -> bool:
        """Lists one file; says whether there is room for more."""
        if isinstance(hashed, Remark):
            self.failed.append(hashed)
            return True
        found, record = hashed.found, hashed.record
        group = self.groups.setdefault((found.argument, 0 if found.in_folder else 1), _Group())
        key = (place_of(record), record.sha256)
        if key in self.homes:
            self.already += 1
            group.whole = group.whole or self.homes[key] or None
            return True
        if self._full(group):
            self._fail("E-EVIDENCE-TOO-MANY", found, max_length=LIMITS.items)
            return False
        self._note(found, record, key)
        group.files.append(record)
        self.homes[key] = ""
        self.places.add(key[0])
        self.hashes.add(record.sha256)
        self.files, self.size = self.files + 1, self.size + record.size
        return True

    def _full(self, group: _Group) -> bool:
        if len(group.files) % LIMITS.items:
            return False  # it goes into an exhibit that is begun
        count = len(self.before.exhibits) + sum(-(-len(each.files) // LIMITS.items) for each in self.groups.values())
        return count >= LIMITS.items

    def _fail(self, code: str, found: Found, **params: object) -> None:
        self.failed.append(Remark(Problem(code, f"paths[{found.argument}]", params), found.path))

    def _note(self, found: Found, record: FileRecord, key: tuple[str, str]) -> None:
        place, sha256 = key
        squeezed = _squeezed(place)
        notes = {
            "E-EVIDENCE-EMPTY-FILE": record.size == 0,
            "E-EVIDENCE-TWICE": record.size > 0 and sha256 in self.hashes,
            "E-EVIDENCE-SAME-NAME": place in self.places,
            "E-EVIDENCE-ODD-NAME": not found.place.isprintable(),
            "E-EVIDENCE-NAMES-PERSON": any(name in squeezed for name in self.names),
        }
        for code, applies in notes.items():
            if applies:
                self.notes.append(Remark(Problem(code, f"paths[{found.argument}]"), found.path))

    def case(self) -> Case:
        """The case with everything listed so far, validated."""
        if not self.files:
            return self.before
        # every part is one that was validated; what is asked here is whether they fit together
        return read_case({**dict(self.before), "exhibits": (*self.before.exhibits, *self._exhibits())})

    def _exhibits(self) -> Iterator[Exhibit]:
        taken = {exhibit.id for exhibit in self.before.exhibits}
        for group in self.groups.values():
            whole = group.whole
            for start in range(0, len(group.files), LIMITS.items):
                files = tuple(group.files[start : start + LIMITS.items])
                exhibit = Exhibit(id=_free(taken), kind=self._kind(files), part_of=whole, files=files)
                whole = whole or exhibit.id
                yield exhibit

    def _kind(self, files: tuple[FileRecord, ...]) -> ExhibitKind:
        return self.kind or guessed_kind(files)

    def report(self) -> Added:
        """What adding came to."""
        new = tuple(exhibit.id for exhibit in self._exhibits())
        if new and not self.kind:
            self.notes.append(Remark(Problem("E-EVIDENCE-KIND-GUESSED", "", {"count": len(new)}), Path()))
        return Added(new, self.files, self.size, self.already, tuple(self.failed), tuple(self.notes))


def _free(taken: set[str]) -> str:
    """The first neutral id that nothing has."""
    number = len(taken) + 1
    while f"exhibit-{number}" in taken:
        number += 1
    taken.add(f"exhibit-{number}")
    return f"exhibit-{number}"


def _names(case: Case) -> Iterator[str]:
    """The names of the people on her side: a name of two letters or more can be looked for."""
    for person in (case.victim, case.reporter.person, *case.relatives):
        if person and known(person.name):
            yield from (form for form in person.name.forms() if len(form) > 1)
