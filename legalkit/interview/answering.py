"""Answers taken in: read by their control, judged by the case model, kept; what is wrong is kept as it was typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from legalkit.errors import InputError, Problem
from legalkit.interview import _cards, _check
from legalkit.interview._bound import BOUND, codes
from legalkit.interview._controls import CONTROLS, NONE, Form, no_answer
from legalkit.interview._options import allowed, table, table_of
from legalkit.interview._proposals import proposals
from legalkit.interview._questions import Question
from legalkit.interview._reading import Reading
from legalkit.interview._tree import entries, placed
from legalkit.interview._words import coded
from legalkit.interview.draft import Draft
from legalkit.interview.flow import there
from legalkit.interview.repeat import add
from legalkit.language import LANGUAGES
from legalkit.settings import LIMITS

Written = tuple[Draft, list[Problem]]


def answer(draft: Draft, key: str, values: Mapping[str, Form], day: date) -> Written:
    """Takes in what a page sent. Good answers are kept even where others are not; nothing typed is lost.

    Args:
        draft: the draft.
        key: of the page the values come from; not necessarily the one the draft is on.
        values: what the form holds, by concrete path, for all or some of the questions of the page.
        day: day of filing.

    Returns:
        The draft, and everything that is wrong, with the path of its field.

    Raises:
        InputError: ``E-INTERVIEW-PAGE``: there is no such page or entry.

    >>> from legalkit.interview.draft import start
    >>> draft, problems = answer(start("ko"), "who", {"reporter.role": "lawyer"}, date(2026, 11, 22))
    >>> draft.read("reporter.role"), problems
    ('lawyer', [])
    """
    place = there(draft, key)
    known = {placed(each.path, place.at): each for each in place.page.questions}
    problems = [Problem("E-INTERVIEW-FIELD") for path in values if path not in known]
    for path, question in known.items():
        if path in values:
            draft, wrong = _one(draft, question, path, place.at, values[path], day)
            problems += wrong
    return draft, problems


def _one(draft: Draft, question: Question, path: str, at: str, form: Form, day: date) -> Written:
    if _size(form) > LIMITS.case_bytes // 8:
        return draft, [Problem("E-INTERVIEW-TOO-LARGE", path)]
    reading = Reading(draft, day)
    if _both(question, form):
        # for the papers the tick counts, which withholds; what she wrote is kept until she says which she means
        after, _ = _written(reading, question, path, at, {NONE: no_answer(form)})
        return after.changed(typed={**after.typed, path: form}), [Problem("E-INTERVIEW-BOTH", path)]
    wrong = _not_offered(reading, question, path, at, form)
    if not wrong:
        try:
            after, wrong = _written(reading, question, path, at, form)
        except InputError as error:
            wrong = [Problem(each.code, each.path or path, each.params) for each in error.problems]
        if not wrong:
            return after.changed(typed={name: each for name, each in after.typed.items() if name != path}), []
        if any(each.code == "E-INTERVIEW-HARM-FILLED" for each in wrong):
            return after, wrong
    return draft.changed(typed={**draft.typed, path: form}), [_in_words(draft, question, each) for each in wrong]


def _in_words(draft: Draft, question: Question, problem: Problem) -> Problem:
    """The problem with the words of what is allowed, as the page shows them, in place of codes."""
    name = table_of(question, problem.path)
    allowed = problem.params.get("allowed")
    if not name or not isinstance(allowed, list):
        return problem
    known = table(name)
    words = [coded(draft, name, each) if each in known else each for each in allowed]
    return Problem(problem.code, problem.path, {**problem.params, "allowed": words})


def _both(question: Question, form: Form) -> bool:
    """Whether she says that she does not know, and says something too."""
    if question.parts or not no_answer(form) or not isinstance(form, Mapping):
        return False
    return any(each for box, each in form.items() if box != NONE)


def _not_offered(reading: Reading, question: Question, path: str, at: str, form: Form) -> list[Problem]:
    """Codes that the page did not offer; codes of a table are left to the case model."""
    may = allowed(reading, question, at)
    if may is None or no_answer(form):
        return []
    sent = codes(form) if isinstance(form, list) else [form] if isinstance(form, str) and form else []
    wrong_kind = isinstance(form, Mapping) and "none" not in form
    return [Problem("E-INTERVIEW-CHOICE", path)] if wrong_kind or not set(sent) <= may else []


def _written(reading: Reading, question: Question, path: str, at: str, form: Form) -> Written:
    draft = reading.draft
    if question.parts:
        return _cards.write(draft, question, at, form, reading.narrowed(question, at).parts)
    if question.control in BOUND:
        after, wrong = BOUND[question.control].write(draft, at, form)
        return (after, wrong) if wrong else _judged(draft, after)
    if question.control == "entries":
        return _pasted(draft, path, form)
    if question.control == "provisions":
        return _chosen(reading, form), []
    return _kept(draft, question, path, form)


def _kept(draft: Draft, question: Question, path: str, form: Form) -> Written:
    """A plain question: one path, one answer."""
    said = no_answer(form)
    held = draft.read(path)
    if question.path.endswith("[]"):
        held = {name: each for name, each in held.items() if name != "id"}
    plain = said or CONTROLS[question.control].read(form, held)
    if plain is None and question.path.endswith("[]"):
        return draft, []
    if plain is not None:
        plain, wrong = _check.judged(path, plain)
        if said and plain != said:  # taken for a name
            wrong = wrong or [Problem("E-INTERVIEW-CHOICE", path)]
        if wrong:
            return draft, wrong
    if question.path.endswith("[]") and isinstance(plain, dict):
        plain = {**plain, "id": draft.read(f"{path}.id")}
    after = draft.put(path, plain)
    if question.path == "reporter.language" and plain in LANGUAGES:
        after = after.changed(language=plain)
    return after, []


def _judged(before: Draft, after: Draft) -> Written:
    """What the case model makes of the paths a bound question has changed."""
    wrong: list[Problem] = []
    listed = (
        (f"{name}[{n}].{part}") for name, parts in _JUDGED.items() for n in _places(after, name) for part in parts
    )
    for path in ("own_words", *listed):
        held = after.read(path)
        if held is not None and held != before.read(path):
            held, found = _check.judged(path, held)
            wrong += found
            after = after.put(path, held)
    return after, wrong


def _places(draft: Draft, listed: str) -> range:
    return range(len(entries(draft.answers, listed)))


_JUDGED = {"exhibits": ("kind", "title", "obtained", "obtained_words")}


def _pasted(draft: Draft, path: str, form: Form) -> Written:
    """One entry for each address that is not there yet."""
    lines = CONTROLS["list_of_lines"].read(form, None) or []
    held = entries(draft.answers, path)
    wrong = _check.problems(f"{path}[0].urls", lines)
    if wrong or len(held) + len(lines) > LIMITS.items:
        return draft, wrong or [Problem("E-CASE-TOO-MANY", path, {"max_length": LIMITS.items})]
    known = {url for each in held for url in each.get("urls", ())}
    for line in lines:
        if line not in known:
            draft, _ = add(draft, path, urls=[line])
    return draft, []


def _chosen(reading: Reading, form: Form) -> Draft:
    ticked = codes(form)
    found = {each.key: each.plain for each in proposals(reading.case, reading.draft, reading.day)}
    draft = reading.draft.put("provisions", [plain for key, plain in found.items() if key in ticked] or None)
    # with nothing to tick, she went through nothing
    return draft.put("chose_provisions", True if found else None)


def _size(form: Any) -> int:  # noqa: ANN401 -- whatever was sent
    """About how many bytes a form holds."""
    if isinstance(form, Mapping):
        return sum(_size(each) + len(str(name)) for name, each in form.items())
    if isinstance(form, (list, tuple)):
        return sum(_size(each) + 1 for each in form)
    return len(str(form))
