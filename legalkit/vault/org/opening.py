"""The store as a program opens it: settings, database, server's key, sign-in, brought together in one place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from legalkit.errors import FileError, Problem
from legalkit.vault.org import cipher
from legalkit.vault.org.attempts import Attempts
from legalkit.vault.org.database import Database
from legalkit.vault.org.keys import ServerKey
from legalkit.vault.org.schema import bring_up, version
from legalkit.vault.org.settings import OrgSettings, load
from legalkit.vault.org.sign_in import PasswordSignIn
from legalkit.vault.org.tables import ORGANISATION


@dataclass(frozen=True)
class Store:
    """An opened store.

    Attributes:
        settings: as read.
        database: of the organisation.
        server_key: of this server.
    """

    settings: OrgSettings
    database: Database
    server_key: ServerKey

    def sign_in(self) -> PasswordSignIn:
        """The way of signing in, with the limits of the settings.

        Raises:
            FileError: ``E-ORG-SERVER-KEY``, ``E-ORG-NOT-BEGUN``.
        """
        with self.database.transaction() as connection:
            if not version(connection):
                raise FileError(Problem("E-ORG-NOT-BEGUN"))
            bring_up(connection)
            generation = connection.execute(select(ORGANISATION.c.generation)).scalar()
        if generation is None:
            raise FileError(Problem("E-ORG-NOT-BEGUN"))
        secret = cipher.derive(self.server_key.of(generation), "legalkit-org-attempts")
        limits = self.settings
        window = limits.tries_window_minutes * 60
        attempts = Attempts(self.database, secret, limits.tries_per_account, limits.tries_per_address, window)
        return PasswordSignIn(self.database, self.server_key, attempts)


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[Store]:
    """Opens the store that a settings file describes, and closes it.

    Args:
        path: the settings; see :func:`legalkit.vault.org.settings.load`.
        create: whether a missing SQLite file is made.

    Raises:
        InputError: what the settings raise; ``E-ORG-DATABASE-URL``.
    """
    settings = load(path)
    database = Database(settings.database, create=create)
    try:
        yield Store(settings, database, ServerKey(settings.server_key))
    finally:
        database.close()
