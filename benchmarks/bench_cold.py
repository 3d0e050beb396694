"""What one package costs from nothing: a fresh ``legalkit generate`` each time, CPU time of the whole process.

    python benchmarks/bench_cold.py [rounds, by default 7]

The case is the example with the most papers. Beside it stands what the interpreter and the imports alone take. Modules
are compiled to bytecode before, as an installed program has them; so are templates, if ``make`` made them ready.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from legalkit.docx import Language, ready
from legalkit.resources import template

try:
    import resource
except ImportError:  # Windows tells no process what its children took
    sys.exit("this benchmark needs a system that tells what a child process took")

RUNS = {
    "all papers, all languages": (),
    "all papers, in Korean": ("--language", "ko"),
    "the complaint, in Korean": ("--language", "ko", "--filing", "complaint"),
}
IMPORTS = ("-c", "import legalkit.cli._generate")


def cpu(kept: Path, *command: str) -> float:
    """CPU seconds that a process takes, from its start to its end; its bytecode is kept in a folder."""
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**told, "PYTHONPYCACHEPREFIX": str(kept)}
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds: int) -> None:
    """Prints one line for each run."""
    with tempfile.TemporaryDirectory() as folder:
        case, kept = Path(folder) / "case.yaml", Path(folder) / "bytecode"
        told = subprocess.run([sys.executable, "-m", "legalkit", "example", "yujin"], check=True, capture_output=True)
        case.write_bytes(told.stdout)
        times: dict[str, list[float]] = {"imports alone": [], **{name: [] for name in RUNS}}
        cpu(kept, "-m", "legalkit", "generate", str(case), "--out", str(Path(folder) / "first"))
        for turn in range(rounds):
            times["imports alone"].append(cpu(kept, *IMPORTS))
            for place, (name, options) in enumerate(RUNS.items()):
                out = str(Path(folder) / f"{turn}-{place}")
                times[name].append(cpu(kept, "-m", "legalkit", "generate", str(case), "--out", out, *options))
    found = ready.find(template("complaint"), Language.KO)
    print("templates are", "ready" if found else "compiled on the spot; make run and make bench make them ready")
    for name, spent in times.items():
        print(f"{name:26} {statistics.median(spent):5.2f} s CPU ({min(spent):.2f}-{max(spent):.2f}), {rounds} rounds")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
