"""The notation of reviewed sentences: slots, brackets and closing verbs, and how they become text.

``{accused:은}`` is a slot with its particle, ``{quote:~이라고}`` the particle alone, ``[will? …]`` a clause that is
printed only if that answer holds, ``‹촬영하였|촬영한›`` a closing verb in two forms. What is dropped takes the space
before it along.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from legalkit.language import attach, particle

Language = Literal["ko", "en"]

_INDEFINITE = "누군가"
"""Takes 이/가 where others take 은/는, which would set it apart from somebody."""

_TOKEN = re.compile(
    r"\{(?P<slot>[a-z_']+)(?::(?P<bare>~)?(?P<particle>[가-힣]+))?\}"
    r"|\[(?P<answer>[a-z_.]+)\? ?"
    r"|(?P<close>\])"
    r"|‹(?P<verb>[^›]*)›"
    r"|(?P<text>[^{\[\]‹]+)"
)


@dataclass(frozen=True)
class Slot:
    """A value, in Korean with its particle; ``bare`` prints the particle alone."""

    name: str
    particle: str | None = None
    bare: bool = False


@dataclass(frozen=True)
class Bracket:
    """A clause bound to one answer."""

    answer: str
    parts: "tuple[Node, ...]"


@dataclass(frozen=True)
class Verb:
    """A closing verb: past stem and adnominal in Korean, past and participle in English."""

    past: "tuple[Node, ...]"
    other: "tuple[Node, ...]"


Node = str | Slot | Bracket | Verb


class PatternError(ValueError):
    """A pattern is not written in the notation. Never seen by a person: a test reads every pattern."""


@lru_cache(maxsize=1024)
def parse(text: str) -> tuple[Node, ...]:
    """Reads a pattern.

    Raises:
        PatternError: it is not in the notation.

    >>> parse("{actor:은} ‹왔|온›")
    (Slot(name='actor', particle='은', bare=False), ' ', Verb(past=('왔',), other=('온',)))
    """
    stack: list[tuple[str, list[Node]]] = [("", [])]
    place = 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        if not token:
            raise PatternError(text)
        place = token.end()
        if token["answer"]:
            stack.append((token["answer"], []))
        elif token["close"]:
            if len(stack) == 1:
                raise PatternError(text)
            answer, parts = stack.pop()
            stack[-1][1].append(Bracket(answer, tuple(parts)))
        else:
            stack[-1][1].append(_leaf(token))
    if len(stack) != 1:
        raise PatternError(text)
    return tuple(stack[0][1])


def _leaf(token: re.Match[str]) -> Node:
    if token["slot"]:
        return Slot(token["slot"], token["particle"], bool(token["bare"]))
    if token["verb"] is None:
        return token["text"]
    past, bar, other = token["verb"].partition("|")
    return Verb(parse(past), parse(other if bar else past))


def names(nodes: tuple[Node, ...]) -> frozenset[str]:
    """Every slot and answer a pattern names; both languages of a pattern name the same."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Slot):
            found.add(node.name)
        elif isinstance(node, Bracket):
            found |= {node.answer} | names(node.parts)
        elif isinstance(node, Verb):
            found |= names(node.past) | names(node.other)
    return frozenset(found)


@dataclass(frozen=True)
class Body:
    """A sentence taken apart at its closing verb; without one, everything is ``before``."""

    before: str
    past: str = ""
    other: str = ""
    after: str = ""

    @property
    def plain(self) -> str:
        """The sentence with its verb in the past."""
        return self.before + self.past + self.after


ValueOf = Callable[[str], str | None]
"""Gives the text of a slot, or ``None`` if there is none."""
Holds = Callable[[str], bool]
"""Tells whether the answer a bracket names holds."""


def fill(text: str, language: Language, value: ValueOf, holds: Holds) -> Body:
    """A pattern with its slots filled and its brackets decided.

    Args:
        text: the pattern.
        language: whose particles.
        value: the texts of the slots.
        holds: which brackets stand.

    >>> fill("{a:은} [b? 곧] 왔다", "ko", {"a": "홍길동"}.get, lambda answer: False).plain
    '홍길동은 왔다'
    """
    writer = _Writer(language, value, holds)
    writer.write(parse(text))
    return writer.body()


class _Writer:
    """Writes one sentence, remembering where its closing verb stands."""

    def __init__(self, language: Language, value: ValueOf, holds: Holds) -> None:
        self.language, self.value, self.holds = language, value, holds
        self.parts: list[str] = []
        self.verb: tuple[str, str] | None = None
        self.before: list[str] = []

    def write(self, nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            if isinstance(node, str):
                starts = not self.parts and self.verb is None
                self.parts.append(node.lstrip(" ") if starts else node)
            elif isinstance(node, Slot):
                self.slot(node)
            elif isinstance(node, Verb):
                self.verb = self.forms(node)
                self.before, self.parts = self.parts, []
            elif self.holds(node.answer):
                self.write(node.parts)
            else:
                self.drop()

    def forms(self, verb: Verb) -> tuple[str, str]:
        past, other = self.part(verb.past), self.part(verb.other)
        # a verb that is an answer brings both of its forms along
        return past.partition("|")[0], other.rpartition("|")[2]

    def part(self, nodes: tuple[Node, ...]) -> str:
        if len(nodes) == 1 and isinstance(nodes[0], str):  # as most verbs
            return nodes[0].lstrip(" ")
        inner = _Writer(self.language, self.value, self.holds)
        inner.write(nodes)
        return inner.body().plain

    def slot(self, slot: Slot) -> None:
        value = self.value(slot.name)
        if not value:
            self.drop()
        elif slot.bare and slot.particle:
            self.parts.append(particle(value, slot.particle))
        elif slot.particle and self.language == "ko":
            self.parts.append(attach(value, "이" if value == _INDEFINITE and slot.particle == "은" else slot.particle))
        else:
            self.parts.append(value)

    def drop(self) -> None:
        if self.parts and self.parts[-1].endswith(" "):
            self.parts[-1] = self.parts[-1][:-1]

    def body(self) -> Body:
        if self.verb is None:
            return Body("".join(self.parts))
        return Body("".join(self.before), *self.verb, "".join(self.parts))
