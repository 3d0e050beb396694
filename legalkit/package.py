"""The one way in for everybody: a case, a day and languages become the files of a package, whole or not at all."""

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from legalkit.case import Case
from legalkit.docx import Language, Properties, render
from legalkit.docx.many_pdf import to_pdfs
from legalkit.errors import FileError, FilingError, Problem, ToolError
from legalkit.filings import (
    Filing,
    Folder,
    Paper,
    Status,
    Surveyed,
    about_package,
    all_filings,
    composing,
    mask,
    masked,
    survey,
)
from legalkit.resources import template
from legalkit.vault import disk
from legalkit.vault.passphrase import Passphrase

ALL_LANGUAGES = tuple(Language)
Files = dict[str, bytes]
"""Path inside the package (``1-hand-in/01-complaint-ko.docx``) and content."""


@dataclass(frozen=True)
class Package:
    """What was made for one case.

    Attributes:
        files: every file by its path in the package.
        filings: the filings that were made, in order.
        survey: every filing with its status and reason.
    """

    files: Files
    filings: tuple[str, ...]
    survey: tuple[Surveyed, ...]


def generate(
    case: Case,
    day: date,
    languages: Sequence[Language | str] = ALL_LANGUAGES,
    filings: Sequence[str] = (),
    only: Collection[str] = (),
) -> Package:
    """Makes the package of a case.

    Args:
        case: a validated case.
        day: day of filing; decides which filings exist and what offices are called.
        languages: of the documents: ``ko``, ``en``, ``bilingual``.
        filings: ids of the filings wanted; by default those the case chose, else all open ones.
        only: ids of those among them whose files are made, each as it is in the whole package; by default all.

    Raises:
        FilingError: a filing that was asked for is not open, or does not exist; all of them at once.

    >>> from legalkit.case import read_case
    >>> case = read_case({"id": "case-1", "reporter": {"role": "self"}, "incidents": [{"id": "a", "act": "assault"}]})
    >>> sorted(generate(case, date(2026, 11, 22), [Language.KO], ["complaint"]).files)[:2]
    ['1-hand-in/01-complaint-ko.docx', '2-confidential/02-confidential_sheet-ko.docx']
    """
    with composing():
        found = survey(case, day)
        chosen = choose(found, filings or case.filings)
        papers = [_paper(place, filing, found) for place, filing in enumerate(chosen, start=1)]
        files = Files(_files(case, day, languages, papers, only))
    return Package(files, tuple(paper.filing.id for paper in papers), tuple(found))


def _files(
    case: Case, day: date, languages: Sequence[Language | str], papers: Sequence[Paper], only: Collection[str]
) -> Iterator[tuple[str, bytes]]:
    covered = masked(case)
    for paper in papers if not only else [each for each in papers if each.filing.id in only]:
        content = _content(case, covered, day, paper, papers)
        for language in map(Language, languages):
            path = f"{paper.filing.folder}/{paper.file}-{language}.docx"
            yield path, _document(day, paper, content, language)


def choose(found: Sequence[Surveyed], wanted: Sequence[str]) -> list[Filing]:
    """The filings to make: those wanted, each of them open, or else all open ones; what she reads is always there.

    Raises:
        FilingError: ``E-FILING-UNKNOWN``, ``E-FILING-CLOSED``, ``E-FILING-UNDECIDED`` or ``E-FILING-UNAVAILABLE``.
    """
    ours, status = all_filings(), {each.id: each.status for each in found}
    problems = [_refusal(name, status, found) for name in dict.fromkeys(wanted) if status.get(name) is not Status.OPEN]
    if problems:
        raise FilingError(problems)
    always = {filing.id for filing in ours.values() if filing.folder is not Folder.HAND_IN}
    kept = set(wanted) | always if wanted else set(ours)
    return [filing for name, filing in ours.items() if name in kept and status[name] is Status.OPEN]


_REFUSALS = {
    Status.CLOSED: "E-FILING-CLOSED",
    Status.UNKNOWN: "E-FILING-UNDECIDED",
    Status.UNAVAILABLE: "E-FILING-UNAVAILABLE",
}


def _refusal(name: str, status: Mapping[str, Status], found: Sequence[Surveyed]) -> Problem:
    opened = ", ".join(each.id for each in found if each.status is Status.OPEN)
    if name not in status:
        return Problem("E-FILING-UNKNOWN", "filing", {"allowed": ", ".join(sorted(status))})
    surveyed = next(each for each in found if each.id == name)
    params = {"filing": name, "reason": surveyed.reason, "instead": surveyed.instead, "open": opened}
    return Problem(_REFUSALS[status[name]], "filing", {**params, "missing": list(surveyed.missing)})


def _paper(place: int, filing: Filing, found: Sequence[Surveyed]) -> Paper:
    title = next(each.title for each in found if each.id == filing.id)
    return Paper(filing, title, f"{place:02d}-{filing.id}")


def _content(case: Case, covered: Case, day: date, paper: Paper, papers: Sequence[Paper]) -> dict[str, object]:
    """What stands in a paper, the same for every language; in all but the confidential sheet, masked."""
    content = dict(paper.filing.content(covered if paper.filing.folder is Folder.HAND_IN else case, day))
    if paper.filing.id == "next_steps":
        content |= about_package(papers)
    return content if paper.filing.folder is Folder.CONFIDENTIAL else mask(content, case)


def _document(day: date, paper: Paper, content: Mapping[str, object], language: Language) -> bytes:
    title = paper.title.en if language is Language.EN else paper.title.ko
    return render(template(paper.filing.id), language, content, Properties(title=title, created=day))


def with_pdfs(package: Package) -> Package:
    """The package with a PDF beside every Word file.

    Raises:
        ToolError: there is no LibreOffice, or a document cannot be converted; then there is no package.
    """
    made = to_pdfs(package.files)
    failed = [each for each in made.values() if isinstance(each, Problem)]
    if failed:
        raise ToolError(failed)
    pdfs = {
        str(PurePosixPath(path).with_suffix(".pdf")): each for path, each in made.items() if isinstance(each, bytes)
    }
    return Package({**package.files, **pdfs}, package.filings, package.survey)


def encrypted(package: Package, passphrase: Passphrase) -> Package:
    """The package with every file encrypted: Word files under their names, all others together in ``others.zip``.

    Raises:
        InputError: ``E-VAULT-PASSPHRASE-KEYBOARD``, as :func:`legalkit.vault.packages.encrypt_documents`.
    """
    from legalkit.vault.packages import encrypt_documents  # loading two libraries of ciphers costs more than a paper

    return Package(encrypt_documents(package.files, passphrase), package.filings, package.survey)


def write(package: Package, folder: Path) -> None:
    """Writes a package into a folder, whole or not at all, whatever happens to the program or to the power.

    The files are first written beside the folder and forced to disk, and then moved into place.

    Raises:
        FileError: ``E-FILE-EXISTS`` (the folder holds something), ``E-FILE-NOT-WRITTEN`` (it cannot be written).
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileError(Problem("E-FILE-EXISTS", "out"))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with aside(folder.parent) as place:
            lay(package, place / "whole")
            disk.settle(place)
            if folder.exists():
                folder.rmdir()
            (place / "whole").replace(folder)
        disk.settle_folder(folder.parent)
    except OSError as error:
        raise FileError(Problem("E-FILE-NOT-WRITTEN", "out")) from error


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A new folder in a folder, for what is not whole yet; it is gone in the end.

    Raises:
        OSError: it cannot be made.
    """
    place = Path(tempfile.mkdtemp(prefix=".legalkit-", dir=folder))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def lay(package: Package, folder: Path) -> None:
    """Writes the files of a package into a folder, one after the other.

    Raises:
        OSError: one of them cannot be written; others may be there.
    """
    for inner in {PurePosixPath(path).parent for path in package.files}:
        (folder / inner).mkdir(parents=True, exist_ok=True)
    for path, content in package.files.items():
        (folder / path).write_bytes(content)


def zipped(package: Package) -> bytes:
    """The package as one ZIP, the same bytes for the same files."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for path in sorted(package.files):
            archive.writestr(ZipInfo(path, (1980, 1, 1, 0, 0, 0)), package.files[path], ZIP_DEFLATED)
    return buffer.getvalue()


def write_zip(package: Package, out: Path) -> Path:
    """Writes a package as one ZIP: to ``out`` if that is named ``.zip``, else to a neutral name inside it.

    Raises:
        FileError: ``E-FILE-EXISTS`` or ``E-FILE-NOT-WRITTEN``.
    """
    target = out if out.suffix.lower() == ".zip" else out / "package.zip"
    if target.exists():
        raise FileError(Problem("E-FILE-EXISTS", "out"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with aside(target.parent) as place:
            (place / target.name).write_bytes(zipped(package))
            disk.settle(place)
            (place / target.name).replace(target)
        disk.settle_folder(target.parent)
    except OSError as error:
        raise FileError(Problem("E-FILE-NOT-WRITTEN", "out")) from error
    return target
