"""The encrypted file she keeps: made and opened in memory, never through an upload of Gradio's."""

from legalkit.case import read_case
from legalkit.errors import FileError, Problem
from legalkit.interview import Draft, from_case, from_json, to_json
from legalkit.language import Language
from legalkit.vault.migrations import migrated
from legalkit.vault.passphrase import LONGEST, Passphrase
from legalkit.vault.sealed import CASE, DRAFT, Content, lock, unlock

_LENGTH = 2
_UTF8 = 4
"""Most bytes of a character."""


def sealed(draft: Draft, passphrase: str) -> bytes:
    """A draft as an encrypted file.

    Raises:
        InputError: ``E-VAULT-PASSPHRASE-…``; what :func:`legalkit.vault.sealed.lock` raises.
    """
    return lock(Content(DRAFT, to_json(draft)), Passphrase(passphrase))


def opened(body: bytes, language: Language) -> Draft:
    """The draft of an encrypted file.

    Args:
        body: length of the passphrase (2 bytes, big-endian), the passphrase in UTF-8, the file.
        language: of the screen it is opened on.

    Raises:
        InputError: what :func:`legalkit.vault.sealed.unlock`, :func:`legalkit.case.read_case` or
            :func:`legalkit.interview.from_json` raise; ``E-VAULT-CUT``: the body is no such thing.
    """
    passphrase, file = _parts(body)
    kind, data = unlock(file, Passphrase(passphrase))
    if kind == CASE:
        return from_case(read_case(migrated(data)), language)
    return from_json(data)


def _parts(body: bytes) -> tuple[str, bytes]:
    length = int.from_bytes(body[:_LENGTH], "big")
    if len(body) < _LENGTH + length or length > LONGEST * _UTF8:
        raise FileError(Problem("E-VAULT-CUT"))
    said = body[_LENGTH : _LENGTH + length].decode("utf-8", "replace")
    return said, body[_LENGTH + length :]
