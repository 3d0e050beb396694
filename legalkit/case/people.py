"""People of a case: who they are, what they are called, where they can be reached."""

from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from legalkit.case.answers import Answer
from legalkit.case.codes import Medium, Region, RelationKind, ReporterRole, Role
from legalkit.case.dates import PartialDate
from legalkit.case.text import NO_NAMES, Id, Line, Model, Name, Named, Quote, Url, has_hangul
from legalkit.settings import LIMITS

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166 code of a country, such as ``KR``."""
LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
"""An ISO 639 code of a language, such as ``ko``."""
FinalSound = Annotated[str, Field(pattern=r"^(vowel|consonant|rieul)$")]
"""How a name ends when it is read aloud: ``vowel``, ``consonant`` or ``rieul`` (ㄹ); chooses the particle."""


class PersonName(Model):
    """One name in three forms; a name alone is read as the form its letters are of.

    Attributes:
        hangul: the Korean name, or how a foreign name is read in Hangul.
        passport: as in the passport.
        romanised: a Korean name in Latin letters, where there is no passport spelling.
        final_sound: overrides the particle.

    >>> PersonName.model_validate("홍길동").hangul
    '홍길동'
    """

    hangul: Name | None = None
    passport: Name | None = None
    romanised: Name | None = None
    final_sound: FinalSound | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:  # noqa: ANN401
        if isinstance(data, str):
            if data in NO_NAMES:
                raise PydanticCustomError("E-CASE-NO-NAME", "no name")
            return {"hangul" if has_hangul(data) else "passport": data}
        return data

    def forms(self) -> tuple[str, ...]:
        """Every form that is given."""
        return tuple(form for form in (self.hangul, self.passport, self.romanised) if form)


class Address(Model):
    """An address, for the confidential sheet alone.

    Attributes:
        text: as it is written on an envelope.
        postcode: of the country.
        region: the 시·도, to warn when an office would tell it.
        country: where it is.
    """

    text: Quote
    postcode: Line | None = None
    region: Region | None = None
    country: Country | None = None


class Person(Model):
    """Someone on her side: herself, a parent, a lawyer, a trusted person.

    Attributes:
        name: the real name.
        alias: the name used instead of it when alias mode is on.
        birth: date of birth.
        nationality: a country.
        address: where the person lives.
        phone: a number.
        email: an address.
        occupation: in own words.
    """

    name: Answer[PersonName] = None
    alias: PersonName | None = None
    birth: Answer[PartialDate] = None
    nationality: Answer[Country] = None
    address: Answer[Address] = None
    phone: Answer[Line] = None
    email: Answer[Line] = None
    occupation: Answer[Quote] = None


class Victim(Person):
    """The person it was done to.

    Attributes:
        disability: a disability that weakens her capacity to decide or to tell (성폭력처벌법 제26조제4항).
        abroad: lives outside Korea now.
        has_own_lawyer: a lawyer is retained already.
    """

    disability: Answer[bool] = None
    abroad: Answer[bool] = None
    has_own_lawyer: Answer[bool] = None


class Helper(Person):
    """Someone who acts or comes along for her.

    Attributes:
        relation: what the person is to the victim.
        organisation: the office or centre.
    """

    relation: Answer[Role] = None
    organisation: Answer[Quote] = None


class Reporter(Model):
    """Who fills in the case.

    Attributes:
        role: the victim herself, a legal representative, a lawyer, an organisation, a third party.
        person: who that is, if not the victim.
        mandate: a written power of attorney exists (경찰수사규칙 제23조).
        language: the language the answers are given in.
    """

    role: ReporterRole
    person: Helper | None = None
    mandate: Answer[bool] = None
    language: LanguageCode = "ko"


class Account(Model):
    """An account by which an unknown person is known.

    Attributes:
        medium: the platform.
        handle: as shown, with its sign.
        number: the numeric id, if visible.
        url: the page of the account.
    """

    medium: Medium = Medium.OTHER
    handle: Named | None = None
    number: Named | None = None
    url: Url | None = None


class Relation(Model):
    """What the accused is to the victim, and since when.

    Attributes:
        kind: coded relation.
        start: from when.
        end: until when.
        divorced: day of the divorce.
        lived_together: lived in one home.
        de_facto_spouses: lived as spouses without registration (사실혼).
        kin_within_four: related within the fourth degree.
    """

    kind: Answer[RelationKind] = None
    start: Answer[PartialDate] = None
    end: Answer[PartialDate] = None
    divorced: Answer[PartialDate] = None
    lived_together: Answer[bool] = None
    de_facto_spouses: Answer[bool] = None
    kin_within_four: Answer[bool] = None


class Accused(Model):
    """Someone accused, known or unknown.

    Attributes:
        id: the reference used by incidents.
        name: unknown prints 성명불상.
        birth: date or year of birth.
        address: where the person lives; decides the court of an injunction.
        phone: a number.
        email: an address.
        occupation: in own words.
        accounts: how an unknown person is known.
        features: looks, sex, what identifies the person.
        relation: to the victim.
        official: is a police officer, a prosecution or court official (중대범죄수사청법 제2조).
    """

    id: Id
    name: Answer[PersonName] = None
    birth: Answer[PartialDate] = None
    address: Answer[Address] = None
    phone: Answer[Line] = None
    email: Answer[Line] = None
    occupation: Answer[Quote] = None
    accounts: Annotated[tuple[Account, ...], Field(max_length=LIMITS.items)] = ()
    features: Answer[Quote] = None
    relation: Relation = Relation()
    official: Answer[bool] = None
