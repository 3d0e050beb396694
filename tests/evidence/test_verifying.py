"""Verify says of each file what became of it, and its exit status tells."""

import os

import pytest

from legalkit.evidence.findings import Status
from legalkit.evidence.register import add
from legalkit.evidence.verifying import verify
from tests.evidence.samples import case, codes


@pytest.fixture
def made(folder):
    return add(case(), [folder])[0]


def _said(verified) -> list[tuple[str | None, str]]:
    return [(o.path.name if o.path else o.name, o.status.value) for o in verified.outcomes]


def it_says_that_nothing_changed(folder, made):
    verified = verify(made, [folder], all=True)
    assert _said(verified) == [("a.png", "unchanged"), ("b.mp4", "unchanged"), ("c.txt", "unchanged")]
    assert {outcome.exhibit for outcome in verified.outcomes} == {"exhibit-1"}
    assert verified.exit_status == 0


def it_says_what_changed_what_is_extra_and_what_is_missing(folder, made):
    (folder / "a.png").write_bytes(b"on3")
    (folder / "b.mp4").unlink()
    (folder / "new.png").write_bytes(b"new")
    verified = verify(made, [folder], all=True)
    assert _said(verified) == [
        ("a.png", "changed"), ("c.txt", "unchanged"), ("new.png", "extra"), ("b.mp4", "missing"),
    ]  # fmt: skip
    assert verified.exit_status == 1
    assert verified.count(Status.MISSING) == 1


@pytest.mark.parametrize("trouble", ["changed", "extra", "missing"])
def it_tells_each_trouble_by_its_exit_status(folder, made, trouble):
    if trouble == "changed":
        (folder / "a.png").write_bytes(b"on3")
    elif trouble == "extra":
        (folder / "new").write_bytes(b"new")
    else:
        (folder / "a.png").unlink()
    assert verify(made, [folder], all=True).exit_status == 1


def but_it_does_not_ask_for_the_missing_unless_told(folder, made):
    (folder / "b.mp4").unlink()
    verified = verify(made, [folder])
    assert _said(verified) == [("a.png", "unchanged"), ("c.txt", "unchanged")]
    assert verified.exit_status == 0


def it_does_not_matter_from_where_a_person_looks(folder, made, monkeypatch):
    assert _said(verify(made, [folder / "chat" / "c.txt"])) == [("c.txt", "unchanged")]
    monkeypatch.chdir(folder)
    assert verify(made, [type(folder)()], all=True).exit_status == 0


def it_trusts_no_time_of_change(folder, made):
    state = (folder / "a.png").stat()
    (folder / "a.png").write_bytes(b"on3")
    os.utime(folder / "a.png", ns=(state.st_atime_ns, state.st_mtime_ns))
    assert verify(made, [folder]).outcomes[0].status is Status.CHANGED


def it_finds_listed_content_under_another_name(folder, made):
    (folder / "a.png").rename(folder / "renamed.png")
    verified = verify(made, [folder], all=True)
    outcome = next(o for o in verified.outcomes if o.path.name == "renamed.png")
    assert (outcome.status, outcome.renamed, outcome.name) == (Status.UNCHANGED, True, "a.png")
    assert verified.count(Status.MISSING) == 0


def but_it_says_changed_when_two_files_changed_places(folder, made):
    (folder / "a.png").write_bytes(b"two")
    (folder / "b.mp4").write_bytes(b"one")
    assert [status for _, status in _said(verify(made, [folder]))] == ["changed", "changed", "unchanged"]


def it_calls_a_namesake_in_another_folder_extra(folder, made, tmp_path):
    (folder / "chat" / "a.png").write_bytes(b"a namesake")
    assert dict(_said(verify(made, [folder]))) == {
        "a.png": "extra", "b.mp4": "unchanged", "c.txt": "unchanged",
    }  # fmt: skip
    assert len(verify(made, [folder]).outcomes) == 4


def it_knows_a_name_in_either_spelling(tmp_path):
    listed = case(
        exhibits=[{"id": "a", "kind": "document", "files": [{"name": "가.png", "size": 1, "sha256": "0" * 64}]}]
    )
    (tmp_path / "\u1100\u1161.png").write_bytes(b"x")
    assert [o.status for o in verify(listed, [tmp_path]).outcomes] == [Status.CHANGED]


def it_knows_each_of_two_copies(folder):
    (folder / "copy.png").write_bytes(b"one")
    made, _ = add(case(), [folder])
    (folder / "copy.png").unlink()
    verified = verify(made, [folder], all=True)
    assert [(o.name, o.status.value) for o in verified.outcomes if o.status is not Status.UNCHANGED] == [
        ("copy.png", "missing")
    ]


def but_it_fails_if_a_file_cannot_be_read(folder, made):
    verified = verify(made, [folder, folder / "gone.png"])
    assert codes(verified.failed) == ["E-EVIDENCE-MISSING"]
    assert verified.exit_status == 2


def but_it_fails_if_nothing_was_looked_at(made):
    verified = verify(made, [])
    assert codes(verified.failed) == ["E-EVIDENCE-NOTHING"]
    assert verified.exit_status == 2


def it_never_shows_a_name_in_a_repr(folder, made):
    assert "png" not in repr(verify(made, [folder, folder / "gone.png"], all=True))
