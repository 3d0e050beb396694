"""A text in two languages as the benchmarks hand it over; an engine in an environment of its own can read it too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Built as ``legalkit.language.Bilingual`` is, which is what filings hand over."""

    ko: str = ""
    en: str = ""
