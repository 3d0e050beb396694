"""Our renderer beside docxtpl and its rivals on our complaint and on an index of 200 rows: CPU time, equal output.

    python benchmarks/bench_rivals.py [rounds, by default 7]

Each engine runs in a process of its own, asked in turn, round by round; the ratio is taken within each round. Rivals
are installed when this is run, into ``build/rivals``: rust-docxtpl takes the import name of docxtpl, so it gets an
environment of its own; the others come from npm and need Node.js. They do not read Jinja: ``flattened.py`` rewrites the
template and works out all expressions for them beforehand, which is in their favour. Each is measured with the same
XML as docxtpl's, or at least the same text, as the line says; an engine that says anything else is not measured.
"""

import json
import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from flattened import flattened
from samples import COMPLAINT, INDEX, context_for, said, same

from legalkit.docx import Language, compiled
from legalkit.resources import template

HERE = Path(__file__).resolve().parent
RIVALS = HERE.parent / "build" / "rivals"
PYTHON = RIVALS / "python"
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "rust-docxtpl==0.1.2")
NPM = ("docxtemplater@3.71.0", "pizzip@3.3.0", "easy-template-x@7.2.8", "carbone@3.8.2")
ENGINES = ("docxtpl", "rust-docxtpl", "docxtemplater", "easy-template-x", "carbone", "legalkit")
FROM_NPM = ENGINES[2:5]


def install() -> None:
    """Puts the rivals where only this benchmark finds them."""
    if not PYTHON.is_dir():
        venv.create(PYTHON, with_pip=True)
        subprocess.run([_python(PYTHON), *PIP], check=True)
    npm = shutil.which("npm")
    if npm and not (RIVALS / "node_modules").is_dir():
        (RIVALS / "package.json").write_text("{}", encoding="utf-8")
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", *NPM]
        subprocess.run(command, cwd=RIVALS, check=True, stdout=subprocess.DEVNULL)


def _python(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


class Engine:
    """A process that fills one template again and again."""

    def __init__(self, name: str, command: list[str | Path], out: Path) -> None:
        """Starts it."""
        self.name, self.out = name, out
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.version = self._process.stdout.readline().strip()

    def seconds(self) -> float:
        """CPU seconds a document."""
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        """Ends it."""
        self._process.communicate()


def started(name: str, lengths: tuple[int, ...], folder: Path) -> list[Engine]:
    """Every engine with one template and its values."""
    blob = template(name)
    ready = compiled(blob, Language.BILINGUAL)
    context = context_for(blob, Language.BILINGUAL, lengths)
    job = folder / "job"
    job.write_bytes(pickle.dumps((blob, ready._variant, context)))
    found = []
    for engine in ENGINES:
        out = folder / f"{engine}.docx"
        if engine in FROM_NPM:
            if not (RIVALS / "node_modules").is_dir():
                print(f"  {engine:15} not measured: there is no npm here")
                continue
            form, data = folder / f"{engine}-form.docx", folder / f"{engine}.json"
            blank, told = flattened(ready, context, carbone=engine == "carbone")
            form.write_bytes(blank)
            data.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
            command: list[str | Path] = ["node", HERE / "engine.mjs", RIVALS, engine, form, data, out]
        else:
            python = _python(PYTHON) if engine == "rust-docxtpl" else Path(sys.executable)
            command = [python, HERE / "engine.py", engine, job, out]
        found.append(Engine(engine, command, out))
    return found


def equality(document: bytes, reference: bytes) -> str:
    """How far a document is the same as docxtpl's; empty if it says anything else."""
    if same(document, reference):
        return "same XML"
    return "same text" if said(document) == said(reference) else ""


def compare(name: str, lengths: tuple[int, ...], rounds: int) -> None:
    """Prints one line for each engine."""
    print(f"{name}, lists of {lengths[0]} with lists of {lengths[1]}, both languages, {rounds} rounds")
    with tempfile.TemporaryDirectory() as folder:
        engines = started(name, lengths, Path(folder))
        reference = engines[0].out.read_bytes()
        equal = {engine.name: equality(engine.out.read_bytes(), reference) for engine in engines}
        times: dict[str, list[float]] = {engine.name: [] for engine in engines if equal[engine.name]}
        for _ in range(rounds):
            for engine in engines:
                if engine.name in times:
                    times[engine.name].append(engine.seconds())
        for engine in engines:
            engine.end()
            print(_line(engine, equal[engine.name], times))


def _line(engine: Engine, equal: str, times: dict[str, list[float]]) -> str:
    if not equal:
        return f"  {engine.name:15} another document: not measured"
    spent = times[engine.name]
    faster = [base / mine for base, mine in zip(times["docxtpl"], spent, strict=True)]
    behind = statistics.median(mine / ours for mine, ours in zip(spent, times["legalkit"], strict=True))
    low, middle, high = min(faster), statistics.median(faster), max(faster)
    milliseconds = statistics.median(spent) * 1000
    return (
        f"  {engine.name:15} {milliseconds:8.3f} ms {middle:7.1f} x ({low:.1f}-{high:.1f}), legalkit {behind:6.1f} x "
        f"faster  {equal}  {engine.version}"
    )


if __name__ == "__main__":
    install()
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    compare("complaint", COMPLAINT, turns)
    compare("evidence_index", INDEX, turns)
