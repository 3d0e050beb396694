"""One-time links: a way into one case, for the survivor, once, for a time.

The link holds a random token; the database holds its digest, sealed to the case and to the moment at which it ends. Who
reads the database cannot make one, and the log knows which were used: a row that was put back lets nobody in twice.
"""

from sqlalchemy import delete, insert, select, update

from legalkit.errors import InputError, Problem
from legalkit.vault.drafts import new_token
from legalkit.vault.org import audit, cases, cipher
from legalkit.vault.org.database import Database
from legalkit.vault.org.keys import Keyring
from legalkit.vault.org.people import Right
from legalkit.vault.org.tables import CASES, LINKS
from legalkit.vault.org.work import Work, new_id

_USED = 1


def make(work: Work, case_id: str, seconds: int) -> str:
    """The token of a new link to a case; the ones before it stop working.

    Args:
        work: of one of the case's people.
        case_id: which.
        seconds: how long it works.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``, ``E-ORG-NO-CASE``.
    """
    work.needs(Right.LINK)
    key = cases.case_key(work, case_id)
    revoke(work, case_id)
    token, link_id, ends = new_token(), new_id(), work.now + seconds
    found = cipher.fingerprint(token)
    proof = cipher.seal(key, b"", "link", link_id, found.hex(), case_id, ends)
    values = {"id": link_id, "case_id": case_id, "ends": ends, "used": 0, "proof": proof}
    work.connection.execute(insert(LINKS).values(token=found, **values))
    work.log("link.make", case_id)
    return token


def revoke(work: Work, case_id: str) -> None:
    """Stops the links to a case.

    Raises:
        InputError: as :func:`make`.
    """
    work.needs(Right.LINK)
    cases.case_key(work, case_id)
    work.connection.execute(delete(LINKS).where(LINKS.c.case_id == case_id))


def use(database: Database, keyring: Keyring, token: str, now: float) -> str:
    """The id of the case behind a link; the link is used up.

    Raises:
        InputError: ``E-ORG-LINK``: unknown, used, over or revoked (which, is not said).
        FileError: ``E-ORG-ALTERED``: the row was changed.
    """
    found = cipher.fingerprint(token)
    with database.transaction() as connection:
        audit.head(connection)
        row = connection.execute(select(LINKS).where(LINKS.c.token == found)).one_or_none()
        if row is None or row.used or now >= row.ends or audit.last_revision(connection, keyring, row.id):
            raise InputError(Problem("E-ORG-LINK"))
        wrapped = connection.execute(select(CASES.c.key).where(CASES.c.id == row.case_id)).scalar() or b""
        key = cipher.unseal(keyring.root, wrapped, "key", row.case_id)
        cipher.unseal(key, row.proof, "link", row.id, found.hex(), row.case_id, row.ends)
        connection.execute(update(LINKS).where(LINKS.c.token == found).values(used=1))
        audit.append(connection, keyring, audit.NOBODY, audit.What("link.use", row.id, _USED), int(now))
    return str(row.case_id)


def reseal(work: Work, case_id: str, key: bytes) -> None:
    """The links to a case under the case's new key."""
    for row in work.connection.execute(select(LINKS).where(LINKS.c.case_id == case_id)).all():
        proof = cipher.seal(key, b"", "link", row.id, row.token.hex(), case_id, row.ends)
        work.connection.execute(update(LINKS).where(LINKS.c.token == row.token).values(proof=proof))
