"""Case files on disk: JSON, YAML or encrypted, so that nothing is lost, guessed or left half done.

An encrypted case file (:mod:`legalkit.vault.sealed`) is known by its first bytes and read here too, so every command
that takes a case takes both.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from legalkit.case import Case, read_case
from legalkit.errors import FileError, Problem
from legalkit.settings import LIMITS
from legalkit.vault import disk
from legalkit.vault.migrations import migrated, written
from legalkit.vault.passphrase import Passphrase
from legalkit.vault.plain_text import from_json, from_yaml, text_of
from legalkit.vault.sealed import is_sealed, seal, unseal

_YAML = frozenset({".yaml", ".yml"})
_JSON = ".json"
_NEVER_FOLD = 1_000_000_000


Ask = Callable[[], Passphrase]
"""Asks the person for the passphrase; called only when the file has one."""


def load(path: Path, ask: Ask | None = None) -> Case:
    """Reads a case file.

    Args:
        path: a file of at most ``LIMITS.case_bytes``. An encrypted one is known by its first bytes; ``.json``,
            ``.yaml`` and ``.yml`` say which the others are; with another name, one that begins with ``{`` is JSON.
        ask: gives the passphrase.

    Raises:
        FileError: the file cannot be read (``E-FILE-...``) or not be opened (``E-VAULT-...``; without ``ask``,
            ``E-VAULT-ENCRYPTED``).
        CaseError: what it holds is no case.
    """
    return from_bytes(disk.read(path, LIMITS.case_bytes), path.suffix, ask)


def from_bytes(content: bytes, suffix: str = "", ask: Ask | None = None) -> Case:
    r"""Reads a case from the content of a case file; see :func:`load`.

    >>> from_bytes(b"id: case-1\nreporter: {role: self}").id
    'case-1'
    """
    if len(content) > LIMITS.case_bytes:
        raise FileError(disk.too_large("E-FILE-TOO-LARGE", LIMITS.case_bytes))
    if is_sealed(content):
        if ask is None:
            raise FileError(Problem("E-VAULT-ENCRYPTED"))
        return unseal(content, ask())
    text = text_of(content)
    return read_case(migrated(_parser(text, suffix.lower())(text)))


def _parser(text: str, suffix: str) -> Callable[[str], object]:
    if suffix == _JSON or (suffix not in _YAML and text.lstrip().startswith("{")):
        return from_json
    return from_yaml


def save(case: Case, path: Path, passphrase: Passphrase | None = None) -> None:
    """Writes a case file: encrypted with a passphrase; without, YAML for ``.yaml`` and ``.yml``, else JSON.

    The old file or the new one is there at every moment, whatever happens (see :func:`legalkit.vault.disk.write`).

    Raises:
        FileError: ``E-FILE-TOO-LARGE``, ``E-VAULT-TOO-LARGE``: it could not be read again; what
            :func:`legalkit.vault.disk.write` raises.
    """
    content = seal(case, passphrase) if passphrase else to_bytes(case, path.suffix)
    if len(content) > LIMITS.case_bytes:
        raise FileError(disk.too_large("E-FILE-TOO-LARGE", LIMITS.case_bytes))
    disk.write(path, content)


def to_bytes(case: Case, suffix: str = _JSON) -> bytes:
    """The content of a case file, in the order of the case model, without what is not told.

    >>> print(to_bytes(read_case({"id": "case-1", "reporter": {"role": "self"}}), ".yaml").decode("utf-8"))
    version: 1
    id: case-1
    reporter:
      role: self
    <BLANKLINE>
    """
    told = written(case)
    text = _yaml(told) if suffix.lower() in _YAML else json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8")


_IN_C: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _NoReferences:
    def ignore_aliases(self, data: object) -> bool:
        return True


class _Readable(_NoReferences, yaml.SafeDumper):
    """Several lines as such."""


class _Quick(_NoReferences, _IN_C):  # type: ignore[misc]
    """The same in C, several times as fast; it writes smileys and the like as numbers."""


def _several_lines(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


for _each in (_Readable, _Quick):
    _each.add_representer(str, _several_lines)


def _yaml(data: dict[str, Any]) -> str:
    how: dict[str, Any] = {
        "allow_unicode": True, "sort_keys": False, "default_flow_style": False, "width": _NEVER_FOLD
    }  # fmt: skip
    text: str = yaml.dump(data, Dumper=_Quick, **how)
    return yaml.dump(data, Dumper=_Readable, **how) if "\\U" in text else text
