"""What the parts of a case must have in common: ids that are unique, references that lead somewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legalkit.case.answers import known
from legalkit.errors import Problem

if TYPE_CHECKING:
    from legalkit.case.case import Case


def inconsistencies(case: "Case") -> Iterator[Problem]:
    """Everything in a case that does not fit together, in order of place."""
    if _names_someone(case):
        yield Problem("E-CASE-NAME-IN-ID", "id")
    yield from _twice(case)
    accused = {person.id for person in case.accused}
    exhibits = {exhibit.id for exhibit in case.exhibits}
    wholes = {exhibit.id for exhibit in case.exhibits if not exhibit.part_of}
    incidents = {incident.id for incident in case.incidents}
    targets = {"accused": accused, "exhibits": exhibits, "wholes": wholes, "incidents": incidents}
    for path, kind, reference in _references(case):
        if reference not in targets[kind]:
            yield Problem("E-CASE-UNKNOWN-REFERENCE", path, {"kind": "exhibits" if kind == "wholes" else kind})


def _twice(case: "Case") -> Iterator[Problem]:
    for kind in ("accused", "incidents", "exhibits"):
        seen: set[str] = set()
        for place, entry in enumerate(getattr(case, kind)):
            if entry.id in seen:
                yield Problem("E-CASE-DUPLICATE-ID", f"{kind}[{place}].id")
            seen.add(entry.id)


def _references(case: "Case") -> Iterator[tuple[str, str, str]]:
    for place, incident in enumerate(case.incidents):
        at = f"incidents[{place}]"
        if known(incident.actor):
            yield f"{at}.actor", "accused", incident.actor
        cited = {"": incident.exhibits, ".knowing": incident.knowing.exhibits}
        cited[".discovered"] = incident.discovered.exhibits if incident.discovered else ()
        cited |= {f".entries[{n}]": entry.exhibits for n, entry in enumerate(incident.entries)}
        for below, refs in cited.items():
            yield from ((f"{at}{below}.exhibits[{n}]", "exhibits", ref) for n, ref in enumerate(refs))
    for place, exhibit in enumerate(case.exhibits):
        if exhibit.part_of:
            yield f"exhibits[{place}].part_of", "wholes", exhibit.part_of
    for place, provision in enumerate(case.provisions):
        at = f"provisions[{place}].incidents"
        yield from ((f"{at}[{n}]", "incidents", ref) for n, ref in enumerate(provision.incidents))


def _names_someone(case: "Case") -> bool:
    people = (case.victim, case.reporter.person, *case.relatives, *case.accused)
    names = [form for person in people if person and known(person.name) for form in person.name.forms()]
    words = {word for name in names for word in name.lower().replace("-", " ").split() if len(word) > 2}
    return any(word in case.id.split("-") for word in words)
