"""What is found on a machine, and that nothing is left behind by looking."""

import shutil
import socket
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from legalkit.vault import doctor
from legalkit.vault.doctor import Setting, State
from tests.vault.speaking import told

KNOWN = date(2026, 10, 2)
HEAD = "Filename\tType\tSize\tUsed\tPriority\n"
MIB = 1024 * 1024


@pytest.mark.parametrize(("version", "expected"), [
    ((3, 10), ("D-PYTHON-OLD", "fail")), ((3, 11), ("D-PYTHON-OK", "ok")), ((3, 14), ("D-PYTHON-OK", "ok")),
])  # fmt: skip
def it_knows_which_python_is_tested(version, expected):
    assert told(doctor.python(version)) == expected


@pytest.mark.parametrize(("day", "expected"), [
    (date(1970, 1, 1), ("D-CLOCK-BEHIND", "fail")), (date(2026, 10, 1), ("D-CLOCK-BEHIND", "fail")),
    (KNOWN, ("D-CLOCK-OK", "ok")), (date(2036, 9, 29), ("D-CLOCK-OK", "ok")),
    (date(2036, 9, 30), ("D-CLOCK-AHEAD", "warn")), (date(2099, 1, 1), ("D-CLOCK-AHEAD", "warn")),
])  # fmt: skip
def it_doubts_a_clock_that_cannot_be_right(day, expected):
    assert told(doctor.clock(day, KNOWN)) == expected


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - 회사", "Dropbox (Personal)", "Google Drive", "MYBOX"])
def it_warns_of_a_folder_that_is_sent_elsewhere(name, tmp_path):
    place = tmp_path / name / "사건"
    place.mkdir(parents=True)
    assert told(doctor.folder(place)) == ("D-FOLDER-SYNCED", "warn")
    assert list(place.iterdir()) == []


def but_it_is_content_with_an_ordinary_folder(tmp_path):
    assert told(doctor.folder(tmp_path)) == ("D-FOLDER-OK", "ok")


def it_says_when_a_folder_cannot_be_written(tmp_path):
    assert told(doctor.folder(tmp_path / "none")) == ("D-FOLDER-CLOSED", "fail")
    assert told(doctor.temporary(tmp_path / "none")) == ("D-TEMP-CLOSED", "fail")
    assert told(doctor.temporary(tmp_path)) == ("D-TEMP-OK", "ok")


@pytest.mark.parametrize(("free", "expected"), [
    (49, ("D-SPACE-NONE", "fail")), (50, ("D-SPACE-LOW", "warn")), (499, ("D-SPACE-LOW", "warn")),
    (500, ("D-SPACE-OK", "ok")),
])  # fmt: skip
def it_measures_the_room_that_is_left(free, expected, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free * MIB))
    finding = doctor.space(tmp_path)
    assert (told(finding), finding.params["free"]) == (expected, free)


@pytest.mark.parametrize(("platform", "table", "expected"), [
    ("linux", HEAD, ("D-SWAP-NONE", "ok")),
    ("linux", HEAD + "/dev/zram0 partition 100 0 100\n", ("D-SWAP-NONE", "ok")),
    ("linux", HEAD + "/dev/zram0 partition 1 0 1\n/swapfile file 1 0 -2\n", ("D-SWAP-ON", "warn")),
    ("linux", None, ("D-SWAP-UNKNOWN", "warn")),
    ("win32", HEAD, ("D-SWAP-UNKNOWN", "warn")), ("darwin", HEAD, ("D-SWAP-UNKNOWN", "warn")),
])  # fmt: skip
def it_says_whether_memory_is_written_to_disk(platform, table, expected, tmp_path):
    path = tmp_path / "swaps"
    if table is not None:
        path.write_text(table, encoding="utf-8")
    assert told(doctor.swap(platform, path)) == expected


def it_notices_another_program_at_the_port_of_the_page():
    with socket.create_server(("127.0.0.1", 0)) as other:
        number = other.getsockname()[1]
        assert told(doctor.port(number)) == ("D-PORT-TAKEN", "warn")
    assert told(doctor.port(number)) == ("D-PORT-FREE", "ok")


@pytest.mark.parametrize(("file", "expected"), [
    ("truetype/nanum/NanumMyeongjo.ttf", ("D-FONTS-OK", "ok")), ("NotoSansCJK-Regular.ttc", ("D-FONTS-OK", "ok")),
    ("malgun.ttf", ("D-FONTS-OK", "ok")), ("DejaVuSans.ttf", ("D-FONTS-MISSING", "warn")),
])  # fmt: skip
def it_looks_for_a_korean_font(file, expected, tmp_path):
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    assert told(doctor.fonts([tmp_path / "none", tmp_path])) == expected


@pytest.mark.parametrize(("lacking", "expected"), [(0, ("D-READY-OK", "ok")), (3, ("D-READY-STALE", "warn"))])
def it_says_when_the_templates_made_ready_do_not_match_this_machine(lacking, expected):
    finding = doctor.templates(lacking)
    assert (told(finding), finding.params) == (expected, {"lacking": lacking} if lacking else {})


@pytest.mark.parametrize("office", [True, False])
def it_looks_at_everything_and_leaves_nothing(office, tmp_path):
    findings = doctor.examine(Setting(tmp_path, 0, KNOWN, KNOWN, office, 0))
    kinds = [finding.code.split("-")[1] for finding in findings]
    assert kinds == ["PYTHON", "CLOCK", "FOLDER", "SPACE", "TEMP", "SWAP", "PORT", "OFFICE", "READY", "FONTS"]
    assert told(findings[7]) == (("D-OFFICE-OK", "ok") if office else ("D-OFFICE-MISSING", "warn"))
    assert list(tmp_path.iterdir()) == []
    assert not any(str(tmp_path) in repr(finding) or str(Path.home()) in repr(finding) for finding in findings)
    assert {finding.state for finding in findings} <= set(State)
