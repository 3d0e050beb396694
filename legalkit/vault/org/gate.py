"""Locked or unlocked: the keys while the service runs, and not a moment longer.

A service starts with a new *boot secret* and is locked. The first sign-in puts the keyring into the database, sealed
under that secret; all processes that were given the same secret are unlocked with it, and a restart, which makes a new
secret, locks. The secret lies in memory alone.
"""

from dataclasses import dataclass, field

from sqlalchemy import delete, insert, select

from legalkit.errors import InputError, Problem
from legalkit.vault.org import cipher
from legalkit.vault.org.database import Database
from legalkit.vault.org.keys import Keyring
from legalkit.vault.org.tables import BOOTS, ORGANISATION
from legalkit.vault.plain_text import from_json, to_json


@dataclass(frozen=True)
class Gate:
    """The gate of one running service, of one process or several.

    Attributes:
        database: of the organisation.
        boot: 32 random bytes, made at the start and handed to every process of the service.
    """

    database: Database
    boot: bytes = field(default_factory=cipher.new_key, repr=False)

    @property
    def name(self) -> bytes:
        """Tells this start of the service from others; opens nothing."""
        return cipher.derive(self.boot, "legalkit-org-boot-name")

    def unlock(self, keyring: Keyring) -> None:
        """Lets the service work with these keys; what earlier starts left behind goes."""
        parts = {"generation": keyring.generation, "root": keyring.root.hex()}
        sealed = cipher.seal(self._key(), to_json(parts), "boot")
        with self.database.transaction() as connection:
            connection.execute(select(ORGANISATION.c.id).with_for_update())
            connection.execute(delete(BOOTS))
            connection.execute(insert(BOOTS).values(boot=self.name, keyring=sealed))

    def keyring(self) -> Keyring:
        """The keys.

        Raises:
            InputError: ``E-ORG-LOCKED``: nobody has signed in since the start, or the keys were rotated.
        """
        with self.database.transaction() as connection:
            sealed = connection.execute(select(BOOTS.c.keyring).where(BOOTS.c.boot == self.name)).scalar()
            row = connection.execute(select(ORGANISATION.c.generation, ORGANISATION.c.keyring)).one_or_none()
        if sealed is None or row is None:
            raise InputError(Problem("E-ORG-LOCKED"))
        parts = from_json(cipher.unseal(self._key(), sealed, "boot").decode("utf-8"))
        if not isinstance(parts, dict) or parts["generation"] != row.generation:
            raise InputError(Problem("E-ORG-LOCKED"))
        return Keyring.opened(bytes.fromhex(parts["root"]), row.keyring, row.generation)

    def lock(self) -> None:
        """Takes the keys away from every process of the service."""
        with self.database.transaction() as connection:
            connection.execute(delete(BOOTS).where(BOOTS.c.boot == self.name))

    def _key(self) -> bytes:
        return cipher.derive(self.boot, "legalkit-org-boot")
