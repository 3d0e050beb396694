"""The custody log: who, by role, did what with which exhibit, when; each entry holds the hash of the one before."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Literal

from pydantic import AwareDatetime, ValidationError

from legalkit.case import Case, Exhibit
from legalkit.case.codes import ReporterRole, Role
from legalkit.case.exhibit import Sha256
from legalkit.case.text import Id, Model
from legalkit.errors import FileError, Problem
from legalkit.evidence.exhibits_json import pretty

START: Sha256 = "0" * 64
"""What the first entry holds instead of a hash."""


class Action(StrEnum):
    """What was done with an exhibit."""

    FOUND = "found"
    CAPTURED = "captured"
    LISTED = "listed"
    CHECKED = "checked"
    COPIED = "copied"
    SEALED = "sealed"
    HANDED_OVER = "handed_over"
    RECEIVED = "received"
    RETURNED = "returned"


class Entry(Model):
    """One line of the log. People stand in it by role, never by name.

    Attributes:
        at: when it was done, as the person said or the program's clock showed.
        action: what was done.
        exhibit: id of the exhibit.
        actor: who did it.
        content: digest of the hashes of the exhibit's files at that time, see :func:`content_of`.
        previous: hash of the entry before, see :func:`hash_of`.
    """

    at: AwareDatetime
    action: Action
    exhibit: Id
    actor: Role
    content: Sha256
    previous: Sha256


class Log(Model):
    """The whole log.

    Attributes:
        version: of this format.
        entries: oldest first.
        head: hash of the last entry; printed on paper, it also shows that the end was not cut off.
    """

    version: Literal[1] = 1
    entries: tuple[Entry, ...] = ()
    head: Sha256 = START


def hash_of(entry: Entry) -> Sha256:
    """SHA-256 of an entry: of its JSON with sorted keys and no spaces, in UTF-8."""
    plain = json.dumps(entry.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()


def content_of(exhibit: Exhibit) -> Sha256:
    """SHA-256 over the sorted SHA-256 of an exhibit's files, one a line: the log vouches for the list of hashes.

    >>> content_of(Exhibit(id="a", kind="object"))[:8]
    'e3b0c442'
    """
    lines = "".join(f"{sha256}\n" for sha256 in sorted(record.sha256 for record in exhibit.files))
    return hashlib.sha256(lines.encode("ascii")).hexdigest()


def append(log: Log, *, at: AwareDatetime, action: Action, exhibit: Exhibit, actor: Role) -> Log:
    """The log with one entry more.

    Args:
        log: so far.
        at: when it was done, with time zone.
        action: what was done.
        exhibit: with which exhibit.
        actor: who did it, by role.

    >>> from datetime import datetime, timezone
    >>> at = datetime(2026, 11, 22, tzinfo=timezone.utc)
    >>> log = append(Log(), at=at, action=Action.FOUND, exhibit=Exhibit(id="a", kind="object"), actor=Role.VICTIM)
    >>> len(log.entries), check(log)
    (1, [])
    """
    entry = Entry(at=at, action=action, exhibit=exhibit.id, actor=actor, content=content_of(exhibit), previous=log.head)
    return Log(entries=(*log.entries, entry), head=hash_of(entry))


def record(log: Log, case: Case, ids: Iterable[str], *, at: AwareDatetime, action: Action, actor: Role) -> Log:
    """The log with one entry more for each of these exhibits.

    Args:
        log: so far.
        case: that lists the exhibits.
        ids: of exhibits.
        at: when it was done, with time zone.
        action: what was done.
        actor: who did it, by role.

    Raises:
        FileError: ``E-EVIDENCE-UNKNOWN-EXHIBIT`` for each id that the case does not have,
            ``E-EVIDENCE-CUSTODY-BROKEN`` or ``E-EVIDENCE-CUSTODY-ORDER`` for a log that does not fit together:
            nothing is added to it.
    """
    exhibits, wanted = {each.id: each for each in case.exhibits}, list(ids)
    unknown = (place for place, each in enumerate(wanted) if each not in exhibits)
    problems = [*(Problem("E-EVIDENCE-UNKNOWN-EXHIBIT", f"exhibits[{place}]") for place in unknown), *_chain(log)]
    if problems:
        raise FileError(problems)
    for each in wanted:
        log = append(log, at=at, action=action, exhibit=exhibits[each], actor=actor)
    return log


def who_keeps(case: Case) -> Role:
    """Who does what is logged, unless it is said: whoever fills the case in, by role."""
    return _KEEPERS.get(case.reporter.role, Role.OTHER)


_KEEPERS = {
    ReporterRole.SELF: Role.VICTIM,
    ReporterRole.LAWYER: Role.LAWYER,
    ReporterRole.ORGANISATION: Role.COUNSELLOR,
}


def check(log: Log, case: Case | None = None, *, head: str | None = None) -> list[Problem]:
    """What shows that a log was changed afterwards; nothing if nothing does.

    A chain made anew from its first changed entry on fits together again: only a head that was printed, or handed
    over, before tells.

    Args:
        log: to be checked.
        case: if given, the files it lists now are compared with the last entry of each exhibit.
        head: if given, as printed on a custody sheet, in groups or not: the log must have had it as its last hash once.

    Returns:
        ``E-EVIDENCE-CUSTODY-BROKEN`` for an entry that does not follow from the one before (or a head that does not
        follow from the last), ``E-EVIDENCE-CUSTODY-ORDER`` for one that is earlier than the one before,
        ``E-EVIDENCE-CUSTODY-CONTENT`` for an exhibit whose files are no longer those of its last entry,
        ``E-EVIDENCE-CUSTODY-HEAD`` for a printed head that this log never had.
    """
    return [*_chain(log), *(_contents(log, case) if case else ()), *(_heads(log, head) if head else ())]


def _chain(log: Log) -> Iterator[Problem]:
    previous, latest = START, None
    for place, entry in enumerate(log.entries):
        if entry.previous != previous:
            yield Problem("E-EVIDENCE-CUSTODY-BROKEN", f"entries[{place}]")
        if latest and entry.at < latest:
            yield Problem("E-EVIDENCE-CUSTODY-ORDER", f"entries[{place}]")
        previous, latest = hash_of(entry), entry.at
    if log.head != previous:
        yield Problem("E-EVIDENCE-CUSTODY-BROKEN", "head")


def _contents(log: Log, case: Case) -> Iterator[Problem]:
    last = {entry.exhibit: entry.content for entry in log.entries}
    for place, exhibit in enumerate(case.exhibits):
        if last.get(exhibit.id, content_of(exhibit)) != content_of(exhibit):
            yield Problem("E-EVIDENCE-CUSTODY-CONTENT", f"exhibits[{place}]")


def _heads(log: Log, head: str) -> Iterator[Problem]:
    if "".join(head.split()).casefold() not in map(hash_of, log.entries):
        yield Problem("E-EVIDENCE-CUSTODY-HEAD", "head")


def write(log: Log) -> bytes:
    """The bytes of ``custody.json``."""
    return pretty(log.model_dump(mode="json"))


def read(data: bytes) -> Log:
    """Reads ``custody.json``; whether it fits together is for :func:`check` to say.

    Raises:
        FileError: ``E-EVIDENCE-CUSTODY-UNREADABLE``, if it is none.

    >>> read(write(Log())) == Log()
    True
    """
    try:
        return Log.model_validate_json(data)
    except ValidationError:
        raise FileError(Problem("E-EVIDENCE-CUSTODY-UNREADABLE")) from None  # its words hold what was written
