"""A passphrase is the same however it is typed, and shown nowhere."""

import unicodedata

import pytest

from legalkit.errors import InputError
from legalkit.vault.passphrase import LONGEST, SHORTEST, Passphrase
from tests.vault.speaking import code_of

KOREAN = "맑은 가람 네 마리"


@pytest.mark.parametrize("typed", [KOREAN, unicodedata.normalize("NFD", KOREAN), f"  {KOREAN}\r\n", f"\u3000{KOREAN}"])
def it_is_the_same_however_it_is_typed_or_pasted(typed):
    assert Passphrase(typed).reveal() == KOREAN


def it_is_not_shown():
    assert KOREAN not in f"{Passphrase(KOREAN)} {Passphrase(KOREAN)!r} {[Passphrase(KOREAN)]}"
    assert not hasattr(Passphrase(KOREAN), "__dict__")


@pytest.mark.parametrize(("typed", "code"), [
    ("", "E-VAULT-PASSPHRASE-LENGTH"), (" " * SHORTEST, "E-VAULT-PASSPHRASE-LENGTH"),
    ("a" * (SHORTEST - 1), "E-VAULT-PASSPHRASE-LENGTH"), ("a" * (LONGEST + 1), "E-VAULT-PASSPHRASE-LENGTH"),
    ("two\nlines of it", "E-VAULT-PASSPHRASE-LETTERS"), ("\ud800 half a letter", "E-VAULT-PASSPHRASE-LETTERS"),
])  # fmt: skip
def but_it_refuses_what_is_none(typed, code):
    with pytest.raises(InputError) as caught:
        Passphrase(typed)
    assert code_of(caught.value.problems[0]) == code


@pytest.mark.parametrize("length", [SHORTEST, LONGEST])
def and_it_takes_the_shortest_and_the_longest(length):
    assert len(Passphrase("a" * length).reveal()) == length
