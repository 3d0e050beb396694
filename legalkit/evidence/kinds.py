"""What a file's name says about its kind. The content is never looked at."""

from mimetypes import MimeTypes

from legalkit.case.codes import ExhibitKind

# What people hand in and Python 3.11 does not know; Python's own table is used without that of the machine.
_TYPES = {
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".m4a": "audio/mp4",
    ".amr": "audio/amr",
    ".opus": "audio/ogg",
    ".ogg": "audio/ogg",
    ".mkv": "video/x-matroska",
    ".hwp": "application/x-hwp",
    ".hwpx": "application/hwp+zip",
    ".mhtml": "multipart/related",
    ".warc": "application/warc",
    ".wacz": "application/wacz",
}
_KINDS = {"image": ExhibitKind.SCREENSHOT, "video": ExhibitKind.VIDEO, "audio": ExhibitKind.AUDIO}

_TABLE = MimeTypes()
for _suffix, _type in _TYPES.items():
    _TABLE.add_type(_type, _suffix)


def content_type(name: str) -> str | None:
    """The kind of content that a name's ending stands for; nothing if it stands for none.

    >>> content_type("IMG_0001.HEIC"), content_type("메모")
    ('image/heic', None)
    """
    return _TABLE.guess_type("./" + name.replace(":", "_"), strict=False)[0]


def guessed_kind(types: set[str | None]) -> ExhibitKind:
    """The kind of an exhibit, guessed from the types of its files; a person should look at it.

    >>> guessed_kind({"video/mp4"}).value, guessed_kind({"video/mp4", None}).value
    ('video', 'document')
    """
    kinds = {_KINDS.get((kind or "").partition("/")[0], ExhibitKind.DOCUMENT) for kind in types}
    return kinds.pop() if len(kinds) == 1 else ExhibitKind.DOCUMENT
