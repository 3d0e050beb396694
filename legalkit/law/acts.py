"""Which acts of a case an Act counts as its own: what the gates of filings ask before any offence is chosen."""

from legalkit.case import Case, Incident, known, said_yes
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
    """
    found = act_classes()[kind]
    return incident.act in found.acts or (incident.act in found.with_images and _about_images(incident))


def acts_of_kind(case: Case, kind: str) -> tuple[Incident, ...]:
    """The acts of a case that are of a kind."""
    return tuple(incident for incident in case.incidents if is_of_kind(incident, kind))


def _about_images(incident: Incident) -> bool:
    return said_yes(incident.about_material) or known(incident.material)
