"""Counting of periods: days, weeks, months and years, the first day, working days and public holidays of Korea."""

import calendar
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from legalkit.law.rule_records import Length

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = timedelta(days=1)
_SATURDAY = 5


@cache
def _holidays(year: int) -> "HolidayBase":
    # imported here: it takes longer to import than the rest of the law room, and few callers need it
    from holidays import country_holidays

    return country_holidays("KR", years=[year])


def is_working_day(day: date) -> bool:
    """Whether a day is neither a Saturday, a Sunday nor a public holiday, temporary and substitute ones included.

    Source: 관공서의 공휴일에 관한 규정, as the ``holidays`` library knows it; a holiday declared later is not in it.

    >>> is_working_day(date(2020, 8, 17)), is_working_day(date(2026, 7, 17)), is_working_day(date(2026, 7, 20))
    (False, False, True)
    """
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """The day itself if it is a working day, else the next one."""
    while not is_working_day(day):
        day += _DAY
    return day


def working_days_before(day: date, count: int) -> date:
    """The working day that lies ``count`` working days before a day.

    >>> working_days_before(date(2026, 10, 12), 2)
    datetime.date(2026, 10, 7)
    """
    while count:
        day -= _DAY
        count -= is_working_day(day)
    return day


def last_day_of(start: date, length: Length, *, first_day_counts: bool = False) -> date:
    """The last day of a period, before any rolling.

    The first day is left out unless it counts; months and years run by the calendar and end the day before the
    corresponding day, or on the last day of a month that has no such day (형사소송법 제66조, 민법 제160조).

    Args:
        start: the day of the event.
        length: the period.
        first_day_counts: True for limitation.

    >>> last_day_of(date(2026, 2, 28), Length(months=3)), last_day_of(date(2026, 11, 29), Length(months=3))
    (datetime.date(2026, 5, 31), datetime.date(2027, 2, 28))
    """
    first = start if first_day_counts else start + _DAY
    months = length.months + 12 * length.years
    if months:
        return _months_on(first, months)
    return first + timedelta(days=length.days, weeks=length.weeks) - _DAY


def _months_on(first: date, months: int) -> date:
    index = first.year * 12 + first.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, first.day) - _DAY if first.day <= last else date(year, month + 1, last)
