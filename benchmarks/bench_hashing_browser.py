"""How fast evidence is hashed in the browser, against the browser's own SHA-256 of the same bytes, and its memory.

Run: ``python benchmarks/bench_hashing_browser.py [--gib 4] [--rounds 5]``; it needs the Debian package chromium, and
for memory Linux. The page is served as ``legalkit serve`` does. A sparse file of 4 GiB is hashed first: the peak of
resident memory of the drawing process, what was sent to the server, and what all processes of the browser wrote. Then
a random file of 256 MiB, in turn by the page's worker and by ``crypto.subtle``, which has to hold it in memory as a
whole: without the reading of the file, and with it, as the worker's time has it.
"""

import argparse
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from tests.web.chromium import FLAGS, Visit, program  # noqa: E402 -- the path is set above
from tests.web.serving import House  # noqa: E402

MIB = 1024 * 1024
TURN = """async () => {
  const [file] = document.querySelector('#files').files;
  const ours = await new Promise(told => {
    const worker = new Worker('/own/hash.js'), start = performance.now();
    worker.onmessage = ({ data }) => {
      if (data.failed) told([0, 'failed']);
      if (data.sha256) { told([performance.now() - start, data.sha256]); worker.terminate(); }
    };
    worker.postMessage({ file, size: file.size, number: 0 });
  });
  const start = performance.now(), bytes = await file.arrayBuffer(), read = performance.now();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), end = performance.now();
  const theirs = [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return { ours: ours[0], same: ours[1] === theirs, digest: end - read, whole: end - start };
}"""


def speed(page: Page, file: Path, rounds: int) -> None:
    """Both in turn, and the ratios of their times."""
    with Path("/dev/urandom").open("rb") as source, file.open("wb") as target:
        for _ in range(256):
            target.write(source.read(MIB))
    page.set_input_files("#files", file)
    page.wait_for_function("() => document.querySelector('#hash-stop').hidden", timeout=600_000)
    turns = [page.evaluate(TURN) for _ in range(rounds)]
    assert all(turn["same"] for turn in turns)
    ours = statistics.median(turn["ours"] for turn in turns)
    print(f"256 MiB: {ours / 1000:.2f} s ({256_000 / ours:.0f} MiB/s), the same digest as crypto.subtle")
    for name, said in (("whole", "reading and crypto.subtle"), ("digest", "crypto.subtle alone")):
        ratios = sorted(turn[name] / turn["ours"] for turn in turns)
        print(f"   ratio to {said}: {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


def _of(pid: int, name: str, key: str) -> int:
    return int(re.search(rf"{key}:\s+(\d+)", Path(f"/proc/{pid}/{name}").read_text(encoding="ascii"))[1])


def memory(browser: Browser, her: Visit, file: Path, gib: int) -> None:
    """A file without bounds: peak of memory, bytes sent, bytes written."""
    with file.open("wb") as target:
        target.truncate(gib * 1024 * MIB)
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    every, drawing = [each["id"] for each in found], [each["id"] for each in found if each["type"] == "renderer"]
    before, written = max(_of(pid, "status", "VmRSS") for pid in drawing), _written(every)
    sent, start, peak = len(her.posted), time.perf_counter(), 0
    her.page.set_input_files("#files", file)
    while her.page.is_visible("#hash-stop"):
        peak = max(peak, *(_of(pid, "status", "VmRSS") for pid in drawing))
        her.page.wait_for_timeout(100)
    took = time.perf_counter() - start
    print(
        f"{gib} GiB, sparse: {took:.1f} s; peak {peak / 1024:.0f} MiB, {(peak - before) / 1024:.0f} MiB over the start"
    )
    print(f"   sent while hashing: {sum(size for _, size in her.posted[sent:])} bytes; ", end="")
    print(f"written to disk by the browser: {_written(every) - written} bytes; other hosts asked: {her.outside()}")


def _written(pids: list[int]) -> int:
    return sum(_of(pid, "io", "write_bytes") for pid in pids if Path(f"/proc/{pid}").exists())


def main() -> None:
    """Serves, measures, takes everything away."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gib", type=int, default=4, help="size of the large sparse file")
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    house = House()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        her = Visit(browser, house)
        her.go("evidence")
        if sys.platform == "linux":
            memory(browser, her, Path(folder, "sparse.bin"), chosen.gib)
        speed(her.page, Path(folder, "warm.bin"), chosen.rounds)
        browser.close()
    house.close()


if __name__ == "__main__":
    main()
