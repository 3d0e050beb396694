"""The tables that are made are those the program knows, and a newer store is left alone."""

import threading

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from legalkit.vault.org.database import Database
from legalkit.vault.org.schema import bring_up, version
from legalkit.vault.org.tables import METADATA
from tests.vault.org.office import SECRET, code


def it_makes_the_tables_that_the_program_knows(url):
    database = Database(url, create=True)
    with database.transaction() as connection:
        bring_up(connection)
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    database.close()


def it_changes_nothing_the_second_time(office):
    case_id = office.case()
    with office.database.transaction() as connection:
        bring_up(connection)
    assert office.view(case_id).content == {"told": SECRET}


def and_it_does_so_for_several_stores_at_once(tmp_path):
    """Two threads that begin at the same moment do not get in each other's way."""
    start, wrong = threading.Barrier(4), []

    def begin(number: int) -> None:
        database = Database(f"sqlite:///{tmp_path / f'{number}.db'}", create=True)
        start.wait()
        with database.transaction() as connection:
            bring_up(connection)
            wrong.extend(compare_metadata(MigrationContext.configure(connection), METADATA))
        database.close()

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert wrong == []
    assert len(list(tmp_path.glob("*.db"))) == 4


def but_it_leaves_a_newer_store_alone(office):
    office.sql("UPDATE alembic_version SET version_num = '9999'")

    def up():
        with office.database.transaction() as connection:
            bring_up(connection)

    assert code(up) == "E-ORG-NEWER"
    office.enter("c1")


def it_makes_all_or_nothing(url, monkeypatch):
    """A migration that fails half-way leaves no table."""
    from alembic import op

    database = Database(url, create=True)
    made = op.create_index
    monkeypatch.setattr(op, "create_index", lambda *_: 1 / 0)
    try:
        with database.transaction() as connection:
            bring_up(connection)
    except ZeroDivisionError:
        pass
    monkeypatch.setattr(op, "create_index", made)
    with database.transaction() as connection:
        assert version(connection) == ""
        bring_up(connection)
    database.close()
