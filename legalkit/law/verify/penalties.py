"""Compares a penalty of the law files with the text of an article: numbers, bounds and kinds, whatever the spelling."""

import re

from legalkit.law.verify.text import squeeze

_UNITS = {"천": 1_000, "백": 100, "십": 10}
_TERM = re.compile(r"(\d+)년(?:(\d+)개월)?(이상|이하)?|(\d+)년이상(\d+)년이하")
_MONEY = re.compile(r"((?:\d+억)?(?:\d*[천백십])*(?:\d+)?(?:만)?)원(이상|이하)?")
_KINDS = ("사형", "무기", "구류", "과료", "자격정지", "벌금", "징역")
BY_REFERENCE = re.compile(r"예에(따|의)|예로|같은형|동일한형|정한형|형과같|각각|2분의1|미수범은처벌")
"""Words by which an article takes its penalty from another provision."""


def numbers(text: str) -> frozenset[str]:
    """The bounds a penalty names, spelled one way.

    >>> sorted(numbers("7년 이하의 징역 또는 5천만원 이하의 벌금"))
    ['50000000원이하', '7년이하']
    >>> numbers("1년 이상 10년 이하의 징역") == numbers("1년이상 10년이하의 징역")
    True
    """
    squeezed = squeeze(text).replace(",", "")
    found = {
        f"{years}년{months and f'{months}개월'}{bound}" for years, months, bound, *_ in _TERM.findall(squeezed) if years
    }
    for amount, bound in _MONEY.findall(squeezed):
        if won := _won(amount):
            found.add(f"{won}원{bound}")
    return frozenset(found)


def kinds(text: str) -> frozenset[str]:
    """The kinds of punishment a text names."""
    squeezed = squeeze(text)
    return frozenset(k for k in _KINDS if k in squeezed)


def _won(amount: str) -> int:
    total = 0
    if "억" in amount:
        head, amount = amount.split("억")
        total += int(head) * 100_000_000
    factor = 10_000 if amount.endswith("만") else 1
    small = 0
    for digits, unit in re.findall(r"(\d*)([천백십]?)", amount.removesuffix("만")):
        if digits or unit:
            small += int(digits or 1) * _UNITS.get(unit, 1)
    return total + small * factor
