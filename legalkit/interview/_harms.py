"""What happened in plain words, and which acts may be meant."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from legalkit.case.codes import Act
from legalkit.filings._compose import act_paths
from legalkit.interview._questions import told_by_knowing


@cache
def harms() -> dict[str, tuple[Act, ...]]:
    """Every harm with the acts that may be meant, in the order shown. Every act belongs to one harm.

    >>> harms()["camera"]
    (<Act.HIDDEN_CAMERA: 'hidden_camera'>,)
    """
    text = (files("legalkit.interview") / "harms.yaml").read_text(encoding="utf-8")
    return {name: tuple(map(Act, acts)) for name, acts in yaml.safe_load(text).items()}


def harm_of(act: str) -> str:
    """The harm an act belongs to.

    >>> harm_of("link")
    'spread'
    """
    return next(name for name, acts in harms().items() if act in acts)


def new_incident(harm: str) -> dict[str, Any]:
    """What an incident begins with: the harm, its act where there is but one, and "concluded" if it can be but that.

    >>> new_incident("spread"), new_incident("watched")["knowing"]
    ({'harm': 'spread'}, {'how': 'concluded'})
    """
    acts = harms()[harm]
    if len(acts) > 1:
        return {"harm": harm}
    concluded = "incidents[].knowing.reasons" in act_paths(acts[0]) and acts[0] not in told_by_knowing()
    return {"harm": harm, "act": str(acts[0]), **({"knowing": {"how": "concluded"}} if concluded else {})}
