"""How a value becomes text in a document: escaped always, refused where a character would cost text."""

import re

from jinja2 import Undefined
from markupsafe import Markup, escape

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[\x00-\x1f&<>\"'{}\ud800-\udfff\ufffe\uffff]")
_BRACES = {ord("{"): "&#123;", ord("}"): "&#125;"}


class ValueRefused(Exception):
    """A value cannot be printed; ``code`` says why, the value itself is not kept."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Markup(str(escape(text)).translate(_BRACES))


def encoded(text: str) -> bytes:
    """What ``printable`` gives for a string, as UTF-8; quick for the many texts in which nothing needs care.

    >>> encoded("가 < 나").decode()
    '가 &lt; 나'
    """
    return str(printable(text)).encode() if _SPECIAL.search(text) else text.encode()
