"""Facts about words, data and accounts: where they stood, what was posted, what was entered."""

from legalkit.case.codes import Act, DataKind, Medium, Service
from legalkit.law.suggest.found import NO, Found, opposite
from legalkit.law.suggest.scene import Scene, fact

_HANDED_OVER = frozenset({Medium.IN_PERSON, Medium.LETTER})
_SAID_TO_ONE = frozenset({Medium.TEXT_MESSAGE, Medium.PHONE_CALL, Medium.VIDEO_CALL, Medium.EMAIL}) | _HANDED_OVER
_ON_DEVICE = frozenset({Service.PHONE})
_NAMING = frozenset({DataKind.NAME, DataKind.PHOTO, DataKind.SCHOOL})
_POSTING = frozenset({Act.SALE, Act.LINK, Act.OTHER_PERSON_AS_HER})


@fact
def went_through_a_network(scene: Scene) -> Found:
    """Whether it went through a telephone or computer network."""
    online = scene.answer("online")
    if online is not None:
        return Found(online.medium not in _HANDED_OVER, (scene.path("online"),))
    if scene.incident.urls or any(entry.urls or entry.online for entry in scene.incident.entries):
        return Found(True, (scene.path("urls") if scene.incident.urls else scene.path("entries"),))
    return scene.open("online")


@fact
def others_could_see_it(scene: Scene) -> Found:
    """Whether people who are not named could see it."""
    if scene.incident.act in _POSTING or scene.incident.urls:
        return Found(True, (scene.path("urls") if scene.incident.urls else scene.is_by_act,))
    online = scene.answer("online")
    if online is None:
        return scene.open("online")
    return Found(online.medium not in _SAID_TO_ONE, (scene.path("online"),))


@fact
def stands_in_the_post_with_the_pictures(scene: Scene) -> Found:
    """Whether the words stand at an address at which pictures of her stand too."""
    posted = scene.setting.posted_at
    both = [
        (f"incidents[{scene.at}].urls[{n}]", posted[url]) for n, url in enumerate(scene.incident.urls) if url in posted
    ]
    return Found(True, tuple(path for pair in both for path in pair)) if both else NO


@fact
def statement_was_false(scene: Scene) -> Found:
    """Whether what was said of her is untrue."""
    if scene.incident.act in {Act.FALSE_STATEMENT, Act.OTHER_PERSON_AS_HER}:
        return Found(True, (scene.is_by_act,))
    return Found(None)


@fact
def had_no_sexual_purpose(scene: Scene) -> Found:
    """Whether there was no such purpose."""
    return opposite(scene.said("sexual_purpose"))


@fact
def identity_card_was_posted(scene: Scene) -> Found:
    """Whether a picture of her identity card was posted."""
    return scene.chosen("data_kinds", frozenset({DataKind.ID_CARD_PICTURE}))


@fact
def name_photo_or_school_was_posted(scene: Scene) -> Found:
    """Whether her name, photo or school was posted."""
    return scene.chosen("data_kinds", _NAMING)


@fact
def entry_was_permitted(scene: Scene) -> Found:
    """Whether she had permitted the entry into the account."""
    return scene.said("permission")


@fact
def something_was_taken(scene: Scene) -> Found:
    """Whether pictures, messages or other data were taken."""
    taken = scene.answer("taken")
    return Found(bool(taken), (scene.path("taken"),)) if taken is not None else scene.open("taken")


@fact
def account_was_on_a_device(scene: Scene) -> Found:
    """Whether it was a device, not a service on a network, that was entered."""
    return scene.chosen("service", _ON_DEVICE, frozenset(Service) - _ON_DEVICE - {Service.OTHER})
