"""Accounts of staff: adding, removing, a new role, a new password, a second factor."""

from dataclasses import replace

from sqlalchemy import delete, insert

from legalkit.errors import InputError, Problem
from legalkit.vault.org import keeping, people, sign_in
from legalkit.vault.org.keys import Lock, lock_by_password
from legalkit.vault.org.people import Person, Right, Role
from legalkit.vault.org.tables import LOCKS, SESSIONS
from legalkit.vault.org.work import Work, new_id
from legalkit.vault.passphrase import Passphrase


def add(work: Work, handle: str, role: Role, password: Passphrase, server: bytes) -> Person:
    """A new staff member; tell them to change the password.

    Args:
        work: of an administrator.
        handle: what they sign in with.
        role: what they may do.
        password: the first one.
        server: the server's key.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``, ``E-ORG-HANDLE``, ``E-ORG-HANDLE-TAKEN``.
    """
    work.needs(Right.RUN)
    person = Person(new_id(), handle, 1, role)
    people.add(work.connection, work.keyring, person)
    put_lock(work, lock_by_password(person.id, password, work.keyring, server))
    work.log("user.add", person.id, person.revision)
    return person


def remove(work: Work, handle: str, heir: str = "") -> Person:
    """Takes a staff member's way in; their sessions end at once, and their cases go to a colleague.

    Whoever left may remember a password and hold a copy of the database: ``rotate`` afterwards.

    Args:
        work: of an administrator.
        handle: of who leaves.
        heir: handle of who takes the cases that nobody else may see.

    Raises:
        InputError: ``E-ORG-NO-COLLEAGUE``; ``E-ORG-LAST-ADMINISTRATOR``; ``E-ORG-HAS-CASES``: no heir was named.
    """
    work.needs(Right.RUN)
    leaving = _active(work, handle)
    _keep_an_administrator(work, leaving)
    _inherit(work, leaving, heir)
    work.connection.execute(delete(LOCKS).where(LOCKS.c.id == leaving.id))
    return _changed(work, replace(leaving, active=False), "user.remove")


def set_role(work: Work, handle: str, role: Role) -> Person:
    """Another role; open sessions end.

    Raises:
        InputError: as :func:`remove`.
    """
    work.needs(Right.RUN)
    person = _active(work, handle)
    if role is not Role.ADMINISTRATOR:
        _keep_an_administrator(work, person)
    return _changed(work, replace(person, role=role), "user.role")


def set_password(work: Work, handle: str, password: Passphrase, server: bytes) -> None:
    """A new password: one's own, or anybody's for an administrator; open sessions end.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``, ``E-ORG-NO-COLLEAGUE``.
    """
    person = _active(work, handle)
    if person.id != work.person.id:
        work.needs(Right.RUN)
    put_lock(work, lock_by_password(person.id, password, work.keyring, server))
    _changed(work, person, "user.password")


def new_factor(handle: str, organisation: str) -> tuple[str, str]:
    """A secret for a second factor, and the address that an authenticator app reads.

    >>> secret, address = new_factor("c1", "Centre")
    >>> address.startswith("otpauth://totp/Centre:c1?secret=")
    True
    """
    from pyotp import TOTP, random_base32

    secret = random_base32()
    return secret, TOTP(secret).provisioning_uri(name=handle, issuer_name=organisation)


def set_factor(work: Work, secret: str, code: str) -> None:
    """Asks oneself for a second factor from now on, once a code shows that the app has the secret.

    Raises:
        InputError: ``E-ORG-CODE``.
    """
    wanted = replace(work.person, totp=secret, step=0)
    step = sign_in.step_of(wanted, code, work.now)
    _changed(work, replace(wanted, step=step), "user.factor")


def drop_factor(work: Work, handle: str) -> None:
    """Asks somebody for no second factor any more: the telephone is lost.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``, ``E-ORG-NO-COLLEAGUE``.
    """
    work.needs(Right.RUN)
    _changed(work, replace(_active(work, handle), totp="", step=0), "user.factor")


def put_lock(work: Work, lock: Lock) -> None:
    """Puts a lock in the place of the one that this person has, if any."""
    work.connection.execute(delete(LOCKS).where(LOCKS.c.id == lock.id))
    work.connection.execute(insert(LOCKS).values(id=lock.id, private=lock.private, root=lock.root))


def _active(work: Work, handle: str) -> Person:
    person = people.by_id(work.connection, work.keyring, people.id_of(work.connection, handle) or "")
    if person is None or not person.active:
        raise InputError(Problem("E-ORG-NO-COLLEAGUE"))
    return person


def _with_rights(work: Work, handle: str) -> Person:
    person = _active(work, handle)
    if Right.OPEN not in people.RIGHTS[person.role]:
        raise InputError(Problem("E-ORG-NO-COLLEAGUE"))
    return person


def _keep_an_administrator(work: Work, leaving: Person) -> None:
    staff = people.everybody(work.connection, work.keyring)
    others = [each for each in staff if each.active and each.role is Role.ADMINISTRATOR and each.id != leaving.id]
    if not others:
        raise InputError(Problem("E-ORG-LAST-ADMINISTRATOR"))


def _inherit(work: Work, leaving: Person, heir: str) -> None:
    theirs = [head for head in keeping.all_heads(work) if leaving.id in head.people]
    if theirs and not heir and any(head.people == {leaving.id} for head in theirs):
        raise InputError(Problem("E-ORG-HAS-CASES", params={"count": len(theirs)}))
    to = frozenset({_with_rights(work, heir).id}) if heir else frozenset()
    for head in theirs:
        keeping.set_people(work, head.id, (head.people - {leaving.id}) | to)


def _changed(work: Work, person: Person, code: str) -> Person:
    changed = replace(person, revision=person.revision + 1)
    people.put(work.connection, work.keyring, changed)
    work.connection.execute(delete(SESSIONS).where(SESSIONS.c.user_id == person.id))
    work.log(code, person.id, changed.revision)
    return changed
