"""The papers of a draft: which can be made, one as text, one or all as files with names that say nothing."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from legalkit.case import Case
from legalkit.docx import Language as Version
from legalkit.docx import body
from legalkit.errors import InputError, Problem
from legalkit.filings import Filing, Folder, survey
from legalkit.language import Bilingual
from legalkit.package import Files, choose, generate

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PATH = re.compile(r"(?P<folder>[^/]+)/(?P<number>\d+)-(?P<filing>[a-z_0-9]+)-(?P<version>[a-z]+)\.docx")


@dataclass(frozen=True)
class Offered:
    """A paper that can be made now.

    Attributes:
        id: of the filing.
        title: of the paper.
        number: in its file name.
        folder: where it belongs: handed in, confidential, for her.
    """

    id: str
    title: Bilingual
    number: str
    folder: Folder


def offered(case: Case, day: date) -> list[Offered]:
    """The papers that can be made for a case on a day, in order; those she ticked, if she ticked any."""
    found = survey(case, day)
    titles = {each.id: each.title for each in found}
    return [
        Offered(filing.id, titles[filing.id], f"{place:02d}", filing.folder)
        for place, filing in enumerate(_chosen(case, day), start=1)
    ]


def _chosen(case: Case, day: date) -> list[Filing]:
    """What she ticked as far as it is open; what is closed now is not asked for."""
    found = survey(case, day)
    open_now = {filing.id for filing in choose(found, ())}
    return choose(found, [name for name in case.filings if name in open_now])


def made(case: Case, day: date, filings: Sequence[str], versions: Iterable[str]) -> Files:
    """Files of some papers, under names that say nothing: ``document-01-ko.docx``.

    Args:
        case: the case.
        day: of filing.
        filings: ids of the papers; all that are offered if empty.
        versions: languages of the documents.

    Raises:
        InputError: ``E-WEB-PAPERS``: a paper or a language that is not offered.
        FilingError: a paper cannot be made.
    """
    there = [each.id for each in offered(case, day)]
    wanted = list(filings) or there
    languages = [each for each in Version if each in set(versions)]
    if not languages or not set(wanted) <= set(there):
        raise InputError(Problem("E-WEB-PAPERS"))
    package = generate(case, day, languages, there, wanted)
    files: Files = {}
    for path, content in sorted(package.files.items()):
        match = _PATH.fullmatch(path)
        if match:
            files[f"document-{match['number']}-{match['version']}.docx"] = content
    return files


def as_text(case: Case, day: date, filing: str, version: str) -> list[str]:
    """What a paper says down its pages, a paragraph or a row of a table each."""
    (content,) = made(case, day, [filing], [version]).values()
    return body(content)


def as_zip(files: Files) -> bytes:
    """Files as one ZIP, in memory; the same bytes for the same files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), files[name], zipfile.ZIP_DEFLATED)
    return whole.getvalue()
