"""What is sealed opens with its key, at its place, and in no other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.vault.org import cipher
from legalkit.vault.passphrase import Passphrase
from tests.vault.org.office import code

KEY = cipher.new_key()


@given(plain=st.binary(max_size=200), about=st.lists(st.text("abc", max_size=3), max_size=3))
def it_opens_what_it_sealed(plain, about):
    assert cipher.unseal(KEY, cipher.seal(KEY, plain, *about), *about) == plain


@pytest.mark.parametrize(("key", "about"), [
    (cipher.new_key(), ("case", "a", 1)), (KEY, ("case", "a", 2)), (KEY, ("case", "a1")), (KEY, ()),
], ids=["key", "revision", "parts run together", "nothing"])  # fmt: skip
def but_it_opens_nothing_elsewhere(key, about):
    sealed = cipher.seal(KEY, b"told", "case", "a", 1)
    assert code(lambda: cipher.unseal(key, sealed, *about)) == "E-ORG-ALTERED"


@given(data=st.data())
def and_it_opens_nothing_that_was_changed_or_cut(data):
    sealed = bytearray(cipher.seal(KEY, b"told"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    cut = bytes(sealed[:place])
    assert code(lambda: cipher.unseal(KEY, cut)) == "E-ORG-ALTERED"
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    assert code(lambda: cipher.unseal(KEY, bytes(sealed))) == "E-ORG-ALTERED"


def it_never_seals_twice_the_same():
    assert len({cipher.seal(KEY, b"told") for _ in range(100)}) == 100


def it_hands_a_key_to_the_holder_of_another_alone():
    private, public = cipher.new_pair()
    stranger, _ = cipher.new_pair()
    handed = cipher.hand_to(public, b"root", "root")
    assert cipher.taken(private, handed, "root") == b"root"
    assert code(lambda: cipher.taken(stranger, handed, "root")) == "E-ORG-ALTERED"


def it_opens_with_the_password_at_the_cost_it_was_sealed_at(monkeypatch):
    sealed = cipher.seal_by_password(Passphrase("맑은 가람 네 마리"), b"told")
    monkeypatch.setattr(cipher, "COST", (128, 2, 1))
    assert cipher.unseal_by_password(Passphrase("맑은 가람 네 마리"), sealed) == b"told"
    assert code(lambda: cipher.unseal_by_password(Passphrase("맑은 가람 세 마리"), sealed)) == "E-ORG-ALTERED"


@pytest.mark.usefixtures("full_cost")
def it_costs_64_mib_and_three_passes_to_try_a_password():
    memory, passes, lanes = cipher.COST
    assert (memory, passes, lanes) == (64 * 1024, 3, 4)
    assert (
        cipher.unseal_by_password(Passphrase("river moon"), cipher.seal_by_password(Passphrase("river moon"), b"a"))
        == b"a"
    )
