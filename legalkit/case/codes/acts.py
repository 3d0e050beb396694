"""What was done, and what it did."""

from enum import StrEnum


class Act(StrEnum):
    """What was done, one pattern of sentences each."""

    FILMING = "filming"
    ATTEMPTED_FILMING = "attempted_filming"
    HIDDEN_CAMERA = "hidden_camera"
    STREAMING = "streaming"
    CONSENSUAL_SPREAD = "consensual_spread"
    SELF_MADE_SPREAD = "self_made_spread"
    SPREAD = "spread"
    LINK = "link"
    SALE = "sale"
    REUPLOAD = "reupload"
    FAKE = "fake"
    OTHER_PERSON_AS_HER = "other_person_as_her"
    THREAT = "threat"
    DEMAND = "demand"
    MADE_TO_ACT = "made_to_act"
    VIEWING = "viewing"
    FOLLOWING = "following"
    MESSAGES = "messages"
    POSTING_DATA = "posting_data"
    IMPERSONATION = "impersonation"
    FALSE_STATEMENT = "false_statement"
    STRANGERS_CAME = "strangers_came"
    SEXUAL_MESSAGES = "sexual_messages"
    ACCOUNT_ENTERED = "account_entered"
    ENTERING_PLACE = "entering_place"
    BREACH = "breach"
    ASSAULT = "assault"
    RAPE = "rape"


class KnowingHow(StrEnum):
    """How she knows what she says."""

    SAW = "saw"
    TOLD = "told"
    ACTOR_SAID = "actor_said"
    CONCLUDED = "concluded"


class Reason(StrEnum):
    """Why she concludes what she did not see."""

    HIDDEN_INSIDE_OBJECT = "hidden_inside_object"
    ONLY_ACCUSED_HAD_IT = "only_accused_had_it"
    ACCUSED_HAD_THREATENED = "accused_had_threatened"
    ACCOUNT_OF_ACCUSED = "account_of_accused"
    ONLY_ACCUSED_KNEW = "only_accused_knew"
    STARTED_AFTER_BREAKUP = "started_after_breakup"
    SAME_WORDS = "same_words"
    BUYERS_WROTE = "buyers_wrote"
    MEMBERS_REACTED = "members_reacted"
    VIEWS_COUNTED = "views_counted"
    SENT_TO_OTHERS = "sent_to_others"
    OFFERED_TO_SHARE = "offered_to_share"
    OTHER = "other"


class SpreadHow(StrEnum):
    """How it was spread."""

    POSTED = "posted"
    SENT = "sent"
    SHOWN_LIVE = "shown_live"


class Demand(StrEnum):
    """What was demanded."""

    MONEY = "money"
    MEETING = "meeting"
    MORE_PICTURES = "more_pictures"
    SEXUAL_ACT = "sexual_act"
    KNEEL_AND_APOLOGISE = "kneel_and_apologise"
    RETURN_TO_RELATIONSHIP = "return_to_relationship"
    WITHDRAW_COMPLAINT = "withdraw_complaint"
    SILENCE = "silence"
    OTHER = "other"


class DoneAct(StrEnum):
    """What she was made to do."""

    MET = "met"
    SENT_PICTURES = "sent_pictures"
    PAID = "paid"
    KNELT_AND_APOLOGISED = "knelt_and_apologised"
    STAYED = "stayed"
    WITHDREW_COMPLAINT = "withdrew_complaint"
    SEXUAL_ACT = "sexual_act"
    OTHER = "other"


class DataKind(StrEnum):
    """Which of her data were posted; the data are never repeated."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    PHOTO = "photo"
    WORKPLACE = "workplace"
    WORKPLACE_CONTACT = "workplace_contact"
    PARENTS_CONTACT = "parents_contact"
    SCHOOL = "school"
    ACCOUNT = "account"
    LOCATION = "location"
    ID_CARD_PICTURE = "id_card_picture"
    OTHER = "other"


class IdKind(StrEnum):
    """What an account in her name used."""

    NAME = "name"
    PHOTO = "photo"
    PHONE = "phone"
    OTHER = "other"


class MessageKind(StrEnum):
    """What kind of sexual message."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    LINK = "link"


class Service(StrEnum):
    """Whose account of hers was entered."""

    EMAIL = "email"
    CLOUD = "cloud"
    SOCIAL_NETWORK = "social_network"
    MESSENGER = "messenger"
    PHONE = "phone"
    OTHER = "other"


class Taken(StrEnum):
    """What was taken from an account."""

    PHOTOS = "photos"
    VIDEOS = "videos"
    MESSAGES = "messages"
    CONTACTS = "contacts"
    OTHER = "other"


class BreachHow(StrEnum):
    """How an order was broken."""

    APPROACHED = "approached"
    CONTACTED = "contacted"
    POSTED = "posted"


class ViolenceHow(StrEnum):
    """How she was hit."""

    HAND = "hand"
    FIST = "fist"
    FOOT = "foot"
    OBJECT = "object"


class SexualMeans(StrEnum):
    """Means of a sexual act against her will."""

    VIOLENCE = "violence"
    THREAT = "threat"
    WEAPON = "weapon"
    SEVERAL_PERSONS = "several_persons"
    UNCONSCIOUS = "unconscious"
    DRUG = "drug"
    THREAT_WITH_IMAGES = "threat_with_images"


class PreventedBy(StrEnum):
    """What kept a filming from being done."""

    NOTICED = "noticed"
    STOPPED_BY_OTHERS = "stopped_by_others"
    DEVICE_FAILED = "device_failed"


class Feeling(StrEnum):
    """What she felt."""

    FEAR = "fear"
    ANXIETY = "anxiety"
    SEXUAL_SHAME = "sexual_shame"
    HUMILIATION = "humiliation"


class Consequence(StrEnum):
    """What it led to in her life."""

    LEFT_JOB = "left_job"
    MOVED = "moved"
    LEFT_SCHOOL = "left_school"
    CHANGED_NUMBER = "changed_number"
    TREATED = "treated"
    COUNSELLING = "counselling"
    CANNOT_SLEEP = "cannot_sleep"
    LEFT_COUNTRY = "left_country"
