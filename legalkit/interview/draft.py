"""A draft: unfinished answers as plain JSON, and where in the interview she is. No draft is changed in place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from legalkit.errors import InputError, Problem
from legalkit.interview._tree import put, read
from legalkit.language import LANGUAGES, Language

VERSION = 1


@dataclass(frozen=True)
class Draft:
    """Unfinished answers.

    Attributes:
        language: of the screen, ``"ko"`` or ``"en"``.
        place: key of the page she is on, such as ``"safety"`` or ``"incident_what@incidents[0]"``.
        answers: shaped as a case file; parts may be missing. Entries of lists carry ``id``, which never changes.
        typed: what was typed and could not be accepted yet, by concrete path, as it was typed.
        seen: keys of the pages she went on from.
        counter: how many entries were ever added; ids are never given twice.
        revision: counts the changes.
        memo: what was worked out from the answers, kept as long as they stay as they are; never stored.

    >>> start("en").place
    'safety'
    """

    language: Language
    place: str = "safety"
    answers: Mapping[str, Any] = field(default_factory=dict, repr=False)
    typed: Mapping[str, Any] = field(default_factory=dict, repr=False)
    seen: tuple[str, ...] = ()
    counter: int = 0
    revision: int = 0
    memo: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def read(self, path: str) -> Any:  # noqa: ANN401 -- plain data
        """The plain answer at a concrete path, or ``None``."""
        return read(self.answers, path)

    @cached_property
    def of_herself(self) -> bool:
        """Whether the survivor is on screen; until it is said who is, she is."""
        return self.read("reporter.role") in (None, "self")

    def put(self, path: str, value: Any) -> "Draft":  # noqa: ANN401
        """The draft with an answer put, not checked; ``None`` takes it out. The same answer again changes nothing."""
        if same(self.read(path), value):
            return self
        return self.changed(answers=put(self.answers, path, value))

    def changed(self, **parts: Any) -> "Draft":  # noqa: ANN401
        """The draft with other parts, one revision on."""
        memo = {} if "answers" in parts else self.memo
        return replace(self, **parts, revision=self.revision + 1, memo=memo)


def start(language: Language, case_id: str = "case-1") -> Draft:
    """A new draft on the safety page.

    Args:
        language: of the screen.
        case_id: neutral id of the case to be; names no person.
    """
    return Draft(language, answers={"id": case_id, "reporter": {"language": language}})


def to_json(draft: Draft) -> dict[str, Any]:
    """The draft as plain data for a draft store.

    >>> from_json(to_json(start("ko"))) == start("ko")
    True
    """
    kept = {name: getattr(draft, name) for name in ("language", "place", "answers", "typed", "counter", "revision")}
    return {"version": VERSION, **kept, "seen": list(draft.seen)}


def from_json(data: Mapping[str, Any]) -> Draft:
    """The draft out of a draft store.

    Raises:
        InputError: ``E-INTERVIEW-DRAFT``: this is no draft of this version.
    """
    fits = data.get("version") == VERSION and set(data) == {*_SHAPE, "version"}
    if not fits or not all(isinstance(data[name], kind) for name, kind in _SHAPE.items()):
        raise InputError(Problem("E-INTERVIEW-DRAFT"))
    if data["language"] not in LANGUAGES or not all(isinstance(key, str) for key in data["seen"]):
        raise InputError(Problem("E-INTERVIEW-DRAFT"))
    parts = {name: data[name] for name in _SHAPE}
    return Draft(**{**parts, "seen": tuple(data["seen"])})


_SHAPE = {"language": str, "place": str, "answers": dict, "typed": dict, "seen": list, "counter": int, "revision": int}


def switch_language(draft: Draft, language: Language) -> Draft:
    """The same draft on the same page, in the other language.

    >>> switch_language(start("ko"), "en").language
    'en'
    """
    return draft.changed(language=language)


def same(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Whether plain data is the same as JSON: ``1`` is not ``True``.

    >>> same({"a": [1]}, {"a": [1]}), same(1, True), same([], None)
    (True, False, False)
    """
    return bool(one == other) and (not isinstance(one, bool | int | list | dict) or repr(one) == repr(other))


def copied(value: Any) -> Any:  # noqa: ANN401
    """Plain data that shares nothing with what it was made from."""
    return json.loads(json.dumps(value))
