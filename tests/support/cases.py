"""Any valid case: made from the case model itself, so that a new field is drawn from the day it exists.

``cases()`` draws a :class:`legalkit.case.Case`; ``case_data()`` the plain data of one, as a case file holds it.
Every answer may be missing, unknown or declined; text is hostile as far as it is legal.
"""

import datetime
import types
import typing
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any, Literal

from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from legalkit.case import Case, PartialDate, Quote, When, read_case
from legalkit.case.answers import NoAnswer
from legalkit.case.exhibit import Exhibit, Sha256
from legalkit.case.incident import Discovery, Entry, Incident, Knowing
from legalkit.case.people import Accused, Country, FinalSound, LanguageCode, PersonName
from legalkit.case.text import Id, Line, Mark, Name, Named, Text, Url, clean, has_registration_number
from legalkit.case.wishes import Provision

Refs = tuple[tuple[str, tuple[str, ...]], ...]
SPARSE = 6
"""At most so many answers of one part of a case are given; the rest was not asked. Keeps drawing fast."""

HOSTILE = [
    'A&B <x> > "q"', "{{ jinja }}", "{% if x %}", "{#", "]]>", "<w:t>", "&amp;", "${x}", "%(name)s", "%s", "\\", "'",
    "서연", "서연", "가\u3000나", "켈리 Kelly", "🙂👩‍👧", "עברית", "‮abc", "a\u00a0b", "a\u00adb", "a\u200bb",
    "no", "null", "~", "1.10", "0x1f", "2026-03-14", "unknown word", "-", "=1+1", "@handle", "..", "CON", "한글.png",
    "一", "𐍈", "ﬁ", "①", "１２３", "010-0000-0000", "1234567890123",
]  # fmt: skip

_OFFENCES = ("st_18_1_stalking", "sv_14_1_illegal_filming", "sv_14b_1_deepfake_creation", "cc_283_1_threat")
_ALPHABET = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\u2028\u2029")


def _legal(text: str) -> bool:
    return bool(text.strip()) and text not in {"unknown", "declined"} and not has_registration_number(text)


def _one_line(text: str) -> bool:
    return "\n" not in clean(text).strip()


_words = st.one_of(st.sampled_from(HOSTILE), st.text(_ALPHABET, min_size=1, max_size=12)).filter(_legal)
texts = st.one_of(_words, _words, st.lists(_words, min_size=2, max_size=3).map("\n".join).filter(_legal))
"""Free text, with line breaks."""
lines = _words.filter(_one_line)
"""Text in one line."""
_days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)).map(datetime.date.isoformat)
partial_dates = st.one_of(_days, _days.map(lambda day: day[:7]), _days.map(lambda day: day[:4]))
"""Days, months and years, as a case file writes them."""
_ranges = st.lists(_days, min_size=2, max_size=2).map(sorted)
whens = st.one_of(
    st.fixed_dictionaries({"on": partial_dates}, optional={"about": st.booleans(), "zone": st.just("UTC")}),
    st.fixed_dictionaries({"on": _days, "time": st.sampled_from(["00:00", "09:05", "23:59"])}),
    _ranges.map(lambda ends: {"start": ends[0], "end": ends[1]}),
    texts.map(lambda words: {"words": words}),
    partial_dates.map(lambda day: {"learned": day}),
)
"""When something happened, in each of the five forms."""
quotes = st.one_of(
    texts,
    st.fixed_dictionaries(
        {"text": texts}, optional={"language": st.sampled_from(["ko", "en", "vi"]), "translation": texts}
    ),
)
"""Words, with or without a translation."""
names = st.one_of(
    lines,
    st.fixed_dictionaries(
        {"hangul": lines}, optional={"passport": lines, "romanised": lines, "final_sound": st.just("vowel")}
    ),
)
"""A person's name, in one to three forms."""

_KNOWN: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Name, lines),
    (Line, lines),
    (Text, texts),
    (Mark, lines),
    (Named, lines),
    (Url, st.sampled_from(["https://social.example/p/9001011234567", "https://a.example/?q=<x>&y={{z}}#é", "a:b/c"])),
    (Sha256, st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}")),
    (Country, st.sampled_from(["KR", "GB", "ZZ"])),
    (LanguageCode, st.sampled_from(["ko", "en", "vi", "kok"])),
    (FinalSound, st.sampled_from(["vowel", "consonant", "rieul"])),
    (AwareDatetime, st.datetimes(timezones=st.just(datetime.UTC)).map(datetime.datetime.isoformat)),
    (PartialDate, partial_dates),
    (When, whens),
    (Quote, quotes),
    (PersonName, names),
]
_PATTERNS = {"^[A-Z]{3}$": st.sampled_from(["KRW", "USD"]), "^[a-z0-9_]{3,60}$": st.sampled_from(_OFFENCES)}


def _of(kind: Any) -> st.SearchStrategy[Any]:
    """What a field of this type may hold, as plain data."""
    for known, strategy in _KNOWN:
        if kind == known:
            return strategy
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin is Annotated:
        return _annotated(inside[0], inside[1:])
    if origin is Literal:
        return st.sampled_from(inside)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(_of(part) for part in inside)
    if origin is tuple:
        return st.lists(_of(inside[0]), max_size=2)
    return _plain(kind)


def _plain(kind: Any) -> st.SearchStrategy[Any]:
    if kind is type(None):
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is NoAnswer or issubclass(kind, Enum):
        return st.sampled_from([member.value for member in kind])
    assert issubclass(kind, BaseModel), kind
    return part(kind)


def _annotated(kind: Any, marks: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    bounds = {name: value for mark in marks for name, value in _bounds(mark)}
    if kind is int:
        return st.integers(bounds.get("ge", 0), bounds.get("le", 2**63))
    if kind is str:
        return _PATTERNS[bounds["pattern"]]
    if typing.get_origin(kind) is tuple:
        fewest = bounds.get("min_length", 0)
        return st.lists(_of(typing.get_args(kind)[0]), min_size=fewest, max_size=max(2, fewest))
    return _of(kind)


def _bounds(mark: Any) -> list[tuple[str, Any]]:
    found = [mark, *mark.metadata] if isinstance(mark, FieldInfo) else [mark]
    names = ("ge", "le", "min_length", "pattern")
    return [(name, getattr(m, name)) for m in found for name in names if getattr(m, name, None) is not None]


@lru_cache(maxsize=1_024)
def part(model: type[BaseModel], refs: Refs = ()) -> st.SearchStrategy[dict[str, Any]]:
    """Plain data of one part of a case, with at most ``SPARSE`` of its optional answers.

    Args:
        model: the part, such as ``Incident``.
        refs: the ids that references may lead to, by kind (``accused``, ``exhibits``, ``incidents``).
    """
    hints = typing.get_type_hints(model, include_extras=True)
    fields = {name: _field(model, name, hints[name], dict(refs)) for name in model.model_fields}
    required = {name: fields.pop(name) for name in list(fields) if model.model_fields[name].is_required()}
    if not fields:
        return st.fixed_dictionaries(required)
    chosen = st.lists(st.sampled_from(sorted(fields)), max_size=SPARSE, unique=True)
    given = chosen.flatmap(lambda names: st.fixed_dictionaries({name: fields[name] for name in names}))
    return st.builds(lambda must, may: must | may, st.fixed_dictionaries(required), given)


def _field(model: type[BaseModel], name: str, kind: Any, ids: dict[str, tuple[str, ...]]) -> st.SearchStrategy[Any]:
    special: dict[tuple[type[BaseModel], str], Callable[[], st.SearchStrategy[Any]]] = {
        (Incident, "actor"): lambda: st.sampled_from([*ids.get("accused", ()), "unknown", "declined", None]),
        (Provision, "incidents"): lambda: st.lists(st.sampled_from(ids["incidents"]), min_size=1, max_size=2),
        (Exhibit, "part_of"): st.none,
    }
    if (model, name) in special:
        return special[model, name]()
    if kind == Id:
        return st.just("x-0")
    if name == "exhibits" and model is not Case:
        return st.lists(st.sampled_from(ids["exhibits"]), max_size=2) if ids.get("exhibits") else st.just([])
    if model is Incident and name in {"knowing", "discovered", "entries"}:
        below = part({"knowing": Knowing, "discovered": Discovery, "entries": Entry}[name], tuple(ids.items()))
        return st.lists(below, max_size=4) if name == "entries" else below
    return _of(kind)


def _numbered(entries: list[dict[str, Any]], letter: str) -> list[dict[str, Any]]:
    return [{**entry, "id": f"{letter}-{n}"} for n, entry in enumerate(entries)]


_OWN_LISTS = ("id", "accused", "incidents", "exhibits", "provisions", "reporter")


@lru_cache
def _rest() -> dict[str, st.SearchStrategy[Any]]:
    hints = typing.get_type_hints(Case, include_extras=True)
    return {name: _of(hints[name]) for name in Case.model_fields if name not in _OWN_LISTS}


@st.composite
def case_data(draw: st.DrawFn, *, acts: tuple[str, ...] = (), most: int = 3) -> dict[str, Any]:
    """Plain data of a valid case.

    Args:
        draw: given by Hypothesis.
        acts: only incidents of these acts.
        most: at most so many people, incidents and exhibits each.
    """
    accused = _numbered(draw(st.lists(part(Accused), max_size=most)), "a")
    exhibits = _numbered(draw(st.lists(part(Exhibit), max_size=most)), "e")
    for exhibit in exhibits[1:]:
        exhibit["part_of"] = "e-0" if draw(st.booleans()) else None
    refs = {"accused": tuple(a["id"] for a in accused), "exhibits": tuple(e["id"] for e in exhibits)}
    incidents = _numbered(draw(st.lists(part(Incident, tuple(refs.items())), max_size=most)), "i")
    if acts:
        incidents = [{**incident, "act": draw(st.sampled_from(acts))} for incident in incidents]
    data = {"id": "k-0", "reporter": draw(_of(Case.model_fields["reporter"].annotation))}
    data |= {"accused": accused, "exhibits": exhibits, "incidents": incidents}
    if incidents:
        provision = part(Provision, (("incidents", tuple(i["id"] for i in incidents)),))
        data["provisions"] = draw(st.lists(provision, max_size=2))
    names = draw(st.lists(st.sampled_from(sorted(_rest())), max_size=SPARSE, unique=True))
    return data | {name: draw(_rest()[name]) for name in names}


def cases(*, acts: tuple[str, ...] = (), most: int = 3) -> st.SearchStrategy[Case]:
    """Valid cases; arguments as for :func:`case_data`."""
    return case_data(acts=acts, most=most).map(read_case)
