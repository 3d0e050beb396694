"""How a value becomes text in a document: escaped always, refused where a character would cost text."""

import re

from jinja2 import Undefined
from markupsafe import Markup

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRITTEN = (
    *(("\r\n", "\n"), ("\r", "\n"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")),
    *(('"', "&#34;"), ("'", "&#39;"), ("{", "&#123;"), ("}", "&#125;")),
)
_SPECIAL = bytes(byte < 0x20 or byte in b'&<>"{}\xef' for byte in range(256))
"""Which bytes of UTF-8 need a closer look; two in the block that begins with EF are no characters."""


class ValueRefused(Exception):
    """A value cannot be printed; ``code`` says why, the value itself is not kept."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Foreign(Exception):  # noqa: N818
    """This document needs docxtpl itself: a value brings XML of its own, or a table came out empty."""


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
    return Markup(_escaped(str(value)))


def _escaped(text: str) -> str:
    if _ILLEGAL.search(text):
        raise ValueRefused("E-TPL-CHARACTER")
    for character, written in _WRITTEN:
        text = text.replace(character, written)
    return text


def encoded(value: object) -> bytes:
    """What ``printable`` gives, as UTF-8; quick for the many texts in which nothing needs care.

    Raises:
        Foreign: the value is no plain text.
        ValueRefused: as ``printable``.

    >>> encoded("가 < 나").decode()
    '가 &lt; 나'
    """
    if type(value) is str:
        try:
            text = value.encode()
        except UnicodeEncodeError:  # a lone surrogate
            raise ValueRefused("E-TPL-CHARACTER") from None
        return text if 1 not in text.translate(_SPECIAL) else _escaped(value).encode()
    if type(value) is int:
        return b"%d" % value
    if hasattr(value, "__html__"):
        raise Foreign
    return str(printable(value)).encode()
