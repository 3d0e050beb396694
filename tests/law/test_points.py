"""Duties and points of procedure."""

from datetime import date

import pytest

from legalkit.errors import LawError
from legalkit.law import duty, procedure_point


class DescribeProcedure:
    def it_sends_every_sexual_crime_to_the_prosecutor_from_2026_10_02(self):
        assert procedure_point("mandatory_referral", date(2026, 10, 2)).sure
        with pytest.raises(LawError) as error:
            procedure_point("mandatory_referral", date(2026, 10, 1))
        assert error.value.problems[0].code == "E-LAW-RULE-NOT-IN-FORCE"

    def it_marks_what_nobody_has_checked(self):
        assert not procedure_point("injunction_service_fee", date(2026, 11, 22)).sure

    def but_it_refuses_an_unknown_point(self):
        with pytest.raises(LawError):
            duty("duty_to_be_kind", date(2026, 11, 22))


class DescribeDuties:
    def it_makes_integrated_centres_report_sex_offences_against_children_from_2026_12_10(self):
        assert "통합지원센터" not in duty("duty_cya_34_2", date(2026, 12, 9)).text.ko
        assert "통합지원센터" in duty("duty_cya_34_2", date(2026, 12, 10)).text.ko
