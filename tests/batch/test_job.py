from dataclasses import replace

import pytest

from legalkit.batch.job import begun, ended
from legalkit.docx import Language
from legalkit.errors import FileError, InputError
from tests.batch.samples import DAY, job


def _code(error) -> str:
    return error.value.problems[0].code


def it_takes_up_what_was_begun_with_the_day_it_was_begun_for(tmp_path):
    first = begun(job(tmp_path / "out"), "digest", resume=False)
    later = replace(first, day=DAY.replace(year=2030))
    assert begun(later, "digest", resume=True) == first


@pytest.mark.parametrize(
    ("change", "digest"),
    [({"languages": (Language.EN,)}, "digest"), ({"filings": ()}, "digest"), ({"pdf": True}, "digest"), ({}, "other")],
)
def but_it_refuses_to_go_on_with_something_else(tmp_path, change, digest):
    begun(job(tmp_path), "digest", resume=False)
    with pytest.raises(InputError) as caught:
        begun(replace(job(tmp_path), **change), digest, resume=True)
    assert _code(caught) == "E-BATCH-RESUME-OTHER"


def it_refuses_to_begin_again_where_a_batch_was_begun(tmp_path):
    begun(job(tmp_path), "digest", resume=False)
    with pytest.raises(FileError) as caught:
        begun(job(tmp_path), "digest", resume=False)
    assert _code(caught) == "E-BATCH-RESUME"


def it_refuses_a_folder_that_holds_something_and_to_resume_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileError) as caught:
        begun(job(tmp_path), "digest", resume=False)
    assert _code(caught) == "E-FILE-EXISTS"
    with pytest.raises(InputError) as caught:
        begun(job(tmp_path), "digest", resume=True)
    assert _code(caught) == "E-BATCH-RESUME-NOTHING"


def it_says_at_once_that_the_folder_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(FileError) as caught:
        begun(job(tmp_path / "file" / "out"), "digest", resume=False)
    assert _code(caught) == "E-FILE-DENIED"


def it_says_at_once_that_the_report_is_open_in_a_program(tmp_path, monkeypatch):
    begun(job(tmp_path), "digest", resume=False)
    report = tmp_path / "report.xlsx"
    report.write_bytes(b"old")
    real = type(report).open

    def locked(self, mode="r", *args, **named):
        if self.name == "report.xlsx" and mode == "r+b":
            raise PermissionError(13, "used by another process")
        return real(self, mode, *args, **named)

    monkeypatch.setattr(type(report), "open", locked)
    with pytest.raises(FileError) as caught:
        begun(job(tmp_path), "digest", resume=True)
    assert _code(caught) == "E-BATCH-REPORT-LOCKED"


def it_removes_what_a_killed_worker_left_and_keeps_its_note(tmp_path):
    begun(job(tmp_path), "digest", resume=False)
    (tmp_path / ".legalkit-abc" / "whole").mkdir(parents=True)
    (tmp_path / ".legalkit-abc" / "case-1.zip").write_bytes(b"half")
    ended(job(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == [".legalkit-batch.json"]
