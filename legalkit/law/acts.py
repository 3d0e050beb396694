"""Which acts of a case an Act counts as its own: what the gates of filings ask before any offence is chosen."""

from datetime import date

from legalkit.case import Case, Incident, known, said_yes, value
from legalkit.law.store import act_classes


def is_of_kind(incident: Incident, kind: str) -> bool:
    """Whether an act is of a kind an Act names.

    Args:
        incident: one act.
        kind: id in ``acts.yaml``: ``sexual_crime``, ``domestic_violence``, ``stalking`` …

    >>> from legalkit.case import Incident
    >>> is_of_kind(Incident(id="i", act="fake"), "sexual_crime"), is_of_kind(Incident(id="i", act="fake"), "stalking")
    (True, False)
    >>> is_of_kind(Incident(id="i", act="threat"), "sexual_crime")
    False
    >>> days = ("2021-01-20", "2021-01-21")
    >>> filmed = [Incident.model_validate({"id": "i", "act": "filming", "when": day}) for day in days]
    >>> [is_of_kind(each, "domestic_violence") for each in filmed]
    [False, True]
    """
    found = act_classes()[kind]
    named = incident.act in found.acts or (incident.act in found.with_images and _about_images(incident))
    return named and not _too_early(incident, found.since.get(incident.act))


def acts_of_kind(case: Case, kind: str) -> tuple[Incident, ...]:
    """The acts of a case that are of a kind."""
    return tuple(incident for incident in case.incidents if is_of_kind(incident, kind))


def _too_early(incident: Incident, since: date | None) -> bool:
    """Whether the last day the act can have been lies before the Act counts it; an unknown day is not too early."""
    whens = [value(incident.when), *(value(entry.when) for entry in incident.entries)]
    days = [when.latest for when in whens if when and when.latest]
    return since is not None and bool(days) and max(days) < since


def _about_images(incident: Incident) -> bool:
    return said_yes(incident.about_material) or known(incident.material)
