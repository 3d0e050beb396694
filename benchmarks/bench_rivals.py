"""Our renderer beside docxtpl and rust-docxtpl on our complaint and on an index of 200 rows: CPU time, equal output.

    python benchmarks/bench_rivals.py [rounds, by default 7]

Each engine runs in a process of its own, asked in turn, round by round; the ratio is taken within each round. The rival
takes the import name of docxtpl, so it gets an environment of its own (``build/rivals``), never beside it. An
engine whose document is not the same canonical XML is not measured.
"""

import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from render import context_for, same

from legalkit.docx import Language, compiled
from legalkit.resources import template

ROOT = Path(__file__).resolve().parents[1]
RIVALS = ROOT / "build" / "rivals"
WORKER = Path(__file__).with_name("rival.py")
INSTALL = ("--quiet", "--disable-pip-version-check", "rust-docxtpl==0.1.2")
ENGINES = {"docxtpl": "docxtpl", "rust-docxtpl": "docxtpl", "ours": "ours"}


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


class Engine:
    """A process that fills one template again and again."""

    def __init__(self, name: str, job: Path) -> None:
        """Starts it."""
        python = python_of(RIVALS) if name == "rust-docxtpl" else sys.executable
        self.out = job.with_name(f"{name}.docx")
        self._process = subprocess.Popen(
            [python, str(WORKER), ENGINES[name], str(job), str(self.out)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.says = self._process.stdout.readline().strip()

    def seconds(self) -> float:
        """CPU seconds a document."""
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        """Ends it."""
        self._process.communicate()


def compare(name: str, length: int, rounds: int) -> None:
    """Prints one line for each engine."""
    blob = template(name)
    with tempfile.TemporaryDirectory() as folder:
        job = Path(folder) / "job"
        ready = compiled(blob, Language.BILINGUAL)
        job.write_bytes(pickle.dumps((blob, ready._variant, context_for(blob, Language.BILINGUAL, length))))
        engines = {each: Engine(each, job) for each in ENGINES}
        reference = engines["docxtpl"].out.read_bytes()
        equal = {each: same(engine.out.read_bytes(), reference) for each, engine in engines.items()}
        times = {each: [] for each in ENGINES if equal[each]}
        for _ in range(rounds):
            for each, spent in times.items():
                spent.append(engines[each].seconds())
        for engine in engines.values():
            engine.end()
    print(f"{name}, {length} entries a list, both languages, {rounds} rounds")
    for each, engine in engines.items():
        if not equal[each]:
            print(f"  {each:14} another document: not measured")
            continue
        ratios = [base / mine for base, mine in zip(times["docxtpl"], times[each], strict=True)]
        middle = statistics.median(times[each]) * 1000
        low, mid, high = min(ratios), statistics.median(ratios), max(ratios)
        print(f"  {each:14} {middle:8.3f} ms {mid:7.1f} x ({low:.0f}-{high:.0f})  {engine.says}")


if __name__ == "__main__":
    if not RIVALS.is_dir():
        venv.create(RIVALS, with_pip=True)
        subprocess.run([python_of(RIVALS), "-m", "pip", "install", *INSTALL], check=True)
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    compare("complaint", 8, turns)
    compare("evidence_index", 200, turns)
