"""Names: countries and languages in both languages, Korean names in Latin letters, telephone numbers."""

import re
import unicodedata
from functools import cache

from babel import Locale

from ._hangul import parts
from .words import Bilingual

_KO, _EN = Locale("ko"), Locale("en")

_COUNTRIES = {
    "KR": Bilingual("대한민국", "Republic of Korea"),
    "HK": Bilingual("홍콩", "Hong Kong"),
    "MO": Bilingual("마카오", "Macao"),
}
"""Where the name in daily use is not the one for a paper."""

_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905 - 21 in a row
_FINALS = ("", *"k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split())  # noqa: SIM905 - 27 in a row
"""Letters of the Revised Romanization, syllable by syllable, in the order of Unicode's Hangul syllables."""

_PASSPORT_SURNAMES = """
강/Kang 고/Ko 공/Kong 곽/Kwak 구/Koo 국/Kook 권/Kwon 금/Keum 김/Kim 노/Noh 단/Dan 류/Ryu 맹/Maeng 명/Myung 문/Moon
박/Park 백/Baek 변/Byun 서/Seo 선/Sun 성/Sung 손/Son 신/Shin 심/Shim 안/Ahn 양/Yang 엄/Um 오/Oh 옥/Ok 우/Woo 원/Won
유/Yoo 육/Yook 윤/Yoon 은/Eun 이/Lee 임/Lim 전/Jeon 정/Jung 조/Cho 주/Joo 차/Cha 최/Choi 추/Choo
남궁/Namgung 독고/Dokgo 동방/Dongbang 사공/Sagong 서문/Seomun 선우/Sunwoo 제갈/Jegal 황보/Hwangbo
"""
_SURNAMES = dict(entry.split("/") for entry in _PASSPORT_SURNAMES.split())
"""Surnames as most passports write them, where that differs from the rule; and the surnames of two syllables."""


@cache
def country(code: str) -> Bilingual:
    """The name of a country.

    Args:
        code: an ISO 3166 code of two capitals.

    Raises:
        KeyError: there is no such country.

    >>> country("KR"), country("GB")
    (Bilingual(ko='대한민국', en='Republic of Korea'), Bilingual(ko='영국', en='United Kingdom'))
    """
    return _COUNTRIES.get(code) or Bilingual(_KO.territories[code], _EN.territories[code])


@cache
def language_name(code: str) -> Bilingual:
    """The name of a language.

    Args:
        code: an ISO 639 code in small letters.

    Raises:
        KeyError: there is no such language.

    >>> language_name("en")
    Bilingual(ko='영어', en='English')
    """
    return Bilingual(_KO.languages[code], _EN.languages[code])


def romanise(hangul: str) -> str:
    """A Korean name in Latin letters: a suggestion only, for the person to mend; the passport's spelling wins.

    The surname as passports mostly write it, the given name syllable by syllable (no change of sound between the
    syllables of a given name is written: Revised Romanization, 3-4). A space parts surname and given name if the rule
    would part them elsewhere. Whatever is not all Hangul comes back as it is.

    >>> romanise("홍길동"), romanise("이서준"), romanise("남궁민"), romanise("강 유진")
    ('Hong Gil-dong', 'Lee Seo-jun', 'Namgung Min', 'Kang Yu-jin')
    """
    name = unicodedata.normalize("NFC", hangul).strip()
    if not re.fullmatch(r"[가-힣]+( [가-힣]+)?", name):
        return hangul
    surname, given = name.split(" ") if " " in name else _parted(name)
    first = _SURNAMES.get(surname) or "".join(map(_syllable, surname)).capitalize()
    return f"{first} {'-'.join(map(_syllable, given)).capitalize()}".strip()


def phone(text: str) -> str:
    """A Korean telephone number for display; any other number comes back as it is, trimmed.

    >>> phone("01012345678"), phone("+82 10-1234-5678"), phone("02 123 4567"), phone("1588-1234")
    ('010-1234-5678', '010-1234-5678', '02-123-4567', '1588-1234')
    >>> phone("+44 20 7946 0000"), phone("1366")
    ('+44 20 7946 0000', '1366')
    """
    compact = re.sub(r"[\s().\-–]", "", unicodedata.normalize("NFKC", text))
    digits = re.sub(r"^(?:\+|00)82(?:\(0\))?0?", "0", compact)
    for pattern in _PHONES:
        if match := pattern.fullmatch(digits):
            return "-".join(match.groups())
    return text.strip()


_PHONES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(02)(\d{3,4})(\d{4})",
        r"(0(?:1[016789]|[3-6][1-5]|70|80))(\d{3,4})(\d{4})",
        r"(0(?:50\d|303))(\d{3,4})(\d{4})",
        r"(1[568]\d\d)(\d{4})",
    )
)


def _parted(name: str) -> tuple[str, str]:
    size = 2 if len(name) > 2 and name[:2] in _SURNAMES else 1
    return name[:size], name[size:]


def _syllable(letter: str) -> str:
    initial, vowel, final = parts(letter)
    return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]
