"""Takes a statute text of a mirror apart: articles, paragraphs, items, and the days in its addenda."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from legalkit.law.periods import last_day_of
from legalkit.law.rule_records import Length

_HEADING = re.compile(r"^#+ +제(\d+)조(?:의(\d+))?(?![\d조의])")
_PARAGRAPH = re.compile(r"^\*\*([①-⑳㉑-㉟])\*\*\s*")
_ITEM = re.compile(r"^ {0,3}(\d+(?:의\d+)?)\\?\.\s")
_MARKS = re.compile(r"<[^<>]*>|\[[^\[\]]*(?:신설|개정|이동|종전)[^\[\]]*\]")
_ADDENDA = re.compile(r"^부칙\s*<(?:법률\s*)?제0*(\d+)호", re.MULTILINE)
_CITED = re.compile(r"제(\d+)조(?:의(\d+))?(?:제(\d+)항)?(?:제(\d+)호(?:의(\d+))?)?|·제(\d+)항")
_AFTER = re.compile(r"공포\s*후\s*(\d+)\s*(일|개월|월|년)[이을]?\s*경과")
_DATE = re.compile(r"(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일")


@dataclass(frozen=True)
class Cited:
    """An article with paragraph and item as a citation names them; empty where it names none."""

    article: str
    paragraph: str
    item: str


@dataclass(frozen=True)
class Article:
    """One article: its paragraphs by number (``""`` where it has none), each with its items."""

    paragraphs: dict[str, tuple[str, dict[str, str]]]

    @property
    def whole(self) -> str:
        """All its text, without spaces and amendment marks."""
        return squeeze(" ".join(lead + " ".join(items.values()) for lead, items in self.paragraphs.values()))

    def part(self, cited: Cited) -> str | None:
        """The text of the paragraph a citation names, with the item if it names one; None if it is not there."""
        found = self.paragraphs.get(cited.paragraph)
        if found is None and not cited.paragraph and len(self.paragraphs) > 1:
            return self.whole
        if found is None or (cited.item and cited.item not in found[1]):
            return None
        lead, items = found
        return squeeze(lead + (items[cited.item] if cited.item else " ".join(items.values())))


def squeeze(text: str) -> str:
    """A text without spaces, amendment marks and the difference between middle dots.

    >>> squeeze("소지ㆍ구입 또는 <개정 2020.5.19> 시청")
    '소지·구입또는시청'
    """
    return re.sub(r"\s+", "", _MARKS.sub("", text)).replace("ㆍ", "·").replace("\\", "")


def cited_in(citation: str) -> tuple[Cited, ...]:
    """The articles a citation names, in order; ``·제4항`` belongs to the article before.

    >>> [f"{c.article}/{c.paragraph}/{c.item}" for c in cited_in("제71조제1항제14호(제49조)")]
    ['71/1/14', '49//']
    >>> [f"{c.article}/{c.paragraph}" for c in cited_in("제31조제3항·제4항")]
    ['31/3', '31/4']
    """
    found: list[Cited] = []
    for jo, ui, hang, ho, hui, more in _CITED.findall(citation):
        if more and found:
            found.append(Cited(found[-1].article, more, ""))
        elif jo:
            found.append(Cited(jo + (f"의{ui}" if ui else ""), hang, ho + (f"의{hui}" if hui else "")))
    return tuple(found)


def articles(text: str) -> dict[str, tuple[Article, ...]]:
    """The articles of a text by number; more than one where the text prints two versions of one."""
    found: dict[str, tuple[Article, ...]] = {}
    for number, lines in _split(text):
        found[number] = (*found.get(number, ()), _article(lines))
    return found


def _split(text: str) -> Iterator[tuple[str, list[str]]]:
    number, lines = "", list[str]()
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading or line.startswith("#") or line.startswith("부칙 <"):
            if number:
                yield number, lines
            number, lines = "", []
            if line.startswith("부칙 <"):
                return
        if heading:
            number = heading[1] + (f"의{heading[2]}" if heading[2] else "")
        elif number:
            lines.append(line)
    if number:
        yield number, lines


def _article(lines: list[str]) -> Article:
    paragraphs: dict[str, tuple[str, dict[str, str]]] = {}
    number, lead, items, item = "", list[str](), dict[str, str](), ""
    for line in lines:
        start, point = _PARAGRAPH.match(line), _ITEM.match(line)
        if start:
            if number or "".join(lead).strip():
                paragraphs[number] = (" ".join(lead), items)
            number, lead, items, item = str(_circled(start[1])), [line[start.end() :]], {}, ""
        elif point:
            item = point[1]
            items[item] = line[point.end() :]
        elif item:
            items[item] += f" {line}"
        else:
            lead.append(line)
    paragraphs[number] = (" ".join(lead), items)
    return Article(paragraphs)


def _circled(sign: str) -> int:
    code = ord(sign)
    return code - 0x2460 + 1 if code < 0x3251 else code - 0x3251 + 21


def effective_days(text: str, act_no: int, promulgated: date) -> frozenset[date]:
    """The days on which parts of an Act come into force, read from its addenda.

    「공포 후 n개월이 경과한 날」 is the day after the n-th month has passed (2021-04-20, 6개월 → 2021-10-21).
    """
    block = _addenda(text, act_no)
    days = {promulgated} if re.search(r"공포(한|일)\s*날?\s*부터|공포한 날", block) else set[date]()
    for count, unit in _AFTER.findall(block):
        days.add(_after(promulgated, int(count), unit))
    for year, month, day in _DATE.findall(block):
        try:
            days.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return frozenset(days)


def _after(promulgated: date, count: int, unit: str) -> date:
    length = {"일": Length(days=count), "년": Length(years=count)}.get(unit, Length(months=count))
    return last_day_of(promulgated, length) + timedelta(days=1)


def _addenda(text: str, act_no: int) -> str:
    starts = list(_ADDENDA.finditer(text))
    for one, following in zip_longest(starts, starts[1:]):
        if int(one[1]) == act_no:
            return text[one.start() : following.start() if following else len(text)]
    return ""
