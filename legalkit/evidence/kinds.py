"""What a file's name says about its kind. The content is never looked at."""

import re
from collections.abc import Iterable
from mimetypes import MimeTypes

from legalkit.case import FileRecord
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
_CAMERA_TYPES = ("image/heic", "image/heif", "image/jpeg")
# What phones and computers call a capture of the screen; some of them save it in a camera's format.
_CAPTURE = re.compile("screen|capture|스크린|캡처|캡쳐|화면", re.IGNORECASE)

_TABLE = MimeTypes()
for _suffix, _type in _TYPES.items():
    _TABLE.add_type(_type, _suffix)


def content_type(name: str) -> str | None:
    """The kind of content that a name's ending stands for; nothing if it stands for none.

    >>> content_type("IMG_0001.HEIC"), content_type("메모")
    ('image/heic', None)
    """
    return _TABLE.guess_type("./" + name.replace(":", "_"), strict=False)[0]


def guessed_kind(files: Iterable[FileRecord]) -> ExhibitKind:
    """The kind of an exhibit, guessed from the names and types of its files; a person should look at it.

    A picture in the format of a camera is a photograph, unless its name says that it is a capture of the screen.

    >>> def named(name):
    ...     return FileRecord(name=name, type=content_type(name), size=1, sha256="0" * 64)
    >>> [guessed_kind([named(name)]).value for name in ("IMG_1.HEIC", "Screenshot_1.jpg", "a.png")]
    ['photo', 'screenshot', 'screenshot']
    >>> guessed_kind([named("a.mp4"), named("a.txt")]).value
    'document'
    """
    kinds = set(map(_kind, files))
    return kinds.pop() if len(kinds) == 1 else ExhibitKind.DOCUMENT


def _kind(record: FileRecord) -> ExhibitKind:
    if record.type in _CAMERA_TYPES and not _CAPTURE.search(record.name):
        return ExhibitKind.PHOTO
    return _KINDS.get((record.type or "").partition("/")[0], ExhibitKind.DOCUMENT)
