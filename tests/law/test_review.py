"""The page a lawyer ticks off."""

from pathlib import Path

from legalkit.law.review import legal_review
from legalkit.law.statements import statements

PAGE = Path(__file__).resolve().parents[2] / "docs" / "legal-review.md"


class DescribeReview:
    def it_is_the_page_in_the_docs(self):
        assert PAGE.read_text(encoding="utf-8") == legal_review()

    def it_lists_every_unverified_statement(self):
        text = legal_review()
        assert all(f"`{s.id}`" in text for s in statements() if not s.value.sure)

    def it_lists_our_headings_once(self):
        ticks = [line for line in legal_review().splitlines() if line.startswith("- [ ]")]
        assert len(ticks) == len(set(ticks))
