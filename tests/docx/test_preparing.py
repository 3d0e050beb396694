import pytest

from legalkit.docx import preparing, ready
from legalkit.docx.model import Language
from tests.docx import build

SOUND = build.to_bytes(build.sound())


@pytest.fixture
def one_template(tmp_path, monkeypatch):
    """As if we had one template, and the folder that it is made ready in."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "one.docx").write_bytes(SOUND)
    monkeypatch.setattr(ready, "data", lambda kind: tmp_path / kind)
    return tmp_path / "ready"


def it_makes_every_template_ready_in_every_language(one_template, monkeypatch):
    preparing.write(one_template)
    monkeypatch.setattr(ready, "FOLDER", one_template)
    assert [ready.find(SOUND, language) for language in Language] == [
        preparing.prepare(SOUND, language) for language in Language
    ]
    assert len(list(one_template.iterdir())) == len(Language)


def it_counts_what_of_ours_is_not_ready_for_this_program(one_template, monkeypatch):
    monkeypatch.setattr(ready, "FOLDER", one_template)
    assert ready.lacking() == len(Language)
    preparing.write(one_template)
    assert ready.lacking() == 0
    monkeypatch.setattr(ready, "_made_by", lambda: b"another library")
    assert ready.lacking() == len(Language)


def it_keeps_what_is_ready_and_drops_what_is_of_no_use_any_more(one_template):
    preparing.write(one_template)
    before = {file.name: file.stat().st_mtime_ns for file in one_template.iterdir()}
    (one_template / "old").write_bytes(b"")
    preparing.write(one_template)
    assert {file.name: file.stat().st_mtime_ns for file in one_template.iterdir()} == before


def it_writes_the_code_of_a_part_only_where_it_has_a_tag():
    prepared = preparing.prepare(SOUND, Language.KO)
    assert {part.member: bool(part.code) for part in prepared.parts} == {
        part.member: "{" in part.text for part in prepared.parts
    }
    assert any(part.code for part in prepared.parts)
