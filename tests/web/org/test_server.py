"""Two real processes of one service: whoever signed in at one is known at the other, and one that dies comes back."""

import os
import signal
import sys

import pytest

from tests.web.org.served import Served


@pytest.fixture
def served(tmp_path):
    made = Served(tmp_path, processes=2)
    yield made
    made.end()


def it_keeps_sessions_limits_and_downloads_over_two_processes(served):
    served.sign_in(0)
    case = f"/desk/en/case/{served.case(1)}"
    assert "Spring" in served.page(0, case)
    papers = {"page": served.proof(0, f"{case}/papers"), "version": "ko"}
    assert served.ask(1, "POST", f"{case}/papers", **papers)[0].headers["content-type"] == "application/zip"
    told = [served.sign_in(number % 2, said="not the password") for number in range(6)]
    assert ["too many attempts" in each for each in told] == [False] * 5 + [True]


if sys.platform == "linux":  # it looks for the processes under /proc

    def it_starts_a_process_again_that_died_and_nobody_is_signed_out(served):
        served.sign_in(0)
        case, cookie = f"/desk/en/case/{served.case(1)}", served.cookie
        before = served.pids()
        assert len(before) == 2
        os.kill(before[0], signal.SIGKILL)
        served.until(lambda: len(set(served.pids()) - set(before)) == 1)
        for number in (0, 1):
            served.wait(number)
            served.cookie = cookie
            assert "Spring" in served.page(number, case)
