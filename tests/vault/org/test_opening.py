"""The store as a program opens it."""

import pytest

from legalkit.errors import InputError
from legalkit.vault.org import organisation
from legalkit.vault.org.opening import opened
from legalkit.vault.org.sign_in import Claim
from tests.vault.org.office import NOW, code, password


@pytest.fixture
def settings(url, tmp_path):
    """A settings file that names the database and low limits."""
    path = tmp_path / "org.toml"
    path.write_text(f'database = "{url}"\ntries_per_account = 3\n', encoding="utf-8")
    return path


def _begin(settings) -> None:
    with opened(settings, create=True) as store:
        organisation.begin(store.database, store.server_key, "boss", password("boss"), NOW)


def it_lets_in_with_the_limits_of_the_settings(settings):
    _begin(settings)
    with opened(settings) as store:
        way = store.sign_in()
        for _ in range(3):
            with pytest.raises(InputError):
                way.prove(Claim("boss", password("wrong")), NOW)
        assert code(lambda: way.prove(Claim("boss", password("boss")), NOW)) == "E-ORG-TOO-MANY"
        assert way.prove(Claim("boss", password("boss")), NOW + 901).keyring.generation == 1


def it_says_that_nothing_was_begun_yet(settings):
    with opened(settings, create=True) as store:
        assert code(store.sign_in) == "E-ORG-NOT-BEGUN"


def it_leaves_a_newer_store_alone(settings):
    _begin(settings)
    with opened(settings) as store:
        with store.database.transaction() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        assert code(store.sign_in) == "E-ORG-NEWER"
