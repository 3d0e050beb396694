"""The command as a whole: every word of it has help in both languages and stands in the documentation."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from legalkit.cli import commands

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
DOCS = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
OURS = ("generate", "case check", "case schema", "filings", "explain", "example")
_HANGUL, _LATIN = re.compile("[가-힣]"), re.compile("[a-z]{3}")


def _all(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{before}{name}", command
        if isinstance(command, click.Group):
            yield from _all(command, f"{before}{name} ")


COMMANDS = dict(_all(commands))


@pytest.mark.parametrize("name", COMMANDS)
def it_explains_every_command_in_both_languages(name):
    said = COMMANDS[name].help or ""
    assert _HANGUL.search(said)
    assert _LATIN.search(said)


@pytest.mark.parametrize("name", OURS)
def it_explains_every_option(name):
    options = [option for option in COMMANDS[name].params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help and not option.metavar and not option.hidden] == []


@pytest.mark.parametrize("name", OURS)
def it_stands_in_the_documentation(name):
    assert name in DOCS
    options = [option for option in COMMANDS[name].params if isinstance(option, click.Option)]
    assert [option.opts[0] for option in options if option.opts[0] not in DOCS] == []


@pytest.mark.parametrize("name", ["filings", "case check", "explain"])
def it_gives_json_wherever_a_list_is_printed(name):
    assert "--json" in [opt for option in COMMANDS[name].params for opt in option.opts]


def it_imports_the_one_command_that_was_asked_for():
    code = "import sys, legalkit.cli; from legalkit.cli import _generate; print(*sys.modules)"
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"legalkit.cli._org", "legalkit.interview", "legalkit.batch", "gradio", "openpyxl"} & set(seen)
