"""Any input as a row of cases that can be read in pieces, by reference: a path, a beginning and a number.

Nothing but references travels to the processes and machines that do the work; each of them reads its own piece.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from pathlib import Path

from legalkit.batch.assembling import assembled
from legalkit.batch.csv_file import read_csv
from legalkit.batch.places import Found, Place, Record
from legalkit.batch.tables import MOST_BYTES
from legalkit.batch.workbook import read_workbook
from legalkit.errors import FileError, InputError, LegalkitError, Problem
from legalkit.settings import LIMITS
from legalkit.vault import disk
from legalkit.vault.case_file import from_bytes
from legalkit.vault.migrations import migrated
from legalkit.vault.passphrase import Passphrase
from legalkit.vault.plain_text import from_json

CASE_FILES = frozenset({".json", ".yaml", ".yml", ".legalkit"})


@dataclass(frozen=True)
class Piece:
    """Some cases of an input.

    Attributes:
        first: number of its first case, from 0.
        count: how many.
        offset: in a file of lines, the byte at which a line begins.
        skip: how many lines after that one its first case is.
    """

    first: int
    count: int
    offset: int = 0
    skip: int = 0

    def parts(self, number: int) -> "list[Piece]":
        """Its cases in so many parts, as even as can be.

        Args:
            number: of parts, from 1.

        >>> Piece(4, 3).parts(2)
        [Piece(first=4, count=2, offset=0, skip=0), Piece(first=6, count=1, offset=0, skip=2)]
        """
        size = ceil(self.count / number)
        begins = range(0, self.count, size)
        return [Piece(self.first + n, min(size, self.count - n), self.offset, self.skip + n) for n in begins]


@dataclass(frozen=True)
class Source:
    """An input, by reference.

    Attributes:
        path: where it lies; the same for everybody who reads it.
        digest: SHA-256 of what it held when the work began, so that nobody reads another one.
        passphrase: of the case files of a folder, where they have one.
    """

    path: Path
    digest: str
    passphrase: Passphrase | None = field(default=None, compare=False)

    def read(self, piece: Piece) -> Iterator[Record]:
        """The cases of a piece, in order, one at a time.

        Raises:
            InputError: ``E-BATCH-CHANGED`` it is not what it was when the work began.
        """
        return _kind(self.path).read(self, piece)

    def pieces(self, size: int) -> tuple[list[Piece], list[Found]]:
        """The whole input in pieces of a size, and what concerns no single case.

        Raises:
            FileError: it cannot be read at all.
        """
        return _kind(self.path).pieces(self, size)


def open_source(path: Path, passphrase: Passphrase | None = None) -> Source:
    """Refers to an input: .xlsx, .csv, .jsonl, a folder of these sheets as .csv, a folder of case files.

    Raises:
        FileError: it is not there (``E-FILE-MISSING``), cannot be read, or is of no kind we know (``E-BATCH-KIND``).
    """
    _kind(path)
    return Source(path.resolve(), _digest(path), passphrase)


def _digest(path: Path) -> str:
    whole = hashlib.sha256()
    for file in _files(path):
        whole.update(file.name.encode("utf-8", "surrogatepass"))
        try:
            with file.open("rb") as content:
                whole.update(hashlib.file_digest(content, "sha256").digest())
        except PermissionError:  # on Windows also: a program has it open for itself
            raise FileError(Problem("E-BATCH-LOCKED", "input")) from None
        except OSError:
            raise FileError(Problem("E-FILE-DEVICE", "input")) from None
    return whole.hexdigest()


def _files(path: Path) -> list[Path]:
    """The files of an input in the order of their names; what Excel and the system put beside them is left out."""
    if not path.is_dir():
        return [path]
    wanted = {".csv"} if (path / "cases.csv").is_file() else CASE_FILES
    found = [each for each in path.iterdir() if each.suffix.lower() in wanted and each.name[0] not in "~."]
    return sorted(found, key=lambda each: each.name)


@dataclass(frozen=True)
class _Kind:
    read: Callable[[Source, Piece], Iterator[Record]]
    pieces: Callable[[Source, int], tuple[list[Piece], list[Found]]]


def _kind(path: Path) -> _Kind:
    if path.is_dir():
        return _TABLE if (path / "cases.csv").is_file() else _FOLDER
    if not path.exists():
        raise FileError(Problem("E-FILE-MISSING", "input"))
    try:
        return {".xlsx": _TABLE, ".xlsm": _TABLE, ".csv": _TABLE, ".jsonl": _LINES}[path.suffix.lower()]
    except KeyError:
        raise FileError(Problem("E-BATCH-KIND", "input", {"allowed": ".xlsx, .csv, .jsonl"})) from None


def _even(total: int, size: int) -> list[Piece]:
    return [Piece(first, min(size, total - first)) for first in range(0, total, size)]


# A table: it is read as a whole, once in each process.


@lru_cache(maxsize=1)
def _tables(source: Source) -> tuple[list[Record], list[Found]]:
    contents = [(file, disk.read(file, MOST_BYTES)) for file in _files(source.path)]
    if _digest(source.path) != source.digest:
        raise InputError(Problem("E-BATCH-CHANGED", "input"))
    tables = []
    for file, content in contents:
        is_csv = file.suffix.lower() == ".csv"
        tables += [read_csv(content, file.stem)] if is_csv else read_workbook(content)
    records, found = assembled(tables)
    beside = source.path.with_name(f"~${source.path.name}")
    if beside.exists():  # Excel has it open; what is not saved yet is not in it
        found = [Found(Problem("W-BATCH-OPEN-IN-EXCEL", "input")), *found]
    return records, found


def _read_table(source: Source, piece: Piece) -> Iterator[Record]:
    return iter(_tables(source)[0][piece.first : piece.first + piece.count])


def _table_pieces(source: Source, size: int) -> tuple[list[Piece], list[Found]]:
    records, found = _tables(source)
    return _even(len(records), size), found


# A file of lines: a piece begins at a byte, so that no process reads more than its own.


def _read_lines(source: Source, piece: Piece) -> Iterator[Record]:
    with source.path.open("rb") as file:
        file.seek(piece.offset)
        for _ in range(piece.skip):
            file.readline()
        for number in range(piece.first, piece.first + piece.count):
            yield _line(number, file.readline())


def _line(number: int, line: bytes) -> Record:
    place = Place("", number + 1)
    if not line.strip():
        return Record(place, None)
    try:
        if len(line) > LIMITS.case_bytes:
            raise FileError(disk.too_large("E-FILE-TOO-LARGE", LIMITS.case_bytes))
        return Record(place, migrated(from_json(line.decode("utf-8-sig"))))
    except UnicodeDecodeError:
        return Record(place, None, found=(Found(Problem("E-FILE-ENCODING"), place),))
    except LegalkitError as error:
        return Record(place, None, found=tuple(Found(problem, place) for problem in error.problems))


def _line_pieces(source: Source, size: int) -> tuple[list[Piece], list[Found]]:
    """Where every so-many-th line begins; an empty line counts, so that a number is a line."""
    starts, number, offset = [0], 0, 0
    with source.path.open("rb") as file:
        for line in file:
            number, offset = number + 1, offset + len(line)
            if number % size == 0:
                starts.append(offset)
    return [Piece(p.first, p.count, starts[n]) for n, p in enumerate(_even(number, size))], []


# A folder of case files.


def _read_folder(source: Source, piece: Piece) -> Iterator[Record]:
    files = _files(source.path)[piece.first : piece.first + piece.count]
    for number, file in enumerate(files, start=piece.first + 1):
        yield _file(source, Place("", number), file)


def _file(source: Source, place: Place, file: Path) -> Record:
    passphrase = source.passphrase
    ask = (lambda: passphrase) if passphrase else None
    try:
        return Record(place, from_bytes(disk.read(file, LIMITS.case_bytes), file.suffix, ask))
    except LegalkitError as error:
        return Record(place, None, found=tuple(Found(problem, place) for problem in error.problems))


def _folder_pieces(source: Source, size: int) -> tuple[list[Piece], list[Found]]:
    return _even(len(_files(source.path)), size), []


_TABLE = _Kind(_read_table, _table_pieces)
_LINES = _Kind(_read_lines, _line_pieces)
_FOLDER = _Kind(_read_folder, _folder_pieces)
