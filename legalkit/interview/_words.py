"""Words of pages, questions and answers, with the right person in them."""

import re

from legalkit.case.paths import pattern_of
from legalkit.filings._words import patterns
from legalkit.interview.draft import Draft
from legalkit.language import attach, text
from legalkit.language.catalogue import messages

_PERSON = re.compile(r"\{([a-z']+?_?)(?::(.+?))?\}")


def context_of(draft: Draft) -> str:
    """``"self"`` if the survivor is on screen, and until it is said who is; else ``"other"``."""
    return "self" if draft.of_herself else "other"


def has(draft: Draft, key: str) -> bool:
    """Whether there are words for a key."""
    found = messages(draft.language)
    return (context_of(draft), key) in found or (None, key) in found


def said(draft: Draft, key: str, **params: object) -> str:
    """The words for a key, those for the person on screen where there are some.

    Raises:
        KeyError: there are none.
    """
    context = context_of(draft)
    own = (context, key) in messages(draft.language)
    return text(key, draft.language, context=context if own else None, **params)


def coded(draft: Draft, table: str, code: str) -> str:
    """A coded answer on screen: its screen words where it has some, else the reviewed words of the papers."""
    key = f"option.{table}.{code}"
    if has(draft, key):
        return said(draft, key)
    return with_persons(draft, patterns("words")[table][code][draft.language])


def with_persons(draft: Draft, words: str) -> str:
    """Reviewed words with the persons as they are called on screen.

    >>> from legalkit.interview.draft import start
    >>> with_persons(start("en"), "in {victim's} home"), with_persons(start("ko"), "{victim}의 집")
    ('in your home', '본인의 집')
    """

    def person(match: re.Match[str]) -> str:
        found = said(draft, _PERSONS.get(match[1], "role.victim"))
        return attach(found, match[2]) if match[2] else found

    return _PERSON.sub(person, words)


_PERSONS = {"victim's": "role.victim.possessive", "victim_": "role.victim.object", "accused": "role.accused"}


def incident_title(draft: Draft, place: int, *, dated: bool = True) -> str:
    """What an incident is called in lists: what happened, and when if that is known."""
    at = f"incidents[{place}]"
    act, harm = draft.read(f"{at}.act"), draft.read(f"{at}.harm")
    what = said(draft, f"option.Act.{act}") if act else said(draft, f"harm.{harm}")
    when = draft.read(f"{at}.when") if dated else None
    day = when.get("on") or when.get("start") or when.get("learned") if isinstance(when, dict) else when
    return f"{what} ({day})" if isinstance(day, str) and day not in ("unknown", "declined") else what


def label_of(draft: Draft, at: str) -> str:
    """What an entry of any list is called on screen: her words for it, else its kind and number."""
    if pattern_of(at) == "incidents[]":
        return incident_title(draft, int(at[10:-1]))
    named = _own_label(draft, at)
    number = int(at.rpartition("[")[2][:-1]) + 1
    return named or said(draft, f"entry.{pattern_of(at).replace('[]', '')}", number=number)


def _own_label(draft: Draft, at: str) -> str:
    name, title = draft.read(f"{at}.name"), draft.read(f"{at}.title")
    if isinstance(name, dict):
        return str(name.get("hangul") or name.get("passport") or name.get("romanised") or "")
    if isinstance(title, dict):
        return str(title.get("text", ""))
    urls = draft.read(f"{at}.urls")
    return str(draft.read(f"{at}.handle") or (urls[0] if urls else ""))
