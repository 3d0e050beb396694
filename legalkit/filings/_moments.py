"""When something happened, as the phrases of a sentence or the cell of a table."""

from collections.abc import Sequence
from datetime import date, time

from legalkit.case import NoAnswer, PartialDate, When, known
from legalkit.language import (
    EMPTY,
    Bilingual,
    Moment,
    before_learned,
    ends,
    in_words,
    noun,
    partial,
    period,
    plain,
    span,
)
from legalkit.language import unknown as unknown_date


def _moment(day: PartialDate, *, about: bool = False) -> Moment:
    return Moment(day.year, day.month or None, day.day or None, None, about)


def phrase(when: When | NoAnswer | None, person: str) -> Bilingual | None:
    """A when-phrase: 2026. 3. 14. 21:30경 / at about 21:30 on 14 March 2026.

    Args:
        when: the answer; unknown prints 일시불상경, declined and not asked print nothing.
        person: the English word for who learned of it.
    """
    if not known(when):
        return unknown_date() if when is NoAnswer.UNKNOWN else None
    if when.on:
        return _zoned(partial(*_moment(when.on)[:3], time=_clock(when), about=when.about), when)
    if when.start and when.end:
        return span(_moment(when.start, about=when.about), _moment(when.end, about=when.about))
    if when.words:
        return in_words(when.words.text, when.words.language)
    return _learned(when, person)


def _learned(when: When, person: str) -> Bilingual:
    day = when.learned.exact if when.learned and not when.about else None
    return before_learned(day, person) if day else unknown_date()


def _clock(when: When) -> time | None:
    return time.fromisoformat(when.time) if when.time else None


def _zoned(words: Bilingual, when: When) -> Bilingual:
    if not when.zone:
        return words
    return Bilingual(f"{words.ko}({when.zone})", f"{words.en} ({when.zone})")


def lasting(when: When | NoAnswer | None, person: str) -> Bilingual | None:
    """A when-phrase for something that went on: 2026. 2. 1.부터 2026. 3. 5.까지; otherwise as :func:`phrase`."""
    if known(when) and when.start and when.end:
        return period(_moment(when.start, about=when.about), _moment(when.end, about=when.about))
    return phrase(when, person)


def cell(when: When | NoAnswer | None) -> Bilingual:
    """A date in a table: 2026. 3. 14. 21:30경; unknown prints 일시불상, nothing prints nothing.

    In English it may break between its words: a narrow column would break an unbroken one inside the year.
    """
    words = _cell(when)
    return Bilingual(words.ko, plain(words.en))


def _cell(when: When | NoAnswer | None) -> Bilingual:
    if not known(when):
        return Bilingual("일시불상", "date unknown") if when is NoAnswer.UNKNOWN else EMPTY
    if when.on:
        return _zoned(noun(*_moment(when.on)[:3], time=_clock(when), about=when.about), when)
    if when.start and when.end:
        first, last = (_moment(end, about=when.about) for end in (when.start, when.end))
        start, end = ends(first, last)
        return Bilingual(f"{start.ko} ~ {end.ko}", f"{start.en} to {end.en}")
    if when.words:
        return in_words(when.words.text, when.words.language)
    return _before(when.learned, about=when.about) if when.learned else EMPTY


def _before(learned: PartialDate, *, about: bool) -> Bilingual:
    named = day_of(learned, about=about)
    return Bilingual(f"{named.ko} 이전", f"before {named.en}")


def day_of(day: PartialDate, *, about: bool = False) -> Bilingual:
    """A date as a noun: 2022년경 / about 2022."""
    return noun(*_moment(day)[:3], about=about)


def period_of(start: PartialDate, end: PartialDate) -> Bilingual:
    """From one date to another: 2022년경부터 2026. 1.경까지 / from about 2022 to about January 2026."""
    return period(_moment(start), _moment(end))


def between(whens: Sequence[When]) -> Bilingual | None:
    """From the first to the last of many: 2026. 2. 1.부터 2026. 3. 5.까지."""
    dated = [when for when in whens if when.earliest and when.latest]
    if not dated or len(dated) < len(whens):
        return None
    first = min(dated, key=lambda when: when.earliest or date.min)
    last = max(dated, key=lambda when: when.latest or date.min)
    start, end = first.on or first.start, last.on or last.end
    if not start or not end:
        return None
    return period(_moment(start, about=first.about), _moment(end, about=last.about))
