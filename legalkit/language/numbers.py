"""Numbers, amounts, counts and lengths of time in words."""

from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name, list_currencies

from .words import NBSP, Bilingual

_DIGITS = "영일이삼사오육칠팔구"
_SMALL = ("", "십", "백", "천")
_GREAT = ("", "만", "억", "조", "경")

_UNITS: dict[str, tuple[str, str, str]] = {
    "times": ("회", "time", "times"),
    "people": ("명", "person", "people"),
    "items": ("개", "item", "items"),
    "matters": ("건", "matter", "matters"),
    "accounts": ("개", "account", "accounts"),
    "pages": ("쪽", "page", "pages"),
    "seconds": ("초", "second", "seconds"),
    "minutes": ("분", "minute", "minutes"),
    "hours": ("시간", "hour", "hours"),
    "days": ("일", "day", "days"),
    "weeks": ("주", "week", "weeks"),
    "months": ("개월", "month", "months"),
    "years": ("년", "year", "years"),
}
"""Unit → Korean counter, English for one, English for more."""

UNITS = frozenset(_UNITS)


def reading(number: int) -> str:
    """A whole number in Korean letters, as official amounts spell it: every 일 is written.

    Args:
        number: 0 or more, below 10^20.

    Raises:
        ValueError: the number is negative or too great.

    >>> reading(234_580), reading(113_560), reading(10_000), reading(0)
    ('이십삼만사천오백팔십', '일십일만삼천오백육십', '일만', '영')
    """
    if not 0 <= number < 10**20:
        raise ValueError("a number from 0 to 10^20 is needed")
    groups: list[str] = []
    rest, place = number, 0
    while rest:
        rest, group = divmod(rest, 10_000)
        digits = [(int(digit), power) for power, digit in enumerate(reversed(str(group))) if digit != "0"]
        words = "".join(_DIGITS[digit] + _SMALL[power] for digit, power in reversed(digits))
        groups.append(words + _GREAT[place] if words else "")
        place += 1
    return "".join(reversed(groups)) or _DIGITS[0]


def won(amount: int) -> Bilingual:
    """An amount in Korean won.

    >>> won(5_000_000).plain()
    Bilingual(ko='5,000,000원', en='KRW 5,000,000')
    """
    return Bilingual(f"{amount:,}원", f"KRW{NBSP}{amount:,}")


def formal_won(amount: int) -> Bilingual:
    """An amount in Korean won as official papers write it, in figures and in letters.

    The form: 행정업무의 운영 및 혁신에 관한 규정 시행규칙, article 2.

    >>> formal_won(234_580).plain()
    Bilingual(ko='금234,580원(금이십삼만사천오백팔십원)', en='KRW 234,580')
    """
    return Bilingual(f"금{amount:,}원(금{reading(amount)}원)", won(amount).en)


def money(amount: int | Decimal, currency: str) -> Bilingual:
    """An amount in any currency.

    Args:
        amount: an exact amount; never a binary fraction.
        currency: an ISO 4217 code in capitals.

    Raises:
        ValueError: there is no such currency.

    >>> money(Decimal("1500.5"), "USD").plain()
    Bilingual(ko='1,500.50 미국 달러', en='USD 1,500.50')
    >>> money(30_000, "KRW").plain()
    Bilingual(ko='30,000원', en='KRW 30,000')
    """
    if currency not in list_currencies():
        raise ValueError("an ISO 4217 currency code is needed")
    if currency == "KRW" and amount == int(amount):
        return won(int(amount))
    whole = amount == int(amount)
    figures = format_decimal(amount, format="#,##0" if whole else "#,##0.00##", locale="en")
    return Bilingual(f"{figures}{NBSP}{get_currency_name(currency, locale='ko')}", f"{currency}{NBSP}{figures}")


def count(number: int, unit: str) -> Bilingual:
    """How many: times, people, items, or a length of time in one unit.

    Args:
        number: how many.
        unit: one of :data:`UNITS`.

    Raises:
        KeyError: there is no such unit.

    >>> count(17, "times").plain(), count(1, "people").plain()
    (Bilingual(ko='17회', en='17 times'), Bilingual(ko='1명', en='1 person'))
    >>> count(2, "weeks").plain()
    Bilingual(ko='2주', en='2 weeks')
    """
    korean, one, more = _UNITS[unit]
    return Bilingual(f"{number:,}{korean}", f"{number:,}{NBSP}{one if number == 1 else more}")


def duration(seconds: int) -> Bilingual:
    """How long a recording is.

    >>> duration(3_725).plain()
    Bilingual(ko='1시간 2분 5초', en='1 hour 2 minutes 5 seconds')
    >>> duration(0).plain()
    Bilingual(ko='0초', en='0 seconds')
    """
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    lengths = ((hours, "hours"), (minutes, "minutes"), (rest, "seconds"))
    parts = [count(number, unit) for number, unit in lengths if number] or [count(0, "seconds")]
    return Bilingual(" ".join(part.ko for part in parts), " ".join(part.en for part in parts))
