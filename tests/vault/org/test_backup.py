"""A backup opens where it should, tells nothing where it should not, and is refused when it is damaged."""

import pytest

from legalkit.vault.org import audit, backup, cases, keeping, keys, organisation
from legalkit.vault.org.backup import restore
from legalkit.vault.org.database import Database
from legalkit.vault.org.keys import ServerKey
from legalkit.vault.org.sign_in import Claim
from tests.support import postgres
from tests.vault.org.office import SECRET, Office, code, password


@pytest.fixture
def saved(office):
    path = office.folder / "a.backup"
    backup.write(office.database, path)
    return path


def _restored(office, path, tmp_path, server_key=None) -> Office:
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    database = Database(url, create=True)
    restore(database, path)
    again = Office(database, office.folder, url)
    again.server_key = server_key or office.server_key
    again.ids = dict(office.ids)
    return again


def it_gives_everything_back(office, tmp_path):
    case_id = office.case(names=["김가람"])
    backup.write(office.database, tmp_path / "a.backup")
    again = _restored(office, tmp_path / "a.backup", tmp_path)
    again.enter("c1")
    assert again.view(case_id).content == {"told": SECRET}
    known = len(again.logged())
    with again.work() as work:
        assert audit.check(work.connection, work.keyring).entries == known
        assert [head.id for head in cases.listed(work, "김가람")] == [case_id]
        assert keeping.check_all(work) == 1
    again.database.close()


def and_it_goes_from_either_database_to_the_other(office, tmp_path):
    case_id = office.case()
    backup.write(office.database, tmp_path / "a.backup")
    with postgres.server().database() as other:
        database = Database(other, create=True)
        restore(database, tmp_path / "a.backup")
        moved = Office(database, office.folder, other)
        moved.ids = dict(office.ids)
        moved.enter("c1")
        assert moved.view(case_id).content == {"told": SECRET}
        database.close()


def it_is_opened_on_another_server_by_no_password_but_by_the_recovery_key(office, tmp_path):
    case_id = office.case()
    backup.write(office.database, tmp_path / "a.backup")
    again = _restored(office, tmp_path / "a.backup", tmp_path, ServerKey(tmp_path / "new.key"))
    assert code(lambda: again.enter("c1")) == "E-ORG-SERVER-KEY"
    again.server_key.prepare(1)
    assert code(lambda: again.enter("c1")) == "E-ORG-SIGN-IN"
    organisation.recover(
        again.database, again.server_key, keys.typed(office.recovery), "boss", password("new"), office.now
    )
    again.keyring = again.sign_in().prove(Claim("boss", password("new")), office.now).keyring
    assert again.view(case_id).content == {"told": SECRET}
    again.database.close()


def it_opens_with_no_password_once_keys_were_rotated(office, tmp_path):
    office.case()
    backup.write(office.database, tmp_path / "old.backup")
    new = organisation.rotate(office.database, office.server_key, office.keyring, office.ids["boss"], office.now)
    again = _restored(office, tmp_path / "old.backup", tmp_path)
    for handle in ("boss", "c1"):
        assert code(lambda handle=handle: again.enter(handle)) == "E-ORG-SERVER-KEY"
    recover = lambda printed: organisation.recover(  # noqa: E731
        again.database, ServerKey(tmp_path / "new.key"), keys.typed(printed), "boss", password("new"), office.now
    )
    assert code(lambda: recover(new)) == "E-ORG-RECOVERY"
    assert recover(office.recovery)  # the old paper opens it still: that is why it is to be destroyed
    again.database.close()


def it_holds_no_answer_no_key_and_no_session(office, tmp_path):
    office.case(label=SECRET, names=[SECRET])
    backup.write(office.database, tmp_path / "a.backup")
    content = (tmp_path / "a.backup").read_bytes()
    for part in (SECRET.encode(), b"MARKED", office.keyring.root, office.keyring.root.hex().encode(), office.server):
        assert part not in content
    for table in (b"sessions", b"boots", b"attempts"):
        assert table not in content


def it_overwrites_no_backup(office, saved):
    assert code(lambda: backup.write(office.database, saved)) == "E-ORG-BACKUP-EXISTS"


def it_restores_into_an_empty_database_only(office, saved):
    assert code(lambda: restore(office.database, saved)) == "E-ORG-EXISTS"
    office.enter("c1")


@pytest.mark.parametrize(("damage", "refused"), [
    (lambda content: b"{}", "E-ORG-BACKUP-OTHER"), (lambda content: b"", "E-ORG-BACKUP-OTHER"),
    (lambda content: content[:-40], "E-ORG-BACKUP-DAMAGED"),
    (lambda content: content[:300] + bytes([content[300] ^ 1]) + content[301:], "E-ORG-BACKUP-DAMAGED"),
], ids=["other", "empty", "cut", "flipped"])  # fmt: skip
def it_refuses_a_backup_that_is_none_or_damaged(url, office, saved, tmp_path, damage, refused):
    saved.write_bytes(damage(saved.read_bytes()))
    database = Database(f"sqlite:///{tmp_path / 'restored.db'}", create=True)
    assert code(lambda: restore(database, saved)) == refused
    with database.transaction() as connection:
        from sqlalchemy import inspect

        assert inspect(connection).get_table_names() == []
    database.close()
