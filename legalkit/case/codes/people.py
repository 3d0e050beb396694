"""Who people are to each other."""

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
