"""The reviewed words and sentences of ``patterns/*.yaml``, read once."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from legalkit.language import Bilingual

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def patterns(name: str) -> dict[str, Any]:
    """One file of reviewed data, by key.

    Args:
        name: ``"acts"``, ``"frame"``, ``"words"`` or ``"gates"``.
    """
    loaded: dict[str, Any] = _read(name)
    return loaded


def entries(name: str) -> list[dict[str, Any]]:
    """One file of reviewed data that is a list, in its order.

    Args:
        name: ``"requests"`` or another list in ``patterns/``.
    """
    loaded: list[dict[str, Any]] = _read(name)
    return loaded


@lru_cache
def _read(name: str) -> Any:  # noqa: ANN401 -- YAML is untyped
    text = (files("legalkit.filings") / "patterns" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, _LOADER)  # noqa: S506 -- a safe loader, in C where there is one


@cache
def word(table: str, code: str) -> Bilingual:
    """The words of a coded answer, persons still as slots.

    >>> word("Medium", "telegram")
    Bilingual(ko='텔레그램', en='Telegram')
    """
    entry = patterns("words")[table][code]
    return Bilingual(entry["ko"], entry["en"])


@cache
def sentence(name: str, part: str | None = None) -> Bilingual:
    """A sentence of ``frame.yaml``, slots still open.

    >>> sentence("feelings").en
    'Because of this {victim} felt {feelings}.'
    """
    entry = patterns("frame")[name]
    entry = entry if part is None else entry[part]
    return Bilingual(entry["ko"], entry["en"])
