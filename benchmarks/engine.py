"""One Python engine in a process of its own, for bench_rivals.py: fills a template whenever it is asked."""

import datetime
import io
import pickle
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

SLICE = 0.3
"""Seconds of CPU time that one answer takes, at least."""


def engine(name: str, job: Path) -> tuple[Callable[[], bytes], str]:
    """What makes a document, and which version it is."""
    blob, variant, context = pickle.loads(job.read_bytes())
    if name == "legalkit":
        from legalkit import __version__
        from legalkit.docx import Language, Properties, render

        properties = Properties("bench", datetime.date(2026, 11, 22))
        return lambda: render(blob, Language.BILINGUAL, context, properties), __version__
    import docxtpl

    def by_readme() -> bytes:
        made = docxtpl.DocxTemplate(io.BytesIO(variant))
        made.render(context, autoescape=True)
        buffer = io.BytesIO()
        made.save(buffer)
        return buffer.getvalue()

    names = {each.metadata["Name"] for each in metadata.distributions()}
    return by_readme, metadata.version("rust-docxtpl" if "rust-docxtpl" in names else "docxtpl")


def main(name: str, job: str, out: str) -> None:
    """Makes one document to be looked at, then as many as are asked for."""
    make, version = engine(name, Path(job))
    Path(out).write_bytes(make())
    print(version, flush=True)
    for _ in sys.stdin:
        count, start = 0, time.process_time()
        while (spent := time.process_time() - start) < SLICE:
            make()
            count += 1
        print(spent / count, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
