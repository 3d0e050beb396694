"""Hangul syllables and their parts, as Unicode orders them."""

from typing import Literal

Sound = Literal["vowel", "consonant", "rieul"]
"""How a word ends when read: open, with a consonant, or with ㄹ, which one particle treats as open."""

Sounds = frozenset[Sound]
"""Every way a word may end; more than one means: not sure."""

NOT_SURE: Sounds = frozenset({"vowel", "consonant", "rieul"})

_FIRST = ord("가")
_FINALS = 28
_RIEUL = 8


def parts(syllable: str) -> tuple[int, int, int]:
    """Initial, vowel and final of a syllable, as indices; final 0 is none."""
    index = ord(syllable) - _FIRST
    return index // (21 * _FINALS), index // _FINALS % 21, index % _FINALS


def is_syllable(character: str) -> bool:
    """Whether a character is a whole Hangul syllable."""
    return "가" <= character <= "힣"


def ending(*readings: str) -> Sounds:
    """How words written in Hangul end.

    >>> ending("서울"), sorted(ending("영", "제로"))
    (frozenset({'rieul'}), ['consonant', 'vowel'])
    """
    found = [_SOUNDS[(ord(reading[-1]) - _FIRST) % _FINALS] for reading in readings]
    return found[0] if len(found) == 1 else frozenset().union(*found)


def _sound(final: int) -> Sound:
    if final == 0:
        return "vowel"
    return "rieul" if final == _RIEUL else "consonant"


_SOUNDS: tuple[Sounds, ...] = tuple(frozenset({_sound(final)}) for final in range(_FINALS))
"""By the final of a syllable."""
