"""The few things done with keys: seal and open, derive, hand a key to the holder of another, stretch a password."""

import hashlib
import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from legalkit.errors import FileError, Problem
from legalkit.vault.passphrase import Passphrase

KEY = 32
"""Bytes of every key."""
COST = (64 * 1024, 3, 4)
"""What one try of a password costs: KiB, passes, threads; stands beside each password, so that it may grow later."""
_COST = struct.Struct(">III16s")
_NONCE = 12
_SEPARATOR = b"\0"


def new_key() -> bytes:
    """256 random bits.

    >>> len(new_key())
    32
    """
    return os.urandom(KEY)


def seal(key: bytes, plain: bytes, *about: str | int) -> bytes:
    """Encrypts, bound to what it is about: it opens nowhere else.

    Args:
        key: 32 bytes.
        plain: what to hide.
        about: kind, id, revision ...; free of NUL.

    >>> key = new_key()
    >>> unseal(key, seal(key, b"told", "case", "a", 1), "case", "a", 1)
    b'told'
    """
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, _bound(about))


def unseal(key: bytes, sealed: bytes, *about: str | int) -> bytes:
    """Opens what :func:`seal` made.

    Raises:
        FileError: ``E-ORG-ALTERED``: it was changed, moved to another place, or the key is another.
    """
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(about))
    except (InvalidTag, ValueError):  # ValueError: shorter than a nonce
        problem = Problem("E-ORG-ALTERED")
    raise FileError(problem)


def _bound(about: tuple[str | int, ...]) -> bytes:
    return _SEPARATOR.join(str(each).encode("utf-8") for each in about)


def derive(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose from a secret of full strength (HKDF, SHA-256)."""
    return HKDF(hashes.SHA256(), KEY, None, purpose.encode("utf-8")).derive(secret)


def fingerprint(token: str) -> bytes:
    """What is kept of a random token in its place: it finds the token's row and gives the token to nobody.

    >>> len(fingerprint("a" * 43))
    32
    """
    return hashlib.blake2b(token.encode("utf-8"), digest_size=32).digest()


def stretch(password: Passphrase, cost: tuple[int, int, int], salt: bytes) -> bytes:
    """The key of a password (Argon2id)."""
    memory, passes, lanes = cost
    kdf = Argon2id(salt=salt, length=KEY, iterations=passes, lanes=lanes, memory_cost=memory)
    return kdf.derive(password.reveal().encode("utf-8"))


def seal_by_password(password: Passphrase, plain: bytes, *about: str | int) -> bytes:
    """Encrypts under a password, at the present cost."""
    salt = os.urandom(16)
    return _COST.pack(*COST, salt) + seal(stretch(password, COST, salt), plain, *about)


def unseal_by_password(password: Passphrase, sealed: bytes, *about: str | int) -> bytes:
    """Opens what :func:`seal_by_password` made.

    Raises:
        FileError: ``E-ORG-ALTERED``: not the password, or it was changed.
    """
    memory, passes, lanes, salt = _COST.unpack_from(sealed)
    return unseal(stretch(password, (memory, passes, lanes), salt), sealed[_COST.size :], *about)


def new_pair() -> tuple[bytes, bytes]:
    """A private and a public key (X25519): what is handed to the public one, only the private one opens."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def hand_to(public: bytes, plain: bytes, *about: str | int) -> bytes:
    """Encrypts for the holder of a private key, who need not be there.

    >>> private, public = new_pair()
    >>> taken(private, hand_to(public, b"key", "root"), "root")
    b'key'
    """
    once = X25519PrivateKey.generate()
    own = once.public_key().public_bytes_raw()
    return own + seal(_shared(once, public, own, public), plain, *about)


def taken(private: bytes, sealed: bytes, *about: str | int) -> bytes:
    """Opens what :func:`hand_to` made.

    Raises:
        FileError: ``E-ORG-ALTERED``.
    """
    mine = X25519PrivateKey.from_private_bytes(private)
    once = sealed[:KEY]
    return unseal(_shared(mine, once, once, mine.public_key().public_bytes_raw()), sealed[KEY:], *about)


def _shared(private: X25519PrivateKey, public: bytes, once: bytes, theirs: bytes) -> bytes:
    secret = private.exchange(X25519PublicKey.from_public_bytes(public))
    return derive(secret + once + theirs, "legalkit-org-hand-to")
