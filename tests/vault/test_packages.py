"""What is sent opens with the passphrase alone."""

import io
import zipfile

import docx
import msoffcrypto
import pytest
import pyzipper
from msoffcrypto.exceptions import InvalidKeyError

from legalkit.errors import InputError
from legalkit.vault.packages import OTHERS, encrypt_documents
from legalkit.vault.passphrase import Passphrase

RIGHT = Passphrase("river moon paper nine lamp")
SECRET = "MARKED-ANSWER"


def _word_file(text: str = SECRET) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


PACKAGE = {"ko/complaint.docx": _word_file(), "index.csv": SECRET.encode(), "봉투/next_steps.txt": SECRET.encode()}


def _opened(content: bytes, secret: str) -> bytes:
    office = msoffcrypto.OfficeFile(io.BytesIO(content))
    office.load_key(password=secret, verify_password=True)
    plain = io.BytesIO()
    office.decrypt(plain, verify_integrity=True)
    return plain.getvalue()


def it_gives_word_files_that_word_opens_with_the_passphrase():
    sealed = encrypt_documents(PACKAGE, RIGHT)
    assert sealed.keys() == {"ko/complaint.docx", OTHERS}
    assert _opened(sealed["ko/complaint.docx"], RIGHT.reveal()) == PACKAGE["ko/complaint.docx"]


def it_gives_all_others_in_one_zip_that_hides_their_names():
    sealed = encrypt_documents(PACKAGE, RIGHT)[OTHERS]
    with pyzipper.AESZipFile(io.BytesIO(sealed)) as outer:
        assert outer.namelist() == ["content.zip"]
        outer.setpassword(RIGHT.reveal().encode("ascii"))
        inner = zipfile.ZipFile(io.BytesIO(outer.read("content.zip")))
    assert {name: inner.read(name) for name in inner.namelist()} == {
        name: content for name, content in PACKAGE.items() if not name.endswith(".docx")
    }


def but_it_opens_with_no_other_passphrase():
    sealed = encrypt_documents(PACKAGE, RIGHT)
    with pytest.raises(InvalidKeyError):
        _opened(sealed["ko/complaint.docx"], "another passphrase")
    with pyzipper.AESZipFile(io.BytesIO(sealed[OTHERS])) as outer:
        outer.setpassword(b"another passphrase")
        with pytest.raises(RuntimeError, match="Bad password"):
            outer.read("content.zip")


def and_it_shows_nothing_of_them():
    for content in encrypt_documents(PACKAGE, RIGHT).values():
        for mark in (SECRET, "word/document.xml", "next_steps", "index.csv", RIGHT.reveal()):
            assert mark.encode("utf-8") not in content
            assert mark.encode("utf-16-le") not in content


def it_makes_no_zip_where_there_is_nothing_but_word_files():
    assert list(encrypt_documents({"A.DOCX": _word_file()}, RIGHT)) == ["A.DOCX"]
    assert encrypt_documents({}, RIGHT) == {}


@pytest.mark.parametrize("typed", ["맑은 가람 네 마리", "caf\u00e9 au lait", "a" * 256])
def it_refuses_a_passphrase_that_other_programs_read_differently(typed):
    with pytest.raises(InputError, match="E-VAULT-PASSPHRASE-KEYBOARD"):
        encrypt_documents(PACKAGE, Passphrase(typed))


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", b"PK\5\6" + b"\0" * 18])
def it_refuses_a_word_file_that_is_none(content):
    with pytest.raises(InputError, match="E-VAULT-NOT-A-DOCUMENT"):
        encrypt_documents({"홍길동.docx": content}, RIGHT)
