"""Every word of this room is there in both languages."""

import re

import pytest

from legalkit.errors import Problem
from legalkit.evidence.findings import Added, Outcome, Remark, Status, Verified
from legalkit.language import problem_text, text
from tests.house import tree

PARAMS = {"E-EVIDENCE-TOO-MANY": {"max_length": 1000}, "E-EVIDENCE-KIND-GUESSED": {"count": 2}}


def _codes() -> list[str]:
    sources = map(tree.source, (tree.ROOT / "legalkit" / "evidence").glob("*.py"))
    return sorted({code for source in sources for code in re.findall(r"\"(E-EVIDENCE-[A-Z-]+)\"", source)})


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("code", _codes())
def it_has_words_for_every_code(code, language):
    words = problem_text(Problem(code, "paths[0]", PARAMS.get(code, {})), language)
    assert words.startswith({"ko": "경로 (1): ", "en": "path (1): "}[language])
    assert len(words) > 40


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("status", [*Status, "renamed"])
def it_has_words_for_every_status(status, language):
    assert text(f"evidence.status.{status}", language)


@pytest.mark.parametrize(
    ("statuses", "failed", "exit_status"),
    [([Status.UNCHANGED], 0, 0), ([Status.UNCHANGED, Status.CHANGED], 0, 1), ([Status.EXTRA], 0, 1),
     ([Status.MISSING], 0, 1), ([Status.UNCHANGED], 1, 2), ([Status.CHANGED], 1, 2), ([], 1, 2)],
)  # fmt: skip
def it_ends_as_its_worst_finding(statuses, failed, exit_status, tmp_path):
    remarks = tuple(Remark(Problem("E-EVIDENCE-MISSING"), tmp_path) for _ in range(failed))
    assert Verified(tuple(map(Outcome, statuses)), remarks).exit_status == exit_status


def it_ends_well_if_everything_was_added(tmp_path):
    assert Added(notes=(Remark(Problem("E-EVIDENCE-TWICE"), tmp_path),)).exit_status == 0
    assert Added(failed=(Remark(Problem("E-EVIDENCE-MISSING"), tmp_path),)).exit_status == 2
