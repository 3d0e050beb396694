"""Facts about pictures and sound: whether they are real or edited, who made them, what they show, whom they reached."""

from collections.abc import Iterable
from datetime import date

from legalkit.case.codes import Act, Material, Shown
from legalkit.law.suggest.facts_people import of_age
from legalkit.law.suggest.found import NO, YES, Found, all_of, any_of, opposite
from legalkit.law.suggest.scene import MAKING, SPREADING, THREATENING, Placed, Scene, Setting, days_of, fact, said_of

EDITED = frozenset({Material.FAKE_VIDEO, Material.FAKE_PHOTO, Material.FAKE_VOICE})
REAL = frozenset(Material) - EDITED - {Material.OTHER}
SEXUAL = frozenset({Material.SEXUAL_VIDEO, Material.SEXUAL_PHOTO, Material.NUDE_VIDEO, Material.NUDE_PHOTO})
EXPOSED = frozenset({Shown.NUDE_BODY, Shown.SEXUAL_ACT, Shown.USING_TOILET, Shown.CHANGING, Shown.BATHING})
ABOUT_MATERIAL = SPREADING | THREATENING | {Act.VIEWING, Act.MADE_TO_ACT}
CONSENTED = frozenset({Act.CONSENSUAL_SPREAD, Act.SELF_MADE_SPREAD})


@fact
def material_is_edited(scene: Scene) -> Found:
    """Whether the material was edited, synthesised or processed, not filmed."""
    act = scene.incident.act
    if act is Act.FAKE:
        return Found(True, (scene.is_by_act,))
    if act in MAKING or act in CONSENTED or act is Act.STREAMING:
        return Found(False, (scene.is_by_act,))
    if act is Act.OTHER_PERSON_AS_HER:
        return NO
    own = scene.chosen("material", EDITED, REAL)
    return own if own.says is not None else _elsewhere(scene, own)


def _elsewhere(scene: Scene, own: Found) -> Found:
    """What the other incidents say of their material, where this one does not say and they all agree."""
    if scene.incident.act not in ABOUT_MATERIAL:
        return own
    return scene.setting.once("kind", None, lambda: _agreed(_kinds(scene.setting))) or own


def _agreed(told: Iterable[Found]) -> Found | None:
    """What all say that say anything, with the first as witness; None if nobody does or they differ."""
    known = [found for found in told if found.says is not None]
    return known[0] if len({found.says for found in known}) == 1 else None


def _kinds(setting: Setting) -> list[Found]:
    return [_kind(each) for each in setting.of_acts(ABOUT_MATERIAL | MAKING | {Act.FAKE})]


def _kind(placed: Placed) -> Found:
    at, incident = placed
    if incident.act is Act.FAKE or incident.act in MAKING:
        return Found(incident.act is Act.FAKE, (f"incidents[{at}].act",))
    says = True if incident.material in EDITED else False if incident.material in REAL else None
    return Found(says, (f"incidents[{at}].material",))


@fact
def material_is_real_footage(scene: Scene) -> Found:
    """Whether the material was filmed."""
    return opposite(material_is_edited(scene))


def _same(scene: Scene) -> list[Placed]:
    """The incidents about the same kind of material, or about any where this one names none."""
    wanted = scene.answer("material")
    return scene.setting.once("same", wanted, lambda: _about(scene.setting, wanted))


def _about(setting: Setting, wanted: Material | None) -> list[Placed]:
    named = setting.of_acts(MAKING | ABOUT_MATERIAL)
    return [
        (at, other) for at, other in named if wanted is None or other.material in (wanted, None) or other.act in MAKING
    ]


@fact
def making_was_consented(scene: Scene) -> Found:
    """Whether she agreed to the filming itself."""
    act = scene.incident.act
    if act in CONSENTED:
        return Found(True, (scene.is_by_act,))
    own = scene.said("consented_to_making")
    if own.says is not None:
        return own
    if act in {Act.HIDDEN_CAMERA, Act.SPREAD}:
        # of a hidden camera nobody was asked; "spread" is offered as what was filmed in secret or faked
        return Found(False, (scene.is_by_act,))
    if act in MAKING or act is Act.STREAMING:
        against = scene.said("will")
        return Found(not against.says, against.read) if against.says is not None else _both_open(scene)
    told = scene.setting.once("consent", scene.answer("material"), lambda: _agreed(map(_consent, _same(scene))))
    return told or own


def _both_open(scene: Scene) -> Found:
    return scene.open("will", "consented_to_making")


def _consent(placed: Placed) -> Found:
    at, other = placed
    said = said_of(placed, "consented_to_making")
    if said.says is not None:
        return said
    if other.act in CONSENTED or other.act is Act.HIDDEN_CAMERA:
        return Found(other.act in CONSENTED, (f"incidents[{at}].act",))
    return opposite(said_of(placed, "will")) if other.act in MAKING else said


@fact
def filming_was_against_her_will(scene: Scene) -> Found:
    """Whether the filming was against her will."""
    return opposite(making_was_consented(scene))


@fact
def she_filmed_it_herself(scene: Scene) -> Found:
    """Whether she made the material herself."""
    act = scene.incident.act
    if act is Act.SELF_MADE_SPREAD:
        return Found(True, (scene.is_by_act,))
    return NO if act in MAKING else Found(None)


@fact
def was_recorded_from_a_call(scene: Scene) -> Found:
    """Whether the material is the recording of a video call she took part in."""
    return scene.chosen("material", frozenset({Material.RECORDING_OF_CALL}))


@fact
def material_was_really_made(scene: Scene) -> Found:
    """Whether the material exists or once existed."""
    if scene.incident.act not in THREATENING | {Act.MADE_TO_ACT}:
        return YES
    for name in ("consented_to_making", "made"):
        if scene.answer(name) is not None:
            return Found(True, (scene.path(name),))
    maker = scene.setting.once("maker", scene.answer("material"), lambda: next(filter(_tells, _same(scene)), None))
    if maker:
        return Found(True, (f"incidents[{maker[0]}].act",))
    return scene.open("made", "consented_to_making")


def _tells(placed: Placed) -> bool:
    """Whether an incident shows that material was made."""
    return placed[1].act in MAKING | SPREADING or isinstance(placed[1].consented_to_making, bool)


@fact
def material_shows_her(scene: Scene) -> Found:
    """Whether it is she who is shown."""
    if scene.incident.act is Act.OTHER_PERSON_AS_HER:
        return Found(False, (scene.is_by_act,))
    if scene.incident.act not in THREATENING | {Act.MADE_TO_ACT}:
        return YES
    agreed = making_was_consented(scene)
    return Found(True, agreed.read) if agreed.says is not None else scene.open("consented_to_making")


@fact
def was_made_in_order_to_be_spread(scene: Scene) -> Found:
    """Whether it was made in order to be spread."""
    return scene.said("purpose_to_spread")


@fact
def spreading_was_agreed_to(scene: Scene) -> Found:
    """Whether she agreed to the spreading."""
    if scene.incident.act in CONSENTED:
        return Found(False, (scene.is_by_act,))
    return opposite(scene.said("will"))


@fact
def link_opened_directly(scene: Scene) -> Found:
    """Whether the link showed the material at once."""
    return scene.said("opens_directly") if scene.incident.act is Act.LINK else YES


@fact
def something_was_spread(scene: Scene) -> Found:
    """Whether the case tells of any spreading of real footage."""
    spread = [at for at, other in scene.setting.of_acts(SPREADING) if other.material not in EDITED]
    return Found(True, (f"incidents[{spread[0]}].act",)) if spread else NO


@fact
def the_filming_is_known(scene: Scene) -> Found:
    """Whether it is known that the camera filmed her."""
    return all_of([scene.said("result_known"), scene.given("shown")])


@fact
def picture_shows_sexual_conduct(scene: Scene) -> Found:
    """Whether the picture shows a sexual act or an exposed body (아청법 제2조제4호 각 목, 제5호)."""
    found = (scene.chosen("material", SEXUAL, REAL - SEXUAL), scene.chosen("shown", EXPOSED))
    if any(each.says for each in found):
        return any_of(found)
    if scene.answer("material") is None and scene.incident.act in ABOUT_MATERIAL:
        return scene.setting.once("sexual", None, lambda: _agreed(map(_shows, _same(scene)))) or found[0]
    return found[1] if scene.incident.act in MAKING else found[0]


def _shows(placed: Placed) -> Found:
    at, other = placed
    says = other.material in SEXUAL if other.material in REAL else None
    return Found(says, (f"incidents[{at}].material",))


@fact
def picture_is_recognisable_as_a_child(scene: Scene) -> Found:
    """Whether the edited picture itself is clearly recognisable as a child."""
    if scene.incident.act is Act.FAKE:
        return scene.said("looks_like_child")
    own = scene.said("looks_like_child")
    fakes = scene.setting.by_act.get(Act.FAKE, [])
    return own if own.says is not None or len(fakes) != 1 else said_of(fakes[0], "looks_like_child")


@fact
def she_was_a_child_when_it_was_made(scene: Scene) -> Found:
    """Whether she was a child or youth when the material was made, as the age was counted then."""
    birth = scene.setting.birth
    first, last, read = making_days(scene)
    if birth is None:
        return Found(None, read, ("victim.birth",))
    read = (*read, "victim.birth")
    if first is None:
        # made on some day before this act: a child now was a child then
        return Found(True, read) if of_age("child_youth", birth, scene.day) else scene.open("made")
    fits = {of_age("child_youth", birth, day) for day in (first, last)}
    if len(fits) == 1 and None not in fits:
        return Found(fits.pop(), read)
    return Found(None, read, ("victim.birth",) if first == last else (scene.path("made"),))


@fact
def material_is_of_a_real_child(scene: Scene) -> Found:
    """Whether it is real footage of a child or youth that shows a sexual act or exposure (아청법 제2조제5호)."""
    tests = (material_is_real_footage, she_was_a_child_when_it_was_made, picture_shows_sexual_conduct)
    return all_of(fact(scene) for fact in tests)


@fact
def footage_was_consented_and_never_spread(scene: Scene) -> Found:
    """Whether she had agreed to the filming and nobody has spread it."""
    return all_of([making_was_consented(scene), opposite(something_was_spread(scene))])


@fact
def the_fake_was_agreed_to(scene: Scene) -> Found:
    """Whether she agreed to the editing."""
    return opposite(scene.said("will"))


def making_days(scene: Scene) -> tuple[date | None, date, tuple[str, ...]]:
    """First and last day the material can have been made, and where that was read; the first may be unknown."""
    first, last = days_of(scene.incident.made)
    if first and last:
        return first, max(first, min(last, scene.day)), (scene.path("made"),)
    if scene.incident.act in MAKING | {Act.STREAMING}:
        return scene.day, scene.day, (scene.path("when"),)
    return scene.setting.once("made", scene.answer("material"), lambda: _told_days(_same(scene))) or (
        None,
        scene.day,
        (),
    )


def _told_days(same: list[Placed]) -> tuple[date, date, tuple[str, ...]] | None:
    for at, other in same:
        for name in ("made", "when") if other.act in MAKING else ("made",):
            first, last = days_of(getattr(other, name))
            if first and last:
                return first, last, (f"incidents[{at}].{name}",)
    return None
