"""A whole batch: what it leaves, what stops it, and that a killed one can be taken up."""

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
import pyzipper
from msoffcrypto import OfficeFile
from openpyxl import load_workbook

from legalkit import package
from legalkit.batch import Job, open_source, run
from legalkit.errors import FileError, InputError
from legalkit.vault import disk
from legalkit.vault.passphrase import Passphrase
from tests.batch.samples import case, codes, documents, done, job, lines, put, reported

BAD = '{"id": "../x"}\n'


def it_makes_the_same_as_generate_makes(tmp_path):
    from legalkit.case import read_case
    from legalkit.package import generate

    done(tmp_path, lines(2), "cases.jsonl", filings=("complaint",))
    own = job(tmp_path)
    made = generate(read_case(case(1)), own.day, own.languages, ("complaint",))
    written = documents(tmp_path / "out")
    assert {path: written[f"case-1/{path}"] for path in made.files} == made.files


def it_says_of_each_filing_what_is_open_and_why_and_what_is_missing(tmp_path):
    _, told = done(tmp_path, lines(1), "cases.jsonl")
    filings = {each["id"]: each for each in told[1]["filings"]}
    assert filings["complaint"]["status"] == "open"
    assert "related.duplicate" in filings["complaint"]["missing"]
    assert filings["family_protection_order"]["reason"]["ko"]


def it_makes_nothing_where_it_only_checks(tmp_path):
    source = open_source(put(tmp_path, lines(2) + BAD, "cases.jsonl"))
    result = run(source, job(tmp_path / "out"), only_check=True)
    assert (result.made, result.failed, result.exit_status) == (2, 1, 3)
    assert documents(tmp_path / "out") == {}
    told = reported(tmp_path / "out")
    assert [told[row]["status"] for row in (1, 2, 3)] == ["valid", "valid", "failed"]


def and_a_table_may_be_mended_checked_again_and_made_in_the_same_folder(tmp_path):
    checked = open_source(put(tmp_path, lines(1) + BAD, "cases.jsonl"))
    assert run(checked, job(tmp_path / "out"), only_check=True).failed == 1
    mended = open_source(put(tmp_path, lines(2), "cases.jsonl"))
    assert run(mended, job(tmp_path / "out"), only_check=True).failed == 0
    assert run(mended, job(tmp_path / "out")).made == 2


def it_names_a_case_for_which_the_filing_is_not_open_and_makes_the_others(tmp_path):
    content = lines(1) + '{"id": "b", "reporter": {"role": "self"}}\n'
    result, told = done(tmp_path, content, "cases.jsonl", filings=("complaint",))
    assert (result.made, result.failed) == (1, 1)
    assert codes(told[2])[0][0] == "E-FILING-UNDECIDED"
    assert not (tmp_path / "out" / "b").exists()


def it_writes_one_zip_a_case(tmp_path):
    result, told = done(tmp_path, lines(2), "cases.jsonl", zipped=True)
    assert result.made == 2
    assert sorted(path.name for path in (tmp_path / "out").glob("*.zip")) == ["case-0.zip", "case-1.zip"]
    again = run(open_source(tmp_path / "cases.jsonl"), job(tmp_path / "out", zipped=True), resume=True)
    assert (again.made, reported(tmp_path / "out")) == (2, told)


SECRET = Passphrase("river moon paper nine")


def it_encrypts_every_document_and_the_report(tmp_path):
    content = put(tmp_path, lines(1) + BAD, "cases.jsonl")
    run(open_source(content), job(tmp_path / "out", passphrase=SECRET))
    made = {path.name: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    note = json.loads(made.pop(".legalkit-batch.json"))
    assert set(note) == {"mark", "day"}
    assert {"report.xlsx", "report.zip"} < set(made)
    assert not [
        name
        for name, sealed in made.items()
        if b"case-0" in sealed or zipfile.is_zipfile(io.BytesIO(sealed)) and name != "report.zip"
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".legalkit-batch.json", "case-0", "report.xlsx", "report.zip",
    ]  # fmt: skip


def and_the_report_opens_with_the_passphrase_and_says_what_it_would_have_said(tmp_path):
    content = put(tmp_path, lines(1) + BAD, "cases.jsonl")
    for name, more in (("out", {"passphrase": SECRET}), ("plain", {})):
        run(open_source(content), job(tmp_path / name, **more))
    opened = io.BytesIO()
    office = OfficeFile(io.BytesIO((tmp_path / "out" / "report.xlsx").read_bytes()))
    office.load_key(password=SECRET.reveal())
    office.decrypt(opened)
    sheets = (
        [list(sheet.values) for sheet in load_workbook(book)] for book in (opened, tmp_path / "plain" / "report.xlsx")
    )
    assert next(sheets) == next(sheets)
    with pyzipper.AESZipFile(tmp_path / "out" / "report.zip") as outer:
        outer.setpassword(SECRET.reveal().encode("ascii"))
        with zipfile.ZipFile(io.BytesIO(outer.read("content.zip"))) as inner:
            assert inner.read("report.jsonl") == (tmp_path / "plain" / "report.jsonl").read_bytes()


def and_it_says_before_it_begins_that_a_passphrase_cannot_be_used(tmp_path):
    with pytest.raises(InputError, match="E-VAULT-PASSPHRASE-KEYBOARD"):
        run(
            open_source(put(tmp_path, lines(1), "cases.jsonl")),
            job(tmp_path / "out", passphrase=Passphrase("강과 달과 종이")),
        )
    assert not (tmp_path / "out").exists()


def and_it_takes_away_the_plain_report_of_a_check_before(tmp_path):
    source = open_source(put(tmp_path, lines(1), "cases.jsonl"))
    run(source, job(tmp_path / "out"), only_check=True)
    run(source, job(tmp_path / "out", passphrase=SECRET))
    assert not (tmp_path / "out" / "report.jsonl").exists()


def it_goes_on_with_what_is_there_and_reports_the_same(tmp_path):
    _, told = done(tmp_path, lines(4) + BAD, "cases.jsonl")
    whole = documents(tmp_path / "out")
    for gone in ("case-1", "case-3"):
        for path in sorted((tmp_path / "out" / gone).rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        (tmp_path / "out" / gone).rmdir()
    kept = (tmp_path / "out" / "case-0" / "3-for-you").stat().st_mtime_ns
    result = run(open_source(tmp_path / "cases.jsonl"), job(tmp_path / "out"), resume=True)
    assert (result.made, result.failed) == (4, 1)
    assert documents(tmp_path / "out") == whole
    assert reported(tmp_path / "out") == told
    assert (tmp_path / "out" / "case-0" / "3-for-you").stat().st_mtime_ns == kept


_RUN = """
import sys
from pathlib import Path
from legalkit.batch import open_source, processes, here, run
from tests.batch.samples import job
opened = processes(2) if sys.argv[3] == "processes" else here
if __name__ == "__main__":
    run(open_source(Path(sys.argv[1])), job(Path(sys.argv[2])), opened, size=10, resume=sys.argv[4] == "resume")
"""


def _started(script: Path, source: Path, out: Path, how: str, resume: str) -> "subprocess.Popen[bytes]":
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, str(script), str(source), str(out), how, resume],
        env={**os.environ, "PYTHONPATH": root}, start_new_session=True, stderr=subprocess.PIPE,
    )  # fmt: skip


def _shapes(out: Path) -> set[frozenset[str]]:
    """Which sets of files the packages are made of."""
    return {frozenset(path.name for path in made.rglob("*.docx")) for made in out.glob("case-*")}


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Ends the process and its workers at once, as a power cut would."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=True, capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("how", ["here", "processes"])
def it_gives_the_same_documents_after_being_killed_at_any_moment(tmp_path, how):
    source = put(tmp_path, lines(60) + BAD, "cases.jsonl")
    run(open_source(source), job(tmp_path / "whole"))
    script = put(tmp_path, _RUN, "script.py")
    out, kills = tmp_path / "out", 0
    for wanted in (1, 30):
        process = _started(script, source, out, how, "resume" if (out / ".legalkit-batch.json").exists() else "new")
        while process.poll() is None and len(list(out.glob("case-*"))) < wanted:
            time.sleep(0.01)
        kills += process.poll() is None
        _kill(process) if process.poll() is None else process.communicate()
        assert len(_shapes(out)) <= 1  # whole ones only
    last = _started(script, source, out, how, "resume")
    assert (last.communicate()[1], last.returncode) == (b"", 0)
    assert kills >= 1
    assert documents(out) == documents(tmp_path / "whole")
    assert reported(out) == reported(tmp_path / "whole")
    assert sorted(path.name for path in out.iterdir() if path.name[0] == ".") == [".legalkit-batch.json"]


def it_leaves_no_half_of_a_package_when_the_disk_is_full(tmp_path, monkeypatch):
    real, count = Path.write_bytes, [0]

    def full(self: Path, content: bytes) -> int:
        count[0] += 1
        if count[0] == 5:  # in the middle of the second package
            real(self, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, "no space left")
        return real(self, content)

    monkeypatch.setattr(package.Path, "write_bytes", full)
    result, told = done(tmp_path, lines(4), "cases.jsonl")
    assert (result.made, result.failed, result.exit_status) == (3, 1, 3)
    assert [codes(told[row]) for row in (1, 2, 3, 4)] == [[], [("E-FILE-NOT-WRITTEN", "", 2, "")], [], []]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".legalkit-batch.json", "case-0", "case-2", "case-3", "report.jsonl", "report.xlsx",
    ]  # fmt: skip
    assert len(_shapes(tmp_path / "out")) == 1


def it_forces_the_packages_of_a_piece_to_disk_before_any_takes_its_name(tmp_path, monkeypatch):
    seen: list[tuple[int, int]] = []

    def settle(top: Path) -> None:
        seen.append((len({path.parent for path in top.rglob("*.docx")}), len(list((tmp_path / "out").glob("case-*")))))

    monkeypatch.setattr(disk, "settle", settle)
    run(open_source(put(tmp_path, lines(5), "cases.jsonl")), job(tmp_path / "out"), size=3)
    per_case = len({path.parent for path in (tmp_path / "out" / "case-0").rglob("*.docx")})
    assert seen == [(3 * per_case, 0), (2 * per_case, 3)]


def it_says_of_each_case_that_nothing_can_be_written(tmp_path, monkeypatch):
    def full(top: Path) -> None:
        raise OSError(errno.EIO, "the disk died")

    monkeypatch.setattr(disk, "settle", full)
    result, told = done(tmp_path, lines(3), "cases.jsonl")
    assert (result.made, result.failed, result.exit_status) == (0, 3, 2)
    assert [(told[row]["case"], codes(told[row])[0][0]) for row in (1, 2, 3)] == [
        (f"case-{n}", "E-FILE-NOT-WRITTEN") for n in range(3)
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".legalkit-batch.json", "report.jsonl", "report.xlsx",
    ]  # fmt: skip


def it_keeps_the_packages_and_no_half_of_a_report_when_the_report_finds_no_room(tmp_path, monkeypatch):
    from legalkit.batch.report import Report

    def full(self) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(Report, "close", full)
    source = open_source(put(tmp_path, lines(2), "cases.jsonl"))
    with pytest.raises(FileError, match="E-BATCH-REPORT"):
        run(source, job(tmp_path / "out"))
    monkeypatch.undo()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [".legalkit-batch.json", "case-0", "case-1"]
    assert run(source, job(tmp_path / "out"), resume=True).made == 2


def it_blames_only_the_case_in_which_something_unforeseen_happens(tmp_path, monkeypatch):
    from legalkit.batch import work

    real = work.generate

    def broken(case, *args):
        if case.id == "case-2":
            raise ZeroDivisionError("김하나2")
        return real(case, *args)

    monkeypatch.setattr(work, "generate", broken)
    result, told = done(tmp_path, lines(5), "cases.jsonl")
    assert (result.made, result.failed) == (4, 1)
    assert codes(told[3]) == [("E-BATCH-UNFORESEEN", "", 3, "")]
    assert "김하나" not in (tmp_path / "out" / "report.jsonl").read_text(encoding="utf-8")


def it_tells_how_far_it_is(tmp_path):
    told: list[tuple[str, int, int]] = []
    source = open_source(put(tmp_path, lines(5), "cases.jsonl"))
    run(source, job(tmp_path / "out"), size=2, progress=lambda *step: told.append(step))
    assert told == [(stage, done, 5) for stage in ("check", "make") for done in (2, 4, 5)]


def it_hands_out_the_last_cases_in_smaller_pieces(tmp_path):
    told: list[tuple[str, int, int]] = []
    source = open_source(put(tmp_path, lines(510), "cases.jsonl"))
    run(source, job(tmp_path / "out"), only_check=True, progress=lambda *step: told.append(step))
    steps = [50, 100, 150, *range(175, 501, 25), 510]
    assert told == [(stage, done, 510) for stage in ("check", "survey") for done in steps]


def it_names_no_person_in_any_name_of_a_file(tmp_path):
    done(tmp_path, lines(2), "cases.jsonl")
    assert not [path for path in (tmp_path / "out").rglob("*") if "김" in path.name]


def it_is_a_job_that_shows_no_passphrase(tmp_path):
    assert "river" not in repr(Job(tmp_path, job(tmp_path).day, passphrase=Passphrase("river moon paper nine")))
