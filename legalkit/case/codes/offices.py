"""Offices, and what may be asked of them."""

from enum import StrEnum


class OfficeKind(StrEnum):
    """A kind of office; what it is called depends on the day and stands in the law room."""

    POLICE_STATION = "police_station"
    PROVINCIAL_POLICE = "provincial_police"
    NATIONAL_POLICE = "national_police"
    MAJOR_CRIMES_AGENCY = "major_crimes_agency"
    DISTRICT_PROSECUTION_OFFICE = "district_prosecution_office"
    FAMILY_COURT = "family_court"
    DISTRICT_COURT = "district_court"
    VICTIM_SUPPORT_CENTRE = "victim_support_centre"
    PROVIDER = "provider"


class Order(StrEnum):
    """A measure or order that was in force."""

    EMERGENCY_MEASURE = "emergency_measure"
    PROVISIONAL_MEASURE = "provisional_measure"
    PROTECTION_ORDER = "protection_order"
    TEMPORARY_PROTECTION_ORDER = "temporary_protection_order"
    INJUNCTION = "injunction"


class ReportOutcome(StrEnum):
    """What came of an earlier report."""

    NOTHING_CAN_BE_DONE = "nothing_can_be_done"
    TOLD_TO_COME_BACK = "told_to_come_back"
    SENT_ELSEWHERE = "sent_elsewhere"
    ACCEPTED = "accepted"
    UNDER_INVESTIGATION = "under_investigation"
    CLOSED = "closed"
    NO_ANSWER = "no_answer"


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


class Rank(StrEnum):
    """How a provision is proposed."""

    PRIMARY = "primary"
    ALTERNATIVE = "alternative"
