"""People: three forms of a name, addresses, accounts, relations."""

import pytest
from pydantic import ValidationError

from legalkit.case.answers import NoAnswer
from legalkit.case.incident import Online
from legalkit.case.people import Account, Accused, Address, PersonName, Relation, Reporter, Victim
from legalkit.case.wishes import Office


class DescribeAName:
    @pytest.mark.parametrize(
        ("written", "form"), [("강유진", "hangul"), ("KELLY ANNE", "passport"), ("켈리 Kelly", "hangul")]
    )
    def it_is_read_as_the_form_its_letters_are_of(self, written, form):
        assert getattr(PersonName.model_validate(written), form) == written

    def it_tells_every_form_that_is_given(self):
        name = PersonName(hangul="강유진", romanised="Kang Yu-jin")
        assert name.forms() == ("강유진", "Kang Yu-jin")
        assert PersonName().forms() == ()

    @pytest.mark.parametrize("sound", ["vowel", "consonant", "rieul"])
    def it_may_say_how_it_ends(self, sound):
        assert PersonName(hangul="A", final_sound=sound).final_sound == sound

    def but_it_knows_no_other_end(self):
        with pytest.raises(ValidationError):
            PersonName(hangul="A", final_sound="ㄹ")

    @pytest.mark.parametrize("word", ["unknown", "declined"])
    def and_no_answer_is_no_name(self, word):
        with pytest.raises(ValidationError, match="no name"):
            Victim.model_validate({"alias": word})

    @pytest.mark.parametrize("word", ["unknown", "declined"])
    @pytest.mark.parametrize(
        ("model", "told"),
        [(Account, {"handle": ...}), (Account, {"number": ...}), (Office, {"name": ...}),
         (Online, {"medium": "x", "room": ...}), (Online, {"medium": "x", "account": ...})],
    )  # fmt: skip
    def and_of_an_account_a_room_and_an_office_neither(self, word, model, told):
        with pytest.raises(ValidationError, match="no name"):
            model.model_validate({name: word if value is ... else value for name, value in told.items()})


class DescribeAPerson:
    def it_may_leave_everything_unsaid(self):
        assert Victim().name is None
        assert Accused(id="a").name is None

    @pytest.mark.parametrize("word", ["unknown", "declined"])
    def it_may_be_unknown_or_declined(self, word):
        person = Accused.model_validate({"id": "a", "name": word, "birth": word, "address": word, "phone": word})
        assert {person.name, person.birth, person.address, person.phone} == {NoAnswer(word)}

    def it_has_an_address_in_any_language(self):
        address = Address.model_validate({"text": "00 Example Avenue", "country": "CA"})
        assert (address.text.language, address.region) == ("en", None)

    def it_keeps_a_phone_number_that_came_as_a_number(self):
        assert Victim.model_validate({"phone": 1000000000}).phone == "1000000000"

    @pytest.mark.parametrize("country", ["kr", "KOR", "대한민국", ""])
    def but_a_country_is_a_code_of_two_letters(self, country):
        with pytest.raises(ValidationError):
            Victim.model_validate({"nationality": country})

    def but_it_is_asked_for_no_number_of_a_register_and_no_status(self):
        asked = {*Victim.model_fields, *Accused.model_fields, *Reporter.model_fields}
        assert not {"rrn", "registration_number", "passport_number", "visa", "residence_status"} & asked

    def and_it_cannot_be_changed(self):
        with pytest.raises(ValidationError):
            Victim().phone = "1"


def it_knows_an_account_by_its_handle_or_its_number():
    account = Account.model_validate({"medium": "telegram", "handle": "@x", "number": 70000005031})
    assert (account.handle, account.number) == ("@x", "70000005031")


def it_asks_of_a_relation_whether_they_lived_together():
    relation = Relation.model_validate({"kind": "former_dating", "start": "2022", "lived_together": False})
    assert relation.lived_together is False
    assert relation.de_facto_spouses is None


def but_a_reporter_has_one_of_the_roles():
    with pytest.raises(ValidationError):
        Reporter.model_validate({"role": "friend"})
