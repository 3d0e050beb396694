"""Names of files: as they are on disk to the byte, as they are shown, and as a case can hold them."""

import os
import re
import sys
import unicodedata
from urllib.parse import quote, quote_from_bytes, unquote_to_bytes

from legalkit.case import FileRecord

_HERE = "./"
_LINE_BREAK = "\u2424"
_NO_SIGN = "\ufffd"
_BLANK = "\u2420"
_QUOTED = re.compile(r"[\s%]")


def shown(name: str) -> str:
    r"""A name as it is printed: in NFC, a sign in place of each line break and of whatever has no sign.

    >>> shown("a\nb\u202egnp.exe")
    'a␤b�gnp.exe'
    """
    if name.isprintable():  # as nearly all are, and there may be thousands
        return unicodedata.normalize("NFC", name).strip() or _BLANK
    signs = (char if char.isprintable() else _LINE_BREAK if char == "\n" else _NO_SIGN for char in name)
    return unicodedata.normalize("NFC", "".join(signs)).strip() or _BLANK


def encode(place: str) -> str:
    r"""A place on disk as a relative reference in one line, that survives NFC and every text file.

    What cannot stand in it is percent-encoded (RFC 3986); the rest stays readable.

    >>> encode("사진/a b\n.png")
    './사진/a%20b%0A.png'
    """
    plain = place if place.isprintable() and not _QUOTED.search(place) else "".join(map(_kept, place))
    if not unicodedata.is_normalized("NFC", plain):
        plain = quote_from_bytes(os.fsencode(place), safe="/")
    return _HERE + plain


def _kept(char: str) -> str:
    if char.isprintable() and not char.isspace() and char != "%":
        return char
    return quote(char, safe="", errors=sys.getfilesystemencodeerrors())


def disk_name(record: FileRecord) -> bytes:
    r"""The bytes of the name, with its folders, as on disk.

    >>> disk_name(FileRecord(name="a␤b", place="./a%0Ab", size=0, sha256="0" * 64))
    b'a\nb'
    """
    return unquote_to_bytes(record.place.removeprefix(_HERE)) if record.place else os.fsencode(record.name)


def place_of(record: FileRecord) -> str:
    """The place of a listed file, in NFC, to be compared with :func:`comparable` places."""
    return comparable(os.fsdecode(disk_name(record)))


def comparable(place: str) -> str:
    r"""A place as places are compared: systems differ in how they spell the same name (NFC, NFD).

    >>> comparable("\u1100\u1161.png") == comparable("가.png")
    True
    """
    return unicodedata.normalize("NFC", place)
