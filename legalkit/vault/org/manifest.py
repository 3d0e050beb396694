"""What goes along with exported papers: what they were made from, so that anybody can see later which law they knew."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

NAME = "manifest.json"


@dataclass(frozen=True)
class Made:
    """How papers were made.

    Attributes:
        program: version of this program.
        filed_on: the day of filing they were made for.
        law_checked_on: the last day on which any law datum was checked.
        templates: SHA-256 of each template, by the filing's id.
        case_id: id in the store; no name.
        revision: of the case.
    """

    program: str
    filed_on: date
    law_checked_on: date
    templates: Mapping[str, str]
    case_id: str
    revision: int


def manifest(files: Mapping[str, bytes], made: Made) -> bytes:
    """The manifest of a package, as JSON.

    Args:
        files: path and content of each file.
        made: how.

    >>> day = date(2026, 11, 22)
    >>> text = manifest({"a.docx": b""}, Made("0.1.0", day, day, {}, "0" * 32, 1)).decode("utf-8")
    >>> '"a.docx": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"' in text
    True
    """
    told = {
        "program": made.program,
        "filed_on": made.filed_on.isoformat(),
        "law_checked_on": made.law_checked_on.isoformat(),
        "case": {"id": made.case_id, "revision": made.revision},
        "templates": dict(sorted(made.templates.items())),
        "files": {path: sha256(content) for path, content in sorted(files.items())},
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def sha256(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal digits.

    >>> sha256(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(content).hexdigest()
