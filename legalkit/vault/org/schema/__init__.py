"""The versions of the tables (Alembic): an older store is brought up, a newer one is left alone."""

import threading
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from legalkit.errors import FileError, Problem

_ONE_AT_A_TIME = threading.Lock()


def bring_up(connection: Connection, to: str = "head") -> None:
    """Brings the tables to a version, within the transaction that is open.

    Args:
        connection: of the database; empty, or of an earlier version.
        to: a version; by default the newest.

    Raises:
        FileError: ``E-ORG-NEWER``: a later version of this program made it.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    scripts = ScriptDirectory.from_config(config)
    if version(connection) == scripts.get_current_head():
        return

    def steps(version: object, _: object) -> object:
        # what `alembic upgrade` does itself; there is no public name for it
        return scripts._upgrade_revs(to, version)  # type: ignore[arg-type]

    # Alembic keeps what it works on in a place that all threads share
    with _ONE_AT_A_TIME, EnvironmentContext(config, scripts, fn=steps, destination_rev=to) as environment:
        environment.configure(connection=connection)
        try:
            environment.run_migrations()
            return
        except CommandError:
            problem = Problem("E-ORG-NEWER")
    raise FileError(problem)


def version(connection: Connection) -> str:
    """The version of the tables; empty if there are none."""
    return MigrationContext.configure(connection).get_current_revision() or ""
