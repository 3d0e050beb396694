"""The database: SQLite in one file, or PostgreSQL by its URL; one transaction at a time, whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, TimeoutError
from sqlalchemy.pool import NullPool

from legalkit.errors import FileError, InputError, Problem, ToolError

_WAIT_MS = 30_000
_PRAGMAS = (
    f"busy_timeout={_WAIT_MS}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
)
_EMPTIED = ("cases", "words", "drafts", "links")
_FULL = {"53100"}
"""SQLSTATE of PostgreSQL: disk full."""


class Database:
    """An opened database. May be used from several threads.

    Args:
        url: ``sqlite:///`` and a path, or ``postgresql+psycopg://...``.
        create: whether a SQLite file may be made; otherwise a missing one is an error, never an empty store.

    Raises:
        InputError: ``E-ORG-DATABASE-URL``: neither of the two.
        FileError: ``E-ORG-DATABASE-GONE``: the SQLite file cannot be made there.
        ToolError: ``E-ORG-NO-POSTGRESQL``: its driver is not installed.
    """

    def __init__(self, url: str, *, create: bool = False) -> None:
        self._engine = _engine(_parsed(url), create)
        self.is_file = self._engine.dialect.name == "sqlite"

    def __repr__(self) -> str:
        return f"Database({self._engine.dialect.name})"

    @contextmanager
    def transaction(self, *, reads: bool = False) -> Iterator[Connection]:
        """A connection; what is done on it is there afterwards as a whole, or not at all.

        Args:
            reads: nothing is written; it then waits for nobody who writes.

        Raises:
            FileError: ``E-ORG-DATABASE-FULL``, ``E-ORG-DATABASE-GONE``, ``E-ORG-DATABASE-DAMAGED``.
        """
        try:
            with self._engine.execution_options(reads=reads).begin() as connection:
                yield connection
            return
        except DBAPIError as error:
            code = _code(error)
        except TimeoutError:  # more at once than the database has connections for
            code = "E-ORG-DATABASE-GONE"
        raise FileError(Problem(code))

    def forget(self, *tables: str) -> None:
        """Takes what was deleted out of the files: SQLite's log is emptied, PostgreSQL's tables are written anew.

        Args:
            tables: those from which something was deleted; by default all that hold what people told.

        Raises:
            FileError: as :meth:`transaction`.
        """
        emptied = [f"VACUUM FULL {table}" for table in tables or _EMPTIED]
        statements = ["PRAGMA wal_checkpoint(TRUNCATE)"] if self.is_file else emptied
        try:
            with self._engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT")
                for statement in statements:
                    connection.execute(text(statement))
            return
        except DBAPIError as error:
            code = _code(error)
        raise FileError(Problem(code))

    def close(self) -> None:
        """Ends all connections."""
        self._engine.dispose()


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    names = {"sqlite", "postgresql+psycopg"}
    if parsed is None or parsed.drivername not in names or (parsed.drivername == "sqlite" and not parsed.database):
        raise InputError(Problem("E-ORG-DATABASE-URL", "database"))
    return parsed


def _engine(url: URL, create: bool) -> Engine:
    if url.drivername == "sqlite":
        return _sqlite(Path(str(url.database)), create)
    try:
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, isolation_level="READ COMMITTED")
    except (ModuleNotFoundError, NoSuchModuleError):
        problem = Problem("E-ORG-NO-POSTGRESQL")
    raise ToolError(problem)


def _sqlite(path: Path, create: bool) -> Engine:
    if create:
        _own(path)
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"

    def connect() -> sqlite3.Connection:
        # the driver's own transactions would begin late and let two writers meet
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _own(path: Path) -> None:
    """Makes the file so that no other account reads it; what SQLite puts beside it has the same rights."""
    try:
        path.touch(mode=0o600)
        return
    except OSError:
        problem = Problem("E-ORG-DATABASE-GONE")
    raise FileError(problem)


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options()
    if how.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN" if how.get("reads") else "BEGIN IMMEDIATE")


def _code(error: DBAPIError) -> str:
    """What happened, as a code; the driver's own words would show the statement."""
    cause = error.orig
    if getattr(cause, "sqlstate", None) in _FULL or getattr(cause, "sqlite_errorname", "").startswith("SQLITE_FULL"):
        return "E-ORG-DATABASE-FULL"
    name = getattr(cause, "sqlite_errorname", "")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return "E-ORG-DATABASE-DAMAGED"
    return "E-ORG-DATABASE-GONE"
