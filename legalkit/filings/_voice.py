"""Who speaks in a filing, and what the people in it are called there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from legalkit.case import Accused, Case, unknown
from legalkit.case.codes import ReporterRole
from legalkit.filings._words import word
from legalkit.language import Bilingual, join


@dataclass(frozen=True)
class Parties:
    """What a filing calls the two sides.

    Attributes:
        hers: the side that files.
        theirs: the other side.
        victim_files: whether the victim is the party even where a legal representative acts (민사소송법 제55조).
    """

    hers: Bilingual
    theirs: Bilingual
    victim_files: bool = False


SOMEONE = "누군가"
"""Who did it, where she did not say: neither 피고소인 nor 성명불상자."""

_NOBODY_KNOWN = Bilingual("신원을 알 수 없는 사람", "somebody whose identity is not known")

COMPLAINT = Parties(Bilingual("고소인", "the complainant"), Bilingual("피고소인", "the accused"))
FAMILY = Parties(Bilingual("청구인", "the petitioner"), Bilingual("행위자", "the respondent"))
CIVIL = Parties(Bilingual("채권자", "the creditor"), Bilingual("채무자", "the debtor"), victim_files=True)
REQUEST = Parties(Bilingual("요청인", "the requester"), Bilingual("상대방", "the other side"))


def speaks_herself(case: Case) -> bool:
    """Whether the side that files is the victim: herself, or through an agent under mandate.

    A legal representative files in their own right (형사소송법 제225조제1항).
    """
    return case.reporter.role is not ReporterRole.LEGAL_REPRESENTATIVE


@dataclass(frozen=True)
class Voice:
    """The words for persons in one filing of one case.

    Attributes:
        case: whose people they are.
        parties: what the filing calls the two sides.
    """

    case: Case
    parties: Parties

    def persons(self) -> Mapping[str, Bilingual]:
        """Slots for the persons of a sentence, by name."""
        return self._persons

    @cached_property
    def _persons(self) -> Mapping[str, Bilingual]:
        return _persons(self.parties, herself=speaks_herself(self.case))

    def in_words(self, words: Bilingual) -> Bilingual:
        """Reviewed words of a table with their persons put in."""
        persons = {**self.persons(), "accused": self.parties.theirs}
        ko, en = words.ko, words.en
        for name, person in persons.items():
            ko, en = ko.replace(f"{{{name}}}", person.ko), en.replace(f"{{{name}}}", person.en)
        return Bilingual(ko, en)

    def in_table(self, words: Bilingual) -> Bilingual:
        """Reviewed words with their persons put in, as a noun of a table: the victim, never I."""
        parted = Bilingual(words.ko, words.en.replace("{victim's}", "the victim's").replace("{victim}", "the victim"))
        return self.in_words(Bilingual(parted.ko, parted.en.replace("{victim_}", "the victim")))

    def accused(self, who: Accused) -> Bilingual:
        """What a sentence calls an accused: 피고소인, 피고소인 2, 성명불상자 1; the same in all filings of a case."""
        return self._accused[who.id]

    @cached_property
    def _accused(self) -> Mapping[str, Bilingual]:
        nameless = [person.id for person in self.case.accused if unnamed(person)]
        named = [person.id for person in self.case.accused if not unnamed(person)]
        # beside somebody known, "an unknown person" would be one more
        alone = "the unknown person" if named else "an unknown person"
        unknown_one = Bilingual("성명불상자", "unknown person")
        theirs = Bilingual(self.parties.theirs.ko, self.parties.theirs.en.removeprefix("the "))
        return {
            **{who: _numbered(unknown_one, alone, place, nameless) for place, who in enumerate(nameless)},
            **{who: _numbered(theirs, self.parties.theirs.en, n, named) for n, who in enumerate(named)},
        }

    def actor(self, answer: object) -> Bilingual:
        """The actor of an incident: an accused, somebody she does not know, or nobody she was asked about."""
        if isinstance(answer, str) and answer in self._accused:
            return self._accused[answer]
        if not unknown(answer):
            return Bilingual(SOMEONE, "someone")
        # beside an accused whose name she does not know: whether it is the same person, she did not say
        return _NOBODY_KNOWN if any(map(unnamed, self.case.accused)) else Bilingual("성명불상자", "an unknown person")


@cache
def _persons(parties: Parties, *, herself: bool) -> Mapping[str, Bilingual]:
    hers = parties.hers.ko
    other = parties.hers if parties.victim_files else Bilingual("피해자", "the victim")
    victim = hers if herself else other.ko
    theirs = (other.en, other.en, f"{other.en}'s", f"{other.en}'s")
    english = ("I", "me", "my", "mine") if herself else theirs
    subject, object_, possessive, own = english
    know = "I do not know" if herself else "it is not known"
    return {
        "complainant": Bilingual(hers, "I"),
        "complainant's": Bilingual(hers, "my"),
        "victim": Bilingual(victim, subject),
        "victim_": Bilingual(victim, object_),
        "victim's": Bilingual(victim, possessive),
        "victim's_own": Bilingual(victim, own),
        "was": Bilingual("", "was"),
        "not_known": Bilingual("", know),
        "not_known_who": Bilingual("", "I do not know who"),
    }


def unnamed(person: Accused) -> bool:
    """Whether she said that she does not know the name; one she declined to give or was not asked is no unknown one."""
    return unknown(person.name)


def _numbered(noun: Bilingual, alone: str, place: int, among: list[str]) -> Bilingual:
    if len(among) == 1:
        return Bilingual(noun.ko, alone)
    return Bilingual(f"{noun.ko} {place + 1}", f"{noun.en} {place + 1}")


def without_article(noun: str) -> str:
    """An English noun without its article.

    >>> without_article("a messenger"), without_article("Instagram")
    ('messenger', 'Instagram')
    """
    return noun.removeprefix("a ").removeprefix("an ")


def bare_place(where: str) -> str:
    """An English place without its preposition.

    >>> bare_place("in my home"), bare_place("my parents' home")
    ('my home', "my parents' home")
    """
    return re.sub("^(?:in|at|on) ", "", where)


def account_words(person: Accused) -> Bilingual:
    """The accounts of a person: 텔레그램 계정 '@x', 인스타그램 계정 '@y'."""
    shown = [(word("Medium", account.medium), account.handle) for account in person.accounts if account.handle]
    return join([named_on(medium, Bilingual("계정", "account"), handle) for medium, handle in shown])


def named_on(medium: Bilingual, thing: Bilingual, name: str) -> Bilingual:
    """An account or a room of a platform, by its name.

    >>> named_on(Bilingual("텔레그램", "Telegram"), Bilingual("계정", "account"), "@x").en
    "the Telegram account '@x'"
    >>> named_on(Bilingual("그 밖의 매체", "another medium"), Bilingual("계정", "account"), "@x").en
    "the account '@x' on another medium"
    """
    ko = f"{medium.ko} {thing.ko} '{name}'"
    if medium.en.startswith("another "):
        return Bilingual(ko, f"the {thing.en} '{name}' on {medium.en}")
    return Bilingual(ko, f"the {without_article(medium.en)} {thing.en} '{name}'")
