import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.batch.cells import read_cell
from legalkit.batch.codes import shown
from legalkit.batch.columns import Column, Kind, headings, plain_heading, sheets

ALL = [column for columns in sheets().values() for column in columns]
CODED = [column for column in ALL if column.codes]


def column(path: str) -> Column:
    return headings(next(name for name, columns in sheets().items() if any(c.path == path for c in columns)))[
        plain_heading(path)
    ]


def read(path: str, cell: object) -> object:
    value, note = read_cell(column(path), cell)
    return (value, note.code) if note else value


@pytest.mark.parametrize("column", CODED, ids=lambda column: column.path)
def it_reads_a_choice_as_the_list_shows_it_or_as_its_code(column):
    for member in column.codes:
        for words in (member.value, shown(column.codes, member.value), member.value.upper()):
            assert read_cell(column, words)[0] == ([member.value] if column.kind is Kind.CHOICES else member.value)


@pytest.mark.parametrize(
    ("path", "cell", "value"),
    [
        ("incidents[].act", "촬영물 유포", "촬영물 유포"),  # no word of ours: left for the case model to refuse
        ("incidents[].online.medium", "텔레그램", "telegram"),
        ("wishes.notify_by", "no such, way", ["no such", "way"]),
        ("wishes.alias", "예 / yes", True),
        ("wishes.alias", "아니오", False),
        ("wishes.alias", True, True),
        ("wishes.alias", 0.0, False),
        ("wishes.alias", "모름", "unknown"),
        ("wishes.alias", "말하지 않음 / declined", "declined"),
        ("wishes.alias", "maybe", "maybe"),
        ("victim.name", "모름", "unknown"),
        ("victim.name", 3.0, "3"),
        ("victim.birth", datetime.date(1995, 6, 2), "1995-06-02"),
        ("victim.birth", datetime.datetime(1995, 6, 2), "1995-06-02"),
        ("victim.birth", 34852.0, ("1995-06-02", "W-BATCH-SERIAL-DATE")),
        ("victim.birth", "34852", ("1995-06-02", "W-BATCH-SERIAL-DATE")),
        ("victim.birth", 1995.0, "1995"),
        ("victim.birth", 19950602.0, "1995-06-02"),
        ("incidents[].when", datetime.datetime(2026, 3, 14, 21, 30), "2026-03-14 21:30"),
        ("incidents[].when", "2026-03-14 21:30", "2026-03-14 21:30"),
        ("incidents[].when", "2026. 3. 14.", "2026. 3. 14."),
        ("incidents[].when", "2026-03경", {"on": "2026-03", "about": True}),
        ("incidents[].when", "about 2026-03", {"on": "2026-03", "about": True}),
        ("incidents[].when", "2026-02-01 ~ 2026-03-05", {"start": "2026-02-01", "end": "2026-03-05"}),
        ("incidents[].when", "2026. 2. 1. ~ 2026. 3. 5.", {"start": "2026. 2. 1.", "end": "2026. 3. 5."}),
        ("incidents[].when", "2026-02-01부터 2026-03-05까지", {"start": "2026-02-01", "end": "2026-03-05"}),
        ("incidents[].viewers", 300.0, 300),
        ("incidents[].viewers", "1,200", 1200),
        ("incidents[].viewers", "many", "many"),
        ("incidents[].urls", "https://a.example/1,2 https://a.example/3", ["https://a.example/1,2", "https://a.example/3"]),
        ("incidents[].exhibits", "e1,e2 e3\ne4", ["e1", "e2", "e3", "e4"]),
        ("victim.phone", 1012345678.0, ("01012345678", "W-BATCH-PHONE-ZERO")),
        ("victim.phone", "10-1234-5678", ("010-1234-5678", "W-BATCH-PHONE-ZERO")),
        ("victim.phone", 212345678.0, ("0212345678", "W-BATCH-PHONE-ZERO")),
        ("victim.phone", "010-1234-5678", "010-1234-5678"),
        ("victim.phone", "+82 10 1234 5678", "+82 10 1234 5678"),
        ("victim.phone", "1588-0000", "1588-0000"),
        ("victim.address.postcode", 6236.0, ("06236", "W-BATCH-POSTCODE-ZERO")),
        ("victim.address.postcode", 34000.0, "34000"),
        ("accused[].accounts[0].number", 9.00719925474e15, (None, "E-BATCH-DIGITS")),
    ],
)  # fmt: skip
def it_reads(path, cell, value):
    assert read(path, cell) == value


@given(st.sampled_from(ALL), st.one_of(st.text(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()))
def it_reads_anything_without_an_error_and_says_nothing_of_what_was_written(column, cell):
    value, note = read_cell(column, cell)
    assert value is None or isinstance(value, str | int | list | dict)
    assert note is None or (note.path, dict(note.params)) == ("", {})
