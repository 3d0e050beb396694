"""One piece of work: a staff member, a moment and a transaction. Everything that touches cases goes through here."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Connection, select

from legalkit.errors import InputError, LegalkitError, Problem
from legalkit.vault.org import audit, people
from legalkit.vault.org.database import Database
from legalkit.vault.org.keys import Keyring
from legalkit.vault.org.people import Person, Role
from legalkit.vault.org.tables import ORGANISATION

REFUSED = frozenset({"E-ORG-NO-CASE", "E-ORG-NOT-ALLOWED"})
"""Codes of a refusal that is logged."""


@dataclass(frozen=True)
class Work:
    """What a piece of work needs.

    Attributes:
        connection: in a transaction.
        keyring: of the organisation.
        person: who does it, as the store knows them at this moment.
        now: seconds since 1970.
        guest_of: the one case of a person who came by a link; empty for staff.
    """

    connection: Connection = field(repr=False)
    keyring: Keyring
    person: Person
    now: int
    guest_of: str = ""

    def log(self, code: str, subject: str = "", revision: int = audit.UNCHANGED) -> None:
        """Adds an entry to the log."""
        what = audit.What(code, subject, revision)
        audit.append(self.connection, self.keyring, self.person.id, what, self.now)

    def expects(self, subject: str, revision: int) -> None:
        """Sees that a row is the last one that the log knows.

        Raises:
            FileError: ``E-ORG-ROW-OLD``, ``E-ORG-LOG-ALTERED``.
        """
        people.expect(self.connection, self.keyring, subject, revision)

    def needs(self, right: people.Right) -> None:
        """Sees that this person may do this kind of thing.

        Raises:
            InputError: ``E-ORG-NOT-ALLOWED``.
        """
        if right not in people.RIGHTS[self.person.role]:
            raise InputError(Problem("E-ORG-NOT-ALLOWED", params={"role": str(self.person.role)}))


@contextmanager
def working(database: Database, keyring: Keyring, person_id: str, now: float) -> Iterator[Work]:
    """Begins a piece of work; a refusal is logged, everything else that fails leaves no trace.

    Args:
        database: of the organisation.
        keyring: from a sign-in.
        person_id: from a sign-in; role and standing are read anew each time.
        now: seconds since 1970.

    Raises:
        InputError: ``E-ORG-LOCKED``: keys were rotated meanwhile; ``E-ORG-SIGNED-OUT``: the person is no longer staff.
        FileError: of :class:`Database`.
    """
    try:
        with database.transaction() as connection:
            yield _begun(connection, keyring, person_id, int(now))
    except LegalkitError as error:
        if any(problem.code in REFUSED for problem in error.problems):
            with database.transaction() as connection:
                _begun(connection, keyring, person_id, int(now)).log("refused")
        raise


@contextmanager
def guest(database: Database, keyring: Keyring, case_id: str, now: float) -> Iterator[Work]:
    """Begins a piece of work of somebody who came by a link: one case, to read and to fill in.

    Raises:
        InputError: ``E-ORG-LOCKED``.
        FileError: of :class:`Database`.
    """
    with database.transaction() as connection:
        _same_keys(connection, keyring)
        yield Work(connection, keyring, Person(audit.NOBODY, "", 0, Role.GUEST), int(now), case_id)


def _begun(connection: Connection, keyring: Keyring, person_id: str, now: int) -> Work:
    _same_keys(connection, keyring)
    person = people.by_id(connection, keyring, person_id)
    if person is None or not person.active:
        raise InputError(Problem("E-ORG-SIGNED-OUT"))
    return Work(connection, keyring, person, now)


def _same_keys(connection: Connection, keyring: Keyring) -> None:
    """Takes the lock of all changes, and sees that the keys are the present ones."""
    row = connection.execute(select(ORGANISATION.c.generation).with_for_update()).one_or_none()
    if row is None or row.generation != keyring.generation:
        raise InputError(Problem("E-ORG-LOCKED"))


def day_of(moment: int) -> date:
    """The day (UTC) of a moment in seconds since 1970.

    >>> day_of(86_400)
    datetime.date(1970, 1, 2)
    """
    return date(1970, 1, 1) + timedelta(seconds=moment)


def new_id() -> str:
    """128 random bits: an id tells nothing.

    >>> len(new_id())
    32
    """
    return secrets.token_hex(16)
