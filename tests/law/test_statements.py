"""The one list of everything the law files say, and the provisions read out of citations."""

from datetime import date, timedelta

import pytest

from legalkit.law import deadline, filing_rule, offence
from legalkit.law.ages import fits_age
from legalkit.law.catalogue import changes, listing
from legalkit.law.references import named_in
from legalkit.law.statements import statements
from legalkit.law.store import act_classes, all_offences, relation_classes

DAY = timedelta(days=1)


class DescribeStatements:
    everything = tuple(statements())

    def it_says_of_each_where_it_stands(self):
        assert [each.id for each in self.everything if not each.provisions and each.id != "any"] == []

    def it_holds_every_kind_of_act_and_of_relation(self):
        assert {each.id for each in self.everything if each.kind == "acts"} == set(act_classes())
        assert {each.id for each in self.everything if each.kind == "relations"} == set(relation_classes())

    def it_holds_every_attempt_and_every_bar_to_prosecution(self):
        attempts = {o.id for o in all_offences().values() if o.attempt}
        bars = {o.id for o in all_offences().values() if any(line.basis for line in o.complaint)}
        assert {each.id for each in self.everything if each.kind == "attempt"} == attempts
        assert {each.id for each in self.everything if each.kind == "complaint"} == bars

    def it_holds_the_limitation_table(self):
        assert ("limitation", "table") in {(each.kind, each.id) for each in self.everything}

    def it_tells_from_which_day_an_attempt_is_punished(self):
        found = {each.id for each in changes(date(2020, 6, 25), date(2020, 6, 25)) if each.kind == "attempt"}
        assert {"sv_14b_1_deepfake_creation", "sv_14c_1_threat_with_images"} <= found


class DescribeNamedIn:
    @pytest.mark.parametrize(
        ("citation", "found"),
        [
            ("형법 제354조, 제328조, 형사소송법 제230조제1항", ["제354조", "제328조", "제230조제1항"]),
            ("아청법 제11조의2제1항; 대법원 2025. 8. 14. 2024도17801", ["제11조의2제1항"]),
            ("구(舊) 스토킹처벌법(법률 제18083호) 제18조제3항, 법률 제19518호 부칙 제7조", ["제18조제3항"]),
            ("대법원 2023. 10. 12. 2023도5757", []),
        ],
    )
    def it_finds_the_provisions_of_a_citation(self, citation, found):
        assert [each.article for each in named_in(citation)] == found

    def it_takes_the_number_of_the_day(self):
        citation = "정보통신망법 제71조제2항(2016-09-23 전에는 제72조제2항)"
        days = (date(2016, 9, 22), date(2016, 9, 23))
        assert [named_in(citation, day)[0].article for day in days] == ["제72조제2항", "제71조제2항"]

    def it_keeps_the_act_of_an_old_text(self):
        assert named_in("구(舊) 성폭력처벌법(법률 제10258호) 제15조, 제18조")[1].act_no == 10258


class DescribeWhatWasReadAgain:
    """Data set right by the statutes; each on both sides of its day."""

    def it_never_needed_a_complaint_for_an_indecent_act_on_a_detainee(self):
        kinds = [offence(f"sv_10_{n}").on(date(2013, 6, 18)).complaint.kind for n in (1, 2)]
        assert kinds == ["complaint_needed", "none"]

    @pytest.mark.parametrize(
        ("offence_id", "day", "basis"),
        [
            ("cc_298", date(2010, 4, 14), "구(舊) 형법 제306조"),
            ("cc_298", date(2010, 4, 15), "구(舊) 형법 제306조, 구(舊) 성폭력처벌법(법률 제10258호) 제18조"),
            ("sv_24_2", date(2013, 6, 18), "구(舊) 성폭력처벌법(법률 제10258호) 제43조제4항"),
            ("sv_24_2", date(2013, 6, 19), "성폭력처벌법 제50조제4항"),
            ("rr_37_rrn", date(2009, 10, 1), "구(舊) 주민등록법(법률 제8422호) 제37조제9호 단서"),
            ("rr_37_rrn", date(2009, 10, 2), "구(舊) 주민등록법(법률 제9574호) 제37조제10호 단서"),
            ("rr_37_rrn", date(2022, 1, 11), "주민등록법 제37조제1항제10호 단서"),
        ],
    )
    def it_gives_the_bar_to_prosecution_under_the_number_of_the_day(self, offence_id, day, basis):
        assert offence(offence_id).on(day).complaint.basis == basis

    def it_punished_the_attempt_of_an_intrusion_before_2016_09_23_too(self):
        for day in (date(2008, 3, 22), date(2016, 9, 22), date(2016, 9, 23)):
            assert offence("ic_71_1_11").on(day, given={"attempt": "yes"}).penalty.max_years in (3, 5)

    def it_cites_the_breach_of_a_provisional_measure_by_the_number_of_today(self):
        told = [offence("st_20_2_violate").on(d).citation.ko for d in (date(2023, 7, 10), date(2023, 7, 11))]
        assert told == ["구(舊) 스토킹처벌법(법률 제18083호) 제20조", "스토킹처벌법 제20조제2항"]
        assert offence("st_20_2_violate").on(date(2027, 4, 22)).citation.ko == "스토킹처벌법 제20조제2항제1호"
        listed = {each.id: each.citation.ko for each in listing()}
        assert listed["st_20_2_violate_provisional_measure"] == "스토킹처벌법 제20조제2항"

    def it_punishes_the_breach_of_a_family_protection_order_from_2011_10_26(self):
        assert offence("dv_63_1").on(date(2011, 10, 25)).decided_by == "date"
        assert offence("dv_63_1").on(date(2011, 10, 26)).article.ko == "제63조제2호"
        assert offence("dv_63_1").on(date(2012, 1, 17)).citation.ko == "가정폭력처벌법 제63조제1항제2호"

    def it_makes_the_prosecutor_appoint_a_lawyer_for_a_victim_under_19_from_2023_10_12(self):
        first = date(2023, 10, 12)
        reasons = [filing_rule("state_lawyer_request").on(day).reason.ko for day in (first - DAY, first)]
        assert ["선정하여야" in reason for reason in reasons] == [False, True]
        assert not fits_age("under_19_victim", date(2010, 1, 1), first - DAY)
        assert fits_age("under_19_victim", date(2010, 1, 1), first)


class DescribeHolidays:
    @pytest.mark.parametrize(
        ("day", "working"),
        [
            (date(2024, 2, 12), False), (date(2024, 4, 10), False), (date(2024, 5, 6), False),
            (date(2024, 10, 1), False), (date(2025, 1, 27), False), (date(2025, 3, 3), False),
            (date(2025, 5, 6), False), (date(2025, 6, 3), False), (date(2025, 10, 8), False),
            (date(2026, 3, 2), False), (date(2026, 5, 25), False), (date(2026, 8, 17), False),
            (date(2027, 2, 9), False), (date(2027, 8, 16), False), (date(2027, 10, 4), False),
            (date(2028, 10, 5), False), (date(2026, 12, 24), True), (date(2027, 1, 4), True),
        ],
    )  # fmt: skip
    def it_knows_substitute_holidays(self, day, working):
        assert (deadline("suspension_objection", day - timedelta(days=30)).last_day == day) is working
