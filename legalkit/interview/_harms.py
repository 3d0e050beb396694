"""What happened in plain words, and which acts may be meant."""

from functools import cache
from importlib.resources import files

import yaml

from legalkit.case.codes import Act


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


def new_incident(harm: str) -> dict[str, str]:
    """What an incident begins with: the harm, and its act where there is but one."""
    acts = harms()[harm]
    return {"harm": harm, **({"act": str(acts[0])} if len(acts) == 1 else {})}
