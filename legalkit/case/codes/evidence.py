"""What an exhibit is and how it came to her."""

from enum import StrEnum


class ExhibitKind(StrEnum):
    """What an exhibit is."""

    DOCUMENT = "document"
    SCREENSHOT = "screenshot"
    PHOTO = "photo"
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
