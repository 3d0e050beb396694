"""The day is always handed in: a paper for a day comes out the same on every other day."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house import tree

READS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "datetime.fromtimestamp", "date.today", "date.fromtimestamp",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.strftime",
}  # fmt: skip

# The day of filing, when nobody gives one, is today: said once, at the edge.
ALLOWED = {"legalkit/cli/_options.py": 2}


def _clock_reads(module: ast.Module) -> Iterator[int]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ".".join(ast.unparse(node.func).split(".")[-2:]) in READS:
            yield node.lineno


def _found(path: Path) -> list[int]:
    return list(_clock_reads(tree.parsed(path)))


def it_finds_the_clock_read_in_one_place_only():
    modules = tree.under("legalkit", "tests", suffix=".py")
    reads = {tree.name(path): lines for path in modules if (lines := _found(path))}
    assert {name: lines for name, lines in reads.items() if len(lines) > ALLOWED.get(name, 0)} == {}


def it_sees_the_clock_behind_a_longer_name():
    assert list(_clock_reads(ast.parse("import datetime as d\nx = d.date.today()"))) == [2]
    assert list(_clock_reads(ast.parse("from datetime import datetime\nx = datetime.now(tz)"))) == [2]


def but_it_lets_a_stopwatch_run():
    assert list(_clock_reads(ast.parse("import time\nx = time.perf_counter() - time.monotonic()"))) == []
