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
