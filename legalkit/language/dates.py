"""Dates in words: the official Korean form (``2026. 3. 14.``, 24-hour time) and its English twin.

Two kinds of words. A *when-phrase* stands in a sentence as it is ("on 14 March 2026"); a *noun* stands in a table cell
or before 부터/까지, from/to ("about 1 February 2026"). All times are Korean time. Spaces inside a date are no-break
spaces (see :mod:`legalkit.language.words`).

The form of dates and times: 행정업무의 운영 및 혁신에 관한 규정, article 7. "경", "일자불상경" and "일시불상경" are the
words Korean complaints use for what is about, or not known.
"""

import datetime
from typing import NamedTuple

from babel.dates import get_month_names

from .names import language_name
from .words import Bilingual, unbroken

_MONTHS = get_month_names("wide", locale="en")


class Moment(NamedTuple):
    """A point in time as far as it is known.

    Attributes:
        year: the year.
        month: 1 to 12, or None if only the year is known.
        day: 1 to 31, or None if only the month is known.
        time: Korean time of day, or None.
        about: whether the date itself is approximate.
    """

    year: int
    month: int | None = None
    day: int | None = None
    time: datetime.time | None = None
    about: bool = False


def day(date: datetime.date) -> Bilingual:
    """A day.

    >>> day(datetime.date(2026, 3, 14)).plain()
    Bilingual(ko='2026. 3. 14.', en='14 March 2026')
    """
    return Bilingual(_korean(date.year, date.month, date.day), _english(date.year, date.month, date.day))


def long_day(date: datetime.date) -> Bilingual:
    """A day as screens and the date line of police papers write it.

    >>> long_day(datetime.date(2026, 3, 14)).plain()
    Bilingual(ko='2026년 3월 14일', en='14 March 2026')
    """
    return Bilingual(unbroken(f"{date.year}년 {date.month}월 {date.day}일"), day(date).en)


def partial(
    year: int,
    month: int | None = None,
    day: int | None = None,
    *,
    time: datetime.time | None = None,
    about: bool = False,
) -> Bilingual:
    """When something happened, as a phrase for a sentence.

    A time of day always takes 경 / "about": nobody looked at a clock. Without a day, ``about`` says that even the
    month or year is approximate.

    Args:
        year: the year.
        month: 1 to 12, or None if only the year is known.
        day: 1 to 31, or None if only the month is known.
        time: Korean time of day; only with a day.
        about: whether the date is approximate.

    >>> partial(2026, 3, 14, time=datetime.time(21, 30)).plain()
    Bilingual(ko='2026. 3. 14. 21:30경', en='at about 21:30 on 14 March 2026')
    >>> partial(2026, 3, 14).plain()
    Bilingual(ko='2026. 3. 14.', en='on 14 March 2026')
    >>> partial(2026, 3, 14, about=True).plain()
    Bilingual(ko='2026. 3. 14.경', en='on about 14 March 2026')
    >>> partial(2026, 3).plain()
    Bilingual(ko='2026. 3. 일자불상경', en='on an unknown day in March 2026')
    >>> partial(2026).plain()
    Bilingual(ko='2026. 월일불상경', en='on an unknown date in 2026')
    >>> partial(2026, 3, about=True).plain()
    Bilingual(ko='2026. 3.경', en='in about March 2026')
    """
    named = noun(year, month, day, time=time, about=about)
    if day is not None:
        return Bilingual(named.ko, f"{'at' if time else 'on'} {named.en}")
    if about:
        return Bilingual(named.ko, f"in {named.en}")
    english = _english(year, month, None)
    if month is not None:
        return Bilingual(f"{_korean(year, month, None)} 일자불상경", f"on an unknown day in {english}")
    return Bilingual(f"{year}. 월일불상경", f"on an unknown date in {english}")


def noun(
    year: int,
    month: int | None = None,
    day: int | None = None,
    *,
    time: datetime.time | None = None,
    about: bool = False,
) -> Bilingual:
    """A date as a noun: for a table cell, or for one end of a period.

    A month or a year alone is always 경 / "about", since the day is not known. Arguments as for :func:`partial`.

    >>> noun(2026, 2, 1, about=True).plain()
    Bilingual(ko='2026. 2. 1.경', en='about 1 February 2026')
    >>> noun(2026, 2, 1).plain()
    Bilingual(ko='2026. 2. 1.', en='1 February 2026')
    >>> noun(2022, 3).plain()
    Bilingual(ko='2022. 3.경', en='about March 2022')
    >>> noun(2022).plain()
    Bilingual(ko='2022년경', en='about 2022')
    >>> noun(2026, 3, 14, time=datetime.time(9, 5)).plain()
    Bilingual(ko='2026. 3. 14. 09:05경', en='about 09:05 on 14 March 2026')
    """
    moment = Moment(year, month, day, time, about)
    return Bilingual(_korean_noun(moment), _english_noun(moment))


def ends(start: Moment, end: Moment) -> tuple[Bilingual, Bilingual]:
    """The two ends of a period as nouns, for the slots before 부터/까지 and after from/to.

    English names a year that both ends share only once.

    >>> first, last = ends(Moment(2026, 2, 1, about=True), Moment(2026, 3, 5, about=True))
    >>> first.plain(), last.plain()
    (Bilingual(ko='2026. 2. 1.경', en='about 1 February'), Bilingual(ko='2026. 3. 5.경', en='about 5 March 2026'))
    >>> [end.plain().en for end in ends(Moment(2022), Moment(2026, 1))]
    ['about 2022', 'about January 2026']
    """
    shared = start.year == end.year and start.month is not None and end.month is not None
    return (
        Bilingual(_korean_noun(start), _english_noun(start, with_year=not shared)),
        Bilingual(_korean_noun(end), _english_noun(end)),
    )


def span(start: Moment, end: Moment) -> Bilingual:
    """A when-phrase for something that happened once or more between two points in time.

    >>> span(Moment(2026, 2, 1, about=True), Moment(2026, 3, 5, about=True)).plain().ko
    '2026. 2. 1.경부터 2026. 3. 5.경까지 사이에'
    >>> span(Moment(2026, 2, 1, about=True), Moment(2026, 3, 5, about=True)).plain().en
    'between about 1 February and about 5 March 2026'
    """
    first, last = ends(start, end)
    return Bilingual(f"{first.ko}부터 {last.ko}까지 사이에", f"between {first.en} and {last.en}")


def period(start: Moment, end: Moment) -> Bilingual:
    """A when-phrase for something that went on from one point in time to another.

    >>> period(Moment(2022), Moment(2026, 1)).plain()
    Bilingual(ko='2022년경부터 2026. 1.경까지', en='from about 2022 to about January 2026')
    """
    first, last = ends(start, end)
    return Bilingual(f"{first.ko}부터 {last.ko}까지", f"from {first.en} to {last.en}")


def unknown() -> Bilingual:
    """When nothing is known of the time.

    >>> unknown()
    Bilingual(ko='일시불상경', en='on an unknown date')
    """
    return Bilingual("일시불상경", "on an unknown date")


def before_learned(date: datetime.date, person: str) -> Bilingual:
    """When only the day of discovery is known.

    Args:
        date: the day on which it was discovered.
        person: the English word for who discovered it: ``"I"`` or ``"the victim"``.

    >>> before_learned(datetime.date(2026, 3, 14), "I").plain().ko
    '2026. 3. 14.(알게 된 날) 이전 일시불상경'
    >>> before_learned(datetime.date(2026, 3, 14), "the victim").plain().en
    'on an unknown date before 14 March 2026, the day the victim learned of it'
    """
    known = day(date)
    return Bilingual(
        f"{known.ko}(알게 된 날) 이전 일시불상경",
        f"on an unknown date before {known.en}, the day {person} learned of it",
    )


def in_words(text: str, language: str) -> Bilingual:
    """When she told the time in her own words.

    In their own language the words stand as they are; the other language says "unknown date" and quotes them.

    Args:
        text: her words.
        language: the language they are in, an ISO 639 code.

    Raises:
        KeyError: there is no such language.

    >>> in_words("2025년 여름 무렵", "ko").ko
    '2025년 여름 무렵(정확한 일자는 기억나지 않음)'
    >>> in_words("2025년 여름 무렵", "ko").en
    'on an unknown date (in the original words, in Korean: "2025년 여름 무렵")'
    >>> in_words("around the summer of 2025", "en").ko
    '일시불상경(영어 원문: "around the summer of 2025")'
    >>> in_words("around the summer of 2025", "en").en
    'at a time remembered as "around the summer of 2025" (the exact date is not remembered)'
    """
    name = language_name(language)
    quoted = Bilingual(
        f'{unknown().ko}({name.ko} 원문: "{text}")',
        f'{unknown().en} (in the original words, in {name.en}: "{text}")',
    )
    if language == "ko":
        return Bilingual(f"{text}(정확한 일자는 기억나지 않음)", quoted.en)
    if language == "en":
        return Bilingual(quoted.ko, f'at a time remembered as "{text}" (the exact date is not remembered)')
    return quoted


def clock(time: datetime.time) -> str:
    """A time of day as documents write it: 24 hours, two digits each.

    >>> clock(datetime.time(9, 5))
    '09:05'
    """
    return f"{time:%H:%M}"


def _korean(year: int, month: int | None, day: int | None) -> str:
    return unbroken(" ".join(f"{part}." for part in (year, month, day) if part is not None))


def _english(year: int | None, month: int | None, day: int | None) -> str:
    parts = (day, None if month is None else _MONTHS[month], year)
    return unbroken(" ".join(str(part) for part in parts if part is not None))


def _korean_noun(moment: Moment) -> str:
    year, month, day, time, about = moment
    if month is None:
        return f"{year}년경"
    date = _korean(year, month, day)
    if day is None:
        return f"{date}경"
    return f"{date} {clock(time)}경" if time else f"{date}{'경' if about else ''}"


def _english_noun(moment: Moment, *, with_year: bool = True) -> str:
    year, month, day, time, about = moment
    date = _english(year if with_year else None, month, day)
    if day is None:
        return f"about {date}"
    return f"about {clock(time)} on {date}" if time else f"{'about ' if about else ''}{date}"
