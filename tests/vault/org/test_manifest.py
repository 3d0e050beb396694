"""The manifest says what papers were made from, and names nobody."""

import hashlib
import json
from datetime import date

from legalkit.vault.org.manifest import Made, manifest


def it_names_template_version_law_date_and_hash():
    made = Made("0.1.0", date(2026, 11, 22), date(2026, 10, 1), {"complaint": "a" * 64}, "0" * 32, 7)
    told = json.loads(manifest({"b.docx": b"b", "a.docx": b"a"}, made))
    assert told == {
        "program": "0.1.0", "filed_on": "2026-11-22", "law_checked_on": "2026-10-01",
        "case": {"id": "0" * 32, "revision": 7}, "templates": {"complaint": "a" * 64},
        "files": {name: hashlib.sha256(name[0].encode()).hexdigest() for name in ("a.docx", "b.docx")},
    }  # fmt: skip
    assert list(told["files"]) == ["a.docx", "b.docx"]
