"""How commands speak: words by key, lists as lines or as JSON, problems one a line."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

import click

from legalkit.errors import LegalkitError
from legalkit.language import Language, problem_text, text, ui_language

_SPOKEN: list[Language] = []


def speaking(ui: str | None) -> Language:
    """Decides the language of this run, once."""
    _SPOKEN[:] = [ui_language(ui)]
    return _SPOKEN[0]


def language() -> Language:
    """The language of this run; before the options were read, that of the machine."""
    return _SPOKEN[0] if _SPOKEN else ui_language()


def say(key: str, **params: str | int) -> None:
    """One message of the catalogues."""
    click.echo(text(key, language(), context=None, **params))


def rows(lines: Iterable[str]) -> None:
    """Lines as they are."""
    for line in lines:
        click.echo(line)


def as_json(data: Any) -> None:  # noqa: ANN401 -- whatever JSON holds
    """Data as JSON, readable."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def both(words: Any) -> Mapping[str, str]:  # noqa: ANN401 -- any text in both languages
    """A text in both languages, for JSON."""
    return {"ko": words.ko, "en": words.en}


def one(words: Any) -> str:  # noqa: ANN401
    """A text in both languages, in the language of this run."""
    chosen: str = words.ko if language() == "ko" else words.en
    return chosen


def problems_to(stream: TextIO, error: LegalkitError) -> None:
    """Every problem of an error, one a line, with its code."""
    for problem in error.problems:
        click.echo(f"{problem.code}: {problem_text(problem, language())}", file=stream)
