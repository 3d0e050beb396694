"""From nothing to the first case, by the lines of the page on deployment and by the units that lie beside it."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import tree
from tests.web.org.served import PATIENCE, Caller, free_ports
from tests.web.org.town import password

PAGE = tree.source(tree.ROOT / "docs" / "deploy.md")
UNITS = sorted((tree.ROOT / "deploy").glob("legalkit*.*"))
ADDRESS = "https://cases.example.org"
HOME = "/var/lib/legalkit"
PROGRAM = "/opt/legalkit/venv/bin/legalkit"
_BEGUN = [sys.executable, "-c", "import sys; from legalkit.cli import main; sys.argv[0] = 'legalkit'; main()"]
TYPED = {"boss": ["boss"], "c1": ["boss", "c1"], "law1": ["boss", "law1"]}
"""Whose passwords are typed, where somebody is made."""


def _lines(title: str) -> list[str]:
    """The lines of a section that are to be typed and begin with the name of the program."""
    section = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)[1]
    blocks = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("legalkit ")]


def _unit(name: str) -> dict[str, str]:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.optionxform = str
    read.read_string(tree.source(tree.ROOT / "deploy" / name))
    return dict(read["Service"])


class Machine:
    """A machine on which nothing is yet: one folder stands for the home of the service's account."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.running = folder, []
        self.port = free_ports(1)

    def known(self, unit: dict[str, str]) -> dict[str, str]:
        """The environment that a unit gives, its places moved into the folder."""
        given = dict(each.split("=", 1) for each in unit["Environment"].replace(HOME, str(self.folder)).split())
        own = {"PYTHONPATH": str(tree.ROOT), "LEGALKIT_ORG_LISTEN": f"127.0.0.1:{self.port}"}
        return {**os.environ, **own, **given}

    def types(self, line: str) -> None:
        """A line of the page, with the passwords that it asks for."""
        words = shlex.split(line)[1:]
        who = TYPED[words[words.index("add") + 1] if "add" in words else "boss"]
        typed = "".join(f"{password(each)}\n" for each in who)
        ran = subprocess.run(
            [*_BEGUN, "--ui", "en", *words, "--passphrase-stdin"], input=typed, capture_output=True, text=True,
            encoding="utf-8", cwd=self.folder, env=self.known(_unit("legalkit.service")), timeout=PATIENCE,
        )  # fmt: skip
        assert ran.returncode == 0, (line, ran.stderr)

    def starts(self, name: str) -> subprocess.Popen:
        """What a unit starts."""
        unit = _unit(name)
        command = [*_BEGUN, *shlex.split(unit["ExecStart"].removeprefix(PROGRAM))]
        self.running.append(subprocess.Popen(command, cwd=self.folder, env=self.known(unit)))
        return self.running[-1]


@pytest.fixture
def machine(tmp_path):
    made = Machine(tmp_path)
    yield made
    for each in made.running:
        each.terminate()
        each.wait(PATIENCE)


def it_goes_from_nothing_to_the_first_case_that_a_survivor_opens(machine):
    lines = _lines("Install") + _lines("Staff")
    assert [line.split()[1:3] for line in lines] == [["org", "init"], ["org", "user"], ["org", "user"]]
    for line in lines:
        machine.types(line)
    with (machine.folder / "org.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'address = "{ADDRESS}"\n')
    page = machine.starts("legalkit.service")
    caller = Caller(ADDRESS, [machine.port])
    caller.until(lambda: caller.answers(0) or page.poll() is not None)
    caller.sign_in()
    case_id = caller.case()
    token = caller.link(case_id)

    async def walk(guest):
        await guest.come(token)
        await guest.step(act="to:own_words")
        return guest.case_id, guest.here

    assert caller.guests(walk) == (case_id, "own_words")
    night = machine.starts("legalkit-backup.service")
    assert night.wait(PATIENCE) == 0
    assert len(list((machine.folder / "backups").glob("*.backup"))) == 1


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def it_gives_systemd_units_that_it_understands(unit, tmp_path):
    """Where systemd is installed, it reads them itself."""
    told = tree.source(unit)
    assert f"/deploy/{unit.stem}." in PAGE
    for each in UNITS:
        (tmp_path / each.name).write_text(tree.source(each).replace(PROGRAM, sys.executable), encoding="utf-8")
    if unit.suffix == ".service":
        service = _unit(unit.name)
        assert service["ExecStart"].startswith(f"{PROGRAM} ")
        assert {service[name] for name in ("User", "Group")} == {"legalkit"}
        for name, said in (("UMask", "0077"), ("LimitCORE", "0"), ("MemorySwapMax", "0"), ("ProtectSystem", "strict"),
                           ("ReadWritePaths", HOME), ("NoNewPrivileges", "yes")):  # fmt: skip
            assert service[name] == said
    assert "legalkit: " in told
    program = shutil.which("systemd-analyze")
    if program:
        ran = subprocess.run([program, "verify", str(tmp_path / unit.name)], capture_output=True, text=True)
        assert (ran.returncode, ran.stderr) == (0, "")


def it_makes_the_container_start_what_the_unit_starts():
    container = tree.source(tree.ROOT / "deploy" / "Containerfile")
    start = shlex.split(_unit("legalkit.service")["ExecStart"].removeprefix(PROGRAM))
    assert f"CMD {start}".replace("'", '"') in container
    assert f"ENV LEGALKIT_ORG_SETTINGS={HOME}/org.toml PYTHONUTF8=1" in container
    assert _unit("legalkit.service")["Environment"] == f"LEGALKIT_ORG_SETTINGS={HOME}/org.toml PYTHONUTF8=1"
