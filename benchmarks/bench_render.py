"""Our renderer beside docxtpl as its README says, on our own templates: CPU time a document, alternated, equal output.

    python benchmarks/bench_render.py [rounds, by default 7]

Ratios count, not milliseconds: both arms run in one process, round by round, and the ratio is taken in each round.
"""

import io
import statistics
import sys
import time
import zipfile
import zlib
from collections.abc import Callable

from docxtpl import DocxTemplate
from samples import COMPLAINT, INDEX, PROPERTIES, context_for, same

from legalkit.docx import Language, archive, compiled, render
from legalkit.docx.compiled import Compiled, Part
from legalkit.docx.coreprops import MEMBER
from legalkit.resources import template

SLICE = 0.3
"""Seconds of CPU time that one arm gets in a round, at least."""


def by_docxtpl(variant: bytes, context: dict[str, object]) -> bytes:
    """As the README of docxtpl says, with escaping."""
    made = DocxTemplate(io.BytesIO(variant))
    made.render(context, autoescape=True)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def floor_of(ready: Compiled, context: dict[str, object], document: bytes) -> Callable[[], bytes]:
    """The least there is to do: put pieces together that are rendered already, deflate them, close the zip."""
    members = archive.unpack(document)
    pieces = {name: pieces_of(part, context, members[name]) for name, part in ready._parts.items()}
    beginning = archive.Archive()
    for name in archive.in_order({n: c for n, c in members.items() if n not in (*pieces, MEMBER)}):
        beginning.add(archive.entry(name, members[name]))

    def floor() -> bytes:
        made = beginning.copy()
        made.add(archive.entry(MEMBER, members[MEMBER]))
        for name, content in pieces.items():
            made.add(archive.entry(name, b"".join(content)))
        return made.close()

    return floor


def pieces_of(part: Part, context: dict[str, object], xml: bytes) -> list[bytes]:
    """As many pieces as rendering gives, of the same document."""
    step = len(xml) // len(part.fill(context)) + 1
    return [xml[at : at + step] for at in range(0, len(xml), step)]


def cpu(make: Callable[[], bytes]) -> float:
    """Seconds of CPU time that one document takes."""
    count, start = 0, time.process_time()
    while (spent := time.process_time() - start) < SLICE:
        make()
        count += 1
    return spent / count


def deflating(library: object, level: int, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same work with another deflate."""

    def run() -> bytes:
        kept = archive._zlib, archive.LEVEL
        archive._zlib, archive.LEVEL = library, level
        try:
            return make()
        finally:
            archive._zlib, archive.LEVEL = kept

    return run


def compare(name: str, lengths: tuple[int, ...], rounds: int, language: Language) -> None:
    """Print one line for each arm."""
    blob = template(name)
    context = context_for(blob, language, lengths)
    ready = compiled(blob, language)
    document = ready.render(context, PROPERTIES)
    if not same(document, by_docxtpl(ready._variant, context)):
        raise SystemExit(f"{name}: the documents differ, nothing is measured")
    ours = lambda: render(blob, language, context, PROPERTIES)  # noqa: E731
    arms = {
        "docxtpl": lambda: by_docxtpl(ready._variant, context),
        "ours": ours,
        "ours, zlib 1": deflating(zlib, 1, ours),
        "ours, zlib 6": deflating(zlib, 6, ours),
        "floor": floor_of(ready, context, document),
    }
    times = {arm: [] for arm in arms}
    for _ in range(rounds):
        for arm, make in arms.items():
            times[arm].append(cpu(make))
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        size = source.getinfo("word/document.xml").file_size
    print(
        f"{name}, {language}: document.xml {size / 1024:.0f} KB, equal; {archive._zlib.__name__} level {archive.LEVEL}"
    )
    for arm, spent in times.items():
        against = [base / mine for base, mine in zip(times["docxtpl"], spent, strict=True)]
        low, mid, high = (f(against) for f in (min, statistics.median, max))
        milliseconds = statistics.median(spent) * 1000
        floors = statistics.median(mine / least for mine, least in zip(spent, times["floor"], strict=True))
        print(
            f"  {arm:14} {milliseconds:8.3f} ms {mid:7.1f} x ({low:.0f}-{high:.0f}) {floors:7.2f} floors "
            f"{len(arms[arm]()):8} bytes"
        )


if __name__ == "__main__":
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    for language in Language:
        compare("complaint", COMPLAINT, turns, language)
        compare("evidence_index", INDEX, turns, language)
