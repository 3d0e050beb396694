"""Signing in, behind one small interface: who proves to be somebody gets an id and the keys, by whatever way.

The way that is here: handle, password, and a second factor for those who have one (TOTP, RFC 6238).
"""

import hmac
import threading
from dataclasses import dataclass, field, replace
from typing import Protocol

from sqlalchemy import Connection, select

from legalkit.errors import FileError, InputError, Problem
from legalkit.vault.org import audit, cipher, people
from legalkit.vault.org.attempts import Attempts
from legalkit.vault.org.database import Database
from legalkit.vault.org.keys import Keyring, Lock, ServerKey, opened_by_password
from legalkit.vault.org.people import Person
from legalkit.vault.org.tables import LOCKS, ORGANISATION
from legalkit.vault.passphrase import Passphrase

_STEP = 30
_AT_ONCE = threading.BoundedSemaphore(2)
"""A try takes 64 MiB; more of them at once could end a small server."""


@dataclass(frozen=True)
class Claim:
    """What somebody who wants in hands over.

    Attributes:
        handle: of the account.
        password: what it opens with.
        code: of the second factor; empty if none was asked for.
        address: of the machine it comes from, for the limit; empty at the server itself.
    """

    handle: str
    password: Passphrase
    code: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True)
class Proof:
    """What a sign-in gives.

    Attributes:
        person_id: who it is.
        keyring: the organisation's keys.
    """

    person_id: str
    keyring: Keyring


class SignIn(Protocol):
    """A way of signing in."""

    def prove(self, claim: Claim, now: float) -> Proof:
        """Who it is, and the keys.

        Raises:
            InputError: ``E-ORG-SIGN-IN``: no such account or not its password (which, is not said);
                ``E-ORG-CODE``: the second factor is missing or wrong; ``E-ORG-TOO-MANY``.
        """


@dataclass(frozen=True)
class PasswordSignIn:
    """Handle, password, second factor.

    Attributes:
        database: of the organisation.
        server_key: of this server.
        attempts: the limit.
    """

    database: Database
    server_key: ServerKey
    attempts: Attempts

    def prove(self, claim: Claim, now: float) -> Proof:
        """See :meth:`SignIn.prove`."""
        self.attempts.take(claim.handle, claim.address, now)
        with self.database.transaction() as connection:
            generation, sealed = connection.execute(select(ORGANISATION.c.generation, ORGANISATION.c.keyring)).one()
            lock = _lock_of(connection, claim.handle)
        with _AT_ONCE:
            root = self._root(lock, claim.password, generation)
        keyring = Keyring.opened(root, sealed, generation)
        with self.database.transaction() as connection:
            audit.head(connection)
            person_id = _entered(connection, keyring, lock.id if lock else "", claim.code, int(now))
        self.attempts.clear(claim.handle, claim.address)
        return Proof(person_id, keyring)

    def _root(self, lock: Lock | None, password: Passphrase, generation: int) -> bytes:
        server = self.server_key.of(generation)
        try:
            if lock is not None:
                return opened_by_password(lock, password, server, generation)
            cipher.stretch(password, cipher.COST, bytes(16))  # no account takes as long as a wrong password
        except FileError as error:
            if error.problems[0].code != "E-ORG-ALTERED":
                raise
        raise InputError(Problem("E-ORG-SIGN-IN")) from None


def _lock_of(connection: Connection, handle: str) -> Lock | None:
    person_id = people.id_of(connection, handle)
    row = connection.execute(select(LOCKS).where(LOCKS.c.id == (person_id or ""))).one_or_none()
    return None if row is None else Lock(row.id, row.private, row.root)


def _entered(connection: Connection, keyring: Keyring, person_id: str, code: str, now: int) -> str:
    person = people.by_id(connection, keyring, person_id)
    if person is None or not person.active:
        raise InputError(Problem("E-ORG-SIGN-IN"))
    if person.totp:
        entered = replace(person, step=step_of(person, code, now), revision=person.revision + 1)
        people.put(connection, keyring, entered)
        what = audit.What("sign_in", person.id, entered.revision)
    else:
        what = audit.What("sign_in")
    audit.append(connection, keyring, person.id, what, now)
    return person.id


def step_of(person: Person, code: str, now: int) -> int:
    """The step of the second factor whose code this is: the present one or a neighbour, never one that was used.

    Raises:
        InputError: ``E-ORG-CODE``.
    """
    from pyotp import TOTP  # only those who have a second factor need it

    factor = TOTP(person.totp)
    for step in range(now // _STEP - 1, now // _STEP + 2):
        if step > person.step and hmac.compare_digest(factor.at(step * _STEP), code.strip()):
            return step
    raise InputError(Problem("E-ORG-CODE"))
