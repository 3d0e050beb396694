"""How long papers on evidence take, and how many pages they have, for 1 to 1,000 exhibits.

Run: ``python benchmarks/bench_exhibits.py [--counts 1,10,100,1000]``. Each exhibit is a screenshot with every column
filled and one hashed file. The index and the request for sealed keeping are made in Korean: seconds from the case to
the Word files, the median of five; then their pages, counted in the PDF that LibreOffice makes of them.
"""

import argparse
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from pypdf import PdfReader

from legalkit.case import Case, read_case
from legalkit.docx import Language, to_pdf
from legalkit.package import Files, generate

ROUNDS = 5
DAY = date(2026, 11, 22)
PAPERS = ("evidence_index", "sealed_submission_request")


def exhibit(number: int) -> dict[str, Any]:
    """One exhibit with every column filled."""
    record = {
        "name": f"IMG_{number:04}.png",
        "size": 1_000_000 + number,
        "type": "image/png",
        "sha256": f"{number:064x}",
        "hashed_at": "2026-11-22T10:00:00+09:00",
    }
    return {
        "id": f"exhibit-{number}",
        "kind": "screenshot",
        "title": f"게시글 화면 {number}",
        "made": "2026-03-02",
        "url": f"https://example.org/post/{number}",
        "captured": "2026-03-03",
        "clock": "휴대전화의 시계",
        "collector": "victim",
        "method": "screenshot",
        "obtained": "public_web",
        "medium": "휴대전화",
        "kept_by": "victim",
        "fact": "게시된 사실",
        "files": [record],
    }


def case_of(count: int) -> Case:
    """A case with so many exhibits, each cited by one act."""
    exhibits = [exhibit(number) for number in range(1, count + 1)]
    incident = {"id": "a", "act": "spread", "when": "2026-03-02", "exhibits": [each["id"] for each in exhibits]}
    told = {"id": "case-1", "reporter": {"role": "self"}, "victim": {"name": "김하늘"}}
    return read_case({**told, "incidents": [incident], "exhibits": exhibits})


def made(case: Case) -> tuple[float, Files]:
    """How long the papers take, and the papers."""
    times, files = [], Files()
    for _ in range(ROUNDS):
        start = time.perf_counter()
        files = generate(case, DAY, [Language.KO], PAPERS).files
        times.append(time.perf_counter() - start)
    return statistics.median(times), files


def pages(files: Files) -> dict[str, int]:
    """Pages of the papers on evidence, by name."""
    with tempfile.TemporaryDirectory() as folder:
        documents = [Path(folder, PurePosixPath(path).name) for path in files if any(name in path for name in PAPERS)]
        for document in documents:
            document.write_bytes(next(content for path, content in files.items() if path.endswith(document.name)))
        made_of_them = to_pdf(documents, Path(folder), timeout=3600)
        return {pdf.stem: len(PdfReader(pdf).pages) for pdf in made_of_them}


def main() -> None:
    """Makes the papers, measures, counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", default="1,10,100,1000", help="numbers of exhibits")
    parser.add_argument("--no-pages", action="store_true", help="without LibreOffice")
    made(case_of(1))  # templates are compiled once
    for count in map(int, parser.parse_args().counts.split(",")):
        took, files = made(case_of(count))
        print(f"{count} exhibits, {len(files)} papers: {took:.2f} s", flush=True)
        if not parser.parse_args().no_pages:
            print("   pages:", pages(files), flush=True)


if __name__ == "__main__":
    main()
