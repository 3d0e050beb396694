"""What can be set for the page in the browser."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from legalkit.errors import InputError, Problem
from legalkit.settings import LIMITS

NEUTRAL = "https://www.weather.go.kr/"
"""Where the way out leads if nothing else is set: the weather, which anybody may look at."""


@dataclass(frozen=True)
class WebSettings:
    """How the page behaves.

    Attributes:
        leave_to: address of the way out; empty for a blank page of our own.
        idle: seconds without any sign of her after which her answers are wiped.
        warn: seconds before that at which she is asked.
        step_bytes: most bytes of one step of the interview.
        open_bytes: most bytes of an encrypted file with its passphrase.

    Raises:
        InputError: ``E-WEB-LEAVE-TO``: no http(s) address without user and password.
    """

    leave_to: str = NEUTRAL
    idle: float = 1_800
    warn: float = 300
    step_bytes: int = 2 * 1024 * 1024
    open_bytes: int = LIMITS.case_bytes + 8 * 1024

    def __post_init__(self) -> None:
        parts = urlsplit(self.leave_to)
        fits = parts.scheme in ("http", "https") and parts.hostname and not parts.username
        if self.leave_to and not fits:
            raise InputError(Problem("E-WEB-LEAVE-TO", "leave-to"))
