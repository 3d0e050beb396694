"""Age on a day, counted as the rule of that day says (만 나이; 연 나이 where the statute said so)."""

from datetime import date

from legalkit.law.records import version_on
from legalkit.law.store import ages

_MAJORITY_19 = date(2013, 7, 1)
"""From this day on majority is 19 instead of 20 (민법 제4조, 법률 제10429호)."""


def age_on(birth: date, day: date) -> int:
    """Full years of age on a day; somebody born on 29 February grows older on 1 March in other years.

    >>> age_on(date(2008, 5, 20), date(2026, 3, 14))
    17
    """
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def birthday(birth: date, age: int) -> date:
    """The day somebody reaches an age.

    >>> birthday(date(2004, 2, 29), 19)
    datetime.date(2023, 3, 1)
    """
    try:
        return birth.replace(year=birth.year + age)
    except ValueError:
        return date(birth.year + age, 3, 1)


def fits_age(rule_id: str, birth: date, day: date) -> bool:
    """Whether somebody born on ``birth`` is of the age a rule names, as it was counted on ``day``.

    Args:
        rule_id: id in ``ages.yaml``.
        birth: day of birth.
        day: the day that counts.

    >>> fits_age("child_youth", date(2005, 9, 1), date(2024, 6, 26)), fits_age(
    ...     "child_youth", date(2005, 9, 1), date(2024, 6, 27))
    (False, True)
    """
    rule = version_on(ages()[rule_id].versions, day)
    if rule is None:
        return False
    age = age_on(birth, day)
    counted = day.year - birth.year if rule.calendar_year else age
    return (rule.min is None or age >= rule.min) and (rule.under is None or counted < rule.under)


def may_fit_age(rule_id: str, age: int, day: date) -> bool:
    """As :func:`fits_age` where only the full years are known: False only if no day of birth could fit."""
    rule = version_on(ages()[rule_id].versions, day)
    if rule is None:
        return False
    return (rule.min is None or age >= rule.min) and (rule.under is None or age < rule.under)


def majority(birth: date) -> date:
    """The day somebody came or comes of age under the Civil Act of that day (민법 제4조).

    >>> majority(date(2008, 5, 20)), majority(date(1993, 12, 1)), majority(date(1990, 1, 5))
    (datetime.date(2027, 5, 20), datetime.date(2013, 7, 1), datetime.date(2010, 1, 5))
    """
    twenty = birthday(birth, 20)
    return twenty if twenty <= _MAJORITY_19 else max(birthday(birth, 19), _MAJORITY_19)
