"""How often somebody may try: counted in the database, so that several processes count together."""

import hashlib
import hmac
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select, update

from legalkit.errors import InputError, Problem
from legalkit.vault.org import audit
from legalkit.vault.org.database import Database
from legalkit.vault.org.tables import ATTEMPTS


@dataclass(frozen=True)
class Attempts:
    """Counts tries, before they are made: who tries many at once gains nothing.

    Attributes:
        database: of the organisation.
        secret: keys the digests of accounts and addresses; neither stands in the database.
        per_account: tries for one account within the window.
        per_address: tries from one address within the window.
        window: seconds.
    """

    database: Database
    secret: bytes = field(repr=False)
    per_account: int = 5
    per_address: int = 20
    window: int = 900

    def take(self, account: str, address: str, now: float) -> None:
        """Counts one try.

        Raises:
            InputError: ``E-ORG-TOO-MANY`` with ``minutes`` to wait.
        """
        with self.database.transaction() as connection:
            audit.head(connection)
            for kind, who, most in (("account", account, self.per_account), ("address", address, self.per_address)):
                if who:
                    self._count(connection, self._digest(kind, who), most, int(now))

    def clear(self, account: str, address: str) -> None:
        """Forgets the tries for an account, and one from the address: it was the right password."""
        with self.database.transaction() as connection:
            audit.head(connection)
            connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.whom == self._digest("account", account)))
            one = update(ATTEMPTS).where(ATTEMPTS.c.whom == self._digest("address", address))
            connection.execute(one.values(number=ATTEMPTS.c.number - 1))

    def _count(self, connection: Connection, whom: bytes, most: int, now: int) -> None:
        row = connection.execute(select(ATTEMPTS).where(ATTEMPTS.c.whom == whom)).one_or_none()
        if row is None:
            connection.execute(insert(ATTEMPTS).values(whom=whom, since=now, number=1))
            return
        since = min(row.since, now)  # a clock that was set back must lock nobody out for longer
        number = 1 if now - since > self.window else row.number + 1
        if number > most:
            wait = -(-(self.window - (now - since)) // 60)
            raise InputError(Problem("E-ORG-TOO-MANY", params={"minutes": max(1, wait)}))
        values = {"since": now if number == 1 else since, "number": number}
        connection.execute(update(ATTEMPTS).where(ATTEMPTS.c.whom == whom).values(**values))

    def _digest(self, kind: str, who: str) -> bytes:
        return hmac.digest(self.secret, f"{kind}\0{who}".encode(), hashlib.sha256)
