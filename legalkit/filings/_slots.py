"""What each slot and bracket of a pattern stands for: a path of the case and how its answer becomes words.

``SLOTS`` and ``ANSWERS`` are the whole vocabulary of the patterns; a test reads every pattern against them. Each entry
names the path below the incident, so that what a sentence rests on is known from the pattern alone.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from legalkit.case import items, known, said_no, said_yes, unknown, value
from legalkit.case.codes import CameraObject, KnowingHow, Medium, Reason, SpreadHow
from legalkit.case.incident import Diagnosis, Money, Online, Place
from legalkit.filings import _moments as moments
from legalkit.filings._named import money
from legalkit.filings._voice import bare_place, named_on, without_article
from legalkit.filings._words import patterns, word
from legalkit.language import Bilingual, attach, join

if TYPE_CHECKING:
    from legalkit.filings._telling import Telling

Make = Callable[["Telling", Any], Bilingual | None]


@dataclass(frozen=True)
class Source:
    """A slot: where its answer stands and how it is said.

    Attributes:
        path: below the incident; empty if it stands elsewhere in the case.
        make: from the answer to the words; ``None`` if there is nothing to say.
    """

    path: str
    make: Make


def coded(table: str, *, subject: bool = True) -> Make:
    """A coded answer by its reviewed words; the victim who is no subject is me, not I."""

    def make(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
        if not known(answer):
            return None
        words = word(table, answer)
        english = words.en if subject else words.en.replace("{victim}", "{victim_}")
        return telling.persons_in(Bilingual(words.ko, english))

    return make


def coded_list(table: str) -> Make:
    """Several coded answers, joined."""

    def make(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
        return listed([telling.persons_in(word(table, code)) for code in items(answer)]) or None

    return make


def listed(words: Sequence[Bilingual]) -> Bilingual:
    """Nouns in a sentence: 이름과 사진; 이름, 사진, 전화번호 / name and picture.

    >>> listed([Bilingual("이름", "name"), Bilingual("사진", "picture")])
    Bilingual(ko='이름과 사진', en='name and picture')
    """
    if len(words) != 2:
        return Bilingual(", ".join(each.ko for each in words), join(words).en)
    first, last = words
    return Bilingual(f"{attach(first.ko, '과')} {last.ko}", join(words).en)


def coded_acts(table: str) -> Make:
    """Several things done: all but the last in their joined form, the last up to its past stem."""

    def make(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
        words = [telling.persons_in(word(table, code)) for code in items(answer)]
        if not words:
            return None
        last = words[-1].ko.partition("|")[2]
        if len(words) > 2:  # a chain of -고 would read as one thing after the other
            clauses = [f"{each.ko.partition('|')[2]}고" for each in words[:-1]]
            return Bilingual(", ".join([*clauses, last]), join(words).en)
        joined = [each.ko.partition("|")[0] for each in words[:-1]] + [last]
        return Bilingual(" ".join(joined), join(words).en)

    return make


def when(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """A when-phrase."""
    return moments.phrase(answer, telling.english("victim"))


def lasting(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """A when-phrase for something that went on."""
    return moments.lasting(answer, telling.english("victim"))


def quoted(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """Words as they were said or written; they stay in their own language."""
    return Bilingual.same(answer.text) if known(answer) else None


def people(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """A number of people, in English as a word up to nine."""
    return Bilingual(f"{answer:,}", in_words(answer)) if known(answer) else None


def persons(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """A number of people with its noun: 312명 / 312 people."""
    return Bilingual(f"{answer:,}명", "one person" if answer == 1 else f"{answer:,} people") if known(answer) else None


def times(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """How many times."""
    return times_words(answer) if known(answer) else None


def times_words(count: int) -> Bilingual:
    """How many times.

    >>> times_words(2), times_words(17).ko
    (Bilingual(ko='2회', en='twice'), '17회')
    """
    return Bilingual(f"{count:,}회", {1: "once", 2: "twice"}.get(count, f"{count:,} times"))


def in_words(count: int) -> str:
    """A small number as an English word.

    >>> in_words(2), in_words(40)
    ('two', '40')
    """
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def place(telling: "Telling", answer: Place | Any) -> Bilingual | None:  # noqa: ANN401
    """A place by its coded kind; her own words for it follow as a quotation."""
    return telling.persons_in(word("PlaceKind", answer.kind)) if known(answer) else None


def into(telling: "Telling", answer: Place | Any) -> Bilingual | None:  # noqa: ANN401
    """A place as something one comes into: 탈의실 / a changing room."""
    where = place(telling, answer)
    return Bilingual(where.ko, bare_place(where.en)) if where else None


def online(telling: "Telling", answer: Online | Any) -> Bilingual | None:  # noqa: ANN401
    """A place online: 인스타그램 계정 '@x', 텔레그램 대화방 'y'."""
    several = telling.several_online()
    return several or (online_words(answer) if known(answer) else None)


def online_words(answer: Online) -> Bilingual:
    """Where online, in Korean a noun, in English with its preposition."""
    medium = word("Medium", answer.medium)
    if answer.room:
        kind = Bilingual(medium.ko.removesuffix(" 대화방"), medium.en.removesuffix(" room"))
        room = named_on(kind, Bilingual("대화방", "room"), answer.room)
        return Bilingual(room.ko, f"in {room.en}")
    if answer.account:
        account = named_on(medium, Bilingual("계정", "account"), answer.account)
        return Bilingual(account.ko, f"on {account.en}")
    return Bilingual(medium.ko, f"{_preposition(answer.medium)} {medium.en}")


def spread_at(telling: "Telling", answer: Online | Any) -> Bilingual | None:  # noqa: ANN401
    """Where something was spread: onto a place, or, what was sent, through it."""
    where = online(telling, answer)
    if where is None:
        return None
    sent = telling.incident is not None and value(telling.incident.spread_how) is SpreadHow.SENT
    if not sent or answer.room:
        return Bilingual(f"{where.ko}에", where.en)
    if telling.several_online() or answer.account:
        return Bilingual(f"{attach(where.ko, '을')} 통하여", re.sub("^(?:on|in|by) ", "through ", where.en))
    return channel_words(answer.medium)


def where_online(answer: Online) -> Bilingual:
    """Where online, as a noun in both languages: 텔레그램 대화방 'y' / Telegram room 'y'.

    >>> where_online(Online(medium="telegram", room="y")).en, where_online(Online(medium="phone_call")).en
    ("Telegram room 'y'", 'phone')
    """
    where = online_words(answer)
    return Bilingual(where.ko, re.sub("^(?:on|in|by) (?:the |an? )?", "", where.en))


_PREPOSITIONS = {
    Medium.MESSENGER: "in",
    Medium.PAID_ROOM: "in",
    Medium.CLOUD: "in",
    Medium.GAME: "in",
}
_BY = (Medium.PHONE_CALL, Medium.VIDEO_CALL, Medium.EMAIL, Medium.TEXT_MESSAGE, Medium.LETTER)


def _preposition(code: Medium) -> str:
    return "by" if code in _BY else _PREPOSITIONS.get(code, "on")


def medium(telling: "Telling", answer: Online | Any) -> Bilingual | None:  # noqa: ANN401
    """The platform or channel as a noun."""
    return word("Medium", answer.medium) if known(answer) else None


def where_shared(telling: "Telling", answer: Online | Any) -> Bilingual | None:  # noqa: ANN401
    """Where a link was shared: 메신저 대화방 / in the messenger group; elsewhere as :func:`online_words`."""
    if not known(answer):
        return None
    if answer.room or answer.account or answer.medium not in _CHATS:
        return online_words(answer)
    noun = word("Medium", answer.medium)
    return Bilingual(f"{noun.ko} 대화방", f"in the {without_article(noun.en)} group")


_CHATS = (Medium.MESSENGER, Medium.TELEGRAM, Medium.KAKAOTALK, Medium.LINE, Medium.DISCORD)


def learned_on(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """Where she came upon something: 인터넷 사이트 / on a website; 문자메시지 / by text message."""
    if not known(answer):
        return None
    noun = word("Medium", answer)
    return Bilingual(noun.ko, f"{_preposition(answer)} {noun.en}")


def channel(telling: "Telling", answer: Online | Any) -> Bilingual | None:  # noqa: ANN401
    """How somebody was contacted, as a whole phrase: 텔레그램으로 / through Telegram; 직접 만나 / in person."""
    return channel_words(answer.medium) if known(answer) else None


def channel_words(code: Medium) -> Bilingual:
    """The phrase of one channel.

    >>> channel_words(Medium.TELEGRAM), channel_words(Medium.IN_PERSON).ko
    (Bilingual(ko='텔레그램으로', en='through Telegram'), '직접 만나')
    """
    phrase = patterns("words")["Medium"][code].get("by")
    if phrase:
        return Bilingual(phrase["ko"], phrase["en"])
    noun = word("Medium", code)
    preposition = "by" if code in _BY else "through"
    return Bilingual(attach(noun.ko, "으로"), f"{preposition} {noun.en}")


def refused_when(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """When she said no."""
    return moments.phrase(answer.when, telling.english("victim")) if known(answer) else None


def refused_how(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """How she said no."""
    return channel_words(answer.how) if known(answer) and known(answer.how) else None


def price(telling: "Telling", answer: Money | Any) -> Bilingual | None:  # noqa: ANN401
    """An amount of money."""
    return money(answer.amount, answer.currency) if known(answer) else None


def diagnosis(telling: "Telling", answer: Diagnosis | Any) -> Bilingual | None:  # noqa: ANN401
    """What a doctor found: 2주의 치료가 필요하다는 / an injury that needs 2 weeks of treatment."""
    if not known(answer):
        return None
    found = f'"{answer.words.text}"' if answer.words else ""
    if answer.weeks:
        weeks = f"{answer.weeks} week{'s' if answer.weeks > 1 else ''}"
        ko = f"{found} {answer.weeks}주의 치료가 필요하다는".strip()
        return Bilingual(ko, f"{found or 'an injury'} that needs {weeks} of treatment")
    return Bilingual(found, found) if found else None


def camera_object_the(telling: "Telling", answer: CameraObject | Any) -> Bilingual | None:  # noqa: ANN401
    """The object a camera was in, named before."""
    code = answer if known(answer) else CameraObject.OTHER
    noun = word("CameraObject", code)
    return Bilingual(noun.ko, f"the {without_article(noun.en)}")


def fake(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """What was made by editing: 영상물 / video; what is no fake by its code takes the general word."""
    if not known(answer):
        return None
    made = patterns("words")["Fake"]
    return word("Fake", answer if answer in made else "other")


def reason(telling: "Telling", answer: Any) -> Bilingual | None:  # noqa: ANN401
    """Why she concludes it: …감추어져 있었고, …보냈기 때문 / it was hidden … and …."""
    clauses = [telling.fill(word("Reason", code)) for code in items(answer) if code is not Reason.OTHER]
    if not clauses:
        return None
    korean = "고, ".join(clause.ko for clause in clauses) + "기 때문"
    return Bilingual(korean, join(clauses).en)


SLOTS: dict[str, Source] = {
    "when": Source("when", when),
    "period": Source("when", lasting),
    "made": Source("made", when),
    "place": Source("place", place),
    "into": Source("place", into),
    "online": Source("online", online),
    "spread_at": Source("online", spread_at),
    "medium": Source("online", medium),
    "where_shared": Source("online", where_shared),
    "channel": Source("online", channel),
    "device": Source("device", coded("Device")),
    "shown": Source("shown", coded("Shown")),
    "object": Source("object", coded("CameraObject")),
    "object_the": Source("object", camera_object_the),
    "finder": Source("finder", coded("Role")),
    "keeper": Source("keeper", coded("Role", subject=False)),
    "material": Source("material", coded("Material")),
    "material_in_full": Source("material", coded("MaterialInFull")),
    "recipients": Source("recipients", coded("Role", subject=False)),
    "viewers": Source("viewers", persons),
    "people": Source("people", people),
    "times": Source("count", times),
    "spread_how": Source("spread_how", coded("SpreadHow")),
    "price": Source("price", price),
    "fake": Source("material", fake),
    "target": Source("target", coded("FakeTarget")),
    "source": Source("source", coded("FakeSource")),
    "picture": Source("picture", coded("Picture")),
    "purpose_words": Source("purpose_words", quoted),
    "prevented_by": Source("prevented_by", coded("PreventedBy")),
    "quote": Source("quote", quoted),
    "truth": Source("truth", quoted),
    "demand": Source("demands", coded_list("Demand")),
    "demand_money": Source("demand_money", price),
    "demand_words": Source("demand_words", quoted),
    "done": Source("done", coded_acts("DoneAct")),
    "done_words": Source("done_words", quoted),
    "place_role": Source("place_role", coded("PlaceRole")),
    "data": Source("data_kinds", coded_list("DataKind")),
    "ids": Source("id_kinds", coded_list("IdKind")),
    "message_kind": Source("message_kind", coded("MessageKind")),
    "service": Source("service", coded("Service")),
    "taken": Source("taken", coded_list("Taken")),
    "order": Source("order", coded("Order")),
    "order_date": Source("order_date", lambda telling, answer: moments.day_of(answer) if known(answer) else None),
    "breach_how": Source("breach_how", coded("BreachHow")),
    "violence_how": Source("violence_how", coded("ViolenceHow")),
    "diagnosis": Source("diagnosis", diagnosis),
    "means": Source("means", coded_list("SexualMeans")),
    "refused_when": Source("refused", refused_when),
    "refused_how": Source("refused", refused_how),
    "feelings": Source("feelings", coded_list("Feeling")),
    "consequences": Source("consequences", coded_acts("Consequence")),
    "reason": Source("knowing.reasons", reason),
    "teller": Source("knowing.teller", coded("Role")),
    "told_when": Source("knowing.when", when),
    "learned_when": Source("discovered.when", when),
    "learned_from": Source("discovered.teller", coded("Role", subject=False)),
    "learned_medium": Source("discovered.medium", coded("Medium")),
    "learned_on": Source("discovered.medium", learned_on),
}
"""Slots whose answer stands in an incident."""

ANSWERS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "will": ("will", said_yes),
    "consented": ("consented_to_making", said_yes),
    "opens_directly": ("opens_directly", said_yes),
    "paid_only": ("paid_only", said_yes),
    "purpose_to_spread": ("purpose_to_spread", said_yes),
    "about_material": ("about_material", said_yes),
    "out_of_fear": ("out_of_fear", said_yes),
    "said_saw_post": ("said_saw_post", said_yes),
    "own_neighbourhood_tagged": ("own_neighbourhood_tagged", said_yes),
    "no_permission": ("permission", said_no),
    "refused_to_leave": ("left_when_asked", said_no),
    "result_unknown": ("result_known", lambda answer: unknown(answer) or said_no(answer)),
    "viewers_unknown": ("viewers", unknown),
    "actor_unknown": ("actor", unknown),
    "actor_known": ("actor", known),
    "in_room": ("online", lambda answer: known(answer) and bool(answer.room or answer.medium is Medium.PAID_ROOM)),
    "concluded": ("knowing.how", lambda answer: answer is KnowingHow.CONCLUDED),
    "not_concluded": ("knowing.how", lambda answer: known(answer) and answer is not KnowingHow.CONCLUDED),
    "refused": ("refused", known),
    "knowing.reasons": ("knowing.reasons", lambda answer: any(code is not Reason.OTHER for code in items(answer))),
    "still_online": ("still_online", said_yes),
}
"""Brackets that stand on an answer rather than on a slot that has a value."""


def answer_at(incident: Any, path: str) -> Any:  # noqa: ANN401
    """The answer at a path below an incident; ``None`` where nothing was asked on the way."""
    head, _, below = path.partition(".")
    found = getattr(incident, head)
    return answer_at(found, below) if below and found is not None else found
