"""The words for exhibit numbers. Which exhibit has which number is the case's affair; each office has its own words."""

from collections.abc import Iterable, Sequence
from typing import Literal

from .words import EMPTY, Bilingual, unbroken

Style = Literal["police", "family_court", "injunction"]

Number = tuple[int, int | None]
"""An exhibit's number and, if it has parts, the number of the part."""

_WORDS: dict[Style, str] = {
    "police": "증 제{}호",
    "family_court": "증 제{}호증",
    "injunction": "소갑 제{}호증",
}
"""Korean words by office: complaints, victim protection orders (the court numbers them so), interim injunctions."""

STYLES: tuple[Style, ...] = tuple(_WORDS)


def label(number: int, sub: int | None, style: Style) -> Bilingual:
    """The name of one exhibit, with no-break spaces.

    Args:
        number: 1 or more.
        sub: the number of a part, or None.
        style: whose numbering: one of :data:`STYLES`.

    Raises:
        KeyError: there is no such style.

    >>> label(3, 2, "police").plain()
    Bilingual(ko='증 제3호의 2', en='Exhibit 3-2')
    >>> label(1, None, "injunction").plain()
    Bilingual(ko='소갑 제1호증', en='Exhibit 1')
    """
    return Bilingual(_korean((number, sub), style), unbroken(f"Exhibit {_english((number, sub))}"))


def listing(numbers: Iterable[Number], style: Style) -> Bilingual:
    """Several exhibits by name, in order; three or more in a row become a range; nothing for none.

    >>> listing([(1, None), (2, None), (3, None), (5, 1)], "police").plain()
    Bilingual(ko='증 제1호 내지 증 제3호, 증 제5호의 1', en='Exhibits 1 to 3, 5-1')
    """
    ordered = sorted(set(numbers), key=lambda number: (number[0], number[1] or 0))
    if not ordered:
        return EMPTY
    ranges = _ranges(ordered)
    korean = (" 내지 ".join(_korean(end, style) for end in ends) for ends in ranges)
    english = (" to ".join(_english(end) for end in ends) for ends in ranges)
    noun = "Exhibit" if len(ordered) == 1 else "Exhibits"
    return Bilingual(", ".join(korean), f"{unbroken(noun + ' ')}{', '.join(english)}")


def citation(numbers: Iterable[Number], style: Style) -> Bilingual:
    """The exhibits a sentence rests on, in brackets for its end; nothing for none.

    >>> citation([(1, None), (3, 2)], "police").plain()
    Bilingual(ko='(증 제1호, 증 제3호의 2)', en='(Exhibits 1, 3-2)')
    >>> citation([], "police")
    Bilingual(ko='', en='')
    """
    words = listing(numbers, style)
    return Bilingual(f"({words.ko})", f"({words.en})") if words else EMPTY


def _korean(number: Number, style: Style) -> str:
    main, sub = number
    words = _WORDS[style].format(main)
    return unbroken(words if sub is None else f"{words}의 {sub}")


def _english(number: Number) -> str:
    main, sub = number
    return str(main) if sub is None else f"{main}-{sub}"


def _next(number: Number) -> Number:
    main, sub = number
    return (main + 1, None) if sub is None else (main, sub + 1)


def _ranges(ordered: Sequence[Number]) -> list[Sequence[Number]]:
    """Runs of three or more as (first, last); every other number by itself."""
    runs: list[list[Number]] = []
    for number in ordered:
        if runs and number == _next(runs[-1][-1]):
            runs[-1].append(number)
        else:
            runs.append([number])
    ranges: list[Sequence[Number]] = []
    for run in runs:
        ranges.extend([(run[0], run[-1])] if len(run) >= 3 else [(number,) for number in run])
    return ranges
