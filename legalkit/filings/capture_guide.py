"""증거를 남기는 방법: for the platforms of the case, what to note, once, and then to stop. She reads it herself."""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Case, known
from legalkit.case.codes import Act, Medium
from legalkit.case.paths import parts
from legalkit.evidence import capture_guides, guide_for, was_minor
from legalkit.evidence.guides import Guide
from legalkit.filings._evidence import said
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened
from legalkit.filings._once import once


@once
def guides(case: Case) -> list[Guide]:
    """The guides for the platforms that stand in a case, in the order of the data file."""
    found = {id(guide_for(medium)) for medium in _mediums(case)}
    device = any(incident.act is Act.HIDDEN_CAMERA for incident in case.incidents)
    every = capture_guides().guides
    return [guide for name, guide in every.items() if id(guide) in found or (device and name == "physical_device")]


def _mediums(case: Case) -> set[Medium]:
    online = (exhibit.online for exhibit in case.exhibits if known(exhibit.online))
    return {each for part in (*case.incidents, *case.accused, *online) for each in parts(part, Medium)}


def _gate(case: Case, day: date) -> Gate:
    return opened("guide_open") if guides(case) else closed("guide_nothing")


def _content(case: Case, day: date) -> Mapping[str, object]:
    words, minor = capture_guides(), was_minor(case)
    return {
        "before": list(map(said, words.before)),
        "minors": list(map(said, words.minors)) if minor else [],
        "guides": [_guide(each) for each in guides(case) if not (minor and each.mediums)],
        "after": list(map(said, words.after[-1:] if minor else words.after)),
    }


def _guide(guide: Guide) -> dict[str, object]:
    return {"title": said(guide.title), "steps": list(map(said, guide.steps))}


FILING = Filing(
    id="capture_guide",
    order=91,
    folder=Folder.FOR_YOU,
    gate=_gate,
    prints=frozenset(),
    decides=frozenset({"incidents", "exhibits[].online", "exhibits[].made", "accused", "victim.birth"}),
    needs=(),
    content=_content,
    seen_by="next_steps",
)
