"""A case as plain data with its version; older data is brought up to the present version, a small function each.

To change the case model so that older files would no longer be read: raise ``Case.version``, append to :data:`STEPS`
a function that takes the data of the version before and gives that of the new one, and put a file of the version
before into ``tests/vault/fixtures``. Steps are never changed or removed: a file opens for good.
"""

from collections.abc import Callable, Mapping
from typing import Any

from legalkit.case import Case
from legalkit.errors import FileError, Problem

Step = Callable[[Mapping[str, Any]], Mapping[str, Any]]
STEPS: tuple[Step, ...] = ()
"""``STEPS[0]`` leads from version 1 to version 2, and so on."""


def migrated(data: object) -> object:
    """The data of a case file as the present case model reads it; what is no mapping comes back as it is.

    A file without a version is of version 1: files typed by hand seldom have one.

    Raises:
        FileError: ``E-FILE-NEWER``, if a later version of this program wrote it.

    >>> migrated({"id": "case-1", "version": "1"})
    {'id': 'case-1', 'version': 1}
    """
    version = _version(data)
    if version is None or not isinstance(data, Mapping):
        return data
    newest = len(STEPS) + 1
    if version > newest:
        raise FileError(Problem("E-FILE-NEWER", "version", {"allowed": newest}))
    for step in STEPS[version - 1 :]:
        data = step(data)
    return {**data, "version": newest}


def written(case: Case) -> dict[str, Any]:
    """A case as plain data, in the order of the case model: its version, and no default, for nobody told it.

    >>> written(Case.model_validate({"id": "case-1", "reporter": {"role": "self"}}))
    {'version': 1, 'id': 'case-1', 'reporter': {'role': 'self'}}
    """
    return {"version": case.version, **case.model_dump(mode="json", exclude_defaults=True)}


def _version(data: object) -> int | None:
    """The version, or ``None`` if it is none; the case model then says so."""
    written = str(data.get("version") or 1) if isinstance(data, Mapping) else ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 and int(written) else None
