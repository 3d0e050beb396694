"""The notation, and every reviewed sentence read by it."""

import pytest

from legalkit.case import read_case
from legalkit.case.paths import get
from legalkit.filings._pattern import PatternError, fill, names, parse
from legalkit.filings._telling import vocabulary
from legalkit.filings._words import entries, patterns
from tests.support.reviewed import bracketed, pairs

ACTS = patterns("acts")
TWINS = {
    f"{act}[{place}]{kind}": (pattern[f"{kind}ko"], pattern[f"{kind}en"])
    for act, found in ACTS.items()
    for place, pattern in enumerate(found)
    for kind in ("", "many_")
    if f"{kind}ko" in pattern
}
FRAME = [(name, twin) for name, twin in pairs("frame") if name.split(".")[1] not in ("readers", "index_labels")]
BROUGHT = {
    "from_to", "n_times", "schedule_at", "from", "divorced", "relation", "accounts", "body", "reason_words",
    "place_words", "online_words", "report_when", "report_office", "when", "title", "day", "language", "translation",
    "exhibits", "files", "office", "site", "n",
}  # fmt: skip
"""Slots that a caller brings along."""
PERSONS = {
    "complainant", "complainant's", "victim", "victim_", "victim's", "victim's_own", "was", "not_known",
    "not_known_who",
    "accused", "me", "debtor", "creditor",
}  # fmt: skip


def _filled(text: str, language="ko", **values: str) -> str:
    return fill(text, language, values.get, lambda answer: answer in values).plain


class DescribeTheNotation:
    def it_puts_a_value_in_a_slot_with_its_particle(self):
        assert _filled("{a:은} {b:으로} 갔다", a="홍길동", b="서울") == "홍길동은 서울로 갔다"

    def it_prints_a_particle_alone(self):
        assert _filled('"{a}"{a:~이라고} 하였다', a="가겠다") == '"가겠다"라고 하였다'

    def it_leaves_particles_out_of_english(self):
        assert _filled("{a:은} went", "en", a="I") == "I went"

    def it_drops_an_empty_slot_with_the_space_before_it(self):
        assert _filled("{a:은} {b} 왔다", a="나") == "나는 왔다"

    def it_prints_a_bracket_only_where_its_answer_stands(self):
        assert _filled("{a:은} [b? 허락 없이] 왔다", a="나") == "나는 왔다"
        assert _filled("{a:은} [b? 허락 없이] 왔다", a="나", b="x") == "나는 허락 없이 왔다"

    def it_takes_brackets_within_brackets(self):
        assert _filled("[a? [b? 나] 너] 왔다", a="x") == "너 왔다"

    def it_takes_a_sentence_apart_at_its_verb(self):
        body = fill("{a:은} ‹왔|온› 것", "ko", {"a": "나"}.get, lambda answer: False)
        assert (body.before, body.past, body.other, body.after) == ("나는 ", "왔", "온", " 것")

    def it_takes_both_forms_of_a_verb_from_an_answer(self):
        body = fill("‹{a}›", "ko", {"a": "게시하였|게시한"}.get, lambda answer: False)
        assert (body.past, body.other) == ("게시하였", "게시한")

    def it_sets_nobody_apart_whom_nobody_named(self):
        assert _filled("{a:은} 왔다", a="누군가") == "누군가가 왔다"

    @pytest.mark.parametrize("text", ["{a", "[b? x", "x]", "{A}", "‹x", "[b x]"])
    def but_it_refuses_what_is_not_in_the_notation(self, text):
        with pytest.raises(PatternError):
            parse(text)

    @pytest.mark.parametrize("text", ["{% x %}", "{{ x }}", "{_{", "[x? y]", "‹a|b›", "}", "A&B <x>"])
    def and_it_never_reads_what_a_person_wrote(self, text):
        assert _filled('"{a}"라고 하였다', a=text) == f'"{text}"라고 하였다'


class DescribeEveryReviewedSentence:
    @pytest.mark.parametrize("name", TWINS)
    def it_is_in_the_notation_and_says_the_same_in_both_languages(self, name):
        korean, english = (_comparable(text) for text in TWINS[name])
        assert korean == english

    @pytest.mark.parametrize("name", TWINS)
    def it_binds_the_same_clauses_to_the_same_answers(self, name):
        korean, english = TWINS[name]
        assert bracketed(korean) == bracketed(english)

    @pytest.mark.parametrize("act", ACTS)
    def it_names_nothing_but_the_vocabulary(self, act):
        known = vocabulary() | PERSONS | BROUGHT
        for pattern in ACTS[act]:
            texts = [value for key, value in pattern.items() if key in ("ko", "en", "many_ko", "many_en")]
            assert {name for text in texts for name in names(parse(text))} <= known
            assert {pattern.get("if"), pattern.get("unless"), pattern.get("quotes")} - {None} <= known

    def it_holds_keys_that_mean_something(self):
        keys = {key for found in ACTS.values() for pattern in found for key in pattern}
        assert keys <= {"ko", "en", "many_ko", "many_en", "if", "unless", "ends", "quotes"}
        assert {pattern.get("ends", "plain") for found in ACTS.values() for pattern in found} <= {
            "plain", "knowing", "hearsay"
        }  # fmt: skip

    @pytest.mark.parametrize("act", ACTS)
    def it_ends_as_its_way_of_ending_asks(self, act):
        for pattern in ACTS[act]:
            open_ended = pattern.get("ends") in ("knowing", "hearsay")
            for korean in (pattern[key] for key in ("ko", "many_ko") if key in pattern):
                assert ("‹" in korean) is korean.endswith("›") is open_ended
            for english in (pattern[key] for key in ("en", "many_en") if key in pattern):
                assert ("‹" in english) is open_ended

    @pytest.mark.parametrize(("name", "twin"), FRAME)
    def it_says_around_the_acts_the_same_in_both_languages(self, name, twin):
        # the actor of an ending stands in Korean at the head of its body
        body = {"actor"} if name.startswith("frame.endings") else set()
        assert _comparable(twin.ko) - body == _comparable(twin.en) - body
        assert bracketed(twin.ko) == bracketed(twin.en)

    def it_lists_requests_that_name_real_wishes(self):
        case = read_case({"id": "case-1", "reporter": {"role": "self"}})
        for entry in entries("requests"):
            assert get(case, entry.get("wish", "wishes.alias")) is None


def _comparable(text: str) -> frozenset[str]:
    """Slots and answers of a sentence, those left out that are persons or the same thing in another form."""
    return frozenset(_plain(name) for name in names(parse(text))) - PERSONS - {""}


def _plain(name: str) -> str:
    return {"actor_": "actor", "learned_on": "learned_medium"}.get(name, name)
