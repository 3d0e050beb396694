"""Every file is met once, in a stable order, and nothing stops the walk."""

import os
import sys
from pathlib import Path

import pytest

from legalkit.evidence.findings import Found
from legalkit.evidence.walking import total, walk
from tests.evidence.samples import codes

LINUX = sys.platform == "linux"
POSIX = os.name != "nt"  # on Windows links need a privilege, and there are no pipes with a name


def _places(paths) -> list[str]:
    return [found.place for found in walk(paths) if isinstance(found, Found)]


def it_meets_files_in_the_order_of_their_names(folder):
    (folder / "B.png").write_bytes(b"")
    assert _places([folder]) == ["증거/B.png", "증거/a.png", "증거/b.mp4", "증거/chat/c.txt"]


def it_names_a_file_from_where_the_person_stood(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert _places([folder / "a.png"]) == ["a.png"]
    assert _places([Path()]) == ["a.png", "b.mp4", "chat/c.txt"]
    monkeypatch.chdir(folder / "chat")
    assert _places([Path("..")]) == ["a.png", "b.mp4", "chat/c.txt"]


def it_keeps_the_spelling_of_the_disk(tmp_path):
    decomposed = "\u1100\u1161.png"
    (tmp_path / decomposed).write_bytes(b"")
    assert _places([tmp_path]) == [f"{tmp_path.name}/{decomposed}"]


def it_goes_on_after_what_is_not_there(folder):
    met = list(walk([folder / "gone.png", folder / "a.png" / "below", folder / "a.png"]))
    assert codes(met[:2]) == ["E-EVIDENCE-MISSING", "E-EVIDENCE-MISSING"]
    assert [met[0].problem.path, met[1].problem.path] == ["paths[0]", "paths[1]"]
    assert met[2].place == "a.png"


def it_says_that_a_folder_is_empty(tmp_path):
    (tmp_path / "empty").mkdir()
    assert codes(walk([tmp_path / "empty"])) == ["E-EVIDENCE-EMPTY-FOLDER"]


def it_says_that_a_name_is_too_long_for_the_disk(folder):
    met = list(walk([folder / ("가" * 300), folder / "a.png"]))
    assert isinstance(met[-1], Found)
    assert codes(met[:-1]) == ["E-EVIDENCE-NAME-TOO-LONG" if POSIX else "E-EVIDENCE-MISSING"]


def it_says_that_a_folder_may_not_be_read(folder, monkeypatch):
    inside = folder / "chat"
    iterdir = Path.iterdir

    def locked(self):
        if self == inside:
            raise PermissionError(13, "Permission denied", str(self))
        return iterdir(self)

    monkeypatch.setattr(Path, "iterdir", locked)
    met = list(walk([folder]))
    assert codes(met[2:]) == ["E-EVIDENCE-UNREADABLE"]
    assert [found.place for found in met[:2]] == ["증거/a.png", "증거/b.mp4"]


def it_never_shows_a_path_in_a_repr(folder):
    shown = repr(list(walk([folder, folder / "gone.png"])))
    assert "증거" not in shown
    assert "png" not in shown


def _dig(depth: int) -> None:
    """Folders in folders below this one, with a file at the bottom; its whole path is longer than one call takes."""
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    Path("x").write_bytes(b"")


def _fill(depth: int) -> None:
    """Takes them away again, from the bottom: what removes folders recursively would not come so deep."""
    Path("x").unlink()
    for _ in range(depth):
        os.chdir("..")
        Path("d").rmdir()


def it_goes_as_deep_as_folders_go(tmp_path, monkeypatch):
    depth = 1_500 if LINUX else 60
    monkeypatch.chdir(tmp_path)
    _dig(depth)
    places = _places([tmp_path])
    _fill(depth)
    assert [place.count("/") for place in places] == [depth + 1]


if POSIX:

    def it_enters_no_loop_of_links(folder):
        (folder / "chat" / "up").symlink_to(folder, target_is_directory=True)
        (folder / "self").symlink_to("self")
        met = list(walk([folder]))
        assert codes(each for each in met if not isinstance(each, Found)) == ["E-EVIDENCE-LINK-LOOP"] * 2
        assert sum(isinstance(each, Found) for each in met) == 3

    def it_follows_a_link_to_a_folder_only_if_it_is_named(folder, tmp_path):
        (tmp_path / "other").mkdir()
        (tmp_path / "other" / "link").symlink_to(folder, target_is_directory=True)
        assert codes(walk([tmp_path / "other"])) == ["E-EVIDENCE-LINK-TO-FOLDER"]
        assert _places([tmp_path / "other" / "link"]) == ["link/a.png", "link/b.mp4", "link/chat/c.txt"]

    def it_says_that_a_link_leads_nowhere(tmp_path):
        (tmp_path / "dangling").symlink_to("gone")
        assert codes(walk([tmp_path])) == ["E-EVIDENCE-MISSING"]

    def it_waits_at_no_pipe(tmp_path):
        os.mkfifo(tmp_path / "pipe")
        assert codes(walk([tmp_path, Path("/dev/null")])) == ["E-EVIDENCE-NOT-A-FILE"] * 2


if LINUX:

    def it_meets_names_that_are_no_text(tmp_path):
        (tmp_path / os.fsdecode(b"\xff\xfe.png")).write_bytes(b"")
        (tmp_path / "a\nb").write_bytes(b"")
        assert [os.fsencode(place.split("/")[1]) for place in _places([tmp_path])] == [b"a\nb", b"\xff\xfe.png"]


def it_counts_files_and_bytes_before_anything_is_read(folder):
    assert total([folder, folder / "a.png", folder / "gone"]) == (4, 3 + 3 + 5 + 3)


def but_it_counts_nothing_for_a_file_that_went_away(folder, monkeypatch):
    stat = Path.stat
    seen = []

    def once(self, **named):
        if self.name == "a.png" and seen.append(self) is None and len(seen) > 1:
            raise FileNotFoundError(2, "gone")
        return stat(self, **named)

    monkeypatch.setattr(Path, "stat", once)
    assert total([folder]) == (3, 8)


@pytest.mark.parametrize("paths", [[], ()])
def it_meets_nothing_if_nothing_is_named(paths):
    assert list(walk(paths)) == []
