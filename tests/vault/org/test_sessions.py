"""Sessions: known to every process, ended by time, by a restart and by a change of the account."""

import pytest
from sqlalchemy import delete

from legalkit.vault.org import accounts
from legalkit.vault.org.database import Database
from legalkit.vault.org.gate import Gate
from legalkit.vault.org.people import Role
from legalkit.vault.org.sessions import Session, Sessions
from legalkit.vault.org.tables import SESSIONS
from tests.vault.org.office import password


@pytest.fixture
def sessions(office) -> Sessions:
    return Sessions(Gate(office.database), idle=600, longest=3_600)


def it_knows_who_is_signed_in_in_every_process(office, sessions):
    other = Database(office.url)
    token = sessions.begin(Session(office.ids["c1"], ""), office.now)
    second = Sessions(Gate(other, sessions.gate.boot), idle=600)
    assert second.of(token, office.now + 1) == Session(office.ids["c1"], "")
    second.end(token)
    assert sessions.of(token, office.now + 2) is None
    other.close()


def it_knows_a_session_while_somebody_writes(office, sessions):
    """Where a writer is waited for, this would never come to an end: the writer waits for it."""
    token = sessions.begin(Session("u", ""), office.now)
    with office.database.transaction() as writing:
        writing.execute(delete(SESSIONS))
        assert sessions.of(token, office.now + 1) == Session("u", "")
    assert sessions.of(token, office.now + 1) is None


def it_gives_a_new_token_at_every_sign_in_and_takes_none_from_outside(office, sessions):
    tokens = {sessions.begin(Session(office.ids["c1"], ""), office.now) for _ in range(10)}
    assert len(tokens) == 10
    for chosen in ("", "a" * 43, next(iter(tokens))[:-1]):
        assert sessions.of(chosen, office.now) is None


def it_ends_a_session_that_nobody_used_or_that_is_too_long(office, sessions):
    token = sessions.begin(Session("u", ""), office.now)
    assert sessions.of(token, office.now + 600)
    assert sessions.of(token, office.now + 1_201) is None
    token = sessions.begin(Session("u", ""), office.now)
    for seconds in range(0, 3_601, 600):
        assert sessions.of(token, office.now + seconds)
    assert sessions.of(token, office.now + 3_601) is None


def it_ends_a_session_when_the_clock_jumps(office, sessions):
    for jump in (-301, 1_000_000):
        token = sessions.begin(Session("u", ""), office.now)
        assert sessions.of(token, office.now + jump) is None
        assert sessions.of(token, office.now) is None


def it_ends_at_a_restart(office, sessions):
    token = sessions.begin(Session("u", ""), office.now)
    assert Sessions(Gate(office.database)).of(token, office.now) is None


@pytest.mark.parametrize("change", [
    lambda work, office: accounts.remove(work, "c1"),
    lambda work, office: accounts.set_role(work, "c1", Role.LAWYER),
    lambda work, office: accounts.set_password(work, "c1", password("new"), office.server),
], ids=["removed", "role", "password"])  # fmt: skip
def it_ends_when_the_account_changes(office, sessions, change):
    token, other = (sessions.begin(Session(office.ids[who], ""), office.now) for who in ("c1", "c2"))
    with office.work("boss") as work:
        change(work, office)
    assert sessions.of(token, office.now) is None
    assert sessions.of(other, office.now)


def it_keeps_no_token(office, sessions):
    token = sessions.begin(Session("u", ""), office.now)
    assert token.encode() not in b"".join(office.tables())
