"""Every test of the store runs on SQLite and on PostgreSQL; passwords cost little here."""

import pytest

from legalkit.vault.org import cipher, database
from tests.support import postgres
from tests.vault.org.office import Office


@pytest.fixture(autouse=True)
def _cheap_passwords(request, monkeypatch):
    if "full_cost" not in request.fixturenames:
        monkeypatch.setattr(cipher, "COST", (64, 1, 1))


@pytest.fixture(autouse=True)
def _quick_disk(request, monkeypatch):
    """SQLite need not wait for the disk, except where that is what is tried."""
    if request.path.name != "test_database.py":
        monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, "synchronous=OFF"))


@pytest.fixture
def full_cost():
    """Passwords cost here what they cost in earnest."""


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.db'}"
    else:
        with postgres.server().database() as made:
            yield made


@pytest.fixture
def office(url, tmp_path):
    """An organisation with an administrator, two counsellors and a lawyer."""
    with Office.begun(url, tmp_path) as begun:
        yield begun
