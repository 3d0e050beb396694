"""The words of screens and messages: keyed gettext catalogues, ``locales/<language>/LC_MESSAGES/*.po``.

Every room has its own file; a language's files are read as one. The msgid is a key, never a sentence. Literal per cent
signs are doubled. The ``.po`` files are read as they are, without compiling: one source, nothing that can be stale.
"""

import locale
import os
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO

from babel.messages.pofile import read_po

from legalkit.errors import InputError, Problem
from legalkit.resources import data

from .words import LANGUAGES, Bilingual, Language

Key = tuple[str | None, str]
"""The context (``"self"``, ``"other"`` or None) and the key."""


@cache
def messages(language: Language) -> Mapping[Key, str]:
    """All words of a language, by context and key.

    Raises:
        babel.messages.pofile.PoFileError: a catalogue is malformed.
    """
    folder = data("locales") / language / "LC_MESSAGES"
    found: dict[Key, str] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".po"):
            catalogue = read_po(BytesIO(file.read_bytes()), locale=language, abort_invalid=True)
            found.update({(m.context, str(m.id)): str(m.string) for m in catalogue if m.id})
    return found


def text(key: str, language: Language, /, *, context: str | None = None, **params: object) -> str:
    """The words for a key.

    Args:
        key: the msgid.
        language: ``"ko"`` or ``"en"``.
        context: for role words: ``"self"`` if the person on screen is the survivor, else ``"other"``.
        **params: what the placeholders stand for.

    Raises:
        KeyError: the catalogues lack the key, or a placeholder has no value. Never papered over with the key itself:
            a person must not read a key.

    >>> text("language.ko", "en")
    'Korean'
    >>> text("role.victim", "ko", context="other")
    '피해자'
    """
    return messages(language)[context, key] % params


def problem_text(problem: Problem, language: Language) -> str:
    """One problem in words: which field, what is wrong, what is allowed, how to mend it.

    The code is the key. A field's name stands under ``field.`` and its path without indices; where the words of the
    problem have no place for ``%(field)s``, the name goes before them.

    Raises:
        KeyError: the catalogues lack the code, or a placeholder has no value.

    >>> problem_text(Problem("E-LANGUAGE-UNKNOWN", "language", {"allowed": ["ko", "en"]}), "en")
    'language: this language is not known. Allowed: ko, en.'
    """
    field = field_name(problem.path, language)
    params = {name: _shown(value, language) for name, value in problem.params.items()}
    if "missing" in params:  # paths of answers, which have names on screen
        params["missing"] = ", ".join(field_name(str(path), language) for path in _listed(problem.params["missing"]))
    words = messages(language)[None, problem.code]
    filled = words % {"field": field, **params}
    return filled if "%(field)s" in words or not field else f"{field}: {filled}"


def ui_language(explicit: str | None = None) -> Language:
    """The language for a person: the one asked for, else the one of the machine, else English.

    Args:
        explicit: ``"ko"`` or ``"en"``, as a setting or an option gives it; None or empty if nothing was said.

    Raises:
        InputError: a language was asked for that does not exist (``E-LANGUAGE-UNKNOWN``).

    >>> ui_language("ko")
    'ko'
    """
    if explicit:
        for language in LANGUAGES:
            if explicit == language:
                return language
        raise InputError(Problem("E-LANGUAGE-UNKNOWN", "language", {"allowed": list(LANGUAGES)}))
    spoken = re.split(r"[_.@-]", _machine_locale())[0].lower()
    return "ko" if spoken in ("ko", "korean") else "en"


def _machine_locale() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value
    if sys.platform == "win32":
        import ctypes  # the call below exists on Windows only

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return locale.getlocale()[0] or ""


def field_name(path: str, language: Language) -> str:
    """What a field of a case is called on screen; without words of its own, its path.

    >>> field_name("no.such.field", "en")
    'no.such.field'
    """
    key = (None, "field." + re.sub(r"\[\d*\]", "", path))
    name = messages(language).get(key)
    if name is None:
        return path
    numbers = [str(int(index) + 1) for index in re.findall(r"\[(\d+)\]", path)]
    return f"{name} ({'-'.join(numbers)})" if numbers else name


def _listed(value: object) -> Iterable[object]:
    return value if isinstance(value, (list, tuple)) else (value,)


def _shown(value: object, language: Language) -> object:
    if isinstance(value, Bilingual):
        return value.ko if language == "ko" else value.en
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(map(str, value)) if isinstance(value, (set, frozenset)) else map(str, value)
        return ", ".join(items)
    return value
