"""Rules that hold for every test and every example in a docstring.

* No test reaches another machine.
* With ``CI=true`` a skipped test is a failed one: what was not run has not passed.
* Hypothesis runs by profile: ``quick`` at a desk, ``ci`` where CI is set, ``long`` on request (``HYPOTHESIS_PROFILE``).
"""

import ipaddress
import os
import socket
from collections.abc import Callable, Generator
from typing import Any

import pytest
from hypothesis import settings

_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}

settings.register_profile("quick", deadline=None, max_examples=25)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if _CI else "quick"))


def pytest_configure() -> None:
    """Close the network before any module of ours is imported."""
    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    look_up = socket.getaddrinfo
    socket.getaddrinfo = lambda host, *args, **named: look_up(_here(host), *args, **named)


def _guarded(original: Callable[..., Any]) -> Callable[..., Any]:
    def guard(self: socket.socket, *args: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _here(args[-1][0])
        return original(self, *args)

    return guard


def _here(host: str | None) -> str | None:
    """The host, if it is this machine."""
    if host in {None, "", "localhost"}:
        return host
    try:
        if ipaddress.ip_address(host).is_loopback:
            return host
    except ValueError:  # a name: asking for its address would already tell somebody
        pass
    raise RuntimeError("a test tried to reach another machine")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure where CI is set."""
    return _no_skip((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole module into a failure where CI is set."""
    return _no_skip((yield))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the modules of ``tests/slow.txt``, each over a second and a half; ``make test-quick`` leaves them out."""
    named = config.rootpath / "tests" / "slow.txt"
    slow = set(named.read_text(encoding="utf-8").split()) if named.is_file() else set()
    for item in items:
        if item.path.relative_to(config.rootpath).as_posix() in slow:
            item.add_marker(pytest.mark.slow)


def _no_skip(report: Any) -> Any:
    if _CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"
    return report
