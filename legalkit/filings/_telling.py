"""Composing: from the answers of one incident to sentences that say the same in both languages and nothing more.

Every sentence names the answers it came from. A clause whose answer is missing is left out, and its path is kept as a
gap, so that the review can ask for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from legalkit.case import Case, Incident, Quote, known, unknown, value
from legalkit.case.codes import Act, KnowingHow, Medium
from legalkit.filings._named import language_name
from legalkit.filings._numbering import numbering
from legalkit.filings._pattern import Body, fill
from legalkit.filings._slots import ANSWERS, SLOTS, answer_at, in_words
from legalkit.filings._voice import Voice, account_words, without_article
from legalkit.filings._words import patterns, sentence, word
from legalkit.language import EMPTY, Bilingual, Style, citation

_Told = TypeVar("_Told")
_SOCIAL = frozenset(
    (Medium.INSTAGRAM, Medium.FACEBOOK, Medium.X, Medium.THREADS, Medium.TIKTOK, Medium.YOUTUBE, Medium.SOCIAL_NETWORK)
)


@dataclass(frozen=True)
class Sentence:
    """One composed sentence.

    Attributes:
        ko: in Korean.
        en: in English.
        pattern: which reviewed sentence it is (``"acts.fake[0]"``).
        sources: paths of the answers it came from.
        gaps: paths whose answer would have added a clause.
    """

    ko: str
    en: str
    pattern: str
    sources: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()

    @property
    def words(self) -> Bilingual:
        """Both languages as one text."""
        return Bilingual(self.ko, self.en)


@dataclass
class Telling:
    """Fills patterns from one incident (or from none, for sentences around the acts).

    Attributes:
        voice: who speaks, and what the people are called.
        style: whose exhibit numbers.
        incident: the incident.
        at: its path, such as ``"incidents[0]"``.
        alike: further incidents told in the same sentence.
        extra: slots of the sentence that stand elsewhere in the case, with their paths.
    """

    voice: Voice
    style: Style = "police"
    incident: Incident | None = None
    at: str = ""
    alike: Sequence[Incident] = ()
    scheduled: bool = False
    extra: Mapping[str, tuple[str, Bilingual | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.used: dict[str, None] = {}
        self.missing: dict[str, None] = {}

    @property
    def case(self) -> Case:
        """The whole case."""
        return self.voice.case

    def english(self, person: str) -> str:
        """The English word of a person slot."""
        return self.voice.persons()[person].en

    def persons_in(self, words: Bilingual) -> Bilingual:
        """Reviewed words with their persons put in."""
        return self.fill(words) if "{" in words.ko or "{" in words.en else words

    def fill(self, words: Bilingual) -> Bilingual:
        """Both languages of a pattern, filled."""
        ko, en = self.bodies(words)
        return Bilingual(ko.plain, en.plain)

    def bodies(self, words: Bilingual) -> tuple[Body, Body]:
        """Both languages of a pattern, filled, taken apart at their verbs; what both ask for is looked for once."""
        slot, holds = _remembered(self.slot), _remembered(self.holds)
        return (
            fill(words.ko, "ko", lambda name: _korean(slot(name)), holds),
            fill(words.en, "en", lambda name: _english(slot(name)), holds),
        )

    def slot(self, name: str) -> Bilingual | None:
        """The words of a slot, or ``None``; notes where the answer stands."""
        if name in self.extra:
            path, words = self.extra[name]
            self.note(path, found=bool(words))
            return words
        persons = self.voice.persons()
        if name in persons:
            return persons[name]
        if name in _OWN:
            return _OWN[name](self)
        return self._answered(name) or self._general(name)

    def _answered(self, name: str) -> Bilingual | None:
        source = SLOTS[name]
        answer = answer_at(self.incident, source.path) if self.incident else None
        words = source.make(self, answer)
        self.note(f"{self.at}.{source.path}", found=words is not None)
        return words

    def _general(self, name: str) -> Bilingual | None:
        entry = patterns("words")["Fallback"].get(name)
        return self.persons_in(Bilingual(entry["ko"], entry["en"])) if entry else None

    def holds(self, name: str) -> bool:
        """Whether a bracket stands: its answer says so, or its slot has a value of its own."""
        if name in ANSWERS:
            path, test = ANSWERS[name]
            stands = bool(self.incident) and test(answer_at(self.incident, path))
            self.note(f"{self.at}.{path}", found=stands)
            return stands
        if name == "scheduled":
            return self.scheduled
        if name in self.extra or name in _OWN or name not in SLOTS:
            return bool(self.slot(name))
        return self._answered(name) is not None

    def note(self, path: str, *, found: bool) -> None:
        """Remembers an answer as used, or as one that would have added something."""
        (self.used if found else self.missing)[path] = None

    def several_online(self) -> Bilingual | None:
        """Where many like acts were, if not in one place: 2개의 사회관계망 서비스 / on two social networks."""
        places = {each.online.medium for each in self.alike if known(each.online)}
        if len(places) < 2:
            return None
        if places <= _SOCIAL:
            return Bilingual(f"{len(places)}개의 사회관계망 서비스", f"on {in_words(len(places))} social networks")
        nouns = [word("Medium", medium) for medium in Medium if medium in places]
        return Bilingual("·".join(noun.ko for noun in nouns), "on " + ", ".join(noun.en for noun in nouns))

    def cite(self) -> Bilingual:
        """The exhibits of the incident, and of its entries, for the end of a sentence."""
        told = self.incident
        if told is None:
            return EMPTY
        ids = [*told.exhibits, *(ref for each in self.alike for ref in each.exhibits)]
        if told.knowing.how is KnowingHow.ACTOR_SAID:
            ids += told.knowing.exhibits
        return self.citation(ids)

    def citation(self, ids: Sequence[str]) -> Bilingual:
        """Exhibits by id, in the numbering of the filing, for the end of a sentence."""
        found = numbering(self.case)
        words = citation([found[ref] for ref in ids], self.style)
        return Bilingual(words.ko, f" {words.en}" if words.en else "")

    def say(self, words: Bilingual, pattern: str, quotes: str | None = None) -> Sentence:
        """A whole sentence as it stands."""
        ko, en = self.bodies(words)
        return self.sentence(ko.plain, en.plain, pattern, quotes)

    def sentence(self, ko: str, en: str, pattern: str, quotes: str | None = None) -> Sentence:
        """Finishes a sentence: a capital, what is to be said of quoted words, where it came from."""
        after = self._about_quote(quotes)
        said = Sentence(
            _joined(ko, after.ko), _joined(_capital(en), after.en), pattern, tuple(self.used), tuple(self.missing)
        )
        self.used, self.missing = {}, {}
        return said

    def _about_quote(self, name: str | None) -> Bilingual:
        if name is None or self.incident is None:
            return EMPTY
        answer = answer_at(self.incident, SLOTS[name].path)
        quote = answer if isinstance(answer, Quote) else getattr(value(answer), "words", None)
        return about_quote(quote) if isinstance(quote, Quote) else EMPTY

    def tell(self, words: Bilingual, pattern: str, quotes: str | None = None) -> Sentence:
        """A sentence that ends by the way she knows it."""
        how = value(self.incident.knowing.how) if self.incident else None
        if how is KnowingHow.TOLD:
            words = _embedded(words)
        ko, en = self.bodies(words)
        cite = self.cite()
        if how is None or how not in _ENDINGS:
            return self.sentence(f"{ko.plain}습니다{cite.ko}.", f"{en.plain}{cite.en}.", pattern, quotes)
        self.note(f"{self.at}.knowing.how", found=True)
        name, korean, english = _ENDINGS[how]
        if how is KnowingHow.CONCLUDED and not self.holds("knowing.reasons"):
            name = "concluded_without_reason"
        return self._ended(name, Bilingual(korean(ko), english(en, self)), pattern, quotes)

    def hear(self, words: Bilingual, pattern: str, quotes: str | None = None) -> Sentence:
        """One more sentence of an act that was told to her: told too."""
        self.note(f"{self.at}.knowing.how", found=True)
        return self._ended("hearsay", self.fill(_embedded(words)), pattern, quotes)

    def _ended(self, name: str, body: Bilingual, pattern: str, quotes: str | None) -> Sentence:
        ending = replace(self, extra={**self.extra, "body": (f"{self.at}.knowing.how", body)})
        ending.used, ending.missing = self.used, self.missing
        filled = ending.fill(sentence("endings", name))
        return self.sentence(filled.ko, filled.en, pattern, quotes)


def _embedded(words: Bilingual) -> Bilingual:
    """A pattern whose sentence becomes a clause: its subject is no topic, or it would be who was told."""
    return Bilingual(words.ko.replace("{actor:은}", "{actor:이}"), words.en)


def about_quote(quote: Quote) -> Bilingual:
    """What stands after quoted words for the reader of the other language: hers, or that a translation follows."""
    name = language_name(quote.language)
    ko = en = ""
    if quote.translation:
        shown = Bilingual.same(quote.translation)
        words = sentence("quote_translation")
        ko = words.ko.replace("{translation}", shown.ko) if quote.language != "ko" else ""
        en = words.en.replace("{translation}", shown.en) if quote.language == "ko" else ""
    else:
        words = sentence("quote_korean" if quote.language == "ko" else "quote_needs_translation")
        ko = words.ko.replace("{language}", name.ko)
        en = words.en.replace("{language}", name.en) if quote.language != "en" else ""
    return Bilingual(ko, en)


def _of_accused(telling: Telling) -> Bilingual:
    actor = telling.incident.actor if telling.incident else None
    known_one = next((person for person in telling.case.accused if person.id == actor), None)
    return telling.voice.accused(known_one) if known_one else telling.voice.parties.theirs


def _actor(telling: Telling) -> Bilingual:
    actor = telling.incident.actor if telling.incident else None
    telling.note(f"{telling.at}.actor", found=known(actor) or unknown(actor))
    if unknown(actor) and telling.incident and known(telling.incident.people):
        return _strangers(telling)
    return telling.voice.actor(actor)


def _thing(telling: Telling) -> Bilingual:
    """What was found: the material, or else the post."""
    return telling.slot("material") or EMPTY if _has_material(telling) else Bilingual("게시물", "post")


def _thing_there(telling: Telling) -> Bilingual:
    """What was found, before its act is told: the material was named above, the post comes below."""
    thing = _thing(telling)
    return Bilingual(f"{'위' if _has_material(telling) else '아래'} {thing.ko}", f"the {thing.en}")


def _has_material(telling: Telling) -> bool:
    return telling.incident is not None and known(telling.incident.material)


def _found_when(telling: Telling) -> Bilingual | None:
    """The day a camera was found, if it is told apart from the time it stood there; else when it was."""
    return telling.slot("learned_when" if _found_apart(telling) else "when")


def _stood_when(telling: Telling) -> Bilingual | None:
    return telling.slot("period") if _found_apart(telling) else None


def _found_apart(telling: Telling) -> bool:
    told = telling.incident
    return bool(told and told.discovered and known(told.discovered.when) and known(told.when))


def _strangers(telling: Telling) -> Bilingual:
    people = value(telling.incident.people) if telling.incident else None
    telling.note(f"{telling.at}.people", found=people is not None)
    if people is None:
        return Bilingual("성명불상자", "an unknown person")
    return Bilingual(f"성명불상자 {people:,}명", f"{in_words(people)} unknown person{'s' if people > 1 else ''}")


def _viewing_people(telling: Telling) -> Bilingual:
    if telling.holds("actor_known"):
        return _actor(telling)
    if telling.holds("in_room"):
        return Bilingual("위 대화방의 성명불상 참여자들", "unknown members of the room")
    return Bilingual("성명불상자들", "unknown people")


def _demanded_before(telling: Telling) -> Bilingual | None:
    """The threat or demand that was told before, if any."""
    told = [each.act for each in telling.case.incidents]
    before = told[: int(telling.at.removeprefix("incidents[").rstrip("]"))]
    named = next((act for act in before if act in (Act.THREAT, Act.DEMAND)), None)
    return word("Act", named) if named else None


def _had(telling: Telling) -> Bilingual | None:
    """What only one person had: the source of a fake, the camera that was found, else the material."""
    act = telling.incident.act if telling.incident else None
    if act is Act.FAKE:
        source = telling.slot("source")
        return Bilingual(f"위 {_bare(source.ko)}", f"the {without_article(_bare(source.en))}") if source else None
    if act is Act.HIDDEN_CAMERA:
        return Bilingual("위 카메라", "the camera")
    material = telling.slot("material")
    return Bilingual(f"위 {material.ko}", f"the {material.en}") if material else None


def _bare(noun: str) -> str:
    """A noun named before, without what stood in brackets."""
    return noun.partition("(")[0].rstrip()


def _accounts(telling: Telling) -> Bilingual | None:
    actor = telling.incident.actor if telling.incident else None
    person = next((each for each in telling.case.accused if each.id == actor), None)
    return account_words(person) if person else None


_OWN: dict[str, Callable[[Telling], Bilingual | None]] = {
    "actor": _actor,
    "actor_": _actor,
    "accused": _of_accused,
    "accounts": _accounts,
    "thing": _thing,
    "thing_there": _thing_there,
    "found_when": _found_when,
    "stood_when": _stood_when,
    "strangers": _strangers,
    "viewing_people": _viewing_people,
    "demanded_before": _demanded_before,
    "had": _had,
    "cite": Telling.cite,
}

_ENDINGS: dict[KnowingHow, tuple[str, Callable[[Body], str], Callable[[Body, Telling], str]]] = {
    KnowingHow.TOLD: ("told", lambda ko: ko.plain, lambda en, _: en.plain),
    KnowingHow.ACTOR_SAID: (
        "actor_said",
        lambda ko: ko.plain,
        lambda en, _: f"{en.before}had {en.other}{en.after}",
    ),
    KnowingHow.CONCLUDED: (
        "concluded",
        lambda ko: f"{ko.before}{ko.other}{ko.after}",
        lambda en, _: f"{en.before}appears to have {en.other}{en.after}",
    ),
}


def _remembered(ask: Callable[[str], _Told]) -> Callable[[str], _Told]:
    told: dict[str, _Told] = {}

    def remembered(name: str) -> _Told:
        if name not in told:
            told[name] = ask(name)
        return told[name]

    return remembered


def _korean(words: Bilingual | None) -> str | None:
    return words.ko if words else None


def _english(words: Bilingual | None) -> str | None:
    return words.en if words else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(text: str, more: str) -> str:
    return f"{text} {more}" if more else text


def vocabulary() -> frozenset[str]:
    """Every slot and bracket a pattern may name, but those a caller brings along."""
    return frozenset((*SLOTS, *ANSWERS, *_OWN, "scheduled"))
