"""The encrypted case file: Argon2id and AES-256-GCM, a file that tells nothing, not even how much it holds.

::

    mark 8 · version 2 · memory 4 · iterations 4 · lanes 4 · salt 16 · nonce 12     the head, 50 bytes
    ciphertext of: length 4 · JSON · zeros, and its tag 16                          AES-256-GCM, the head authenticated
    SHA-256 of all that, 32

The whole is a power of two, from 64 KiB to 8 MiB: who finds two of these files cannot tell that more was told in the
second. Nothing is compressed, so a small file cannot swell into a large one. The checksum covers what anyone sees; it
tells a damaged file from a wrong passphrase, which the cipher alone cannot.

Lost passphrase, lost file: there is no other way in.
"""

import hashlib
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from legalkit.case import Case, read_case
from legalkit.errors import FileError, Problem
from legalkit.settings import LIMITS
from legalkit.vault.disk import too_large
from legalkit.vault.migrations import migrated, written
from legalkit.vault.passphrase import Passphrase
from legalkit.vault.plain_text import from_json, to_json

MARK = b"\x89NTS\r\n\x1a\n"
"""First bytes; they break visibly when a program takes the file for text."""
VERSION = 1
SMALLEST = 64 * 1024
LARGEST = LIMITS.case_bytes
_HEAD = struct.Struct(">8sHIII16s12s")
_LENGTH = struct.Struct(">I")
_TAG = 16
_SUM = 32
_FRAME = _HEAD.size + _LENGTH.size + _TAG + _SUM
_KIB_PER_LANE = 8


@dataclass(frozen=True)
class _Cost:
    """What it costs to try one passphrase.

    Attributes:
        memory: KiB.
        iterations: passes over it.
        lanes: threads.
    """

    memory: int
    iterations: int
    lanes: int


_COST = _Cost(memory=64 * 1024, iterations=3, lanes=4)
_MOST = _Cost(memory=256 * 1024, iterations=10, lanes=16)


class _Head(NamedTuple):
    mark: bytes
    version: int
    memory: int
    iterations: int
    lanes: int
    salt: bytes
    nonce: bytes


class Content(NamedTuple):
    """What an encrypted file holds.

    Attributes:
        kind: ``"case"`` or ``"draft"``.
        data: a case as plain data, or unfinished answers.
    """

    kind: str
    data: Mapping[str, Any]


CASE, DRAFT = "case", "draft"


def file_name(day: date) -> str:
    """The name under which it is offered: neutral, as any program might have left it.

    >>> file_name(date(2026, 11, 22))
    'notes-2026-11-22.bin'
    """
    return f"notes-{day.isoformat()}.bin"


def is_sealed(content: bytes) -> bool:
    """Whether these are the first bytes of an encrypted file.

    >>> is_sealed(b"id: case-1")
    False
    """
    return content.startswith(MARK)


def seal(case: Case, passphrase: Passphrase) -> bytes:
    """A case as an encrypted file.

    Raises:
        FileError: ``E-VAULT-TOO-LARGE``: it would be larger than 8 MiB.
    """
    return lock(Content(CASE, written(case)), passphrase)


def unseal(content: bytes, passphrase: Passphrase) -> Case:
    """The case of an encrypted file, brought up to the present case model.

    Raises:
        FileError: what :func:`unlock` raises; ``E-VAULT-IS-DRAFT``: it holds unfinished answers.
        CaseError: what it holds is no case any more.
    """
    kind, data = unlock(content, passphrase)
    if kind != CASE:
        raise FileError(Problem("E-VAULT-IS-DRAFT"))
    return read_case(migrated(data))


def lock(content: Content, passphrase: Passphrase) -> bytes:
    """An encrypted file of a case or a draft; no two are alike, be it of the same content and passphrase.

    Raises:
        FileError: ``E-VAULT-TOO-LARGE``: it would be larger than 8 MiB; ``E-FILE-NOT-PLAIN``: no plain data.
    """
    plain = to_json(content._asdict())
    size = max(SMALLEST, 1 << (len(plain) + _FRAME - 1).bit_length())
    if size > LARGEST:
        raise FileError(too_large("E-VAULT-TOO-LARGE", LARGEST))
    padded = (_LENGTH.pack(len(plain)) + plain).ljust(size - _FRAME + _LENGTH.size, b"\0")
    head = _Head(MARK, VERSION, _COST.memory, _COST.iterations, _COST.lanes, os.urandom(16), os.urandom(12))
    packed = _HEAD.pack(*head)
    body = packed + AESGCM(_key(head, passphrase)).encrypt(head.nonce, padded, packed)
    return body + hashlib.sha256(body).digest()


def unlock(content: bytes, passphrase: Passphrase) -> Content:
    """What an encrypted file holds.

    Raises:
        FileError: ``E-VAULT-TOO-LARGE``; ``E-VAULT-OTHER``: no such file; ``E-VAULT-NEWER``: of a later version of this
            program; ``E-VAULT-CUT``: a part is missing; ``E-VAULT-DAMAGED``: it was changed; ``E-VAULT-HEAD``: asks for
            more memory or time than any file of ours; ``E-VAULT-PASSPHRASE``: not the passphrase.
    """
    head = _checked(content)
    sealed = content[_HEAD.size : -_SUM]
    try:
        padded = AESGCM(_key(head, passphrase)).decrypt(head.nonce, sealed, content[: _HEAD.size])
    except InvalidTag:
        padded = None
    if padded is None:
        raise FileError(Problem("E-VAULT-PASSPHRASE"))
    (length,) = _LENGTH.unpack_from(padded)
    return _content(padded[_LENGTH.size : _LENGTH.size + length])


def _checked(content: bytes) -> _Head:
    """The head, once all that can be seen without the passphrase is right; nothing is computed before."""
    if len(content) > LARGEST:
        raise FileError(too_large("E-VAULT-TOO-LARGE", LARGEST))
    if not is_sealed(content):
        raise FileError(Problem("E-VAULT-OTHER"))
    if len(content) < _HEAD.size:
        raise FileError(Problem("E-VAULT-CUT"))
    head = _Head(*_HEAD.unpack_from(content))
    if head.version > VERSION:
        raise FileError(Problem("E-VAULT-NEWER", params={"allowed": VERSION}))
    if len(content) < SMALLEST or len(content).bit_count() != 1:
        raise FileError(Problem("E-VAULT-CUT"))
    if hashlib.sha256(content[:-_SUM]).digest() != content[-_SUM:]:
        raise FileError(Problem("E-VAULT-DAMAGED"))
    if head.version != VERSION or not _bearable(head):
        raise FileError(Problem("E-VAULT-HEAD"))
    return head


def _bearable(head: _Head) -> bool:
    return (
        1 <= head.iterations <= _MOST.iterations
        and 1 <= head.lanes <= _MOST.lanes
        and _KIB_PER_LANE * head.lanes <= head.memory <= _MOST.memory
    )


def _key(head: _Head, passphrase: Passphrase) -> bytes:
    kdf = Argon2id(salt=head.salt, length=32, iterations=head.iterations, lanes=head.lanes, memory_cost=head.memory)
    return kdf.derive(passphrase.reveal().encode("utf-8"))


def _content(plain: bytes) -> Content:
    """What was sealed; who knows the passphrase may have sealed anything."""
    data = from_json(plain.decode("utf-8", "replace"))
    if not isinstance(data, dict) or data.keys() != set(Content._fields) or not isinstance(data["data"], dict):
        raise FileError(Problem("E-VAULT-CONTENT"))
    if data["kind"] not in (CASE, DRAFT):
        raise FileError(Problem("E-VAULT-NEWER", params={"allowed": VERSION}))
    return Content(data["kind"], data["data"])
