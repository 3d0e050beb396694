"""Settings: one file, the environment wins, what is wrong is named."""

from pathlib import Path

import pytest

from legalkit.errors import InputError
from legalkit.vault.org.settings import OrgSettings, load
from tests.house import tree
from tests.vault.org.office import code


def _load(tmp_path, text: str) -> OrgSettings:
    path = tmp_path / "org.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def it_comes_with_sqlite_and_places_beside_the_file(tmp_path):
    found = load(tmp_path / "org.toml")
    assert found.database == f"sqlite:///{(tmp_path / 'organisation.db').as_posix()}"
    assert (found.server_key, found.backups) == (tmp_path / "server.key", tmp_path / "backups")


def it_reads_the_file(tmp_path):
    found = _load(tmp_path, 'name = "봄 상담소"\nretention_days = 90\nserver_key = "/etc/key"\n')
    assert (found.name, found.retention_days, found.server_key) == ("봄 상담소", 90, Path("/etc/key"))


def and_the_environment_wins(tmp_path, monkeypatch):
    monkeypatch.setenv("LEGALKIT_ORG_RETENTION_DAYS", "30")
    assert _load(tmp_path, "retention_days = 90").retention_days == 30


@pytest.mark.parametrize(("text", "place"), [
    ("retention_days = 0", "retention_days"), ('link_hours = "x"', "link_hours"), ("no_such = 1", ""),
])  # fmt: skip
def but_it_names_what_is_wrong(tmp_path, text, place):
    assert code(lambda: _load(tmp_path, text)) == "E-ORG-SETTINGS"
    with pytest.raises(InputError) as caught:
        _load(tmp_path, text)
    assert [problem.path for problem in caught.value.problems] == [place]


def and_all_of_it_at_once(tmp_path):
    with pytest.raises(InputError) as caught:
        _load(tmp_path, "retention_days = 0\nlink_hours = 0")
    assert [problem.path for problem in caught.value.problems] == ["link_hours", "retention_days"]


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", b"= ="], ids=["half", "no text", "no toml"])
def it_refuses_what_is_no_toml(tmp_path, content):
    (tmp_path / "org.toml").write_bytes(content)
    assert code(lambda: load(tmp_path / "org.toml")) == "E-ORG-SETTINGS-TOML"


def it_shows_no_password_of_the_database(tmp_path):
    found = _load(tmp_path, 'database = "postgresql+psycopg://u:MARKED@h/d"')
    assert "MARKED" not in repr(found)


def it_explains_every_setting_in_the_page_on_deployment():
    page = tree.source(tree.ROOT / "docs" / "deploy.md")
    assert [name for name in OrgSettings.model_fields if f"`{name}`" not in page] == []
