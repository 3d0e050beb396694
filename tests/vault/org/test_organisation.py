"""The beginning, the rotation, the way back in."""

import pytest

from legalkit.vault.drafts import NEW, new_token
from legalkit.vault.org import audit, cases, keys, organisation
from legalkit.vault.org.database import Database
from legalkit.vault.org.drafts import STAFF, StoredDrafts
from legalkit.vault.org.keys import ServerKey
from legalkit.vault.org.sign_in import Claim
from tests.vault.org.office import SECRET, Office, code, password


def _rotate(office, handle="boss") -> str:
    return organisation.rotate(office.database, office.server_key, office.keyring, office.ids[handle], office.now)


def _recover(office, printed, handle="boss", server_key=None):
    return organisation.recover(
        office.database, server_key or office.server_key, keys.typed(printed), handle, password("new"), office.now
    )


def it_begins_once(office):
    def again():
        organisation.begin(office.database, ServerKey(office.folder / "other"), "boss2", password("b"), office.now)

    assert code(again) == "E-ORG-EXISTS"
    office.enter("boss")


@pytest.mark.parametrize("handle", ["", "Kim Ga-ram"])
def but_it_leaves_nothing_half_begun(url, tmp_path, handle):
    database = Database(url, create=True)
    begin = lambda name: organisation.begin(database, ServerKey(tmp_path / "k"), name, password("b"), 0)  # noqa: E731
    assert code(lambda: begin(handle)) == "E-ORG-HANDLE"
    assert begin("boss")
    database.close()


def it_makes_every_key_anew_and_keeps_everything(office):
    first, second = office.case(label="one", names=["김가람"]), office.case("c2", "two", {"told": "other"})
    owner, tab = new_token(), new_token()
    StoredDrafts(office.database, office.keyring.drafts, STAFF, 60).put(owner, tab, NEW, {"a": SECRET}, office.now)
    with office.work() as work:
        StoredDrafts(office.database, cases.case_key(work, first), first, 60)
    before, sealed = office.keyring, office.sql("SELECT key, head, body FROM cases")
    recovery = _rotate(office)
    assert recovery != office.recovery
    for handle in ("c1", "c2", "law", "boss"):
        office.enter(handle)
    assert office.keyring.root != before.root
    assert not {bytes(part) for row in sealed for part in row} & {
        bytes(part) for row in office.sql("SELECT key, head, body FROM cases") for part in row
    }
    assert office.view(first).content == {"told": SECRET}
    assert office.view(second, "c2").content == {"told": "other"}
    with office.work() as work:
        assert [head.id for head in cases.listed(work, "김가람")] == [first]
        audit.check(work.connection, work.keyring)
    kept = StoredDrafts(office.database, office.keyring.drafts, STAFF, 60).get(owner, tab, office.now)
    assert kept.answers == {"a": SECRET}


def and_it_keeps_the_drafts_of_cases(office):
    case_id, owner, tab = office.case(), new_token(), new_token()

    def drafts() -> StoredDrafts:
        with office.work() as work:
            return StoredDrafts(office.database, cases.case_key(work, case_id), case_id, 60)

    drafts().put(owner, tab, NEW, {"a": SECRET}, office.now)
    _rotate(office)
    office.enter("c1")
    assert drafts().get(owner, tab, office.now).answers == {"a": SECRET}


def and_it_lets_nobody_work_on_with_the_old_keys(office):
    case_id = office.case()
    _rotate(office)
    assert code(lambda: office.view(case_id)) == "E-ORG-LOCKED"


def it_rotates_for_administrators_alone_and_changes_nothing_for_others(office):
    case_id = office.case()
    assert code(lambda: _rotate(office, "c1")) == "E-ORG-NOT-ALLOWED"
    assert office.view(case_id).content == {"told": SECRET}


def it_rotates_nothing_if_something_is_wrong(office):
    case_id = office.case()
    office.sql("UPDATE audit SET moment = 1 WHERE entry = 1")
    assert code(lambda: _rotate(office)) == "E-ORG-LOG-ALTERED"
    assert office.view(case_id).content == {"told": SECRET}
    office.enter("c1")


def it_survives_a_kill_between_the_database_and_the_servers_key(office, monkeypatch):
    case_id = office.case()
    monkeypatch.setattr(ServerKey, "settle", lambda *_: None)
    _rotate(office)
    assert sorted(path.name for path in office.folder.glob("server.key*")) == ["server.key", "server.key.next"]
    office.enter("c1")
    assert office.view(case_id).content == {"told": SECRET}
    monkeypatch.undo()
    office.server_key.settle(2)
    assert [path.name for path in office.folder.glob("server.key*")] == ["server.key"]


def it_lets_an_administrator_back_in_with_the_printed_key(office):
    assert _recover(office, office.recovery) == office.keyring
    proof = office.sign_in().prove(Claim("boss", password("new")), office.now)
    assert proof.keyring == office.keyring
    assert code(lambda: office.enter("boss")) == "E-ORG-SIGN-IN"
    assert office.logged()[-2:] == ["org.recover", "sign_in"]


def and_it_does_so_on_a_new_server(office):
    """The old one burnt: no server's key, a database from a backup."""
    case_id = office.case()
    (office.folder / "server.key").unlink()
    _recover(office, office.recovery)
    office.sign_in().prove(Claim("boss", password("new")), office.now)
    assert code(lambda: office.enter("c1")) == "E-ORG-SIGN-IN"
    from legalkit.vault.org import accounts

    with office.work("boss") as work:
        accounts.set_password(work, "c1", password("c1"), office.server)
    office.enter("c1")
    assert office.view(case_id).content == {"told": SECRET}


@pytest.mark.parametrize(("handle", "refused"), [("c1", "E-ORG-NO-COLLEAGUE"), ("nobody", "E-ORG-NO-COLLEAGUE")])
def but_it_lets_no_one_else_in(office, handle, refused):
    assert code(lambda: _recover(office, office.recovery, handle)) == refused


def and_it_takes_no_recovery_key_of_before_a_rotation(office):
    new = _rotate(office)
    assert code(lambda: _recover(office, office.recovery)) == "E-ORG-RECOVERY"
    assert _recover(office, new)


def it_takes_no_key_of_another_organisation(office, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    with Office.begun(f"sqlite:///{other / 'store.db'}", other) as stranger:
        assert code(lambda: _recover(office, stranger.recovery)) == "E-ORG-RECOVERY"
