"""Keys open what they should and nothing else; a recovery key survives being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.vault.org import cipher, keys
from legalkit.vault.org.keys import Keyring, ServerKey
from tests.vault.org.office import code, password

SERVER = cipher.new_key()


def it_opens_by_the_password_and_the_servers_key_together():
    keyring = Keyring.new(1)
    lock = keys.lock_by_password("u", password("a"), keyring, SERVER)
    assert keys.opened_by_password(lock, password("a"), SERVER, 1) == keyring.root
    for wrong in [(password("b"), SERVER, 1), (password("a"), cipher.new_key(), 1), (password("a"), SERVER, 2)]:
        assert code(lambda wrong=wrong: keys.opened_by_password(lock, *wrong)) == "E-ORG-ALTERED"


def it_gives_a_new_root_to_a_password_nobody_typed():
    old, new, server = Keyring.new(1), Keyring.new(2), cipher.new_key()
    lock = keys.relocked(keys.lock_by_password("u", password("a"), old, SERVER), (SERVER, 1), new, server)
    assert keys.opened_by_password(lock, password("a"), server, 2) == new.root
    assert code(lambda: keys.opened_by_password(lock, password("a"), SERVER, 1)) == "E-ORG-ALTERED"


def it_opens_by_the_recovery_key_without_the_server():
    keyring, secret = Keyring.new(1), cipher.new_key()
    lock = keys.lock_by_recovery(keyring, secret)
    assert keys.opened_by_recovery(lock, secret, 1) == keyring.root
    assert code(lambda: keys.opened_by_recovery(lock, cipher.new_key(), 1)) == "E-ORG-RECOVERY"


def it_gives_back_the_keyring_it_sealed():
    keyring = Keyring.new(3)
    assert Keyring.opened(keyring.root, keyring.sealed(), 3) == keyring
    assert code(lambda: Keyring.opened(keyring.root, keyring.sealed(), 4)) == "E-ORG-ALTERED"


@given(secret=st.binary(min_size=32, max_size=32))
def it_reads_a_recovery_key_however_it_is_typed(secret):
    printed = keys.printed(secret)
    assert keys.typed(printed) == secret
    assert (
        keys.typed(printed.lower().replace("-", "  ").replace("o", "0").replace("i", "1").replace("b", "8")) == secret
    )


@given(secret=st.binary(min_size=32, max_size=32), place=st.integers(0, 51), letter=st.sampled_from("ABCXYZ234567"))
def and_it_notices_a_slip(secret, place, letter):
    letters = keys.printed(secret).replace("-", "")
    slipped = letters[:place] + letter + letters[place + 1 :]
    if slipped != letters:
        assert code(lambda: keys.typed(slipped)) == "E-ORG-RECOVERY-SLIP"


@pytest.mark.parametrize("text", ["", "ABCD", "가나다라", "A" * 57])
def and_it_refuses_what_is_no_recovery_key(text):
    assert code(lambda: keys.typed(text)) == "E-ORG-RECOVERY-SLIP"


def it_finds_the_servers_key_of_a_generation(tmp_path):
    server = ServerKey(tmp_path / "server.key")
    assert code(lambda: server.of(1)) == "E-ORG-SERVER-KEY"
    first = server.prepare(1)
    server.settle(1)
    second = server.prepare(2)
    assert (server.of(1), server.of(2)) == (first, second)
    server.settle(2)
    assert [path.name for path in tmp_path.iterdir()] == ["server.key"]
    assert server.of(2) == second
    assert code(lambda: server.of(1)) == "E-ORG-SERVER-KEY"


def and_it_never_makes_one_beside_another(tmp_path):
    server = ServerKey(tmp_path / "server.key")
    first = server.of_or_new(5)
    assert server.of_or_new(5) == first
    assert code(lambda: server.of_or_new(6)) == "E-ORG-SERVER-KEY"


def it_shows_no_key():
    keyring = Keyring.new(1)
    lock = keys.lock_by_recovery(keyring, SERVER)
    assert repr(keyring) == "Keyring(generation=1)"
    assert repr(lock) == "Lock(id='recovery')"
