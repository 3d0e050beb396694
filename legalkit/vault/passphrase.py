"""The passphrase: a secret with a type of its own, so that it is shown nowhere by mistake."""

import unicodedata

from legalkit.errors import InputError, Problem

SHORTEST = 8
LONGEST = 1_000


class Passphrase:
    """A passphrase as a person typed or pasted it; never kept, never shown.

    White space around it is dropped and Korean letters are composed (NFC): macOS types them taken apart, and a pasted
    line brings its end along.

    Raises:
        InputError: ``E-VAULT-PASSPHRASE-LENGTH``: fewer than 8 or more than 1,000 characters;
            ``E-VAULT-PASSPHRASE-LETTERS``: not text.

    >>> Passphrase("river moon paper nine")
    Passphrase(hidden)
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = unicodedata.normalize("NFC", text.strip())
        if not SHORTEST <= len(self._text) <= LONGEST:
            raise InputError(Problem("E-VAULT-PASSPHRASE-LENGTH", params={"shortest": SHORTEST, "longest": LONGEST}))
        if any(letter < " " or "\ud800" <= letter <= "\udfff" for letter in self._text):
            raise InputError(Problem("E-VAULT-PASSPHRASE-LETTERS"))

    def reveal(self) -> str:
        """The passphrase itself, for the library that encrypts."""
        return self._text

    def __repr__(self) -> str:
        return "Passphrase(hidden)"
