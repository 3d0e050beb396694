"""Drafts in the organisation's store: written, sealed, at every step, so that a restart loses none.

Keeps to :class:`legalkit.vault.drafts.DraftStore`. ``now`` is the time of day here (seconds since 1970), for a steady
clock begins anew with the machine.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from legalkit.errors import InputError, Problem
from legalkit.settings import LIMITS
from legalkit.vault.disk import too_large
from legalkit.vault.drafts import LONGEST_TOKEN, SHORTEST_TOKEN, Draft
from legalkit.vault.org import cipher
from legalkit.vault.org.database import Database
from legalkit.vault.org.tables import DRAFTS
from legalkit.vault.plain_text import from_json, to_json

STAFF = ""
"""The scope of drafts that belong to no case yet."""


class Place(NamedTuple):
    """Which draft, and the revision that was read.

    Attributes:
        owner, tab: tokens.
        revision: as for :meth:`legalkit.vault.drafts.DraftStore.put`.
    """

    owner: str
    tab: str
    revision: int


class Scope:
    """The drafts of one scope, inside a transaction of whoever calls.

    Args:
        key: the case's key, so that deleting the case ends its drafts; ``Keyring.drafts`` for :data:`STAFF`.
        name: the case's id, or :data:`STAFF`.
        idle: seconds after which a draft that nobody touched is gone.
        most: drafts at a time.
    """

    def __init__(self, key: bytes, name: str, idle: float, most: int = 1_000) -> None:
        self._name, self._idle, self._most = name, idle, most
        self._cipher = _Sealed(key, name)

    def __repr__(self) -> str:
        return "Scope(hidden)"

    def get(self, connection: Connection, owner: str, tab: str, now: float) -> Draft | None:
        """See :meth:`legalkit.vault.drafts.DraftStore.get`."""
        key = _key(owner, tab)
        row = self._live(connection, key, now)
        if row is None:
            return None
        connection.execute(update(DRAFTS).where(self._is(key)).values(touched=now))
        answers = self.opened(row)
        return Draft(row.revision, answers) if isinstance(answers, dict) else None

    def put(self, connection: Connection, place: Place, answers: Mapping[str, Any], now: float) -> int:
        """See :meth:`legalkit.vault.drafts.DraftStore.put`."""
        revision, key = place.revision, _key(place.owner, place.tab)
        plain = to_json(dict(answers))
        if len(plain) > LIMITS.case_bytes:
            raise InputError(too_large("E-VAULT-DRAFT-TOO-LARGE", LIMITS.case_bytes))
        values = {"revision": revision + 1, "touched": now, "content": self._cipher.closed(key, revision + 1, plain)}
        if self._live(connection, key, now) is None:
            self._first(connection, key, revision, values)
            return revision + 1
        kept = update(DRAFTS).where(self._is(key), DRAFTS.c.revision == revision)
        if connection.execute(kept.values(**values)).rowcount != 1:
            raise InputError(Problem("E-VAULT-STALE"))
        return revision + 1

    def opened(self, row: Row[Any]) -> Any:  # noqa: ANN401 -- plain data
        """What a row of this scope holds.

        Raises:
            FileError: ``E-ORG-ALTERED``.
        """
        return from_json(self._cipher.opened((row.owner, row.tab), row).decode("utf-8"))

    def _first(self, connection: Connection, key: tuple[bytes, bytes], revision: int, values: dict[str, Any]) -> None:
        if revision:
            raise InputError(Problem("E-VAULT-GONE"))
        count = select(func.count()).select_from(DRAFTS).where(DRAFTS.c.scope == self._name)
        if (connection.execute(count).scalar() or 0) >= self._most:
            raise InputError(Problem("E-VAULT-FULL", params={"allowed": self._most}))
        try:
            connection.execute(insert(DRAFTS).values(owner=key[0], tab=key[1], scope=self._name, **values))
        except IntegrityError:  # the same tab, at the same moment, in another process
            raise InputError(Problem("E-VAULT-STALE")) from None

    def _live(self, connection: Connection, key: tuple[bytes, bytes], now: float) -> Row[Any] | None:
        connection.execute(_never_ahead(self._is(key), now))
        row = connection.execute(select(DRAFTS).where(self._is(key))).one_or_none()
        if row is not None and now - row.touched > self._idle:
            connection.execute(delete(DRAFTS).where(self._is(key)))
            return None
        return row

    def _is(self, key: tuple[bytes, bytes]) -> ColumnElement[bool]:
        return (DRAFTS.c.owner == key[0]) & (DRAFTS.c.tab == key[1]) & (DRAFTS.c.scope == self._name)


class StoredDrafts:
    """The drafts of one scope, a transaction each time. May be used from several threads and processes.

    Args:
        database: of the organisation.
        key: as of :class:`Scope`.
        scope: its name.
        idle: as of :class:`Scope`.
        most: as of :class:`Scope`.
    """

    def __init__(self, database: Database, key: bytes, scope: str, idle: float, most: int = 1_000) -> None:
        self._database, self._name, self._idle = database, scope, idle
        self._scope = Scope(key, scope, idle, most)

    def __repr__(self) -> str:
        return "StoredDrafts(hidden)"

    def get(self, owner: str, tab: str, now: float) -> Draft | None:
        """See :meth:`legalkit.vault.drafts.DraftStore.get`."""
        with self._database.transaction() as connection:
            return self._scope.get(connection, owner, tab, now)

    def put(self, owner: str, tab: str, revision: int, answers: Mapping[str, Any], now: float) -> int:
        """See :meth:`legalkit.vault.drafts.DraftStore.put`."""
        with self._database.transaction() as connection:
            return self._scope.put(connection, Place(owner, tab, revision), answers, now)

    def wipe(self, owner: str, tab: str) -> None:
        """See :meth:`legalkit.vault.drafts.DraftStore.wipe`."""
        self._remove((DRAFTS.c.owner == _digest(owner)) & (DRAFTS.c.tab == _digest(tab)))

    def wipe_all(self, owner: str) -> None:
        """See :meth:`legalkit.vault.drafts.DraftStore.wipe_all`."""
        self._remove(DRAFTS.c.owner == _digest(owner))

    def sweep(self, now: float) -> int:
        """See :meth:`legalkit.vault.drafts.DraftStore.sweep`."""
        mine = DRAFTS.c.scope == self._name
        with self._database.transaction() as connection:
            connection.execute(_never_ahead(mine, now))
            gone = connection.execute(delete(DRAFTS).where(mine, DRAFTS.c.touched < now - self._idle)).rowcount
        if gone:
            self._database.forget(DRAFTS.name)
        return gone

    def _remove(self, which: ColumnElement[bool]) -> None:
        with self._database.transaction() as connection:
            connection.execute(delete(DRAFTS).where(which & (DRAFTS.c.scope == self._name)))
        self._database.forget(DRAFTS.name)


def forget(database: Database, owner: str, tab: str = "") -> None:
    """Removes an owner's drafts, or one tab's, in every scope: needs no key."""
    which = DRAFTS.c.owner == _digest(owner)
    with database.transaction() as connection:
        gone = connection.execute(delete(DRAFTS).where(which & (DRAFTS.c.tab == _digest(tab)) if tab else which))
    if gone.rowcount:
        database.forget(DRAFTS.name)


def sweep(database: Database, before: float, keep: str) -> int:
    """Removes, in every scope, the drafts that nobody has touched since a moment; gives their number.

    Args:
        database: of the organisation.
        before: seconds since 1970.
        keep: the owner whose drafts stay.
    """
    old = (DRAFTS.c.touched < before) & (DRAFTS.c.owner != _digest(keep))
    with database.transaction() as connection:
        gone = connection.execute(delete(DRAFTS).where(old)).rowcount
    if gone:
        database.forget(DRAFTS.name)
    return gone


def reseal(connection: Connection, scope: str, old: bytes, new: bytes) -> None:
    """The drafts of a scope under its new key."""
    before, after = _Sealed(old, scope), _Sealed(new, scope)
    for row in connection.execute(select(DRAFTS).where(DRAFTS.c.scope == scope)).all():
        key = (row.owner, row.tab)
        content = after.closed(key, row.revision, before.opened(key, row))
        mine = (DRAFTS.c.owner == row.owner) & (DRAFTS.c.tab == row.tab)
        connection.execute(update(DRAFTS).where(mine).values(content=content))


class _Sealed:
    """Answers, bound to their scope, tab and revision."""

    def __init__(self, key: bytes, scope: str) -> None:
        self._key, self._scope = cipher.derive(key, "legalkit-org-drafts"), scope

    def closed(self, key: tuple[bytes, bytes], revision: int, plain: bytes) -> bytes:
        return cipher.seal(self._key, plain, "draft", self._scope, key[0].hex(), key[1].hex(), revision)

    def opened(self, key: tuple[bytes, bytes], row: Row[Any]) -> bytes:
        return cipher.unseal(self._key, row.content, "draft", self._scope, key[0].hex(), key[1].hex(), row.revision)


def _never_ahead(which: ColumnElement[bool], now: float) -> Any:  # noqa: ANN401 -- a statement
    """A clock that was set back must not lengthen a draft's life."""
    return update(DRAFTS).where(which, DRAFTS.c.touched > now).values(touched=now)


def _key(owner: str, tab: str) -> tuple[bytes, bytes]:
    return _digest(owner), _digest(tab)


def _digest(token: str) -> bytes:
    if not (token.isascii() and SHORTEST_TOKEN <= len(token) <= LONGEST_TOKEN):
        raise InputError(Problem("E-VAULT-TOKEN"))
    return cipher.fingerprint(token)
