"""Templates made ready when the program was built, so that a cold start compiles none.

They lie inside the package, each under a name made of all that it came from: the template, the language, the code of
this room, Python and the libraries at work. If any of these is another one, none is found, and the template is made
ready on the spot, as it always could be. They are written when a wheel is built, or by ``python -m
legalkit.docx.preparing`` in a checkout, and never while the program runs.
"""

import json
import zipfile
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from sys import version_info
from typing import NamedTuple

from legalkit.docx import archive
from legalkit.docx.model import Language
from legalkit.resources import data

FOLDER = files("legalkit") / "_data" / "ready"
"""Where they lie; who can write there can write the program too."""

_LIBRARIES = ("docxtpl", "jinja2", "lxml", "python-docx")
_VARIANT, _PARTS = "variant.docx", "parts.json"


class PreparedPart(NamedTuple):
    """One part of a template that docxtpl fills.

    Attributes:
        member: its name in the file.
        text: the XML with its tags, each paragraph on a line of its own, so that a line names a place.
        code: Python that fills it, as Jinja's compiler writes it; empty if it has no tag and ``text`` is all there is.
        slow: the codes ``W-TPL-SLOW-…`` of why it must go the docxtpl way.
        hollow: whether a table of it may come out without a row.
        again: whether it is looked through again once it is filled: it holds a brace that is no tag, a line break or a
            tab, or a value stands elsewhere than in the text of a run.
    """

    member: str
    text: str
    code: str = ""
    slow: tuple[str, ...] = ()
    hollow: bool = False
    again: bool = False


class Prepared(NamedTuple):
    """A template of one language: what ``derive`` gives, and the parts of it that docxtpl fills."""

    variant: bytes
    parts: tuple[PreparedPart, ...]


def ours() -> list[bytes]:
    """Every template of ours."""
    return [file.read_bytes() for file in data("templates").iterdir() if file.name.endswith(".docx")]


def lacking() -> int:
    """How many of our templates, each counted once a language, are not ready: the first paper of each is late."""
    return sum(find(blob, language) is None for blob in ours() for language in Language)


def find(template: bytes, language: Language) -> Prepared | None:
    """What was made ready for exactly this template, language and program; nothing if there is none."""
    try:
        members = archive.unpack((FOLDER / name(template, language)).read_bytes())
        parts = json.loads(members[_PARTS])
        return Prepared(members[_VARIANT], tuple(PreparedPart(**{**part, "slow": (*part["slow"],)}) for part in parts))
    except (OSError, PackageNotFoundError):  # there is none, or no telling what the program is made of
        return None
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError):  # a disk spoilt it
        return None


def name(template: bytes, language: Language) -> str:
    """The name of the file: a digest of all that its content depends on."""
    return sha256(_made_by() + language.encode() + b"\0" + template).hexdigest()[:40]


@cache
def _made_by() -> bytes:
    code = sorted(Path(__file__).parent.glob("*.py"))
    versions = (*version_info[:2], *map(version, _LIBRARIES))
    return sha256(b"\0".join([repr(versions).encode(), *(file.read_bytes() for file in code)])).digest()


def content(prepared: Prepared) -> bytes:
    """What stands in the file."""
    parts = json.dumps([part._asdict() for part in prepared.parts], ensure_ascii=False)
    return archive.pack({_VARIANT: prepared.variant, _PARTS: parts.encode()})
