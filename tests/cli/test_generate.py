"""``legalkit generate``: a package whole or not at all, and a reason where there is none."""

import io
import json
import os
import subprocess
import sys
import zipfile

import pytest
from msoffcrypto import OfficeFile

from legalkit.vault.case_file import load, save
from legalkit.vault.passphrase import Passphrase
from tests.support.names import EXAMPLES

KELLY = EXAMPLES / "kelly.yaml"
DAY = ("--as-of", "2026-11-22")
CASE = "id: case-1\nreporter: {role: self}\n"


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "사건 1.yaml"
    path.write_text(f"{CASE}incidents: [{{id: a, act: assault}}]\n", encoding="utf-8")
    return path


class DescribeAPackage:
    def it_writes_what_was_asked_for(self, legalkit, case, tmp_path):
        out = tmp_path / "새 폴더" / "꾸러미"
        languages = ("--language", "ko", "--language", "en")
        ran = legalkit("generate", case, "--out", out, *languages, "--filing", "complaint", *DAY)
        assert (ran.status, ran.err) == (0, "")
        assert {path.name for path in (out / "1-hand-in").iterdir()} == {"01-complaint-en.docx", "01-complaint-ko.docx"}
        assert "01-complaint-ko.docx" in ran.out

    def it_makes_all_three_languages_by_default(self, legalkit, case, tmp_path):
        legalkit("generate", case, "--out", tmp_path / "out", *DAY)
        found = [path.stem.rpartition("-")[2] for path in (tmp_path / "out" / "1-hand-in").glob("01-*")]
        assert sorted(found) == ["bilingual", "en", "ko"]

    def it_makes_one_zip(self, legalkit, case, tmp_path):
        ran = legalkit("generate", case, "--out", tmp_path / "a.zip", "--zip", "--filing", "complaint", *DAY)
        assert ran.status == 0
        with zipfile.ZipFile(tmp_path / "a.zip") as archive:
            assert "1-hand-in/01-complaint-ko.docx" in archive.namelist()

    @pytest.mark.parametrize(("ui", "word"), [("ko", "만들었습니다"), ("en", "files made")])
    def it_says_so_in_the_language_of_the_person(self, legalkit, case, tmp_path, ui, word):
        assert word in legalkit("--ui", ui, "generate", case, "--out", tmp_path / "out", *DAY).out

    def it_warns_where_the_law_was_checked_long_ago(self, legalkit, case, tmp_path):
        ran = legalkit("--ui", "en", "generate", case, "--out", tmp_path / "out", "--as-of", "2028-01-01")
        assert ran.status == 0
        assert "2026" in ran.err


SECRET = "river moon paper nine"


class DescribeEncryption:
    def _made(self, legalkit, monkeypatch, path, out, typed, *more):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        asked = ("--language", "ko", "--encrypt", "--passphrase-stdin", *DAY, *more)
        return legalkit("--ui", "en", "generate", path, "--out", out, *asked)

    def it_opens_with_the_passphrase_and_is_the_paper(self, legalkit, case, tmp_path, monkeypatch):
        assert self._made(legalkit, monkeypatch, case, tmp_path / "out", f"{SECRET}\n").status == 0
        legalkit("generate", case, "--out", tmp_path / "plain", "--language", "ko", *DAY)
        sealed, plain = (
            {p.relative_to(out): p for p in out.rglob("*.docx")} for out in (tmp_path / "out", tmp_path / "plain")
        )
        assert sealed.keys() == plain.keys()
        for name, path in sealed.items():
            opened, file = io.BytesIO(), OfficeFile(io.BytesIO(path.read_bytes()))
            file.load_key(password=SECRET)
            file.decrypt(opened)
            assert opened.getvalue() == plain[name].read_bytes()

    def and_it_makes_one_zip_of_encrypted_files(self, legalkit, case, tmp_path, monkeypatch):
        assert self._made(legalkit, monkeypatch, case, tmp_path / "a.zip", f"{SECRET}\n", "--zip").status == 0
        with zipfile.ZipFile(tmp_path / "a.zip") as archive:
            assert {archive.read(name)[:4] for name in archive.namelist()} == {b"\xd0\xcf\x11\xe0"}

    def it_reads_one_line_to_open_the_case_and_one_to_encrypt(self, legalkit, case, tmp_path, monkeypatch):
        locked = tmp_path / "case.legalkit"
        save(load(case), locked, Passphrase("another one for the case"))
        ran = self._made(legalkit, monkeypatch, locked, tmp_path / "out", f"another one for the case\n{SECRET}\n")
        assert (ran.status, ran.err) == (0, "")

    def but_it_writes_nothing_where_other_programs_would_read_the_passphrase_differently(
        self, legalkit, case, tmp_path, monkeypatch
    ):
        ran = self._made(legalkit, monkeypatch, case, tmp_path / "out", "강과 달과 종이 아홉\n")
        assert (ran.status, ran.err.split(":")[0]) == (2, "E-VAULT-PASSPHRASE-KEYBOARD")
        assert not (tmp_path / "out").exists()


class DescribeARefusal:
    def _nothing(self, tmp_path):
        return [path for path in tmp_path.rglob("*") if path.suffix in (".docx", ".zip", ".part")] == []

    def it_names_every_filing_that_cannot_be_made(self, legalkit, tmp_path):
        asked = ("--filing", "alias_request", "--filing", "no_such", "--filing", "family_protection_order")
        ran = legalkit("--ui", "en", "generate", KELLY, "--out", tmp_path / "out", *asked, *DAY)
        assert ran.status == 2
        assert [line.split(":")[0] for line in ran.err.splitlines()] == [
            "E-FILING-CLOSED", "E-FILING-UNKNOWN", "E-FILING-CLOSED"
        ]  # fmt: skip
        assert "complaint" in ran.err
        assert self._nothing(tmp_path)

    def it_names_the_questions_by_their_names_on_screen(self, legalkit, tmp_path, case):
        ran = legalkit("--ui", "ko", "generate", case, "--out", tmp_path / "out", "--filing", "evidence_index", *DAY)
        assert ran.status == 2
        assert "exhibits[]" not in ran.err

    def it_keeps_a_folder_that_holds_something(self, legalkit, case, tmp_path):
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "mine.txt").write_text("x", encoding="utf-8")
        ran = legalkit("--ui", "en", "generate", case, "--out", tmp_path / "out", *DAY)
        assert (ran.status, ran.err.split(":")[0]) == (2, "E-FILE-EXISTS")
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]

    @pytest.mark.parametrize(
        "arguments",
        [
            ("generate",), ("generate", "x.yaml"), ("generate", "x.yaml", "--out", "o", "--language", "fr"),
            ("no-such-command",),
            ("--ui", "fr", "example"),
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("ui", ["ko", "en"])
    def it_says_how_a_command_is_used(self, legalkit, arguments, ui):
        ran = legalkit("--ui", ui, *arguments)
        assert ran.status == 2
        assert "Traceback" not in ran.err
        assert "legalkit --help" in ran.err

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("empty.yaml", b""), ("empty.json", b""), ("binary.yaml", bytes(range(256))),
            ("binary.json", b"\xff\xfe{}"),
            ("list.json", b"[1, 2]"), ("text.yaml", b"only a text"), ("tabs.yaml", b"a:\n\t- b"),
            ("nul.json", b'{"id": "\x00"}'),
            ("deep.json", b"[" * 50_000), ("deep.yaml", b"[" * 5_000), ("surrogate.json", b'{"id": "\\ud800"}'),
            ("twice.json", b'{"id": "a", "id": "b"}'), ("nan.json", b'{"id": NaN}'),
            ("tag.yaml", b"!!python/object:os.system x"),
            ("bomb.yaml", b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
                b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9))),
            ("huge.json", b'{"id": "' + b"x" * (9 * 1024 * 1024) + b'"}'), ("latin.yaml", "id: café".encode("latin-1")),
            ("cp949.yaml", "id: 사건".encode("cp949")), ("case.doc", b"PK\x03\x04"),
            ("other.json", b'{"name": "Kelly Thistleby"}'),
            ("wrong.yaml", f"{CASE}victim: {{phone: [1]}}\nincidents: [{{id: a, act: nothing}}]\nx: 심서연\n".encode()),
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("ui", ["ko", "en"])
    def it_says_what_is_wrong_with_a_file(self, legalkit, tmp_path, name, content, ui):
        (tmp_path / name).write_bytes(content)
        ran = legalkit("--ui", ui, "generate", tmp_path / name, "--out", tmp_path / "out", *DAY)
        assert ran.status == 2
        assert ran.err.startswith("E-")
        assert not any(word in ran.err for word in ("Traceback", "Thistleby", "심서연", "%("))
        assert self._nothing(tmp_path)

    def it_says_so_of_a_folder_and_of_nothing(self, legalkit, tmp_path):
        for path in (tmp_path, tmp_path / "no such file.yaml"):
            ran = legalkit("generate", path, "--out", tmp_path / "out", *DAY)
            assert (ran.status, ran.err[:2]) == (2, "E-")

    def it_names_every_problem_of_a_case_at_once(self, legalkit, tmp_path):
        path = tmp_path / "case.yaml"
        path.write_text("id: 'A B'\nvictim: {birth: 3000}\nincidents: [{id: a}]\n", encoding="utf-8")
        ran = legalkit("--ui", "en", "case", "check", path)
        said = {line.split(":")[0] for line in ran.err.splitlines()}
        assert said >= {"E-CASE-PATTERN", "E-CASE-DATE", "E-CASE-MISSING"}

    @pytest.mark.parametrize(
        "extra",
        ["victim: {nationality: QQ}", "own_words: [{text: x, language: qqq}]",
         "wishes: {interpreter: true, interpreter_language: qq}",
         "incidents: [{id: a, act: sale, price: {amount: 3, currency: QQQ}}]"],
    )  # fmt: skip
    def but_it_takes_a_code_that_has_no_name(self, legalkit, tmp_path, extra):
        path = tmp_path / "case.yaml"
        path.write_text(CASE + extra + "\n", encoding="utf-8")
        assert legalkit("generate", path, "--out", tmp_path / "out", *DAY).status == 0


class DescribeAKoreanConsole:
    @pytest.mark.parametrize("ui", ["ko", "en"])
    def it_speaks_cp949(self, tmp_path, ui):
        ran = _run("cp949", "--ui", ui, "generate", KELLY, "--out", tmp_path / "꾸러미", "--filing", "complaint", *DAY)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert "꾸러미" in ran.stdout.decode("cp949")

    def it_shows_an_example_in_utf8_where_python_is_told_so(self):
        assert "심서연" in _run("utf-8", "example", "seoyeon").stdout.decode()


def _run(encoding: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "legalkit", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=environment, check=False)


def it_lists_what_it_made_as_json(legalkit, tmp_path):
    ran = legalkit("example", "kelly")
    (tmp_path / "case.yaml").write_text(ran.out, encoding="utf-8")
    made = legalkit("generate", tmp_path / "case.yaml", "--out", tmp_path / "out", "--language", "ko", "--json", *DAY)
    there = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.docx")}
    assert set(json.loads(made.out)["files"]) == there
