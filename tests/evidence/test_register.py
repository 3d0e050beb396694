"""Files come into a case as exhibits, once each; what was there stays; broken-off work goes on."""

import os
from pathlib import Path

import pytest

from legalkit.case import plain, read_case
from legalkit.case.codes import ExhibitKind
from legalkit.evidence.register import add, listed
from tests.evidence.samples import NOON, case, clock, codes


def _files(made) -> list[tuple[str, str]]:
    return [(record.name, record.sha256) for _, record in listed(made)]


def it_makes_an_exhibit_of_each_file_and_one_of_a_folder(folder):
    made, report = add(case(), [folder / "b.mp4", folder], clock=clock)
    assert [(e.id, e.kind.value, [f.name for f in e.files]) for e in made.exhibits] == [
        ("exhibit-1", "video", ["b.mp4"]),
        ("exhibit-2", "document", ["a.png", "b.mp4", "c.txt"]),
    ]
    assert report.exhibits == ("exhibit-1", "exhibit-2")
    assert (report.files, report.size, report.already, report.failed) == (4, 14, 0, ())
    assert report.exit_status == 0
    assert {record.hashed_at for _, record in listed(made)} == {NOON}


def it_says_that_it_guessed_the_kinds(folder):
    _, report = add(case(), [folder / "a.png"])
    assert [(note.problem.code, note.problem.params) for note in report.notes] == [
        ("E-EVIDENCE-KIND-GUESSED", {"count": 1})
    ]


def but_it_guesses_nothing_that_was_said(folder):
    made, report = add(case(), [folder / "a.png"], kind=ExhibitKind.LOG)
    assert made.exhibits[0].kind is ExhibitKind.LOG
    assert report.notes == ()


def it_leaves_open_whether_a_file_is_intimate(folder):
    made, _ = add(case(), [folder])
    assert made.exhibits[0].intimate is None


def it_leaves_the_exhibits_that_were_there_as_they_were(folder):
    before = case(exhibits=[{"id": "exhibit-2", "kind": "object", "title": "카메라"}, {"id": "x", "kind": "chat"}])
    made, report = add(before, [folder / "a.png"])
    assert made.exhibits[:2] == before.exhibits
    assert report.exhibits == ("exhibit-3",)
    assert len(before.exhibits) == 2


def it_gives_ids_that_nothing_has(folder):
    before = case(exhibits=[{"id": "exhibit-2", "kind": "object"}])
    made, _ = add(before, [folder / "a.png", folder / "b.mp4"])
    assert [exhibit.id for exhibit in made.exhibits] == ["exhibit-2", "exhibit-3", "exhibit-4"]


def it_survives_a_case_file(folder):
    (folder / "\u1100\u1161.png").write_bytes(b"decomposed")
    made, _ = add(case(), [folder], clock=clock)
    assert read_case(plain(made)) == made


def it_lists_nothing_twice(folder, monkeypatch):
    made, _ = add(case(), [folder, folder / "a.png"])
    monkeypatch.setattr(Path, "open", None)  # nothing is read either
    again, report = add(made, [folder, folder / "a.png"])
    assert again == made
    assert (report.exhibits, report.files, report.already) == ((), 0, 4)


def it_knows_a_file_again_that_was_only_touched(folder):
    made, _ = add(case(), [folder])
    os.utime(folder / "a.png", ns=(0, 0))
    again, report = add(made, [folder])
    assert again == made
    assert report.already == 3


def it_makes_later_files_of_a_folder_a_part_of_its_exhibit(folder):
    made, _ = add(case(), [folder])
    (folder / "z.png").write_bytes(b"later")
    again, report = add(made, [folder])
    assert again.exhibits[:1] == made.exhibits
    assert (again.exhibits[1].part_of, again.exhibits[1].files[0].name) == ("exhibit-1", "z.png")
    assert report.exhibits == ("exhibit-2",)


def it_lists_changed_content_beside_the_old(folder):
    made, _ = add(case(), [folder / "a.png"])
    (folder / "a.png").write_bytes(b"other content")
    again, report = add(made, [folder / "a.png"])
    assert again.exhibits[0] == made.exhibits[0]
    assert len(again.exhibits) == 2
    assert "E-EVIDENCE-SAME-NAME" in codes(report.notes)


def it_notes_two_files_of_one_content_and_lists_both(folder):
    (folder / "copy.png").write_bytes(b"one")
    made, report = add(case(), [folder], kind=ExhibitKind.DOCUMENT)
    assert len(made.exhibits[0].files) == 4
    assert codes(report.notes) == ["E-EVIDENCE-TWICE"]
    assert report.notes[0].path == folder / "copy.png"


def it_notes_a_file_without_content(folder):
    (folder / "a.png").write_bytes(b"")
    _, report = add(case(), [folder / "a.png"], kind=ExhibitKind.DOCUMENT)
    assert codes(report.notes) == ["E-EVIDENCE-EMPTY-FILE"]


if os.name != "nt":

    def it_notes_a_line_break_in_a_name_and_lists_the_file(tmp_path):
        (tmp_path / "a\nb.png").write_bytes(b"x")
        made, report = add(case(), [tmp_path / "a\nb.png"], kind=ExhibitKind.DOCUMENT)
        assert codes(report.notes) == ["E-EVIDENCE-ODD-NAME"]
        assert made.exhibits[0].files[0].name == "a\u2424b.png"


@pytest.mark.parametrize("name", ["홍길동 사진.png", "사진_홍 길동.png", "\u1112\u1169\u11bc길동.png"])
def it_notes_a_file_named_after_her(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    _, report = add(case(victim={"name": "홍길동"}), [tmp_path / name], kind=ExhibitKind.DOCUMENT)
    assert codes(report.notes) == ["E-EVIDENCE-NAMES-PERSON"]
    assert "홍" not in repr(report)


def it_does_the_others_and_says_what_it_could_not_do(folder):
    made, report = add(case(), [folder / "gone.png", folder / "a.png"])
    assert _files(made)[0][0] == "a.png"
    assert codes(report.failed) == ["E-EVIDENCE-MISSING"]
    assert report.exit_status == 2


def it_keeps_what_was_done_before_it_was_cancelled(folder):
    counts = []
    made, report = add(case(), [folder], progress=counts.append, cancel=lambda: len(counts) == 3)
    assert [name for name, _ in _files(made)] == ["a.png", "b.mp4"]
    assert codes(report.failed) == ["E-EVIDENCE-CANCELLED"]
    again, report = add(made, [folder])
    assert [name for name, _ in _files(again)] == ["a.png", "b.mp4", "c.txt"]
    assert (report.files, report.already) == (1, 2)


def it_gives_the_case_to_be_kept_after_each_file(folder):
    kept = []
    paths = [folder / "a.png", folder / "gone", folder / "b.mp4", folder / "gone"]
    add(case(), paths, keep=lambda so_far: kept.append(so_far()))
    assert [len(_files(each)) for each in kept] == [1, 2]


def it_goes_on_from_what_was_kept_when_the_power_went(folder):
    kept = []
    whole, _ = add(case(), [folder], keep=lambda so_far: kept.append(so_far()))
    resumed, _ = add(kept[0], [folder])
    assert _files(resumed) == _files(whole)
    assert [exhibit.part_of for exhibit in resumed.exhibits] == [None, "exhibit-1"]


def it_takes_ten_thousand_files(tmp_path):
    for number in range(10_000):
        (tmp_path / f"{number:05}.png").write_bytes(b"%d" % number)
    made, report = add(case(), [tmp_path], kind=ExhibitKind.SCREENSHOT)
    assert (report.files, report.failed, report.notes) == (10_000, (), ())
    assert [len(exhibit.files) for exhibit in made.exhibits] == [1_000] * 10
    assert {exhibit.part_of for exhibit in made.exhibits[1:]} == {"exhibit-1"}
    assert [name for name, _ in _files(made)] == [f"{number:05}.png" for number in range(10_000)]


def but_it_says_when_a_case_is_full(folder):
    full = case(exhibits=[{"id": f"e{n}", "kind": "object"} for n in range(999)])
    made, report = add(full, [folder / "a.png", folder / "b.mp4", folder])
    assert len(made.exhibits) == 1_000
    assert [(r.problem.code, r.problem.params) for r in report.failed] == [
        ("E-EVIDENCE-TOO-MANY", {"max_length": 1000})
    ]
