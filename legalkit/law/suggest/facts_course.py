"""Facts about what else happened: repetition, fear, threats that went before, what she did because of them."""

from legalkit.case import items, known
from legalkit.case.codes import Act, Demand, DoneAct, Feeling, SexualMeans
from legalkit.law.suggest.facts_people import (
    actor_is_her_spouse,
    actor_is_kin,
    has_a_disability,
    was_under_13_at_the_act,
)
from legalkit.law.suggest.found import NO, Found, all_of, any_of, opposite
from legalkit.law.suggest.scene import STALKING, THREATENING, Placed, Scene, days_of, fact, said_of

_AFRAID = frozenset({Feeling.FEAR, Feeling.ANXIETY})
_MET = frozenset({Act.MADE_TO_ACT})
_ENTERING = frozenset({Act.ENTERING_PLACE})
_FORCE = frozenset({
    SexualMeans.VIOLENCE, SexualMeans.THREAT, SexualMeans.WEAPON, SexualMeans.SEVERAL_PERSONS,
    SexualMeans.THREAT_WITH_IMAGES,
})  # fmt: skip


@fact
def came_from_one_person(scene: Scene) -> Found:
    """Whether one person did it, not one each of many."""
    people = scene.answer("people")
    if people is not None:
        return Found(people == 1, (scene.path("people"),))
    return Found(True, (scene.path("actor"),)) if scene.actor is not None else scene.open("actor", "people")


@fact
def was_done_more_than_once(scene: Scene) -> Found:
    """Whether this act itself was done more than once."""
    often = scene.answer("count")
    if len(scene.incident.entries) > 1:
        return Found(True, (scene.path("entries"),))
    if often is not None:
        return Found(often > 1, (scene.path("count"),))
    return scene.open("count")


@fact
def was_repeated(scene: Scene) -> Found:
    """Whether stalking acts of one person went on or were repeated (스토킹처벌법 제2조제2호)."""
    own = was_done_more_than_once(scene)
    others = scene.others_by_actor(STALKING)
    if own.says or not others:
        return own
    return Found(True, (f"incidents[{others[0][0]}].act",))


@fact
def was_not_wanted(scene: Scene) -> Found:
    """Whether it was against her will, or came after she had said no."""
    refused = scene.answer("refused")
    if refused is not None:
        return Found(True, (scene.path("refused"),))
    return scene.said("will")


@fact
def was_wanted(scene: Scene) -> Found:
    """Whether she wanted it."""
    return opposite(was_not_wanted(scene))


@fact
def caused_no_fear(scene: Scene) -> Found:
    """Whether she felt neither fear nor anxiety from what this person did."""
    acts = [(scene.at, scene.incident), *scene.others_by_actor(STALKING)]
    return opposite(any_of(_afraid(scene, each) for each in acts))


def _afraid(scene: Scene, placed: Placed) -> Found:
    at, incident = placed
    if known(incident.feelings):
        return Found(bool(_AFRAID & set(incident.feelings)), (f"incidents[{at}].feelings",))
    return scene.open("feelings")


@fact
def words_were_about_images(scene: Scene) -> Found:
    """Whether the threat or the demand was about pictures of her."""
    own = scene.said("about_material")
    if own.says is None and scene.answer("material") is not None:
        return Found(True, (scene.path("material"),))
    return own


@fact
def was_threatened_with_images_before(scene: Scene) -> Found:
    """Whether the same person had threatened her with pictures, on the same day or before."""
    own = scene.said("about_material")
    if own.says:
        return own
    threats = [each for each in scene.others_by_actor(THREATENING) if not _is_later(scene, each)]
    return any_of(said_of(each, "about_material") for each in threats) if threats else NO


@fact
def was_threatened_before(scene: Scene) -> Found:
    """Whether the same person had threatened her or made demands, on the same day or before."""
    threats = [each for each in scene.others_by_actor(THREATENING) if not _is_later(scene, each)]
    return Found(True, (f"incidents[{threats[0][0]}].act",)) if threats else NO


def _is_later(scene: Scene, placed: Placed) -> bool:
    first, _ = days_of(placed[1].when)
    return first is not None and first > scene.day


@fact
def was_done_freely(scene: Scene) -> Found:
    """Whether she did it without being afraid."""
    return opposite(scene.said("out_of_fear"))


@fact
def demand_was_met(scene: Scene) -> Found:
    """Whether she did what this person demanded."""
    met = scene.others_by_actor(_MET)
    told = [each for each in met if known(each[1].done)]
    return Found(True, tuple(f"incidents[{at}].done" for at, _ in told)) if told else NO


@fact
def money_was_demanded(scene: Scene) -> Found:
    """Whether money was demanded."""
    if scene.answer("demand_money") is not None:
        return Found(True, (scene.path("demand_money"),))
    return scene.chosen("demands", frozenset({Demand.MONEY}))


@fact
def money_was_paid(scene: Scene) -> Found:
    """Whether she paid."""
    own = scene.answer("done")
    if own is not None:
        return Found(DoneAct.PAID in own, (scene.path("done"),))
    paid = [each for each in scene.others_by_actor(_MET) if DoneAct.PAID in items(each[1].done)]
    return Found(True, tuple(f"incidents[{at}].done" for at, _ in paid)) if paid else NO


@fact
def was_made_to_do_a_sexual_act(scene: Scene) -> Found:
    """Whether she was made to do a sexual act."""
    return scene.chosen("done", frozenset({DoneAct.SEXUAL_ACT}))


@fact
def was_made_to_send_pictures(scene: Scene) -> Found:
    """Whether she was made to send pictures."""
    return scene.chosen("done", frozenset({DoneAct.SENT_PICTURES}))


@fact
def was_injured(scene: Scene) -> Found:
    """Whether a doctor found an injury."""
    return scene.given("diagnosis")


@fact
def could_not_resist(scene: Scene) -> Found:
    """Whether she was unconscious or drugged."""
    return scene.chosen("means", frozenset({SexualMeans.UNCONSCIOUS, SexualMeans.DRUG}), _FORCE)


@fact
def a_weapon_or_several_persons_were_used(scene: Scene) -> Found:
    """Whether there was a weapon, or more than one person."""
    return scene.chosen("means", frozenset({SexualMeans.WEAPON, SexualMeans.SEVERAL_PERSONS}))


@fact
def was_threatened_with_images_for_it(scene: Scene) -> Found:
    """Whether the means was a threat with pictures."""
    return scene.chosen("means", frozenset({SexualMeans.THREAT_WITH_IMAGES}))


@fact
def home_was_broken_into(scene: Scene) -> Found:
    """Whether the same person had come into a place that day without being allowed."""
    same = [each for each in scene.others_by_actor(_ENTERING) if scene.day in days_of(each[1].when)]
    return Found(True, tuple(f"incidents[{at}].act" for at, _ in same)) if same else NO


@fact
def a_graver_form_of_rape_fits(scene: Scene) -> Found:
    """Whether one of 성폭력처벌법 제3조부터 제7조까지 fits and replaces the Criminal Act."""
    by_kin = all_of([actor_is_kin(scene), opposite(actor_is_her_spouse(scene))])
    others = (was_under_13_at_the_act, a_weapon_or_several_persons_were_used, home_was_broken_into, has_a_disability)
    return any_of([by_kin, *(tell(scene) for tell in others)])
