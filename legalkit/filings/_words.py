"""The reviewed words and sentences of ``patterns/*.yaml``, read once."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from legalkit.language import Bilingual

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache
def patterns(name: str) -> dict[str, Any]:
    """One file of reviewed data.

    Args:
        name: ``"acts"``, ``"frame"``, ``"words"`` or another file of ``patterns/``.
    """
    text = (files("legalkit.filings") / "patterns" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, _LOADER)  # noqa: S506 -- a safe loader, in C where there is one
    return loaded


def word(table: str, code: str) -> Bilingual:
    """The words of a coded answer, persons still as slots.

    >>> word("Medium", "telegram")
    Bilingual(ko='텔레그램', en='Telegram')
    """
    entry = patterns("words")[table][code]
    return Bilingual(entry["ko"], entry["en"])


def sentence(name: str, part: str | None = None) -> Bilingual:
    """A sentence of ``frame.yaml``, slots still open.

    >>> sentence("feelings").en
    'Because of this {victim} felt {feelings}.'
    """
    entry = patterns("frame")[name]
    entry = entry if part is None else entry[part]
    return Bilingual(entry["ko"], entry["en"])
