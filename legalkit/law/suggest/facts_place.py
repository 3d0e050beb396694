"""Facts about places: whether everybody may come there, whether somebody lives there or keeps it."""

from legalkit.case.codes import Act, PlaceKind
from legalkit.law.suggest.found import Found
from legalkit.law.suggest.scene import Scene, fact

_FOR_MANY = frozenset({PlaceKind.PUBLIC_TOILET, PlaceKind.CHANGING_ROOM, PlaceKind.BATH})
_NOT_FOR_MANY = frozenset({
    PlaceKind.VICTIM_HOME, PlaceKind.ACCUSED_HOME, PlaceKind.SHARED_HOME, PlaceKind.WORKPLACE, PlaceKind.STAFF_TOILET,
    PlaceKind.DORMITORY, PlaceKind.LODGING, PlaceKind.VEHICLE, PlaceKind.ESCALATOR, PlaceKind.STREET,
    PlaceKind.PUBLIC_TRANSPORT,
})  # fmt: skip
_KEPT = frozenset({
    PlaceKind.VICTIM_HOME, PlaceKind.WORKPLACE, PlaceKind.STAFF_TOILET, PlaceKind.DORMITORY, PlaceKind.LODGING,
    PlaceKind.SCHOOL, PlaceKind.HOSPITAL,
})  # fmt: skip
_NOT_KEPT = frozenset({
    PlaceKind.ACCUSED_HOME, PlaceKind.STREET, PlaceKind.PUBLIC_TRANSPORT, PlaceKind.ESCALATOR, PlaceKind.VEHICLE,
})  # fmt: skip
_ON_THE_MOVE = frozenset({PlaceKind.ESCALATOR, PlaceKind.PUBLIC_TRANSPORT, PlaceKind.STREET})


def _place(scene: Scene, yes: frozenset[PlaceKind], no: frozenset[PlaceKind]) -> Found:
    place = scene.answer("place")
    if place is None:
        return scene.open("place")
    if place.kind in yes or place.kind in no:
        return Found(place.kind in yes, (scene.path("place"),))
    return scene.open("place")


@fact
def place_is_for_unspecified_many(scene: Scene) -> Found:
    """Whether it is a toilet, bath or changing room that anybody may use (성폭력처벌법 제12조)."""
    return _place(scene, _FOR_MANY, _NOT_FOR_MANY)


@fact
def place_is_a_home_or_kept_by_somebody(scene: Scene) -> Found:
    """Whether it is a home, a kept building or a room somebody occupies (형법 제319조제1항)."""
    return _place(scene, _KEPT, _NOT_KEPT)


@fact
def place_is_a_way_or_a_carriage(scene: Scene) -> Found:
    """Whether it is a street, a stair or a public vehicle."""
    return _place(scene, _ON_THE_MOVE, frozenset(PlaceKind) - _ON_THE_MOVE)


@fact
def entry_had_a_sexual_purpose(scene: Scene) -> Found:
    """Whether somebody came in for a sexual purpose; a hidden camera shows it."""
    if scene.incident.act in {Act.HIDDEN_CAMERA, Act.FILMING, Act.ATTEMPTED_FILMING}:
        return Found(True, (scene.is_by_act,))
    return scene.said("sexual_purpose")
