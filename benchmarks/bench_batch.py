"""A whole batch, from a file of lines to packages and report: time, memory, and what a second processor brings.

    python benchmarks/bench_batch.py [cases, by default 1000] [rounds, by default 3]

Two inputs: cases of one act, and the five examples of the program in turn (up to 17 posts and 13 exhibits each). Each
case gets the complaint and what always comes with it, in Korean. CPU time is that of all processes. The second
processor is measured against a loop that does nothing but count, in the same round: other work on the machine takes
from both alike.
"""

import datetime
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.resources import files
from pathlib import Path

from legalkit import package
from legalkit.batch import Job, here, open_source, processes, run
from legalkit.case import plain, read_case
from legalkit.docx import Language, render
from legalkit.vault.case_file import from_bytes

DAY = datetime.date(2026, 11, 22)
SPIN = 20_000_000
WARM = 200
SAMPLE = 300


def one_act(number: int) -> dict[str, object]:
    """A case of one act by an unknown person."""
    act = {"id": "i", "act": "spread", "actor": "a", "when": "2026-03-14", "material": "body_video"}
    return {
        "id": f"case-{number}",
        "reporter": {"role": "self"},
        "victim": {"name": "김하나", "phone": "010-0000-0000"},
        "accused": [{"id": "a", "name": "unknown"}],
        "incidents": [act],
    }


def examples(number: int) -> dict[str, object]:
    """The examples in turn."""
    return {**EXAMPLES[number % len(EXAMPLES)], "id": f"case-{number}"}


EXAMPLES = [
    plain(from_bytes(each.read_bytes(), ".yaml"))
    for each in sorted(files("legalkit").joinpath("examples").iterdir(), key=lambda entry: entry.name)
]


def memory() -> float:
    """MiB that this process holds now; 0 where the system does not tell."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return 0
    return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def cpu() -> float:
    """CPU seconds of this process and of those it has ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def spin(count: int) -> int:
    """Counts."""
    total = 0
    for number in range(count):
        total += number
    return total


def spin_gain() -> float:
    """How many times faster two processes count than one, now."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        list(pool.map(spin, [1, 1]))
        start = time.perf_counter()
        spin(SPIN)
        alone = time.perf_counter() - start
        start = time.perf_counter()
        list(pool.map(spin, [SPIN, SPIN]))
        return 2 * alone / (time.perf_counter() - start)


def measured(source: Path, workers: int) -> tuple[float, float, int, float]:
    """Wall and CPU seconds, documents, and MiB by which this process grew from the 200th case on."""
    held: list[float] = []

    def watch(stage: str, done: int, total: int) -> None:
        if stage == "make" and done >= WARM:
            held.append(memory())

    with tempfile.TemporaryDirectory() as folder:
        job = Job(Path(folder) / "out", DAY, (Language.KO,), ("complaint",))
        start, spent = time.perf_counter(), cpu()
        result = run(open_source(source), job, processes(workers) if workers > 1 else here, progress=watch)
        wall, spent = time.perf_counter() - start, cpu() - spent
        if result.failed:
            raise SystemExit(f"{result.failed} cases failed: nothing is measured")
        documents = sum(len(list(package.rglob("*.docx"))) for package in job.out.iterdir() if package.is_dir())
    return wall, spent, documents, max(held, default=0) - (held[0] if held else 0)


def alone(count: int, make: Callable[[int], dict[str, object]]) -> tuple[float, float]:
    """Milliseconds of CPU time a case: to fill its papers, and to work out what they say."""
    papers, filled = [], package.render
    package.render = lambda *told: papers.append(told) or b""
    try:
        cases = [read_case(make(number)) for number in range(count)]
        package.generate(cases[0], DAY, (Language.KO,), ("complaint",))
        papers.clear()
        start = time.process_time()
        for case in cases:
            package.generate(case, DAY, (Language.KO,), ("complaint",))
        told = time.process_time() - start
    finally:
        package.render = filled
    for each in papers[:3]:
        render(*each)
    start = time.process_time()
    for each in papers:
        render(*each)
    return (time.process_time() - start) / count * 1000, told / count * 1000


def compare(name: str, make: Callable[[int], dict[str, object]], count: int, rounds: int) -> None:
    """Prints what one input takes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "cases.jsonl"
        with source.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(make(number), ensure_ascii=False) + "\n" for number in range(count))
        read_case(make(0))
        found = [(measured(source, 1), measured(source, 2), spin_gain()) for _ in range(rounds)]
    one = statistics.median(alone[0] for alone, _, _ in found)
    two = statistics.median(both[0] for _, both, _ in found)
    per_case = statistics.median(alone[1] for alone, _, _ in found) / count * 1000
    share = statistics.median(alone[0] / both[0] / gain for alone, both, gain in found)
    documents, grown = found[0][0][2], max(alone[3] for alone, _, _ in found)
    filling, telling = alone(min(count, SAMPLE), make)
    print(f"{name}: {count} cases, {documents} documents, {rounds} rounds")
    rest = per_case - telling
    print(
        f"  a case: {telling:.2f} ms to work out what its papers say, {filling:.2f} ms to fill them; to read, check, "
        f"fill and write {rest:.2f} ms, {rest / filling:.1f} times the filling"
    )
    print(
        f"  one process   {one:7.1f} s wall, {per_case:6.2f} ms CPU a case, grows by {grown:.1f} MiB after case {WARM}"
    )
    print(f"  two processes {two:7.1f} s wall, {count / two:6.0f} cases a second, {share:.2f} of what counting gains")


if __name__ == "__main__":
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    compare("one act", one_act, cases, turns)
    compare("examples", examples, cases, turns)
