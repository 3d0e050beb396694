"""The two tasks that are handed to processes and machines: check a piece of the input, make a piece of it.

Both take references and small values only and give back lines and cells; doing one twice changes nothing.
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from legalkit.batch.job import Job
from legalkit.batch.outcome import Fate, Outcome, outcome
from legalkit.batch.places import Found, Place, Record
from legalkit.batch.sources import Piece, Source
from legalkit.case import Case, read_case
from legalkit.case.text import Id, has_registration_number
from legalkit.docx.many_pdf import to_pdfs
from legalkit.errors import CaseError, LegalkitError, Problem
from legalkit.filings import Surveyed, survey
from legalkit.package import Package, aside, choose, encrypted, generate, lay, zipped
from legalkit.vault import disk

_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
"""Names that are no folders on Windows."""


_ID: TypeAdapter[str] = TypeAdapter(Id)
_Came = Package | Sequence[Problem] | None
"""What came of a case: its package, or why there is none; nothing where it was made before."""


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
        _, problems = _validated(record)
        found.append(Checked(number, _id_of(record, problems), record.place, record.place_of("id"), problems))
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


def _id_of(record: Record, problems: Sequence[Found]) -> str:
    """The id by which a case is called in the report, whatever else is wrong with it; nothing if it is none."""
    if isinstance(record.data, Case):
        said: object = record.data.id
    else:
        said = record.data.get("id") if isinstance(record.data, Mapping) else None
    wrong = any(each.stops and each.problem.path == "id" for each in problems)
    return said if isinstance(said, str) and not wrong and _is_id(said) else ""


def _is_id(said: str) -> bool:
    try:
        _ID.validate_python(said)
    except ValidationError:
        return False
    return said not in _DEVICES and not has_registration_number(said)


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
    try:
        return _all_made(orders, job)
    except OSError:
        return [_failed(order, job, [Problem("E-FILE-NOT-WRITTEN", "out")]) for order in orders]


@dataclass(frozen=True)
class _Order:
    number: int
    case: Case
    place: Place
    found: tuple[Found, ...]


@dataclass(frozen=True)
class _Laid:
    """A package that lies aside, whole; what it held is no longer in memory."""

    order: _Order
    files: tuple[str, ...]
    survey: tuple[Surveyed, ...]


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


def _all_made(orders: Sequence[_Order], job: Job) -> list[Outcome]:
    """Packages are first written aside, forced to disk together, which costs as much as one of them, then moved.

    Raises:
        OSError: nothing can be written aside; none was moved.
    """
    with aside(job.out) as place:
        laid = [_laid(order, found, job, place) for order, found in _packages(orders, job)]
        disk.settle(place)
        return [_moved(each, job, place) if isinstance(each, _Laid) else each for each in laid]


def _packages(orders: Sequence[_Order], job: Job) -> Iterator[tuple[_Order, _Came]]:
    """What comes of each case, one at a time; only where there are PDF files all together."""
    made = ((order, None if job.target(order.case.id).exists() else _package(order.case, job)) for order in orders)
    return _printed(list(made)) if job.pdf else made


def _package(case: Case, job: Job) -> Package | Sequence[Problem]:
    try:
        return generate(case, job.day, job.languages, job.filings)
    except LegalkitError as error:
        return error.problems


def _printed(made: Sequence[tuple[_Order, _Came]]) -> Iterator[tuple[_Order, _Came]]:
    """With their PDF files: all go through one run of LibreOffice, whose start costs more than a document."""
    packages = {order.number: package for order, package in made if isinstance(package, Package)}
    papers = {f"{n}/{path}": file for n, package in packages.items() for path, file in package.files.items()}
    pdfs: dict[int, dict[str, bytes | Problem]] = {n: {} for n in packages}
    for path, pdf in to_pdfs(papers).items():
        number, _, own = path.partition("/")
        pdfs[int(number)][str(PurePosixPath(own).with_suffix(".pdf"))] = pdf
    for order, package in made:
        yield order, _with(package, pdfs[order.number]) if isinstance(package, Package) else package


def _with(package: Package, pdfs: Mapping[str, bytes | Problem]) -> Package | Sequence[Problem]:
    problems = [pdf for pdf in pdfs.values() if isinstance(pdf, Problem)]
    files = {path: pdf for path, pdf in pdfs.items() if isinstance(pdf, bytes)}
    return problems or Package({**package.files, **files}, package.filings, package.survey)


def _laid(order: _Order, found: _Came, job: Job, place: Path) -> _Laid | Outcome:
    """Writes a package aside; what there was before, or why it cannot be made, is said at once."""
    if found is None:
        return _done(order, job, _listing(job.target(order.case.id)), survey(order.case, job.day))
    if not isinstance(found, Package):
        return _failed(order, job, found)
    try:
        whole = encrypted(found, job.passphrase) if job.passphrase else found
        target = place / job.target(order.case.id).name
        target.write_bytes(zipped(whole)) if job.zipped else lay(whole, target)
    except LegalkitError as error:
        return _failed(order, job, error.problems)
    except OSError:
        return _failed(order, job, [Problem("E-FILE-NOT-WRITTEN", "out")])
    return _Laid(order, tuple(whole.files), whole.survey)


def _moved(laid: _Laid, job: Job, place: Path) -> Outcome:
    target = job.target(laid.order.case.id)
    try:
        (place / target.name).replace(target)
    except OSError:
        return _failed(laid.order, job, [Problem("E-FILE-NOT-WRITTEN", "out")])
    return _done(laid.order, job, laid.files, laid.survey)


def _done(order: _Order, job: Job, files: Sequence[str], told: Sequence[Surveyed]) -> Outcome:
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
