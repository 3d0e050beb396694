"""A package that is sent: every file opens with a passphrase, in what the receiver has already.

Word files get Office's own encryption (ECMA-376 agile: AES-256, 100,000 rounds of SHA-512), for which Word and
LibreOffice ask by themselves; it is their content's key, of 128 random bits, that the passphrase protects. All other
files go together into one ZIP with AES-256, inside a second ZIP so that their names cannot be read. 7-Zip and
libarchive (``bsdtar``) open it; the Windows Explorer does not. The old ZIP encryption, which it would open, is broken,
and is not offered: who knows one file of a package, as the accused may, would read all of them.

Each guess costs far less here than at an encrypted case file (SHA-512 needs no memory; the ZIP 1,000 rounds): a
passphrase of five or more random words is what keeps a package closed.

Which filings there are can be told from the names of the Word files: they stay as they are.
"""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

import pyzipper  # type: ignore[import-untyped]
from msoffcrypto.exceptions import FileFormatError  # type: ignore[import-untyped]
from msoffcrypto.format.ooxml import OOXMLFile  # type: ignore[import-untyped]

from legalkit.errors import FileError, InputError, Problem
from legalkit.vault.passphrase import Passphrase

OTHERS = "others.zip"
"""The encrypted ZIP of all files that are no Word files."""
_OFFICE = (".docx", ".xlsx")
_INNER = "content.zip"
_LONGEST = 255


def encrypt_documents(files: Mapping[str, bytes], passphrase: Passphrase) -> dict[str, bytes]:
    """The files of a package, each of them encrypted: files of Office under their names, all others in ``others.zip``.

    The passphrase may have Latin letters, digits and signs of the keyboard only: programs do not agree on how Korean
    letters are handed to a ZIP, and a Korean passphrase typed on macOS is another one in Word.

    Args:
        files: names, perhaps with folders, and contents.
        passphrase: at most 255 characters, the most that Word takes.

    Raises:
        InputError: ``E-VAULT-PASSPHRASE-KEYBOARD``: it has other characters or is longer.
        FileError: ``E-VAULT-NOT-A-DOCUMENT``: a ``.docx`` that is none.
    """
    secret = passphrase.reveal()
    if not secret.isascii() or len(secret) > _LONGEST:
        raise InputError(Problem("E-VAULT-PASSPHRASE-KEYBOARD", params={"longest": _LONGEST}))
    documents = {name: content for name, content in files.items() if PurePosixPath(name).suffix.lower() in _OFFICE}
    others = {name: content for name, content in files.items() if name not in documents}
    sealed = {name: _document(content, secret) for name, content in documents.items()}
    return {**sealed, OTHERS: _zip(others, secret)} if others else sealed


def _document(content: bytes, secret: str) -> bytes:
    sealed = io.BytesIO()
    try:
        OOXMLFile(io.BytesIO(content)).encrypt(secret, sealed)
        return sealed.getvalue()
    except FileFormatError:
        problem = Problem("E-VAULT-NOT-A-DOCUMENT")
    raise FileError(problem)


def _zip(files: Mapping[str, bytes], secret: str) -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    outer = io.BytesIO()
    with pyzipper.AESZipFile(outer, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(secret.encode("ascii"))
        # an entry without a clock: 1980, as the format has it
        archive.writestr(pyzipper.zipfile_aes.AESZipInfo(_INNER), inner.getvalue())
    return outer.getvalue()
