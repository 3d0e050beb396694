"""What the core papers of the five people say, one paragraph a line; ``python -m tests.personas.goldens`` renews them.

Renew only after reading the difference line by line: a paper says this to the police, in her name.
"""

import datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath

from legalkit.docx import texts
from legalkit.filings import Status, survey
from legalkit.package import generate
from tests.support.names import PERSONAS, persona

HERE = Path(__file__).with_suffix("")
DAY = datetime.date(2026, 11, 22)
CORE = ("alias_request", "complaint", "evidence_index", "confidential_sheet", "next_steps")
LANGUAGES = ("ko", "en")
BREAK = " ⏎ "
"""A line break within a paragraph."""


@lru_cache
def papers(name: str) -> dict[str, list[str]]:
    """The paragraphs of each core paper that is open for a person, by the name of its golden."""
    case = persona(name)
    opened = [each.id for each in survey(case, DAY) if each.status is Status.OPEN and each.id in CORE]
    files = generate(case, DAY, LANGUAGES, opened).files
    named = {PurePosixPath(path).stem[3:]: content for path, content in files.items()}
    core = {key: content for key, content in named.items() if key.rpartition("-")[0] in CORE}
    return {f"{name}-{key}": _paragraphs(content) for key, content in core.items()}


def _paragraphs(document: bytes) -> list[str]:
    said = [text.replace("\n", BREAK).replace("\u00a0", " ").rstrip() for text in texts(document)]
    return [text for text in said if text]


def golden(name: str) -> Path:
    """The file of one paper."""
    return HERE / f"{name}.txt"


def renew() -> None:
    """Writes every golden anew and removes those of papers that are there no more."""
    for old in HERE.glob("*.txt"):
        old.unlink()
    for person in PERSONAS:
        for name, lines in papers(person).items():
            golden(name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
