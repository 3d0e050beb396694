"""The whole of a batch: begin, check everything, make everything that can be made, report."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from legalkit.batch.executors import Crew, Open, here
from legalkit.batch.job import Job, begun, ended
from legalkit.batch.outcome import Fate, Outcome, outcome
from legalkit.batch.places import Found, Place
from legalkit.batch.report import Report, reporting
from legalkit.batch.sources import Piece, Source
from legalkit.batch.work import Checked, check, make
from legalkit.docx.pdf import find_office
from legalkit.errors import LegalkitError, Problem

Progress = Callable[[str, int, int], None]
"""Told the stage (``check``, then ``make``, or ``survey`` where nothing is made), how many are done, of how many."""
PIECE = 50
PIECE_PDF = 10
"""Cases that are done in one go: enough to hide what it costs to hand them out, few enough to be lost."""
_LAST = 8
_FEWEST = 20
"""Pieces at the end that are made smaller, so that nobody waits long for the last; and cases they keep at least."""


@dataclass(frozen=True)
class Result:
    """What came of a batch.

    Attributes:
        made: cases whose package is there, or that are valid if they were only checked.
        failed: cases without a package.
        general: problems that belong to no case.
    """

    made: int
    failed: int
    general: tuple[Found, ...] = ()

    @property
    def exit_status(self) -> int:
        """0: all were made; 3: some failed; 2: nothing could be made."""
        if not self.made:
            return 2
        return 3 if self.failed or any(found.stops for found in self.general) else 0


def _quiet(stage: str, done: int, total: int) -> None:
    """Tells nobody."""


def run(
    source: Source,
    job: Job,
    opened: Open = here,
    *,
    resume: bool = False,
    only_check: bool = False,
    size: int = 0,
    progress: Progress = _quiet,
) -> Result:
    """Makes a package of every case of an input.

    Everything is checked before the first document is made. A case that fails stops no other.

    Args:
        source: the input.
        job: what to make of it.
        opened: opens the executor that does the work; what is done in one go is done here.
        resume: go on with what the folder holds.
        only_check: check, report, and make nothing.
        size: cases a piece; by default 50, and 10 where PDF files are made.
        progress: is told how far it is.

    Raises:
        LegalkitError: nothing could be started; nothing was made.
    """
    if job.pdf:
        find_office()
    if job.passphrase:
        from legalkit.vault.packages import encrypt_documents  # ciphers, which every process would load

        encrypt_documents({}, job.passphrase)  # says at once that it cannot be used
    whole, general = source.pieces(size or (PIECE_PDF if job.pdf else PIECE))
    pieces = [*whole[:-_LAST], *(part for each in whole[-_LAST:] for part in each.parts(max(1, each.count // _FEWEST)))]
    job = begun(job, source.digest, resume=resume, only_check=only_check)
    checked = _Checks(sum(piece.count for piece in pieces), progress)
    with Crew(opened if len(pieces) > 1 else here) as crew, reporting(job) as report:
        checked.take(crew.results(pieces, lambda piece: (check, source, piece)))
        for found in general:
            report.general(found)
        stopped = frozenset(checked.stopped)

        def task(piece: Piece) -> tuple[object, ...]:
            own = frozenset(n for n in range(piece.first, piece.first + piece.count) if n in stopped)
            return _make, source, piece, job, own, only_check

        tell = partial(progress, "survey" if only_check else "make")
        made = _write(crew.results(pieces, task), checked, job, report, tell)
    ended(job)
    return Result(made, checked.count - made, tuple(general))


def _make(source: Source, piece: Piece, job: Job, without: frozenset[int], only_check: bool) -> list[Outcome]:
    return make(source, piece, job, without, only_check=only_check)


@dataclass
class _Checks:
    """What the first pass over all cases found."""

    total: int
    progress: Progress
    count: int = 0
    stopped: dict[int, Checked] = field(default_factory=dict)

    def take(self, checks: Iterator[tuple[Piece, Sequence[Checked] | BaseException]]) -> None:
        ids: dict[str, tuple[int, Place, Place]] = {}
        twice: Counter[str] = Counter()
        for piece, found in checks:
            for each in found if not isinstance(found, BaseException) else [_lost(piece, found)]:
                self.count += 1
                if any(one.stops for one in each.found):
                    self.stopped[each.number] = each
                if each.id:
                    self._compare(each, ids, twice)
            self.progress("check", piece.first + piece.count, self.total)

    def _compare(self, each: Checked, ids: dict[str, tuple[int, Place, Place]], twice: Counter[str]) -> None:
        """Of two cases with one id neither is made: nobody knows which was meant."""
        if each.id not in ids:
            ids[each.id] = each.number, each.place, each.id_place
            return
        number, place, id_place = ids[each.id]
        if not twice[each.id]:
            first = self.stopped.get(number, Checked(number, each.id, place, id_place))
            self.stopped[number] = _duplicate(first)
        twice[each.id] += 1
        self.stopped[each.number] = _duplicate(self.stopped.get(each.number, each))


def _duplicate(each: Checked) -> Checked:
    return replace(each, found=(*each.found, Found(Problem("E-CASE-DUPLICATE-ID", "id"), each.id_place)))


def _lost(piece: Piece, error: BaseException) -> Checked:
    place = Place("", piece.first + 1)
    return Checked(piece.first, "", place, place, _unforeseen(error, place))


def _unforeseen(error: BaseException, place: Place) -> tuple[Found, ...]:
    """What a case alone brought about; of an error that is none of ours only its kind is said."""
    if isinstance(error, LegalkitError):
        return tuple(Found(problem, place) for problem in error.problems)
    return (Found(Problem("E-BATCH-UNFORESEEN", "", {"kind": type(error).__name__}), place),)


def _write(
    outcomes: Iterator[tuple[Piece, Sequence[Outcome] | BaseException]],
    checked: _Checks,
    job: Job,
    report: Report,
    tell: Callable[[int, int], None],
) -> int:
    """Writes the report in the order of the input; returns how many cases were made."""
    made, stopped = 0, dict(sorted(checked.stopped.items()))
    for piece, found in outcomes:
        end = piece.first + piece.count
        if isinstance(found, BaseException):
            place = Place("", piece.first + 1)
            found = [outcome(piece.first, "", place, _unforeseen(found, place), job.speech)]
        failed = [_stopped(each, job) for number, each in stopped.items() if piece.first <= number < end]
        for each in sorted([*found, *failed], key=lambda one: one.number):
            report.add(each)
            made += each.fate is not Fate.FAILED
        tell(end, checked.total)
    return made


def _stopped(each: Checked, job: Job) -> Outcome:
    return outcome(each.number, each.id, each.place, each.found, job.speech)
