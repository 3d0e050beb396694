"""Case files come back as they went."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalkit.case import NoAnswer, read_case
from legalkit.errors import CaseError, FileError, InputError
from legalkit.settings import LIMITS
from legalkit.vault import case_file
from tests.support.cases import cases, lines, texts
from tests.vault.speaking import code_of

SMALL = read_case({"id": "case-1", "reporter": {"role": "self"}})
TYPED = """
id: case-1
reporter: {role: self, mandate: no}
victim:
  name: 홍길동
  birth: 1999-01-02
  phone: 01012345678
  nationality: NO
  disability: unknown
accused:
- {id: a1, official: No}
incidents:
- id: i1
  act: messages
  actor: a1
  when: {on: 2026-03-14}
  still_online: yes
  count: 12
"""


def it_reads_a_case_as_a_person_types_it():
    case = case_file.from_bytes(TYPED.encode("utf-8"))
    incident = case.incidents[0]
    assert (case.reporter.mandate, case.accused[0].official, incident.still_online) == (False, False, True)
    assert (case.victim.phone, case.victim.nationality) == ("01012345678", "NO")
    assert (str(case.victim.birth), str(incident.when.on), incident.count) == ("1999-01-02", "2026-03-14", 12)
    assert case.victim.disability is NoAnswer.UNKNOWN


@given(case=cases(), suffix=st.sampled_from([".yaml", ".yml", ".json", ""]))
def it_reads_back_what_it_wrote(case, suffix):
    assert case_file.from_bytes(case_file.to_bytes(case, suffix), suffix) == case


@given(case=cases(), suffix=st.sampled_from([".yaml", ".json"]))
def and_it_tells_json_from_yaml_by_content_where_the_name_does_not(case, suffix):
    assert case_file.from_bytes(case_file.to_bytes(case, suffix)) == case


# What YAML takes for a number, a date, a truth, a sign of its own, or folds away.
_TRAPS = [
    "no", "on", "NO", "~", "null", "1.10", "010", "0x1f", "1e3", ".inf", "2026-03-14", "12:30", "- a", "a: b", "# a",
    "*x", "&x", "!t", "| x", "> y", "'", '"', "{", "[", "%a", "@a", "\\", "=", "<<", "---", "...", "tab\there",
    "a\ufeffb", "x\x84y", "첫 줄\n둘째 줄", "a\n\n  b\n c", "a \nb", "\n🙂\u00a0끝\n", "가" * 400 + " " + "나" * 400,
]  # fmt: skip


@given(words=st.lists(st.sampled_from(_TRAPS) | texts, min_size=1, max_size=4), line=lines)
@settings(max_examples=100)
def it_keeps_every_text_word_for_word(words, line):
    case = read_case({"id": "c", "reporter": {"role": "self"}, "own_words": words, "victim": {"phone": line}})
    assert case_file.from_bytes(case_file.to_bytes(case, ".yaml"), ".yaml") == case


def it_keeps_an_empty_answer_apart_from_none():
    told = read_case({"id": "c", "reporter": {"role": "self"},
                      "incidents": [{"id": "i", "act": "threat", "feelings": [], "demands": "declined"}]})  # fmt: skip
    assert case_file.from_bytes(case_file.to_bytes(told, ".yaml")) == told
    assert b"feelings: []" in case_file.to_bytes(told, ".yaml")


def it_writes_yaml_that_a_person_can_read():
    case = read_case({"id": "case-1", "reporter": {"role": "self"}, "victim": {"name": "홍길동"},
                      "own_words": ["첫 줄\n둘째 줄 🙂", "no"]})  # fmt: skip
    assert case_file.to_bytes(case, ".yaml").decode("utf-8") == (
        "version: 1\nid: case-1\nreporter:\n  role: self\nvictim:\n  name:\n    hangul: 홍길동\nown_words:\n"
        "- text: |-\n    첫 줄\n    둘째 줄 🙂\n  language: ko\n- text: 'no'\n  language: en\n"
    )


def it_saves_to_a_file_and_loads_from_it(tmp_path):
    for name in ("case.yaml", "case.YML", "case.json", "case"):
        case_file.save(SMALL, tmp_path / name)
        assert case_file.load(tmp_path / name) == SMALL
    assert json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))["version"] == 1


def but_it_refuses_to_write_what_it_could_not_read(tmp_path):
    big = read_case({"id": "c", "reporter": {"role": "self"}, "own_words": ["가" * LIMITS.text] * 71})
    with pytest.raises(FileError, match="E-FILE-TOO-LARGE"):
        case_file.save(big, tmp_path / "case.yaml")
    with pytest.raises(FileError, match="E-FILE-TOO-LARGE"):
        case_file.from_bytes(case_file.to_bytes(big))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"[]", b"text", b'{"a": {}}'])
def it_refuses_what_is_no_case(content):
    with pytest.raises(CaseError):
        case_file.from_bytes(content)


def it_takes_the_name_at_its_word():
    with pytest.raises(FileError, match="E-FILE-JSON"):
        case_file.from_bytes(b"id: case-1", ".json")
    assert case_file.from_bytes(b"{id: case-1, reporter: {role: self}}", ".yaml") == SMALL


_signs = st.sampled_from([*"{}[]:,-?&*!|>'\"%@`# \n\t~=<\\가\ufeff\x00\ud800", "- ", ": ", "---\n"])


@st.composite
def _spoilt(draw) -> bytes:
    """A case file as it may be after an accident: some of it cut out, some signs put in."""
    content = draw(st.sampled_from([TYPED, case_file.to_bytes(SMALL).decode("utf-8"), ""]))
    for _ in range(draw(st.integers(0, 4))):
        place, length = draw(st.integers(0, len(content))), draw(st.integers(0, 20))
        content = content[:place] + "".join(draw(st.lists(_signs, max_size=4))) + content[place + length :]
    return content.encode(draw(st.sampled_from(["utf-8", "utf-16", "utf-16-le"])), "surrogatepass")


@given(content=st.binary(max_size=200) | st.text().map(lambda text: text.encode("utf-8")) | _spoilt(),
       suffix=st.sampled_from(["", ".json", ".yaml"]))  # fmt: skip
@settings(max_examples=300)
def it_reads_any_bytes_or_refuses_them_with_a_code(content, suffix):
    try:
        case_file.from_bytes(content, suffix)
    except InputError as error:
        assert all(code_of(problem) for problem in error.problems if not problem.code.startswith("E-CASE"))
