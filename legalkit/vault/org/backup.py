"""Backup and restore: one file, the same for SQLite and PostgreSQL. It holds what the database holds, sealed as it is.

Making one needs no password, so a timer can. Opening one needs the server's key and a password, or the recovery key.
"""

import base64
import hashlib
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, inspect, select

from legalkit.errors import FileError, InputError, Problem
from legalkit.vault import disk
from legalkit.vault.org.database import Database
from legalkit.vault.org.schema import bring_up, version
from legalkit.vault.org.tables import METADATA, ORGANISATION, PASSING
from legalkit.vault.plain_text import from_json, to_json

FORMAT = 1
_MARK = b"legalkit-org-backup\n"
_LIMIT = 4 * 1024**3
_SUM = 32
_BYTES = "b64"


def write(database: Database, path: Path) -> int:
    """Writes a backup, of one moment, beside other work.

    Args:
        database: of the organisation.
        path: a new file.

    Returns:
        Its size in bytes.

    Raises:
        FileError: ``E-ORG-BACKUP-EXISTS``; of :class:`Database` and :func:`legalkit.vault.disk.write`.
    """
    if path.exists():
        raise FileError(Problem("E-ORG-BACKUP-EXISTS"))
    with database.transaction() as connection:
        connection.execute(select(ORGANISATION.c.id).with_for_update()).one()
        kept = [table for table in METADATA.sorted_tables if table not in PASSING]
        data = {
            "format": FORMAT,
            "version": version(connection),
            "tables": {table.name: _rows(connection, table) for table in kept},
        }
    body = _MARK + to_json(data)
    disk.write(path, body + hashlib.sha256(body).digest())
    return len(body) + _SUM


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    found = connection.execute(select(table)).mappings()
    return [{key: _plain(value) for key, value in row.items()} for row in found]


def _plain(value: object) -> object:
    return {_BYTES: base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def restore(database: Database, path: Path) -> None:
    """Puts a backup into an empty database, and brings it up to the present version.

    Raises:
        InputError: ``E-ORG-EXISTS``: the database holds an organisation; it is left alone.
        FileError: ``E-ORG-BACKUP-OTHER``: no backup; ``E-ORG-BACKUP-DAMAGED``; ``E-ORG-NEWER``; of :class:`Database`.
    """
    data = _read(path)
    with database.transaction() as connection:
        if inspect(connection).get_table_names():
            raise InputError(Problem("E-ORG-EXISTS"))
        bring_up(connection, data["version"])
        made = MetaData()
        made.reflect(connection)
        for name, rows in data["tables"].items():
            if rows:
                connection.execute(made.tables[name].insert(), [_raw(row) for row in rows])
        bring_up(connection)


def _read(path: Path) -> dict[str, Any]:
    content = disk.read(path, _LIMIT)
    if not content.startswith(_MARK):
        raise FileError(Problem("E-ORG-BACKUP-OTHER"))
    if hashlib.sha256(content[:-_SUM]).digest() != content[-_SUM:]:
        raise FileError(Problem("E-ORG-BACKUP-DAMAGED"))
    data = from_json(content[len(_MARK) : -_SUM].decode("utf-8", "replace"))
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileError(Problem("E-ORG-NEWER"))
    return data


def _raw(row: dict[str, Any]) -> dict[str, Any]:
    return {key: base64.b64decode(value[_BYTES]) if isinstance(value, dict) else value for key, value in row.items()}
