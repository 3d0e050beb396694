"""For programs: the packages of many cases, one after the other or by an executor."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import date
from itertools import islice

from legalkit.case import Case
from legalkit.docx import Language
from legalkit.errors import LegalkitError, Problem
from legalkit.package import ALL_LANGUAGES, Package, generate

_AHEAD = 64


@dataclass(frozen=True)
class Generated:
    """What came of one case.

    Attributes:
        id: of the case.
        package: its files; None if it could not be made.
        problems: why not.
    """

    id: str
    package: Package | None = None
    problems: tuple[Problem, ...] = ()


def generate_many(
    cases: Iterable[Case],
    day: date,
    languages: Sequence[Language | str] = ALL_LANGUAGES,
    filings: Sequence[str] = (),
    *,
    executor: Executor | None = None,
) -> Iterator[Generated]:
    """Makes the packages of cases, in their order; a case that fails stops no other.

    Cases are taken and packages given one at a time, so that any number of them fits in memory. For tables and for
    many machines see :func:`legalkit.batch.run`, which hands out references instead of cases.

    Args:
        cases: validated cases, perhaps from a generator.
        day: day of filing.
        languages: of the documents.
        filings: ids of the filings wanted; by default those each case chose, else all open ones.
        executor: does the work; by default this process.

    >>> from legalkit.case import read_case
    >>> cases = (read_case({"id": f"case-{n}", "reporter": {"role": "self"}}) for n in range(2))
    >>> [each.id for each in generate_many(cases, date(2026, 11, 22), [Language.KO], ["no_such_filing"])]
    ['case-0', 'case-1']
    """
    if executor is None:
        yield from (_one(case, day, languages, filings) for case in cases)
        return
    left = iter(cases)
    waiting: deque[Future[Generated]] = deque(
        executor.submit(_one, case, day, languages, filings) for case in islice(left, _AHEAD)
    )
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(executor.submit(_one, case, day, languages, filings) for case in islice(left, 1))


def _one(case: Case, day: date, languages: Sequence[Language | str], filings: Sequence[str]) -> Generated:
    try:
        return Generated(case.id, generate(case, day, languages, filings))
    except LegalkitError as error:
        return Generated(case.id, problems=error.problems)
