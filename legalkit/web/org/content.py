"""What the store holds of a case, as the interview and the papers know it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from legalkit import __version__
from legalkit.case import Case, read_case
from legalkit.interview import Draft, from_case, from_json, to_case, to_json
from legalkit.language import Language
from legalkit.law.catalogue import newest_check
from legalkit.package import Files
from legalkit.resources import template
from legalkit.vault.migrations import migrated
from legalkit.vault.org.cases import Stored
from legalkit.vault.org.manifest import NAME, Made, manifest, sha256
from legalkit.vault.sealed import CASE, DRAFT

Content = Mapping[str, Any]


def of_draft(draft: Draft) -> Content:
    """A draft as it is stored."""
    return {"kind": DRAFT, "data": to_json(draft)}


def draft_of(content: Content, language: Language = "ko") -> Draft:
    """The draft of a stored content, for a screen in a language.

    Raises:
        InputError: what :func:`legalkit.case.read_case` and :func:`legalkit.interview.from_json` raise.
    """
    if content["kind"] == CASE:
        return from_case(read_case(migrated(content["data"])), language)
    return from_json(content["data"])


def case_of(content: Content) -> Case:
    """The case of a stored content.

    Raises:
        InputError: as :func:`draft_of`.
    """
    if content["kind"] == CASE:
        return read_case(migrated(content["data"]))
    return to_case(from_json(content["data"]))


def with_manifest(files: Files, filings: Sequence[str], stored: Stored, day: date) -> Files:
    """Files of papers, and beside them what they were made from.

    Args:
        files: path and content of each.
        filings: ids of those that were made.
        stored: the case.
        day: of filing.
    """
    templates = {name: sha256(template(name)) for name in filings}
    about = Made(__version__, day, newest_check(), templates, stored.head.id, stored.head.revision)
    return {**files, NAME: manifest(files, about)}
