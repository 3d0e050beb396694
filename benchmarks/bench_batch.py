"""A whole batch, from a file of lines to packages and report: time, memory, and what a second processor brings.

    python benchmarks/bench_batch.py [cases, by default 1000] [rounds, by default 3]

Two inputs: cases of one act, and the five examples of the program in turn (up to 17 posts and 13 exhibits each). Each
case gets the complaint and what always comes with it, in Korean. What each stage takes is told for itself: to read and
check a case, to work out what its papers say, to fill them, to write them. CPU time is that of all processes. The
second processor is measured against a loop that does nothing but count, in the same round: other work on the machine
takes from both alike.
"""

import datetime
import json
import multiprocessing
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from legalkit import package
from legalkit.batch import Job, here, open_source, processes, run
from legalkit.batch.sources import Piece
from legalkit.case import plain, read_case
from legalkit.docx import Language, render
from legalkit.vault import disk
from legalkit.vault.case_file import from_bytes

DAY = datetime.date(2026, 11, 22)
SPIN = 20_000_000
WARM = 200
SAMPLE = 300
_SPIN_GAIN = "spin-gain"


def one_act(number: int) -> dict[str, object]:
    """A case of one act by an unknown person."""
    act = {"id": "i", "act": "spread", "actor": "a", "when": "2026-03-14", "material": "body_video"}
    return {
        "id": f"case-{number}",
        "reporter": {"role": "self"},
        "victim": {"name": "김하나", "phone": f"010-0000-{number % 10_000:04}"},
        "accused": [{"id": "a", "name": "unknown"}],
        "incidents": [act],
    }


def examples(number: int) -> dict[str, object]:
    """The examples in turn, of other people each time, as cases are: what hangs on a name is worked out for each."""
    example = EXAMPLES[number % len(EXAMPLES)]
    given = example["victim"]["name"]["hangul"][-2:]
    first, second = divmod(number % len(GIVEN) ** 2, len(GIVEN))
    told = json.dumps(example, ensure_ascii=False).replace(given, GIVEN[first] + GIVEN[second])
    return {**json.loads(told), "id": f"case-{number}"}


GIVEN = "가경규나다도라미민보빈서선소솔수슬아연영유윤은정지하"
"""Syllables of given names."""
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
    """How many times faster two processes count than one, now; told by a program of its own.

    What it leaves running would keep a batch that is begun here from copying this process.
    """
    said = subprocess.run([sys.executable, __file__, _SPIN_GAIN], check=True, capture_output=True, text=True)
    return float(said.stdout)


def _spin_gain() -> float:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        list(pool.map(spin, [1, 1]))
        start = time.perf_counter()
        list(pool.map(spin, [SPIN]))
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


@contextmanager
def spent(on: dict[str, float], stage: str) -> Iterator[None]:
    """Adds the CPU seconds of the block to a stage."""
    start = time.process_time()
    yield
    on[stage] = on.get(stage, 0) + time.process_time() - start


def staged(source: Path, count: int) -> dict[str, float]:
    """Microseconds of CPU time a case that each stage takes alone, one after the other, in this process.

    Reading and checking is done twice in a batch: everything is checked before anything is made.
    """
    papers, filled, took = [], package.render, {}
    re.purge()  # a batch meets a name once: no expression of it is there from the round before
    with spent(took, "read"):
        cases = [read_case(record.data) for record in open_source(source).read(Piece(0, count))]
    with spent(took, "read"):
        cases = [read_case(record.data) for record in open_source(source).read(Piece(0, count))]
    package.render = lambda *told: papers.append(told) or b""
    try:
        with spent(took, "compose"):
            made = [package.generate(case, DAY, (Language.KO,), ("complaint",)) for case in cases]
    finally:
        package.render = filled
    with spent(took, "fill"):
        documents = iter([render(*each) for each in papers])
    with tempfile.TemporaryDirectory() as folder, spent(took, "write"):
        for number, each in enumerate(made):
            whole = package.Package({path: next(documents) for path in each.files}, each.filings, each.survey)
            package.lay(whole, Path(folder) / str(number))
        disk.settle(Path(folder))
    return {stage: seconds / count * 1_000_000 for stage, seconds in took.items()}


def stages(source: Path, count: int, rounds: int) -> dict[str, float]:
    """The median of each stage; the first round only makes everything warm."""
    found = [staged(source, count) for _ in range(rounds + 1)][1:]
    return {stage: statistics.median(each[stage] for each in found) for stage in found[0]}


def compare(name: str, make: Callable[[int], dict[str, object]], count: int, rounds: int) -> None:
    """Prints what one input takes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "cases.jsonl"
        with source.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(make(number), ensure_ascii=False) + "\n" for number in range(count))
        took = stages(source, min(count, SAMPLE), rounds)
        found = [(measured(source, 1), measured(source, 2), spin_gain()) for _ in range(rounds)]
    one = statistics.median(alone[0] for alone, _, _ in found)
    two = statistics.median(both[0] for _, both, _ in found)
    per_case = statistics.median(alone[1] for alone, _, _ in found) / count * 1_000_000
    share = statistics.median(alone[0] / both[0] / gain for alone, both, gain in found)
    documents, grown = found[0][0][2], max(alone[3] for alone, _, _ in found)
    told, filling = took["compose"], took["fill"]
    four = sum(took.values())
    print(f"{name}: {count} cases, {documents} documents, {rounds} rounds; CPU time a case in microseconds")
    print(
        f"  read and check, both times {took['read']:.0f}, work out what the papers say {told:.0f}, fill them "
        f"{filling:.0f}, write them {took['write']:.0f}: together {four:.0f}, which is {four / filling:.1f} times the "
        f"filling and {four / (told + filling):.2f} times working out and filling"
    )
    print(
        f"  one process   {one:7.1f} s wall, {per_case:6.0f} with the report and all else, which is "
        f"{per_case / filling:.1f} and {per_case / (told + filling):.2f} times; "
        f"grows by {grown:.1f} MiB after case {WARM}"
    )
    print(
        f"  two processes {two:7.1f} s wall, {count / two:6.0f} cases a second, {one / two:.2f} times as fast, "
        f"{share:.2f} of what counting gains in the same round"
    )


if __name__ == "__main__":
    if sys.argv[1:] == [_SPIN_GAIN]:
        print(_spin_gain())
        sys.exit()
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    compare("one act", one_act, cases, turns)
    compare("examples", examples, cases, turns)
