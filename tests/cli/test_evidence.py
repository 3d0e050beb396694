"""``legalkit evidence`` as it is typed: adding with a log, the log, the bag."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import bagit
import pytest
import yaml

from legalkit.cli import _evidence, _say, main
from legalkit.docx import texts
from legalkit.errors import Problem
from legalkit.language import problem_text

EXAMPLES = Path(__file__).parents[2] / "legalkit" / "examples"
WHOLE = 0
CHANGED = 1
REFUSED = 2


class Run(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def evidence(monkeypatch, capsys):
    """Runs the command as if typed in a folder."""

    def run(folder, *arguments: str, ui: str = "en") -> Run:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(_say, "_SPOKEN", [])
        monkeypatch.setattr(sys, "argv", ["legalkit", "--ui", ui, "evidence", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        return Run(ended.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def folder(tmp_path):
    """A case file and two files of evidence."""
    shutil.copy(EXAMPLES / "mirae.yaml", tmp_path / "case.yaml")
    (tmp_path / "a.png").write_bytes(b"one")
    (tmp_path / "b.m4a").write_bytes(b"two")
    return tmp_path


@pytest.fixture
def logged(folder, evidence):
    """The same, the two files listed, with a log."""
    run = evidence(folder, "add", "case.yaml", "a.png", "b.m4a", "--custody", "log.json")
    assert run.returncode == WHOLE, run.stderr
    return folder


def _entries(folder) -> list[tuple[str, str, str]]:
    log = json.loads((folder / "log.json").read_text(encoding="utf-8"))
    return [(entry["action"], entry["exhibit"], entry["actor"]) for entry in log["entries"]]


class DescribeAdding:
    def it_logs_each_new_exhibit_by_role_if_a_log_is_named(self, logged):
        assert _entries(logged) == [("listed", "exhibit-6", "victim"), ("listed", "exhibit-7", "victim")]

    def it_saves_what_is_done_on_the_way(self, folder, evidence, monkeypatch):
        saved = []
        monkeypatch.setattr(_evidence, "_KEEP_SECONDS", 0)
        monkeypatch.setattr(_evidence, "save", lambda case, *_: saved.append(len(case.exhibits)))
        assert evidence(folder, "add", "case.yaml", "a.png", "b.m4a").returncode == WHOLE
        assert saved == [6, 7, 7]

    def but_it_keeps_no_log_unasked(self, folder, evidence):
        assert evidence(folder, "add", "case.yaml", "a.png").returncode == WHOLE
        assert sorted(path.name for path in folder.iterdir()) == ["a.png", "b.m4a", "case.yaml"]

    def and_it_touches_no_case_where_the_log_is_broken(self, logged, evidence):
        log, before = logged / "log.json", (logged / "case.yaml").read_bytes()
        log.write_bytes(log.read_bytes().replace(b'"listed"', b'"sealed"', 1))
        run = evidence(logged, "add", "case.yaml", "a.png", "--custody", "log.json")
        assert run.returncode == REFUSED
        assert "E-EVIDENCE-CUSTODY-BROKEN" in run.stderr
        assert (logged / "case.yaml").read_bytes() == before


class DescribeTheCustodyLog:
    def it_takes_what_was_done_with_an_exhibit(self, logged, evidence):
        run = evidence(logged, "custody", "add", "case.yaml", "log.json", "sealed", "exhibit-7", "--actor", "lawyer")
        assert run.returncode == WHOLE
        assert _entries(logged)[-1] == ("sealed", "exhibit-7", "lawyer")
        head = json.loads((logged / "log.json").read_text(encoding="utf-8"))["head"]
        assert head in run.stdout

    def it_takes_all_exhibits_where_none_is_named(self, logged, evidence):
        evidence(logged, "custody", "add", "case.yaml", "log.json", "handed_over")
        assert [action for action, _, _ in _entries(logged)].count("handed_over") == 7

    def but_it_refuses_an_exhibit_that_is_not_there(self, logged, evidence):
        run = evidence(logged, "custody", "add", "case.yaml", "log.json", "sealed", "exhibit-7", "nobody")
        assert (run.returncode, "E-EVIDENCE-UNKNOWN-EXHIBIT" in run.stderr) == (REFUSED, True)
        assert len(_entries(logged)) == 2

    def it_tells_by_its_exit_status_whether_it_fits_together(self, logged, evidence):
        assert evidence(logged, "custody", "check", "log.json", "--case", "case.yaml").returncode == WHOLE
        log = logged / "log.json"
        log.write_bytes(log.read_bytes().replace(b"victim", b"police", 1))
        run = evidence(logged, "custody", "check", "log.json")
        assert (run.returncode, "E-EVIDENCE-CUSTODY-BROKEN" in run.stdout) == (CHANGED, True)

    def it_prints_itself_with_its_last_hash_to_be_signed(self, logged, evidence):
        run = evidence(logged, "custody", "sheet", "case.yaml", "log.json", "--out", "sheet.docx")
        head = json.loads((logged / "log.json").read_text(encoding="utf-8"))["head"]
        assert (run.returncode, head in run.stdout) == (WHOLE, True)
        said = "".join("".join(texts((logged / "sheet.docx").read_bytes())).split())
        assert head in said
        assert evidence(logged, "custody", "check", "log.json", "--head", head).returncode == WHOLE

    def and_it_tells_of_a_log_that_was_written_anew(self, logged, evidence):
        evidence(logged, "custody", "add", "case.yaml", "log.json", "handed_over")
        printed = json.loads((logged / "log.json").read_text(encoding="utf-8"))["head"]
        (logged / "log.json").unlink()
        evidence(logged, "custody", "add", "case.yaml", "log.json", "handed_over", "--actor", "police")
        run = evidence(logged, "custody", "check", "log.json", "--head", printed)
        assert (run.returncode, "E-EVIDENCE-CUSTODY-HEAD" in run.stdout) == (CHANGED, True)

    def but_it_prints_nothing_over_another_file(self, logged, evidence):
        run = evidence(logged, "custody", "sheet", "case.yaml", "log.json", "--out", "a.png")
        assert (run.returncode, "E-FILE-EXISTS" in run.stderr) == (REFUSED, True)
        assert (logged / "a.png").read_bytes() == b"one"

    def and_it_tells_of_files_that_are_no_longer_those(self, logged, evidence):
        case = logged / "case.yaml"
        text = case.read_text(encoding="utf-8")
        first = text.index("sha256:", text.index("exhibit-6")) + len("sha256: ")
        case.write_text(text[:first] + "f" * 64 + text[first + 64 :], encoding="utf-8")
        run = evidence(logged, "custody", "check", "log.json", "--case", "case.yaml")
        assert (run.returncode, "E-EVIDENCE-CUSTODY-CONTENT" in run.stdout) == (CHANGED, True)


class DescribeTheBag:
    BAG = ("bag", "case.yaml", "--custody", "log.json", "--language", "ko", "--as-of", "2026-11-22")

    def it_is_whole_and_has_the_index_the_request_and_the_log(self, logged, evidence):
        run = evidence(logged, *self.BAG, "--out", "bag")
        assert run.returncode == WHOLE, run.stderr
        made = bagit.Bag(str(logged / "bag"))
        assert made.validate()
        assert sorted(path.name for path in (logged / "bag" / "data").iterdir()) == [
            "SHA256SUMS.originals", "custody.json", "custody_sheet-ko.docx", "evidence_index-ko.docx", "exhibits.json",
            "exhibits.schema.json", "sealed_submission_request-ko.docx",
        ]  # fmt: skip
        assert (logged / "bag" / "data" / "custody.json").read_bytes() == (logged / "log.json").read_bytes()

    def but_it_has_no_custody_sheet_where_nothing_was_logged(self, logged, evidence):
        evidence(logged, *self.BAG[:2], *self.BAG[4:], "--out", "bag")
        assert not list((logged / "bag").rglob("custody_sheet*"))

    def it_has_in_a_zip_what_it_has_in_a_folder(self, logged, evidence):
        evidence(logged, *self.BAG, "--out", "bag")
        assert evidence(logged, *self.BAG, "--out", "bag.zip").returncode == WHOLE
        shutil.unpack_archive(logged / "bag.zip", logged / "out")
        (inside,) = (logged / "out").iterdir()
        for path in (logged / "bag").rglob("*.*"):
            assert (inside / path.relative_to(logged / "bag")).read_bytes() == path.read_bytes()

    @pytest.mark.parametrize("name", ["bag", "bag.zip"])
    def but_it_writes_over_nothing(self, logged, name, evidence):
        (logged / name).write_text("mine", encoding="utf-8")
        run = evidence(logged, *self.BAG, "--out", name)
        assert (run.returncode, "E-EVIDENCE-BAG-EXISTS" in run.stderr) == (REFUSED, True)
        assert (logged / name).read_text(encoding="utf-8") == "mine"

    def and_it_is_not_made_with_a_log_that_was_changed(self, logged, evidence):
        log = logged / "log.json"
        log.write_bytes(log.read_bytes().replace(b"victim", b"police", 1))
        run = evidence(logged, *self.BAG, "--out", "bag")
        assert (run.returncode, "E-EVIDENCE-CUSTODY-BROKEN" in run.stderr) == (REFUSED, True)
        assert not (logged / "bag").exists()

    def it_warns_in_alias_mode_of_names_in_the_names_of_files(self, folder, evidence):
        told = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
        name = told["victim"]["name"]
        name = name if isinstance(name, str) else name["hangul"]
        (folder / f"{name}.png").write_bytes(b"three")
        evidence(folder, "add", "case.yaml", f"{name}.png")
        run = evidence(folder, "bag", "case.yaml", "--language", "ko", "--out", "bag", "--as-of", "2026-11-22")
        assert run.returncode == WHOLE
        assert "1 listed files hold the name of a person" in run.stderr
        assert name not in run.stderr


class DescribeBadInput:
    """Each trouble has its own words in both languages; the others are done all the same."""

    @pytest.fixture
    def troubled(self, folder, monkeypatch):
        (folder / "empty").mkdir()
        (folder / "copy.png").write_bytes(b"one")
        (folder / ("가" * 80 + ".png")).write_bytes(b"long")
        (folder / "900101-2345678.png").write_bytes(b"number")
        (folder / "live.mp4").write_bytes(b"live")
        (folder / "locked.mp4").write_bytes(b"locked")
        opened = Path.open

        class Growing(io.FileIO):
            def readinto(self, block):
                with opened(Path(self.name), "ab") as more:
                    more.write(b"more")
                return super().readinto(block)

        def disturbed(self, *given, **named):
            if self.name == "locked.mp4":
                raise PermissionError(13, "Permission denied", str(self))
            if self.name == "live.mp4":
                return Growing(self)
            return opened(self, *given, **named)

        monkeypatch.setattr(Path, "open", disturbed)
        return folder

    NAMED = ("a.png", "gone.png", "locked.mp4", "live.mp4", "empty", "900101-2345678.png", "copy.png", "b.m4a")
    FAILED = {
        "gone.png": "E-EVIDENCE-MISSING",
        "locked.mp4": "E-EVIDENCE-UNREADABLE",
        "live.mp4": "E-EVIDENCE-CHANGED-WHILE-READ",
        "empty": "E-EVIDENCE-EMPTY-FOLDER",
        "900101-2345678.png": "E-EVIDENCE-NAME-NUMBER",
        "copy.png": "E-EVIDENCE-TWICE",
    }

    @pytest.mark.parametrize("ui", ["ko", "en"])
    def it_says_what_is_wrong_with_each_and_lists_the_others(self, troubled, evidence, ui):
        run = evidence(troubled, "add", "case.yaml", *self.NAMED, "가" * 80 + ".png", ui=ui)
        assert run.returncode == REFUSED
        said = run.stderr.splitlines()
        for name, code in self.FAILED.items():
            (line,) = (each for each in said if each.startswith(f"{code}: {name}: "))
            assert line.endswith(problem_text(Problem(code), ui))
        told = yaml.safe_load((troubled / "case.yaml").read_text(encoding="utf-8"))
        listed = [record["name"] for exhibit in told["exhibits"][5:] for record in exhibit["files"]]
        assert listed == ["a.png", "copy.png", "b.m4a", "가" * 80 + ".png"]

    if os.name != "nt":

        @pytest.mark.parametrize("ui", ["ko", "en"])
        def it_takes_a_line_break_in_a_name_and_no_loop_of_links(self, folder, evidence, ui):
            (folder / "odd").mkdir()
            (folder / "odd" / "a\nb.png").write_bytes(b"odd")
            (folder / "odd" / "up").symlink_to(folder / "odd", target_is_directory=True)
            (folder / "odd" / "self").symlink_to("self")
            run = evidence(folder, "add", "case.yaml", "odd", ui=ui)
            assert run.returncode == REFUSED
            assert run.stderr.count(problem_text(Problem("E-EVIDENCE-LINK-LOOP"), ui)) == 2
            assert problem_text(Problem("E-EVIDENCE-ODD-NAME"), ui) in run.stderr
            assert "odd/a\u2424b.png: " in run.stderr
            assert evidence(folder, "bag", "case.yaml", "--language", "ko", "--out", "bag").returncode == WHOLE
            checked = subprocess.run(
                ["sha256sum", "-c", "--ignore-missing", "bag/data/SHA256SUMS.originals"],
                cwd=folder,
                capture_output=True,
            )
            assert checked.returncode == 0
