"""Who sits where: a browser by its cookie, a tab by its token, and the Gradio sessions that were opened from there.

A Gradio session is known by a short hash that stands in addresses. Alone it opens nothing here: the first to use it
owns it, and whoever comes with another cookie or from another tab is refused.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from legalkit.vault.drafts import LONGEST_TOKEN, SHORTEST_TOKEN, new_token


@dataclass(frozen=True)
class Seat:
    """One tab of one browser.

    Attributes:
        owner: the cookie's token.
        tab: the tab's token.
    """

    owner: str
    tab: str

    def __repr__(self) -> str:
        return "Seat(hidden)"


@dataclass
class _Session:
    seat: Seat
    touched: float


class Seats:
    """Owners and sessions, in memory. Time is handed in as seconds of a steady clock.

    Args:
        idle: seconds after which what nobody used is forgotten.
        most: owners, and sessions, at a time.

    >>> seats = Seats(idle=60)
    >>> owner = seats.new_owner(now=0.0)
    >>> seats.knows(owner, now=59.0), seats.knows(owner, now=200.0)
    (True, False)
    """

    def __init__(self, idle: float, most: int = 1_000) -> None:
        self._idle, self._most = idle, most
        self._owners: dict[str, float] = {}
        self._sessions: dict[str, _Session] = {}
        self._lock = threading.Lock()

    def new_owner(self, now: float) -> str:
        """A token for a browser that comes without one; the one unused for longest makes room."""
        with self._lock:
            if len(self._owners) >= self._most:
                del self._owners[min(self._owners, key=lambda owner: self._owners[owner])]
            owner = new_token()
            self._owners[owner] = now
        return owner

    def knows(self, owner: str, now: float) -> bool:
        """Whether this program gave the token out and it was used since; counts as use."""
        with self._lock:
            used = self._owners.get(owner)
            if used is None or now - used > self._idle:
                return False
            self._owners[owner] = now
        return True

    def bind(self, session: str, seat: Seat, now: float) -> bool:
        """Whether the session is this seat's: the first use makes it so."""
        with self._lock:
            held = self._sessions.get(session)
            if held is None:
                if len(self._sessions) >= self._most:
                    return False
                self._sessions[session] = _Session(seat, now)
                return True
            if held.seat != seat:
                return False
            held.touched = now
        return True

    def seat_of(self, session: str | None) -> Seat | None:
        """Whose session it is."""
        with self._lock:
            held = self._sessions.get(session or "")
        return held.seat if held else None

    def forget(self, gone: Callable[[Seat], bool]) -> list[str]:
        """Forgets the sessions of some seats; gives their hashes."""
        with self._lock:
            hashes = [name for name, each in self._sessions.items() if gone(each.seat)]
            for name in hashes:
                del self._sessions[name]
        return hashes

    def forget_owner(self, owner: str) -> None:
        """Forgets a browser: its cookie opens nothing any more."""
        with self._lock:
            self._owners.pop(owner, None)

    def sweep(self, now: float) -> list[str]:
        """Forgets what nobody used for the idle time; gives the hashes of the sessions."""
        with self._lock:
            for owner in [name for name, used in self._owners.items() if now - used > self._idle]:
                del self._owners[owner]
            old = [name for name, each in self._sessions.items() if now - each.touched > self._idle]
            for name in old:
                del self._sessions[name]
        return old


def is_token(text: str) -> bool:
    """Whether it has the shape of a token a tab makes.

    >>> is_token("short"), is_token(new_token())
    (False, True)
    """
    return (
        text.isascii()
        and SHORTEST_TOKEN <= len(text) <= LONGEST_TOKEN
        and text.replace("-", "").replace("_", "").isalnum()
    )
