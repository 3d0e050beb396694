"""What need not be asked of an exhibit: it follows from who fills it in, from the file and from what it is.

``derived.yaml`` says in words where each path comes from. Nothing is derived that a person answered, or declined.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from legalkit.case.codes import CollectionMethod, ExhibitKind, ReporterRole, Restriction, Role, Submission

_METHODS = {
    ExhibitKind.SCREENSHOT: CollectionMethod.SCREENSHOT,
    ExhibitKind.MEDICAL: CollectionMethod.ISSUED,
    ExhibitKind.FINANCIAL: CollectionMethod.ISSUED,
}
_PHOTOS = ("image/heic", "image/heif")
"""What a phone's camera writes and no screenshot is."""
_CAPTURED = (ExhibitKind.SCREENSHOT, ExhibitKind.CHAT)
_COLLECTORS = {
    ReporterRole.SELF: Role.VICTIM,
    ReporterRole.LAWYER: Role.LAWYER,
    ReporterRole.ORGANISATION: Role.COUNSELLOR,
}


@cache
def derivations() -> dict[str, str]:
    """Paths that no question asks, with where each comes from."""
    text = (files("legalkit.interview") / "derived.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found


def derived(data: dict[str, Any]) -> dict[str, Any]:
    """Plain data of a case with what follows from the answers filled in where nothing was said."""
    role = data["reporter"].get("role")
    exhibits = [{**_of(each, role), **each} for each in data.get("exhibits", ())]
    found = {**data, "exhibits": exhibits} if exhibits else data
    return _abroad(_interpreted(found))


def _interpreted(data: dict[str, Any]) -> dict[str, Any]:
    """Who answers in another language and wants an interpreter wants one for it."""
    wishes, language = data.get("wishes", {}), data["reporter"].get("language")
    if wishes.get("interpreter") is True and language not in (None, "ko") and "interpreter_language" not in wishes:
        return {**data, "wishes": {**wishes, "interpreter_language": language}}
    return data


def _abroad(data: dict[str, Any]) -> dict[str, Any]:
    """Whether she lives abroad follows from the country of her address."""
    victim = data.get("victim", {})
    address = victim.get("address")
    country = address.get("country") if isinstance(address, dict) else None
    return {**data, "victim": {"abroad": country != "KR", **victim}} if country else data


def _of(exhibit: dict[str, Any], role: str) -> dict[str, str]:
    kind, files_ = exhibit.get("kind"), exhibit.get("files") or []
    found = {**_handing_in(exhibit, bool(files_)), **_collected(kind, files_, role)}
    return {name: str(each) for name, each in found.items()}


def _handing_in(exhibit: dict[str, Any], has_file: bool) -> dict[str, str]:
    """What may show her intimately is sealed until a person says that it does not."""
    if exhibit.get("kind") in (ExhibitKind.WITNESS, ExhibitKind.OBJECT) or not has_file:
        return {"submission": Submission.DURING_INVESTIGATION}
    if exhibit.get("intimate") is False:
        return {"submission": Submission.AT_FILING, "restriction": Restriction.MASKED}
    return {"submission": Submission.SEALED, "restriction": Restriction.SEALED}


def _collected(kind: str | None, files_: list[dict[str, Any]], role: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if files_ and files_[0].get("type") in _PHOTOS:
        found["method"] = CollectionMethod.PHOTOGRAPHED
    elif kind in _METHODS:
        found["method"] = _METHODS[ExhibitKind(kind)]
    modified = files_[0].get("modified") if files_ else None
    if kind in _CAPTURED and role in _COLLECTORS and files_:
        found["collector"] = _COLLECTORS[ReporterRole(role)]
    if kind in _CAPTURED and isinstance(modified, str) and len(modified) >= len("2026-03-14T21:52"):
        found["captured"] = f"{modified[:10]} {modified[11:16]}"
    return found
