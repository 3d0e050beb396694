"""What a question lets one choose from: codes with their words, or what is in the draft and the law of the day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legalkit.case import codes
from legalkit.case.paths import covers, pattern_of
from legalkit.filings import Status, all_filings
from legalkit.filings._words import entries as listed_words
from legalkit.interview._bound import SAFE, SHOWN, name_of, wishes
from legalkit.interview._harms import harms
from legalkit.interview._proposals import left_out, proposals
from legalkit.interview._questions import Question
from legalkit.interview._reading import Reading
from legalkit.interview._tree import entries
from legalkit.interview._words import coded, has, incident_title, label_of, said
from legalkit.language import LANGUAGES, Bilingual, language_name

LANGUAGE_CODES = ("en", "zh", "vi", "th", "ru", "uz", "mn", "tl", "id", "km", "ne", "ja", "my", "fr", "es", "ar")
"""Languages offered for an interpreter; any other is written by hand when asked."""


@dataclass(frozen=True)
class Option:
    """One thing to choose.

    Attributes:
        code: what the form sends.
        label: its words.
        note: more in small print: why a filing is open, why a provision is proposed.
        group: heading it stands under; empty if none.
        ticked: whether it is proposed, where she has not chosen yet.
        enabled: False for what is shown with its reason and cannot be chosen.
    """

    code: str
    label: str
    note: str = ""
    group: str = ""
    ticked: bool = False
    enabled: bool = True


def options(reading: Reading, question: Question, at: str) -> list[Option]:
    """The options of a question, in order; none if it is answered freely."""
    if question.options in _SOURCES:
        return list(_SOURCES[question.options](reading, at))
    return [Option(code, coded(reading.draft, question.options, code)) for code in _codes(question)]


def labels(reading: Reading, question: Question, at: str, chosen: Iterable[object]) -> dict[str, str]:
    """The words of what was chosen among the options of a question, by code; what is no option is left out."""
    if question.options in _SOURCES:
        return {each.code: each.label for each in options(reading, question, at)}
    found = frozenset(_codes(question)).intersection(map(str, chosen))
    return {code: coded(reading.draft, question.options, code) for code in found}


def _codes(question: Question) -> list[str]:
    return table(question.options) if question.options not in ("", "alias") else []


def table(name: str) -> list[str]:
    """The codes of a table of the case model."""
    return [str(code) for code in getattr(codes, name)]


def allowed(reading: Reading, question: Question, at: str) -> set[str] | None:
    """Codes the form may send for a question whose options are not a table of the case model; else ``None``."""
    if question.options not in _SOURCES:
        return None
    return {each.code for each in options(reading, question, at) if each.enabled}


def table_of(question: Question, path: str = "") -> str:
    """The table of the case model that a question, or the box of it at a path, is answered from; empty if none is."""
    part = next((each for each in question.parts.values() if covers(each.path, pattern_of(path))), question)
    found = BOX_TABLES.get(path.rpartition(".")[2], part.options)
    return found if found[:1].isupper() else ""


BOX_TABLES = {"region": "Region", "medium": "Medium", "kind": "PlaceKind"}
"""Tables of the boxes of composite questions, by name of the box."""


def _language(reading: Reading, at: str) -> Iterator[Option]:
    yield from (Option(code, said(reading.draft, f"language.{code}")) for code in LANGUAGES)


def _languages(reading: Reading, at: str) -> Iterator[Option]:
    held = reading.draft.read("wishes.interpreter_language")
    extra = (held,) if isinstance(held, str) and re.fullmatch("[a-z]{2,3}", held) else ()
    for code in dict.fromkeys((*LANGUAGE_CODES, *extra)):
        yield Option(code, _in(reading, language_name(code)))


def _harms(reading: Reading, at: str) -> Iterator[Option]:
    for name in harms():
        yield Option(name, said(reading.draft, f"harm.{name}"))


def _acts(reading: Reading, at: str) -> Iterator[Option]:
    for act in harms()[reading.draft.read(f"{at}.harm")]:
        yield Option(str(act), said(reading.draft, f"option.Act.{act}"))


def _incidents(reading: Reading, at: str) -> Iterator[Option]:
    for place, each in enumerate(entries(reading.draft.answers, "incidents")):
        yield Option(each["id"], incident_title(reading.draft, place))


def _shown(reading: Reading, at: str) -> Iterator[Option]:
    draft = reading.draft
    for place, each in enumerate(entries(draft.answers, "incidents")):
        title = incident_title(draft, place)
        yield Option(each["id"], title)
        for part in ("/knowing", "/discovered"):
            if draft.read(f"incidents[{place}].{SHOWN[part].partition('.')[0]}") is not None:
                yield Option(f"{each['id']}{part}", said(draft, f"option.shown.{part[1:]}", what=title))


def _exhibits(reading: Reading, at: str) -> Iterator[Option]:
    for place, each in enumerate(entries(reading.draft.answers, "exhibits")):
        yield Option(each["id"], label_of(reading.draft, f"exhibits[{place}]"))


def _wholes(reading: Reading, at: str) -> Iterator[Option]:
    own = reading.draft.read(f"{at}.id")
    for place, each in enumerate(entries(reading.draft.answers, "exhibits")):
        if each["id"] != own and not each.get("part_of"):
            yield Option(each["id"], label_of(reading.draft, f"exhibits[{place}]"))


def _wishes(reading: Reading, at: str) -> Iterator[Option]:
    words = {entry["wish"]: entry for entry in listed_words("requests") if "wish" in entry}
    for path in wishes():
        name = name_of(path)
        title = words[path]["title"][reading.draft.language] if path in words else said(reading.draft, f"option.{name}")
        yield Option(name, title, _note(reading, f"wish.{name}"))


def _note(reading: Reading, key: str) -> str:
    return said(reading.draft, key) if has(reading.draft, key) else ""


def _filings(reading: Reading, at: str) -> Iterator[Option]:
    """Ours alone: open and undecided ones to tick, closed ones with their reason."""
    for name in all_filings():
        found = reading.surveyed[name]
        there = found.status in (Status.OPEN, Status.UNKNOWN)
        instead = _in(reading, found.instead) if found.instead else ""
        provision = f"({_in(reading, found.provision)})" if found.provision else ""
        parts = (_note(reading, f"plain.{name}"), _in(reading, found.reason), provision, instead)
        group = said(reading.draft, f"paper.{found.status}")
        note = " ".join(filter(None, parts))
        # what the other side gets to read is hers to choose
        ticked = found.status is Status.OPEN and not all_filings()[name].served
        yield Option(name, _in(reading, found.title), note, group, ticked, there)


def _provisions(reading: Reading, at: str) -> Iterator[Option]:
    for each in proposals(reading.case, reading.draft, reading.day):
        note = _in(reading, each.why)
        yield Option(each.key, _in(reading, each.name), note, ticked=each.plain.get("rank") == "primary")
    for place, other in enumerate(left_out(reading.case, reading.day)):
        why = said(reading.draft, f"provision.{'check' if other.check else 'left_out'}", why=_in(reading, other.why))
        yield Option(f"left-out-{place}", _in(reading, other.name), why, enabled=False)


def _safe(reading: Reading, at: str) -> Iterator[Option]:
    for name in SAFE:
        yield Option(name, said(reading.draft, f"option.safe.{name}"))


def _police_kinds(reading: Reading, at: str) -> Iterator[Option]:
    for code in ("police_station", "provincial_police"):
        yield Option(code, coded(reading.draft, "OfficeKind", code))


def _in(reading: Reading, words: Bilingual) -> str:
    return words.ko if reading.draft.language == "ko" else words.en


_SOURCES = {
    "language": _language,
    "languages": _languages,
    "harms": _harms,
    "acts": _acts,
    "incidents": _incidents,
    "shown": _shown,
    "exhibits": _exhibits,
    "wholes": _wholes,
    "wishes": _wishes,
    "filings": _filings,
    "provisions": _provisions,
    "police_kinds": _police_kinds,
    "safe": _safe,
}
"""Options that no table of the case model gives."""
