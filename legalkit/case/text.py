"""Text as it is accepted: NFC, printable, bounded, without a resident registration number."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from legalkit.case.answers import NoAnswer
from legalkit.settings import LIMITS

NO_NAMES = frozenset(each.value for each in NoAnswer)
"""Where a name alone may stand, an alias for instance, no answer is left out; nobody is called so."""
_BREAKS = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"})
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_DATE = r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_NUMBER = re.compile(_DATE + r"[\s\-‐‑–—−.]{0,3}[1-8]\d{6}(?!\d)")
_HYPHENATED = re.compile(_DATE + r"\s?[\-‐‑–—−]\s?[1-8]\d{6}(?!\d)")


class Model(BaseModel):
    """Base of everything a case holds: frozen, no unknown field, one spelling of each."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)


def has_registration_number(text: str, *, hyphenated_only: bool = False) -> bool:
    """Whether a resident (or alien) registration number stands in the text.

    Thirteen digits with no digit beside them, whose first six are a plausible date. The checksum is not
    asked: numbers given since October 2020 have none.

    Args:
        text: what a person wrote.
        hyphenated_only: only the form with a hyphen counts (for addresses of pages, handles, file names).

    >>> has_registration_number("010101-3000000"), has_registration_number("1234567890123")
    (True, False)
    """
    plain = unicodedata.normalize("NFKC", text)
    return bool((_HYPHENATED if hyphenated_only else _NUMBER).search(plain))


def has_hangul(text: str) -> bool:
    """Whether a Korean letter stands in the text, composed or not.

    >>> has_hangul("가 A"), has_hangul("A")
    (True, False)
    """
    return bool(_HANGUL.search(text))


def clean(text: str, *, exempt: bool = False) -> str:
    """The text in NFC, or a refusal that names the reason and never the text.

    Args:
        text: what a person wrote.
        exempt: an address of a page, handle, account, hash or file name, where digits are not a person's number.

    Raises:
        PydanticCustomError: ``E-CASE-CONTROL`` or ``E-CASE-REGISTRATION-NUMBER``.
    """
    plain = text.isascii() and text.isprintable()  # no break, no control, one spelling: a name of a file, a hash
    if not plain:
        text = text.translate(_BREAKS).replace("\r\n", "\n").replace("\r", "\n")
        if _ILLEGAL.search(text):
            raise PydanticCustomError("E-CASE-CONTROL", "control character")
    if has_registration_number(text, hyphenated_only=exempt):
        raise PydanticCustomError("E-CASE-REGISTRATION-NUMBER", "registration number")
    return text if plain else unicodedata.normalize("NFC", text)


def _one_line(text: Any) -> Any:  # noqa: ANN401 -- pydantic hands over whatever came
    if isinstance(text, int) and not isinstance(text, bool):
        text = str(text)  # a phone number or postcode that YAML read as a number
    if not isinstance(text, str):
        return text
    text = clean(text)
    if "\n" in text.strip():
        raise PydanticCustomError("E-CASE-ONE-LINE", "one line")
    return text


def _exempt(text: Any) -> Any:  # noqa: ANN401
    if isinstance(text, int) and not isinstance(text, bool):
        text = str(text)
    return clean(text, exempt=True) if isinstance(text, str) else text


def _is_a_name(text: str) -> str:
    """Where no answer is left out: *unknown* is no name of a room, an account, an office."""
    if text in NO_NAMES:
        raise PydanticCustomError("E-CASE-NO-NAME", "no name")
    return text


def _free(text: Any) -> Any:  # noqa: ANN401
    return clean(text) if isinstance(text, str) else text


Name = Annotated[str, Field(min_length=1, max_length=LIMITS.name), BeforeValidator(_one_line)]
"""A name, in one line."""
Line = Annotated[str, Field(min_length=1, max_length=LIMITS.line), BeforeValidator(_one_line)]
"""One line of text: an address, a title, a phone number."""
Text = Annotated[str, Field(min_length=1, max_length=LIMITS.text), BeforeValidator(_free)]
"""Free text, line breaks kept."""
Mark = Annotated[str, Field(min_length=1, max_length=LIMITS.line), BeforeValidator(_exempt)]
"""A handle, an account, a number of an account, a file name: printed as it is."""
Named = Annotated[Mark, AfterValidator(_is_a_name)]
"""A mark that names something; :func:`_is_a_name`."""
Url = Annotated[str, Field(min_length=4, max_length=4 * LIMITS.line, pattern=r"^\S+$"), BeforeValidator(_exempt)]
"""The address of a page: no space in it, never shortened."""
Id = Annotated[str, BeforeValidator(_exempt), Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
"""A neutral id: lower-case letters, digits, hyphens, at most 40."""


class Quote(Model):
    """Her own words, or words said to her: quoted as written, never turned into our sentence.

    Attributes:
        text: the words.
        language: ``ko``, ``en`` or another ISO 639 code; by default Korean if Hangul stands in the text.
        translation: into Korean if the words are not Korean, else into English; hers, not ours.

    >>> Quote.model_validate("그만 연락해").language, Quote.model_validate("stop").language
    ('ko', 'en')
    """

    text: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    translation: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:  # noqa: ANN401
        if isinstance(data, str):
            data = {"text": data}
        if isinstance(data, dict) and "language" not in data and isinstance(data.get("text"), str):
            data = {**data, "language": "ko" if has_hangul(data["text"]) else "en"}
        return data
