"""The encrypted file, as the page makes and opens it: in memory, and nothing but a draft or a case."""

from pathlib import Path

import pytest

from legalkit.errors import FileError, InputError, LegalkitError
from legalkit.interview import start
from legalkit.vault import sealed as vault
from legalkit.vault.case_file import load
from legalkit.vault.passphrase import Passphrase
from legalkit.web.safekeeping import opened, sealed

FIXTURES = Path(__file__).parents[1] / "vault" / "fixtures"
SECRET = "강물 위의 종이배 아홉"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(vault, "_COST", vault._Cost(memory=64, iterations=1, lanes=1))


def _body(file: bytes, passphrase: str = SECRET) -> bytes:
    said = passphrase.encode("utf-8")
    return len(said).to_bytes(2, "big") + said + file


def it_opens_what_it_sealed():
    draft = start("ko").put("own_words", [{"text": "말"}])
    assert opened(_body(sealed(draft, SECRET)), "ko").answers == draft.answers


def it_opens_a_case_that_a_lawyer_saved_as_answers():
    case = load(FIXTURES / "version-1.yaml")
    draft = opened(_body(vault.seal(case, Passphrase(SECRET))), "en")
    assert draft.language == "en"
    assert draft.read("id") == case.id


def it_opens_a_file_of_version_1_for_good():
    assert opened(_body((FIXTURES / "version-1.bin").read_bytes(), "맑은 가람 네 마리"), "ko").read("id")


def but_it_opens_with_no_other_passphrase():
    with pytest.raises(FileError, match="E-VAULT-PASSPHRASE"):
        opened(_body(sealed(start("ko"), SECRET), SECRET + "!"), "ko")


@pytest.mark.parametrize("body", [b"", b"\0", b"\0\5abc", b"\xff\xff" + b"a" * 70_000], ids=len)
def it_refuses_a_body_that_no_page_of_ours_sends(body):
    with pytest.raises(LegalkitError, match="E-VAULT-CUT"):
        opened(body, "ko")


@pytest.mark.parametrize("passphrase", ["", "short", "a" * 1_001])
def it_seals_with_no_passphrase_that_is_none(passphrase):
    with pytest.raises(InputError, match="E-VAULT-PASSPHRASE-LENGTH"):
        sealed(start("ko"), passphrase)


def it_refuses_answers_of_another_shape_from_who_knows_the_passphrase():
    odd = vault.lock(vault.Content(vault.DRAFT, {"language": "fr", "answers": []}), Passphrase(SECRET))
    with pytest.raises(LegalkitError):
        opened(_body(odd), "ko")
