"""Dates as people write and remember them; a date that could be read in two ways is refused."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from legalkit.case.dates import PartialDate, When
from tests.support.cases import partial_dates

SHAPES = {
    "2026-03-14": "2026-03-14",
    "2026-3-14": "2026-03-14",
    "2026.3.14": "2026-03-14",
    "2026. 3. 14.": "2026-03-14",
    "2026. 3. 14": "2026-03-14",
    "2026.03.14.": "2026-03-14",
    "2026/03/14": "2026-03-14",
    "2026년 3월 14일": "2026-03-14",
    "2026년3월14일": "2026-03-14",
    " 2026-03-14 ": "2026-03-14",
    "2026-03": "2026-03",
    "2026. 3.": "2026-03",
    "2026년 3월": "2026-03",
    "2026": "2026",
    "2026년": "2026",
    "1900": "1900",
    "2100-12-31": "2100-12-31",
    "2024-02-29": "2024-02-29",
}
NO_DATES = [
    "", "tomorrow", "2026-13-01", "2026-02-30", "2025-02-29", "2026-00-10", "1899", "2101", "20260314", "14/03/2026",
    "03/04/26", "95. 6. 2.", "26-03-14", "2026-03-14-15", "2026--03", "3월 14일", "２０２６x", "2026-03-14 25:00",
]  # fmt: skip


def codes(data):
    with pytest.raises(ValidationError) as error:
        When.model_validate(data)
    return [detail["type"] for detail in error.value.errors()]


class DescribeAPartialDate:
    @pytest.mark.parametrize(("written", "iso"), SHAPES.items())
    def it_reads_the_shapes_people_write(self, written, iso):
        assert str(PartialDate.read(written)) == iso

    @pytest.mark.parametrize("written", NO_DATES)
    def but_it_refuses_what_is_no_date_or_could_be_two(self, written):
        with pytest.raises(PydanticCustomError) as error:
            PartialDate.read(written)
        assert error.value.type == "E-CASE-DATE"

    @pytest.mark.parametrize("other", [True, None, 2026.1, 20260314, [2026]])
    def but_it_refuses_what_is_no_text(self, other):
        with pytest.raises(PydanticCustomError):
            PartialDate.read(other)

    def it_reads_a_year_that_came_as_a_number(self):
        assert PartialDate.read(2026) == PartialDate(2026)

    def it_reads_a_day_of_the_calendar(self):
        assert PartialDate.read(datetime.date(2026, 3, 14)) == PartialDate(2026, 3, 14)

    @given(partial_dates)
    def it_is_written_as_it_is_read(self, iso):
        assert str(PartialDate.read(iso)) == iso

    @given(partial_dates)
    def it_lies_between_its_first_and_its_last_day(self, iso):
        date = PartialDate.read(iso)
        assert date.earliest <= date.latest
        assert date.exact in (None, date.earliest)
        assert (date.exact is not None) == (date.earliest == date.latest and date.day > 0)

    @pytest.mark.parametrize(
        ("iso", "first", "last"),
        [
            ("2024-02", datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)),
            ("2025", datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)),
            ("2026-03-14", datetime.date(2026, 3, 14), datetime.date(2026, 3, 14)),
        ],
    )
    def it_tells_the_first_and_the_last_day_it_can_be(self, iso, first, last):
        date = PartialDate.read(iso)
        assert (date.earliest, date.latest) == (first, last)

    @pytest.mark.parametrize("parts", [(2026, 13, 0), (2026, 2, 30), (1800, 1, 1), (2026, 0, 5)])
    def it_knows_what_is_impossible(self, parts):
        assert not PartialDate(*parts).possible

    def and_it_stands_in_the_schema_as_text(self):
        assert TypeAdapter(PartialDate).json_schema()["type"] == "string"

    def and_it_is_taken_as_it_is(self):
        assert TypeAdapter(PartialDate).validate_python(PartialDate(2026)) == PartialDate(2026)


class DescribeWhen:
    @pytest.mark.parametrize(
        ("written", "iso", "time"),
        [
            ("2026-03-14", "2026-03-14", None),
            ("2026-03-14 21:30", "2026-03-14", "21:30"),
            ("2026-03-14T09:05:59", "2026-03-14", "09:05"),
            ("2026. 3. 14. 9:05", "2026-03-14", "09:05"),
            (2026, "2026", None),
            (datetime.date(2026, 3, 14), "2026-03-14", None),
            (datetime.datetime(2026, 3, 14, 21, 30), "2026-03-14", "21:30"),
        ],
    )
    def it_reads_a_day_with_or_without_its_time(self, written, iso, time):
        when = When.model_validate(written)
        assert (str(when.on), when.time) == (iso, time)

    @pytest.mark.parametrize(
        ("data", "first", "last"),
        [
            ({"on": "2026-03"}, datetime.date(2026, 3, 1), datetime.date(2026, 3, 31)),
            ({"start": "2026-02-01", "end": "2026-03"}, datetime.date(2026, 2, 1), datetime.date(2026, 3, 31)),
            ({"learned": "2026-03-14"}, None, datetime.date(2026, 3, 14)),
            ({"words": "여름 무렵"}, None, None),
        ],
    )
    def it_tells_between_which_days_it_was(self, data, first, last):
        when = When.model_validate(data)
        assert (when.earliest, when.latest) == (first, last)

    @pytest.mark.parametrize(
        "data",
        [{}, {"time": "21:30"}, {"on": "2026", "words": "x"}, {"on": "2026", "start": "2026", "end": "2026"},
         {"words": "x", "learned": "2026"}],
    )  # fmt: skip
    def but_it_is_refused_in_no_form_or_in_two(self, data):
        assert codes(data) == ["E-CASE-WHEN-FORM"]

    @pytest.mark.parametrize("data", [{"start": "2026-02-01"}, {"end": "2026-02-01"}])
    def but_a_range_is_refused_with_one_end(self, data):
        assert codes(data) == ["E-CASE-WHEN-RANGE"]

    def but_a_range_is_refused_that_ends_before_it_starts(self):
        assert codes({"start": "2026-03-02", "end": "2026-03-01"}) == ["E-CASE-WHEN-ORDER"]

    def and_a_range_may_lie_within_one_month(self):
        assert When.model_validate({"start": "2026-03-14", "end": "2026-03"}).latest == datetime.date(2026, 3, 31)

    @pytest.mark.parametrize("data", [2026.1, "2026-03-14 25:00", "soon", True, ["2026"], "2026-03-14T10:00:00+09:00"])
    def but_it_is_refused_where_it_is_no_date(self, data):
        assert set(codes(data)) <= {"E-CASE-DATE", "string_pattern_mismatch"}

    @given(st.times(), st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
    def it_keeps_every_minute_of_every_day(self, time, day):
        when = When.model_validate(f"{day.isoformat()} {time:%H:%M}")
        assert (when.on.exact, when.time) == (day, f"{time:%H:%M}")
