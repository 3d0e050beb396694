"""What happens to the store when the ground gives way: kill, full disk, a database that goes and comes back."""

import logging
import os
import signal
import subprocess
import sys

import pytest

from legalkit.errors import InputError
from legalkit.vault.drafts import NEW, new_token
from legalkit.vault.org import audit, backup, cases, database, keeping, links, organisation
from legalkit.vault.org.database import Database
from legalkit.vault.org.drafts import StoredDrafts
from tests.house import tree
from tests.support import postgres
from tests.vault.org.office import SECRET, Office, code, password

# The child saves one case over and over, and says each time that it is done; or it stops before the end of a save.
_SAVES = """
import sys
from tests.vault.org.office import Office
from legalkit.vault.org import cases, cipher
from legalkit.vault.org.database import Database
from pathlib import Path
url, folder, case_id, stops = sys.argv[1:]
cipher.COST = (64, 1, 1)
office = Office(Database(url), Path(folder), url)
office.enter("c1")
revision = 1
while True:
    with office.work("c1") as work:
        revision = cases.save(work, case_id, revision, {"told": "x" * 20_000, "number": revision}).revision
        if stops == "inside":
            print("inside", flush=True)
            sys.stdin.read()
    print(revision, flush=True)
"""


def _child(office, case_id, stops) -> subprocess.Popen:
    command = [sys.executable, "-c", _SAVES, office.url, str(office.folder), case_id, stops]
    return subprocess.Popen(command, cwd=tree.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _is_whole(office) -> None:
    with office.work("boss") as work:
        audit.check(work.connection, work.keyring)
        keeping.check_all(work)


@pytest.mark.skipif(os.name == "nt", reason="no kill -9 there")
@pytest.mark.parametrize("saves", [1, 7])
def it_keeps_every_save_that_was_done_when_it_is_killed(office, saves):
    case_id = office.case()
    with _child(office, case_id, "outside") as child:
        done = [int(child.stdout.readline()) for _ in range(saves)][-1]
        child.send_signal(signal.SIGKILL)
    stored = office.view(case_id)
    assert stored.head.revision >= done  # it may have saved on before the signal came
    assert stored.content["number"] == stored.head.revision - 1
    _is_whole(office)


@pytest.mark.skipif(os.name == "nt", reason="no kill -9 there")
def and_it_keeps_the_old_state_when_it_is_killed_in_the_middle_of_a_save(office):
    case_id = office.case()
    with _child(office, case_id, "inside") as child:
        assert child.stdout.readline() == "inside\n"
        child.send_signal(signal.SIGKILL)
    assert office.view(case_id).content == {"told": SECRET}
    assert office.logged()[-2:] == ["sign_in", "case.view"]
    _is_whole(office)


def it_keeps_what_it_had_when_the_disk_is_full(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with Office.begun(url, tmp_path) as office:
        case_id = office.case()
        ((pages,),) = office.sql("PRAGMA page_count")
        monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, f"max_page_count={pages}"))

        def save():
            with office.work() as work:
                cases.save(work, case_id, 1, {"told": SECRET * 10_000})

        assert code(save) == "E-ORG-DATABASE-FULL"
        monkeypatch.undo()
        assert office.view(case_id).content == {"told": SECRET}
        _is_whole(office)


def it_says_that_the_database_is_gone_and_works_again_once_it_is_back(tmp_path):
    server = postgres.new_server()
    try:
        with server.database() as url, Office.begun(url, tmp_path) as office:
            case_id = office.case()
            server.stop()
            assert code(lambda: office.view(case_id)) == "E-ORG-DATABASE-GONE"
            server.start()
            assert office.view(case_id).content == {"told": SECRET}
            _is_whole(office)
    finally:
        server.remove()


def and_it_makes_no_empty_store_in_the_place_of_a_missing_file(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with Office.begun(url, tmp_path) as office:
        case_id = office.case()
        office.database.forget()
        office.database = Database(url)  # as it is opened by all but `legalkit org init`
        (tmp_path / "store.db").rename(tmp_path / "elsewhere")
        assert code(lambda: office.view(case_id)) == "E-ORG-DATABASE-GONE"
        assert not (tmp_path / "store.db").exists()
        (tmp_path / "elsewhere").rename(tmp_path / "store.db")
        assert office.view(case_id).content == {"told": SECRET}


def it_says_that_the_file_is_no_database(tmp_path):
    (tmp_path / "store.db").write_bytes(b"no database " * 100)
    opened = Database(f"sqlite:///{tmp_path / 'store.db'}")

    def look():
        with opened.transaction():
            pass

    assert code(look) == "E-ORG-DATABASE-DAMAGED"


@pytest.mark.parametrize("other", ["", "store.db", "sqlite://", "mysql://a@b/c", "postgresql://a@b/c", "sqlite+x:///a"])
def it_refuses_other_databases(other):
    assert code(lambda: Database(other)) == "E-ORG-DATABASE-URL"


def it_overwrites_what_it_deletes_and_waits_for_other_writers(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'store.db'}", create=True)
    with opened.transaction() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("secure_delete", "journal_mode", "synchronous", "busy_timeout", "temp_store")
        }
    wanted = {"secure_delete": 1, "journal_mode": "wal", "synchronous": 2, "busy_timeout": 30_000, "temp_store": 2}
    assert told == wanted
    opened.close()


@pytest.mark.skipif(os.name == "nt", reason="the rights of the folder rule there")
def it_lets_no_other_account_read_its_files(tmp_path):
    with Office.begun(f"sqlite:///{tmp_path / 'store.db'}", tmp_path) as office, office.work() as work:
        cases.listed(work)
        rights = {path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir()}
    assert rights == {"store.db": 0, "store.db-wal": 0, "store.db-shm": 0, "server.key": 0}


def it_says_that_the_file_cannot_be_made_there(tmp_path):
    assert code(lambda: Database(f"sqlite:///{tmp_path / 'no' / 'store.db'}", create=True)) == "E-ORG-DATABASE-GONE"


def it_shows_no_password_of_the_database():
    opened = Database("postgresql+psycopg://user:MARKED@127.0.0.1:1/none")

    def look():
        with opened.transaction():
            pass

    assert code(look) == "E-ORG-DATABASE-GONE"
    assert "MARKED" not in repr(opened)


_MARKS = [f"MARKED-{word}" for word in ("label", "name", "answer", "draft")]


def _live(office) -> None:
    """What an organisation does, marked wherever a person writes."""
    label, name, answer, draft = _MARKS
    case_id = office.case(label=label, names=[name], content={"told": answer})
    with office.work() as work:
        cases.save(work, case_id, 1, {"told": answer * 2})
        cases.listed(work, name)
        key = cases.case_key(work, case_id)
        links.make(work, case_id, 60)
    drafts = StoredDrafts(office.database, key, case_id, idle=60)
    drafts.put(new_token(), new_token(), NEW, {"told": draft}, office.now)
    office.case(label=label, content={"told": answer})
    with pytest.raises(InputError), office.work() as work:
        cases.save(work, case_id, 1, {"told": answer})
    with office.work() as work:
        cases.remove(work, case_id)


def it_leaves_no_answer_in_database_log_of_changes_backup_and_logs(office, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    _live(office)
    backup.write(office.database, office.folder / "a.backup")
    organisation.rotate(office.database, office.server_key, office.keyring, office.ids["boss"], office.now)
    left = [path.read_bytes() for path in office.folder.rglob("*") if path.is_file()]
    if not office.database.is_file:
        left += postgres.server().files()
    shown = capfd.readouterr()
    left += [caplog.text.encode(), shown.out.encode(), shown.err.encode()]
    whole = b"\0".join(left)
    assert len(whole) > 10_000
    for mark in [*_MARKS, password("c1").reveal(), office.recovery]:
        for form in (mark, mark.lower(), mark.replace("-", "")):
            assert form.encode() not in whole
            assert form.encode("utf-16-le") not in whole
