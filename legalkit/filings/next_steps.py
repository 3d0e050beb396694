"""다음에 할 일: what she reads herself: every file and its reader, the order, what to bring, cautions, whom to call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from legalkit.case import Case, Quote, known, said_yes
from legalkit.case.codes import Act, ReporterRole
from legalkit.case.paths import parts
from legalkit.case.people import Person
from legalkit.evidence import was_minor
from legalkit.filings import deletion_support_request, family_protection_order, illegal_content_report, injunction
from legalkit.filings._evidence import cautions
from legalkit.filings._filing import Filing, Folder, Gate, Status, opened
from legalkit.filings._masking import MASK, any_hits, masked
from legalkit.filings._once import once
from legalkit.filings._people import agent, alias_mode, complainant, represented, signs_as_agent, victim_side
from legalkit.filings._posts import posts
from legalkit.filings._provisions import LeftOut, TimeLimit, proposed, time_limits
from legalkit.filings._stalking import may_be_repeated
from legalkit.filings._words import patterns, sentence
from legalkit.language import Bilingual, attach
from legalkit.language import day as day_words
from legalkit.law import Bilingual as Pair
from legalkit.law import NotInForce, filing_ids, filing_rule
from legalkit.law.acts import acts_of_kind
from legalkit.law.records import version_on
from legalkit.law.statements import statements
from legalkit.law.store import procedure


@dataclass(frozen=True)
class Paper:
    """One paper of the package, for the list she reads.

    Attributes:
        filing: which filing.
        title: what it is called.
        file: its name without the language.
    """

    filing: Filing
    title: Bilingual
    file: str


def _gate(case: Case, day: date) -> Gate:
    return opened("next_steps_open")


def _content(case: Case, day: date) -> Mapping[str, object]:
    holds = _holding(case, day)
    sections = [{"heading": heading, "items": _kept(items, holds)} for heading, items in _sections()]
    cautioned, _ = cautions(case)
    return {
        "day": day_words(day),
        "law_day": day_words(_oldest_check()),
        "files": [],
        "bring": _kept(_items("bring"), holds),
        "sections": [each for each in (*sections, _time_limits(case, day), _coming(case, day)) if each["items"]],
        "warnings": [*_kept(_items("warnings"), holds), *cautioned],
        "unverified": to_check(case, day),
        "helplines": list(_helplines()),
    }


def to_check(case: Case, day: date) -> list[Bilingual]:
    """Statements of law that nobody verified and that touch this case; they stand in no paper that is filed."""
    holds = _holding(case, day)
    _, left_out = proposed(case, day)
    _, unsure = cautions(case)
    kept = _kept(_items("unverified"), holds)
    return [*unsure, *kept, *_fees(holds, day), *(_left_out(each) for each in left_out)]


@once
def _holding(case: Case, day: date) -> Mapping[str, bool]:
    holds = _conditions(case) | _court_papers(case, day) | _removal(case, day)
    return {**holds, "police_only": holds["complaint"] and _police_only(day)}


@cache
def _oldest_check() -> date:
    """The day on which the statement of law was checked that was checked longest ago."""
    return min(each.value.checked_on for each in statements())


def _coming(case: Case, day: date) -> dict[str, object]:
    """The filings that open later and may matter to her, with the day."""
    words = patterns("next_steps")["coming"]
    stalked = may_be_repeated(case, day)
    items = [said for name, said in _later(day) if stalked or name not in words["if_stalked"]]
    return {"heading": _words(words["heading"]), "items": items}


_SOON = timedelta(days=365)
"""An investigation takes months; what ends within a year is told."""


def _time_limits(case: Case, day: date) -> dict[str, object]:
    """The provisions whose time to bring charges ends soon, or seems to be over."""
    words = patterns("next_steps")["time_limits"]
    soon = [each for each in time_limits(case, day) if each.first < day + _SOON]
    items = [_time_limit(words["over" if each.last < day else "near"], each, day) for each in soon]
    return {"heading": _words(words["heading"]), "items": items}


def _time_limit(words: Mapping[str, str], limit: TimeLimit, day: date) -> Bilingual:
    ends = day_words(limit.first if limit.first >= day else limit.last)
    cited = limit.version.citation
    return Bilingual(*(
        said.replace("{provision}", provision).replace("{day}", last)
        for said, provision, last in ((words["ko"], cited.ko, ends.ko), (words["en"], cited.en, ends.en))
    ))  # fmt: skip


@lru_cache(maxsize=64)
def _later(day: date) -> tuple[tuple[str, Bilingual], ...]:
    item = patterns("next_steps")["coming"]["item"]
    rules = [(name, filing_rule(name).on(day)) for name in filing_ids()]
    return tuple((name, _opens(item, rule.opens_on, rule.title)) for name, rule in rules if rule.opens_on and rule.sure)


def _opens(item: Mapping[str, str], opens: date, title: Pair) -> Bilingual:
    first = day_words(opens)
    ko = item["ko"].replace("{day}", first.ko).replace("{title:을}", attach(title.ko, "을"))
    return Bilingual(ko, item["en"].replace("{day}", first.en).replace("{title}", title.en))


def about_package(papers: Sequence[Paper]) -> dict[str, object]:
    """What only the package knows: its papers, each with its reader and copies."""
    return {
        "files": [
            {
                "n": str(place),
                "name": paper.file,
                "title": paper.title,
                "reader": sentence("readers", paper.filing.seen_by),
                "copies": sentence("copies", "served" if paper.filing.served else paper.filing.folder.name.lower()),
            }
            for place, paper in enumerate(papers, start=1)
        ]
    }


def _words(entry: Mapping[str, str]) -> Bilingual:
    return Bilingual(entry["ko"], entry["en"])


_Item = tuple[str | None, Bilingual]
"""A line, and the condition under which it is said; without one, always."""


def _listed(items: Sequence[Mapping[str, str]]) -> tuple[_Item, ...]:
    return tuple((item.get("if"), _words(item)) for item in items)


@cache
def _items(name: str) -> tuple[_Item, ...]:
    return _listed(patterns("next_steps")[name])


@cache
def _sections() -> tuple[tuple[Bilingual, tuple[_Item, ...]], ...]:
    return tuple((_words(each["heading"]), _listed(each["items"])) for each in patterns("next_steps")["sections"])


def _kept(items: Sequence[_Item], holds: Mapping[str, bool]) -> list[Bilingual]:
    return [words for condition, words in items if condition is None or holds[condition]]


@cache
def _helplines() -> tuple[dict[str, object], ...]:
    return tuple(map(_helpline, patterns("next_steps")["helplines"]))


def _helpline(entry: Mapping[str, object]) -> dict[str, object]:
    name, checked = entry["name"], day_words(date.fromisoformat(str(entry["checked_on"])))
    assert isinstance(name, dict)
    return {
        "name": _words(name),
        "number": str(entry["number"]),
        "checked": checked,
    }


def _left_out(entry: LeftOut) -> Bilingual:
    """A chosen provision that stands in no paper, and why."""
    answer = entry.answer
    if isinstance(answer, NotInForce):
        return Bilingual(f"{answer.name.ko}: {answer.because.ko}", f"{answer.name.en}: {answer.because.en}")
    words = sentence("left_out_unverified")
    return Bilingual(f"{answer.citation.ko}: {words.ko}", f"{answer.citation.en}: {words.en}")


def _conditions(case: Case) -> dict[str, bool]:
    """The conditions of ``next_steps.yaml``, by name."""
    victim = case.victim
    foreign = known(victim.nationality) and victim.nationality != "KR"
    return {
        "alias": alias_mode(case),
        "sheet": True,
        "abroad": said_yes(victim.abroad),
        "sexual": bool(acts_of_kind(case, "sexual_crime")),
        "interpreter": said_yes(case.wishes.interpreter),
        "minor": was_minor(case),
        "stalking_refused": known(case.relief.stalking.refused_notice),
        "region_revealed": region_revealed(case),
        "any_station": not known(case.offices.police),
        "untranslated": untranslated(case),
        "name_in_own_words": _quoted_name(case),
        "insult": any(incident.act is Act.FALSE_STATEMENT for incident in case.incidents),
        "foreign": foreign,
        "not_foreign": not foreign,
        "represented": represented(case),
        "agent": agent(case) is not None,
        "exhibits": bool(case.exhibits),
        "alias_resembles": alias_mode(case) and _aliases(masked(case)) != _aliases(case),
        "alias_blank": alias_mode(case) and any(person.alias is None for person in _under_alias(case)),
        "own_statement": True,
        "complaint": case.reporter.role is not ReporterRole.THIRD_PARTY,
        "third_party": case.reporter.role is ReporterRole.THIRD_PARTY,
    }


def _under_alias(case: Case) -> list[Person]:
    """Those whom papers of hers call by an alias: herself, a legal representative, who comes along."""
    people = (case.victim, complainant(case), case.wishes.companion)
    return [person for person in people if person is not None and not signs_as_agent(case, person)]


@lru_cache(maxsize=64)
def _police_only(day: date) -> bool:
    """Whether the police alone take complaints (형사소송법 제237조, since 2026-10-02)."""
    return all("경찰" in each.office.name.ko for each in filing_rule("complaint").on(day).addressees)


def _court_papers(case: Case, day: date) -> dict[str, bool]:
    """Which papers for a court are open, and what each of them still lacks."""
    family = family_protection_order.FILING.gate(case, day).status is Status.OPEN
    civil = injunction.FILING.gate(case, day).status is Status.OPEN
    people = injunction.debtors(case)
    return {
        "family": family,
        "injunction": civil,
        "court": family or civil,
        "court_alias": (family or civil) and alias_mode(case),
        "address_needed": civil and not all(known(person.address) for person in people),
    }


def _removal(case: Case, day: date) -> dict[str, bool]:
    """Which papers that ask for removal are open, and whether an address on their list was masked."""
    platform = illegal_content_report.FILING.gate(case, day).status is Status.OPEN
    removal = platform or deletion_support_request.FILING.gate(case, day).status is Status.OPEN
    covered = removal and any(MASK in post.url for post in posts(masked(case)))
    return {"platform": platform, "removal": removal, "masked_address": covered}


_FEES = {"family": ("family_petition_fee",), "injunction": ("injunction_stamp", "injunction_service_fee")}


def _fees(holds: Mapping[str, bool], day: date) -> list[Bilingual]:
    """What the law files say of fees for a court, none of it verified."""
    points = [procedure()[name] for paper, names in _FEES.items() if holds[paper] for name in names]
    found = [(point, version_on(point.versions, day)) for point in points]
    return [
        Bilingual(f"{point.title.ko}: {version.text.ko}", f"{point.title.en}: {version.text.en}")
        for point, version in found
        if version
    ]


def _aliases(case: Case) -> list[object]:
    return [case.wishes.alias_choices, *(person.alias for _, person in victim_side(case))]


def untranslated(case: Case) -> bool:
    """Whether words of hers that are not Korean wait for a translation, wherever they stand."""
    return any(quote.language != "ko" and not quote.translation for quote in parts(case, Quote))


def _quoted_name(case: Case) -> bool:
    """Whether her own words or a quotation in an act were masked: a given name may be a word, and reads otherwise."""
    quoted = [quote for act in case.incidents for quote in parts(act, Quote)]
    return any_hits([quote.text for quote in (*case.own_words, *quoted)], case)


def region_revealed(case: Case) -> bool:
    """Whether a chosen office stands in the region where she lives, and so would tell it."""
    home = case.victim.address.region if known(case.victim.address) else None
    offices = (case.offices.police, case.offices.family_court, case.offices.district_court)
    return home is not None and any(known(office) and office.region == home for office in offices)


FILING = Filing(
    id="next_steps",
    order=90,
    folder=Folder.FOR_YOU,
    gate=_gate,
    prints=frozenset(),
    decides=frozenset(
        {
            "accused",
            "victim",
            "reporter",
            "wishes",
            "relief.stalking.refused_notice",
            "offices",
            "incidents",
            "exhibits",
            "own_words",
            "chose_provisions",
            "provisions",
        }
    ),
    needs=(),
    content=_content,
    seen_by="next_steps",
)
