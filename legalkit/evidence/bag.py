"""The evidence bag: a BagIt 1.0 folder (RFC 8493) of what we made. The originals are never inside."""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from legalkit import __version__
from legalkit.case import Case
from legalkit.errors import FileError, Problem
from legalkit.evidence import custody
from legalkit.evidence.exhibits_json import exhibits_json, exhibits_schema
from legalkit.evidence.register import listed
from legalkit.evidence.sums import sums

_OUR_NAMES = ("exhibits.json", "exhibits.schema.json", "custody.json", "SHA256SUMS.originals")
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
# A name that every system takes; those left out are devices on Windows.
_PLAIN = re.compile(r"(?!(con|prn|aux|nul|com\d|lpt\d)(\.|$))[a-z0-9]([a-z0-9._-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16

Files = Mapping[str, bytes]
"""Bytes by path inside the bag, ``/`` between folders."""


def bag(case: Case, documents: Files, log: custody.Log, *, made_on: date) -> Files:
    """Everything in a bag: the same for the same case, documents, log and day.

    Args:
        case: whose exhibits are listed.
        documents: what was made for them (index, sheets), by a path that names nobody, such as ``index.ko.docx``.
        log: the custody log.
        made_on: the day, for ``bag-info.txt``.

    Returns:
        Bytes by path, in the order in which they are written.

    Raises:
        FileError: ``E-EVIDENCE-BAG-NAME`` for a document whose path is not plain or is taken,
            ``E-EVIDENCE-ORIGINAL-INSIDE`` for one that is a listed original.
    """
    problems = [*_wrong_names(documents), *_originals(case, documents)]
    if problems:
        raise FileError(problems)
    made = (exhibits_json(case), exhibits_schema(), custody.write(log), sums(case))
    inside = {**documents, **dict(zip(_OUR_NAMES, made, strict=True))}
    payload = {f"data/{name}": data for name, data in sorted(inside.items())}
    tags = {
        "bag-info.txt": _info(case, payload, made_on),
        "bagit.txt": _DECLARATION,
        "manifest-sha256.txt": _manifest(payload),
    }
    return {**tags, "tagmanifest-sha256.txt": _manifest(tags), **payload}


def _wrong_names(documents: Files) -> Iterator[Problem]:
    taken = {name.casefold() for name in _OUR_NAMES}
    for place, name in enumerate(documents):
        if not all(map(_PLAIN.fullmatch, name.split("/"))) or name.casefold() in taken:
            yield Problem("E-EVIDENCE-BAG-NAME", f"documents[{place}]")
        taken.add(name.casefold())


def _originals(case: Case, documents: Files) -> Iterator[Problem]:
    hashes = {record.sha256 for _, record in listed(case)}
    for place, data in enumerate(documents.values()):
        if hashlib.sha256(data).hexdigest() in hashes:
            yield Problem("E-EVIDENCE-ORIGINAL-INSIDE", f"documents[{place}]")


def _info(case: Case, payload: Files, made_on: date) -> bytes:
    size = sum(map(len, payload.values()))
    lines = {
        "Bag-Software-Agent": f"legalkit {__version__}",
        "Bagging-Date": made_on.isoformat(),
        "External-Description": "Index of evidence with SHA-256 checksums; the originals are not inside.",
        "External-Identifier": case.id,
        "Payload-Oxum": f"{size}.{len(payload)}",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items()).encode("utf-8")


def _manifest(files: Files) -> bytes:
    lines = (f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in files.items())
    return "".join(lines).encode("utf-8")


def zipped(files: Files, folder: str) -> bytes:
    """A bag as one ZIP file, the same bytes for the same bag on every machine.

    Args:
        files: of the bag.
        folder: the one folder in the ZIP file, a name that names nobody, such as the case's id.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:  # compressors differ from machine to machine
        for path, data in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{path}", _FIRST_ZIP_DATE)
            entry.create_system, entry.external_attr = 3, _REGULAR_FILE
            archive.writestr(entry, data)
    return stream.getvalue()


def broken(files: Files) -> list[Problem]:
    """What in a bag is not as its manifests say; nothing if it is whole.

    Args:
        files: of the bag, by path, as :func:`bag` gives or as read from a folder.

    Returns:
        ``E-EVIDENCE-BAG-BROKEN`` for each file that is missing, changed or not listed, by its place in ``files``.

    >>> broken({"manifest-sha256.txt": b"", "tagmanifest-sha256.txt": b"", "data/a": b""})
    [Problem(code='E-EVIDENCE-BAG-BROKEN', path='files[2]', params={})]
    """
    lines = [line for name in files if "manifest-sha256" in name for line in files[name].decode("utf-8").splitlines()]
    stated = {path: sha256 for sha256, _, path in (line.partition("  ") for line in lines)}
    stated.setdefault("tagmanifest-sha256.txt", hashlib.sha256(files.get("tagmanifest-sha256.txt", b"")).hexdigest())
    stated.setdefault("manifest-sha256.txt", hashlib.sha256(files.get("manifest-sha256.txt", b"")).hexdigest())
    every = list(dict.fromkeys((*files, *stated)))
    wrong = (path not in files or hashlib.sha256(files[path]).hexdigest() != stated.get(path) for path in every)
    return [Problem("E-EVIDENCE-BAG-BROKEN", f"files[{place}]") for place, bad in enumerate(wrong) if bad]


def read_bag(place: Path) -> Files:
    """Every file of a bag, by path.

    Args:
        place: of the folder, or of the ZIP file with its one folder.
    """
    if place.is_dir():
        found = sorted(path for path in place.rglob("*") if path.is_file())
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}
    with zipfile.ZipFile(place) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def write_bag(files: Files, folder: Path) -> None:
    """Writes a bag into a new folder; nothing that exists is written over.

    Raises:
        FileError: ``E-EVIDENCE-BAG-EXISTS``, if there is something of that name; ``E-EVIDENCE-BAG-UNWRITABLE``.
    """
    try:
        folder.mkdir()
        for path, data in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    except FileExistsError:
        raise FileError(Problem("E-EVIDENCE-BAG-EXISTS")) from None
    except OSError:
        raise FileError(Problem("E-EVIDENCE-BAG-UNWRITABLE")) from None
