from concurrent.futures import ThreadPoolExecutor

import pytest

from legalkit.batch import generate_many
from legalkit.case import read_case
from legalkit.docx import Language
from legalkit.package import generate
from tests.batch.samples import DAY, case


def _cases(count: int, taken: list[int]):
    for number in range(count):
        taken.append(number)
        incidents = [] if number == 1 else case(number)["incidents"]
        yield read_case(case(number, incidents=incidents))


@pytest.mark.parametrize("workers", [0, 2])
def it_makes_each_package_in_order_and_says_why_one_is_not_made(workers):
    taken: list[int] = []
    executor = ThreadPoolExecutor(workers) if workers else None
    found = list(generate_many(_cases(3, taken), DAY, [Language.KO], ["complaint"], executor=executor))
    if executor:
        executor.shutdown()
    assert [each.id for each in found] == ["case-0", "case-1", "case-2"]
    assert found[0].package == generate(read_case(case(0)), DAY, [Language.KO], ["complaint"])
    assert found[1].package is None
    assert [problem.code for problem in found[1].problems] == ["E-FILING-UNDECIDED"]


def it_takes_one_case_at_a_time():
    taken: list[int] = []
    packages = generate_many(_cases(1_000, taken), DAY, [Language.KO], ["next_steps"])
    next(packages)
    assert len(taken) == 1


def and_it_takes_no_more_than_it_hands_out():
    taken: list[int] = []
    with ThreadPoolExecutor(1) as executor:
        packages = generate_many(_cases(100, taken), DAY, [Language.KO], ["next_steps"], executor=executor)
        next(packages)
        assert len(taken) == 64
        packages.close()
        executor.shutdown(cancel_futures=True)
