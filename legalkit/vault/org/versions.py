"""Versions kept beside a case: two people wrote in it at once, and neither loses anything.

The first to save has the case. What the second writes is kept here, under the case's key, until one of the case's
people chooses: the version takes the place of the case (which is then kept here in its turn), or it is removed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select

from legalkit.errors import InputError, Problem
from legalkit.vault.drafts import new_token
from legalkit.vault.org import cases, cipher
from legalkit.vault.org.drafts import Place, Scope
from legalkit.vault.org.people import Right
from legalkit.vault.org.rows import Head
from legalkit.vault.org.tables import DRAFTS
from legalkit.vault.org.work import Work

KEPT = "kept-version".ljust(43, "-")
"""The owner of versions among the drafts: no browser's."""
_NEVER = float("inf")


@dataclass(frozen=True)
class Version:
    """A version of a case.

    Attributes:
        id: hexadecimal digits.
        moment: of its last change, in seconds since 1970.
        by: id of the staff member who wrote it; ``"-"`` for who came by a link.
        content: as of :class:`legalkit.vault.org.cases.Stored`.
    """

    id: str
    moment: int
    by: str
    content: Mapping[str, Any] = field(repr=False)


def keep(work: Work, case_id: str, tab: str, content: Mapping[str, Any]) -> None:
    """Keeps what a tab holds beside the case, in the place of what it held before.

    Raises:
        InputError: ``E-ORG-NO-CASE``; ``E-VAULT-DRAFT-TOO-LARGE``, ``E-VAULT-FULL``.
    """
    store = _store(work, case_id)
    held = store.get(work.connection, KEPT, tab, work.now)
    said = {"moment": work.now, "by": work.person.id, "content": dict(content)}
    store.put(work.connection, Place(KEPT, tab, held.revision if held else 0), said, work.now)
    if held is None:
        work.log("version.keep", case_id)


def is_kept(work: Work, case_id: str, tab: str) -> bool:
    """Whether a version of this tab is kept still.

    Raises:
        InputError: ``E-ORG-NO-CASE``.
    """
    return _store(work, case_id).get(work.connection, KEPT, tab, work.now) is not None


def listed(work: Work, case_id: str) -> list[Version]:
    """The versions beside a case, the latest first.

    Raises:
        InputError: ``E-ORG-NO-CASE``.
        FileError: ``E-ORG-ALTERED``.
    """
    store = _store(work, case_id)
    mine = (DRAFTS.c.scope == case_id) & (DRAFTS.c.owner == cipher.fingerprint(KEPT))
    found = [(row.tab.hex(), store.opened(row)) for row in work.connection.execute(select(DRAFTS).where(mine)).all()]
    versions = [Version(name, said["moment"], said["by"], said["content"]) for name, said in found]
    return sorted(versions, key=lambda each: each.moment, reverse=True)


def take(work: Work, case_id: str, version_id: str) -> Head:
    """Puts a version in the place of the case; what the case held is kept as a version in its turn.

    Raises:
        InputError: ``E-ORG-NO-VERSION``; as :func:`legalkit.vault.org.cases.save`.
    """
    work.needs(Right.CHANGE)
    chosen = _one(work, case_id, version_id)
    before = cases.view(work, case_id)
    keep(work, case_id, new_token(), before.content)
    changed = cases.save(work, case_id, before.head.revision, chosen.content)
    drop(work, case_id, version_id)
    return changed


def drop(work: Work, case_id: str, version_id: str) -> None:
    """Removes a version for good. Call ``Database.forget`` afterwards.

    Raises:
        InputError: ``E-ORG-NO-VERSION``, ``E-ORG-NO-CASE``.
    """
    work.needs(Right.CHANGE)
    _one(work, case_id, version_id)
    row = (DRAFTS.c.scope == case_id) & (DRAFTS.c.tab == bytes.fromhex(version_id))
    work.connection.execute(delete(DRAFTS).where(row & (DRAFTS.c.owner == cipher.fingerprint(KEPT))))
    work.log("version.drop", case_id)


def _one(work: Work, case_id: str, version_id: str) -> Version:
    for each in listed(work, case_id):
        if each.id == version_id:
            return each
    raise InputError(Problem("E-ORG-NO-VERSION"))


def _store(work: Work, case_id: str) -> Scope:
    return Scope(cases.case_key(work, case_id), case_id, _NEVER)
