"""A look at the machine before somebody trusts it: what is there, what is missing, what gives away more than it should.

Findings are data; their words stand in the catalogues under the code. Nothing is changed and nothing is sent.
"""

import contextlib
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

_PYTHON = (3, 11)
_MIB = 1024 * 1024
_SPACE_NEEDED, _SPACE_GOOD = 50, 500
_LIFE = timedelta(days=10 * 365)
_SWAPS = Path("/proc/swaps")
_SWAP_IN_MEMORY = "/dev/zram"
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "mobile documents", "mybox")
_FONT_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts",
    "C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts",
)  # fmt: skip
_KOREAN_FONTS = (
    "nanum", "notosanscjk", "notoserifcjk", "notosanskr", "notoserifkr", "malgun", "batang", "applesdgothic",
    "applemyungjo", "hanbatang", "handotum", "unbatang",
)  # fmt: skip


class State(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        code: stable code, such as ``"D-SPACE-LOW"``; its words say what was found and what to mend.
        state: fine, to be minded, or to be mended first.
        params: figures for the words.
    """

    code: str
    state: State
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """What the machine is to be used for.

    Attributes:
        folder: where case files and packages are written; it exists.
        port: of the local page.
        day: today, as this machine has it.
        known: a day that is past for certain, such as the last on which the law was checked.
        office: LibreOffice was found.
        lacking: templates that are not ready for this Python and its libraries, each counted once a language.
    """

    folder: Path
    port: int
    day: date
    known: date
    office: bool
    lacking: int


def examine(setting: Setting) -> list[Finding]:
    """Everything there is to say about this machine, in the order of the text of ``legalkit doctor``."""
    temp = Path(tempfile.gettempdir())
    return [
        python(sys.version_info[:2]),
        clock(setting.day, setting.known),
        folder(setting.folder),
        space(setting.folder),
        temporary(temp),
        swap(sys.platform, _SWAPS),
        port(setting.port),
        Finding("D-OFFICE-OK", State.OK) if setting.office else Finding("D-OFFICE-MISSING", State.WARN),
        templates(setting.lacking),
        fonts(Path(place).expanduser() for place in _FONT_FOLDERS),
    ]


def python(version: tuple[int, int]) -> Finding:
    """Whether this Python is one that is tested.

    >>> python((3, 9)).code
    'D-PYTHON-OLD'
    """
    params = {"version": ".".join(map(str, version)), "allowed": ".".join(map(str, _PYTHON))}
    if version < _PYTHON:
        return Finding("D-PYTHON-OLD", State.FAIL, params)
    return Finding("D-PYTHON-OK", State.OK, params)


def clock(day: date, known: date) -> Finding:
    """Whether the day can be right: deadlines and the version of the law hang on it.

    >>> clock(date(2020, 1, 1), known=date(2026, 10, 1)).code
    'D-CLOCK-BEHIND'
    """
    params = {"day": day.isoformat()}
    if day < known:
        return Finding("D-CLOCK-BEHIND", State.FAIL, params)
    if day > known + _LIFE:
        return Finding("D-CLOCK-AHEAD", State.WARN, params)
    return Finding("D-CLOCK-OK", State.OK, params)


def folder(place: Path) -> Finding:
    """Whether files can be written there, and stay there: a synced folder sends them to a company and other devices."""
    if not _writable(place):
        return Finding("D-FOLDER-CLOSED", State.FAIL)
    parts = [part.casefold() for part in place.resolve().parts]
    synced = any(part.startswith(name) for part in parts for name in _SYNCED)
    return Finding("D-FOLDER-SYNCED", State.WARN) if synced else Finding("D-FOLDER-OK", State.OK)


def space(place: Path) -> Finding:
    """Whether there is room for packages, in MiB."""
    free = shutil.disk_usage(place).free // _MIB
    params = {"free": free, "needed": _SPACE_NEEDED, "good": _SPACE_GOOD}
    if free < _SPACE_NEEDED:
        return Finding("D-SPACE-NONE", State.FAIL, params)
    if free < _SPACE_GOOD:
        return Finding("D-SPACE-LOW", State.WARN, params)
    return Finding("D-SPACE-OK", State.OK, params)


def temporary(place: Path) -> Finding:
    """Whether the temporary folder can be used; LibreOffice works there, and what it leaves is removed."""
    return Finding("D-TEMP-OK", State.OK) if _writable(place) else Finding("D-TEMP-CLOSED", State.FAIL)


def swap(platform: str, table: Path) -> Finding:
    """Whether memory is written to disk, where answers could be found later; only Linux tells."""
    if not platform.startswith("linux"):
        return Finding("D-SWAP-UNKNOWN", State.WARN)
    try:
        areas = table.read_text(encoding="utf-8").splitlines()[1:]
    except OSError:
        return Finding("D-SWAP-UNKNOWN", State.WARN)
    on_disk = [area for area in areas if not area.startswith(_SWAP_IN_MEMORY)]
    return Finding("D-SWAP-ON", State.WARN) if on_disk else Finding("D-SWAP-NONE", State.OK)


def port(number: int) -> Finding:
    """Whether the port of the local page is free; another program there could be taken for ours."""
    params = {"port": number}
    with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", number)):
        return Finding("D-PORT-FREE", State.OK, params)
    return Finding("D-PORT-TAKEN", State.WARN, params)


def templates(lacking: int) -> Finding:
    """Whether the templates made ready when the program was built are of use here; if not, papers come, but later.

    >>> templates(60).code
    'D-READY-STALE'
    """
    if lacking:
        return Finding("D-READY-STALE", State.WARN, {"lacking": lacking})
    return Finding("D-READY-OK", State.OK)


def fonts(folders: Iterable[Path]) -> Finding:
    """Whether a Korean font is there; without one a PDF shows boxes."""
    files = (name.casefold() for each in folders for _, _, names in os.walk(each) for name in names)
    found = any(name.replace("-", "").startswith(_KOREAN_FONTS) for name in files)
    return Finding("D-FONTS-OK", State.OK) if found else Finding("D-FONTS-MISSING", State.WARN)


def _writable(place: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"0")
    except OSError:
        return False
    return True
