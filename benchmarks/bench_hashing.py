"""How fast evidence is hashed, against ``sha256sum`` in the same minute, and how much memory it takes.

Run: ``python benchmarks/bench_hashing.py [--gib 4]``. Files are made in a temporary folder: a warm one of 512 MiB with
random content, a sparse one of 4 GiB, 10,000 small ones. Each side is timed in turn, five times, and the medians are
compared. A sha256sum that is built without OpenSSL does not use the processor's own SHA instructions, so ``openssl`` is
timed beside it where there is one.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from legalkit.case import read_case
from legalkit.case.codes import ExhibitKind
from legalkit.evidence import add, hash_file, verify

MIB = 1024 * 1024
ROUNDS = 5

# Its own process, so that the peak is that of hashing alone.
PEAK = """
import resource, sys
from pathlib import Path
from legalkit.evidence import hash_file
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
hash_file(Path(sys.argv[1]))
print(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def seconds(deed: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def sha256sum(*paths: Path) -> None:
    """The same by GNU sha256sum."""
    subprocess.run(["sha256sum", "--", *map(str, paths)], check=True, stdout=subprocess.DEVNULL)


def openssl(path: Path) -> None:
    """The same by OpenSSL."""
    subprocess.run(["openssl", "dgst", "-sha256", str(path)], check=True, stdout=subprocess.DEVNULL)


def compare(name: str, size: int, ours: Callable[[], object], theirs: Callable[[], object], by: str) -> None:
    """Both sides in turn, and the ratio of the medians; over 1 is faster than the other."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    mine, other = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratios = sorted(theirs / ours for ours, theirs in pairs)
    print(
        f"{name}: legalkit {mine:.2f} s ({size / MIB / mine:.0f} MiB/s), {by} {other:.2f} s "
        f"({size / MIB / other:.0f} MiB/s), ratio {other / mine:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


def large(folder: Path, gib: int) -> None:
    """One large file: speed warm, then size without bounds and the peak of memory."""
    warm = folder / "warm.bin"
    with Path("/dev/urandom").open("rb") as source, warm.open("wb") as target:
        for _ in range(512):
            target.write(source.read(MIB))
    sha256sum(warm)
    compare("512 MiB, warm", 512 * MIB, lambda: hash_file(warm), lambda: sha256sum(warm), "sha256sum")
    if shutil.which("openssl"):
        compare("512 MiB, warm", 512 * MIB, lambda: hash_file(warm), lambda: openssl(warm), "openssl")
    for size in (1, gib * 1024):
        sparse = folder / "sparse.bin"
        with sparse.open("wb") as file:
            file.truncate(size * MIB)
        run = subprocess.run([sys.executable, "-c", PEAK, str(sparse)], check=True, capture_output=True, text=True)
        before, peak = map(int, run.stdout.split())
        print(f"{size} MiB, sparse: peak {peak / 1024:.1f} MiB, {(peak - before) / 1024:.1f} MiB over the start")
    took = seconds(lambda: hash_file(sparse))
    print(f"{gib} GiB, sparse: {took:.1f} s ({gib * 1024 / took:.0f} MiB/s)")


def many(folder: Path) -> None:
    """10,000 files of 4 KiB: adding, adding again, verifying."""
    top = folder / "many"
    top.mkdir()
    paths = [top / f"{number:05}.png" for number in range(10_000)]
    for number, path in enumerate(paths):
        path.write_bytes(number.to_bytes(4, "big") * 1024)
    case = read_case({"id": "case-1", "reporter": {"role": "self"}})
    made = add(case, [top], kind=ExhibitKind.SCREENSHOT)[0]
    size = 10_000 * 4096
    compare("10,000 files, add", size, lambda: add(case, [top]), lambda: sha256sum(*paths), "sha256sum")
    compare(
        "10,000 files, verify --all",
        size,
        lambda: verify(made, [top], all=True),
        lambda: sha256sum(*paths),
        "sha256sum",
    )
    print(f"10,000 files, add again (nothing read): {seconds(lambda: add(made, [top])):.2f} s")
    print(f"10,000 files, size of the case: {len(made.model_dump_json(exclude_none=True)) / MIB:.1f} MiB")


def main() -> None:
    """Makes the files, measures, takes them away."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gib", type=int, default=4, help="size of the large sparse file")
    chosen = parser.parse_args()
    if not shutil.which("sha256sum"):
        sys.exit("sha256sum is needed to compare with")
    with tempfile.TemporaryDirectory() as folder:
        large(Path(folder), chosen.gib)
        many(Path(folder))


if __name__ == "__main__":
    main()
