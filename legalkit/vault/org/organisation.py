"""The organisation as a whole: its beginning, its keys made anew, its way back in."""

from sqlalchemy import delete, insert, select, update

from legalkit.errors import InputError, Problem
from legalkit.vault.org import accounts, audit, cipher, drafts, keeping, links, people
from legalkit.vault.org.database import Database
from legalkit.vault.org.keys import (
    RECOVERY,
    Keyring,
    Lock,
    ServerKey,
    lock_by_password,
    lock_by_recovery,
    opened_by_recovery,
    printed,
    relocked,
)
from legalkit.vault.org.people import Person, Right, Role
from legalkit.vault.org.schema import bring_up
from legalkit.vault.org.tables import BOOTS, LOCKS, ORGANISATION, SESSIONS
from legalkit.vault.org.work import Work, new_id, working
from legalkit.vault.passphrase import Passphrase


def begin(database: Database, server_key: ServerKey, handle: str, password: Passphrase, now: float) -> str:
    """Makes the store of an organisation, with its first administrator.

    Args:
        database: empty.
        server_key: of this server; made here.
        handle: of the administrator.
        password: of the administrator.
        now: seconds since 1970.

    Returns:
        The recovery key, to be printed and put away: it is kept nowhere.

    Raises:
        InputError: ``E-ORG-EXISTS``: there is one already; ``E-ORG-HANDLE``.
        FileError: of :class:`Database` and of :func:`legalkit.vault.disk.write`.
    """
    keyring, secret = Keyring.new(1), cipher.new_key()
    with database.transaction() as connection:
        bring_up(connection)
        if connection.execute(select(ORGANISATION.c.id)).first():
            raise InputError(Problem("E-ORG-EXISTS"))
        values = {"id": 1, "generation": 1, "keyring": keyring.sealed(), "entries": 0, "digest": audit.START}
        connection.execute(insert(ORGANISATION).values(**values))
        first = Person(new_id(), handle, 1, Role.ADMINISTRATOR)
        people.add(connection, keyring, first)
        work = Work(connection, keyring, first, int(now))
        accounts.put_lock(work, lock_by_password(first.id, password, keyring, server_key.prepare(1)))
        accounts.put_lock(work, lock_by_recovery(keyring, secret))
        work.log("org.begin", first.id, first.revision)
    server_key.settle(1)
    return printed(secret)


def rotate(database: Database, server_key: ServerKey, keyring: Keyring, person_id: str, now: float) -> str:
    """Makes every key anew: the root, the server's, each case's. The service locks; passwords stay.

    Older backups open with no password any more. Make a fresh one at once.

    Args:
        database: of the organisation.
        server_key: of this server.
        keyring: as it is.
        person_id: an administrator.
        now: seconds since 1970.

    Returns:
        The new recovery key; the paper with the old one opens the older backups alone, and is to be destroyed.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``, ``E-ORG-LOCKED``.
        FileError: ``E-ORG-ALTERED``, ``E-ORG-LOG-ALTERED`` ...: something is wrong; nothing was changed.
    """
    renewed, secret = Keyring.new(keyring.generation + 1), cipher.new_key()
    with working(database, keyring, person_id, now) as work:
        work.needs(Right.RUN)
        before = (server_key.of(keyring.generation), keyring.generation)
        _relock(work, before, renewed, server_key.prepare(renewed.generation))
        accounts.put_lock(work, lock_by_recovery(renewed, secret))
        for case_id, old, new in keeping.reseal(work, renewed):
            drafts.reseal(work.connection, case_id, old, new)
            links.reseal(work, case_id, new)
        drafts.reseal(work.connection, drafts.STAFF, keyring.drafts, renewed.drafts)
        people.reseal(work.connection, keyring, renewed)
        audit.rechained(work.connection, keyring, renewed)
        work.connection.execute(update(ORGANISATION).values(generation=renewed.generation, keyring=renewed.sealed()))
        for table in (BOOTS, SESSIONS):
            work.connection.execute(delete(table))
        audit.append(work.connection, renewed, person_id, audit.What("org.rotate"), work.now)
    server_key.settle(renewed.generation)
    database.forget()
    return printed(secret)


def _relock(work: Work, before: tuple[bytes, int], renewed: Keyring, server: bytes) -> None:
    for row in work.connection.execute(select(LOCKS).where(LOCKS.c.id != RECOVERY)).all():
        accounts.put_lock(work, relocked(Lock(row.id, row.private, row.root), before, renewed, server))


def recover(
    database: Database, server_key: ServerKey, secret: bytes, handle: str, password: Passphrase, now: float
) -> Keyring:
    """Back in with the printed recovery key: an administrator gets a new password.

    On a new server (the old one burnt, a backup was restored) its key is made anew; everybody else then needs a new
    password from that administrator.

    Args:
        database: of the organisation.
        server_key: of this server, or a place for it.
        secret: what :func:`legalkit.vault.org.keys.typed` gave.
        handle: of an administrator.
        password: the new one.
        now: seconds since 1970.

    Raises:
        InputError: ``E-ORG-RECOVERY``: not the recovery key of this store; ``E-ORG-NO-COLLEAGUE``: no such
            administrator.
    """
    keyring = _keyring_by(database, secret)
    server = server_key.of_or_new(keyring.generation)
    with database.transaction() as connection:
        person_id = people.id_of(connection, handle) or ""
        person = people.by_id(connection, keyring, person_id)
        if person is None or person.role is not Role.ADMINISTRATOR:
            raise InputError(Problem("E-ORG-NO-COLLEAGUE"))
    with working(database, keyring, person_id, now) as work:
        accounts.set_password(work, handle, password, server)
        work.log("org.recover", person_id)
    return keyring


def _keyring_by(database: Database, secret: bytes) -> Keyring:
    with database.transaction() as connection:
        row = connection.execute(select(LOCKS).where(LOCKS.c.id == RECOVERY)).one()
        generation, sealed = connection.execute(select(ORGANISATION.c.generation, ORGANISATION.c.keyring)).one()
    root = opened_by_recovery(Lock(row.id, row.private, row.root), secret, generation)
    return Keyring.opened(root, sealed, generation)
