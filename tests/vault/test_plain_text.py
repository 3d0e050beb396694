"""What is read is what was typed; what is refused is refused by place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.errors import FileError, Problem
from legalkit.vault import plain_text
from legalkit.vault.plain_text import DEPTH, from_json, from_yaml, text_of, to_json
from tests.vault.speaking import code_of

SECRET = "홍길동"


def _problem(action) -> Problem:
    with pytest.raises(FileError) as caught:
        action()
    (problem,) = caught.value.problems
    assert SECRET not in repr(problem) + str(caught.value) + repr(caught.value.__context__)
    assert code_of(problem)
    return problem


@pytest.mark.parametrize("mark_and_encoding", ["utf-8", "utf-8-sig", "utf-16"])
def it_reads_korean_text_in_every_encoding_that_says_what_it_is(mark_and_encoding):
    assert text_of(f"name: {SECRET}".encode(mark_and_encoding)) == f"name: {SECRET}"


def it_reads_utf_16_of_either_order():
    assert text_of(b"\xff\xfe" + SECRET.encode("utf-16-le")) == SECRET
    assert text_of(b"\xfe\xff" + SECRET.encode("utf-16-be")) == SECRET


def but_it_refuses_to_guess_an_encoding():
    assert _problem(lambda: text_of(SECRET.encode("cp949"))).code == "E-FILE-CP949"
    assert _problem(lambda: text_of(b"caf\xe9")).code == "E-FILE-ENCODING"
    assert _problem(lambda: text_of("id: a".encode("utf-16-le"))).code == "E-FILE-ENCODING"
    assert _problem(lambda: text_of(b"\xff\xfe" + b"a")).code == "E-FILE-ENCODING"
    assert _problem(lambda: text_of("id: a".encode("utf-32"))).code == "E-FILE-ENCODING"


@pytest.mark.parametrize(
    "typed", ["yes", "no", "NO", "on", "off", "true", "2026-03-14", "2026-03-14T21:30:00Z", "010", "0x1f", "12:30",
              "1_000", "1.10", "1e3", ".inf", "=", "01012345678", "04524"],
)  # fmt: skip
def it_takes_a_yaml_scalar_as_it_was_typed(typed):
    assert from_yaml(f"a: {typed}\n{typed}: b") == {"a": typed, typed: "b"}


def it_reads_nothing_as_nothing_unless_it_is_quoted():
    assert from_yaml("a:\nb: ~\nc: null\nd: 'null'\ne: \"\"") == {"a": None, "b": None, "c": None, "d": "null", "e": ""}
    assert from_yaml("") is None
    assert from_yaml("# nothing") is None


@pytest.mark.parametrize(("text", "code", "line", "column"), [
    (f"a: '{SECRET}", "E-FILE-YAML", 1, 8),
    (f"a: [\n{SECRET}", "E-FILE-YAML", 3, 1),
    (f"ok: 1\na: *{SECRET}", "E-FILE-YAML", 2, 5),
    ("ok: 1\na: *bomb", "E-FILE-ALIAS", 2, 4),
    ("ok: 1\na: &bomb 1", "E-FILE-ALIAS", 2, 4),
    ("a: !!python/object/apply:os.system [x]", "E-FILE-TAG", 1, 4),
    ("a: !!timestamp 2026-03-14", "E-FILE-TAG", 1, 4),
    ("a: 1\n---\nb: 2", "E-FILE-MANY", 2, 1),
    ("? [a]\n: b", "E-FILE-KEY", 1, 3),
    ("~: b", "E-FILE-KEY", 1, 1),
    (f"{SECRET}: 1\nb: \x07", "E-FILE-CONTROL", 2, 4),
])  # fmt: skip
def it_names_the_place_in_a_yaml_file_and_never_the_text(text, code, line, column):
    problem = _problem(lambda: from_yaml(text))
    assert (problem.code, dict(problem.params)) == (code, {"line": line, "column": column})


@pytest.mark.parametrize("text", ["<<: {a: 1}", "<<: [{a: 1}, {b: 2}]"])
def it_merges_nothing_into_a_mapping(text):
    assert list(from_yaml(text)) == ["<<"]


@pytest.mark.parametrize(("text", "line", "column"), [
    (f'{{"name": "{SECRET}"', 1, 15), (f'{{\n"{SECRET}"', 2, 6), ('{"a": 1,}', 1, 9), ("{'a': 1}", 1, 2), ("", 1, 1),
    ('{"a": "b\nc"}', 1, 9), ("{} {}", 1, 4),
])  # fmt: skip
def it_names_the_place_in_a_json_file_and_never_the_text(text, line, column):
    problem = _problem(lambda: from_json(text))
    assert problem.code == "E-FILE-JSON"
    assert problem.params["line"] == line
    assert abs(problem.params["column"] - column) <= 1  # where Python sees it differs by one between versions


@pytest.mark.parametrize(("text", "code", "path"), [
    ('{"id": "a", "id": "b"}', "E-FILE-TWICE", "id"),
    ('{"incidents": [{}, {"when": 1, "when": 1}]}', "E-FILE-TWICE", "incidents[1].when"),
    (f'{{"victim": {{"{SECRET}": 1, "{SECRET}": 2}}}}', "E-FILE-TWICE", "victim.…"),
    ('{"victim": {"phone": "\\ud800"}}', "E-FILE-SURROGATE", "victim.phone"),
    ('{"\\udfff": 1}', "E-FILE-SURROGATE", "…"),
    ('{"id": NaN}', "E-FILE-NUMBER", ""),
    ('{"id": -Infinity}', "E-FILE-NUMBER", ""),
    ('{"id": 1e999}', "E-FILE-NUMBER", "id"),
    ('{"id": ' + "1" * 5_000 + "}", "E-FILE-NUMBER", ""),
])  # fmt: skip
def it_refuses_json_that_says_two_things_or_nothing(text, code, path):
    problem = _problem(lambda: from_json(text))
    assert (problem.code, problem.path) == (code, path)


def it_refuses_a_key_that_stands_twice_in_yaml():
    assert _problem(lambda: from_yaml("incidents:\n- id: a\n  act: b\n  id: c")).path == "incidents[0].id"


def but_it_joins_the_two_halves_of_a_character():
    assert from_json('"\\ud83d\\ude42"') == "🙂"


@pytest.mark.parametrize("levels", [DEPTH + 1, 100_000])
@pytest.mark.parametrize("read", [from_json, from_yaml])
def it_refuses_what_is_nested_too_deep(read, levels):
    assert _problem(lambda: read("[" * levels + "]" * levels)).code == "E-FILE-DEEP"


@pytest.mark.parametrize("read", [from_json, from_yaml])
def but_it_reads_what_is_nested_as_deep_as_allowed(read):
    assert read("[" * DEPTH + "]" * DEPTH)


_plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=20,
)  # fmt: skip


@given(data=_plain)
def it_reads_back_the_json_it_wrote(data):
    assert from_json(to_json(data).decode("utf-8")) == data


@pytest.mark.parametrize("data", [float("nan"), {1: 2, "a": 3}, b"bytes", {SECRET}, {"a": "b"}.keys(), [object()]])
def but_it_refuses_to_write_what_is_no_plain_data(data):
    assert _problem(lambda: to_json({"data": data})).code == "E-FILE-NOT-PLAIN"


@pytest.mark.parametrize(("data", "code"), [
    ("\ud800", "E-FILE-SURROGATE"), (10**20, "E-FILE-NUMBER"), (from_json("[" * DEPTH + "]" * DEPTH), "E-FILE-DEEP"),
], ids=["half a letter", "number", "depth"])  # fmt: skip
def and_it_writes_nothing_that_it_could_not_read_again(data, code):
    assert _problem(lambda: to_json({"data": data})).code == code


_pieces = st.sampled_from(
    ["{", "}", "[", "]", '"', ":", ",", "1", "0", "-", ".", "e", "9" * 21, "null", "NaN", " ", "a", "가", "\\",
     "\\ud83d", "\\ude00", "\\u00e9", "\ud800", '"a":1', '{"a":', '"a"'],
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ['{"a":1,"a":2}', '{"a":"\\ud800"}', '{"\\ud800":1}', '{"a":"\\ud83d\\ude00"}', "[1e999]", '"x"',
             "[" * 5_000, *("[" * deep + "]" * deep for deep in (DEPTH - 1, DEPTH, DEPTH + 1)),
             *('{"a":' * deep + "1" + "}" * deep for deep in (DEPTH - 1, DEPTH, DEPTH + 1))],
)  # fmt: skip
def it_reads_the_same_quickly_and_carefully(text):
    assert _read(from_json, text) == _read(plain_text._carefully, text)


@given(st.lists(_pieces, max_size=12).map("".join))
def it_reads_any_text_the_same_quickly_and_carefully(text):
    assert _read(from_json, text) == _read(plain_text._carefully, text)


def it_reads_quickly_what_nothing_is_wrong_with(monkeypatch):
    monkeypatch.setattr(plain_text, "_carefully", lambda text: pytest.fail("was read twice"))
    assert from_json('{"a": [1, 2.5, null, true, "가", "\\uac00", {"b": {}}]}') == {
        "a": [1, 2.5, None, True, "가", "가", {"b": {}}]
    }


def _read(read, text):
    try:
        return repr(read(text))
    except FileError as error:
        return [(problem.code, problem.path, dict(problem.params)) for problem in error.problems]
