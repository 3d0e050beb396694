"""A text that says the same in Korean and in English, and the one rule about spaces that must not break.

Every space *inside* one date, amount or exhibit number is a no-break space (U+00A0), so that Word never breaks a line
there; every other space is an ordinary one. Whoever compares texts calls :func:`plain` first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from babel import Locale
from babel.lists import format_list

Language = Literal["ko", "en"]

LANGUAGES: tuple[Language, ...] = ("ko", "en")

NBSP = "\u00a0"


def plain(text: str) -> str:
    """The text with ordinary spaces in place of no-break ones.

    >>> plain("2026.\u00a03.\u00a014.")
    '2026. 3. 14.'
    """
    return text.replace(NBSP, " ")


def unbroken(text: str) -> str:
    """The text with no-break spaces in place of ordinary ones: for one date, one amount, one exhibit number.

    >>> unbroken("14 March 2026") == "14\u00a0March\u00a02026"
    True
    """
    return text.replace(" ", NBSP)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Korean and in English that says the same and nothing more.

    Attributes:
        ko: the Korean text.
        en: the English text.
    """

    ko: str
    en: str

    @classmethod
    def same(cls, text: str) -> "Bilingual":
        """A text that stays as it is in both languages: a name, a handle, a quotation.

        >>> Bilingual.same("@x")
        Bilingual(ko='@x', en='@x')
        """
        return cls(text, text)

    def plain(self) -> "Bilingual":
        """Both texts with ordinary spaces (see :func:`plain`)."""
        return Bilingual(plain(self.ko), plain(self.en))

    def __bool__(self) -> bool:
        """Whether there is any text at all, so that templates can say ``{% if text %}``."""
        return bool(self.ko or self.en)


EMPTY = Bilingual("", "")

_KOREAN, _ENGLISH = Locale("ko"), Locale("en", "GB")
"""British English, as elsewhere: no comma before "and"."""


def join(items: Sequence[Bilingual]) -> Bilingual:
    """A list in words; nothing for an empty list.

    >>> join([Bilingual("이름", "name"), Bilingual("사진", "picture"), Bilingual("전화번호", "phone number")])
    Bilingual(ko='이름, 사진 및 전화번호', en='name, picture and phone number')
    """
    if not items:
        return EMPTY
    return Bilingual(
        format_list([item.ko for item in items], locale=_KOREAN),
        format_list([item.en for item in items], locale=_ENGLISH),
    )
