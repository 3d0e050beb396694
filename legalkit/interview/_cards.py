"""Questions with parts: asked at once, as one person or one wish is told of, and kept each at its own path."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from legalkit.errors import InputError, Problem
from legalkit.interview import _check
from legalkit.interview._bound import Written
from legalkit.interview._controls import CONTROLS, NO_ANSWERS, NONE, Form, no_answer
from legalkit.interview._questions import Part, Question
from legalkit.interview._tree import placed
from legalkit.interview.draft import Draft


def boxes_of(question: Question) -> dict[str, tuple[Part, str]]:
    """The boxes of a card: its parts, and the boxes of a part that has several, each with its own control.

    >>> from legalkit.interview._questions import questions
    >>> who = next(each for each in questions() if each.path == "relatives[].who")
    >>> [(box, control) for box, (_, control) in boxes_of(who).items()][-2:]
    [('name.romanised', 'line'), ('relation', 'choice')]
    """
    found = {}
    for name, part in question.parts.items():
        inside = CONTROLS[part.control].boxes
        for box, control in inside.items() if inside else [("", part.control)]:
            found[f"{name}.{box}" if box else name] = (part, control)
    return found


def held(draft: Draft, question: Question, at: str) -> dict[str, Any]:
    """What the draft holds for each part."""
    return {name: draft.read(placed(part.path, at)) for name, part in question.parts.items()}


def show(draft: Draft, question: Question, at: str) -> Form:
    """What a form shows; *unknown* or *declined* under it where that was said of all that is left empty."""
    answers = held(draft, question, at)
    form: dict[str, Any] = {}
    for name, part in question.parts.items():
        shown = CONTROLS[part.control].show(None if answers[name] in NO_ANSWERS else answers[name])
        form |= {f"{name}.{box}": each for box, each in shown.items()} if _inside(part) else {name: shown}
    said = said_of_the_rest(question, answers)
    return {**form, NONE: said} if said else form


def write(draft: Draft, question: Question, at: str, form: Form, asked: Mapping[str, Part]) -> Written:
    """Each part judged and kept at its own path. What is ticked under the boxes is said of those left empty.

    Parts the form sent no box of were not drawn, and stay as they are; if it sent only what is ticked under them,
    that is said of what is asked.
    """
    if not isinstance(form, Mapping) or set(form) - {*boxes_of(question), NONE}:
        return draft, [Problem("E-INTERVIEW-FIELD")]
    question = replace(question, parts=_sent(question, form) or (asked if no_answer(form) else {}))
    before = held(draft, question, at)
    # what is not shown, since some parts are unknown and others declined, was not taken back either
    kept = {} if said_of_the_rest(question, before) else {n: each for n, each in before.items() if each in NO_ANSWERS}
    after, wrong = draft, []
    for name, part in question.parts.items():
        path = placed(part.path, at)
        said = no_answer(form) if _check.allows_no_answer(part.path) else None
        plain, found = _judged(path, part, said or kept.get(name), _own(name, part, form), before[name])
        wrong += found
        after = after.put(path, plain)
    return (draft, wrong) if wrong else (after, [])


def _sent(question: Question, form: Mapping[str, Any]) -> dict[str, Part]:
    """The parts a form has sent a box of."""
    sent = {box.partition(".")[0] for box in form}
    return {name: part for name, part in question.parts.items() if name in sent}


def _judged(path: str, part: Part, otherwise: Any, form: Form, before: Any) -> tuple[Any, list[Problem]]:  # noqa: ANN401
    """One part as it is kept, and what is wrong with it; what is said of it otherwise, if its boxes are empty."""
    try:
        plain = CONTROLS[part.control].read(form, None if before in NO_ANSWERS else before)
    except InputError as error:
        return None, [Problem(each.code, path, each.params) for each in error.problems]
    plain = otherwise if plain is None else plain
    return _check.judged(path, plain) if plain is not None else (None, [])


def said_of_the_rest(question: Question, answers: Mapping[str, Any]) -> str:
    """What was said of every part without an answer: ``"unknown"``, ``"declined"``, or nothing that is the same.

    >>> from legalkit.interview._questions import questions
    >>> reach = next(each for each in questions() if each.path == "contact.reach")
    >>> said_of_the_rest(reach, {"phone": "010-0000-0000", "hours": "unknown", "email": "unknown"})
    'unknown'
    >>> said_of_the_rest(reach, {"phone": "unknown", "hours": None, "email": None})
    ''
    """
    said = (each for name, each in answers.items() if _check.allows_no_answer(question.parts[name].path))
    rest = [each for each in said if each in (None, *NO_ANSWERS)]
    return rest[0] if rest and rest[0] in NO_ANSWERS and len(set(rest)) == 1 else ""


def _own(name: str, part: Part, form: Mapping[str, Any]) -> Form:
    """What the form holds for one part."""
    inside = _inside(part)
    return {box: form.get(f"{name}.{box}") for box in inside} if inside else form.get(name)


def _inside(part: Part) -> Mapping[str, str]:
    return CONTROLS[part.control].boxes or {}
