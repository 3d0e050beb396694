"""Drafts: unfinished answers, kept for the tab that has them and wiped when it goes.

A draft belongs to an owner (the browser, by its cookie) and a tab (by a token only that tab holds). The answers are
opaque here. Time is handed in as seconds of a clock that runs steadily, never read.
"""

import hashlib
import json
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from legalkit.errors import InputError, Problem
from legalkit.settings import LIMITS
from legalkit.vault.disk import too_large
from legalkit.vault.plain_text import to_json

SHORTEST_TOKEN, LONGEST_TOKEN = 32, 256
NEW = 0
"""The revision to put on when there is no draft yet."""


@dataclass(frozen=True)
class Draft:
    """Unfinished answers as they were last put.

    Attributes:
        revision: counts the puts, from 1.
        answers: plain data; whoever puts it knows what it means.
    """

    revision: int
    answers: Mapping[str, Any] = field(repr=False)


class DraftStore(Protocol):
    """Where drafts are kept. Tokens that are too short or too long raise ``E-VAULT-TOKEN`` in every method."""

    def get(self, owner: str, tab: str, now: float) -> Draft | None:
        """The draft, or nothing if there is none, or none any more."""

    def put(self, owner: str, tab: str, revision: int, answers: Mapping[str, Any], now: float) -> int:
        """Keeps the answers if ``revision`` is the one last given (:data:`NEW` for the first time).

        Returns:
            The new revision.

        Raises:
            InputError: ``E-VAULT-STALE``: somebody else has put meanwhile (the same tab twice); ``E-VAULT-GONE``: the
                draft was wiped or its time is over, and is not brought back; ``E-VAULT-DRAFT-TOO-LARGE``;
                ``E-VAULT-FULL``: too many drafts; ``E-FILE-...``: no plain data. What was kept is
                kept.
        """

    def wipe(self, owner: str, tab: str) -> None:
        """Removes one tab's draft."""

    def wipe_all(self, owner: str) -> None:
        """Removes the drafts of every tab of this browser."""

    def sweep(self, now: float) -> int:
        """Removes the drafts that nobody has touched for the idle time; gives their number."""


def new_token() -> str:
    """A token for an owner or a tab: 256 random bits, nothing else in it.

    >>> len(new_token())
    43
    """
    return secrets.token_urlsafe(32)


_Key = tuple[bytes, bytes]


@dataclass
class _Entry:
    revision: int
    content: bytearray = field(repr=False)
    touched: float

    def erase(self) -> None:
        """Overwrites the answers: the memory may be given to others before it is used again."""
        self.content[:] = bytes(len(self.content))


class MemoryDrafts:
    """Drafts in memory, for one process: gone when it ends. May be used from several threads.

    Args:
        idle: seconds after which a draft that nobody touched is gone.
        most: drafts at a time.

    >>> drafts = MemoryDrafts(idle=1_800)
    >>> owner, tab = new_token(), new_token()
    >>> drafts.put(owner, tab, NEW, {"victim.phone": "..."}, now=0.0)
    1
    >>> drafts.get(owner, tab, now=1_800.0)
    Draft(revision=1)
    >>> drafts.sweep(now=3_601.0)
    1
    """

    def __init__(self, idle: float, most: int = 1_000) -> None:
        self._idle = idle
        self._most = most
        self._salt = secrets.token_bytes(32)
        self._entries: dict[_Key, _Entry] = {}
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"MemoryDrafts({len(self._entries)} drafts)"

    def get(self, owner: str, tab: str, now: float) -> Draft | None:
        """See :meth:`DraftStore.get`."""
        key = self._key(owner, tab)
        with self._lock:
            entry = self._live(key, now)
            if entry is None:
                return None
            entry.touched = now
            revision, content = entry.revision, bytes(entry.content)
        answers = json.loads(content)  # written here by to_json, which has read it once already
        return Draft(revision, answers) if isinstance(answers, dict) else None

    def put(self, owner: str, tab: str, revision: int, answers: Mapping[str, Any], now: float) -> int:
        """See :meth:`DraftStore.put`."""
        key = self._key(owner, tab)
        content = bytearray(to_json(dict(answers)))
        if len(content) > LIMITS.case_bytes:
            raise InputError(too_large("E-VAULT-DRAFT-TOO-LARGE", LIMITS.case_bytes))
        with self._lock:
            entry = self._live(key, now)
            self._check(entry, revision)
            if entry is not None:
                entry.erase()
            self._entries[key] = _Entry(revision + 1, content, now)
        return revision + 1

    def _check(self, entry: _Entry | None, revision: int) -> None:
        if entry is None and revision != NEW:
            raise InputError(Problem("E-VAULT-GONE"))
        if entry is not None and revision != entry.revision:
            raise InputError(Problem("E-VAULT-STALE"))
        if entry is None and len(self._entries) >= self._most:
            raise InputError(Problem("E-VAULT-FULL", params={"allowed": self._most}))

    def wipe(self, owner: str, tab: str) -> None:
        """See :meth:`DraftStore.wipe`."""
        key = self._key(owner, tab)
        with self._lock:
            self._remove([key] if key in self._entries else [])

    def wipe_all(self, owner: str) -> None:
        """See :meth:`DraftStore.wipe_all`."""
        whose = self._digest(owner)
        with self._lock:
            self._remove([key for key in self._entries if key[0] == whose])

    def sweep(self, now: float) -> int:
        """See :meth:`DraftStore.sweep`."""
        with self._lock:
            over = [key for key, entry in self._entries.items() if self._is_over(entry, now)]
            self._remove(over)
        return len(over)

    def _live(self, key: _Key, now: float) -> _Entry | None:
        entry = self._entries.get(key)
        if entry is not None and self._is_over(entry, now):
            self._remove([key])
            return None
        return entry

    def _is_over(self, entry: _Entry, now: float) -> bool:
        entry.touched = min(entry.touched, now)  # a clock that was set back must not lengthen a draft's life
        return now - entry.touched > self._idle

    def _remove(self, keys: list[_Key]) -> None:
        for key in keys:
            self._entries.pop(key).erase()

    def _key(self, owner: str, tab: str) -> _Key:
        return self._digest(owner), self._digest(tab)

    def _digest(self, token: str) -> bytes:
        """What is compared is a keyed digest: how long comparing takes tells nothing about a token."""
        if not (token.isascii() and SHORTEST_TOKEN <= len(token) <= LONGEST_TOKEN):
            raise InputError(Problem("E-VAULT-TOKEN"))
        return hashlib.blake2b(token.encode("ascii"), key=self._salt).digest()
