"""요청사항: what she asks of the police beside punishment, from ``patterns/requests.yaml``."""

from collections.abc import Mapping, Sequence
from datetime import date

from legalkit.case import Case, items, known, said_yes
from legalkit.case.codes import Medium, NotifyBy
from legalkit.case.paths import get
from legalkit.filings._named import language_name
from legalkit.filings._provisions import proposed
from legalkit.filings._slots import channel_words
from legalkit.filings._voice import COMPLAINT, Voice
from legalkit.filings._words import entries, word
from legalkit.language import EMPTY, Bilingual, attach, join

PRESERVATION_YEARS = 3
"""A preservation request needs an offence with at least this maximum (형사소송법 제215조의2)."""


def requests(case: Case, day: date) -> list[dict[str, Bilingual]]:
    """The requests she wished for, in the order of the list."""
    wished = [entry for entry in entries("requests") if "wish" not in entry or said_yes(get(case, entry["wish"]))]
    slots = _slots(case)
    return [_request(entry, slots) for entry in wished if _possible(case, day, entry.get("gate"))]


def wished_paths() -> frozenset[str]:
    """The wishes that make a request, and what two of them say."""
    wishes = {entry["wish"] for entry in entries("requests") if "wish" in entry}
    return frozenset(wishes | {"wishes.interpreter_language", "wishes.notify_by"})


def _possible(case: Case, day: date, gate: str | None) -> bool:
    if gate is None:
        return True
    maxima = [entry.version.penalty.max_years for entry in proposed(case, day)[0]]
    minima = [entry.version.penalty.min_years for entry in proposed(case, day)[0]]
    return any(isinstance(most, str) or (most or 0) >= PRESERVATION_YEARS for most in maxima) or any(minima)


def _request(entry: dict[str, dict[str, str]], slots: Mapping[str, Bilingual]) -> dict[str, Bilingual]:
    title, text = (Bilingual(entry[part]["ko"], entry[part]["en"]) for part in ("title", "text"))
    return {"title": title, "text": _filled(text, slots)}


def _slots(case: Case) -> dict[str, Bilingual]:
    wishes = case.wishes
    language = language_name(wishes.interpreter_language) if known(wishes.interpreter_language) else _ANY_LANGUAGE
    by = _by(items(wishes.notify_by)) or _ANY_WAY
    me = Voice(case, COMPLAINT).persons()["complainant"]
    return {"language": language, "notify_by": by, "me": Bilingual(me.ko, "me")}


def _filled(text: Bilingual, slots: Mapping[str, Bilingual]) -> Bilingual:
    ko, en = text.ko, text.en
    for name, words in slots.items():
        ko, en = ko.replace(f"{{{name}}}", words.ko), en.replace(f"{{{name}}}", words.en)
    return Bilingual(ko, en)


def _by(ways: Sequence[NotifyBy]) -> Bilingual:
    """문자메시지와 전자우편으로 / by text message and by e-mail."""
    if not ways:
        return EMPTY
    *others, last = [_BY[code] for code in NotifyBy if code in ways]
    nouns = [word("NotifyBy", code).ko for code in NotifyBy if code in ways][:-1]
    before = [attach(noun, "과") if place == len(nouns) - 1 else f"{noun}," for place, noun in enumerate(nouns)]
    return Bilingual(" ".join([*before, last.ko]), join([*others, last]).en)


_ANY_WAY = Bilingual("안전한 방법으로", "in a safe way")
_ANY_LANGUAGE = Bilingual("필요한 언어의", "the language needed")
_BY = {
    NotifyBy.TEXT_MESSAGE: channel_words(Medium.TEXT_MESSAGE),
    NotifyBy.PHONE: channel_words(Medium.PHONE_CALL),
    NotifyBy.EMAIL: channel_words(Medium.EMAIL),
    NotifyBy.LAWYER: Bilingual("변호사를 통하여", "through the lawyer"),
}
