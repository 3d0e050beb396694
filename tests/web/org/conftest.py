"""Passwords cost little here, and the disk is not waited for."""

import pytest

from legalkit.vault.org import cipher, database
from tests.support import postgres
from tests.web.org.street import street_in
from tests.web.org.town import Town


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    monkeypatch.setattr(cipher, "COST", (64, 1, 1))
    monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, "synchronous=OFF"))


@pytest.fixture
def town(tmp_path):
    """An organisation with an administrator, two counsellors and a lawyer; nobody has signed in yet."""
    with Town.begun(tmp_path) as begun:
        yield begun


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request, tmp_path):
    """The same, on each kind of database."""
    if request.param == "sqlite":
        with Town.begun(tmp_path) as begun:
            yield begun
        return
    with postgres.server().database() as url, Town.begun(tmp_path, url) as begun:
        yield begun


@pytest.fixture
def street(tmp_path):
    """The same, where a browser can walk to it."""
    with street_in(tmp_path) as served:
        yield served
