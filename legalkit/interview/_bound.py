"""Questions bound to more than one path: what is asked once and kept in several places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from legalkit.errors import Problem
from legalkit.filings._words import entries as listed_words
from legalkit.interview._controls import NO_ANSWERS, Form, no_answer
from legalkit.interview._harms import harms, new_incident
from legalkit.interview._tree import entries
from legalkit.interview.draft import Draft
from legalkit.interview.repeat import add, remove

Written = tuple[Draft, list[Problem]]


@dataclass(frozen=True)
class Bound:
    """A question that is bound to more than its path.

    Attributes:
        show: from the draft and the path of the entry to what the form shows.
        write: from the draft, the path of the entry and what the form sent to the draft and what is wrong.
    """

    show: Callable[[Draft, str], Form]
    write: Callable[[Draft, str, Form], Written]


def codes(form: Form) -> list[str]:
    """The codes a form sent, each once; nothing that is no text."""
    found = form if isinstance(form, list) else []
    return list(dict.fromkeys(each for each in found if isinstance(each, str)))


def _show_harms(draft: Draft, at: str) -> Form:
    return list(dict.fromkeys(each["harm"] for each in entries(draft.answers, "incidents")))


def _write_harms(draft: Draft, at: str, form: Form) -> Written:
    """Adds an incident for each new harm. One that is unticked goes if nothing was written in it yet."""
    ticked = [name for name in codes(form) if name in harms()]
    kept = _show_harms(draft, at)
    problems = []
    for place, each in reversed(list(enumerate(entries(draft.answers, "incidents")))):
        if each["harm"] not in ticked:
            if {name: part for name, part in each.items() if name != "id"} == new_incident(each["harm"]):
                draft = remove(draft, f"incidents[{place}]")
            else:
                problems.append(Problem("E-INTERVIEW-HARM-FILLED", f"incidents[{place}]"))
    for name in ticked:
        if name not in kept:
            draft, _ = add(draft, "incidents", harm=name)
    return draft, problems


def _show_story(draft: Draft, at: str) -> Form:
    told = draft.read("own_words")
    return told[0]["text"] if isinstance(told, list) and told else ""


def _write_story(draft: Draft, at: str, form: Form) -> Written:
    text = form.replace("\r\n", "\n").strip() if isinstance(form, str) else form
    told = entries(draft.answers, "own_words")
    if told and told[0].get("text") == text:
        return draft, []
    first = [{"text": text}] if text else []
    return draft.put("own_words", [*first, *told[1:]] or None), []


def _show_exhibit(draft: Draft, at: str) -> Form:
    title = draft.read(f"{at}.title")
    return {"kind": draft.read(f"{at}.kind") or "", "words": title.get("text", "") if isinstance(title, dict) else ""}


def _write_exhibit(draft: Draft, at: str, form: Form) -> Written:
    return _two(draft, form, f"{at}.kind", f"{at}.title", "kind")


def _show_obtained(draft: Draft, at: str) -> Form:
    words = draft.read(f"{at}.obtained_words")
    how = draft.read(f"{at}.obtained")
    return {"how": how or "", "words": words.get("text", "") if isinstance(words, dict) else ""}


def _write_obtained(draft: Draft, at: str, form: Form) -> Written:
    said = no_answer(form)
    if said and draft.read(f"{at}.obtained") in NO_ANSWERS:
        return draft.put(f"{at}.obtained", said), []  # her words of a case file are not shown then, and stay
    if said:
        return draft.put(f"{at}.obtained", said).put(f"{at}.obtained_words", None), []
    return _two(draft, form, f"{at}.obtained", f"{at}.obtained_words", "how")


def _two(draft: Draft, form: Form, coded: str, worded: str, name: str) -> Written:
    """A code and words of her own, kept side by side."""
    if not isinstance(form, Mapping) or set(form) - {name, "words", "none"}:
        return draft, [Problem("E-INTERVIEW-FIELD", worded)]
    code, words = form.get(name) or None, form.get("words") or None
    held = draft.read(worded)
    same = isinstance(held, dict) and held.get("text") == words
    kept = held if same else {"text": words} if isinstance(words, str) and words.strip() else None
    return draft.put(coded, code).put(worded, kept), []


def _show_did(draft: Draft, at: str) -> Form:
    who = draft.read(f"{at}.id")
    return [each["id"] for each in entries(draft.answers, "incidents") if each.get("actor") == who]


def _write_did(draft: Draft, at: str, form: Form) -> Written:
    who, did = draft.read(f"{at}.id"), codes(form)
    for place, each in enumerate(entries(draft.answers, "incidents")):
        if each["id"] in did:
            draft = draft.put(f"incidents[{place}].actor", who)
        elif each.get("actor") == who:
            draft = draft.put(f"incidents[{place}].actor", None)
    return draft, []


def unclaimed(draft: Draft) -> list[int]:
    """Places of the incidents that nobody was named for."""
    people = {each["id"] for each in entries(draft.answers, "accused")}
    return [n for n, each in enumerate(entries(draft.answers, "incidents")) if each.get("actor") not in people]


def _show_rest(draft: Draft, at: str) -> Form:
    said = {draft.read(f"incidents[{place}].actor") for place in unclaimed(draft)}
    return said.pop() if len(said) == 1 and said <= {*NO_ANSWERS} else ""


def _write_rest(draft: Draft, at: str, form: Form) -> Written:
    said = no_answer(form)
    if form and not said and form != {"none": ""}:
        return draft, [Problem("E-INTERVIEW-CHOICE", "incidents.rest")]
    for place in unclaimed(draft) if said else ():
        draft = draft.put(f"incidents[{place}].actor", said)
    return draft, []


SHOWN = {"": "exhibits", "/knowing": "knowing.exhibits", "/discovered": "discovered.exhibits"}
"""What of an incident an exhibit may show: the act, that she was told, how she found out."""


def _show_shows(draft: Draft, at: str) -> Form:
    exhibit = draft.read(f"{at}.id")
    return [
        f"{each['id']}{part}"
        for place, each in enumerate(entries(draft.answers, "incidents"))
        for part, path in SHOWN.items()
        if exhibit in (draft.read(f"incidents[{place}].{path}") or ())
    ]


def _write_shows(draft: Draft, at: str, form: Form) -> Written:
    exhibit, shows = draft.read(f"{at}.id"), codes(form)
    for place, each in enumerate(entries(draft.answers, "incidents")):
        for part, path in SHOWN.items():
            where = f"incidents[{place}].{path}"
            held = draft.read(where) or []
            if f"{each['id']}{part}" in shows:
                draft = draft if exhibit in held else draft.put(where, [*held, exhibit])
            elif exhibit in held:
                draft = draft.put(where, [ref for ref in held if ref != exhibit] or None)
    return draft, []


def wishes() -> tuple[str, ...]:
    """What is ticked in one question: the reviewed list of wishes, and whether she has a lawyer already."""
    named = (entry["wish"] for entry in listed_words("requests") if "wish" in entry)
    found = (path for path in named if path.startswith("wishes.") and path != "wishes.alias")
    return (*found, "victim.has_own_lawyer")


def name_of(path: str) -> str:
    """What a form calls a wish."""
    return path.rpartition(".")[2]


def _show_wishes(draft: Draft, at: str) -> Form:
    return [name_of(path) for path in wishes() if draft.read(path) is True]


def _write_wishes(draft: Draft, at: str, form: Form) -> Written:
    ticked = codes(form)
    for path in wishes():
        wished = name_of(path) in ticked
        if wished or draft.read(path) not in NO_ANSWERS:
            draft = draft.put(path, wished)
    return draft, []


SAFE = ("text_ok", "voicemail_ok", "no_post")
"""What is safe, to tick; not ticked is no."""


def _show_safe(draft: Draft, at: str) -> Form:
    return [name for name in SAFE if draft.read(f"contact.{name}") is True]


def _write_safe(draft: Draft, at: str, form: Form) -> Written:
    ticked = codes(form)
    for name in SAFE:
        if name in ticked or draft.read(f"contact.{name}") not in NO_ANSWERS:
            draft = draft.put(f"contact.{name}", name in ticked)
    return draft, []


BOUND: dict[str, Bound] = {
    "harms": Bound(_show_harms, _write_harms),
    "story": Bound(_show_story, _write_story),
    "exhibit": Bound(_show_exhibit, _write_exhibit),
    "obtained": Bound(_show_obtained, _write_obtained),
    "did": Bound(_show_did, _write_did),
    "rest": Bound(_show_rest, _write_rest),
    "shows": Bound(_show_shows, _write_shows),
    "wishes": Bound(_show_wishes, _write_wishes),
    "safe": Bound(_show_safe, _write_safe),
}
