"""``legalkit batch`` and ``legalkit merge`` as they are typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.batch.samples import documents, lines, put, workbook


def legalkit(folder, *arguments: str, told: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "legalkit", "--ui", "en", *arguments], cwd=folder, input=told, capture_output=True,
        encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


BATCH = ("--language", "ko", "--filing", "next_steps", "--as-of", "2026-11-22", "--workers", "1")


def it_makes_a_workbook_and_refuses_to_overwrite_it(tmp_path):
    assert legalkit(tmp_path, "batch", "--new", "new.xlsx").returncode == 0
    again = legalkit(tmp_path, "batch", "--new", "new.xlsx")
    assert (again.returncode, "E-FILE-EXISTS" in again.stderr) == (2, True)


@pytest.mark.parametrize(("bad", "status"), [("", 0), ('{"id": "x"}\n', 3)])
def it_tells_by_its_exit_status_whether_all_were_made(tmp_path, bad, status):
    put(tmp_path, lines(2) + bad, "cases.jsonl")
    run = legalkit(tmp_path, "batch", "cases.jsonl", "--out", "out", *BATCH)
    assert run.returncode == status
    assert "2 packages made" in run.stdout
    assert "making" in run.stderr and "a second" in run.stderr and "left" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("none.xlsx", "--out", "out"), "E-FILE-MISSING"),
        (("cases.jsonl", "--out", "cases.jsonl"), "E-FILE-EXISTS"),
        (("cases.jsonl", "--out", "out", "--resume"), "E-BATCH-RESUME-NOTHING"),
        (("cases.jsonl", "--out", "out", "--executor", "dask"), "E-BATCH-SCHEDULER"),
    ],
)
def it_says_why_nothing_could_start(tmp_path, arguments, code):
    put(tmp_path, lines(1), "cases.jsonl")
    run = legalkit(tmp_path, "batch", *arguments, *BATCH)
    assert (run.returncode, run.stdout) == (2, "")
    assert code in run.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cases.jsonl"]


def it_ends_with_2_where_no_case_is_valid(tmp_path):
    put(tmp_path, '{"id": "x"}\n', "cases.jsonl")
    assert legalkit(tmp_path, "batch", "cases.jsonl", "--out", "out", *BATCH).returncode == 2


def it_only_checks(tmp_path):
    put(tmp_path, workbook())
    run = legalkit(tmp_path, "batch", "cases.xlsx", "--out", "out", "--check", *BATCH)
    assert (run.returncode, documents(tmp_path / "out")) == (0, {})
    assert (tmp_path / "out" / "report.xlsx").exists()


def it_encrypts_with_a_passphrase_from_standard_input_and_sends_none_over_a_network(tmp_path):
    put(tmp_path, lines(1), "cases.jsonl")
    secret = ("--encrypt", "--passphrase-stdin")
    run = legalkit(tmp_path, "batch", "cases.jsonl", "--out", "out", *BATCH, *secret, told="river moon paper nine\n")
    assert run.returncode == 0
    assert all(content.startswith(b"\xd0\xcf\x11\xe0") for content in documents(tmp_path / "out").values())
    dask = ("--executor", "dask", "--scheduler", "tcp://127.0.0.1:1")
    run = legalkit(tmp_path, "batch", "cases.jsonl", "--out", "two", *BATCH, *secret, *dask, told="river moon paper\n")
    assert (run.returncode, "E-BATCH-CLUSTER-SECRET" in run.stderr) == (2, True)


def it_starts_other_commands_without_the_room_of_tables():
    heavy = ("openpyxl", "python_calamine", "pypdf", "distributed", "gradio")
    code = f"import sys, legalkit.cli; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def it_says_that_there_is_nothing_to_merge(tmp_path):
    (tmp_path / "out" / "1-hand-in").mkdir(parents=True)
    run = legalkit(tmp_path, "merge", "out", "--out", "print.pdf")
    assert (run.returncode, run.stderr.split(":")[0]) == (2, "E-BATCH-NO-PAPERS")
    assert not (tmp_path / "print.pdf").exists()


@pytest.mark.render
def it_makes_pdf_files_too_and_merges_those_that_are_handed_in(tmp_path):
    put(tmp_path, "".join(lines(2)), "cases.jsonl")
    asked = ("--language", "ko", "--filing", "complaint", "--as-of", "2026-11-22", "--pdf")
    run = legalkit(tmp_path, "batch", "cases.jsonl", "--out", "out", *asked)
    assert run.returncode == 0, run.stderr
    made = documents(tmp_path / "out")
    assert {Path(name).suffix for name in made} == {".docx", ".pdf"}
    assert {name.replace(".pdf", ".docx") for name in made if name.endswith(".pdf")} == {
        name for name in made if name.endswith(".docx")
    }
    assert legalkit(tmp_path, "merge", "out/case-0", "--out", "print.pdf").returncode == 0
    merged = PdfReader(tmp_path / "print.pdf")
    assert [str(entry.title) for entry in merged.outline if not isinstance(entry, list)] == ["고소장"]
    # LibreOffice puts spaces between Hangul and digits
    assert "김하나0" in "".join("".join(page.extract_text() for page in merged.pages).split())
