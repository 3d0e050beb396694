"""What is suggested for whole cases: the five examples line by line, ranges, unknown days, answers that are missing."""

from datetime import date

import pytest
from hypothesis import example as with_this
from hypothesis import given
from hypothesis import strategies as st

from legalkit.case import Case
from legalkit.case.paths import covered, pattern_of
from legalkit.case.reading import case_schema
from legalkit.law import Version, all_offences
from legalkit.law.suggest import READS, Suggestion, all_rules, suggest
from tests.law.suggest.cases import (
    NAMES,
    TODAY,
    absent,
    case,
    example,
    found,
    of_example,
    one,
    proposed,
    ranked,
    short,
)
from tests.support.cases import cases

FILMED = {"act": "filming", "will": True, "material": "nude_video", "shown": "nude_body"}
POSTED = {"act": "posting_data", "actor": "ex", "count": 5, "data_kinds": ["phone"], "will": True, "feelings": ["fear"]}


class DescribeSeoyeonsFakeVideo:
    acts = of_example("seoyeon")

    def it_proposes_the_making_and_the_spreading_of_a_fake_first(self):
        assert ranked(self.acts, "primary") == ["sv_14b_1", "sv_14b_2"]

    def it_proposes_defamation_for_the_caption_in_the_alternative_since_it_stands_with_the_video(self):
        assert ranked(self.acts, "alternative", "caption") == ["ic_70_2"]
        assert "incidents[1].urls[0]" in one(self.acts, "ic_70_2").from_answers

    def it_does_not_cite_the_child_act_while_nobody_knows_whether_the_picture_itself_shows_a_child(self):
        for offence in ("cy_11_1", "cy_11_3"):
            assert one(self.acts, offence).rank == "do_not_cite"
            assert "incidents[0].looks_like_child" in one(self.acts, offence).would_change

    @pytest.mark.parametrize(("says", "rank"), [(True, "alternative"), (False, "do_not_cite")])
    def it_proposes_the_child_act_only_in_the_alternative_and_only_if_the_picture_shows_a_child(self, says, rank):
        before = example("seoyeon")
        fake = before.incidents[0].model_copy(update={"looks_like_child": says})
        acts = suggest(before.model_copy(update={"incidents": (fake, *before.incidents[1:])}), TODAY)
        assert {one(acts, offence).rank for offence in ("cy_11_1", "cy_11_3")} == {rank}
        assert ranked(acts, "primary") == ["sv_14b_1", "sv_14b_2"]

    def it_cites_no_filming_and_no_grooming(self):
        assert {"sv_14_1", "cy_15b_1"} <= set(ranked(self.acts, "do_not_cite", "fake"))
        assert "sv_14_2a" in ranked(self.acts, "do_not_cite", "link")

    def it_takes_the_day_of_learning_where_no_day_is_known_and_says_so(self):
        making = one(self.acts, "sv_14b_1")
        assert (making.span, making.assumed) == ((None, date(2026, 3, 14)), date(2026, 3, 14))
        assert "incidents[0].when" in making.would_change

    def it_says_nothing_of_the_spreading_from_who_made_it(self):
        assert not any(path.startswith("accused") for path in one(self.acts, "sv_14b_2").from_answers)
        assert not any("incidents[0].actor" in each.from_answers for each in self.acts if each.incident == "link")


class DescribeYujinsStolenIdentity:
    acts = of_example("yujin")

    def it_proposes_stalking_by_impersonation_and_by_posting_data(self):
        assert proposed(self.acts, "accounts") == ["st_18_1"]
        assert proposed(self.acts, "contact-data") == ["st_18_1"]

    def it_proposes_the_fake_its_posting_and_defamation_online(self):
        assert ranked(self.acts, "primary", "fake-made") == ["sv_14b_1"]
        assert ranked(self.acts, "primary", "fake-posted") == ["sv_14b_2"]
        assert ranked(self.acts, "primary", "false-post") == ["ic_70_2"]

    def it_proposes_no_insult_more_than_six_months_after_she_knew_who_it_was(self):
        assert absent(self.acts, "cc_311")

    @pytest.mark.parametrize("incident", ["other-photo", "other-video"])
    def it_takes_another_womans_picture_for_a_false_fact_and_no_fake(self, incident):
        assert ranked(self.acts, "primary", incident) == ["ic_70_2"]
        assert ranked(self.acts, "alternative", incident) == ["ic_74_1_2"]
        assert {"sv_14b_2", "sv_14_2a"} <= set(ranked(self.acts, "do_not_cite", incident))

    def it_cites_no_misuse_of_data_by_a_processor_and_no_registration_number(self):
        assert {"pi_71_9", "pi_71_10", "rr_37"} <= set(ranked(self.acts, "do_not_cite", "contact-data"))

    @pytest.mark.parametrize(
        "incident", ["strangers-wrote", "parents-worship", "home-first", "home-second", "workplace"]
    )
    def it_charges_no_stranger_with_anything_and_marks_the_reason_as_an_opinion(self, incident):
        assert proposed(self.acts, incident) == []
        (nothing,) = [each for each in self.acts if each.incident == incident and each.rank == "none"]
        assert nothing.needs_checking

    def it_takes_the_seventeen_posts_as_one_stretch_from_the_first_to_the_last(self):
        assert one([a for a in self.acts if a.incident == "accounts"], "st_18_1").span == (
            date(2026, 2, 1), date(2026, 3, 5),
        )  # fmt: skip


class DescribeHanasThreatWithATape:
    acts = of_example("hana")

    def it_proposes_threat_and_coercion_as_two_counts_and_injury(self):
        assert ranked(self.acts, "primary", "threat") == ["sv_14c_1"]
        assert ranked(self.acts, "primary", "demand") == ["sv_14c_2"]
        assert ranked(self.acts, "primary", "knelt") == ["sv_14c_2"]
        assert ranked(self.acts, "primary", "beaten") == ["cc_257_1"]

    def it_proposes_no_filming_since_she_had_consented(self):
        assert absent(self.acts, "sv_14_1")
        assert (
            "incidents[1].consented_to_making"
            in one([a for a in self.acts if a.incident == "threat"], "sv_14_1").from_answers
        )

    def it_proposes_no_distribution_since_nothing_was_sent(self):
        assert absent(self.acts, "sv_14_2a")
        assert absent(self.acts, "sv_14_2b")

    def it_prints_no_threat_under_the_criminal_act_that_is_only_said_to_be_absorbed(self):
        for offence in ("cc_283_1", "cc_324_1"):
            assert one(self.acts, offence).needs_checking
            assert not one(self.acts, offence).may_be_printed


class DescribeKellysHiddenCamera:
    acts = of_example("kelly")

    def it_proposes_filming_or_the_attempt_of_it(self):
        assert ranked(self.acts, "primary") == ["sv_14_1"]
        assert ranked(self.acts, "alternative") == ["sv_15", "cc_319_1"]

    def it_does_not_cite_the_entering_of_a_place_for_everybody(self):
        assert one(self.acts, "sv_12").rank == "do_not_cite"
        assert "직원용 화장실" in one(self.acts, "sv_12").because.ko

    def it_cites_neither_an_indecent_act_nor_a_message(self):
        assert {"cc_298", "sv_13"} <= set(ranked(self.acts, "do_not_cite"))

    def it_rests_on_nothing_about_the_manager_of_the_building(self):
        assert not any("keeper" in path for each in self.acts for path in each.from_answers)

    def it_drops_the_attempt_once_it_is_known_what_was_filmed(self):
        camera = example("kelly").incidents[0].model_copy(update={"result_known": True, "shown": "using_toilet"})
        acts = suggest(example("kelly").model_copy(update={"incidents": (camera,)}), TODAY)
        assert "sv_15" not in proposed(acts)


class DescribeMiraesSoldClip:
    acts = of_example("mirae")

    def it_proposes_filming_sale_for_profit_and_watching(self):
        assert ranked(self.acts, "primary") == ["sv_14_1", "sv_14_3", "sv_14_3", "sv_14_4"]

    def it_proposes_plain_distribution_in_the_alternative_to_the_sales(self):
        assert ranked(self.acts, "alternative") == ["sv_14_2a", "sv_14_2a"]
        assert (
            "incidents[0].consented_to_making"
            in one([a for a in self.acts if a.incident == "sold-on-site"], "sv_14_2a").from_answers
        )

    def it_never_charges_real_footage_as_obscene_matter(self):
        assert absent(self.acts, "ic_74_1_2")

    def it_takes_an_approximate_month_as_that_month(self):
        assert one(self.acts, "sv_14_1").span == (date(2024, 12, 1), date(2024, 12, 31))


class DescribeTheExamples:
    @pytest.mark.parametrize("name", NAMES)
    def it_suggests_everything_that_was_chosen_for_them_in_the_same_rank(self, name):
        suggested = {(each.offence, each.rank, each.incident) for each in of_example(name) if each.may_be_printed}
        chosen = {(p.offence, p.rank.value, i) for p in example(name).provisions for i in p.incidents}
        assert chosen <= suggested

    def and_it_suggests_beyond_them_only_obscene_matter_in_the_alternative_to_a_spread_fake(self):
        more = {
            (name, short(each.offence), each.rank, each.incident)
            for name in NAMES
            for each in of_example(name)
            if each.may_be_printed
            and (each.offence, each.rank, each.incident)
            not in {(p.offence, p.rank.value, i) for p in example(name).provisions for i in p.incidents}
        }
        assert more == {
            ("seoyeon", "ic_74_1_2", "alternative", "link"), ("yujin", "ic_74_1_2", "alternative", "fake-posted"),
        }  # fmt: skip


class DescribeARange:
    def it_is_split_where_the_law_changes(self):
        acts = found({**FILMED, "when": {"start": "2018-12-17", "end": "2020-05-19"}})
        spans = [(a.span[0], a.span[1]) for a in acts if short(a.offence) == "sv_14_1"]
        assert spans == [
            (date(2018, 12, 17), date(2018, 12, 17)),
            (date(2018, 12, 18), date(2020, 5, 18)),
            (date(2020, 5, 19), date(2020, 5, 19)),
        ]

    def it_has_for_each_part_the_penalty_of_that_part(self):
        acts = found({**FILMED, "when": {"start": "2018-12-17", "end": "2020-05-19"}})
        years = [a.version.penalty.max_years for a in acts if short(a.offence) == "sv_14_1"]
        assert years == [5.0, 5.0, 7.0]

    def it_is_split_on_the_birthday_after_which_she_is_no_child(self):
        acts = found({**FILMED, "when": {"start": "2026-05-01", "end": "2026-06-30"}}, birth="2007-05-20")
        assert one(acts, "cy_11_1").span == (date(2026, 5, 1), date(2026, 5, 19))
        spans = [(a.rank, *a.span) for a in acts if short(a.offence) == "sv_14_1"]
        assert spans == [
            ("primary", date(2026, 5, 20), date(2026, 6, 30)),
            ("alternative", date(2026, 5, 1), date(2026, 5, 19)),
        ]

    def it_names_the_day_as_an_answer_that_would_change_what_is_for_a_part_only(self):
        acts = found({**FILMED, "when": {"start": "2020-05-01", "end": "2020-05-31"}})
        assert all("incidents[0].when" in a.would_change for a in acts if short(a.offence) == "sv_14_1")

    def but_it_stays_whole_where_nothing_changes(self):
        acts = found({**FILMED, "when": {"start": "2025-02-01", "end": "2025-05-31"}})
        assert one(acts, "sv_14_1").span == (date(2025, 2, 1), date(2025, 5, 31))
        assert "incidents[0].when" not in one(acts, "sv_14_1").would_change

    def it_goes_by_the_days_of_the_entries_where_they_are_known(self):
        posts = [{"when": day} for day in ("2023-07-01", "2023-07-10", "2023-09-01", "2023-09-05")]
        acts = found({**POSTED, "when": {"start": "2023-06-01", "end": "2023-12-31"}, "entries": posts})
        spans = {isinstance(a.version, Version): a.span for a in acts if short(a.offence) == "st_18_1"}
        assert spans == {
            False: (date(2023, 7, 1), date(2023, 7, 10)), True: (date(2023, 9, 1), date(2023, 9, 5)),
        }  # fmt: skip

    def it_ends_today_for_what_goes_on(self):
        acts = found({**FILMED, "when": {"start": "2026-11-01", "end": "2026-12-31"}})
        assert one(acts, "sv_14_1").span == (date(2026, 11, 1), TODAY)


class DescribeADayThatIsNotKnown:
    def it_takes_the_day_she_was_told(self):
        acts = found({**FILMED, "knowing": {"how": "told", "when": "2026-03-16"}})
        assert one(acts, "sv_14_1").assumed == date(2026, 3, 16)

    def it_takes_today_if_nothing_is_known(self):
        assert one(found({**FILMED, "when": "unknown"}), "sv_14_1").assumed == TODAY

    def but_it_does_not_ask_again_for_a_day_she_declined_to_tell(self):
        assert "incidents[0].when" not in one(found({**FILMED, "when": "declined"}), "sv_14_1").would_change

    def it_gives_no_provision_for_a_day_that_has_not_come(self):
        acts = found({**FILMED, "when": "2026-12-24"})
        assert [(a.rank, a.offence) for a in acts] == [("none", "")]
        assert "incidents[0].when" in acts[0].would_change

    def it_gives_no_provision_for_a_day_before_her_birth(self):
        assert [a.rank for a in found({**FILMED, "when": "1990-01-01"})] == ["none"]


class DescribeWhatIsMissing:
    def it_proposes_no_filming_while_it_is_not_known_whether_she_agreed(self):
        acts = found({"act": "filming", "when": "2025-01-01"})
        assert proposed(acts) == []
        (nothing,) = [a for a in acts if a.rank == "none"]
        assert {"incidents[0].will", "incidents[0].consented_to_making"} <= set(nothing.would_change)

    def it_asks_for_her_birth_where_her_age_would_change_it(self):
        acts = found({**FILMED, "when": "2025-01-01"}, birth=None)
        assert "victim.birth" in one(acts, "sv_14_1").would_change

    def it_asks_for_a_birth_known_by_its_year_only_where_the_year_leaves_it_open(self):
        open_, adult = (found({**FILMED, "when": "2025-06-01"}, birth=year) for year in ("2006", "2005"))
        assert "victim.birth" in one(open_, "sv_14_1").would_change
        assert "victim.birth" not in one(adult, "sv_14_1").would_change

    def it_names_both_parts_of_article_14_2_while_the_consent_to_the_filming_is_not_known(self):
        acts = found({"act": "reupload", "material": "nude_video", "when": "2025-01-01", "online": {"medium": "x"}})
        assert {"sv_14_2a", "sv_14_2b"} <= set(ranked(acts, "alternative"))
        assert ranked(acts, "primary") == []
        assert "incidents[0].consented_to_making" in one(acts, "sv_14_2a").would_change

    @pytest.mark.parametrize(("says", "offence"), [(False, "sv_14_2a"), (True, "sv_14_2b")])
    def and_it_decides_once_it_is_known(self, says, offence):
        acts = found({
            "act": "reupload", "material": "nude_video", "when": "2025-01-01", "consented_to_making": says,
            "online": {"medium": "x"},
        })  # fmt: skip
        assert ranked(acts, "primary") == [offence]
        assert ranked(acts, "alternative") == []

    def it_never_makes_one_who_is_not_named_the_actor(self):
        assert proposed(found({**FILMED, "when": "2025-01-01", "actor": "unknown"})) == ["sv_14_1"]

    def it_says_that_nothing_was_found_where_nothing_fits_and_nothing_is_missing(self):
        acts = found({"act": "posting_data", "when": "2022-01-01", "count": 1, "data_kinds": ["phone"], "will": True})
        (nothing,) = [a for a in acts if a.rank == "none"]
        assert nothing.would_change == ()
        assert "짐작" in nothing.because.ko


SCHEMA = case_schema()


def _stands(node: dict, path: list[str]) -> bool:
    """Whether a path leads somewhere in the JSON Schema of a case."""
    if "$ref" in node:
        return _stands(SCHEMA["$defs"][node["$ref"].rpartition("/")[2]], path)
    if options := node.get("anyOf") or node.get("allOf"):
        return any(_stands(each, path) for each in options)
    if not path:
        return True
    if "items" in node:
        return _stands(node["items"], path)
    return path[0] in node.get("properties", {}) and _stands(node["properties"][path[0]], path[1:])


class DescribeAnyCase:
    @given(of=cases(), day=st.dates(date(2020, 1, 1), date(2028, 12, 31)))
    def it_gets_suggestions_whose_offences_rules_and_paths_exist(self, of, day):
        offences, rules, acts = all_offences(), all_rules(), {each.id for each in of.incidents}
        suggestions = suggest(of, day)
        assert {each.incident for each in suggestions} == acts
        for each in suggestions:
            assert (each.offence in offences) != (each.rank == "none")
            assert each.rule in rules or each.rank == "none"
            assert each.because.ko and each.because.en
            assert each.span[0] is None or each.span[0] <= each.span[1] <= day
            for path in (*each.from_answers, *each.would_change):
                assert covered(READS, path), path
                assert _stands(SCHEMA, pattern_of(path).replace("[]", "").split(".")), path

    @with_this(of=case({"act": "filming", "when": {"start": "2000-01-01", "end": "2014-01-01"}}))
    @given(of=cases())
    def it_proposes_no_offence_twice_for_one_act_on_one_day(self, of):
        suggestions = suggest(of, TODAY)
        for each in suggestions:
            same = [s for s in suggestions if s.offence and (s.incident, s.offence) == (each.incident, each.offence)]
            assert [s for s in same if s is not each and _meet(s, each)] == []
            assert len(same) <= 1 or each.span[0], "only days that are known come in parts"

    @given(of=cases())
    def it_prints_only_what_was_in_force_and_was_read(self, of):
        for each in suggest(of, TODAY):
            if each.may_be_printed:
                assert isinstance(each.version, Version)
                assert each.version.in_force_from <= each.span[1]
                assert each.version.sure
                assert all_rules()[each.rule].verified in {"statute", "rule", "decision"}

    @given(of=cases())
    def it_suggests_the_same_for_the_same_case(self, of):
        assert suggest(of, TODAY) == suggest(Case.model_validate(of.model_dump()), TODAY)


def _meet(first: Suggestion, other: Suggestion) -> bool:
    starts = [each.span[0] or date.min for each in (first, other)]
    return starts[0] <= other.span[1] and starts[1] <= first.span[1]
