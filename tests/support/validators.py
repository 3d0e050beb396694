"""Every judge of a document that there is: Microsoft's validator, two others, leftover tags, fonts, lost text.

A judge that is not on this machine lets the test be skipped, and fails it where ``CI=true``.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

from legalkit.docx import leftover, to_pdf
from legalkit.docx.pdf import find_office
from legalkit.errors import ToolError

_MODULES = Path(__file__).parents[1] / "validator" / "node_modules" / "@xarsh"
_FALLBACKS = ("DejaVu", "Noto Sans Mono", "Unifont", "Symbola")


def need(tool: object, what: str) -> None:
    """Skip a test whose tool is missing; in CI nothing passes by skipping."""
    if not tool:
        reason = f"{what} is not on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def sdk_binary() -> Path | None:
    """Microsoft's Open XML SDK validator, from ``npm install`` in ``tests/validator``."""
    found = [p for p in _MODULES.glob("ooxml-validator-*/ooxml-validator*") if p.suffix in ("", ".exe")]
    return found[0] if found else None


def sdk_problems(document: Path) -> list[str]:
    """What the Open XML SDK says against a document."""
    binary = sdk_binary()
    need(binary, "the Open XML SDK validator (npm install in tests/validator)")
    done = subprocess.run([str(binary), str(document)], capture_output=True, encoding="utf-8", timeout=60, check=False)
    verdict = json.loads(done.stdout)
    return [] if verdict["ok"] else [str(error) for error in verdict.get("errors", ["not ok"])]


def audit_problems(document: Path) -> list[str]:
    """What openxml-audit says against a document."""
    return [str(error) for error in OpenXmlValidator().validate(str(document)).errors]


def integrity_problems(document: Path) -> list[str]:
    """What ooxml-integrity says against a document, warnings included."""
    return [str(finding) for finding in ooxml_integrity.check(document) if finding.severity >= ooxml_integrity.WARN]


def every_problem(document: Path) -> list[str]:
    """What any judge of the file itself says against it."""
    tags = leftover(document.read_bytes())
    return [*sdk_problems(document), *audit_problems(document), *integrity_problems(document), *tags]


def pdf_of(documents: list[Path], out: Path) -> list[Path]:
    """The documents as PDF, or a skipped test."""
    try:
        find_office()
    except ToolError:
        need(None, "LibreOffice")
    return to_pdf(documents, out, timeout=120)


def fallback_fonts(pdf: Path) -> list[str]:
    """Fonts of a PDF that stand in for one that is missing."""
    tool = shutil.which("pdffonts")
    need(tool, "pdffonts (poppler-utils)")
    done = subprocess.run([tool, str(pdf)], capture_output=True, encoding="utf-8", check=True)
    names = [row.split()[0] for row in done.stdout.splitlines()[2:] if row.split()]
    assert names, "the PDF names no font at all"
    return [name for name in names if any(bad in name.replace("-", " ") for bad in _FALLBACKS)]


def lost_texts(pdf: Path, texts: Iterable[str]) -> list[str]:
    """The texts that cannot be read in a PDF; spaces do not count, LibreOffice puts some between Hangul and digits."""
    tool = shutil.which("pdftotext")
    need(tool, "pdftotext (poppler-utils)")
    done = subprocess.run([tool, str(pdf), "-"], capture_output=True, encoding="utf-8", check=True)
    said = re.sub(r"\s", "", done.stdout)
    return [text for text in texts if re.sub(r"\s", "", text) not in said]
