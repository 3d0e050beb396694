"""Capture guides: how to note what is there, once, and then stop."""

from functools import cache

from legalkit.case.codes import Medium
from legalkit.case.text import Model
from legalkit.evidence.wording import Words, load


class Guide(Model):
    """How to capture on one kind of platform, in order.

    Attributes:
        title: of the kind.
        mediums: the platforms it is for; a physical device has none.
        steps: what to note and capture.
    """

    title: Words
    mediums: tuple[Medium, ...] = ()
    steps: tuple[Words, ...]


class Guides(Model):
    """The data file.

    Attributes:
        before: what comes before all steps.
        guides: by kind.
        after: what comes after them: stop, do not look again.
        minors: in place of the steps, if someone in it is under 19.
    """

    before: tuple[Words, ...]
    guides: dict[str, Guide]
    after: tuple[Words, ...]
    minors: tuple[Words, ...]


@cache
def capture_guides() -> Guides:
    """All capture guides.

    >>> list(capture_guides().guides)
    ['website', 'messenger_room', 'social_account', 'chat_app', 'physical_device']
    """
    return load("capture_guides", Guides)


def guide_for(medium: Medium) -> Guide | None:
    """The guide for a platform; nothing where nothing can be captured (a call, a letter, in person).

    >>> guide_for(Medium.KAKAOTALK).title.en
    'Chat with one person (KakaoTalk, LINE, text messages, e-mail)'
    """
    return next((guide for guide in capture_guides().guides.values() if medium in guide.mediums), None)
