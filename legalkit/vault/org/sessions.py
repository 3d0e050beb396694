"""Who is signed in: a random token in the browser, its digest in the database, so that every process knows it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from legalkit.vault.drafts import new_token
from legalkit.vault.org.cipher import fingerprint
from legalkit.vault.org.gate import Gate
from legalkit.vault.org.tables import SESSIONS

_OFTEN = 15
"""Seconds within which another use of a session is not written down: a step of the interview is several requests."""
_BACK = 300
"""Seconds by which a clock may be set back before a session that seems to begin in the future ends."""


@dataclass(frozen=True)
class Session:
    """Somebody who is signed in.

    Attributes:
        person_id: a staff member; empty for somebody who came by a link.
        case_id: the one case of somebody who came by a link; empty for staff.
    """

    person_id: str
    case_id: str


@dataclass(frozen=True)
class Sessions:
    """The sessions of one running service: a restart ends them.

    Attributes:
        gate: of the service.
        idle: seconds after which an unused session ends.
        longest: seconds after which any session ends.
    """

    gate: Gate
    idle: int = 1_800
    longest: int = 12 * 3_600

    def begin(self, session: Session, now: float) -> str:
        """The token of a new session; nobody can choose one beforehand."""
        token = new_token()
        moment = int(now)
        with self.gate.database.transaction() as connection:
            connection.execute(insert(SESSIONS).values(
                token=fingerprint(token), boot=self.gate.name, user_id=session.person_id, case_id=session.case_id,
                began=moment, seen=moment,
            ))  # fmt: skip
        return token

    def of(self, token: str, now: float) -> Session | None:
        """Whose session it is, if it has not ended; counts as use."""
        mine = (SESSIONS.c.token == fingerprint(token)) & (SESSIONS.c.boot == self.gate.name)
        # several times a step: whoever writes a case meanwhile is not waited for
        with self.gate.database.transaction(reads=True) as connection:
            row = connection.execute(select(SESSIONS).where(mine)).one_or_none()
        if row is None:
            return None
        if self._over(row, int(now)):
            self.end(token)
            return None
        if int(now) - row.seen >= _OFTEN or now < row.seen:
            with self.gate.database.transaction() as connection:
                connection.execute(update(SESSIONS).where(mine).values(seen=int(now)))
        return Session(row.user_id, row.case_id)

    def end(self, token: str) -> None:
        """Ends a session."""
        with self.gate.database.transaction() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.token == fingerprint(token)))

    def sweep(self, now: float) -> None:
        """Takes away the sessions whose time is over, of earlier starts too."""
        old = (SESSIONS.c.seen < int(now) - self.idle) | (SESSIONS.c.began < int(now) - self.longest)
        with self.gate.database.transaction() as connection:
            connection.execute(delete(SESSIONS).where(old))

    def _over(self, row: Row[Any], moment: int) -> bool:
        since, used = moment - row.began, moment - row.seen
        return bool(since < -_BACK or since > self.longest or used > self.idle)
