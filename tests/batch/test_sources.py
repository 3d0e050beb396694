"""Files of lines, folders of case files, and what is no input at all."""

import json

import pytest

from legalkit.batch import open_source, run, sources
from legalkit.batch.sources import Piece
from legalkit.case import read_case
from legalkit.errors import FileError, InputError
from legalkit.vault import case_file
from legalkit.vault.passphrase import Passphrase
from tests.batch import samples
from tests.batch.samples import case, codes, done, job, lines, put, reported


def _ids(source, piece):
    return [record.data["id"] for record in source.read(piece) if record.data]


@pytest.mark.parametrize("size", [1, 3, 7, 50])
def it_reads_a_file_of_lines_in_pieces_of_any_size(tmp_path, size):
    source = open_source(put(tmp_path, lines(7), "cases.jsonl"))
    pieces, _ = source.pieces(size)
    assert [each for piece in pieces for each in _ids(source, piece)] == [f"case-{n}" for n in range(7)]
    singles = [single for piece in pieces for single in piece.parts(piece.count)]
    assert [_ids(source, single) for single in singles] == [[f"case-{n}"] for n in range(7)]


def it_names_the_line_of_each_problem(tmp_path):
    whole = [
        json.dumps(case(1)), "", "{", json.dumps(case(2, victim={"name": "a\u000bb\x00"})),
        '{"id": "case-3", "reporter": {"role": "self"}, "own_words": ["\\ud800"]}', "[]", json.dumps(case(4)),
    ]  # fmt: skip
    result, told = done(tmp_path, "\n".join(whole) + "\n", "cases.jsonl")
    assert (result.made, result.failed, result.exit_status) == (2, 4, 3)
    assert {row: [code for code, *_ in codes(told[row])] for row in (3, 4, 5, 6)} == {
        3: ["E-FILE-JSON"], 4: ["E-CASE-CONTROL"], 5: ["E-FILE-SURROGATE"], 6: ["E-CASE-NOT-A-CASE"],
    }  # fmt: skip
    assert told[1]["case"] == "case-1" and told[7]["case"] == "case-4"


def it_refuses_only_the_line_that_is_no_utf_8(tmp_path):
    content = lines(1).encode() + '{"id": "가"}\n'.encode("cp949") + lines(3).encode().splitlines()[2]
    result, told = done(tmp_path, content, "cases.jsonl")
    assert (result.made, codes(told[2])) == (2, [("E-FILE-ENCODING", "", 2, "")])


def it_reads_a_folder_of_case_files_in_the_order_of_their_names(tmp_path):
    folder = tmp_path / "의뢰인"
    folder.mkdir()
    put(folder, json.dumps(case(1)), "b.json")
    put(folder, "id: case-2\nreporter: {role: self}\n", "a.yaml")
    put(folder, "id: case-3\n", "c.yml")
    put(folder, "not for us", "~$b.json")
    put(folder, "not for us", "notes.txt")
    result = run(open_source(folder), job(tmp_path / "out"))
    told = reported(tmp_path / "out")
    assert (result.made, result.failed) == (2, 1)
    assert [told[row]["case"] for row in (1, 2, 3)] == ["case-2", "case-1", ""]
    assert "의뢰인" not in (tmp_path / "out" / "report.jsonl").read_text(encoding="utf-8")


def it_opens_encrypted_case_files_with_the_passphrase(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    secret = Passphrase("river moon paper nine")
    case_file.save(read_case(case(1)), folder / "a.legalkit", secret)
    assert run(open_source(folder, secret), job(tmp_path / "one")).made == 1
    assert run(open_source(folder), job(tmp_path / "two")).made == 0
    assert codes(reported(tmp_path / "two")[1]) == [("E-VAULT-ENCRYPTED", "", 1, "")]


@pytest.mark.parametrize(
    ("name", "code"), [("none.xlsx", "E-FILE-MISSING"), ("cases.pdf", "E-BATCH-KIND"), ("cases", "E-BATCH-KIND")]
)
def it_refuses_what_is_no_input(tmp_path, name, code):
    if "none" not in name:
        put(tmp_path, b"x", name)
    with pytest.raises(FileError, match=code):
        open_source(tmp_path / name)


def it_says_that_another_program_holds_the_file(tmp_path, monkeypatch):
    path = put(tmp_path, samples.workbook())

    def locked(self, *args, **named):
        raise PermissionError(13, "the file is used by another process")

    monkeypatch.setattr(type(path), "open", locked)
    with pytest.raises(FileError, match="E-BATCH-LOCKED"):
        open_source(path)


def it_says_that_excel_has_the_workbook_open(tmp_path):
    put(tmp_path, b"owner", "~$cases.xlsx")
    result, told = done(tmp_path, samples.workbook())
    assert (result.made, result.exit_status) == (2, 0)
    assert codes(told[0]) == [("W-BATCH-OPEN-IN-EXCEL", "", 0, "")]


def it_never_reads_another_table_than_the_one_it_was_given(tmp_path):
    path = put(tmp_path, samples.workbook())
    source = open_source(path)
    put(tmp_path, samples.cases(["z", "self", "x"]))
    sources._tables.cache_clear()
    with pytest.raises(InputError, match="E-BATCH-CHANGED"):
        list(source.read(Piece(0, 1)))
