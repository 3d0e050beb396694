"""Writing the zip of a document: fixed dates, a fixed order, members deflated once and reused."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

try:
    from isal import isal_zlib as _zlib
except ImportError:  # the extra "fast" is not installed
    _zlib = zlib  # type: ignore[misc]

LEVEL = 1
"""Level 1 costs size and saves most of the time that deflating takes; the figures are in ``docs/templates.md``."""

_DATE = (1980 - 1980) << 9 | 1 << 5 | 1  # 1980-01-01, the first day a zip can hold
_UTF8_NAMES = 0x800
_DEFLATED = 8
_NO_HEADER = -15
_FIRST = {"[Content_Types].xml": 0, "_rels/.rels": 1}


class Entry(NamedTuple):
    """One member, deflated and ready to be written many times."""

    name: str
    data: bytes
    crc: int
    size: int


def entry(name: str, content: bytes) -> Entry:
    """Deflate one member.

    >>> entry("a.txt", b"aaaa").size
    4
    """
    return Entry(name, _zlib.compress(content, LEVEL, _NO_HEADER), _zlib.crc32(content), len(content))


class Archive:
    """A zip under construction; ``copy`` lets many archives share the members written so far."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self._directory: list[bytes] = []
        self._offset = 0

    def copy(self) -> "Archive":
        """An archive that begins with the same members."""
        twin = Archive()
        twin._chunks, twin._directory, twin._offset = list(self._chunks), list(self._directory), self._offset
        return twin

    def add(self, member: Entry) -> None:
        """Write one member behind the others."""
        name = member.name.encode()
        common = struct.pack(
            "<5H3I2H",
            *(20, _UTF8_NAMES, _DEFLATED, 0, _DATE),
            *(member.crc, len(member.data), member.size),
            *(len(name), 0),
        )
        head = b"PK\x03\x04" + common + name
        self._directory.append(
            b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<3H2I", 0, 0, 0, 0, self._offset) + name
        )
        self._chunks += (head, member.data)
        self._offset += len(head) + len(member.data)

    def close(self) -> bytes:
        """The whole zip."""
        directory = b"".join(self._directory)
        count = len(self._directory)
        end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), self._offset, 0)
        return b"".join((*self._chunks, directory, end))


def in_order(names: Mapping[str, object]) -> list[str]:
    """Member names in the order they are written: what a reader needs first comes first.

    >>> in_order({"word/a.xml": 0, "[Content_Types].xml": 0})
    ['[Content_Types].xml', 'word/a.xml']
    """
    return sorted(names, key=lambda name: (_FIRST.get(name, 2), name))


def pack(members: Mapping[str, bytes]) -> bytes:
    """A zip of the members, the same bytes for the same members."""
    archive = Archive()
    for name in in_order(members):
        archive.add(entry(name, members[name]))
    return archive.close()


def unpack(blob: bytes) -> dict[str, bytes]:
    """The members of a zip by name.

    Raises:
        zipfile.BadZipFile: the bytes are no zip.
    """
    with zipfile.ZipFile(io.BytesIO(blob)) as source:
        return {info.filename: source.read(info) for info in source.infolist() if not info.is_dir()}
