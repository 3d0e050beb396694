"""The organisation's keys: who can open them, where they lie, and how old ones end.

The organisation's key (the *root*) opens the keyring and the keys of all cases. It is kept nowhere; each staff member
has it behind a password, and the organisation has it once behind a printed recovery key. What stands behind a password
is sealed once more under the *server's key*, a small file on the server that no backup holds. Hence:

* a stolen backup, or a stolen database, cannot be guessed at: weak passwords do not open it;
* ``rotate`` makes a new root and a new server's key. A backup from before opens with no password any more, and with the
  recovery key of its own time alone: who destroys that paper has destroyed the backup.
"""

import base64
import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from legalkit.errors import FileError, InputError, Problem
from legalkit.vault import disk
from legalkit.vault.org import cipher
from legalkit.vault.passphrase import Passphrase
from legalkit.vault.plain_text import from_json, to_json

RECOVERY = "recovery"
"""Id of the lock of the recovery key."""
_PARTS = ("audit", "search", "drafts")
_LIMIT = 1_000


@dataclass(frozen=True)
class Keyring:
    """The root and the keys under it.

    Attributes:
        generation: counts the rotations, from 1.
        root: wraps the keys of cases.
        audit: of the log.
        search: of the names by which cases are found.
        drafts: of drafts that belong to no case yet.
    """

    generation: int
    root: bytes = field(repr=False)
    audit: bytes = field(repr=False)
    search: bytes = field(repr=False)
    drafts: bytes = field(repr=False)

    @classmethod
    def new(cls, generation: int) -> "Keyring":
        """New keys.

        >>> Keyring.new(1)
        Keyring(generation=1)
        """
        return cls(generation, *(cipher.new_key() for _ in range(4)))

    def sealed(self) -> bytes:
        """The keys under the root, sealed by it."""
        parts = {name: getattr(self, name).hex() for name in _PARTS}
        return cipher.seal(self.root, to_json(parts), "keyring", self.generation)

    @classmethod
    def opened(cls, root: bytes, sealed: bytes, generation: int) -> "Keyring":
        """The keyring that :meth:`sealed` gave.

        Raises:
            FileError: ``E-ORG-ALTERED``.
        """
        parts = from_json(cipher.unseal(root, sealed, "keyring", generation).decode("utf-8"))
        if not isinstance(parts, dict):
            raise FileError(Problem("E-ORG-ALTERED"))
        return cls(generation, root, *(bytes.fromhex(parts[name]) for name in _PARTS))


@dataclass(frozen=True)
class Lock:
    """One way to the root.

    Attributes:
        id: the staff member's id, or :data:`RECOVERY`.
        private: the staff member's own keys, behind the password, behind the server's key; empty for the recovery key.
        root: the organisation's key, for the holder of the private key, behind the server's key.
    """

    id: str
    private: bytes = field(repr=False)
    root: bytes = field(repr=False)


def lock_by_password(whose: str, password: Passphrase, keyring: Keyring, server: bytes) -> Lock:
    """The root behind a password."""
    private, public = cipher.new_pair()
    own = public + cipher.seal_by_password(password, private, "private", whose)
    return _behind_server(whose, own, keyring, server)


def _behind_server(whose: str, own: bytes, keyring: Keyring, server: bytes) -> Lock:
    handed = cipher.hand_to(own[: cipher.KEY], keyring.root, "root", whose)
    return Lock(
        whose,
        cipher.seal(server, own, "private", whose, keyring.generation),
        cipher.seal(server, handed, "root", whose, keyring.generation),
    )


def opened_by_password(lock: Lock, password: Passphrase, server: bytes, generation: int) -> bytes:
    """The root.

    Raises:
        FileError: ``E-ORG-ALTERED``: not the password, not this server's key, or the lock was changed.
    """
    own = cipher.unseal(server, lock.private, "private", lock.id, generation)
    private = cipher.unseal_by_password(password, own[cipher.KEY :], "private", lock.id)
    return cipher.taken(private, cipher.unseal(server, lock.root, "root", lock.id, generation), "root", lock.id)


def relocked(lock: Lock, old: tuple[bytes, int], keyring: Keyring, server: bytes) -> Lock:
    """The same password for a new root and a new server's key; the staff member need not be there.

    Args:
        lock: as it is.
        old: server's key and generation until now.
        keyring: the new one.
        server: the new server's key.

    Raises:
        FileError: ``E-ORG-ALTERED``.
    """
    own = cipher.unseal(old[0], lock.private, "private", lock.id, old[1])
    return _behind_server(lock.id, own, keyring, server)


def lock_by_recovery(keyring: Keyring, secret: bytes) -> Lock:
    """The root behind a recovery key; the server's key has no part in it, for the server may have burnt."""
    key = cipher.derive(secret, "legalkit-org-recovery")
    return Lock(RECOVERY, b"", cipher.seal(key, keyring.root, "root", RECOVERY, keyring.generation))


def opened_by_recovery(lock: Lock, secret: bytes, generation: int) -> bytes:
    """The root.

    Raises:
        InputError: ``E-ORG-RECOVERY``: it is the key of another time or of another organisation.
    """
    key = cipher.derive(secret, "legalkit-org-recovery")
    try:
        return cipher.unseal(key, lock.root, "root", RECOVERY, generation)
    except FileError:
        raise InputError(Problem("E-ORG-RECOVERY")) from None


_GROUPS = re.compile(".{4}")
_SUM = 4
_LIKE = str.maketrans("018", "OIB")


def printed(secret: bytes) -> str:
    """A recovery key as it is printed: 14 groups of 4 letters and digits, the last to notice a slip.

    >>> printed(bytes(32))[:14], len(printed(bytes(32)))
    ('AAAA-AAAA-AAAA', 69)
    """
    return "-".join(_GROUPS.findall(_letters(secret)))


def typed(text: str) -> bytes:
    """The recovery key that somebody typed; case, spaces and look-alike figures do not matter.

    Raises:
        InputError: ``E-ORG-RECOVERY-SLIP``: letters are missing or wrong.

    >>> typed(printed(bytes(32)).lower().replace("-", " ")) == bytes(32)
    True
    """
    letters = re.sub(r"[\s-]", "", text).upper().translate(_LIKE)
    if re.fullmatch("[A-Z2-7]{56}", letters):
        secret = base64.b32decode(letters[:-_SUM] + "====")
        if _letters(secret) == letters:
            return secret
    raise InputError(Problem("E-ORG-RECOVERY-SLIP"))


def _letters(secret: bytes) -> str:
    check = base64.b32encode(hashlib.sha256(secret).digest()).decode("ascii")[:_SUM]
    return base64.b32encode(secret).decode("ascii").rstrip("=") + check


class ServerKey:
    """The server's key, in a file that only the service's account may read.

    While keys are rotated, the next one lies beside it; whichever belongs to the database is found by its generation.

    Args:
        path: the file, on the server's own disk, not where backups go.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._next = path.with_name(f"{path.name}.next")

    def of(self, generation: int) -> bytes:
        """The key of a generation.

        Raises:
            FileError: ``E-ORG-SERVER-KEY``: it is not here; ``E-FILE-...``.
        """
        for path in (self._path, self._next):
            if path.exists():
                found = _SERVER_KEY.fullmatch(disk.read(path, _LIMIT).decode("ascii", "replace").strip())
                if found and int(found[1]) == generation:
                    return bytes.fromhex(found[2])
        raise FileError(Problem("E-ORG-SERVER-KEY"))

    def of_or_new(self, generation: int) -> bytes:
        """The key of a generation, made if this server has none at all.

        Raises:
            FileError: ``E-ORG-SERVER-KEY``: there is one, of another time or organisation.
        """
        if not self._path.exists() and not self._next.exists():
            self.prepare(generation)
            self.settle(generation)
        return self.of(generation)

    def prepare(self, generation: int) -> bytes:
        """Makes the key of a new generation; the present one stays until :meth:`settle`."""
        key = cipher.new_key()
        disk.write(self._next, f"{generation} {key.hex()}\n".encode("ascii"))
        return key

    def settle(self, generation: int) -> None:
        """Lets the key of this generation take the place of the one before, which is overwritten first.

        On an SSD or a file system that copies on write, overwriting does not reach every copy.
        """
        if not self._next.exists():
            return
        self.of(generation)
        if self._path.exists():
            with self._path.open("r+b") as old:
                old.write(bytes(self._path.stat().st_size))
                old.flush()
                os.fsync(old.fileno())
        self._next.replace(self._path)


_SERVER_KEY = re.compile(r"(\d{1,9}) ([0-9a-f]{64})")
