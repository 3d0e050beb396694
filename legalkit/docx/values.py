"""How a value becomes text in a document: escaped always, refused where a character would cost text."""

import re
from collections.abc import Sequence

from jinja2 import Undefined
from markupsafe import Markup

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRITTEN = (
    *(("\r\n", "\n"), ("\r", "\n"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")),
    *(('"', "&#34;"), ("'", "&#39;"), ("{", "&#123;"), ("}", "&#125;")),
)
_CARED_FOR = b"&<>\"'{}\t\n\r"
_PLAIN = bytes(byte for byte in range(0x20, 256) if byte not in _CARED_FOR + b"\xef")
"""Bytes of UTF-8 that need no closer look; two characters in the block that begins with EF are none."""
_BETWEEN = "\x7f"
"""Stands between two values: a character that XML can hold, and that nobody writes."""


class ValueRefused(Exception):
    """A value cannot be printed; ``code`` says why, the value itself is not kept."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Foreign(Exception):  # noqa: N818
    """This document needs docxtpl itself: a value brings XML of its own, or cannot be printed, or a table is empty."""


def printable(value: object) -> Markup:
    """A value as XML text.

    Braces are written as character references, so that a ``{{`` that somebody wrote stays what it is: neither Jinja
    nor docxtpl's own replacements (``{_{`` and the like) find it. A line break becomes a line break of the document.

    Args:
        value: a string or a whole number; an object of docxtpl (``RichText`` …) passes as it is.

    Raises:
        ValueRefused: ``E-TPL-CHARACTER``, a character that XML cannot hold; ``E-TPL-VALUE``, not a text at all.

    >>> str(printable('A&B {{ x }}'))
    'A&amp;B &#123;&#123; x &#125;&#125;'
    """
    if hasattr(value, "__html__"):
        return value if isinstance(value, Markup) else Markup(value)
    if isinstance(value, Undefined):
        return Markup(str(value))  # raises: a strict undefined value says so when it is printed
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueRefused("E-TPL-VALUE", type=type(value).__name__)
    text = str(value)
    if _ILLEGAL.search(text):
        raise ValueRefused("E-TPL-CHARACTER")
    return Markup(_escaped(text))


def _escaped(text: str) -> str:
    for character, written in _WRITTEN:
        text = text.replace(character, written)
    return text


def written(values: Sequence[object], line_break: str = "\n") -> tuple[list[bytes], bool]:
    """What ``printable`` gives for each value, as UTF-8, looked at all together: most texts need no care.

    Args:
        values: texts and whole numbers.
        line_break: what to write for a line break.

    Returns:
        The values, and whether a line break or a tab may be among them.

    Raises:
        Foreign: one of them is no plain text, or a character of it cannot be printed.

    >>> [each.decode() for each in written(["가 < 나", 3])[0]]
    ['가 &lt; 나', '3']
    """
    if list(map(type, values)).count(str) < len(values):
        values = [value if type(value) is str else _text(value) for value in values]
    text = _BETWEEN.join(values)  # type: ignore[arg-type]
    try:
        whole = text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        raise Foreign from None
    odd = whole.translate(None, _PLAIN)
    if odd:
        if odd.translate(None, _CARED_FOR) and _ILLEGAL.search(text):
            raise Foreign
        whole = _escaped(text).replace("\n", line_break).encode()
    apart = whole.split(_BETWEEN.encode())
    if len(apart) != len(values):
        raise Foreign
    return apart, bool(odd)


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int) or hasattr(value, "__html__"):
        raise Foreign
    return str(value)
