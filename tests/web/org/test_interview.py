"""A hundred people at the questions at once: no error, and to each her own answers."""

import re

import pytest

from legalkit.vault.org import cases
from tests.web.org.walking import invited, walked

_MARK = re.compile(r"표시\d{3}번")


@pytest.mark.parametrize("either", ["sqlite", pytest.param("postgresql", marks=pytest.mark.long)], indirect=True)
def it_keeps_the_answers_of_a_hundred_sessions_at_once_apart(either):
    her = either.staff_member()
    guests = walked(either, invited(either, her, 100), steps=1)
    with either.office.work(either.office.session(her.cookie)) as work:
        written = {each.mark: _MARK.findall(str(cases.view(work, each.case_id).content)) for each in guests}
    assert written == {each.mark: [each.mark] for each in guests}
    assert {_MARK.search(str(each.tab.drawn)) for each in guests} == {None}, "each is a page further"
