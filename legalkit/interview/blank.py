"""The same questions on paper, for a pen: what a template of the blank form prints, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from legalkit.case.codes import Act
from legalkit.interview._fields import takes_no_answer
from legalkit.interview._options import options, table
from legalkit.interview._questions import SECTIONS, Page, Question, pages
from legalkit.interview._reading import Reading, reads
from legalkit.interview._words import coded, has, said
from legalkit.interview.draft import Draft, start
from legalkit.language import Bilingual

PAPERS = ("complaint", "evidence_index", "confidential_sheet")
"""The blank form asks what these read: what everybody hands in."""
MANY_ACTS = 8
"""What fewer acts need is told in her own words on paper; a form for every act would be a book."""
_LINES = {"story": 14, "words": 2, "quote": 2, "list_of_lines": 6, "address": 2}
_DRAFTS: dict[str, Draft] = {"ko": start("ko"), "en": start("en")}


def blank_form() -> dict[str, Any]:
    """What the template ``blank_form`` prints.

    Returns:
        ``title`` and ``lead`` in both languages, and ``sections``: each with ``title``, ``again`` (what to do if there
        are several; empty if there is one) and ``questions`` with ``label``, ``hint``, ``options`` to tick, ``boxes``
        (words before blanks), ``lines`` (one entry for each line to write on) and ``no_answer`` to tick.

    >>> [str(each["title"].en) for each in blank_form()["sections"]][:2]
    ['Who is writing', 'What happened']
    """
    return {
        "title": _both(lambda draft: said(draft, "blank.title")),
        "lead": [_both(lambda draft, n=n: said(draft, "blank.lead").split("\n")[n]) for n in range(_lead_lines())],
        "sections": [each for each in map(_section, SECTIONS) if each["questions"]],
    }


def _lead_lines() -> int:
    return len(said(_DRAFTS["ko"], "blank.lead").split("\n"))


def _section(name: str) -> dict[str, Any]:
    asked = ((page, each) for page in pages() for question in page.questions for each in _apart(question))
    held = [(page, question) for page, question in asked if _on_paper(name, page, question)]
    again = any(page.each for page, _ in held)
    return {
        "title": _both(lambda draft: said(draft, f"section.{name}")),
        "again": _both(lambda draft: said(draft, "blank.again") if again else ""),
        "questions": [_question(question) for _, question in held],
    }


def _apart(question: Question) -> list[Question]:
    """On paper each part of a card is a question of its own."""
    parts = [replace(question, path=each.path, control=each.control, options=each.options, parts={}, reads=(),
                     acts=question.acts | each.acts) for each in question.parts.values()]  # fmt: skip
    return parts or [question]


_ON_SCREEN = ("did", "rest", "provisions", "shows", "entries")
"""Controls that need what was answered before."""


def _on_paper(section: str, page: Page, question: Question) -> bool:
    if page.section != section or not page.flow or question.control in _ON_SCREEN:
        return False
    if question.path.startswith("incidents[].") and len([act for act in Act if question.fits(act)]) < MANY_ACTS:
        return False
    if question.path.startswith("incidents[].entries") or question.path == "filings":
        return False
    paths = question.reads or (question.path,)
    return any(reads(name, path) for name in PAPERS for path in paths)


def _question(question: Question) -> dict[str, Any]:
    key = question.key
    options = _options(question)
    return {
        "label": _both(lambda draft: said(draft, f"question.{key}")),
        "hint": _both(lambda draft: said(draft, f"hint.{key}") if has(draft, f"hint.{key}") else ""),
        "options": [{"tick": "□", "label": each} for each in options],
        "boxes": _boxes(question),
        "lines": list(range(0 if options and question.control != "exhibit" else _LINES.get(question.control, 1))),
        "no_answer": [{"tick": "□", "label": each} for each in _no_answers(question)],
    }


def _no_answers(question: Question) -> list[Bilingual]:
    if not takes_no_answer(question):
        return []
    return [_both(lambda draft, name=name: said(draft, f"answer.{name}")) for name in ("unknown", "declined")]


_LISTED = ("harms", "language", "languages", "wishes", "safe", "police_kinds")
"""Options that are the same for everybody, on every day."""
_ANY_DAY = date.min


def _options(question: Question) -> list[Bilingual]:
    if question.control == "yes_no":
        return [_both(lambda draft, name=name: said(draft, f"answer.{name}")) for name in ("yes", "no")]
    if question.options in _LISTED:
        ko, en = (options(Reading(draft, _ANY_DAY), question, "") for draft in _DRAFTS.values())
        return [Bilingual(one.label, other.label) for one, other in zip(ko, en, strict=True)]
    if not question.options[:1].isupper() or question.control in ("address", "office", "account", "online"):
        return []
    name = question.options
    return [_both(lambda draft, code=code: coded(draft, name, code)) for code in table(name)]


def _boxes(question: Question) -> Bilingual:
    """The boxes of a date, a name or an address, as words before the line."""
    names = _PAPER_BOXES.get(question.control, ())
    return _both(lambda draft: "      ".join(said(draft, f"box.{name}") + " ______" for name in names))


_PAPER_BOXES = {
    "date": ("date.year", "date.month", "date.day", "date.words"),
    "day": ("date.year", "date.month", "date.day"),
    "name": ("name.hangul", "name.passport"),
    "account": ("account.medium", "account.handle", "account.url"),
    "online": ("online.medium", "online.account", "online.room"),
}


def _both(words: Callable[..., str]) -> Bilingual:
    return Bilingual(words(_DRAFTS["ko"]), words(_DRAFTS["en"]))
