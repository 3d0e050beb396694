"""Who is let in, and what somebody meets who tries."""

import threading

import pytest
from pyotp import TOTP

from legalkit.errors import InputError
from legalkit.vault.org import accounts, cipher
from legalkit.vault.org.sign_in import Claim, SignIn
from tests.vault.org.office import code, password


def _enter(office, handle, secret=None, factor="", **limits):
    return office.sign_in(**limits).prove(Claim(handle, secret or password(handle), factor), office.now)


def it_lets_in_who_has_the_password(office):
    way: SignIn = office.sign_in()
    proof = way.prove(Claim("c1", password("c1")), office.now)
    assert (proof.person_id, proof.keyring) == (office.ids["c1"], office.keyring)


@pytest.mark.parametrize(("handle", "secret"), [("c1", "c2"), ("nobody", "c1"), ("", "c1"), ("c1' OR '1'='1", "c1")])
def but_it_refuses_everybody_else_with_the_same_words(office, handle, secret):
    assert code(lambda: _enter(office, handle, password(secret))) == "E-ORG-SIGN-IN"


def and_it_takes_as_long_for_an_account_that_is_none(office, monkeypatch):
    stretched = []
    stretch = cipher.stretch
    monkeypatch.setattr(cipher, "stretch", lambda *a: stretched.append(a[1]) or stretch(*a))
    for handle in ("c1", "nobody"):
        with pytest.raises(InputError):
            _enter(office, handle, password("wrong"))
    assert stretched == [cipher.COST] * 2


def it_refuses_a_lock_that_was_moved_from_another_account(office):
    office.sql("UPDATE locks SET private = (SELECT private FROM locks l WHERE l.id = :b), "
               "root = (SELECT root FROM locks l WHERE l.id = :b) WHERE id = :a",
               a=office.ids["boss"], b=office.ids["c1"])  # fmt: skip
    assert code(lambda: _enter(office, "boss", password("c1"))) == "E-ORG-SIGN-IN"


def it_ends_brute_force_after_five_tries(office):
    for _ in range(5):
        assert code(lambda: _enter(office, "c1", password("wrong"))) == "E-ORG-SIGN-IN"
    assert code(lambda: _enter(office, "c1", password("wrong"))) == "E-ORG-TOO-MANY"
    assert code(lambda: _enter(office, "c1")) == "E-ORG-TOO-MANY"
    office.now += 901
    assert _enter(office, "c1").person_id == office.ids["c1"]


def and_it_does_so_for_tries_at_the_same_moment(office):
    outcomes, start = [], threading.Barrier(8)

    def attempt() -> None:
        start.wait()
        try:
            _enter(office, "c1", password("wrong"))
        except InputError as error:
            outcomes.append(error.problems[0].code)

    tries = [threading.Thread(target=attempt) for _ in range(8)]
    for each in tries:
        each.start()
    for each in tries:
        each.join()
    assert sorted(outcomes) == ["E-ORG-SIGN-IN"] * 5 + ["E-ORG-TOO-MANY"] * 3


def it_asks_for_the_second_factor_of_who_has_one(office):
    secret, _ = accounts.new_factor("c1", "Centre")
    factor = TOTP(secret)
    with office.work() as work:
        accounts.set_factor(work, secret, factor.at(office.now))
    assert code(lambda: _enter(office, "c1")) == "E-ORG-CODE"
    assert code(lambda: _enter(office, "c1", factor="000000")) == "E-ORG-CODE"
    office.now += 30
    assert _enter(office, "c1", factor=factor.at(office.now)).person_id == office.ids["c1"]


def and_no_code_of_it_counts_twice(office):
    secret, _ = accounts.new_factor("c1", "Centre")
    used = TOTP(secret).at(office.now)
    with office.work() as work:
        accounts.set_factor(work, secret, used)
    assert code(lambda: _enter(office, "c1", factor=used)) == "E-ORG-CODE"
    office.now += 60
    assert code(lambda: _enter(office, "c1", factor=used)) == "E-ORG-CODE"


def but_it_refuses_to_ask_for_one_that_the_app_does_not_have(office):
    def wrong():
        with office.work() as work:
            accounts.set_factor(work, accounts.new_factor("c1", "Centre")[0], "000000")

    assert code(wrong) == "E-ORG-CODE"
    assert _enter(office, "c1").person_id == office.ids["c1"]


def it_needs_the_servers_key(office):
    (office.folder / "server.key").unlink()
    assert code(lambda: _enter(office, "c1")) == "E-ORG-SERVER-KEY"


def it_shows_no_password():
    assert "river" not in repr(Claim("c1", password("c1"), "123456", "192.0.2.1"))
