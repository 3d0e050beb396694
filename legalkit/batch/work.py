"""The two tasks that are handed to processes and machines: check a piece of the input, make a piece of it.

Both take references and small values only and give back lines and cells; doing one twice changes nothing.
"""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from legalkit.batch.job import Job
from legalkit.batch.outcome import Fate, Outcome, outcome
from legalkit.batch.places import Found, Place, Record
from legalkit.batch.sources import Piece, Source
from legalkit.case import Case, read_case
from legalkit.case.text import has_registration_number
from legalkit.docx.many_pdf import to_pdfs
from legalkit.errors import CaseError, LegalkitError, Problem
from legalkit.filings import survey
from legalkit.package import Package, choose, generate, write, write_zip
from legalkit.vault.packages import encrypt_documents

_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
"""Names that are no folders on Windows."""


@dataclass(frozen=True)
class Checked:
    """A case that was read and checked.

    Attributes:
        number: of the case in the input, from 0.
        id: its id; empty if it is none.
        place: where it stands.
        id_place: where its id stands.
        found: everything that was found.
    """

    number: int
    id: str
    place: Place
    id_place: Place
    found: tuple[Found, ...] = ()


def check(source: Source, piece: Piece) -> list[Checked]:
    """Reads and checks the cases of a piece."""
    found = []
    for number, record in enumerate(source.read(piece), start=piece.first):
        if record.data is None and not record.found:
            continue
        case, problems = _validated(record)
        case_id = case.id if case and not any(each.stops for each in problems) else ""
        found.append(Checked(number, case_id, record.place, record.place_of("id"), problems))
    return found


def _validated(record: Record) -> tuple[Case | None, tuple[Found, ...]]:
    if isinstance(record.data, Case):
        return record.data, record.found + _unnameable(record, record.data.id)
    if record.data is None:
        return None, record.found
    try:
        case = read_case(record.data)
    except CaseError as error:
        return None, (*record.found, *(Found(each, record.place_of(each.path)) for each in error.problems))
    return case, record.found + _unnameable(record, case.id)


def _unnameable(record: Record, case_id: str) -> tuple[Found, ...]:
    """Why a case cannot be a folder of its own name."""
    if case_id in _DEVICES:
        return (Found(Problem("E-BATCH-ID-RESERVED", "id"), record.place_of("id")),)
    if has_registration_number(case_id):
        return (Found(Problem("E-CASE-REGISTRATION-NUMBER", "id"), record.place_of("id")),)
    return ()


def make(source: Source, piece: Piece, job: Job, without: frozenset[int], *, only_check: bool = False) -> list[Outcome]:
    """Makes the packages of a piece.

    Args:
        source: the input.
        piece: which cases.
        job: what to make.
        without: numbers of cases that are not to be made.
        only_check: say what would be made, and make nothing.
    """
    orders = []
    for number, record in enumerate(source.read(piece), start=piece.first):
        if number not in without and (record.data is not None or record.found):
            case, found = _validated(record)
            if case:
                orders.append(_Order(number, case, record.place, found))
    if only_check:
        return [_surveyed(order, job) for order in orders]
    return list(_with_pdf(orders, job) if job.pdf else (_made(order, job) for order in orders))


@dataclass(frozen=True)
class _Order:
    number: int
    case: Case
    place: Place
    found: tuple[Found, ...]


def _surveyed(order: _Order, job: Job) -> Outcome:
    fate, found = Fate.VALID, order.found
    try:
        _check_choice(order.case, job)
    except LegalkitError as error:
        fate, found = Fate.FAILED, (*found, *(Found(each, order.place) for each in error.problems))
    told = survey(order.case, job.day)
    return outcome(order.number, order.case.id, order.place, found, job.speech, fate=fate, survey=told)


def _check_choice(case: Case, job: Job) -> None:
    choose(survey(case, job.day), job.filings or case.filings)


def _made(order: _Order, job: Job) -> Outcome:
    target = job.target(order.case.id)
    if target.exists():
        return _done(order, job, _listing(target))
    try:
        return _written(order, generate(order.case, job.day, job.languages, job.filings), job)
    except LegalkitError as error:
        return _failed(order, job, error.problems)


def _with_pdf(orders: Sequence[_Order], job: Job) -> Iterator[Outcome]:
    """All documents of the piece go through one run of LibreOffice, whose start costs more than a document."""
    made: dict[int, Package] = {}
    for order in orders:
        if job.target(order.case.id).exists():
            yield _made(order, job)
            continue
        try:
            made[order.number] = generate(order.case, job.day, job.languages, job.filings)
        except LegalkitError as error:
            yield _failed(order, job, error.problems)
    printed = to_pdfs({f"{n}/{path}": file for n, package in made.items() for path, file in package.files.items()})
    for order in orders:
        if order.number in made:
            own = {path.partition("/")[2]: pdf for path, pdf in printed.items() if path.startswith(f"{order.number}/")}
            yield _printed(order, made[order.number], own, job)


def _printed(order: _Order, package: Package, pdfs: dict[str, bytes | Problem], job: Job) -> Outcome:
    problems = [pdf for pdf in pdfs.values() if isinstance(pdf, Problem)]
    if problems:
        return _failed(order, job, problems)
    files = {str(PurePosixPath(path).with_suffix(".pdf")): pdf for path, pdf in pdfs.items() if isinstance(pdf, bytes)}
    whole = Package({**package.files, **files}, package.filings, package.survey)
    try:
        return _written(order, whole, job)
    except LegalkitError as error:
        return _failed(order, job, error.problems)


def _written(order: _Order, package: Package, job: Job) -> Outcome:
    """Puts a package in its place.

    Raises:
        LegalkitError: it cannot be written or encrypted.
    """
    if job.passphrase:
        files = encrypt_documents(package.files, job.passphrase)
        package = Package(files, package.filings, package.survey)
    target = job.target(order.case.id)
    if job.zipped:
        write_zip(package, target)
    else:
        write(package, target)
    return _done(order, job, list(package.files), package)


def _done(order: _Order, job: Job, files: list[str], package: Package | None = None) -> Outcome:
    told = package.survey if package else survey(order.case, job.day)
    return outcome(
        order.number, order.case.id, order.place, order.found, job.speech, fate=Fate.MADE, files=files, survey=told
    )


def _failed(order: _Order, job: Job, problems: Sequence[Problem]) -> Outcome:
    found = (*order.found, *(Found(problem, order.place) for problem in problems))
    return outcome(order.number, order.case.id, order.place, found, job.speech, survey=survey(order.case, job.day))


def _listing(target: Path) -> list[str]:
    """The files of a package that was made before."""
    if target.is_file():
        with zipfile.ZipFile(target) as archive:
            return archive.namelist()
    return [path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()]
