"""A date is printed as exactly as it was given, and no more."""

from legalkit.case import When
from legalkit.filings._moments import cell, phrase


def it_does_not_make_an_approximate_day_of_discovery_exact():
    sure, about = (When.model_validate({"learned": "2026-03-14", **more}) for more in ({}, {"about": True}))
    assert "2026. 3. 14." in phrase(sure, "I").plain().ko
    assert "2026" not in phrase(about, "I").plain().ko + phrase(about, "I").plain().en
    assert (cell(about).plain().ko, cell(about).en) == ("2026. 3. 14.경 이전", "before about 14 March 2026")
