"""The page a lawyer ticks off."""

from pathlib import Path

from legalkit.law.review import legal_review
from legalkit.law.statements import statements
from legalkit.law.store import act_classes
from legalkit.law.suggest import all_rules
from legalkit.law.suggest.rules import is_sure

PAGE = Path(__file__).resolve().parents[2] / "docs" / "legal-review.md"


class DescribeReview:
    def it_is_the_page_in_the_docs(self):
        assert PAGE.read_text(encoding="utf-8") == legal_review()

    def it_lists_every_unverified_statement(self):
        text = legal_review()
        assert all(f"`{s.id}`" in text for s in statements() if not s.value.sure)

    def it_lists_every_rule_and_every_act_that_rests_on_an_opinion(self):
        text = legal_review()
        assert all(f"`{rule.id}`" in text for rule in all_rules().values() if not is_sure(rule.verified))
        opinions = [(kind.id, act) for kind in act_classes().values() for act in kind.opinions]
        assert ("sexual_crime", "streaming") in opinions
        lines = text.splitlines()
        assert all(any(f"`{kind}`" in line and f"`{act}`" in line for line in lines) for kind, act in opinions)

    def it_lists_our_headings_once(self):
        ticks = [line for line in legal_review().splitlines() if line.startswith("- [ ]")]
        assert len(ticks) == len(set(ticks))
