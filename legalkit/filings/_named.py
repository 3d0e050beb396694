"""Codes that a person gave, by name; one that has no name stands as it was given, so that no paper fails on it."""

from collections.abc import Callable

from legalkit import language as room
from legalkit.language import Bilingual


def _or_itself(name: Callable[[str], Bilingual], code: str) -> Bilingual:
    try:
        return name(code)
    except KeyError:
        return Bilingual.same(code)


def country(code: str) -> Bilingual:
    """The name of a country.

    >>> country("GB").en, country("QQ").ko
    ('United Kingdom', 'QQ')
    """
    return _or_itself(room.country, code)


def language_name(code: str) -> Bilingual:
    """The name of a language.

    >>> language_name("en").ko, language_name("jje").ko
    ('영어', 'jje')
    """
    return _or_itself(room.language_name, code)


def money(amount: int, currency: str) -> Bilingual:
    """An amount of money.

    >>> money(30_000, "KRW").ko, money(3, "QQQ").plain().ko
    ('30,000원', 'QQQ 3')
    """
    try:
        return room.money(amount, currency)
    except ValueError:
        return Bilingual.same(f"{currency}{room.NBSP}{amount:,}")
