"""Reads a git clone of a statute mirror, bare or not: every text of a statute, with number and days of its Act."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from legalkit.errors import LawError, Problem, ToolError
from legalkit.law.verify.text import Article, articles, effective_days

_COMMIT = "\x01"
_FRONT = re.compile(r"^(공포일자|공포번호|시행일자): *'?([\d-]+)'?$", re.MULTILINE)
_SECONDS = 900


@dataclass(frozen=True, eq=False)
class Revision:
    """The text of a statute after one amendment.

    Attributes:
        commit: the commit of the mirror.
        act_no: promulgation number.
        promulgated: day of promulgation.
        in_force_from: day the mirror gives for the whole text; parts may start on other days.
    """

    commit: str
    act_no: int
    promulgated: date
    in_force_from: date
    text: str

    @cached_property
    def articles(self) -> dict[str, tuple[Article, ...]]:
        """The articles by number (``14의2``); more than one where the text prints two versions."""
        return articles(self.text)

    @cached_property
    def days(self) -> frozenset[date]:
        """Every day on which a part of this amendment comes into force, as far as its addenda tell."""
        return effective_days(self.text, self.act_no, self.promulgated) | {self.in_force_from}


class Mirror:
    """A git clone of a statute mirror.

    Args:
        folder: the repository.

    Raises:
        LawError: ``E-LAW-BAD-MIRROR``: no git repository with statutes in it.
        ToolError: ``E-LAW-NO-GIT``: git is not on this machine.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if not folder.is_dir() or not self._git("ls-tree", "--name-only", "HEAD", "kr/"):
            raise LawError(Problem("E-LAW-BAD-MIRROR", "statutes"))

    def revisions(self, paths: Iterable[str]) -> dict[str, list[str]]:
        """The commits that changed each path, oldest first; one pass over the history for all of them."""
        found: dict[str, list[str]] = {p: [] for p in paths}
        log = self._git("-c", "core.quotepath=false", "log", "--format=%x01%H", "--name-only", "--", *found)
        commit = ""
        for line in log.splitlines():
            if line.startswith(_COMMIT):
                commit = line[1:]
            elif line in found:
                found[line].insert(0, commit)
        return found

    def read(self, path: str, commits: list[str]) -> tuple[Revision, ...]:
        """The texts of a path at its commits; one without number or days is left out."""
        texts = self._contents([f"{c}:{path}" for c in commits])
        found = [_revision(c, t) for c, t in zip(commits, texts, strict=True)]
        return tuple(sorted((r for r in found if r), key=lambda r: (r.promulgated, r.act_no)))

    def _contents(self, names: list[str]) -> list[str]:
        out = self._run("cat-file", "--batch", given="".join(f"{n}\n" for n in names).encode("utf-8"))
        texts, at = [], 0
        for _ in names:
            end = out.index(b"\n", at)
            header = out[at:end].split()
            if len(header) < 3:
                texts.append("")
                at = end + 1
                continue
            size = int(header[2])
            texts.append(out[end + 1 : end + 1 + size].decode("utf-8", "replace"))
            at = end + 2 + size
        return texts

    def _git(self, *words: str) -> str:
        return self._run(*words).decode("utf-8", "replace")

    def _run(self, *words: str, given: bytes | None = None) -> bytes:
        try:
            done = subprocess.run(
                ["git", "-C", str(self._folder), *words], input=given, capture_output=True, check=True, timeout=_SECONDS
            )
        except FileNotFoundError:
            raise ToolError(Problem("E-LAW-NO-GIT")) from None
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            raise LawError(Problem("E-LAW-BAD-MIRROR", "statutes")) from None
        return done.stdout


def _revision(commit: str, text: str) -> Revision | None:
    front = dict(_FRONT.findall(text[:2000]))
    try:
        return Revision(
            commit=commit,
            act_no=int(front["공포번호"]),
            promulgated=date.fromisoformat(front["공포일자"]),
            in_force_from=date.fromisoformat(front["시행일자"]),
            text=text,
        )
    except (KeyError, ValueError):
        return None
