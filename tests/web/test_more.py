"""What stands beside the questions: a row of the review."""

import pytest

from legalkit.interview import Row
from legalkit.web.more import _row


@pytest.mark.parametrize("language", ["ko", "en"])
def it_says_of_each_answer_in_which_paper_it_stands_or_that_it_is_in_none(language):
    row = Row("victim.birth", "Q", "", "A", "answered", ("Complaint <1>",), "victim", 3)
    none = Row("reporter.role", "Q", "", "A", "answered", (), "who", 1)
    assert "Complaint &lt;1&gt;" in _row(row, language)
    said = {"ko": "서류에 그대로 적히지는 않습니다.", "en": "It is not written in a paper as it is."}
    assert said[language] in _row(none, language)
    assert 'id="go:change:who"' in _row(none, language)
