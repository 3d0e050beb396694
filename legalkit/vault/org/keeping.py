"""What is done to cases unread, whoever may see them: a colleague leaves, time is over, keys are made anew."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import delete, select, update

from legalkit.vault.org import audit, cipher, rows
from legalkit.vault.org.keys import Keyring
from legalkit.vault.org.people import Right
from legalkit.vault.org.rows import Head
from legalkit.vault.org.search import index
from legalkit.vault.org.tables import CASES, DRAFTS, LINKS, SESSIONS, WORDS
from legalkit.vault.org.work import Work


def all_heads(work: Work) -> list[Head]:
    """Every case, whoever may see it; for what the administrator has to do with cases unread.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``.
    """
    work.needs(Right.RUN)
    return [head for _, head in rows.heads(work)]


def set_people(work: Work, case_id: str, whose: frozenset[str]) -> None:
    """Gives a case to others, unread: its own people cannot do it any more.

    Raises:
        InputError: ``E-ORG-NOT-ALLOWED``.
    """
    work.needs(Right.RUN)
    row = work.connection.execute(select(CASES).where(CASES.c.id == case_id)).one()
    key, head = rows.opened(work, row)
    changed = rows.change(work, key, replace(head, people=whose), rows.plain_body(key, row))
    work.log("case.hand_over", case_id, changed.revision)


def erase(work: Work, case_id: str, code: str) -> None:
    """Takes away every row of a case and logs it under a code."""
    for table in (WORDS, LINKS, SESSIONS):
        work.connection.execute(delete(table).where(table.c.case_id == case_id))
    work.connection.execute(delete(DRAFTS).where(DRAFTS.c.scope == case_id))
    work.connection.execute(delete(CASES).where(CASES.c.id == case_id))
    work.log(code, case_id, audit.GONE)


def check_all(work: Work) -> int:
    """Opens every case and throws it away; gives their number.

    Raises:
        FileError: as :func:`legalkit.vault.org.rows.opened`.
    """
    found = work.connection.execute(select(CASES)).all()
    for row in found:
        rows.content_of(rows.opened(work, row)[0], row)
    return len(found)


def reseal(work: Work, renewed: Keyring) -> Iterator[tuple[str, bytes, bytes]]:
    """Gives every case a new key and new digests of its names, under a new keyring; gives id, old key and new key."""
    for row in work.connection.execute(select(CASES)).all():
        old, head = rows.opened(work, row)
        new = cipher.new_key()
        values = rows.sealed(new, head, rows.plain_body(old, row))
        wrapped = cipher.seal(renewed.root, new, "key", row.id)
        work.connection.execute(update(CASES).where(CASES.c.id == row.id).values(key=wrapped, **values))
        index(replace(work, keyring=renewed), row.id, (head.label, *head.names))
        yield row.id, old, new
