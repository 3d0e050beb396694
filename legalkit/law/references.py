"""References to provisions: in words, and read out of a citation."""

import re
from datetime import date
from functools import cache

from legalkit.law.records import Bilingual, Reference
from legalkit.law.store import statutes

_CITED = re.compile(r"(?<!부칙 )제\d+조(?:의\d+)?(?:제\d+항)?(?:제\d+호(?:의\d+)?)?")
_EARLIER = re.compile(r"(제[^ ,(]+)\((\d{4}-\d{2}-\d{2}) 전에는 ([^)]*)\)")
_ACT = re.compile(r"\(법률 제(\d+)호\)")
_ARTICLE = re.compile(r"제(\d+)조(?:의(\d+))?(?:제(\d+)항)?(?:제(\d+)호)?")


def reference_words(reference: Reference) -> Bilingual:
    """A provision under the short name of its statute.

    >>> reference_words(Reference(statute="stalking_act", article="제8조제2항"))
    Bilingual(ko='스토킹처벌법 제8조제2항', en='Stalking Act, Article 8 (2)')
    """
    short = statutes()[reference.statute].short
    return Bilingual(ko=f"{short.ko} {reference.article}", en=f"{short.en}, {english_article(reference.article)}")


def english_article(article: str) -> str:
    """An article number in English; what is no plain article stays as the statute writes it.

    >>> english_article("제55조의2제1항"), english_article("제2조제3호"), english_article("부칙 제1조")
    ('Article 55-2 (1)', 'Article 2, subparagraph 3', '부칙 제1조')
    """
    match = _ARTICLE.fullmatch(article)
    if not match:
        return article
    number, branch, paragraph, item = match.groups()
    parts = f"Article {number}" + (f"-{branch}" if branch else "") + (f" ({paragraph})" if paragraph else "")
    return parts + (f", subparagraph {item}" if item else "")


def named_in(citation: str, day: date = date.max) -> tuple[Reference, ...]:
    """The provisions a citation names under the short names of their statutes; decisions and addenda are left out.

    Args:
        citation: as complaint lines, attempts and rules give their basis.
        day: the day that counts where the citation says that a number was another one before.

    >>> [each.article for each in named_in("형법 제316조제2항, 형사소송법 제230조제1항; 대법원 2023도5757")]
    ['제316조제2항', '제230조제1항']
    >>> named_in("성폭력처벌법 제15조(2013-06-19 전에는 제14조)", date(2012, 1, 1))[0].article
    '제14조'
    """
    text = _EARLIER.sub(lambda found: found[3] if day < date.fromisoformat(found[2]) else found[1], citation)
    names = list(_names().finditer(text))
    ends = [*(each.start() for each in names), len(text)][1:]
    found: list[Reference] = []
    for name, end in zip(names, ends, strict=True):
        after = text[name.end() : end]
        act = _ACT.match(after)
        statute = _by_name()[name[0]]
        found += (
            Reference(statute=statute, article=article, act_no=int(act[1]) if act else None)
            for article in _CITED.findall(after)
        )
    return tuple(found)


@cache
def _by_name() -> dict[str, str]:
    return {name: s.id for s in statutes().values() for name in (s.short.ko, *s.also)}


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_by_name(), key=len, reverse=True))))
