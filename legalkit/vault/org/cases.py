"""The cases of an organisation: each under its own key, seen by its own people alone.

A case has a *head* (what a list shows, who may see it) and a *body* (what was told). Both are sealed under the case's
key and bound to id and revision; the key is sealed under the organisation's. Deleting a case removes the key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Row, delete, insert, select

from legalkit.errors import InputError, Problem
from legalkit.vault.org import cipher, keeping, people, rows
from legalkit.vault.org.people import Right
from legalkit.vault.org.rows import Head, State
from legalkit.vault.org.search import index, matching
from legalkit.vault.org.tables import CASES, LINKS
from legalkit.vault.org.work import Work, new_id


@dataclass(frozen=True)
class Stored:
    """A case with its content.

    Attributes:
        head: see :class:`Head`.
        content: plain data; whoever puts it knows what it means (a case, or unfinished answers).
    """

    head: Head
    content: Mapping[str, Any] = field(repr=False)


def begin(work: Work, label: str, content: Mapping[str, Any], names: Iterable[str] = ()) -> Head:
    """A new case; who begins it may see it.

    Args:
        work: of a counsellor.
        label: what to call it; at most ``LIMITS.line`` characters.
        content: plain data of at most ``LIMITS.case_bytes``.
        names: by which it is found beside its label.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``, ``E-ORG-LABEL``, ``E-ORG-CASE-TOO-LARGE``; ``E-FILE-...``: no plain data.
    """
    work.needs(Right.BEGIN)
    head = Head(new_id(), 1, label, State.OPEN, frozenset({work.person.id}), rows.today(work), tuple(names))
    key = cipher.new_key()
    wrapped = cipher.seal(work.keyring.root, key, "key", head.id)
    values = rows.sealed(key, head, rows.body_of(content))
    work.connection.execute(insert(CASES).values(id=head.id, key=wrapped, **values))
    index(work, head.id, (label, *head.names))
    work.log("case.begin", head.id, head.revision)
    return head


def view(work: Work, case_id: str) -> Stored:
    """A case, for one of its people; the log tells that it was read.

    Raises:
        InputError: ``E-ORG-NO-CASE``: there is none, or not for this person (which of the two, is not said).
        FileError: ``E-ORG-ALTERED``, ``E-ORG-ROW-OLD``.
    """
    work.needs(Right.OPEN)
    row, key, head = _held(work, case_id)
    work.log("case.view", case_id)
    return Stored(head, rows.content_of(key, row))


def save(
    work: Work, case_id: str, revision: int, content: Mapping[str, Any], names: Iterable[str] | None = None
) -> Head:
    """Puts new content in the place of the old.

    Args:
        work: of one of its people.
        case_id: which.
        revision: the one that was read.
        content: as for :func:`begin`.
        names: as for :func:`begin`; those it has are kept if none are given.

    Raises:
        InputError: ``E-ORG-STALE``: somebody else saved meanwhile; nothing is lost, neither there nor here.
            ``E-ORG-CLOSED``; as :func:`begin`.
    """
    work.needs(Right.CHANGE)
    _, key, head = _held(work, case_id)
    if head.revision != revision:
        raise InputError(Problem("E-ORG-STALE"))
    _still_open(head)
    known = head.names if names is None else tuple(names)
    changed = rows.change(work, key, replace(head, names=known), rows.body_of(content))
    index(work, case_id, (head.label, *known))
    work.log("case.save", case_id, changed.revision)
    return changed


def listed(work: Work, sought: str = "") -> list[Head]:
    """The cases that this person may see, by label; those with all sought words among their names, if any.

    Raises:
        FileError: as :func:`view`.
    """
    found = matching(work, sought)
    mine = [head for _, head in rows.heads(work, found) if work.person.id in head.people]
    work.log("case.list")
    return sorted(mine, key=lambda head: head.label)


def hand_over(work: Work, case_id: str, to: str, *, stay: bool = False) -> Head:
    """Gives a case to a colleague.

    Args:
        work: of one of its people.
        case_id: which.
        to: id of an active counsellor or lawyer.
        stay: whether the giver may see it still.

    Raises:
        InputError: ``E-ORG-NO-COLLEAGUE``; as :func:`view`.
    """
    work.needs(Right.HAND_OVER)
    row, key, head = _held(work, case_id)
    colleague = people.by_id(work.connection, work.keyring, to)
    if colleague is None or not colleague.active or Right.OPEN not in people.RIGHTS[colleague.role]:
        raise InputError(Problem("E-ORG-NO-COLLEAGUE"))
    leaving = frozenset() if stay else frozenset({work.person.id})
    changed = rows.change(work, key, replace(head, people=(head.people - leaving) | {to}), rows.plain_body(key, row))
    work.log("case.hand_over", case_id, changed.revision)
    return changed


def set_state(work: Work, case_id: str, state: State) -> Head:
    """Closes a case, or opens it again; closing stops its links.

    Raises:
        InputError: as :func:`view`.
    """
    work.needs(Right.CHANGE)
    row, key, head = _held(work, case_id)
    changed = rows.change(work, key, replace(head, state=state), rows.plain_body(key, row))
    if state is State.CLOSED:
        work.connection.execute(delete(LINKS).where(LINKS.c.case_id == case_id))
    work.log(f"case.{state}", case_id, changed.revision)
    return changed


def export(work: Work, case_id: str) -> Stored:
    """A case, to make papers of; the log tells that it left.

    Raises:
        InputError: as :func:`view`.
    """
    work.needs(Right.EXPORT)
    row, key, head = _held(work, case_id)
    work.log("case.export", case_id)
    return Stored(head, rows.content_of(key, row))


def remove(work: Work, case_id: str) -> None:
    """Deletes a case: its key, its content, its names, drafts and links. Call ``Database.forget`` afterwards.

    Raises:
        InputError: as :func:`view`.
    """
    work.needs(Right.DELETE)
    _held(work, case_id)
    keeping.erase(work, case_id, "case.delete")


def head_of(work: Work, case_id: str) -> Head:
    """The head of a case, for one of its people; not logged, for it tells nothing of what was told.

    Raises:
        InputError: as :func:`view`.
    """
    return _held(work, case_id)[2]


def case_key(work: Work, case_id: str) -> bytes:
    """The key of a case, for one of its people: for its links and drafts.

    Raises:
        InputError: as :func:`view`.
    """
    return _held(work, case_id)[1]


def _held(work: Work, case_id: str) -> tuple[Row[Any], bytes, Head]:
    """A row, its key and head, if the person is one of its people."""
    row = work.connection.execute(select(CASES).where(CASES.c.id == case_id)).one_or_none()
    if row is not None:
        key, head = rows.opened(work, row)
        if work.person.id in head.people or work.guest_of == case_id:
            return row, key, head
    raise InputError(Problem("E-ORG-NO-CASE"))


def _still_open(head: Head) -> None:
    if head.state is not State.OPEN:
        raise InputError(Problem("E-ORG-CLOSED"))
