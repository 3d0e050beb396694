"""An incident: one act, one date, one actor, and how she knows it."""

from typing import Annotated

from pydantic import Field

from legalkit.case.answers import Answer
from legalkit.case.codes import (
    Act,
    BreachHow,
    CameraObject,
    Consequence,
    DataKind,
    Demand,
    Device,
    DoneAct,
    FakeSource,
    FakeTarget,
    Feeling,
    IdKind,
    KnowingHow,
    Material,
    Medium,
    MessageKind,
    Order,
    Picture,
    PlaceKind,
    PlaceRole,
    PreventedBy,
    Reason,
    Role,
    Service,
    SexualMeans,
    Shown,
    SpreadHow,
    Taken,
    ViolenceHow,
)
from legalkit.case.dates import PartialDate, When
from legalkit.case.people import Country
from legalkit.case.text import Id, Model, Named, Quote, Url
from legalkit.settings import LIMITS

Count = Annotated[int, Field(ge=1, le=10_000_000)]
"""A number of people, times or weeks."""
Refs = Annotated[tuple[Id, ...], Field(max_length=LIMITS.items)]
"""Ids of exhibits."""


class Knowing(Model):
    """How she knows what she says.

    Attributes:
        how: saw it, was told, the actor said so, concludes it.
        teller: who told her.
        when: when she was told.
        reasons: why she concludes it.
        reason_words: her reason, if it is none of the coded ones.
        exhibits: what shows that it was said.
    """

    how: Answer[KnowingHow] = None
    teller: Answer[Role] = None
    when: Answer[When] = None
    reasons: Answer[tuple[Reason, ...]] = None
    reason_words: Answer[Quote] = None
    exhibits: Refs = ()


class Discovery(Model):
    """How she learned that the material exists.

    Attributes:
        when: the day.
        teller: who told her; none if she found it herself.
        medium: through which channel.
        exhibits: what shows it.
    """

    when: Answer[When] = None
    teller: Answer[Role] = None
    medium: Answer[Medium] = None
    exhibits: Refs = ()


class Place(Model):
    """Where in the world.

    Attributes:
        kind: coded place; ``other`` takes the general word and quotes ``words``.
        words: her own words for the place.
    """

    kind: PlaceKind
    words: Quote | None = None


class Online(Model):
    """Where online.

    Attributes:
        medium: the platform.
        account: the account there, as shown.
        room: name of a room or page.
        abroad: run from abroad, if she knows.
        words: her own words for the platform.
    """

    medium: Medium
    account: Named | None = None
    room: Named | None = None
    abroad: Answer[bool] = None
    words: Quote | None = None


class Money(Model):
    """An amount.

    Attributes:
        amount: whole units of the currency.
        currency: ISO 4217 code.
    """

    amount: Annotated[int, Field(ge=0, le=10**13)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "KRW"


class Diagnosis(Model):
    """What a doctor found.

    Attributes:
        weeks: weeks of treatment.
        words: the finding, as on the certificate.
    """

    weeks: Count | None = None
    words: Quote | None = None


class Refusal(Model):
    """That she said no.

    Attributes:
        when: the day.
        how: through which channel.
    """

    when: Answer[When] = None
    how: Answer[Medium] = None


class Entry(Model):
    """One of many like acts: a row of the schedule.

    Attributes:
        when: the day.
        online: where, if elsewhere than the incident says.
        urls: addresses.
        note: what it was, in her words.
        exhibits: what shows it.
    """

    when: Answer[When] = None
    online: Online | None = None
    urls: Annotated[tuple[Url, ...], Field(max_length=LIMITS.urls)] = ()
    note: Quote | None = None
    exhibits: Refs = ()


class Incident(Model):
    """One act. Which fields a sentence uses is told by the pattern of its act.

    Attributes:
        id: the reference used by provisions and exhibits.
        act: what was done.
        actor: id of an accused; unknown prints 성명불상자.
        knowing: how she knows it.
        discovered: how she learned of the material.
        when: when it was.
        place: where in the world.
        online: where online.
        urls: addresses of posts; never in running text.
        country: where the act was done, if not Korea.
        entries: the single acts, if there were many alike.
        count: how many times.
        device, shown, material, made, spread_how, opens_directly, viewers, recipients: of filming and spreading.
        still_online: can be seen now.
        will: it was against her will.
        consented_to_making: the material was made with her consent.
        prevented_by: why a filming was not done.
        object, keeper, finder, result_known: of a hidden camera; whether it is known what it filmed.
        price, paid_only: of a sale.
        target, source, purpose_to_spread, purpose_words, looks_like_child: of a fake.
        picture: of another person's picture shown as hers.
        quote: words that were said or posted.
        about_material: the words were about the material.
        demands, demand_money, demand_words, done, done_words, out_of_fear: of threats and demands.
        place_role, said_saw_post, people: of people who came or waited.
        refused: that she had said no.
        data_kinds, id_kinds, own_neighbourhood_tagged, truth: of posts about her.
        message_kind, sexual_purpose: of sexual messages.
        service, permission, taken: of accounts entered.
        left_when_asked: of places entered.
        order, order_date, breach_how: of an order that was broken.
        violence_how, diagnosis, means: of violence.
        feelings, consequences: what it did to her.
        exhibits: what shows it.
    """

    id: Id
    act: Act
    actor: Answer[Id] = None
    knowing: Knowing = Knowing()
    discovered: Discovery | None = None
    when: Answer[When] = None
    place: Answer[Place] = None
    online: Answer[Online] = None
    urls: Annotated[tuple[Url, ...], Field(max_length=LIMITS.urls)] = ()
    country: Answer[Country] = None
    entries: Annotated[tuple[Entry, ...], Field(max_length=LIMITS.items)] = ()
    count: Answer[Count] = None
    device: Answer[Device] = None
    shown: Answer[Shown] = None
    material: Answer[Material] = None
    made: Answer[When] = None
    spread_how: Answer[SpreadHow] = None
    opens_directly: Answer[bool] = None
    viewers: Answer[Count] = None
    recipients: Answer[Role] = None
    still_online: Answer[bool] = None
    will: Answer[bool] = None
    consented_to_making: Answer[bool] = None
    prevented_by: Answer[PreventedBy] = None
    object: Answer[CameraObject] = None
    keeper: Answer[Role] = None
    finder: Answer[Role] = None
    result_known: Answer[bool] = None
    price: Answer[Money] = None
    paid_only: Answer[bool] = None
    target: Answer[FakeTarget] = None
    source: Answer[FakeSource] = None
    purpose_to_spread: Answer[bool] = None
    purpose_words: Answer[Quote] = None
    looks_like_child: Answer[bool] = None
    picture: Answer[Picture] = None
    quote: Answer[Quote] = None
    about_material: Answer[bool] = None
    demands: Answer[tuple[Demand, ...]] = None
    demand_money: Answer[Money] = None
    demand_words: Answer[Quote] = None
    done: Answer[tuple[DoneAct, ...]] = None
    done_words: Answer[Quote] = None
    out_of_fear: Answer[bool] = None
    place_role: Answer[PlaceRole] = None
    said_saw_post: Answer[bool] = None
    people: Answer[Count] = None
    refused: Answer[Refusal] = None
    data_kinds: Answer[tuple[DataKind, ...]] = None
    id_kinds: Answer[tuple[IdKind, ...]] = None
    own_neighbourhood_tagged: Answer[bool] = None
    truth: Answer[Quote] = None
    message_kind: Answer[MessageKind] = None
    sexual_purpose: Answer[bool] = None
    service: Answer[Service] = None
    permission: Answer[bool] = None
    taken: Answer[tuple[Taken, ...]] = None
    left_when_asked: Answer[bool] = None
    order: Answer[Order] = None
    order_date: Answer[PartialDate] = None
    breach_how: Answer[BreachHow] = None
    violence_how: Answer[ViolenceHow] = None
    diagnosis: Answer[Diagnosis] = None
    means: Answer[tuple[SexualMeans, ...]] = None
    feelings: Answer[tuple[Feeling, ...]] = None
    consequences: Answer[tuple[Consequence, ...]] = None
    exhibits: Refs = ()
