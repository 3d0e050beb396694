"""The coded answers. Their Korean and English words are reviewed data in ``legalkit/filings/patterns/words``."""

from enum import StrEnum


class ReporterRole(StrEnum):
    """Who fills in the case."""

    SELF = "self"
    LEGAL_REPRESENTATIVE = "legal_representative"
    LAWYER = "lawyer"
    ORGANISATION = "organisation"
    THIRD_PARTY = "third_party"


class RelationKind(StrEnum):
    """What the accused is to the victim."""

    SPOUSE = "spouse"
    FORMER_SPOUSE = "former_spouse"
    DE_FACTO_SPOUSE = "de_facto_spouse"
    FORMER_DE_FACTO_SPOUSE = "former_de_facto_spouse"
    DATING = "dating"
    FORMER_DATING = "former_dating"
    LINEAL_ASCENDANT = "lineal_ascendant"
    LINEAL_DESCENDANT = "lineal_descendant"
    STEP_FAMILY = "step_family"
    RELATIVE_LIVING_TOGETHER = "relative_living_together"
    OTHER_RELATIVE = "other_relative"
    SUPERIOR = "superior"
    COLLEAGUE = "colleague"
    TEACHER = "teacher"
    SCHOOLMATE = "schoolmate"
    FRIEND = "friend"
    ACQUAINTANCE = "acquaintance"
    CUSTOMER = "customer"
    NEIGHBOUR = "neighbour"
    ONLINE_CONTACT = "online_contact"
    STRANGER = "stranger"
    OTHER = "other"


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


class Role(StrEnum):
    """A person by role: a teller, a keeper, a finder, a recipient, someone who may answer the phone."""

    VICTIM = "victim"
    ACCUSED = "accused"
    FRIEND = "friend"
    MOTHER = "mother"
    FATHER = "father"
    PARENTS = "parents"
    SIBLING = "sibling"
    AUNT = "aunt"
    SPOUSE = "spouse"
    PARTNER = "partner"
    RELATIVE = "relative"
    COLLEAGUE = "colleague"
    EMPLOYER = "employer"
    BUILDING_MANAGER = "building_manager"
    TEACHER = "teacher"
    SCHOOLMATE = "schoolmate"
    NEIGHBOUR = "neighbour"
    LAWYER = "lawyer"
    COUNSELLOR = "counsellor"
    POLICE = "police"
    PLATFORM = "platform"
    ROOM_MEMBERS = "room_members"
    STRANGER = "stranger"
    ACQUAINTANCE = "acquaintance"
    OTHER = "other"


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


class Order(StrEnum):
    """A measure or order that was in force."""

    EMERGENCY_MEASURE = "emergency_measure"
    PROVISIONAL_MEASURE = "provisional_measure"
    PROTECTION_ORDER = "protection_order"
    TEMPORARY_PROTECTION_ORDER = "temporary_protection_order"
    INJUNCTION = "injunction"


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


class OfficeKind(StrEnum):
    """A kind of office; what it is called depends on the day and stands in the law room."""

    POLICE_STATION = "police_station"
    PROVINCIAL_POLICE = "provincial_police"
    NATIONAL_POLICE = "national_police"
    SERIOUS_CRIMES = "serious_crimes"
    PROSECUTION = "prosecution"
    FAMILY_COURT = "family_court"
    DISTRICT_COURT = "district_court"
    SUPPORT_CENTRE = "support_centre"
    PLATFORM = "platform"


class ReportOutcome(StrEnum):
    """What came of an earlier report."""

    NOTHING_CAN_BE_DONE = "nothing_can_be_done"
    TOLD_TO_COME_BACK = "told_to_come_back"
    SENT_ELSEWHERE = "sent_elsewhere"
    ACCEPTED = "accepted"
    UNDER_INVESTIGATION = "under_investigation"
    CLOSED = "closed"
    NO_ANSWER = "no_answer"


class ExhibitKind(StrEnum):
    """What an exhibit is."""

    DOCUMENT = "document"
    SCREENSHOT = "screenshot"
    VIDEO = "video"
    AUDIO = "audio"
    CHAT = "chat"
    LOG = "log"
    FINANCIAL = "financial"
    MEDICAL = "medical"
    STATEMENT = "statement"
    OBJECT = "object"
    WITNESS = "witness"


class CollectionMethod(StrEnum):
    """How an exhibit was collected."""

    SCREENSHOT = "screenshot"
    SCREEN_RECORDING = "screen_recording"
    WEB_ARCHIVE = "web_archive"
    EXPORT = "export"
    DEVICE_HANDED_OVER = "device_handed_over"
    PHOTOGRAPHED = "photographed"
    ISSUED = "issued"


class Obtained(StrEnum):
    """How an exhibit came to her; the last three bring a word of caution, never a lock."""

    OWN_DEVICE = "own_device"
    RECEIVED = "received"
    PUBLIC_WEB = "public_web"
    THIRD_PARTY = "third_party"
    PLATFORM_REPLY = "platform_reply"
    SUPPORT_CENTRE = "support_centre"
    JOINED_CHAT = "joined_chat"
    ISSUED = "issued"
    OTHER = "other"
    OTHERS_ACCOUNT = "others_account"
    RECORDED_OTHERS = "recorded_others"
    BOUGHT_OR_DOWNLOADED = "bought_or_downloaded"


class Submission(StrEnum):
    """When and how an exhibit is handed in."""

    AT_FILING = "at_filing"
    DURING_INVESTIGATION = "during_investigation"
    SEALED = "sealed"
    ELECTRONIC = "electronic"
    MEDIUM = "medium"


class Restriction(StrEnum):
    """Which restriction of viewing is asked for."""

    NONE = "none"
    SEALED = "sealed"
    MASKED = "masked"


class FamilyMeasure(StrEnum):
    """가정폭력처벌법 제55조의2제1항 각 호."""

    LEAVE_HOME = "leave_home"
    NO_APPROACH = "no_approach"
    NO_CONTACT = "no_contact"
    PARENTAL_AUTHORITY = "parental_authority"
    VISITATION = "visitation"


class StalkingMeasure(StrEnum):
    """스토킹처벌법 제9조제1항 각 호; 2 and 3 are also emergency measures (제4조)."""

    WARNING = "warning"
    NO_APPROACH = "no_approach"
    NO_CONTACT = "no_contact"
    TRACKING_DEVICE = "tracking_device"
    DETENTION = "detention"


class InjunctionMeasure(StrEnum):
    """What an injunction may be asked for."""

    NO_APPROACH = "no_approach"
    NO_CONTACT = "no_contact"
    NO_PUBLICATION = "no_publication"
    DELETION = "deletion"
    INDIRECT_COMPULSION = "indirect_compulsion"


class SafetyMeasure(StrEnum):
    """경찰수사규칙 제80조; 피해자 보호 및 지원에 관한 규칙 제29조."""

    SHELTER = "shelter"
    ESCORT = "escort"
    TEMPORARY_LODGING = "temporary_lodging"
    PATROL = "patrol"
    HOME_CCTV = "home_cctv"
    EMERGENCY_CONTACT = "emergency_contact"


class Region(StrEnum):
    """The seventeen regions (시·도), to warn when an office would tell where she lives."""

    SEOUL = "seoul"
    BUSAN = "busan"
    DAEGU = "daegu"
    INCHEON = "incheon"
    GWANGJU = "gwangju"
    DAEJEON = "daejeon"
    ULSAN = "ulsan"
    SEJONG = "sejong"
    GYEONGGI = "gyeonggi"
    GANGWON = "gangwon"
    CHUNGBUK = "chungbuk"
    CHUNGNAM = "chungnam"
    JEONBUK = "jeonbuk"
    JEONNAM = "jeonnam"
    GYEONGBUK = "gyeongbuk"
    GYEONGNAM = "gyeongnam"
    JEJU = "jeju"


class NotifyBy(StrEnum):
    """How she wants to be told of the course of the case."""

    TEXT_MESSAGE = "text_message"
    PHONE = "phone"
    EMAIL = "email"
    LAWYER = "lawyer"


class Rank(StrEnum):
    """How a provision is proposed."""

    PRIMARY = "primary"
    ALTERNATIVE = "alternative"
