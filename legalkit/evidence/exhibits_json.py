"""``exhibits.json``: the index for machines, with the JSON Schema it follows."""

import json
from typing import Any, Literal

from legalkit.case import Case, Exhibit, FileRecord, numbers, ordered
from legalkit.case.text import Id, Model

SCHEMA_ID = "urn:legalkit:exhibits:1"
"""Name of the schema; its last part is the version, which goes up when a reader would have to change."""


class Listed(Exhibit):
    """One exhibit with its number; who a witness is stands in no file of the bag.

    Attributes:
        number: its place, from 1.
        part: 0 if it stands alone, else which part of it (증 제3호의 2: number 3, part 2).
        witness: always empty.
    """

    number: int
    part: int
    witness: None = None


class ExhibitsFile(Model):
    """What ``exhibits.json`` holds.

    Attributes:
        version: of this format.
        case: neutral id of the case.
        exhibits: in the order of their numbers.
    """

    version: Literal[1] = 1
    case: Id
    exhibits: tuple[Listed, ...]


def exhibits_file(case: Case) -> ExhibitsFile:
    """The exhibits of a case, numbered, without places on disk and without people's names and addresses.

    Her own words (title, what it proves, remarks) and names of files stand in it as she wrote them.

    >>> from legalkit.case import read_case
    >>> plain = {"id": "case-1", "reporter": {"role": "self"}, "exhibits": [{"id": "a", "kind": "chat"}]}
    >>> [(exhibit.number, exhibit.part) for exhibit in exhibits_file(read_case(plain)).exhibits]
    [(1, 0)]
    """
    number = numbers(case.exhibits)
    listed = (_listed(exhibit, *number[exhibit.id]) for exhibit in ordered(case.exhibits))
    return ExhibitsFile(case=case.id, exhibits=tuple(listed))


def _listed(exhibit: Exhibit, number: int, part: int) -> Listed:
    own = {name: getattr(exhibit, name) for name in Exhibit.model_fields if name not in {"witness", "files"}}
    return Listed(**own, number=number, part=part, files=tuple(map(_without_place, exhibit.files)))


def _without_place(record: FileRecord) -> FileRecord:
    return record.model_copy(update={"place": None})


def exhibits_json(case: Case) -> bytes:
    """The bytes of ``exhibits.json``: UTF-8, two spaces, the same for the same case."""
    return pretty(exhibits_file(case).model_dump(mode="json", exclude_none=True))


def exhibits_schema() -> bytes:
    """The bytes of its JSON Schema (draft 2020-12)."""
    schema = ExhibitsFile.model_json_schema()
    return pretty({"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema})


def pretty(data: dict[str, Any]) -> bytes:
    r"""JSON for people and machines: UTF-8, keys in their order, a line break at the end.

    >>> pretty({"a": "가"}).decode()
    '{\n  "a": "가"\n}\n'
    """
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
