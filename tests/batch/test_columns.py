import pytest

from legalkit.batch.columns import CASES, Kind, choices, headings, nearest, plain_heading, sheet_names, sheets
from legalkit.language import LANGUAGES

ALL = [(name, column) for name, columns in sheets().items() for column in columns]


@pytest.mark.parametrize(("sheet", "column"), ALL, ids=lambda value: getattr(value, "path", value))
def it_knows_each_column_by_its_path_and_by_its_words_in_either_language(sheet, column):
    ko, en = (column.heading(language) for language in LANGUAGES)
    for heading in (column.path, ko, en, f"{ko}\n{en}", f" {en.upper()} / {ko} "):
        assert headings(sheet)[plain_heading(heading)] == column


@pytest.mark.parametrize(("sheet", "column"), ALL, ids=lambda value: getattr(value, "path", value))
def it_has_help_in_either_language(sheet, column):
    assert all(column.help(language).strip() for language in LANGUAGES)


def it_lets_the_sheet_of_cases_hold_columns_of_the_other_sheets():
    assert headings(CASES)[plain_heading("incidents[].act")].sheet == "incidents"
    assert plain_heading("incidents[].act") not in headings("accused")


def it_takes_the_kind_from_the_case_model():
    kinds = {column.path: column.kind for _, column in ALL}
    assert kinds["incidents[].act"] is Kind.CHOICE
    assert kinds["incidents[].feelings"] is Kind.CHOICES
    assert kinds["incidents[].when"] is Kind.WHEN
    assert kinds["victim.birth"] is Kind.DATE
    assert kinds["wishes.alias"] is Kind.YES_NO
    assert kinds["incidents[].viewers"] is Kind.NUMBER
    assert kinds["incidents[].exhibits"] is Kind.LIST
    assert kinds["own_words[0]"] is Kind.TEXT


def it_knows_where_unknown_is_an_answer():
    answers = {column.path: column.answerable for _, column in ALL}
    assert answers["victim.name"] and answers["victim.phone"] and not answers["id"] and not answers["incidents[].act"]


def it_finds_the_nearest_column_for_a_slip_and_none_for_another_word():
    assert nearest("victim · nam", CASES).path == "victim.name"
    assert nearest("메모", CASES) is None


def it_gives_each_code_at_least_one_name_and_no_name_to_two_codes():
    for codes in {column.codes for _, column in ALL if column.codes}:
        named = choices(codes)
        assert set(named.values()) == {member.value for member in codes}


def it_knows_each_sheet_by_its_words():
    assert set(sheet_names().values()) == set(sheets())
    assert sheet_names()[plain_heading("사건")] == CASES
