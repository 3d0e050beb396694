"""Staff: who they are to the store, and what each role may do."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection, Row, insert, select, update

from legalkit.errors import FileError, InputError, Problem
from legalkit.vault.org import audit, cipher
from legalkit.vault.org.keys import Keyring
from legalkit.vault.org.tables import USERS
from legalkit.vault.plain_text import from_json, to_json

_HANDLE = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class Role(StrEnum):
    """What somebody is in the organisation; a guest came by a link and is no staff."""

    COUNSELLOR = "counsellor"
    LAWYER = "lawyer"
    ADMINISTRATOR = "administrator"
    GUEST = "guest"


class Right(StrEnum):
    """A kind of thing that a role may do; which cases, is decided case by case."""

    BEGIN = "begin"
    OPEN = "open"
    CHANGE = "change"
    EXPORT = "export"
    HAND_OVER = "hand_over"
    LINK = "link"
    DELETE = "delete"
    RUN = "run"


_ON_CASES = frozenset({Right.OPEN, Right.CHANGE, Right.EXPORT, Right.HAND_OVER})
RIGHTS = {
    Role.COUNSELLOR: _ON_CASES | {Right.BEGIN, Right.LINK, Right.DELETE},
    Role.LAWYER: _ON_CASES,
    Role.ADMINISTRATOR: frozenset({Right.RUN}),
    Role.GUEST: frozenset({Right.OPEN, Right.CHANGE}),
}
"""Who runs the service has no business in a case."""
STAFF = (Role.COUNSELLOR, Role.LAWYER, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Person:
    """A staff member.

    Attributes:
        id: random.
        handle: what they sign in with: 2 to 40 of ``a-z 0-9 . _ -``. Stands in the clear; need not be a name.
        revision: counts the changes.
        role: what they are.
        active: false once removed.
        totp: secret of the second factor; empty if none.
        step: the last step of the second factor that was used, so that no code counts twice.
    """

    id: str
    handle: str
    revision: int
    role: Role
    active: bool = True
    totp: str = field(default="", repr=False)
    step: int = field(default=0, repr=False)


def by_id(connection: Connection, keyring: Keyring, person_id: str) -> Person | None:
    """A staff member, removed or not.

    Raises:
        FileError: ``E-ORG-ALTERED``, ``E-ORG-ROW-OLD``.
    """
    row = connection.execute(select(USERS).where(USERS.c.id == person_id)).one_or_none()
    return None if row is None else _read(connection, keyring, row)


def everybody(connection: Connection, keyring: Keyring) -> list[Person]:
    """All who ever were staff, by handle."""
    rows = connection.execute(select(USERS).order_by(USERS.c.handle)).all()
    return [_read(connection, keyring, row) for row in rows]


def id_of(connection: Connection, handle: str) -> str | None:
    """The id behind a handle; works while the service is locked."""
    found: str | None = connection.execute(select(USERS.c.id).where(USERS.c.handle == handle)).scalar()
    return found


def add(connection: Connection, keyring: Keyring, person: Person) -> None:
    """A new staff member; the caller logs it.

    Raises:
        InputError: ``E-ORG-HANDLE``, ``E-ORG-HANDLE-TAKEN``.
    """
    if not _HANDLE.fullmatch(person.handle):
        raise InputError(Problem("E-ORG-HANDLE", "handle"))
    if id_of(connection, person.handle):
        raise InputError(Problem("E-ORG-HANDLE-TAKEN", "handle"))
    values = {"id": person.id, "handle": person.handle, "revision": person.revision}
    connection.execute(insert(USERS).values(**values, record=_sealed(keyring, person)))


def put(connection: Connection, keyring: Keyring, person: Person) -> None:
    """A staff member as changed, under the revision it carries; the caller logs it."""
    values = {"revision": person.revision, "record": _sealed(keyring, person)}
    connection.execute(update(USERS).where(USERS.c.id == person.id).values(**values))


def reseal(connection: Connection, old: Keyring, new: Keyring) -> None:
    """All records under a new keyring."""
    for person in everybody(connection, old):
        put(connection, new, person)


def expect(connection: Connection, keyring: Keyring, subject: str, revision: int) -> None:
    """See :meth:`legalkit.vault.org.work.Work.expects`."""
    if audit.last_revision(connection, keyring, subject) != revision:
        raise FileError(Problem("E-ORG-ROW-OLD"))


def _sealed(keyring: Keyring, person: Person) -> bytes:
    record = {"role": person.role, "active": person.active, "totp": person.totp, "step": person.step}
    return cipher.seal(_key(keyring), to_json(record), "user", person.id, person.handle, person.revision)


def _read(connection: Connection, keyring: Keyring, row: Row[tuple[object, ...]]) -> Person:
    plain = cipher.unseal(_key(keyring), row.record, "user", row.id, row.handle, row.revision)
    expect(connection, keyring, row.id, row.revision)
    record = from_json(plain.decode("utf-8"))
    if not isinstance(record, dict):
        raise FileError(Problem("E-ORG-ALTERED"))
    role = Role(record["role"])
    return Person(row.id, row.handle, row.revision, role, record["active"], record["totp"], record["step"])


def _key(keyring: Keyring) -> bytes:
    return cipher.derive(keyring.root, "legalkit-org-users")
