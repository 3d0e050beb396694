"""A Korean Windows console speaks CP949: whatever a command prints there must come out, not crash."""

import os
import subprocess
import sys

import pytest

SPOKEN = [
    ["--help"],
    ["generate", "--help"],
    ["--ui", "ko", "generate", "no-such-file.json", "--out", "out"],
    ["--ui", "en", "generate", "no-such-file.json", "--out", "out"],
]


def _speak(arguments: list[str], folder) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "legalkit", *arguments],
        cwd=folder, env={**os.environ, "PYTHONIOENCODING": "cp949", "PYTHONUTF8": "0"}, capture_output=True,
    )  # fmt: skip


@pytest.mark.parametrize("arguments", SPOKEN, ids=" ".join)
def it_speaks_on_a_cp949_console(arguments, tmp_path):
    run = _speak(arguments, tmp_path)
    assert b"Traceback" not in run.stderr
    assert run.returncode in {0, 2}
    assert (run.stdout + run.stderr).decode("cp949").strip()
