"""What several papers ask of the same case is worked out once a package, and nothing of it is kept."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from legalkit.case import Case
from legalkit.filings import _once, all_filings, composing
from legalkit.filings._filing import Status
from legalkit.filings._once import once
from legalkit.package import generate
from tests.filings.papers import DAY, bare, case

PEOPLE = ("yujin", "mirae", "kelly", "hana", "seoyeon")


@pytest.fixture
def asked():
    return []


@pytest.fixture
def work_out(asked):
    @once
    def worked_out(of: Case, day: date) -> tuple[str, date]:
        asked.append((of.id, day))
        return of.id, day

    return worked_out


def it_asks_once_a_package_for_each_case_and_each_day(asked, work_out):
    one, other = bare(), bare(id="case-2")
    with composing():
        assert [work_out(each, DAY) for each in (one, other, one)] == [
            ("case-bare", DAY),
            ("case-2", DAY),
            ("case-bare", DAY),
        ]
        work_out(one, date(2027, 1, 1))
    assert asked == [("case-bare", DAY), ("case-2", DAY), ("case-bare", date(2027, 1, 1))]


def it_asks_anew_for_the_next_package(asked, work_out):
    for _ in range(2):
        with composing():
            work_out(bare(), DAY)
    assert len(asked) == 2


def it_keeps_what_was_asked_within_a_package_until_that_ends(asked, work_out):
    one = bare()
    with composing():
        with composing():
            work_out(one, DAY)
        work_out(one, DAY)
    assert len(asked) == 1


def it_tells_two_equal_cases_apart(asked, work_out):
    with composing():
        work_out(bare(), DAY)
        work_out(bare(), DAY)
    assert len(asked) == 2


def it_keeps_nothing_outside_of_a_package(asked, work_out):
    of = bare()
    work_out(of, DAY)
    work_out(of, DAY)
    assert len(asked) == 2
    assert _once._kept.get() is None


def it_forgets_the_case_even_where_a_package_fails(work_out):
    of = bare()
    gone = weakref.ref(of)
    with pytest.raises(KeyError), composing():
        work_out(of, DAY)
        raise KeyError
    assert _once._kept.get() is None
    del of
    gc.collect()
    assert gone() is None


def it_keeps_what_two_threads_ask_apart(asked, work_out):
    of = bare()

    def make(_: int) -> None:
        with composing():
            work_out(of, DAY)

    with composing(), ThreadPoolExecutor(2) as pool:
        work_out(of, DAY)
        list(pool.map(make, range(2)))
    assert len(asked) == 3


@pytest.mark.parametrize("name", PEOPLE)
def it_changes_nothing_that_a_paper_says(name):
    of = case(name)
    with composing():
        kept = [_said(filing, of) for filing in (*all_filings().values(), *all_filings().values())]
    assert kept == [_said(filing, of) for filing in all_filings().values()] * 2


def _said(filing, of):
    gate = filing.gate(of, DAY)
    return gate, filing.content(of, DAY) if gate.status is Status.OPEN else None


@pytest.mark.parametrize("name", PEOPLE)
def it_searches_a_case_for_what_is_confidential_once_a_package(monkeypatch, name):
    from legalkit.filings import _masking

    listed = []
    take = _masking.Hidden
    monkeypatch.setattr(_masking, "Hidden", lambda found: listed.append(1) or take(found))
    generate(case(name), DAY, ["ko"])
    assert 0 < len(listed) <= 4  # broadly and narrowly, in the case and in the masked one
