"""Looks for marked words in anything that lies on a disk: as they are, coded, escaped, and inside what is deflated."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

MARK = re.compile("뷁[가-힣]{2}뷁")
"""What is looked for: see :class:`tests.support.markers.Marks`."""
_BORDER = "뷁"
_UTF_8 = re.compile(b"\xeb\xb7\x81.{6}\xeb\xb7\x81", re.DOTALL)
_UTF_16 = re.compile(rb"\xc1\xbd.[\xac-\xd7].[\xac-\xd7]\xc1\xbd|\xbd\xc1[\xac-\xd7].[\xac-\xd7].\xbd\xc1", re.DOTALL)
_ESCAPED = re.compile(rb"(?i)(?:\\u[0-9a-f]{4}){4,}|(?:&#x?[0-9a-f]{4,5};){4,}|(?:%[0-9a-f]{2}){12,}")
_BASE_64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
_HEXADECIMAL = re.compile(rb"(?:ebb781|EBB781)[0-9a-fA-F]{12}(?:ebb781|EBB781)")
_DEFLATED = re.compile(rb"PK\x03\x04|\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")
_MOST = 4 * 2**20
"""Bytes that are inflated of one member."""


def finds(content: bytes, depth: int = 2) -> set[str]:
    """Every mark that stands in a content, in whatever form; in archives within archives, so many deep."""
    found = _plain(content)
    for part in _inflated(content) if depth else ():
        found |= finds(part, depth - 1)
    return found


def _plain(content: bytes) -> set[str]:
    said = [each.decode("utf-8", "replace") for each in _UTF_8.findall(content)]
    for code in ("utf-16-le", "utf-16-be"):
        said += [each.decode(code, "replace") for each in _UTF_16.findall(content)]
    said += [_unescaped(each) for each in _ESCAPED.findall(content)]
    said += [bytes.fromhex(each.decode()).decode("utf-8", "replace") for each in _HEXADECIMAL.findall(content)]
    for run in _BASE_64.findall(content):
        said += [_decoded(run[start:]).decode("utf-8", "ignore") for start in range(4)]
    return {each for words in said for each in MARK.findall(words)}


def _unescaped(text: bytes) -> str:
    if text.startswith(b"%"):
        return unquote_to_bytes(text).decode("utf-8", "replace")
    base = 16 if b"x" in text.lower() or b"\\u" in text else 10
    digits = re.findall(rb"(?i)(?:\\u|&#x?)([0-9a-f]+)", text)
    return "".join(chr(int(each, base)) for each in digits if int(each, base) < 0x110000)


def _decoded(run: bytes) -> bytes:
    whole = run[:-1] if len(run) % 4 == 1 else run
    whole += b"=" * (-len(whole) % 4)
    try:
        return base64.b64decode(whole, altchars=b"-_" if b"-" in run or b"_" in run else None)
    except binascii.Error:
        return b""


def _inflated(content: bytes) -> Iterator[bytes]:
    """The members of archives, and whatever else begins like something deflated."""
    for match in _DEFLATED.finditer(content):
        start, kind = match.start(), 15
        if match[0] == b"PK\x03\x04":
            name, more = (int.from_bytes(content[start + at : start + at + 2], "little") for at in (26, 28))
            start, kind = start + 30 + name + more, -15
        elif match[0].startswith(b"\x1f"):
            kind = 31
        member = zlib.decompressobj(kind)
        try:
            yield member.decompress(content[start : start + _MOST], _MOST)
        except zlib.error:
            continue
