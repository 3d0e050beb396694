"""The cases of an organisation: each under its own key, seen by its own people alone.

A case has a *head* (what a list shows, who may see it) and a *body* (what was told). Both are sealed under the case's
key and bound to id and revision; the key is sealed under the organisation's. Deleting a case removes the key.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from legalkit.errors import FileError, InputError, Problem
from legalkit.settings import LIMITS
from legalkit.vault.disk import too_large
from legalkit.vault.org import audit, cipher, people
from legalkit.vault.org.keys import Keyring
from legalkit.vault.org.people import Right
from legalkit.vault.org.search import index, matching
from legalkit.vault.org.tables import CASES, DRAFTS, LINKS, SESSIONS, WORDS
from legalkit.vault.org.work import Work, day_of, new_id
from legalkit.vault.plain_text import from_json, to_json


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Head:
    """What a list shows of a case.

    Attributes:
        id: random.
        revision: counts the changes, from 1.
        label: what its people call it.
        state: open, or closed (read, exported and deleted only).
        people: ids of the staff who may see it.
        touched: day of the last change (UTC, ISO).
        names: by which it is found beside its label.
    """

    id: str
    revision: int
    label: str = field(repr=False)
    state: State
    people: frozenset[str]
    touched: str
    names: tuple[str, ...] = field(default=(), repr=False)


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
    head = Head(new_id(), 1, label, State.OPEN, frozenset({work.person.id}), _day(work), tuple(names))
    key = cipher.new_key()
    wrapped = cipher.seal(work.keyring.root, key, "key", head.id)
    sealed = _sealed(key, head, _body(content))
    work.connection.execute(insert(CASES).values(id=head.id, key=wrapped, **sealed))
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
    return Stored(head, _content(key, row))


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
    changed = _changed(work, key, replace(head, names=known), _body(content))
    index(work, case_id, (head.label, *known))
    work.log("case.save", case_id, changed.revision)
    return changed


def listed(work: Work, sought: str = "") -> list[Head]:
    """The cases that this person may see, by label; those with all sought words among their names, if any.

    Raises:
        FileError: as :func:`view`.
    """
    found = matching(work, sought)
    mine = [head for _, head in _heads(work, found) if work.person.id in head.people]
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
    changed = _changed(work, key, replace(head, people=(head.people - leaving) | {to}), _plain_body(key, row))
    work.log("case.hand_over", case_id, changed.revision)
    return changed


def set_state(work: Work, case_id: str, state: State) -> Head:
    """Closes a case, or opens it again.

    Raises:
        InputError: as :func:`view`.
    """
    work.needs(Right.CHANGE)
    row, key, head = _held(work, case_id)
    changed = _changed(work, key, replace(head, state=state), _plain_body(key, row))
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
    return Stored(head, _content(key, row))


def remove(work: Work, case_id: str) -> None:
    """Deletes a case: its key, its content, its names, drafts and links. Call ``Database.forget`` afterwards.

    Raises:
        InputError: as :func:`view`.
    """
    work.needs(Right.DELETE)
    _held(work, case_id)
    erase(work, case_id, "case.delete")


def all_heads(work: Work) -> list[Head]:
    """Every case, whoever may see it; for what the administrator has to do with cases unread.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``.
    """
    work.needs(Right.RUN)
    return [head for _, head in _heads(work)]


def set_people(work: Work, case_id: str, whose: frozenset[str]) -> None:
    """Gives a case to others, unread: its own people cannot do it any more.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``.
    """
    work.needs(Right.RUN)
    row = work.connection.execute(select(CASES).where(CASES.c.id == case_id)).one()
    key, head = _head(work, row)
    changed = _changed(work, key, replace(head, people=whose), _plain_body(key, row))
    work.log("case.hand_over", case_id, changed.revision)


def erase(work: Work, case_id: str, code: str) -> None:
    """Takes away every row of a case and logs it under a code."""
    for table in (WORDS, LINKS, SESSIONS):
        work.connection.execute(delete(table).where(table.c.case_id == case_id))
    work.connection.execute(delete(DRAFTS).where(DRAFTS.c.scope == case_id))
    work.connection.execute(delete(CASES).where(CASES.c.id == case_id))
    work.log(code, case_id, audit.GONE)


def case_key(work: Work, case_id: str) -> bytes:
    """The key of a case, for one of its people: for its links and drafts.

    Raises:
        InputError: as :func:`view`.
    """
    return _held(work, case_id)[1]


def check_all(work: Work) -> int:
    """Opens every case and throws it away; gives their number.

    Raises:
        FileError: as :func:`view`.
    """
    rows = work.connection.execute(select(CASES)).all()
    for row in rows:
        _content(_head(work, row)[0], row)
    return len(rows)


def reseal(work: Work, renewed: Keyring) -> Iterator[tuple[str, bytes, bytes]]:
    """Gives every case a new key and new digests of its names, under a new keyring; gives id, old key and new key."""
    for row in work.connection.execute(select(CASES)).all():
        old, head = _head(work, row)
        new = cipher.new_key()
        sealed = _sealed(new, head, _plain_body(old, row)) | {"key": cipher.seal(renewed.root, new, "key", row.id)}
        work.connection.execute(update(CASES).where(CASES.c.id == row.id).values(**sealed))
        index(replace(work, keyring=renewed), row.id, (head.label, *head.names))
        yield row.id, old, new


def _held(work: Work, case_id: str) -> tuple[Row[Any], bytes, Head]:
    """A row, its key and head, if the person is one of its people."""
    row = work.connection.execute(select(CASES).where(CASES.c.id == case_id)).one_or_none()
    if row is not None:
        key, head = _head(work, row)
        if work.person.id in head.people or work.guest_of == case_id:
            return row, key, head
    raise InputError(Problem("E-ORG-NO-CASE"))


def _heads(work: Work, only: frozenset[str] | None = None) -> list[tuple[bytes, Head]]:
    rows = work.connection.execute(select(CASES.c.id, CASES.c.revision, CASES.c.key, CASES.c.head)).all()
    return [_head(work, row) for row in rows if only is None or row.id in only]


def _head(work: Work, row: Any) -> tuple[bytes, Head]:  # noqa: ANN401 -- a row with or without its body
    key = cipher.unseal(work.keyring.root, row.key, "key", row.id)
    said = from_json(cipher.unseal(key, row.head, "head", row.id, row.revision).decode("utf-8"))
    work.expects(row.id, row.revision)
    if not isinstance(said, dict):
        raise FileError(Problem("E-ORG-ALTERED"))
    told = (said["label"], State(said["state"]), frozenset(said["people"]), said["touched"], tuple(said["names"]))
    return key, Head(row.id, row.revision, *told)


def _changed(work: Work, key: bytes, head: Head, body: bytes) -> Head:
    """Seals head and body under the next revision."""
    changed = replace(head, revision=head.revision + 1, touched=_day(work))
    work.connection.execute(update(CASES).where(CASES.c.id == head.id).values(**_sealed(key, changed, body)))
    return changed


def _sealed(key: bytes, head: Head, body: bytes) -> dict[str, Any]:
    if not 0 < len(head.label.strip()) <= LIMITS.line:
        raise InputError(Problem("E-ORG-LABEL", params={"allowed": LIMITS.line}))
    said = {
        "label": head.label,
        "state": head.state,
        "people": sorted(head.people),
        "touched": head.touched,
        "names": list(head.names),
    }
    return {
        "revision": head.revision,
        "head": cipher.seal(key, to_json(said), "head", head.id, head.revision),
        "body": cipher.seal(key, body, "body", head.id, head.revision),
    }


def _body(content: Mapping[str, Any]) -> bytes:
    plain = to_json(dict(content))
    if len(plain) > LIMITS.case_bytes:
        raise InputError(too_large("E-ORG-CASE-TOO-LARGE", LIMITS.case_bytes))
    return plain


def _plain_body(key: bytes, row: Row[Any]) -> bytes:
    return cipher.unseal(key, row.body, "body", row.id, row.revision)


def _content(key: bytes, row: Row[Any]) -> Mapping[str, Any]:
    content = from_json(_plain_body(key, row).decode("utf-8"))
    if not isinstance(content, dict):
        raise FileError(Problem("E-ORG-ALTERED"))
    return content


def _still_open(head: Head) -> None:
    if head.state is not State.OPEN:
        raise InputError(Problem("E-ORG-CLOSED"))


def _day(work: Work) -> str:
    return day_of(work.now).isoformat()
