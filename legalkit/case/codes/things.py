"""Places, media, pictures, devices."""

from enum import StrEnum


class PlaceKind(StrEnum):
    """Where in the world something happened."""

    VICTIM_HOME = "victim_home"
    ACCUSED_HOME = "accused_home"
    SHARED_HOME = "shared_home"
    WORKPLACE = "workplace"
    STAFF_TOILET = "staff_toilet"
    PUBLIC_TOILET = "public_toilet"
    CHANGING_ROOM = "changing_room"
    BATH = "bath"
    SCHOOL = "school"
    DORMITORY = "dormitory"
    LODGING = "lodging"
    VEHICLE = "vehicle"
    PUBLIC_TRANSPORT = "public_transport"
    ESCALATOR = "escalator"
    STREET = "street"
    SHOP = "shop"
    HOSPITAL = "hospital"
    PLACE_OF_WORSHIP = "place_of_worship"
    OTHER = "other"


class PlaceRole(StrEnum):
    """A place by what it is to the victim; its address never stands in a body."""

    HOME = "home"
    FORMER_HOME = "former_home"
    WORKPLACE = "workplace"
    SCHOOL = "school"
    PARENTS_HOME = "parents_home"
    PARENTS_PLACE_OF_WORSHIP = "parents_place_of_worship"
    PLACE_OF_WORSHIP = "place_of_worship"
    CHILDCARE = "childcare"
    OTHER = "other"


class Medium(StrEnum):
    """A platform or a channel."""

    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    X = "x"
    THREADS = "threads"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    TELEGRAM = "telegram"
    DISCORD = "discord"
    KAKAOTALK = "kakaotalk"
    LINE = "line"
    NAVER = "naver"
    MESSENGER = "messenger"
    SOCIAL_NETWORK = "social_network"
    WEBSITE = "website"
    ADULT_SITE = "adult_site"
    NEWS_SITE = "news_site"
    COMMUNITY_BOARD = "community_board"
    PAID_ROOM = "paid_room"
    DATING_APP = "dating_app"
    GAME = "game"
    CLOUD = "cloud"
    EMAIL = "email"
    TEXT_MESSAGE = "text_message"
    PHONE_CALL = "phone_call"
    VIDEO_CALL = "video_call"
    LETTER = "letter"
    IN_PERSON = "in_person"
    THROUGH_OTHERS = "through_others"
    OTHER = "other"


class Material(StrEnum):
    """What kind of picture or sound it is; named, never described."""

    SEXUAL_VIDEO = "sexual_video"
    SEXUAL_PHOTO = "sexual_photo"
    NUDE_VIDEO = "nude_video"
    NUDE_PHOTO = "nude_photo"
    BODY_VIDEO = "body_video"
    BODY_PHOTO = "body_photo"
    FAKE_VIDEO = "fake_video"
    FAKE_PHOTO = "fake_photo"
    FAKE_VOICE = "fake_voice"
    RECORDING_OF_CALL = "recording_of_call"
    OTHER = "other"


class Shown(StrEnum):
    """What of her was filmed or shown."""

    BODY = "body"
    NUDE_BODY = "nude_body"
    LOWER_BODY = "lower_body"
    UNDER_CLOTHES = "under_clothes"
    CHANGING = "changing"
    USING_TOILET = "using_toilet"
    BATHING = "bathing"
    SLEEPING = "sleeping"
    SEXUAL_ACT = "sexual_act"
    OTHER = "other"


class Device(StrEnum):
    """What it was filmed with."""

    PHONE = "phone"
    HIDDEN_CAMERA = "hidden_camera"
    CAMERA = "camera"
    WEBCAM = "webcam"
    GLASSES = "glasses"
    DRONE = "drone"
    OTHER = "other"


class CameraObject(StrEnum):
    """What a hidden camera was in."""

    SMOKE_DETECTOR = "smoke_detector"
    CLOCK = "clock"
    CHARGER = "charger"
    POWER_OUTLET = "power_outlet"
    TISSUE_BOX = "tissue_box"
    AIR_FRESHENER = "air_freshener"
    LAMP = "lamp"
    BAG = "bag"
    SHOE = "shoe"
    WALL = "wall"
    OTHER = "other"


class FakeTarget(StrEnum):
    """What of her a fake was made from."""

    FACE = "face"
    BODY = "body"
    VOICE = "voice"


class FakeSource(StrEnum):
    """The picture or sound a fake was made from."""

    PHOTO = "photo"
    POSTED_PHOTO = "posted_photo"
    SENT_PHOTO = "sent_photo"
    VIDEO = "video"
    RECORDING = "recording"
    OTHER = "other"


class Picture(StrEnum):
    """A picture of another person shown as hers."""

    PHOTO = "photo"
    VIDEO = "video"
