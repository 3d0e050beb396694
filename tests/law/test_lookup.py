"""Which provision was in force on the day of an act."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.errors import LawError
from legalkit.law import NotInForce, Version, all_offences, offence

OFFENCES = list(all_offences().values())
STARTS = [(o.id, v.in_force_from) for o in OFFENCES for v in o.versions]


@pytest.mark.parametrize(("offence_id", "start"), STARTS, ids=lambda x: str(x))
class DescribeEachSideOfEachDate:
    def it_gives_the_version_from_its_first_day_on(self, offence_id, start):
        answer = offence(offence_id).on(start)
        assert isinstance(answer, Version)
        assert answer.in_force_from == start

    def but_it_gives_another_one_or_none_the_day_before(self, offence_id, start):
        answer = offence(offence_id).on(start - timedelta(days=1))
        assert isinstance(answer, NotInForce) or answer.in_force_from < start


@given(st.sampled_from(OFFENCES), st.dates(date(1990, 1, 1), date(2029, 12, 31)))
def it_always_answers_with_a_version_of_that_day_or_a_reason(record, day):
    answer = offence(record.id).on(day)
    if isinstance(answer, Version):
        assert answer.in_force_from <= day
        assert answer.in_force_until is None or day <= answer.in_force_until
    else:
        assert answer.because.ko and answer.because.en
        assert all(isinstance(offence(i).on(day), Version) for i in answer.use_instead)


class DescribeCitation:
    def it_cites_the_number_of_the_day(self):
        answer = offence("sv_14_1").on(date(2026, 3, 14))
        assert answer.citation.ko == "성폭력처벌법 제14조제1항"
        assert answer.full.en == "Act on Special Cases Concerning the Punishment of Sexual Crimes, Article 14 (1)"

    def it_says_old_with_the_act_where_the_number_changed(self):
        answer = offence("ic_71_1_14").on(date(2024, 7, 23))
        assert answer.citation.ko == "구(舊) 정보통신망법(법률 제14080호) 제71조제1항제11호"
        assert answer.citation.en == "former Network Act (Act No. 14080), Article 71 (1) 11"


class DescribeFactsThatExclude:
    def it_leaves_unknown_facts_open(self):
        answer = offence("sv_14b_1").on(date(2024, 10, 15))
        assert "purpose_to_distribute" in [c.fact for c in answer.depends_on]

    def it_names_no_deepfake_made_to_keep_before_2024_10_16(self):
        facts = {"purpose_to_distribute": "no"}
        assert offence("sv_14b_1").on(date(2024, 10, 15), given=facts).fact == "purpose_to_distribute"
        assert isinstance(offence("sv_14b_1").on(date(2024, 10, 16), given=facts), Version)

    def it_sends_threats_with_a_deepfake_before_2024_10_16_to_the_criminal_act(self):
        facts = {"material": "deepfake"}
        assert offence("sv_14c_1").on(date(2024, 10, 15), given=facts).use_instead == ("cc_283_1_threat",)
        assert isinstance(offence("sv_14c_1").on(date(2024, 10, 16), given=facts), Version)

    def it_sends_a_face_swap_of_a_teenager_to_the_deepfake_article(self):
        answer = offence("cy_11_3").on(date(2026, 3, 14), date(2008, 5, 20), {"material": "deepfake"})
        assert answer.use_instead == ("sv_14b_2_deepfake_distribution",)

    def it_covers_self_filmed_material_from_2018_12_18(self):
        facts = {"self_filmed": "yes"}
        assert isinstance(offence("sv_14_2b").on(date(2018, 12, 17), given=facts), NotInForce)
        assert isinstance(offence("sv_14_2b").on(date(2018, 12, 18), given=facts), Version)

    def it_never_cites_the_void_part_of_article_3(self):
        answer = offence("sv_3_1").on(date(2021, 1, 1), given={"sexual_act": "indecent_act"})
        assert answer.use_instead == ("cc_319_1_home_intrusion", "cc_298_indecent_act", "cc_299_quasi_rape")
        assert isinstance(offence("sv_3_1").on(date(2019, 1, 1), given={"sexual_act": "indecent_act"}), Version)

    def it_has_no_attempted_threat_with_images_before_2020_06_25(self):
        facts = {"attempt": "yes"}
        assert offence("sv_14c_1").on(date(2020, 6, 24), given=facts).use_instead == ("cc_283_1_threat",)
        assert isinstance(offence("sv_14c_1").on(date(2020, 6, 25), given=facts), Version)

    @pytest.mark.parametrize("facts", [{"weather": "rain"}, {"material": "marble"}])
    def but_it_refuses_facts_and_values_nobody_knows(self, facts):
        with pytest.raises(LawError) as error:
            offence("sv_14_1").on(date(2026, 1, 1), given=facts)
        assert error.value.problems[0].code in ("E-LAW-UNKNOWN-FACT", "E-LAW-UNKNOWN-VALUE")
        assert "allowed" in error.value.problems[0].params


class DescribeAge:
    def it_excludes_until_2024_06_26_whoever_turns_19_that_year(self):
        born = date(2005, 9, 1)
        before = offence("cy_11b_1").on(date(2024, 10, 16), date(2005, 10, 16))
        assert before.decided_by == "age"
        assert offence("cy_15b_1").on(date(2024, 6, 26), born).use_instead == ("sv_13_obscene_communication",)
        assert isinstance(offence("cy_15b_1").on(date(2024, 6, 27), born), Version)

    def it_counts_the_day_the_material_was_made_if_told(self):
        shared = date(2026, 3, 14)
        assert isinstance(offence("cy_11_3").on(shared, date(2005, 3, 2), age_day=date(2021, 5, 1)), Version)
        assert offence("cy_11_3").on(shared, date(2005, 3, 2)).decided_by == "age"

    def it_covers_13_to_15_from_2020_05_19(self):
        born = date(2006, 1, 1)
        assert offence("cc_305").on(date(2020, 5, 18), born).use_instead
        assert isinstance(offence("cc_305").on(date(2020, 5, 19), born), Version)


class DescribeComplaint:
    @pytest.mark.parametrize(
        ("offence_id", "day", "kind"),
        [
            ("st_18_1", date(2023, 7, 10), "not_against_will"),
            ("st_18_1", date(2023, 7, 11), "none"),
            ("sv_13", date(2013, 6, 18), "complaint_needed"),
            ("sv_13", date(2013, 6, 19), "none"),
            ("cc_311", date(2026, 1, 1), "complaint_needed"),
            ("cc_350_1", date(2026, 1, 1), "complaint_needed_if_relative"),
        ],
    )
    def it_says_whether_one_is_needed_for_acts_of_that_day(self, offence_id, day, kind):
        assert offence(offence_id).on(day).complaint.kind == kind


class DescribeBadQuestions:
    @pytest.mark.parametrize("name", ["", "xx_1", "sv_99_nothing", "sv_14_2", "14"])
    def but_it_refuses_an_unknown_offence_never_the_nearest(self, name):
        with pytest.raises(LawError) as error:
            offence(name)
        assert [p.code for p in error.value.problems] == ["E-LAW-UNKNOWN-OFFENCE"]

    def but_it_refuses_a_future_act_and_a_birth_after_it_at_once(self):
        with pytest.raises(LawError) as error:
            offence("sv_14_1").on(date(2026, 12, 1), date(2027, 1, 1), as_of=date(2026, 11, 22))
        assert [p.code for p in error.value.problems] == ["E-LAW-FUTURE-ACT", "E-LAW-BIRTH-AFTER-ACT"]
