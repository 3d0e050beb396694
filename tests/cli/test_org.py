"""An organisation without a browser: from nothing to the first papers, a burnt server, a colleague who leaves."""

import configparser
import hashlib
import io
import json
import re
import shlex
import subprocess
import sys

import click
import pytest

from legalkit.cli._org import org_group
from legalkit.vault.org import cipher, database
from tests.house import tree
from tests.support.names import EXAMPLES

BOSS, COUNSELLOR, OTHER = "river moon paper boss", "river moon paper c1", "river moon paper c2"
_KEY = re.compile(r"(?:[A-Z2-7]{4}-){13}[A-Z2-7]{4}")


@pytest.fixture
def org(legalkit, monkeypatch, tmp_path):
    """``legalkit org`` in a folder of its own; what is typed is handed in line by line."""
    monkeypatch.setattr(cipher, "COST", (64, 1, 1))
    monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, "synchronous=OFF"))
    monkeypatch.setenv("LEGALKIT_ORG_SETTINGS", str(tmp_path / "org.toml"))

    def run(*arguments, typed=(), handle="boss", status=0):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        who = ("--as", handle, "--passphrase-stdin") if typed else ()
        ran = legalkit("--ui", "en", "org", *arguments, *who)
        assert ran.status == status, ran.err
        return ran.out + ran.err

    return run


@pytest.fixture
def begun(org):
    """An organisation with two counsellors; gives the printed recovery key."""
    (printed,) = _KEY.findall(org("init", typed=[BOSS]))
    for handle, password in (("c1", COUNSELLOR), ("c2", OTHER)):
        org("user", "add", handle, "--role", "counsellor", typed=[BOSS, password])
    return printed


def _add(org) -> str:
    told = org("add", EXAMPLES / "hana.yaml", "--label", "Autumn", typed=[COUNSELLOR], handle="c1")
    return told.strip()


def it_goes_from_nothing_to_papers_with_a_manifest(org, begun, tmp_path):
    case_id = _add(org)
    org("export", case_id, "--out", tmp_path / "papers", typed=[COUNSELLOR], handle="c1")
    files = {
        path.relative_to(tmp_path / "papers").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (tmp_path / "papers").rglob("*") if path.is_file()
    }  # fmt: skip
    told = json.loads((tmp_path / "papers" / "manifest.json").read_text(encoding="utf-8"))
    assert told["files"] == {name: digest for name, digest in files.items() if name != "manifest.json"}
    assert any(name.startswith("1-hand-in/") for name in told["files"])
    assert (told["case"], "complaint" in told["templates"]) == ({"id": case_id, "revision": 1}, True)
    log = org("audit", "show", typed=[BOSS])
    assert "c1  case.export  " + case_id in log


def it_finds_hands_over_closes_and_deletes(org, begun):
    case_id = _add(org)
    assert case_id in org("list", "--find", "Autumn", typed=[COUNSELLOR], handle="c1")
    assert case_id not in org("list", typed=[OTHER], handle="c2")
    org("hand-over", case_id, "--to", "c2", "--stay", typed=[COUNSELLOR], handle="c1")
    org("close", case_id, typed=[OTHER], handle="c2")
    assert json.loads(org("list", "--json", typed=[OTHER], handle="c2"))[0]["state"] == "closed"
    org("close", case_id, "--reopen", typed=[OTHER], handle="c2")
    org("delete", case_id, typed=[OTHER], handle="c2")
    assert org("list", typed=[COUNSELLOR], handle="c1") == ""


def but_it_refuses_a_colleague_who_is_not_of_the_case(org, begun, tmp_path):
    refused = org("export", _add(org), "--out", tmp_path / "p", typed=[OTHER], handle="c2", status=2)
    assert refused.startswith("E-ORG-NO-CASE")
    assert not (tmp_path / "p").exists()


def it_comes_back_from_a_burnt_server(org, begun, tmp_path):
    case_id = _add(org)
    org("backup", "--to", tmp_path / "kept.backup")
    for path in [*tmp_path.glob("organisation.db*"), tmp_path / "server.key"]:
        path.unlink()
    org("restore", tmp_path / "kept.backup")
    assert org("list", typed=[COUNSELLOR], handle="c1", status=2).startswith("E-ORG-SERVER-KEY")
    org("recover", typed=[begun, "a new one for the boss"])
    org("user", "password", "c1", typed=["a new one for the boss", COUNSELLOR])
    assert case_id in org("list", typed=[COUNSELLOR], handle="c1")
    assert "whole" in org("audit", "check", typed=["a new one for the boss"])


def it_rotates_with_a_fresh_backup_and_says_what_becomes_of_older_ones(org, begun, tmp_path):
    org("backup")
    told = org("rotate", typed=[BOSS])
    assert "Older backups open with no password any more" in told
    assert _KEY.findall(told) not in ([], [begun])
    assert len(list((tmp_path / "backups").glob("*.backup"))) == 2
    org("user", "list", typed=[BOSS])


def it_lets_a_colleague_go(org, begun):
    case_id = _add(org)
    assert org("user", "remove", "c1", typed=[BOSS], status=2).startswith("E-ORG-HAS-CASES")
    org("user", "remove", "c1", "--heir", "c2", typed=[BOSS])
    assert case_id in org("list", typed=[OTHER], handle="c2")
    assert org("list", typed=[COUNSELLOR], handle="c1", status=2).startswith("E-ORG-SIGN-IN")
    assert [line.split()[0] for line in org("user", "list", typed=[BOSS]).splitlines()] == ["boss", "c2"]


def it_purges_only_when_it_is_told_to(org, begun):
    _add(org)
    assert "more than 30 days: 0." in org("purge", "--older-than", "30", typed=[BOSS])
    assert "0 cases deleted" in org("purge", "--older-than", "30", "--yes", typed=[BOSS])
    assert org("purge", typed=[COUNSELLOR], handle="c1", status=2).startswith("E-ORG-NOT-ALLOWED")


def it_asks_for_the_code_of_an_app(org, begun):
    assert "otpauth://" in org("user", "factor", typed=[COUNSELLOR, "000000"], handle="c1", status=2)
    assert org("list", typed=[COUNSELLOR], handle="c1") == ""


def it_checks_the_log_against_what_was_noted(org, begun):
    noted = re.search(r"\d+:[0-9a-f]{32}", org("audit", "check", typed=[BOSS]))[0]
    org("audit", "check", "--noted", noted, typed=[BOSS])
    assert org("audit", "check", "--noted", "3:" + "0" * 32, typed=[BOSS], status=2).startswith("E-ORG-LOG-SHORTER")


def it_says_that_there_is_no_store_yet(org):
    assert org("list", typed=[BOSS], status=2).startswith("E-ORG-DATABASE-GONE")
    assert org("backup", status=2).startswith("E-ORG-DATABASE-GONE")


_BARE = """
import sys
for name in ("sqlalchemy", "alembic", "pydantic_settings", "pyotp"):
    sys.modules[name] = None
sys.argv = ["legalkit", "--ui", "en", *sys.argv[1:]]
from legalkit.cli import main
main()
"""


def _bare(*arguments) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", _BARE, *arguments], capture_output=True, text=True, encoding="utf-8")


def it_names_the_line_to_type_where_the_extra_is_missing():
    ran = _bare("org", "backup")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("E-ORG-EXTRA")
    assert 'pip install "legalkit[org]"' in ran.stderr


def and_every_other_command_works_without_it():
    assert _bare("example", "hana").returncode == 0


_PAGE = tree.source(tree.ROOT / "docs" / "deploy.md")
_LINES = sorted(set(re.findall(r"^legalkit org (.+)$", _PAGE, re.MULTILINE)))


@pytest.mark.parametrize("line", _LINES)
def it_knows_every_command_of_the_page_on_deployment(line):
    _parsed(line)


def it_comes_through_the_backup_drill_of_the_page(org, begun, tmp_path):
    drill = tmp_path / "drill"
    drill.mkdir()
    case_id = _add(org)
    org("backup", "--to", drill / "try.backup")
    there = ("--settings", drill / "org.toml")
    org("restore", drill / "try.backup", *there)
    org("recover", *there, typed=[begun, BOSS])
    assert "all cases open (1)" in org("audit", "check", *there, typed=[BOSS])
    assert case_id in org("list", typed=[COUNSELLOR], handle="c1")


def _parsed(line: str) -> None:
    """Goes down to the command of a line, and reads its arguments."""
    command, arguments = org_group, shlex.split(line)
    while isinstance(command, click.Group):
        name, command, arguments = command.resolve_command(click.Context(command), arguments)
    with command.make_context(name, arguments) as context:
        assert None not in [context.params[each.name] for each in command.params if each.required]


def it_runs_a_command_that_exists_every_night():
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str
    unit.read_string(tree.source(tree.ROOT / "deploy" / "legalkit-backup.service"))
    _, _, line = unit["Service"]["ExecStart"].partition(" org ")
    _parsed(line)
    for said in (unit["Service"]["ExecStart"].split()[0].removesuffix("/legalkit"), "/var/lib/legalkit"):
        assert said.removesuffix("/bin") in _PAGE


def it_gives_the_container_the_same_places_as_the_page():
    container = tree.source(tree.ROOT / "deploy" / "Containerfile")
    for said in ("/var/lib/legalkit", "/opt/legalkit/src[org]"):
        assert said in container
        assert said in _PAGE
