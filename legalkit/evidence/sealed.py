"""The sealed pack: the envelope's label, the request that goes with it, how to prepare the medium."""

from functools import cache

from legalkit.case.text import Model
from legalkit.evidence.wording import Basis, Words, load


class Field(Model):
    """One line of a sheet.

    Attributes:
        key: what fills it; an empty one is filled by hand.
        label: what stands before it.
    """

    key: str
    label: Words


class Ask(Model):
    """One thing that is asked for.

    Attributes:
        key: stable name.
        words: what is asked.
        bases: what it rests on; only those that are sure may be printed (:func:`~legalkit.evidence.wording.sure`).
    """

    key: str
    words: Words
    bases: tuple[Basis, ...] = ()


class Label(Model):
    """The sheet that is stuck on the envelope, across the flap."""

    mark: Words
    fields: tuple[Field, ...]
    across_flap: Words


class Request(Model):
    """「피해 영상물 열람 제한 및 봉인 보관 요청서」.

    Attributes:
        title: of the sheet.
        opening: the first paragraph.
        asks: for an adult or a minor.
        asks_for_minors: added if the person in the material was under 19.
    """

    title: Words
    opening: Words
    asks: tuple[Ask, ...]
    asks_for_minors: tuple[Ask, ...]


class Scope(Model):
    """「임의제출 범위 명시서」, where a device is handed over: what of it, and what not.

    Attributes:
        title: of the page.
        opening: the first paragraph.
        fields: what is stated, one line each.
        asks: what is asked of those who receive it.
    """

    title: Words
    opening: Words
    fields: tuple[Field, ...]
    asks: tuple[Ask, ...]


class SealedPack(Model):
    """The data file.

    Attributes:
        label: the envelope.
        request: the request sheet.
        scope: the page on a device that is handed over.
        medium: the steps of preparing an encrypted medium, in order.
        hand_over: what to mind when handing it over.
    """

    label: Label
    request: Request
    scope: Scope
    medium: tuple[Words, ...]
    hand_over: tuple[Words, ...]


@cache
def sealed_pack() -> SealedPack:
    """The words of the sealed pack.

    There is no statutory form for it; the law only carries what is asked.

    >>> sealed_pack().label.mark.ko
    '성폭력범죄 피해 촬영물 — 열람 제한'
    """
    return load("sealed_pack", SealedPack)
