"""``legalkit blank-form``: the questions on paper, for pen and for people without a computer."""

from datetime import datetime
from pathlib import Path

import click

from legalkit.cli._options import AS_OF, day_of
from legalkit.cli._say import say
from legalkit.docx import Language, Properties, render
from legalkit.errors import FileError, Problem
from legalkit.interview import blank_form as questions
from legalkit.language import text
from legalkit.resources import template
from legalkit.vault import disk


@click.command("blank-form")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="만들 워드 파일 / the Word file to make")
@click.option("--language", "chosen", default="bilingual", type=click.Choice([each.value for each in Language]))
@AS_OF
def blank_form(out: Path, chosen: str, as_of: datetime | None) -> None:
    """손으로 적을 수 있는 질문지 / The questions, to fill in by hand."""
    if out.exists():
        raise FileError(Problem("E-FILE-EXISTS", "out"))
    language = Language(chosen)
    title = text("cli.blank_form", "en" if language is Language.EN else "ko")
    content = render(template("blank_form"), language, questions(), Properties(title=title, created=day_of(as_of)))
    disk.write(out, content)
    say("cli.saved", where=str(out))
