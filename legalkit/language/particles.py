"""Korean particles (조사): the form that fits the last sound of the word before it, as the word is read aloud.

``attach("홍길동", "은/는")`` is 홍길동은, ``attach("3", "이/가")`` is 3이 (삼이). Where the sound is not sure, both
forms are written, ``은(는)``: ugly and never wrong. How words, numbers and Latin letters are read: :mod:`.sounds`.
"""

from functools import cache
from typing import get_args

from .sounds import Sound, Sounds, sounds

_SIMPLE = {"은": "는", "이": "가", "을": "를", "과": "와", "아": "야"}
_FIRST = {second: first for first, second in _SIMPLE.items()}
_DROPPED = ("으로", "이")
"""Particles that differ in a first syllable only: 으로/로, 으로부터/로부터, 이라고/라고, 이나/나, 이며/며 …"""


def particle(word: str, pair: str, *, final: Sound | None = None) -> str:
    """The form of a particle that fits a word.

    Args:
        word: what the particle follows, with its brackets, quotes or units.
        pair: both forms (``"은/는"``), or either one (``"은"``): 은/는, 이/가, 을/를, 과/와, 아/야, 으로/로 and
            이라고/라고, the last four also with more behind them (``"으로부터"``, ``"과의"``, ``"이나"``).
        final: how the word ends when read, if somebody said so: ``"vowel"``, ``"consonant"`` or ``"rieul"`` (ㄹ).

    Returns:
        The form, or both as ``은(는)`` / ``(으)로`` where it is not sure how the word is read.

    Raises:
        ValueError: there is no such pair, or no such final sound.

    >>> particle("홍길동", "은/는"), particle("카카오톡", "이/가"), particle("3", "을/를"), particle("(주)카카오", "과")
    ('은', '이', '을', '와')
    >>> particle("서울", "으로/로"), particle("카카오톡", "으로부터"), particle("대구", "으로")
    ('로', '으로부터', '로')
    >>> particle("피해자", "이라고/라고"), particle("길동", "아/야")
    ('라고', '아')
    >>> particle("Жанна", "은/는"), particle("Жанна", "으로"), particle("Жанна", "은/는", final="vowel")
    ('은(는)', '(으)로', '는')
    """
    return _form(pair, sounds(word) if final is None else frozenset({_checked(final)}))


def attach(word: str, pair: str, *, final: Sound | None = None) -> str:
    """The word, unchanged, with the form of the particle that fits it. Arguments as for :func:`particle`.

    >>> attach("제14조의2", "을/를"), attach("5,000,000원", "을"), attach("2026. 5. 1.", "을"), attach("URL", "이")
    ('제14조의2를', '5,000,000원을', '2026. 5. 1.을', 'URL이')
    """
    return word + particle(word, pair, final=final)


@cache
def _form(pair: str, heard: Sounds) -> str:
    first, second = _forms(pair)
    fitting = {_fitting(sound, first, second) for sound in heard}
    return fitting.pop() if len(fitting) == 1 else _both(first, second)


def _fitting(sound: Sound, first: str, second: str) -> str:
    # ㄹ takes 로, as a vowel does; in all other pairs it is a consonant
    open_syllable = sound == "vowel" or (sound == "rieul" and first.startswith("으"))
    return second if open_syllable else first


def _forms(pair: str) -> tuple[str, str]:
    """The form after a consonant and the form after a vowel."""
    given, _, other = pair.partition("/")
    for forms in (_by_first(given), _by_second(given)):
        if forms and other in ("", *forms):
            return forms
    raise ValueError("no such pair of particles")


def _by_first(form: str) -> tuple[str, str] | None:
    if form in _SIMPLE:
        return form, _SIMPLE[form]
    if form.startswith("과"):
        return form, "와" + form[1:]
    return (form, form[1:]) if form.startswith(_DROPPED) else None


def _by_second(form: str) -> tuple[str, str] | None:
    if form in _FIRST:
        return _FIRST[form], form
    if form.startswith("와"):
        return "과" + form[1:], form
    if form.startswith("로"):
        return "으" + form, form
    return ("이" + form, form) if form.startswith("라") else None


def _both(first: str, second: str) -> str:
    if first[1:] == second:
        return f"({first[0]}){second}"
    return f"{first[0]}({second[0]}){first[1:]}"


def _checked(final: Sound) -> Sound:
    if final not in get_args(Sound):
        raise ValueError("a final sound is vowel, consonant or rieul")
    return final
