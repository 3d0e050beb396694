"""What holds for the whole vault: its words, and what its threat model promises."""

import ast
import re
import subprocess
import sys

import polib
import pytest

from legalkit.language.words import LANGUAGES
from tests.house import tree

_CODE = re.compile(r"(?:E-(?:FILE|VAULT)|D)-[A-Z0-9-]+")
_MODEL = tree.ROOT / "docs" / "threat-model.md"
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def _codes() -> set[str]:
    """Every code that stands in the vault as a text of its own."""
    modules = [path for path in tree.under("legalkit", suffix=".py") if "vault" in path.parts]
    texts = (node.value for path in modules for node in ast.walk(tree.parsed(path)) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and _CODE.fullmatch(text)}


def _words(language: str) -> dict[str, str]:
    catalogue = tree.ROOT / "locales" / language / "LC_MESSAGES" / "vault.po"
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(catalogue), encoding="utf-8")}


@pytest.mark.parametrize("language", LANGUAGES)
def it_has_words_for_every_code_and_for_no_other(language):
    assert _words(language).keys() == _codes()


def and_it_names_the_same_figures_in_both_languages():
    korean, english = (_figures(language) for language in LANGUAGES)
    assert korean == english


def _figures(language: str) -> dict[str, set[str]]:
    return {key: set(re.findall(r"%\((\w+)\)s", words)) for key, words in _words(language).items()}


def _rows() -> list[str]:
    """The lines of the threat model's tables that promise something or say that nothing is promised."""
    lines = tree.source(_MODEL).splitlines()
    rows = [line for line in lines if line.startswith("|") and not set(line) <= set("|- :")]
    return [row for row in rows if not row.startswith("| what")]


def it_holds_every_line_of_the_threat_model_by_a_test_that_exists():
    assert len(_rows()) > 10
    for row in _rows():
        named = _TEST.findall(row.rstrip(" |").rpartition("|")[2])
        assert named, row
        for path, name in named:
            functions = {node.name for node in tree.parsed(tree.ROOT / path).body if isinstance(node, ast.FunctionDef)}
            assert name in functions, f"{path}::{name}"


# Everything the vault does, under a hook that notes each file opened for writing; a hook cannot be taken off again.
_VISIT = """
import os, sys
written = []
def note(event, args):
    if event == "open" and (args[2] & (os.O_WRONLY | os.O_RDWR) if isinstance(args[2], int) else True):
        written.append(str(args[0]))
from pathlib import Path
from legalkit.vault import case_file, doctor, drafts, packages, sealed
from legalkit.vault.passphrase import Passphrase
fixture, target = map(Path, sys.argv[1:])
sys.addaudithook(note)
passphrase = Passphrase(sys.stdin.read())
case = case_file.load(fixture, lambda: passphrase)
store, owner, tab = drafts.MemoryDrafts(idle=60), drafts.new_token(), drafts.new_token()
store.put(owner, tab, drafts.NEW, {"case": case_file.to_bytes(case).decode("utf-8")}, 0.0)
draft = store.get(owner, tab, 0.0)
sealed.unlock(sealed.lock(sealed.Content("draft", draft.answers), passphrase), passphrase)
packages.encrypt_documents({"case.json": case_file.to_bytes(case)}, Passphrase("river moon paper nine lamp"))
case_file.save(case, target, passphrase)
store.wipe_all(owner)
print(*written, sep="\\n")
"""


def it_writes_no_file_but_the_one_that_is_saved(tmp_path):
    fixture, target = tree.ROOT / "tests/vault/fixtures/version-1.bin", tmp_path / "notes.bin"
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-B", "-c", _VISIT, str(fixture), str(target)],
        input="맑은 가람 네 마리", capture_output=True, text=True, encoding="utf-8", cwd=tmp_path,
    )  # fmt: skip
    assert run.stderr == ""
    (half,) = {line for line in run.stdout.splitlines() if line and not line.isdigit()}
    assert half.startswith(str(tmp_path / ".notes.bin."))
    assert list(tmp_path.iterdir()) == [target]
    for marked in ("김가람", "봄이 끝날 무렵", "case-1"):
        assert marked.encode("utf-8") not in target.read_bytes()
