"""Accounts: who comes, who goes, and what becomes of their cases."""

import pytest

from legalkit.vault.org import accounts, people
from legalkit.vault.org.people import Role
from legalkit.vault.org.sign_in import Claim
from tests.vault.org.office import code, password


def _as_boss(office, action):
    with office.work("boss") as work:
        return action(work)


@pytest.mark.parametrize("action", [
    lambda work: accounts.add(work, "new", Role.ADMINISTRATOR, password("new"), bytes(32)),
    lambda work: accounts.remove(work, "c2"),
    lambda work: accounts.set_role(work, "c1", Role.ADMINISTRATOR),
    lambda work: accounts.set_password(work, "boss", password("mine"), bytes(32)),
    lambda work: accounts.drop_factor(work, "boss"),
], ids=["add", "remove", "own role", "another's password", "another's factor"])  # fmt: skip
def it_lets_administrators_alone_change_accounts(office, action):
    def attempt():
        with office.work("c1") as work:
            action(work)

    assert code(attempt) == "E-ORG-NOT-ALLOWED"
    assert office.logged()[-1] == "refused"


def it_lets_nobody_in_who_was_removed(office):
    _as_boss(office, lambda work: accounts.remove(work, "c1"))
    assert code(lambda: office.enter("c1")) == "E-ORG-SIGN-IN"
    assert code(lambda: office.case("c1")) == "E-ORG-SIGNED-OUT"


def it_gives_the_cases_of_who_leaves_to_a_colleague(office):
    case_id = office.case("c1")
    assert code(lambda: _as_boss(office, lambda work: accounts.remove(work, "c1"))) == "E-ORG-HAS-CASES"
    assert code(lambda: _as_boss(office, lambda work: accounts.remove(work, "c1", "boss"))) == "E-ORG-NO-COLLEAGUE"
    _as_boss(office, lambda work: accounts.remove(work, "c1", heir="c2"))
    assert office.view(case_id, "c2").head.people == {office.ids["c2"]}


def it_keeps_the_last_administrator(office):
    assert code(lambda: _as_boss(office, lambda work: accounts.remove(work, "boss"))) == "E-ORG-LAST-ADMINISTRATOR"
    demote = lambda work: accounts.set_role(work, "boss", Role.COUNSELLOR)  # noqa: E731
    assert code(lambda: _as_boss(office, demote)) == "E-ORG-LAST-ADMINISTRATOR"
    _as_boss(office, lambda work: accounts.set_role(work, "law", Role.ADMINISTRATOR))
    _as_boss(office, demote)


def it_takes_a_new_password_and_no_more_the_old_one(office):
    with office.work("c1") as work:
        accounts.set_password(work, "c1", password("new"), office.server)
    assert code(lambda: office.enter("c1")) == "E-ORG-SIGN-IN"
    proof = office.sign_in().prove(Claim("c1", password("new")), office.now)
    assert proof.keyring == office.keyring


@pytest.mark.parametrize("handle", ["", "a", "A1", "kim ga-ram", "가람", "x" * 41, "-a", "a'b"])
def it_refuses_what_is_no_handle(office, handle):
    add = lambda work: accounts.add(work, handle, Role.LAWYER, password("new"), office.server)  # noqa: E731
    assert code(lambda: _as_boss(office, add)) == "E-ORG-HANDLE"


def it_gives_no_handle_twice_not_even_a_removed_one(office):
    _as_boss(office, lambda work: accounts.remove(work, "c1"))
    add = lambda work: accounts.add(work, "c1", Role.LAWYER, password("new"), office.server)  # noqa: E731
    assert code(lambda: _as_boss(office, add)) == "E-ORG-HANDLE-TAKEN"


def it_knows_everybody(office):
    staff = _as_boss(office, lambda work: people.everybody(work.connection, work.keyring))
    assert [(each.handle, each.role) for each in staff] == [
        ("boss", Role.ADMINISTRATOR), ("c1", Role.COUNSELLOR), ("c2", Role.COUNSELLOR), ("law", Role.LAWYER),
    ]  # fmt: skip


def it_notices_a_role_that_was_written_into_the_database(office):
    ((record,),) = office.sql("SELECT record FROM users WHERE handle = 'boss'")
    office.sql("UPDATE users SET record = :r WHERE handle = 'c1'", r=record)
    assert code(lambda: office.case("c1")) == "E-ORG-ALTERED"


def and_it_notices_handles_that_were_exchanged(office):
    for before, after in (("boss", "x"), ("c1", "boss"), ("x", "c1")):
        office.sql("UPDATE users SET handle = :a WHERE handle = :b", a=after, b=before)
    assert code(lambda: office.case("c1")) == "E-ORG-ALTERED"
