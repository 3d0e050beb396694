"""Only the passphrase opens it, every fault has its one code, and a hostile head costs nothing."""

import hashlib
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from legalkit.case import read_case
from legalkit.errors import CaseError, FileError
from legalkit.vault import case_file, sealed
from legalkit.vault.passphrase import Passphrase
from legalkit.vault.sealed import Content
from tests.support.cases import cases
from tests.vault.speaking import code_of

FIXTURES = Path(__file__).with_name("fixtures")
RIGHT, WRONG = Passphrase("맑은 가람 네 마리"), Passphrase("맑은 가람 네 마리!")
SECRET = "MARKED-ANSWER-홍길동"
CASE = read_case({"id": "case-1", "reporter": {"role": "self"}, "victim": {"name": "홍길동"}, "own_words": [SECRET]})
HEAD, TAG_AND_SUM = 50, 48
REGIONS = {"mark": 0, "version": 8, "memory": 10, "iterations": 14, "lanes": 18, "salt": 22, "nonce": 38,
           "ciphertext": HEAD, "padding": 40_000, "tag": -TAG_AND_SUM, "sum": -1}  # fmt: skip


@pytest.fixture
def cheap(monkeypatch):
    """Makes a guess cheap: what is tested is not its cost."""
    monkeypatch.setattr(sealed, "_COST", sealed._Cost(memory=64, iterations=1, lanes=1))


@pytest.fixture
def no_guess(monkeypatch):
    """Fails a test that comes as far as computing a key."""
    monkeypatch.setattr(sealed, "Argon2id", lambda **_: pytest.fail("a key was computed"))


def _code(content: bytes, passphrase: Passphrase = RIGHT) -> str:
    with pytest.raises(FileError) as caught:
        sealed.unseal(content, passphrase)
    (problem,) = caught.value.problems
    assert problem.path == ""
    assert set(problem.params) <= {"allowed", "megabytes"}
    return code_of(problem)


def _flipped(content: bytes, place: int, bit: int = 0) -> bytes:
    changed = bytearray(content)
    changed[place] ^= 1 << bit
    return bytes(changed)


def _summed(content: bytes) -> bytes:
    """The content with a right checksum, as someone would make it who changes the file on purpose."""
    return content[:-32] + hashlib.sha256(content[:-32]).digest()


def _with_head(content: bytes, **fields: int) -> bytes:
    head = sealed._Head(*sealed._HEAD.unpack_from(content))._replace(**fields)
    return _summed(sealed._HEAD.pack(*head) + content[HEAD:])


def it_opens_with_the_passphrase_at_full_cost():
    content = sealed.seal(CASE, RIGHT)
    assert sealed.unseal(content, RIGHT) == CASE
    assert sealed._Head(*sealed._HEAD.unpack_from(content))[1:5] == (1, 64 * 1024, 3, 4)


@given(case=cases())
@settings(max_examples=20)
def it_gives_back_every_case_as_it_was(case):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "_COST", sealed._Cost(memory=64, iterations=1, lanes=1))
        assert sealed.unseal(sealed.seal(case, RIGHT), RIGHT) == case


def it_shows_nothing_of_the_case_and_is_never_twice_the_same(cheap):
    first, second = (sealed.seal(CASE, RIGHT) for _ in range(2))
    assert first[22:] != second[22:]
    for text in (SECRET, "case-1", "reporter", RIGHT.reveal()):
        assert text.encode("utf-8") not in first


def it_does_not_show_that_more_was_told(cheap):
    told_more = CASE.model_copy(update={"own_words": CASE.own_words * 100})
    assert len(sealed.seal(CASE, RIGHT)) == len(sealed.seal(told_more, RIGHT)) == sealed.SMALLEST
    told_much = CASE.model_copy(update={"own_words": CASE.own_words * 1_300})
    assert len(sealed.seal(told_much, RIGHT)) == 2 * sealed.SMALLEST


@pytest.mark.parametrize("short_of_full", [0, 1, -1])
def it_finds_the_size_for_content_at_the_edge(short_of_full, cheap):
    empty = len(b'{"data":{"a":""},"kind":"draft"}')
    content = Content("draft", {"a": "x" * (sealed.SMALLEST - sealed._FRAME - empty - short_of_full)})
    size = sealed.SMALLEST * (2 if short_of_full < 0 else 1)
    locked = sealed.lock(content, RIGHT)
    assert len(locked) == size
    assert sealed.unlock(locked, RIGHT) == content


def it_keeps_a_draft_apart_from_a_case(cheap):
    draft = sealed.lock(Content("draft", {"victim.name": "unfinished"}), RIGHT)
    assert sealed.unlock(draft, RIGHT) == Content("draft", {"victim.name": "unfinished"})
    assert _code(draft) == "E-VAULT-IS-DRAFT"


def but_it_opens_with_no_other_passphrase(cheap):
    assert _code(sealed.seal(CASE, RIGHT), WRONG) == "E-VAULT-PASSPHRASE"


@pytest.mark.parametrize("place", REGIONS.values(), ids=REGIONS)
@pytest.mark.parametrize("bit", range(8))
def it_tells_a_damaged_file_from_a_wrong_passphrase(place, bit, cheap, no_guess):
    whole = (FIXTURES / "version-1.bin").read_bytes()
    expected = "E-VAULT-OTHER" if place == 0 else "E-VAULT-NEWER" if place == 8 else "E-VAULT-DAMAGED"
    assert _code(_flipped(whole, place, bit)) == expected


def it_notices_a_flipped_bit_in_every_byte(cheap, no_guess):
    whole = (FIXTURES / "version-1.bin").read_bytes()
    codes = {_code(_flipped(whole, place, place % 8)) for place in range(10, len(whole), 61)}
    assert codes == {"E-VAULT-DAMAGED"}
    assert {_code(_flipped(whole, place)) for place in range(HEAD)} == {
        "E-VAULT-OTHER", "E-VAULT-NEWER", "E-VAULT-DAMAGED",
    }  # fmt: skip


@pytest.mark.parametrize("region", ["salt", "nonce", "ciphertext", "padding", "tag"])
def and_it_opens_nothing_that_was_changed_on_purpose(region, cheap):
    assert _code(_summed(_flipped(sealed.seal(CASE, RIGHT), REGIONS[region]))) == "E-VAULT-PASSPHRASE"


def and_it_opens_nothing_whose_cost_was_changed(cheap):
    content = sealed.seal(CASE, RIGHT)
    for fields in ({"iterations": 2}, {"memory": 128}, {"lanes": 2}):
        assert _code(_with_head(content, **fields)) == "E-VAULT-PASSPHRASE"


@pytest.mark.parametrize("length", [8, 9, 49, 50, 51, 1_000, 65_535, 65_537, 100_000])
def it_notices_a_file_that_was_cut_off_or_grew(length, no_guess):
    whole = (FIXTURES / "version-1.bin").read_bytes()
    assert _code((whole + whole)[:length]) == "E-VAULT-CUT"


@pytest.mark.parametrize("content", [b"", b"\x89", b"\x89NTS\n\x1a\n", b"id: case-1", b"\0" * 65_536])
def it_refuses_what_is_no_such_file(content, no_guess):
    assert _code(content) == "E-VAULT-OTHER"


@pytest.mark.parametrize("fields", [
    {"memory": 256 * 1024 + 1}, {"memory": 2**32 - 1}, {"memory": 0}, {"memory": 31}, {"iterations": 0},
    {"iterations": 11}, {"iterations": 2**32 - 1}, {"lanes": 0}, {"lanes": 17}, {"lanes": 2**32 - 1},
    {"version": 0},
], ids=str)  # fmt: skip
def it_computes_nothing_for_a_hostile_head(fields, no_guess):
    assert _code(_with_head((FIXTURES / "version-1.bin").read_bytes(), **fields)) == "E-VAULT-HEAD"


def it_refuses_a_newer_version_with_what_it_reads(no_guess):
    newer = _with_head((FIXTURES / "version-1.bin").read_bytes(), version=2)
    assert _code(newer) == "E-VAULT-NEWER"
    assert _code(newer[:1_000]) == "E-VAULT-NEWER"  # a later version may be of another size


def and_it_leaves_a_newer_file_untouched(tmp_path):
    newer = _with_head((FIXTURES / "version-1.bin").read_bytes(), version=2)
    path = tmp_path / "notes.bin"
    path.write_bytes(newer)
    with pytest.raises(FileError, match="E-VAULT-NEWER"):
        case_file.load(path, lambda: RIGHT)
    assert path.read_bytes() == newer


def it_refuses_what_is_larger_than_any_of_ours(no_guess, cheap):
    assert _code(sealed.MARK + b"\0" * (sealed.LARGEST - 7)) == "E-VAULT-TOO-LARGE"
    with pytest.raises(FileError, match="E-VAULT-TOO-LARGE"):
        sealed.lock(Content("draft", {"a": "x" * sealed.LARGEST}), RIGHT)


@pytest.mark.parametrize(("plain", "code"), [
    (b"[]", "E-VAULT-CONTENT"), (b'{"kind":"case"}', "E-VAULT-CONTENT"),
    (b'{"kind":"case","data":[]}', "E-VAULT-CONTENT"), (b'{"kind":[],"data":{}}', "E-VAULT-NEWER"),
    (b'{"kind":"other","data":{}}', "E-VAULT-NEWER"), (b"{", "E-FILE-JSON"), (b"\xff", "E-FILE-JSON"),
    (b"[" * 60_000, "E-FILE-DEEP"),
])  # fmt: skip
def it_trusts_not_even_who_knows_the_passphrase(plain, code):
    with pytest.raises(FileError) as caught:
        sealed._content(plain)
    assert code_of(caught.value.problems[0]) == code


def it_asks_the_case_model_what_was_sealed(cheap):
    with pytest.raises(CaseError, match="E-CASE-MISSING"):
        sealed.unseal(sealed.lock(Content("case", {"id": "case-1"}), RIGHT), RIGHT)
    with pytest.raises(FileError, match="E-FILE-NEWER"):
        sealed.unseal(sealed.lock(Content("case", {"version": 2}), RIGHT), RIGHT)


def it_opens_a_file_of_version_1_for_good():
    case = case_file.load(FIXTURES / "version-1.bin", lambda: RIGHT)
    assert case == case_file.load(FIXTURES / "version-1.yaml")


def it_asks_for_the_passphrase_only_when_there_is_one(tmp_path, cheap):
    case_file.save(CASE, tmp_path / "case.yaml")
    case_file.save(CASE, tmp_path / "notes.bin", RIGHT)
    assert case_file.load(tmp_path / "case.yaml", lambda: pytest.fail("asked")) == CASE
    assert case_file.load(tmp_path / "notes.bin", lambda: RIGHT) == CASE
    with pytest.raises(FileError, match="E-VAULT-ENCRYPTED"):
        case_file.load(tmp_path / "notes.bin")


def it_has_a_name_that_tells_nothing():
    assert sealed.file_name(date(2026, 11, 22)) == "notes-2026-11-22.bin"


def it_needs_no_more_memory_of_its_own_than_a_few_times_the_file(cheap):
    content = sealed.seal(CASE, RIGHT)
    tracemalloc.start()
    sealed.unseal(content, RIGHT)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10 * len(content)
