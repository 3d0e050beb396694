"""An answer in words, for the review: what a person said, not what a form holds."""

from collections.abc import Callable, Mapping
from typing import Any

from legalkit.case import When
from legalkit.case.dates import PartialDate
from legalkit.filings._moments import cell, day_of
from legalkit.interview import _cards
from legalkit.interview._bound import BOUND
from legalkit.interview._controls import BOXES, NONE, no_answer
from legalkit.interview._fields import WORDS_OVER, shown
from legalkit.interview._options import BOX_TABLES, labels
from legalkit.interview._proposals import provision_key
from legalkit.interview._questions import Part, Question
from legalkit.interview._reading import Reading
from legalkit.interview._tree import entries, placed
from legalkit.interview._words import coded, said
from legalkit.interview.draft import Draft
from legalkit.language import Bilingual, country, money


def in_words(reading: Reading, question: Question, at: str, answer: Any) -> str:  # noqa: ANN401 -- plain data
    """An answer in the language of the screen; empty if there is none.

    Args:
        reading: the draft on a day.
        question: what was asked.
        at: path of the entry.
        answer: the plain answer; for a question bound to several paths what its form shows.
    """
    draft = reading.draft
    if question.parts and isinstance(answer, Mapping):
        parts = (_part(reading, part, at, answer.get(name)) for name, part in question.parts.items())
        apart = "\n" if {*_NAMED} & {part.control for part in question.parts.values()} else ", "
        return apart.join(filter(None, parts))
    none = no_answer(answer)
    if none:
        return said(draft, f"answer.{none}")
    if answer in (None, "", [], {}):
        return ""
    if question.control in _WORDS:
        return _WORDS[question.control](draft, answer)
    if question.control in BOXES:
        return ", ".join(filter(None, (_box(draft, name, each) for name, each in answer.items() if name != "id")))
    return _chosen(reading, question, at, answer)


def _part(reading: Reading, part: Part, at: str, answer: Any) -> str:  # noqa: ANN401
    words = in_words(reading, Question(part.path, part.control, part.options), at, answer)
    name = said(reading.draft, f"question.{part.path.replace('[]', '')}")
    named = words and (no_answer(answer) or part.control in _NAMED)
    return f"{name}{' ' if name.endswith('?') else ': '}{words}" if named else words


_NAMED = ("yes_no", *WORDS_OVER)
"""Parts of a card whose answers do not tell by themselves what they answer."""


def held(draft: Draft, question: Question, at: str) -> Any:  # noqa: ANN401
    """What the draft holds for a question; for one that is bound to several paths, what its form shows."""
    if question.parts:
        answers = _cards.held(draft, question, at)
        rest = _cards.said_of_the_rest(question, answers)
        if rest and all(each == rest for each in answers.values()):
            return rest
        return answers if any(each is not None for each in answers.values()) else None
    if question.control in BOUND:
        form = shown(draft, question, at)
        filled = any(form.values()) if isinstance(form, Mapping) else form
        return (form.get(NONE) or form if isinstance(form, Mapping) else form) if filled else None
    if question.control == "entries":
        return [
            url for each in entries(draft.answers, placed(question.path, at)) for url in each.get("urls", ())
        ] or None
    return draft.read(placed(question.path, at))


def _chosen(reading: Reading, question: Question, at: str, answer: Any) -> str:  # noqa: ANN401
    if isinstance(answer, Mapping):
        words = labels(reading, question, at, answer.values())
        named = (words.get(each) or _box(reading.draft, name, each, question.options) for name, each in answer.items())
        return ", ".join(filter(None, named))
    chosen = answer if isinstance(answer, list) else [answer]
    codes = [provision_key(each) if isinstance(each, dict) else each for each in chosen]
    words = labels(reading, question, at, codes)
    return ", ".join(words.get(code, str(code)) for code in codes)


def _box(draft: Draft, name: str, answer: Any, table: str = "") -> str:  # noqa: ANN401
    if answer in (None, ""):
        return ""
    if no_answer(answer):
        return f"{_label(draft, name)}: {said(draft, f'answer.{answer}')}"
    if isinstance(answer, bool):
        return f"{_label(draft, name)}: {_yes_no(draft, answer)}"
    if isinstance(answer, Mapping):
        return _quoted(draft, answer)
    if name == "country":
        return _in(draft, country(answer))
    if name in ("how", "kind") and table:
        return coded(draft, table, answer)
    return coded(draft, BOX_TABLES[name], answer) if name in BOX_TABLES else str(answer)


def _label(draft: Draft, name: str) -> str:
    control = next(control for control, boxes in BOXES.items() if name in boxes)
    return said(draft, f"box.{control}.{name}")


def _in(draft: Draft, words: Bilingual) -> str:
    return words.ko if draft.language == "ko" else words.en


def _yes_no(draft: Draft, answer: Any) -> str:  # noqa: ANN401
    return said(draft, "answer.yes" if answer else "answer.no")


def _quoted(draft: Draft, answer: Any) -> str:  # noqa: ANN401
    text = answer.get("text", "") if isinstance(answer, Mapping) else str(answer)
    more = answer.get("translation") if isinstance(answer, Mapping) else None
    return f"{text} / {more}" if more else str(text)


_WORDS: dict[str, Callable[[Draft, Any], str]] = {
    "line": lambda draft, answer: str(answer),
    "number": lambda draft, answer: f"{answer:,}",
    "words": _quoted,
    "quote": _quoted,
    "story": _quoted,
    "yes_no": _yes_no,
    "country": lambda draft, answer: _in(draft, country(answer)),
    "date": lambda draft, answer: _in(draft, cell(When.model_validate(answer))),
    "day": lambda draft, answer: _in(draft, day_of(PartialDate.read(answer))),
    "money": lambda draft, answer: _in(draft, money(answer["amount"], answer.get("currency", "KRW"))),
    "list_of_lines": lambda draft, answer: "\n".join(answer),
    "entries": lambda draft, answer: "\n".join(answer),
}
