"""Text arrives literally or is refused with a reason: never cut, never run, never with a person's number in it."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError, create_model

from legalkit.case.text import Id, Line, Mark, Model, Name, Quote, Text, Url, clean, has_hangul, has_registration_number
from legalkit.settings import LIMITS
from tests.support.cases import HOSTILE

NUMBERS = [
    "900101-1234567",
    "900101 - 1234567",
    "900101 1234567",
    "9001011234567",
    "900101.1234567",
    "９００１０１－１２３４５６７",
    "900101–1234567",
    "900101—1234567",
    "900101−1234567",
    "900101‑1234567",
    "010203-3234567",
    "900101-5234567",
    "900101-8234567",
    "번호는 900101-1234567입니다",
    "가900101-1234567나",
]
NO_NUMBERS = [
    "1234567890123",
    "900101-9234567",
    "900101-0234567",
    "901301-1234567",
    "900132-1234567",
    "900100-1234567",
    "1900101-1234567",
    "900101-12345678",
    "19900101-1234567",
    "900101-123456",
    "010-0000-0000",
    "2026. 3. 14. 21:30",
]


def read(kind, text):
    return create_model("Holder", __base__=Model, held=(kind, ...)).model_validate({"held": text}).held


def code(kind, text):
    with pytest.raises(ValidationError) as error:
        read(kind, text)
    return error.value.errors()[0]["type"]


class DescribeARegistrationNumber:
    @pytest.mark.parametrize("text", NUMBERS)
    def it_is_found_however_it_is_written(self, text):
        assert has_registration_number(text)

    @pytest.mark.parametrize("text", NO_NUMBERS)
    def but_it_is_not_seen_in_other_digits(self, text):
        assert not has_registration_number(text)

    @given(st.dates(), st.integers(1, 8), st.integers(0, 999_999), st.sampled_from(["", "-", " ", " - ", "–"]))
    def it_is_found_for_every_day_and_whatever_its_last_digit(self, day, kind, rest, between):
        assert has_registration_number(f"x{day:%y%m%d}{between}{kind}{rest:06d}y")

    @pytest.mark.parametrize("kind", [Name, Line, Text])
    @pytest.mark.parametrize("text", NUMBERS)
    def it_is_refused_in_names_lines_and_text(self, kind, text):
        assert code(kind, text) == "E-CASE-REGISTRATION-NUMBER"

    @pytest.mark.parametrize("kind", [Name, Line])
    def it_is_refused_where_a_number_came_instead_of_text(self, kind):
        assert code(kind, 9001011234567) == "E-CASE-REGISTRATION-NUMBER"

    @pytest.mark.parametrize(
        ("kind", "text"),
        [(Url, "https://a.example/p/9001011234567"), (Mark, "@9001011234567"), (Mark, "9001011234567.png")],
    )
    def but_its_bare_digits_are_let_pass_in_addresses_handles_and_file_names(self, kind, text):
        assert read(kind, text) == text

    @pytest.mark.parametrize(
        ("kind", "text"),
        [(Url, "https://a.example/p/900101-1234567"), (Mark, "@900101-1234567"), (Mark, "900101-1234567.png")],
    )
    def and_its_hyphenated_form_is_refused_there_too(self, kind, text):
        assert code(kind, text) == "E-CASE-REGISTRATION-NUMBER"


class DescribeText:
    @pytest.mark.parametrize("kind", [Line, Text, Mark, Name])
    @pytest.mark.parametrize("text", HOSTILE)
    def it_arrives_literally(self, kind, text):
        assert read(kind, text) == unicodedata.normalize("NFC", text).strip()

    @given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1))
    def it_is_composed_and_otherwise_left_alone(self, text):
        assume(text.strip() and not has_registration_number(text) and not {"\u2028", "\u2029"} & set(text))
        assert read(Text, text) == unicodedata.normalize("NFC", text).strip()

    def it_is_composed_where_it_came_in_pieces(self):
        assert read(Name, unicodedata.normalize("NFD", "강유진")) == "강유진"

    def it_is_kept_whole_at_ten_thousand_characters(self):
        text = "가나다 abc " * 1_250
        assert read(Text, text) == text.strip()

    @pytest.mark.parametrize("text", ["{{ jinja }}", "{% for x in y %}", "{# no #}", 'A&B <x> > "q"'])
    def it_is_not_a_template(self, text):
        assert read(Text, text) == text

    @pytest.mark.parametrize(
        ("written", "kept"),
        [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\x0bb", "a\nb"), ("a\x0cb", "a\nb"), ("a\u2028b", "a\nb"),
         ("a\u2029b", "a\nb"), ("a\x85b", "a\nb"), ("a\tb", "a\tb")],
    )  # fmt: skip
    def it_keeps_line_breaks_of_every_kind(self, written, kept):
        assert clean(written) == kept

    @pytest.mark.parametrize("bad", [*map(chr, [0, 1, 8, 14, 27, 31, 127]), "\ud800", "\udfff", "\ufffe", "\uffff"])
    @pytest.mark.parametrize("kind", [Name, Line, Text, Mark, Url])
    def but_it_is_refused_with_a_character_that_no_page_can_hold(self, kind, bad):
        assert code(kind, f"abcd{bad}") == "E-CASE-CONTROL"

    @pytest.mark.parametrize("kind", [Name, Line])
    @pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "a\r\nb"])
    def but_it_is_refused_in_two_lines_where_one_is_asked(self, kind, text):
        assert code(kind, text) == "E-CASE-ONE-LINE"

    @pytest.mark.parametrize("kind", [Name, Line, Text, Mark])
    @pytest.mark.parametrize("text", ["", " ", "\n", "\u3000"])
    def but_it_is_refused_where_nothing_is_said(self, kind, text):
        assert code(kind, text) == "string_too_short"

    @pytest.mark.parametrize(
        ("kind", "most"),
        [(Name, LIMITS.name), (Line, LIMITS.line), (Text, LIMITS.text), (Mark, LIMITS.line), (Url, 4 * LIMITS.line)],
    )
    def but_it_is_refused_beyond_its_bound_and_never_cut(self, kind, most):
        assert read(kind, "x" * most) == "x" * most
        assert code(kind, "x" * (most + 1)) == "string_too_long"

    @pytest.mark.parametrize("text", ["https://a.example/a b", "a.example\u3000x", "https://a.example/\n"[:-1] + "\tx"])
    def but_an_address_with_a_space_in_it_is_refused(self, text):
        assert code(Url, text) == "string_pattern_mismatch"

    @pytest.mark.parametrize("text", ["A", "가", "a_b", "-a", "", "a" * 41, "../a", "a/b", "a.b"])
    def but_an_id_is_only_small_letters_digits_and_hyphens(self, text):
        assert code(Id, text) == "string_pattern_mismatch"

    @pytest.mark.parametrize("kind", [Name, Line, Mark, Url])
    def and_a_number_is_taken_as_its_digits(self, kind):
        assert read(kind, 12345) == "12345"

    @pytest.mark.parametrize("kind", [Name, Line, Text, Mark, Url])
    @pytest.mark.parametrize("other", [True, 1.5, ["x"], {"a": 1}, None])
    def but_nothing_else_is_taken_for_text(self, kind, other):
        assert code(kind, other) == "string_type"


class DescribeAQuote:
    @pytest.mark.parametrize(
        ("words", "language"),
        [("그만 연락해", "ko"), ("stop", "en"), ("stop 그만", "ko"), ("ㅋㅋ", "ko"), ("123", "en")],
    )
    def it_is_korean_if_hangul_stands_in_it(self, words, language):
        assert Quote.model_validate(words).language == language

    def it_is_of_the_language_that_was_named(self):
        assert Quote.model_validate({"text": "dừng lại", "language": "vi"}).language == "vi"

    def it_carries_a_translation(self):
        quote = Quote.model_validate({"text": "stop", "translation": "그만"})
        assert (quote.language, quote.translation) == ("en", "그만")

    @pytest.mark.parametrize("data", [5, {"language": "en"}, {"text": 5}, ["a"], {"text": "a", "language": "English"}])
    def but_it_is_refused_without_words_or_with_no_code_of_a_language(self, data):
        with pytest.raises(ValidationError):
            Quote.model_validate(data)


@pytest.mark.parametrize("text", ["가", "ㄱ", "\u1100\u1161", "abc 가"])
def it_sees_hangul(text):
    assert has_hangul(text)


@pytest.mark.parametrize("text", ["", "abc", "漢字", "かな"])
def but_it_sees_none_elsewhere(text):
    assert not has_hangul(text)
