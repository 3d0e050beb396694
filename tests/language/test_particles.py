import datetime
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.language import attach, day, is_sure, particle, reading
from legalkit.language.sounds import sounds

CASES = [
    line.split("\t") for line in Path(__file__).with_name("particles.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
PAIRS = [
    "은/는",
    "이/가",
    "을/를",
    "과/와",
    "아/야",
    "으로/로",
    "이라고/라고",
    "으로부터/로부터",
    "과의/와의",
    "이나/나",
]
SYLLABLES = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))
HANGUL = st.text(SYLLABLES, min_size=1, max_size=6)


@pytest.mark.parametrize(("word", "pair", "expected"), CASES)
def it_fits_the_particle_to_the_word_as_read(word, pair, expected):
    assert attach(word, pair) == expected


@given(HANGUL)
def it_hears_the_final_consonant_of_every_syllable(word):
    letters = unicodedata.normalize("NFD", word[-1])
    final = letters[2] if len(letters) == 3 else None
    expected = {None: "vowel", "\u11af": "rieul"}.get(final, "consonant")
    assert sounds(word) == {expected}


@given(HANGUL, st.sampled_from(PAIRS))
def and_it_hears_the_same_in_decomposed_hangul(word, pair):
    assert particle(unicodedata.normalize("NFD", word), pair) == particle(word, pair)


def and_it_leaves_the_word_as_it_was_written():
    decomposed = unicodedata.normalize("NFD", "서연")
    assert attach(decomposed, "은") == decomposed + "은"


@given(st.integers(0, 10**20 - 1), st.sampled_from(["{}", "{:,}"]))
def it_hears_a_number_as_it_is_read_out(number, form):
    assert sounds(form.format(number)) == sounds(reading(number))


@pytest.mark.parametrize("zeros", range(1, 20))
def and_it_hears_the_place_of_its_zeros(zeros):
    assert sounds(str(10**zeros)) == sounds(reading(10**zeros))


@given(
    HANGUL,
    st.sampled_from(["‘{}’", "“{}”", '"{}"', "'{}'", "「{}」", "『{}』", "《{}》", "<{}>", "({})", "[{}]", "【{}】"]),
)
def it_reads_what_stands_in_quotes_or_wholly_in_brackets(word, marks):
    assert sounds(marks.format(word)) == sounds(word)


@given(
    HANGUL,
    st.sampled_from(["(가명)", " (1998년생)", "[단톡방]", "(나(다))", "😊", "👩‍👧", "!", "…", ".", "(주)", "㈜", "™"]),
)
def but_it_does_not_read_what_follows_in_brackets_nor_signs(word, tail):
    assert sounds(word + tail) == sounds(word)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def it_reads_the_official_date_to_its_day(date):
    assert attach(day(date).ko, "을").endswith(".을")
    assert attach(day(date).ko, "으로").endswith(".로")


@given(st.text(max_size=30), st.sampled_from(PAIRS))
def it_never_fails_and_says_one_form_or_both(word, pair):
    first, second = pair.split("/")
    both = f"({first[0]}){second}" if first[1:] == second else f"{first[0]}({second[0]}){first[1:]}"
    assert particle(word, pair) in {first, second, both}


@pytest.mark.parametrize(
    "word", ["a" * 40_000 + " 1", "9" * 40_000 + "/7", "(" * 40_000, "가(나)" * 10_000, "1." * 20_000]
)
def and_it_reads_only_the_end_of_a_long_text(word):
    started = time.process_time()
    particle(word, "은")
    assert time.process_time() - started < 1


@given(HANGUL, st.sampled_from(PAIRS))
def it_knows_a_pair_by_both_forms_or_the_first(word, pair):
    assert particle(word, pair) == particle(word, pair.split("/")[0])


@pytest.mark.parametrize(
    "pair", ["은/는", "이/가", "을/를", "과/와", "아/야", "으로/로", "이라고/라고", "으로부터/로부터", "과의/와의"]
)
def and_it_knows_a_pair_by_its_second_form(pair):
    assert particle("홍길동", pair.split("/")[1]) == pair.split("/")[0]


@pytest.mark.parametrize(
    ("final", "expected"), [("vowel", ["는", "로"]), ("consonant", ["은", "으로"]), ("rieul", ["은", "로"])]
)
def it_follows_whoever_says_how_a_name_ends(final, expected):
    assert [particle("Joseph", pair, final=final) for pair in ("은/는", "으로/로")] == expected


@pytest.mark.parametrize("pair", ["", "에게", "은/가", "은/는/이", "에서"])
def but_it_refuses_a_pair_that_is_none(pair):
    with pytest.raises(ValueError, match="no such pair"):
        particle("홍길동", pair)


def but_it_refuses_a_final_sound_that_is_none():
    with pytest.raises(ValueError, match="final sound"):
        particle("홍길동", "은", final="ㄹ")


@pytest.mark.parametrize("word", ["", "😊", "김○○", "김**", "Жанна", "日本", "(())", "ㅋㅋㅋ"])
def it_says_when_it_is_not_sure(word):
    assert not is_sure(word)
