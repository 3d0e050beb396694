"""From Word files to tagged PDF files by LibreOffice, found or clearly refused; a profile of its own for each call."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from legalkit.errors import Problem, ToolError

_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)

_EXPORT = {
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2b
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
}


def find_office() -> Path:
    """The LibreOffice of this machine.

    Raises:
        ToolError: ``E-PDF-NO-OFFICE``, it is neither on the search path nor in the usual places.
    """
    named = [found for name in ("soffice", "libreoffice") if (found := shutil.which(name))]
    for place in map(Path, (*named, *_PLACES)):
        if place.is_file():
            return place
    raise ToolError(Problem("E-PDF-NO-OFFICE"))


def to_pdf(documents: Sequence[Path], out: Path, *, timeout: float) -> list[Path]:
    """Make a PDF of every document, in one run of LibreOffice.

    Args:
        documents: Word files; no two may have the same name without ending.
        out: an existing folder; each PDF takes the name of its document.
        timeout: seconds for all of them together (about 2 for the start and 0.2 a document).

    Returns:
        The PDF files in the order of the documents.

    Raises:
        ToolError: ``E-PDF-NO-OFFICE`` no LibreOffice, ``E-PDF-TIMEOUT`` it did not end in time, ``E-PDF-FAILED``
            a document was not converted; it is named by its number from 1, never by its name.
        ValueError: two documents would become one PDF.
    """
    names = [f"{document.stem}.pdf" for document in documents]
    if len({name.casefold() for name in names}) < len(names):
        raise ValueError("two documents have the same name")
    office = find_office()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        made = Path(own) / "pdf"
        _run([str(office), *_arguments(Path(own) / "profile", made), *(str(d.resolve()) for d in documents)], timeout)
        missing = [number for number, name in enumerate(names, start=1) if not _is_pdf(made / name)]
        if missing:
            raise ToolError([Problem("E-PDF-FAILED", f"documents[{n - 1}]", {"number": n}) for n in missing])
        return [Path(shutil.move(made / name, out / name)) for name in names]


def _arguments(profile: Path, made: Path) -> list[str]:
    """A second LibreOffice on the same profile would do nothing and say nothing, so each has its own."""
    export = "pdf:writer_pdf_Export:" + json.dumps(_EXPORT)
    quiet = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault")
    return [f"-env:UserInstallation={profile.as_uri()}", *quiet, "--convert-to", export, "--outdir", str(made)]


def _is_pdf(path: Path) -> bool:
    """LibreOffice ends with status 0 also when it could not read a file; only what it wrote tells."""
    return path.is_file() and path.stat().st_size > 0


def _run(command: list[str], timeout: float) -> None:
    with as_file(files("legalkit.docx") / "fonts.conf") as fonts:
        process = subprocess.Popen(
            command,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with process:
            try:
                process.wait(timeout)
            except subprocess.TimeoutExpired:
                _end(process)
                raise ToolError(Problem("E-PDF-TIMEOUT", params={"seconds": round(timeout)})) from None


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End LibreOffice together with the programs it started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
