"""A case in which every text is a mark of its own, so that a document shows which answers it printed."""

import types
import typing
from enum import Enum
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel

from legalkit.case import Case, PartialDate, Quote, When, read_case
from legalkit.case.answers import NoAnswer
from legalkit.case.codes import Act, ReporterRole
from legalkit.case.exhibit import Exhibit, Sha256
from legalkit.case.incident import Incident
from legalkit.case.people import Accused, Country, FinalSound, LanguageCode, PersonName
from legalkit.case.text import Id, Line, Mark, Name, Text, Url

LETTERS = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"


class Marks:
    """Gives each path a mark, and remembers which."""

    def __init__(self) -> None:
        self.by_path: dict[str, str] = {}

    def of(self, path: str) -> str:
        """Three rare letters in a row that stand in no reviewed sentence."""
        number = len(self.by_path)
        first, second = divmod(number, len(LETTERS))
        return self.by_path.setdefault(path, f"뷁{LETTERS[first]}{LETTERS[second]}뷁")

    def found(self, text: str) -> set[str]:
        return {path for path, mark in self.by_path.items() if mark in text}


def full(role: ReporterRole, marks: Marks, *, words: bool, change: dict[str, Any] | None = None) -> Case:
    """A case with every answer given, one incident an act.

    Args:
        role: who reports.
        marks: filled with a mark for each text, by path.
        words: dates in words, each a mark; else exact days.
        change: top-level fields of the case file to put instead.
    """
    fill = _Fill(marks, words=words)
    data = fill.part(Case, "")
    data |= {"id": "k-0", "reporter": {**data["reporter"], "role": role}, "filings": []}
    data["accused"] = [{**fill.part(Accused, "accused[]"), "id": "a-0"}]
    data["exhibits"] = _exhibits(fill, words=words)
    data["incidents"] = [{**_incident(fill, words=words), "id": f"i-{n}", "act": act} for n, act in enumerate(Act)]
    data["provisions"] = [{"offence": "sv_14_1_illegal_filming", "incidents": ["i-0"]}]
    data["wishes"]["interpreter_language"] = "en"
    data["service"]["role"] = "lawyer"
    return read_case(data | (change or {}))


def _exhibits(fill: "_Fill", *, words: bool) -> list[dict[str, Any]]:
    paper = {**fill.part(Exhibit, "exhibits[]"), "id": "e-0", "part_of": None, "kind": "screenshot", "witness": None}
    person = {**fill.part(Exhibit, "exhibits[]"), "id": "e-1", "part_of": None, "kind": "witness"}
    if words:  # a room is named instead of an account
        paper["online"]["room"] = None
    return [paper, person]


def _incident(fill: "_Fill", *, words: bool) -> dict[str, Any]:
    """In words: heard from somebody, an account and no room; else concluded, and no single acts."""
    data = {**fill.part(Incident, "incidents[]"), "actor": "a-0", "exhibits": ["e-0"]}
    data["knowing"] = {**data["knowing"], "how": "told" if words else "concluded", "exhibits": ["e-0"]}
    data["discovered"]["exhibits"] = ["e-0"]
    data["place"]["kind"] = "street"
    data["entries"] = [{**entry, "exhibits": ["e-0"]} for entry in data["entries"]]
    if words:
        data["online"] = {**data["online"], "room": None}
        entry = data["entries"][0]
        data["entries"].append({**entry, "online": {**entry["online"], "room": None}})
    else:
        data["entries"] = []
    return {**data, "permission": False, "left_when_asked": False, "result_known": False}


class _Fill:
    """Answers for every field of a part of the model."""

    def __init__(self, marks: Marks, *, words: bool) -> None:
        self.marks, self.words = marks, words

    def part(self, model: type[BaseModel], path: str) -> dict[str, Any]:
        hints = typing.get_type_hints(model, include_extras=True)
        below = {name: f"{path}.{name}" if path else name for name in model.model_fields}
        return {name: self.of(hints[name], at) for name, at in below.items() if name not in ("version", "relief")} | (
            {"relief": self.part(hints["relief"], "relief")} if "relief" in hints else {}
        )

    def of(self, kind: Any, path: str) -> Any:
        texts = {Name: "{}", Line: "{}", Text: "{}", Mark: "@{}", Url: "https://x.example/{}"}
        for known, shape in texts.items():
            if kind == known:
                return shape.format(self.marks.of(path))
        given = self._special(kind, path)
        return given if given is not None else self._by_origin(kind, path)

    def _special(self, kind: Any, path: str) -> Any:
        if kind == When:
            return {"words": self.marks.of(f"{path}.words.text")} if self.words else "2026-03-14"
        if kind == Quote:
            return self.marks.of(f"{path}.text")
        if kind == PersonName:
            return {"hangul": self.marks.of(f"{path}.hangul")}
        plain = {Sha256: "0" * 64, Country: "KR", LanguageCode: "ko", FinalSound: "vowel", Id: "x-0"}
        plain |= {AwareDatetime: "2026-11-18T18:00:01+09:00", PartialDate: "2026-02-01"}
        return next((value for known, value in plain.items() if kind == known), None)

    def _by_origin(self, kind: Any, path: str) -> Any:
        origin, inside = typing.get_origin(kind), typing.get_args(kind)
        if origin is Annotated:
            return self._annotated(inside, path)
        if origin in (typing.Union, types.UnionType):
            return self.of(next(each for each in inside if each not in (NoAnswer, type(None))), path)
        if origin is tuple:
            return [] if inside[0] == Id else [self.of(inside[0], f"{path}[]")]
        if origin is Literal:
            return inside[0]
        if kind is bool:
            return True
        return list(kind)[0].value if issubclass(kind, Enum) else self.part(kind, path)

    def _annotated(self, inside: tuple[Any, ...], path: str) -> Any:
        if inside[0] is int:
            return 3
        if inside[0] is str:
            return "KRW" if path.endswith("currency") else "sv_14_1_illegal_filming"
        return self.of(inside[0], path)
