import datetime
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError

import pytest

from legalkit.docx import archive, ready
from legalkit.docx.compiled import Compiled
from legalkit.docx.model import Language, Properties
from legalkit.docx.preparing import prepare
from legalkit.docx.rendering import compiled
from legalkit.resources import data
from tests.docx import build

PROPERTIES = Properties("제목", datetime.date(2026, 11, 22))
OURS = sorted(p.name for p in data("templates").iterdir() if p.name.endswith(".docx"))
SOUND = build.to_bytes(build.sound())


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The folder in which they lie, with one template of one language."""
    monkeypatch.setattr(ready, "FOLDER", tmp_path)
    (tmp_path / ready.name(SOUND, Language.KO)).write_bytes(ready.content(prepare(SOUND, Language.KO)))
    compiled.cache_clear()
    yield tmp_path
    compiled.cache_clear()


@pytest.fixture
def fresh():
    """What the program is made of, looked up anew before the test and after it."""
    ready._made_by.cache_clear()
    yield
    ready._made_by.cache_clear()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", OURS)
def it_gives_back_what_was_prepared_for_every_template_of_ours(name, language, tmp_path, monkeypatch):
    monkeypatch.setattr(ready, "FOLDER", tmp_path)
    blob = (data("templates") / name).read_bytes()
    prepared = prepare(blob, language)
    (tmp_path / ready.name(blob, language)).write_bytes(ready.content(prepared))
    assert ready.find(blob, language) == prepared


def it_fills_a_template_that_is_ready_with_the_same_bytes_and_compiles_none(kept, monkeypatch):
    anew = Compiled(prepare(SOUND, Language.KO), Language.KO).render(build.context(), PROPERTIES)
    monkeypatch.setattr("legalkit.docx.preparing.prepare", None)
    assert compiled(SOUND, Language.KO).render(build.context(), PROPERTIES) == anew


def but_it_compiles_a_changed_template_anew(kept):
    document = build.sound()
    build.line(document, "말 한마디 더", "Field")
    changed = build.to_bytes(document)
    assert ready.find(changed, Language.KO) is None
    made = archive.unpack(compiled(changed, Language.KO).render(build.context(), PROPERTIES))
    assert "말 한마디 더" in made["word/document.xml"].decode()


def and_it_finds_nothing_for_another_language(kept):
    assert ready.find(SOUND, Language.EN) is None


@pytest.mark.parametrize("library", ready._LIBRARIES)
def and_nothing_beside_another_library(library, kept, fresh, monkeypatch):
    monkeypatch.setattr(ready, "version", lambda each: "0.0.1" if each == library else "1.0")
    one = ready.name(SOUND, Language.KO)
    monkeypatch.setattr(ready, "version", lambda each: "1.0")
    ready._made_by.cache_clear()
    assert ready.name(SOUND, Language.KO) != one


def and_nothing_where_a_library_does_not_say_which_it_is(kept, fresh, monkeypatch):
    def unknown(each):
        raise PackageNotFoundError(each)

    monkeypatch.setattr(ready, "version", unknown)
    assert ready.find(SOUND, Language.KO) is None


def and_nothing_for_other_code_of_this_room(kept, fresh, tmp_path_factory, monkeypatch):
    elsewhere = tmp_path_factory.mktemp("room")
    (elsewhere / "codegen.py").write_bytes(b"# another way")
    monkeypatch.setattr(ready, "__file__", str(elsewhere / "ready.py"))
    assert ready.find(SOUND, Language.KO) is None


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"PK", archive.pack({"variant.docx": b""}), archive.pack({"variant.docx": b"", "parts.json": b"[{}]"})],
)
def and_nothing_where_a_disk_spoilt_it(spoilt, kept):
    (kept / ready.name(SOUND, Language.KO)).write_bytes(spoilt)
    assert ready.find(SOUND, Language.KO) is None
    assert compiled(SOUND, Language.KO).render(build.context(), PROPERTIES)


_CONTENT = """
import hashlib
from legalkit.docx import Language, ready
from legalkit.docx.preparing import prepare
from legalkit.resources import template
print(hashlib.sha256(ready.content(prepare(template("complaint"), Language.BILINGUAL))).hexdigest())
"""


def it_keeps_the_same_bytes_whatever_the_order_of_a_set():
    made = [
        subprocess.run(
            [sys.executable, "-c", _CONTENT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout  # fmt: skip
        for seed in ("1", "2")
    ]
    assert len(set(made)) == 1
