"""Exhibits, and the order that gives them their numbers."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import AwareDatetime, Field

from legalkit.case.answers import Answer
from legalkit.case.codes import CollectionMethod, ExhibitKind, Obtained, Restriction, Role, Submission
from legalkit.case.dates import When
from legalkit.case.incident import Online
from legalkit.case.people import Person
from legalkit.case.text import Id, Line, Mark, Model, Quote, Url
from legalkit.settings import LIMITS

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""64 lower-case hexadecimal digits."""


class FileRecord(Model):
    """What is kept of a file; never the file.

    Attributes:
        name: as on disk, without its folder, in NFC and printable.
        place: what leads to the file where the name alone does not (another folder, NFD, a line break), from where
            the person stood when naming it: a relative reference such as ``./folder/a%0Ab.png``, percent-encoded.
        size: bytes.
        type: kind of content, such as ``image/png``.
        modified: last change, with time zone.
        sha256: of the content.
        hashed_at: when it was computed, with time zone.
        tool: what computed it, program and version; nothing where a person wrote the hash down.
    """

    name: Mark
    place: Url | None = None
    size: Annotated[int, Field(ge=0)]
    type: Line | None = None
    modified: AwareDatetime | None = None
    sha256: Sha256
    hashed_at: AwareDatetime | None = None
    tool: Mark | None = None


class Exhibit(Model):
    """One piece of evidence.

    Attributes:
        id: the reference used by incidents.
        title: what it is, in her words.
        kind: coded kind.
        part_of: id of the exhibit this one is a part of (증 제3호의 2).
        author: who made it; unknown prints 불상.
        made: when it was made or written.
        online: platform and account.
        url: full address.
        captured: when it was captured.
        clock: where that time was read (the phone, the page).
        collector: who captured or printed it.
        printed: when it was printed.
        method: how it was collected.
        obtained: how it came to her.
        obtained_words: more on that, in her words.
        medium: the original medium, in her words.
        kept_by: who has the original.
        files: the files, hashed where they lie.
        fact: what it is to prove, in her words; the incidents that name it are added.
        submission: when and how it is handed in.
        restriction: which restriction is asked for.
        intimate: shows her intimately; until a person says no, it counts as possibly so.
        witness: the person, if the exhibit is a witness.
        note: remarks.
    """

    id: Id
    title: Answer[Quote] = None
    kind: ExhibitKind
    part_of: Id | None = None
    author: Answer[Role] = None
    made: Answer[When] = None
    online: Answer[Online] = None
    url: Answer[Url] = None
    captured: Answer[When] = None
    clock: Answer[Quote] = None
    collector: Answer[Role] = None
    printed: Answer[When] = None
    method: Answer[CollectionMethod] = None
    obtained: Answer[Obtained] = None
    obtained_words: Answer[Quote] = None
    medium: Answer[Quote] = None
    kept_by: Answer[Role] = None
    files: Annotated[tuple[FileRecord, ...], Field(max_length=LIMITS.items)] = ()
    fact: Answer[Quote] = None
    submission: Answer[Submission] = None
    restriction: Answer[Restriction] = None
    intimate: Answer[bool] = None
    witness: Person | None = None
    note: Answer[Quote] = None


Number = tuple[int, int]
"""Number and sub-number of an exhibit; sub-number 0 if it has none."""


def numbers(exhibits: Sequence[Exhibit]) -> dict[str, Number]:
    """The number of each exhibit, by its place in the list; parts follow the exhibit they belong to.

    An exhibit with parts is itself part 1 (증 제3호의 1).

    >>> whole = Exhibit(id="a", kind="chat"), Exhibit(id="b", kind="log"), Exhibit(id="a2", kind="chat", part_of="a")
    >>> numbers(whole)
    {'a': (1, 1), 'a2': (1, 2), 'b': (2, 0)}
    """
    parts: dict[str, list[str]] = {}
    for exhibit in exhibits:
        if exhibit.part_of:
            parts.setdefault(exhibit.part_of, []).append(exhibit.id)
    found: dict[str, Number] = {}
    for place, exhibit in enumerate((e for e in exhibits if not e.part_of), start=1):
        own = parts.get(exhibit.id, [])
        found[exhibit.id] = (place, 1 if own else 0)
        found.update({part: (place, sub) for sub, part in enumerate(own, start=2)})
    return found


def ordered(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """The exhibits in the order of their numbers.

    >>> whole = Exhibit(id="a", kind="chat"), Exhibit(id="b", kind="log"), Exhibit(id="a2", kind="chat", part_of="a")
    >>> [exhibit.id for exhibit in ordered(whole)]
    ['a', 'a2', 'b']
    """
    number = numbers(exhibits)
    return sorted(exhibits, key=lambda exhibit: number[exhibit.id])
