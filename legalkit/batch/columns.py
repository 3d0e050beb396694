"""Which columns a table of cases has. What a cell may hold, and what it is called, follows from the case model."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, get_args, get_origin

import yaml
from pydantic import BaseModel

from legalkit.batch.codes import words_of
from legalkit.case import Case, NoAnswer, PartialDate, When
from legalkit.case.paths import pattern_of
from legalkit.language import LANGUAGES, Language, text
from legalkit.language.catalogue import messages

CASES, ROOMS = "cases", "rooms"
LISTS = ("accused", "incidents", "exhibits")
"""Sheets that are lists of the case."""
PARENTS = {"entries": "incidents", "files": "exhibits"}
"""Sheets that are lists within an entry of another sheet."""


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    DATE = "date"
    WHEN = "when"
    NUMBER = "number"
    LIST = "list"
    PHONE = "phone"
    POSTCODE = "postcode"
    CASE = "case"
    PARENT = "parent"
    ROOM = "room"


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        path: of the case, places of lists left open (``incidents[].when``); for what is no field of a case, a word.
        kind: what a cell holds.
        codes: the allowed codes, for choices.
        answerable: whether ``unknown`` and ``declined`` are answers here.
    """

    path: str
    kind: Kind
    codes: type[Enum] | None = None
    answerable: bool = False

    @property
    def sheet(self) -> str:
        """The list of the case it belongs to: ``incidents``; for the case itself, ``cases``."""
        return self.path.rpartition("[].")[0].rpartition("[].")[2] or CASES

    @property
    def below(self) -> str:
        """Its path from one entry of its list."""
        return self.path.rpartition("[].")[2]

    def heading(self, language: Language) -> str:
        """What it is called."""
        return text(_key(self.path), language)

    def help(self, language: Language) -> str:
        """How it is filled in."""
        own = f"batch.help.{self.path}"
        return text(own if (None, own) in messages(language) else f"batch.help.{self.kind}", language)


def _key(path: str) -> str:
    bare = re.sub(r"\[\d*\]", "", path.replace(f"{ROOMS}[]", "incidents[]"))
    return f"field.{bare}" if (None, f"field.{bare}") in messages("en") else f"batch.column.{bare}"


@cache
def sheets() -> dict[str, tuple[Column, ...]]:
    """The columns of each sheet, in order."""
    listed = yaml.safe_load((files("legalkit.batch") / "columns.yaml").read_text(encoding="utf-8"))
    return {name: tuple(_column(entry) for entry in entries) for name, entries in listed.items()}


_NO_FIELDS = (Kind.CASE, Kind.PARENT, Kind.ROOM)
"""Kinds of columns that say where a row belongs."""


def _column(entry: str | dict[str, str]) -> Column:
    if isinstance(entry, str):
        return _by_model(entry)
    kind = Kind(entry["kind"])
    model = kind not in _NO_FIELDS
    return Column(entry["path"], kind, None, model and _answerable(_annotation(entry["path"])))


def _by_model(path: str) -> Column:
    found = _annotation(path)
    inner, several = _bare(found)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return Column(path, Kind.CHOICES if several else Kind.CHOICE, inner, _answerable(found))
    if several and not path.endswith("]"):
        return Column(path, Kind.LIST, None, _answerable(found))
    kinds = {bool: Kind.YES_NO, int: Kind.NUMBER, PartialDate: Kind.DATE, When: Kind.WHEN}
    return Column(path, kinds.get(inner, Kind.TEXT), None, _answerable(found))


def _annotation(path: str) -> Any:  # noqa: ANN401 -- a type, whatever it is
    """The declared type of the field at a path.

    >>> _annotation("incidents[].act").__name__
    'Act'
    """
    model: type[BaseModel] = Case
    found: Any = None
    for step in pattern_of(path.replace(f"{ROOMS}[]", "incidents[]")).replace("[]", "").split("."):
        found = model.model_fields[step].annotation
        inner, _ = _bare(found)
        model = inner
    return found


def _bare(kind: Any) -> tuple[Any, bool]:  # noqa: ANN401
    """A type without ways of not answering and without its list; and whether there was a list."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) is tuple:
        return _bare(get_args(kind)[0])[0], True
    several = [part for part in get_args(kind) if part not in (NoAnswer, type(None), Ellipsis)]
    return _bare(several[0]) if several else (kind, False)


def _answerable(kind: Any) -> bool:  # noqa: ANN401
    return NoAnswer in get_args(kind) or any(_answerable(part) for part in get_args(kind)[:1])


def plain_heading(words: object) -> str:
    """A heading or a word as it is compared: letters and digits alone, small, in one form.

    >>> plain_heading("피해자 · 성명 / Victim")
    '피해자성명victim'
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(words))).casefold()


@cache
def headings(sheet: str) -> dict[str, Column]:
    """Every way to name a column of a sheet. The sheet of cases may hold columns of the other sheets too."""
    own = sheets()[sheet]
    guests = [column for name in LISTS for column in sheets()[name]] if sheet == CASES else []
    found: dict[str, Column] = {}
    for column in (*own, *(c for c in guests if c.kind not in _NO_FIELDS)):
        ko, en = (plain_heading(column.heading(language)) for language in ("ko", "en"))
        for name in (plain_heading(column.path), ko, en, ko + en, en + ko):
            found.setdefault(name, column)
    return found


@cache
def sheet_names() -> dict[str, str]:
    """Every way to name a sheet."""
    return {
        plain_heading(word): name
        for name in sheets()
        for word in (name, *(text(f"batch.sheet.{name}", language) for language in LANGUAGES))
    }


def nearest(heading: object, sheet: str) -> Column | None:
    """The column whose heading is most like a heading that is none; nothing if none is alike."""
    names = headings(sheet)
    close = get_close_matches(plain_heading(heading), names, n=1, cutoff=0.75)
    return names[close[0]] if close else None


@cache
def choices(codes: type[Enum]) -> dict[str, str]:
    """Every way to name a code of a choice: the code, its words in either language. What names two codes names none."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for member in codes:
        for word in {plain_heading(words) for words in words_of(codes, member.value)}:
            twice |= {word} if word in found else set()
            found[word] = member.value
    return {word: code for word, code in found.items() if word not in twice} | {
        plain_heading(member.value): member.value for member in codes
    }
