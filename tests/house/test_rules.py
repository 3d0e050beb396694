"""The rules of conftest.py hold: no other machine is reached, and under CI a skip is a failure."""

import os
import shutil
import socket
import subprocess
import sys

import pytest

from tests.house import tree

SKIPS = """
import pytest

def test_that_runs(): pass

@pytest.mark.skip(reason="by mark")
def test_skipped_by_mark(): pass

def test_skipped_inside(): pytest.skip("inside")

@pytest.mark.xfail(reason="expected")
def test_expected_to_fail(): assert False
"""


def _pytest(folder, module: str, ci: str) -> subprocess.CompletedProcess[str]:
    """Run pytest, with our conftest.py, over one module in a folder of its own."""
    shutil.copy(tree.ROOT / "conftest.py", folder)
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (folder / "test_it.py").write_text(module, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q"],
        cwd=folder, env={**os.environ, "CI": ci}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


def it_fails_a_skipped_test_under_ci(tmp_path):
    run = _pytest(tmp_path, SKIPS, ci="true")
    assert run.returncode == 1
    assert "2 failed, 1 passed, 1 error" in run.stdout


def it_fails_a_skipped_module_under_ci(tmp_path):
    run = _pytest(tmp_path, "import pytest\npytest.importorskip('no_such_module')", ci="true")
    assert run.returncode == 2
    assert "CI does not allow" in run.stdout


def but_it_lets_a_person_skip_at_a_desk(tmp_path):
    run = _pytest(tmp_path, SKIPS, ci="")
    assert run.returncode == 0
    assert "1 passed, 2 skipped, 1 xfailed" in run.stdout


# 192.0.2.0/24 and .example are set aside for documentation: nobody lives there.
@pytest.mark.parametrize("host", ["192.0.2.1", "somebody.example"])
def it_refuses_to_reach_another_machine(host):
    with pytest.raises(RuntimeError, match="another machine"):
        socket.create_connection((host, 80), timeout=1)


def but_it_lets_a_test_talk_to_itself():
    server = socket.create_server(("127.0.0.1", 0))
    with server, socket.create_connection(server.getsockname(), timeout=5) as caller:
        assert caller.getpeername() == server.getsockname()
