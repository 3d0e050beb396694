"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID, _DIGEST, _SEALED = sa.String(32), sa.LargeBinary(32), sa.LargeBinary()
_NUMBER, _MOMENT = sa.Integer(), sa.BigInteger()


def upgrade() -> None:
    """From nothing."""
    _make("organisation", 1, id=_NUMBER, generation=_NUMBER, keyring=_SEALED, entries=_NUMBER, digest=_DIGEST)
    _make("locks", 1, id=_ID, private=_SEALED, root=_SEALED)
    _make("users", 1, "handle", id=_ID, handle=sa.String(60), revision=_NUMBER, record=_SEALED)
    _make("cases", 1, id=_ID, revision=_NUMBER, key=_SEALED, head=_SEALED, body=_SEALED)
    _make("words", 2, case_id=_ID, word=_DIGEST)
    answers: dict[str, Any] = {"scope": _ID, "revision": _NUMBER, "touched": sa.Float(), "content": _SEALED}
    _make("drafts", 2, owner=_DIGEST, tab=_DIGEST, **answers)
    _make("links", 1, "id", token=_DIGEST, id=_ID, case_id=_ID, ends=_MOMENT, used=_NUMBER, proof=_SEALED)
    _make("sessions", 1, token=_DIGEST, boot=_DIGEST, user_id=_ID, case_id=_ID, began=_MOMENT, seen=_MOMENT)
    _make("boots", 1, boot=_DIGEST, keyring=_SEALED)
    _make("attempts", 1, whom=_DIGEST, since=_MOMENT, number=_NUMBER)
    entry: dict[str, Any] = {
        "actor": _ID,
        "code": sa.String(40),
        "subject": _ID,
        "revision": _NUMBER,
        "digest": _DIGEST,
    }
    _make("audit", 1, entry=_NUMBER, moment=_MOMENT, **entry)
    op.create_index("audit_subject", "audit", ["subject", "entry"])


def _make(name: str, keys: int, unique: str = "", **columns: Any) -> None:  # noqa: ANN401 -- types of columns
    """A table whose first columns are its key; nothing in it may be missing."""
    made = [
        sa.Column(
            each, kind, primary_key=place < keys, unique=each == unique or None, autoincrement=False, nullable=False
        )
        for place, (each, kind) in enumerate(columns.items())
    ]
    op.create_table(name, *made)
