"""What she wants: protection, relief, offices, safe ways to reach her."""

from typing import Annotated

from pydantic import Field

from legalkit.case.answers import Answer
from legalkit.case.codes import (
    FamilyMeasure,
    InjunctionMeasure,
    Medium,
    NotifyBy,
    OfficeKind,
    PlaceRole,
    Rank,
    Region,
    ReportOutcome,
    Role,
    SafetyMeasure,
    StalkingMeasure,
)
from legalkit.case.dates import When
from legalkit.case.people import Address, Helper, LanguageCode, PersonName
from legalkit.case.text import Id, Line, Mark, Model, Name, Named, Quote
from legalkit.settings import LIMITS


class Wishes(Model):
    """What she asks of the police and the court beside the complaint. Each is yes, no, unknown or declined.

    Attributes:
        alias: use a pseudonym in all records (성폭력처벌법 제23조).
        alias_choices: up to three names she would take.
        trusted_person: someone comes along to the statement.
        companion: that person.
        state_lawyer: a state-appointed lawyer for the victim.
        wanted_lawyer: a lawyer she would like.
        same_sex_investigator: an investigator of her own sex.
        interpreter: an interpreter.
        interpreter_language: for which language.
        video_recording: her statement is recorded on video.
        limited_viewing: pictures of her are seen by as few people as possible.
        preservation: providers are asked to keep the records (형사소송법 제215조의2).
        deletion: the police ask for deletion and blocking (성폭력처벌법 제23조의2).
        secure_device: a device that was found is secured at once.
        investigate_viewers: unknown people who watched or kept it are investigated too.
        notification: she is told of the course of the case.
        notify_by: how.
        no_notice_to_guardian: notices do not go to a legal representative.
        written_questions: a statement by video or in writing, if she cannot come.
    """

    alias: Answer[bool] = None
    alias_choices: Annotated[tuple[Name, ...], Field(max_length=3)] = ()
    trusted_person: Answer[bool] = None
    companion: Helper | None = None
    state_lawyer: Answer[bool] = None
    wanted_lawyer: Answer[PersonName] = None
    same_sex_investigator: Answer[bool] = None
    interpreter: Answer[bool] = None
    interpreter_language: Answer[LanguageCode] = None
    video_recording: Answer[bool] = None
    limited_viewing: Answer[bool] = None
    preservation: Answer[bool] = None
    deletion: Answer[bool] = None
    secure_device: Answer[bool] = None
    investigate_viewers: Answer[bool] = None
    notification: Answer[bool] = None
    notify_by: Answer[tuple[NotifyBy, ...]] = None
    no_notice_to_guardian: Answer[bool] = None
    written_questions: Answer[bool] = None


class SafeContact(Model):
    """How she can be reached without danger.

    Attributes:
        phone: a number that is safe.
        hours: when, in her words.
        may_answer: who else may answer.
        text_ok: text messages are safe.
        voicemail_ok: a message may be left.
        no_post: nothing is sent to the home she shares.
        email: an address that is safe.
    """

    phone: Answer[Line] = None
    hours: Answer[Quote] = None
    may_answer: Answer[tuple[Role, ...]] = None
    text_ok: Answer[bool] = None
    voicemail_ok: Answer[bool] = None
    no_post: Answer[bool] = None
    email: Answer[Line] = None


class ServicePlace(Model):
    """Where papers for her are served instead of her home.

    Attributes:
        recipient: who takes them.
        role: what that person is to her.
        address: where.
    """

    recipient: Answer[PersonName] = None
    role: Answer[Role] = None
    address: Answer[Address] = None


class Office(Model):
    """An office she chose.

    Attributes:
        name: as it is called in Korean, without 귀중 (``서울마포경찰서``).
        english: what it is called in English, if she knows.
        region: its 시·도.
    """

    name: Named
    english: Line | None = None
    region: Region | None = None


class Offices(Model):
    """The offices the papers go to; ``unknown`` prints a blank, and any police station must accept.

    Attributes:
        police: a police station or a 시·도경찰청.
        police_kind: which of them.
        family_court: for a family protection order.
        district_court: for an injunction.
        prosecution: after the case went there.
        platform: the provider a removal request goes to.
    """

    police: Answer[Office] = None
    police_kind: OfficeKind = OfficeKind.POLICE_STATION
    family_court: Answer[Office] = None
    district_court: Answer[Office] = None
    prosecution: Answer[Office] = None
    platform: Answer[Office] = None


class FamilyRelief(Model):
    """What a family protection order is asked for (가정폭력처벌법 제55조의2).

    Attributes:
        measures: of 제1항.
        interim: a temporary order until the decision (제55조의4).
        interim_reason: why it is urgent, in her words.
        places: where no approach is wanted, by role.
        channels: which contact is to stop.
        months: how long, at most twelve.
        safety: measures of 제55조의2제5항 are asked for.
        mask: her address and contacts are hidden on the served copy; yes unless she says no.
        reason: why it is needed, in her words.
    """

    measures: Answer[tuple[FamilyMeasure, ...]] = None
    interim: Answer[bool] = None
    interim_reason: Answer[Quote] = None
    places: Answer[tuple[PlaceRole, ...]] = None
    channels: Answer[tuple[Medium, ...]] = None
    months: Answer[Annotated[int, Field(ge=1, le=12)]] = None
    safety: Answer[bool] = None
    mask: Answer[bool] = None
    reason: Answer[Quote] = None


class StalkingRelief(Model):
    """Which measures against stalking are asked for (스토킹처벌법 제4조, 제9조).

    Attributes:
        measures: of 제9조제1항.
        places: where no approach is wanted, by role.
        channels: which contact is to stop.
        emergency: it cannot wait for the court.
        weapon: the other side has or showed a weapon.
        new_account: contacted her again through another account.
        refused_notice: day she was told that no measure is asked for (제8조제3항·제4항).
    """

    measures: Answer[tuple[StalkingMeasure, ...]] = None
    places: Answer[tuple[PlaceRole, ...]] = None
    channels: Answer[tuple[Medium, ...]] = None
    emergency: Answer[bool] = None
    weapon: Answer[bool] = None
    new_account: Answer[bool] = None
    refused_notice: Answer[When] = None


class InjunctionRelief(Model):
    """What an injunction is asked for (민사집행법 제300조제2항).

    Attributes:
        measures: blocks of relief.
        places: where no approach is wanted, by role.
        channels: which contact is to stop.
        penalty: won for each breach (제261조).
        reason: why it cannot wait, in her words.
        danger: danger to life or body if her address became known (민사소송법 제163조제2항).
    """

    measures: Answer[tuple[InjunctionMeasure, ...]] = None
    places: Answer[tuple[PlaceRole, ...]] = None
    channels: Answer[tuple[Medium, ...]] = None
    penalty: Answer[Annotated[int, Field(ge=1, le=10**10)]] = None
    reason: Answer[Quote] = None
    danger: Answer[bool] = None


class SafetyRelief(Model):
    """Which safety measures are asked of the police (범죄피해자보호법 제9조제2항).

    Attributes:
        measures: coded measures.
        reason: why she fears revenge, in her words.
    """

    measures: Answer[tuple[SafetyMeasure, ...]] = None
    reason: Answer[Quote] = None


class Relief(Model):
    """What is sought, for each filing.

    Attributes:
        family: family protection order.
        stalking: measures against stalking.
        injunction: injunction of a civil court.
        safety: safety measures of the police.
    """

    family: FamilyRelief = FamilyRelief()
    stalking: StalkingRelief = StalkingRelief()
    injunction: InjunctionRelief = InjunctionRelief()
    safety: SafetyRelief = SafetyRelief()


class EarlierReport(Model):
    """What she told an office before.

    Attributes:
        when: the day.
        office: which kind of office.
        office_name: what it is called.
        outcome: what came of it; only what happened.
        outcome_words: more, in her words.
        number: number of that case.
    """

    when: Answer[When] = None
    office: Answer[OfficeKind] = None
    office_name: Answer[Office] = None
    outcome: Answer[ReportOutcome] = None
    outcome_words: Answer[Quote] = None
    number: Answer[Mark] = None


class RelatedCases(Model):
    """Section 7 of the complaint, three answers.

    Attributes:
        duplicate: the same complaint was made elsewhere.
        criminal: a related criminal case is being investigated.
        civil: a related civil case is pending.
        details: which, in her words.
    """

    duplicate: Answer[bool] = None
    criminal: Answer[bool] = None
    civil: Answer[bool] = None
    details: Answer[Quote] = None


class Provision(Model):
    """A provision she chose to have proposed.

    Attributes:
        offence: id of an offence of the law room.
        incidents: the incidents it is for.
        rank: primary or alternative.
    """

    offence: Annotated[str, Field(pattern=r"^[a-z0-9_]{3,60}$")]
    incidents: Annotated[tuple[Id, ...], Field(min_length=1, max_length=LIMITS.items)]
    rank: Rank = Rank.PRIMARY
