"""Each benchmark runs: what it measures is for whoever reads it, that it runs is for everybody."""

import os
import subprocess
import sys

import pytest

from tests.house import tree

QUICK = {
    "bench_batch": ("20", "1"),
    "bench_cold": ("1",),
    "bench_exhibits": ("--counts", "1", "--no-pages"),
    "bench_hashing": ("--gib", "1"),
    "bench_hashing_browser": ("--gib", "1", "--rounds", "1"),
    "bench_interview": ("--people", "kelly", "--sessions", "1", "--pages", "8"),
    "bench_org": ("--sessions", "2", "--pages", "1", "--pause", "0", "--processes", "1"),
    "bench_render": ("1",),
}
"""The least that each can be asked for."""
FETCHED = "bench_rivals"
"""Installs other programs when it is run; here only what it hands to them is made."""
HANDED = """
import json
from bench_rivals import COMPLAINT, INDEX, Language, compiled, context_for, flattened, template
for name, lengths in (("complaint", COMPLAINT), ("evidence_index", INDEX)):
    blob = template(name)
    filled = compiled(blob, Language.BILINGUAL), context_for(blob, Language.BILINGUAL, lengths)
    for carbone in (False, True):
        form, told = flattened(*filled, carbone=carbone)
        print(name, form[:2] == b"PK", len(json.dumps(told)) > 1000)
"""


def _said(*command: str) -> str:
    run = subprocess.run(
        [sys.executable, *command],
        cwd=tree.ROOT / "benchmarks", env={**os.environ, "PYTHONPATH": str(tree.ROOT), "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout


def it_runs_every_benchmark_that_there_is():
    assert {*QUICK, FETCHED} == {path.stem for path in (tree.ROOT / "benchmarks").glob("bench_*.py")}


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(QUICK))
def it_measures_something_however_little_it_is_asked_for(name):
    assert any(letter.isdigit() for letter in _said(f"{name}.py", *QUICK[name]))


def and_it_makes_what_the_rivals_are_given():
    told = _said("-c", HANDED).splitlines()
    assert told == [f"{name} True True" for name in ("complaint", "evidence_index") for _ in range(2)]
