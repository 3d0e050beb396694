"""The service as its pages see it: who is signed in, and pieces of work in the store."""

import hashlib
import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from legalkit.errors import InputError, Problem
from legalkit.vault.org import cipher, drafts, links, versions
from legalkit.vault.org.gate import Gate
from legalkit.vault.org.opening import Store
from legalkit.vault.org.sessions import Session, Sessions
from legalkit.vault.org.sign_in import Claim, SignIn
from legalkit.vault.org.work import Work, guest, working


@dataclass(frozen=True)
class Office:
    """One running service, of one process or several.

    Attributes:
        store: the organisation's.
        sign_in: the way of signing in.
        gate: whether it is unlocked.
        moment: seconds since 1970.
        today: the day of filing.
    """

    store: Store
    sign_in: SignIn
    gate: Gate
    moment: Callable[[], float]
    today: Callable[[], date]
    sessions: Sessions = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sessions", Sessions(self.gate, self.store.settings.session_minutes * 60))

    @property
    def host(self) -> str:
        """The ``Host`` by which browsers reach the service."""
        return urlsplit(self.store.settings.address).netloc

    def enter(self, claim: Claim) -> str:
        """Signs in, unlocks the service, and gives the token of a new session.

        Raises:
            InputError: of :meth:`legalkit.vault.org.sign_in.SignIn.prove`.
        """
        now = self.moment()
        proof = self.sign_in.prove(claim, now)
        self.gate.unlock(proof.keyring)
        return self.sessions.begin(Session(proof.person_id, ""), now)

    def come(self, token: str) -> tuple[str, str]:
        """Uses up a link; gives the token of a new session, and the id of its case.

        Raises:
            InputError: ``E-ORG-LINK``, ``E-ORG-LOCKED``.
        """
        now = self.moment()
        case_id = links.use(self.store.database, self.gate.keyring(), token, now)
        return self.sessions.begin(Session("", case_id), now), case_id

    def leave(self, token: str) -> None:
        """Ends a session; what is kept of cases stays."""
        self.sessions.end(token)
        drafts.forget(self.store.database, token)

    def session(self, token: str) -> Session | None:
        """Whose session it is; nobody's once the service is locked."""
        return self.sessions.of(token, self.moment())

    @contextmanager
    def work(self, session: Session) -> Iterator[Work]:
        """One piece of work of whoever is signed in.

        Raises:
            InputError: ``E-ORG-LOCKED``, ``E-ORG-SIGNED-OUT``.
            FileError: of :class:`legalkit.vault.org.database.Database`.
        """
        keyring, database, now = self.gate.keyring(), self.store.database, self.moment()
        if session.case_id:
            with guest(database, keyring, session.case_id, now) as begun:
                yield begun
        else:
            with working(database, keyring, session.person_id, now) as begun:
                yield begun

    def server_key(self, work: Work) -> bytes:
        """The server's key that belongs to the keys of a piece of work.

        Raises:
            FileError: ``E-ORG-SERVER-KEY``.
        """
        return self.store.server_key.of(work.keyring.generation)

    def sweep(self) -> None:
        """Takes away what sessions that are over left behind."""
        now = self.moment()
        self.sessions.sweep(now)
        drafts.sweep(self.store.database, now - self.sessions.idle, versions.KEPT)

    def proof_of_page(self, token: str) -> str:
        """What a form of a page sent to this browser carries: another site cannot know it."""
        key = cipher.derive(self.gate.boot, "legalkit-org-forms")
        return hmac.digest(key, token.encode("ascii"), hashlib.sha256).hex()

    def check_page(self, token: str, sent: str) -> None:
        """Sees that a form comes from a page that was sent to this browser.

        Raises:
            InputError: ``E-DESK-FORM``.
        """
        if not token or not sent.isascii() or not hmac.compare_digest(self.proof_of_page(token), sent):
            raise InputError(Problem("E-DESK-FORM"))
