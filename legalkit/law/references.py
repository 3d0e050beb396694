"""A reference to a provision, in words."""

import re

from legalkit.law.records import Bilingual, Reference
from legalkit.law.store import statutes

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
