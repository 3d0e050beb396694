"""The rows of cases: what is sealed in them, under which key, bound to what."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, select, update

from legalkit.errors import FileError, InputError, Problem
from legalkit.settings import LIMITS
from legalkit.vault.disk import too_large
from legalkit.vault.org import cipher
from legalkit.vault.org.tables import CASES
from legalkit.vault.org.work import Work, day_of
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


def heads(work: Work, only: frozenset[str] | None = None) -> list[tuple[bytes, Head]]:
    """Keys and heads of all cases, or of some.

    Raises:
        FileError: as :func:`opened`.
    """
    rows = work.connection.execute(select(CASES.c.id, CASES.c.revision, CASES.c.key, CASES.c.head)).all()
    return [opened(work, row) for row in rows if only is None or row.id in only]


def opened(work: Work, row: Any) -> tuple[bytes, Head]:  # noqa: ANN401 -- a row with or without its body
    """Key and head of a row, once it is found to be the last one that the log knows.

    Raises:
        FileError: ``E-ORG-ALTERED``, ``E-ORG-ROW-OLD``, ``E-ORG-LOG-ALTERED``.
    """
    key = cipher.unseal(work.keyring.root, row.key, "key", row.id)
    said = from_json(cipher.unseal(key, row.head, "head", row.id, row.revision).decode("utf-8"))
    work.expects(row.id, row.revision)
    if not isinstance(said, dict):
        raise FileError(Problem("E-ORG-ALTERED"))
    told = (said["label"], State(said["state"]), frozenset(said["people"]), said["touched"], tuple(said["names"]))
    return key, Head(row.id, row.revision, *told)


def change(work: Work, key: bytes, head: Head, body: bytes) -> Head:
    """Seals head and body under the next revision."""
    changed = replace(head, revision=head.revision + 1, touched=today(work))
    work.connection.execute(update(CASES).where(CASES.c.id == head.id).values(**sealed(key, changed, body)))
    return changed


def sealed(key: bytes, head: Head, body: bytes) -> dict[str, Any]:
    """What stands in a row beside id and key.

    Raises:
        InputError: ``E-ORG-LABEL``.
    """
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


def body_of(content: Mapping[str, Any]) -> bytes:
    """A content as it is sealed.

    Raises:
        InputError: ``E-ORG-CASE-TOO-LARGE``; ``E-FILE-...``: no plain data.
    """
    plain = to_json(dict(content))
    if len(plain) > LIMITS.case_bytes:
        raise InputError(too_large("E-ORG-CASE-TOO-LARGE", LIMITS.case_bytes))
    return plain


def plain_body(key: bytes, row: Row[Any]) -> bytes:
    """What :func:`body_of` gave.

    Raises:
        FileError: ``E-ORG-ALTERED``.
    """
    return cipher.unseal(key, row.body, "body", row.id, row.revision)


def content_of(key: bytes, row: Row[Any]) -> Mapping[str, Any]:
    """The content of a row.

    Raises:
        FileError: ``E-ORG-ALTERED``.
    """
    content = from_json(plain_body(key, row).decode("utf-8"))
    if not isinstance(content, dict):
        raise FileError(Problem("E-ORG-ALTERED"))
    return content


def today(work: Work) -> str:
    """The day of a piece of work (UTC, ISO)."""
    return day_of(work.now).isoformat()
