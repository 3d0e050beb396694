"""Runs the ``legalkit`` command inside the test."""

import sys
from dataclasses import dataclass

import pytest

from legalkit.cli import main


@dataclass(frozen=True)
class Ran:
    """What became of a command."""

    status: int
    out: str
    err: str


class Command:
    """``legalkit`` with arguments."""

    def __init__(self, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> None:
        self.patch, self.captured = patch, captured

    def __call__(self, *arguments: object) -> Ran:
        self.patch.setattr(sys, "argv", ["legalkit", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = self.captured.readouterr()
        return Ran(int(left.value.code or 0), said.out, said.err)
