"""Our renderer beside docxtpl as its README says, on our own templates: CPU time a document, alternated, equal output.

    python benchmarks/render.py [rounds]

Ratios count, not milliseconds: both arms run in one process, round by round, and the ratio is taken in each round.
"""

import datetime
import io
import itertools
import statistics
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import jinja2
from docxtpl import DocxTemplate
from jinja2 import meta
from lxml import etree

from legalkit.docx import Language, Properties, archive, compiled, render
from legalkit.docx.coreprops import MEMBER
from legalkit.resources import template

PROPERTIES = Properties("bench", datetime.date(2026, 11, 22))
TEXTS = (
    *("김하나", "2026. 5. 1.", "about 1 February 2026", "텔레그램 대화방", "Telegram @x_1234", "증 제2호"),
    "고소인은 2026. 2. 1. 위 계정의 게시물을 보았고, 그 사진이 합성된 것임을 알았습니다(증 제2호).",
)
_TEXT = itertools.cycle(TEXTS)
SLICE = 0.3
"""Seconds of CPU time that one arm gets in a round, at least."""


class Recorder(str):
    """Answers any tag, remembers what was asked, and becomes plain data of that shape."""

    def __new__(cls, length: int) -> "Recorder":
        """A value whose lists have that many items."""
        made = super().__new__(cls, next(_TEXT))
        made._length, made._parts, made._items = length, {}, []
        return made

    def __getattribute__(self, name: str) -> object:
        """Any attribute."""
        if name.startswith("_"):
            return str.__getattribute__(self, name)
        return self._parts.setdefault(name, Recorder(self._length))

    def __getitem__(self, name: object) -> object:
        """Any item."""
        return self._parts.setdefault(name, Recorder(self._length))

    def __iter__(self) -> Iterator[object]:
        """A list."""
        self._items = self._items or [Recorder(max(2, self._length // 10)) for _ in range(self._length)]
        return iter(self._items)

    def __len__(self) -> int:
        """Its length."""
        return self._length

    def _plain(self) -> object:
        if self._items:
            return [item._plain() for item in self._items]
        parts = {name: part._plain() for name, part in self._parts.items()}
        return SimpleNamespace(**parts) if parts else str.__str__(self)


def context_for(blob: bytes, language: Language, length: int) -> dict[str, object]:
    """Plain data of the shape that a template asks for."""
    sources = [part.text for part in compiled(blob, language)._parts.values()]
    names = {n for source in sources for n in meta.find_undeclared_variables(jinja2.Environment().parse(source))}
    asked = {name: Recorder(length) for name in names}
    render(blob, language, asked, PROPERTIES)
    return {name: value._plain() for name, value in asked.items()}


def by_docxtpl(variant: bytes, context: dict[str, object]) -> bytes:
    """As the README of docxtpl says, with escaping."""
    made = DocxTemplate(io.BytesIO(variant))
    made.render(context, autoescape=True)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def same(one: bytes, other: bytes) -> bool:
    """Whether two documents have the same members with the same canonical XML; core.xml is ours alone."""
    a, b = (archive.unpack(x) for x in (one, other))
    return a.keys() == b.keys() and all(
        a[n] == b[n]
        or etree.tostring(etree.fromstring(a[n]), method="c14n")
        == etree.tostring(etree.fromstring(b[n]), method="c14n")
        for n in a
        if n != MEMBER
    )


def floor_of(document: bytes) -> Callable[[], bytes]:
    """The least there is to do: deflate the changing members again and close the zip."""
    members = archive.unpack(document)
    changing = {
        n: c for n, c in members.items() if n.startswith(("word/document", "word/header", "word/footer", MEMBER))
    }
    beginning = archive.Archive()
    for name in archive.in_order({n: c for n, c in members.items() if n not in changing}):
        beginning.add(archive.entry(name, members[name]))

    def floor() -> bytes:
        made = beginning.copy()
        for name, content in changing.items():
            made.add(archive.entry(name, content))
        return made.close()

    return floor


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


def compare(name: str, length: int, rounds: int, language: Language = Language.BILINGUAL) -> None:
    """Print one line for each arm."""
    blob = template(name)
    context = context_for(blob, language, length)
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
        "floor": floor_of(document),
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
        print(f"  {arm:14} {milliseconds:8.3f} ms {mid:7.1f} x ({low:.0f}-{high:.0f}) {len(arms[arm]()):8} bytes")


if __name__ == "__main__":
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    compare("complaint", 8, turns)
    compare("complaint", 8, turns, Language.KO)
    compare("evidence_index", 30, turns)
