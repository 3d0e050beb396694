"""``SHA256SUMS.originals``: what ``sha256sum -c`` checks, where the originals lie."""

from legalkit.case import Case
from legalkit.evidence.names import disk_name
from legalkit.evidence.register import listed

# GNU sha256sum writes these for what would break a line, and marks the line with a backslash at its start.
_ESCAPES = {b"\\": b"\\\\", b"\n": b"\\n", b"\r": b"\\r"}


def sums(case: Case) -> bytes:
    """The listed files as lines of GNU ``sha256sum``, names byte by byte as on disk, in the order of the case.

    It is checked in the folder from which the files were named: ``sha256sum -c SHA256SUMS.originals``. A file that is
    listed twice stands once.
    """
    lines = [line(record.sha256, disk_name(record)) for _, record in listed(case)]
    return b"".join(dict.fromkeys(lines))


def line(sha256: str, name: bytes) -> bytes:
    r"""One line, as GNU ``sha256sum`` writes it.

    >>> line("00", b"a b.png"), line("00", b"a\nb")
    (b'00  a b.png\n', b'\\00  a\\nb\n')
    """
    escaped = name
    for plain, written in _ESCAPES.items():
        escaped = escaped.replace(plain, written)
    mark = b"" if escaped == name else b"\\"
    return mark + sha256.encode("ascii") + b"  " + escaped + b"\n"
