"""Bad input: every problem named at once, with its place, and nothing a person wrote in any of them."""

import types
import typing
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from legalkit.case import Case, case_schema, plain, read_case
from legalkit.case.codes import ReporterRole
from legalkit.case.reading import path_of
from legalkit.errors import CaseError, Problem
from legalkit.language import LANGUAGES, problem_text
from legalkit.settings import LIMITS
from tests.support.cases import case_data

LOCALES = Path(__file__).resolve().parents[2] / "locales"
BARE = {"id": "k-0", "reporter": {"role": "self"}}
INCIDENT = {"id": "i", "act": "link"}
SECRET = "Xq비밀Zw"
NUMBER = "E-CASE-REGISTRATION-NUMBER"
BACKWARDS = {"start": "2027", "end": "2026"}


def problems(data):
    with pytest.raises(CaseError) as error:
        read_case(data)
    return error.value


def codes(data):
    return [(problem.code, problem.path) for problem in problems(data).problems]


EACH = [
    ("E-CASE-MISSING", "reporter", {"id": "k-0"}),
    ("E-CASE-UNKNOWN-FIELD", "victim.fone", {**BARE, "victim": {"fone": "1"}}),
    ("E-CASE-UNKNOWN-FIELD", "victim", {**BARE, "victim": {SECRET: "1"}}),
    ("E-CASE-UNKNOWN-FIELD", "incidents[0].when", {**BARE, "incidents": [{**INCIDENT, "when": {True: "2026"}}]}),
    ("E-CASE-CHOICE", "reporter.role", {**BARE, "reporter": {"role": SECRET}}),
    ("E-CASE-CHOICE", "version", {**BARE, "version": 9}),
    ("E-CASE-YES-NO", "wishes.alias", {**BARE, "wishes": {"alias": SECRET}}),
    ("E-CASE-YES-NO", "wishes.alias", {**BARE, "wishes": {"alias": []}}),
    ("E-CASE-EMPTY", "victim.phone", {**BARE, "victim": {"phone": " "}}),
    ("E-CASE-TOO-LONG", "victim.phone", {**BARE, "victim": {"phone": "1" * (LIMITS.line + 1)}}),
    ("E-CASE-TOO-MANY", "wishes.alias_choices", {**BARE, "wishes": {"alias_choices": ["a", "b", "c", "d"]}}),
    ("E-CASE-TOO-FEW", "provisions[0].incidents", {**BARE, "provisions": [{"offence": "abc", "incidents": []}]}),
    ("E-CASE-PATTERN", "id", {**BARE, "id": "Case 1"}),
    ("E-CASE-TOO-SMALL", "incidents[0].count", {**BARE, "incidents": [{**INCIDENT, "count": 0}]}),
    ("E-CASE-TOO-LARGE", "relief.family.months", {**BARE, "relief": {"family": {"months": 13}}}),
    ("E-CASE-NUMBER", "incidents[0].count", {**BARE, "incidents": [{**INCIDENT, "count": SECRET}]}),
    ("E-CASE-NUMBER", "incidents[0].count", {**BARE, "incidents": [{**INCIDENT, "count": 1.5}]}),
    ("E-CASE-NUMBER", "incidents[0].count", {**BARE, "incidents": [{**INCIDENT, "count": []}]}),
    ("E-CASE-TYPE", "incidents", {**BARE, "incidents": SECRET}),
    ("E-CASE-TYPE", "own_words[0]", {**BARE, "own_words": [7]}),
    ("E-CASE-CONTROL", "victim.phone", {**BARE, "victim": {"phone": f"{SECRET}\x00"}}),
    ("E-CASE-CONTROL", "id", {**BARE, "id": "\ud800"}),
    ("E-CASE-CONTROL", "own_words[0].text", {**BARE, "own_words": [f"{SECRET}\udfff"]}),
    ("E-CASE-ONE-LINE", "victim.phone", {**BARE, "victim": {"phone": f"{SECRET}\nb"}}),
    (NUMBER, "own_words[0].text", {**BARE, "own_words": [f"{SECRET} 900101-1234567"]}),
    (NUMBER, "victim.name.hangul", {**BARE, "victim": {"name": "강유진 900101-1234567"}}),
    (NUMBER, "victim.address.text.text", {**BARE, "victim": {"address": {"text": "900101 1234567"}}}),
    (NUMBER, "incidents[0].urls[0]", {**BARE, "incidents": [{**INCIDENT, "urls": ["a/900101-1234567"]}]}),
    ("E-CASE-DATE", "victim.birth", {**BARE, "victim": {"birth": SECRET}}),
    ("E-CASE-DATE", "incidents[0].when.on", {**BARE, "incidents": [{**INCIDENT, "when": SECRET}]}),
    ("E-CASE-WHEN-FORM", "incidents[0].when", {**BARE, "incidents": [{**INCIDENT, "when": {}}]}),
    ("E-CASE-WHEN-RANGE", "incidents[0].when", {**BARE, "incidents": [{**INCIDENT, "when": {"start": "2026"}}]}),
    ("E-CASE-WHEN-ORDER", "incidents[0].when", {**BARE, "incidents": [{**INCIDENT, "when": BACKWARDS}]}),
    ("E-CASE-DUPLICATE-ID", "incidents[1].id", {**BARE, "incidents": [INCIDENT, INCIDENT]}),
    ("E-CASE-UNKNOWN-REFERENCE", "incidents[0].actor", {**BARE, "incidents": [{**INCIDENT, "actor": "b"}]}),
    ("E-CASE-NAME-IN-ID", "id", {**BARE, "id": "kang-1", "victim": {"name": "KANG"}}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "path", "data"), EACH)
def it_names_what_is_wrong_and_where(code, path, data):
    assert codes(data) == [(code, path)]


@pytest.mark.parametrize(("code", "path", "data"), EACH)
def but_it_echoes_nothing(code, path, data):
    error = problems(data)
    shown = f"{error} {error!r} {error.problems}"
    assert SECRET not in shown
    assert "900101" not in shown
    assert error.__cause__ is None
    assert error.__context__ is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "path", "data"), EACH)
def and_it_is_told_in_words(code, path, data, language):
    (problem,) = problems(data).problems
    told = problem_text(problem, language)
    assert code not in told
    assert "%(" not in told
    assert len(told.split()) > 3


@pytest.mark.parametrize("data", [None, [], "id: k-0", 5, b"{}"])
def it_refuses_what_is_no_case_at_all(data):
    assert codes(data) == [("E-CASE-NOT-A-CASE", "")]


def it_tells_all_problems_at_once():
    data = {"id": "K", "reporter": {"role": "x"}, "victim": {"birth": "?", "phone": ""}, "incidents": [{"act": "y"}]}
    assert codes(data) == [
        ("E-CASE-PATTERN", "id"), ("E-CASE-CHOICE", "reporter.role"), ("E-CASE-DATE", "victim.birth"),
        ("E-CASE-EMPTY", "victim.phone"), ("E-CASE-MISSING", "incidents[0].id"), ("E-CASE-CHOICE", "incidents[0].act"),
    ]  # fmt: skip


def it_tells_what_is_allowed():
    asked = {"relief": {"family": {"months": 13}}, "wishes": {"alias_choices": ["a"] * 4}}
    error = problems({**BARE, "reporter": {"role": "x"}, **asked})
    params = {problem.path: problem.params for problem in error.problems}
    assert params["reporter.role"]["allowed"] == [role.value for role in ReporterRole]
    assert params["relief.family.months"] == {"le": 12}
    assert params["wishes.alias_choices"] == {"max_length": 3}


def _places(data, path=()):
    """Every place of a case file at which something else could stand."""
    yield path
    for step, below in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _places(below, (*path, step))


def _with(data, path, value):
    if not path:
        return value
    step, *rest = path
    return {**data, step: _with(data[step], rest, value)} if isinstance(data, dict) else [
        _with(below, rest, value) if place == step else below for place, below in enumerate(data)
    ]  # fmt: skip


_BAD = st.sampled_from([
    {SECRET: SECRET}, [SECRET, {SECRET: [SECRET]}], f"{SECRET}\x00", f"{SECRET}\ud800", f"{SECRET} 900101-1234567",
    {"text": f"{SECRET}\x00"}, {f"{SECRET}\ud800": 1}, SECRET * 20_000, [f"{SECRET}\x01"] * 3,
])  # fmt: skip


@given(case_data(), _BAD, st.data())
def it_never_echoes_what_was_put_in_whatever_and_wherever_it_was(data, bad, choose):
    place = choose.draw(st.sampled_from(list(_places(data))))
    try:
        read_case(_with(data, place, bad))
    except CaseError as error:
        shown = f"{error} {error!r} {[dict(problem.params) for problem in error.problems]}"
        assert SECRET not in shown
        assert "900101" not in shown
        assert all(problem.code.startswith("E-CASE-") for problem in error.problems)


@pytest.mark.parametrize(
    ("steps", "path"),
    [((), ""), (("victim",), "victim"), (("incidents", 0, "when"), "incidents[0].when"), (("a", 1, 2), "a[1][2]")],
)
def it_writes_a_place_as_a_path(steps, path):
    assert path_of(steps) == path


def it_leaves_out_of_a_case_file_what_was_not_asked():
    written = plain(read_case({**BARE, "victim": {"phone": "unknown"}}))
    assert written["victim"] == {"phone": "unknown"}


def and_it_has_a_schema_that_names_every_part():
    schema = case_schema()
    assert schema["required"] == ["id", "reporter"]
    assert {"Incident", "Exhibit", "Victim", "Accused", "Relief"} <= set(schema["$defs"])


def _parts(kind) -> Iterator[type[BaseModel]]:
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Annotated, tuple):
        yield from _parts(inside[0])
    elif origin in (typing.Union, types.UnionType):
        for option in inside:
            yield from _parts(option)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind


def _fields(model: type[BaseModel], above: str = "") -> Iterator[str]:
    hints = typing.get_type_hints(model, include_extras=True)
    for name in model.model_fields:
        yield f"{above}{name}"
        for below in _parts(hints[name]):
            yield from _fields(below, f"{above}{name}.")


@pytest.mark.parametrize("language", LANGUAGES)
def and_every_field_has_a_name_in_words(language):
    told = {path: problem_text(Problem("E-CASE-MISSING", path), language) for path in _fields(Case)}
    named = {entry.msgid for entry in polib.pofile(str(LOCALES / language / "LC_MESSAGES/fields.po")) if entry.msgstr}
    bare = [path for path, words in told.items() if words.startswith(f"{path}:")]
    assert [path for path in bare if f"field.{path}" not in named] == []
    assert len(set(told.values())) == len(told)
