"""The log: who did what to which case and when, chained so that a changed, missing or foreign entry shows.

An entry holds a moment, ids and a code; nothing a person told, no name, no address of a machine. Each digest is keyed
and covers the one before. For every case and staff member the log knows the last revision: a row that was put back from
an older copy is noticed when it is read.

What the log cannot notice by itself: the whole database put back from an older copy. Note down what ``audit check``
prints, and hand it in the next time (:func:`check`, ``noted``).
"""

import hashlib
import hmac
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, Row, desc, insert, select, update

from legalkit.errors import FileError, Problem
from legalkit.vault.org.keys import Keyring
from legalkit.vault.org.tables import AUDIT, ORGANISATION

START = bytes(32)
"""What stands before the first entry."""
GONE = -1
"""The revision of what was deleted."""
UNCHANGED = 0
"""The revision in entries that tell of no change."""
NOBODY = "-"
"""The actor where there is none: the service itself."""


class Entry(NamedTuple):
    """One entry.

    Attributes:
        entry: number, from 1.
        moment: seconds since 1970.
        actor: id of a staff member or a link; :data:`NOBODY`.
        code: what was done, such as ``"case.view"``.
        subject: id of what it was done to; empty if nothing.
        revision: the new one of the subject, if it was changed.
    """

    entry: int
    moment: int
    actor: str
    code: str
    subject: str
    revision: int


class Head(NamedTuple):
    """The last entry's number and digest."""

    entries: int
    digest: bytes

    def __str__(self) -> str:
        return f"{self.entries}:{self.digest.hex()[:32]}"


def digest(key: bytes, before: bytes, entry: Entry) -> bytes:
    """The digest of an entry.

    >>> first = Entry(1, 0, "-", "org.begin", "", 0)
    >>> digest(b"k", START, first) == digest(b"k", START, first._replace(moment=1))
    False
    """
    said = "\0".join(map(str, entry)).encode("utf-8")
    return hmac.digest(key, before + said, hashlib.sha256)


def head(connection: Connection) -> Head:
    """The head of the log; locks it until the transaction ends."""
    row = connection.execute(select(ORGANISATION.c.entries, ORGANISATION.c.digest).with_for_update()).one()
    return Head(row.entries, row.digest)


class What(NamedTuple):
    """What an entry tells of.

    Attributes:
        code: what was done.
        subject: id of what it was done to; empty if nothing.
        revision: the new one of the subject, if it was changed.
    """

    code: str
    subject: str = ""
    revision: int = UNCHANGED


def append(connection: Connection, keyring: Keyring, actor: str, what: What, now: int) -> None:
    """Adds one entry."""
    last = head(connection)
    entry = Entry(last.entries + 1, now, actor, *what)
    made = digest(keyring.audit, last.digest, entry)
    connection.execute(insert(AUDIT).values(**entry._asdict(), digest=made))
    connection.execute(update(ORGANISATION).values(entries=entry.entry, digest=made))


def last_revision(connection: Connection, keyring: Keyring, subject: str) -> int:
    """The revision that the log knows; ``0`` if it knows nothing of the subject.

    Raises:
        FileError: ``E-ORG-LOG-ALTERED``: the entry that says so is not genuine.
    """
    changes = select(AUDIT).where(AUDIT.c.subject == subject, AUDIT.c.revision != UNCHANGED)
    row = connection.execute(changes.order_by(desc(AUDIT.c.entry)).limit(1)).one_or_none()
    if row is None:
        return UNCHANGED
    before = connection.execute(select(AUDIT.c.digest).where(AUDIT.c.entry == row.entry - 1)).scalar() or START
    if not hmac.compare_digest(digest(keyring.audit, before, _entry(row)), row.digest):
        raise FileError(Problem("E-ORG-LOG-ALTERED", params={"entry": row.entry}))
    return int(row.revision)


def check(connection: Connection, keyring: Keyring, noted: str = "") -> Head:
    """Goes through the whole log.

    Args:
        connection: in a transaction.
        keyring: of the organisation.
        noted: what an earlier check printed; it must be part of the log still.

    Returns:
        The head, to be noted outside the database.

    Raises:
        FileError: ``E-ORG-LOG-ALTERED`` with the first entry that is wrong; ``E-ORG-LOG-SHORTER``: what was noted is
            not in the log.
    """
    last, seen = Head(0, START), not noted
    for entry, made in _chain(connection):
        if entry.entry != last.entries + 1 or not hmac.compare_digest(digest(keyring.audit, last.digest, entry), made):
            raise FileError(Problem("E-ORG-LOG-ALTERED", params={"entry": last.entries + 1}))
        last = Head(entry.entry, made)
        seen = seen or str(last) == noted
    if last != head(connection):
        raise FileError(Problem("E-ORG-LOG-ALTERED", params={"entry": last.entries + 1}))
    if not seen:
        raise FileError(Problem("E-ORG-LOG-SHORTER"))
    return last


def entries(connection: Connection, subject: str = "") -> list[Entry]:
    """The entries, oldest first; of one subject, if given."""
    return [entry for entry, _ in _chain(connection) if subject in ("", entry.subject)]


def rechained(connection: Connection, old: Keyring, new: Keyring) -> None:
    """The same log under a new key, once it is found whole under the old one.

    Raises:
        FileError: as :func:`check`.
    """
    check(connection, old)
    before = START
    for entry, _ in list(_chain(connection)):
        before = digest(new.audit, before, entry)
        connection.execute(update(AUDIT).where(AUDIT.c.entry == entry.entry).values(digest=before))
    connection.execute(update(ORGANISATION).values(digest=before))


def _chain(connection: Connection) -> Iterator[tuple[Entry, bytes]]:
    for row in connection.execute(select(AUDIT).order_by(AUDIT.c.entry)):
        yield _entry(row), row.digest


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(*(getattr(row, name) for name in Entry._fields))
