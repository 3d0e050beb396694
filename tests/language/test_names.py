import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.language import country, language_name, phone, romanise


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("홍길동", "Hong Gil-dong"),
        ("김철수", "Kim Cheol-su"),
        ("박서연", "Park Seo-yeon"),
        ("최수진", "Choi Su-jin"),
        ("이민", "Lee Min"),
        ("황보라", "Hwangbo Ra"),
        ("황 보라", "Hwang Bo-ra"),
        ("남궁옥분", "Namgung Ok-bun"),
        ("독고영재", "Dokgo Yeong-jae"),
        ("한복남", "Han Bok-nam"),
        ("제갈", "Je Gal"),
    ],
)
def it_suggests_how_a_name_is_written_in_a_passport(hangul, latin):
    assert romanise(hangul) == latin


@pytest.mark.parametrize("name", ["Kelly", "", "김Anna", "홍 길 동"])
def but_it_leaves_alone_what_it_cannot_part(name):
    assert romanise(name) == name


@given(st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=2, max_size=5))
def and_it_leaves_no_hangul_in_what_it_suggests(name):
    assert romanise(name).isascii()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("01012345678", "010-1234-5678"),
        ("010 1234 5678", "010-1234-5678"),
        ("+82-10-1234-5678", "010-1234-5678"),
        ("+82 (0)10 1234 5678", "010-1234-5678"),
        ("0082 10 1234 5678", "010-1234-5678"),
        ("010-123-4567", "010-123-4567"),
        ("02)123-4567", "02-123-4567"),
        ("0212345678", "02-1234-5678"),
        ("031-123-4567", "031-123-4567"),
        ("05012345678", "0501-234-5678"),
        ("15881234", "1588-1234"),
        ("０１０１２３４５６７８", "010-1234-5678"),
        ("1366", "1366"),
        (" +44 20 7946 0000 ", "+44 20 7946 0000"),
        ("번호 없음", "번호 없음"),
    ],
)
def it_shows_a_telephone_number_in_groups(typed, shown):
    assert phone(typed) == shown


@given(st.text(max_size=20))
def and_it_never_loses_a_digit(text):
    digits = [character for character in phone(text) if character in "0123456789"]
    assert phone(phone(text)) == phone(text)
    assert len(digits) >= len([character for character in text if character in "0123456789"]) - 5


def it_names_countries_and_languages_in_both_languages():
    assert (country("KR").ko, country("KR").en) == ("대한민국", "Republic of Korea")
    assert (country("US").ko, country("HK").en) == ("미국", "Hong Kong")
    assert (language_name("ko").en, language_name("vi").ko) == ("Korean", "베트남어")


def but_it_refuses_a_code_that_is_none():
    with pytest.raises(KeyError):
        country("ZZZ")
    with pytest.raises(KeyError):
        language_name("xx")
