"""What can be set, in one place: bounds on input, and the age at which law data is called old."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds on what is accepted; a value over a bound is refused with its name, never cut.

    Attributes:
        name: characters in a name.
        line: characters in a one-line answer (an address, a handle, a title).
        text: characters in free text.
        items: entries in a list of incidents, exhibits or people.
        urls: addresses in one list.
        case_bytes: bytes in a case file.
    """

    name: int = 200
    line: int = 1_000
    text: int = 40_000
    items: int = 1_000
    urls: int = 5_000
    case_bytes: int = 8 * 1024 * 1024


LIMITS = Limits()

LAW_STALE_DAYS = 180
"""Days after which law data that was not checked again makes ``generate`` warn."""
