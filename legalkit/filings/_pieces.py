"""Pieces that many filings share: ticks, the day, who signs, exhibits by number, quoted words, addresses of pages."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from legalkit.case import Accused, Case, Quote, known, value
from legalkit.filings._named import language_name
from legalkit.filings._numbering import numbering
from legalkit.filings._people import UNKNOWN_NAME, agent, complainant, real_name, shown_name
from legalkit.filings._telling import Sentence, about_quote
from legalkit.filings._voice import Voice, account_words, unnamed
from legalkit.filings._words import sentence, word
from legalkit.language import EMPTY, Bilingual, Style, attach, label, listing, long_day

CHECKED, OPEN_BOX = "■", "□"


def tick(answer: object) -> str:
    """■ for a yes, □ for everything else.

    >>> tick(True), tick(None)
    ('■', '□')
    """
    return CHECKED if answer is True else OPEN_BOX


def signing(case: Case, day: date) -> dict[str, object]:
    """The day and who signs; an agent who hands it in signs beside her."""
    acts = agent(case)
    return {
        "date": long_day(day),
        "signer": shown_name(case, complainant(case)),
        "submitter": real_name(acts.name) if acts else EMPTY,
    }


SIGNING_PRINTS = frozenset({"victim.name", "victim.alias", "reporter.person.name", "reporter.person.alias"})
"""What :func:`signing` prints."""
STORY_PRINTS = frozenset(
    {
        "accused[].name",
        "accused[].address.text",
        "accused[].occupation",
        "accused[].phone",
        "accused[].email",
        "accused[].accounts[].medium",
        "accused[].accounts[].handle",
        "accused[].relation",
        "service.recipient",
        "service.address.text",
        "incidents[].urls",
        "incidents[].still_online",
        "incidents[].feelings",
        "incidents[].consequences",
        "incidents[].exhibits",
        "exhibits[].id",
        "exhibits[].part_of",
    }
)
"""What a paper prints that names both sides and tells what happened, beside composed sentences."""


def accused_box(voice: Voice, person: Accused) -> dict[str, object]:
    """What every paper says of a person of the other side: what it calls them, name, address, phone and e-mail."""
    called = voice.accused(person)
    return {
        "label": Bilingual(called.ko, called.en[:1].upper() + called.en[1:]),
        "name": UNKNOWN_NAME if unnamed(person) else real_name(person.name),
        "address": own(person.address.text) if known(person.address) else EMPTY,
        "phone": Bilingual.same(value(person.phone) or ""),
        "email": Bilingual.same(value(person.email) or ""),
    }


def accounts_box(person: Accused) -> list[Bilingual]:
    """The accounts a person is known by, for a cell; none, no line."""
    words = account_words(person)
    return [words] if words else []


def coded(table: str, answer: object) -> Bilingual:
    """The words of a coded answer in a table; nothing where there is none.

    >>> coded("Device", "phone").en, coded("Device", None)
    ('a mobile phone', Bilingual(ko='', en=''))
    """
    return word(table, str(answer)) if known(answer) else EMPTY


def own(answer: object) -> Bilingual:
    """Her own words in a table: as written; for the reader of the other language quoted, with her translation if any.

    >>> own(Quote.model_validate("blue shirt")).ko
    '"blue shirt" (영어 원문, 번역 필요)'
    >>> own(Quote(text="blue shirt", language="en", translation="파란 셔츠")).ko
    '파란 셔츠 ("blue shirt")'
    """
    if not isinstance(answer, Quote):
        return EMPTY
    name = language_name(answer.language)
    quoted = f'"{answer.text}"'
    ko = answer.text if answer.language == "ko" else f"{quoted} ({name.ko} 원문, 번역 필요)"
    needed = "" if answer.language == "ko" else "; translation needed"  # what is filed is Korean
    en = answer.text if answer.language == "en" else f"{quoted} (in {name.en}{needed})"
    if answer.translation:
        translated = f"{answer.translation} ({quoted})"
        return Bilingual(ko, translated) if answer.language == "ko" else Bilingual(translated, en)
    return Bilingual(ko, en)


def exhibits(case: Case, ids: Iterable[str], style: Style = "police") -> Bilingual:
    """Exhibits by number, for a cell."""
    found = numbering(case)
    return listing([found[ref] for ref in ids], style)


def exhibit_labels(case: Case, style: Style = "police") -> Mapping[str, Bilingual]:
    """What each exhibit is called, by its id; counted once for all of them."""
    return {ref: label(number, sub, style) for ref, (number, sub) in numbering(case).items()}


def numbered(sentences: Iterable[Sentence]) -> list[dict[str, str]]:
    """Sentences for a table of pairs, each with a number; one alone needs none."""
    return numbered_acts(singly(sentences))


def numbered_acts(acts: Iterable[Sequence[Sentence]]) -> list[dict[str, str]]:
    """Sentences that belong together under one number each; one alone needs none."""
    told = [sentences for sentences in acts if sentences]
    return [row if len(told) > 1 else {**row, "n": ""} for row in by_act(told)]


def singly(sentences: Iterable[Sentence]) -> list[Sequence[Sentence]]:
    """Sentences that belong to no act, each to be counted for itself."""
    return [(each,) for each in sentences]


def by_act(acts: Iterable[Sequence[Sentence]], start: int = 1) -> list[dict[str, str]]:
    """Sentences for a table of pairs: one number an act, at its first sentence, so that a paper can be cited by act."""
    told = [sentences for sentences in acts if sentences]
    return [
        {"n": "" if place else str(number), "ko": said.ko, "en": said.en}
        for number, sentences in enumerate(told, start)
        for place, said in enumerate(sentences)
    ]


def in_her_words(words: Iterable[object], hers: str = "고소인", my: str = "my") -> list[dict[str, object]]:
    """Words of her own, quoted as written, under what the filing calls her; answers that are none are left out."""
    intro = sentence("own_words")
    heading = Bilingual(intro.ko.replace("{victim:이}", attach(hers, "이")), intro.en.replace("{victim's}", my))
    quoted = [each for each in words if isinstance(each, Quote)]
    return [{"intro": heading, "text": f"“{each.text}”", "note": about_quote(each)} for each in quoted]


def service(case: Case) -> Bilingual:
    """A place for service is printed where it is an office of somebody who acts for her."""
    if case.service.role not in ("lawyer", "counsellor") or not known(case.service.address):
        return EMPTY
    place = own(case.service.address.text)
    who = real_name(case.service.recipient)
    return joined([Bilingual(f"송달장소: {place.ko}", f"Address for service: {place.en}"), who], ", ")


def joined(words: Iterable[Bilingual], between: str = " / ") -> Bilingual:
    """What is there, one after the other.

    >>> joined([Bilingual("가", "a"), EMPTY, Bilingual("나", "b")])
    Bilingual(ko='가 / 나', en='a / b')
    """
    kept = [each for each in words if each]
    return Bilingual(between.join(each.ko for each in kept), between.join(each.en for each in kept))
