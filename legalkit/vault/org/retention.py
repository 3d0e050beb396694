"""How long cases are kept: what nobody changed for so many days is deleted, when the organisation says so."""

from datetime import timedelta
from itertools import pairwise

from sqlalchemy import desc, select

from legalkit.errors import InputError, Problem
from legalkit.vault.org import keeping
from legalkit.vault.org.tables import AUDIT
from legalkit.vault.org.work import Work, day_of

_BACK = -3_600
_AHEAD = 60 * 86_400
_ENTRIES = 100


def due(work: Work, days: int) -> list[str]:
    """Ids of the cases that nobody changed for more than so many days.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``.
    """
    before = (day_of(work.now) - timedelta(days=days)).isoformat()
    return [head.id for head in keeping.all_heads(work) if head.touched < before]


def purge(work: Work, days: int, *, clock_is_right: bool = False) -> int:
    """Deletes them; gives their number. Call ``Database.forget`` afterwards.

    A clock that jumped must not delete everything. Where the latest entries of the log and the present moment are more
    than sixty days apart, one from the next, or run backwards, the clock is believed only if somebody says so.

    Args:
        work: of an administrator.
        days: kept without a change.
        clock_is_right: somebody looked.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``, ``E-ORG-CLOCK``.
    """
    gone = due(work, days)
    if not clock_is_right and _jumped(work):
        raise InputError(Problem("E-ORG-CLOCK"))
    for case_id in gone:
        keeping.erase(work, case_id, "case.purge")
    work.log("org.purge")
    return len(gone)


def _jumped(work: Work) -> bool:
    latest = select(AUDIT.c.moment).order_by(desc(AUDIT.c.entry)).limit(_ENTRIES)
    moments = [work.now, *work.connection.execute(latest).scalars()]
    return any(not _BACK <= later - earlier <= _AHEAD for later, earlier in pairwise(moments))
