"""Rows that belong together come together; a row that belongs nowhere is named."""

import copy

from legalkit.batch.assembling import assembled
from legalkit.batch.tables import Table, filled
from legalkit.docx import texts
from tests.batch import samples
from tests.batch.samples import cases, codes, done


def records(sheets=samples.SHEETS):
    found, general = assembled([Table(name, filled(rows)) for name, rows in sheets.items()])
    return {record.data["id"]: record for record in found}, general


def changed(sheet: str, row: int, column: int, value: object):
    sheets = copy.deepcopy(samples.SHEETS)
    sheets[sheet][row][column] = value
    return sheets


def it_gives_each_case_its_own_rows_and_what_is_given_once():
    found, general = records()
    assert general == []
    assert found["case-2"].data == {
        "id": "case-2", "reporter": {"role": "self"},
        "victim": {"name": "이두리", "phone": "010-0000-0002", "birth": "1996-07-03"},
        "incidents": [{
            "id": "incident-1", "act": "spread", "actor": "boss", "when": "2026-03-15",
            "online": {"medium": "telegram", "room": "그 방"},
        }],
        "accused": [{"id": "boss", "name": "unknown"}],
    }  # fmt: skip


def it_knows_the_place_of_every_answer_and_of_what_is_missing():
    place = records()[0]["case-2"].place_of
    assert (place("incidents[0].when").sheet, place("incidents[0].when").row, place("incidents[0].when").column) == (
        "incidents", 3, "D",
    )  # fmt: skip
    assert (place("incidents[0].online.medium").sheet, place("incidents[0].online.medium").row) == ("rooms", 2)
    assert (place("accused[0].name").sheet, place("accused[0].name").column) == ("accused", "C")
    assert (place("victim.email").sheet, place("victim.email").row, place("victim.email").column) == ("cases", 3, "")


def it_names_the_column_of_a_required_answer_that_is_empty(tmp_path):
    _, told = done(tmp_path, samples.workbook(changed("incidents", 1, 1, None)))
    assert codes(told[2]) == [("E-CASE-MISSING", "incidents", 2, "B")]


def it_blames_the_case_for_an_error_in_a_room_or_an_accused_given_once(tmp_path):
    _, told = done(tmp_path, samples.workbook(changed("rooms", 1, 1, "no such medium")))
    assert codes(told[2]) == codes(told[3]) == [("E-CASE-CHOICE", "rooms", 2, "B")]


def it_names_a_room_that_is_not_there(tmp_path):
    result, told = done(tmp_path, samples.workbook(changed("incidents", 1, 4, "room-9")))
    assert (result.made, codes(told[2])) == (1, [("E-BATCH-NO-ROOM", "incidents", 2, "E")])


def it_names_an_accused_that_is_not_there(tmp_path):
    _, told = done(tmp_path, samples.workbook(changed("incidents", 1, 2, "nobody")))
    assert codes(told[2]) == [("E-CASE-UNKNOWN-REFERENCE", "incidents", 2, "C")]


def it_names_a_row_that_belongs_to_no_case_and_makes_all_cases(tmp_path):
    sheets = changed("incidents", 1, 0, "case-9")
    sheets["accused"].append(["", "", "홍길동"])
    result, told = done(tmp_path, samples.workbook(sheets))
    assert (result.made, result.failed, result.exit_status) == (2, 0, 3)
    assert codes(told[0]) == [("E-BATCH-NO-CASE", "accused", 3, ""), ("E-BATCH-NO-CASE", "incidents", 2, "A")]


def it_takes_one_accused_and_one_act_on_the_row_of_a_case():
    rows = [["id", "reporter.role", "accused[].name", "incidents[].act"], ["a", "self", "홍길동", "threat"]]
    found, _ = records({"Sheet1": rows})
    assert found["a"].data["incidents"] == [{"id": "incident-1", "act": "threat", "actor": "accused-1"}]
    assert found["a"].data["accused"] == [{"id": "accused-1", "name": "홍길동"}]


def it_puts_several_forms_of_a_name_together():
    heads = ["id", "victim.name", "victim.name.romanised"]
    found, _ = records({"cases": [heads, ["a", "강유진", "Kang Yu-jin"], ["b", "Kelly", "x"]]})
    assert found["a"].data["victim"] == {"name": {"hangul": "강유진", "romanised": "Kang Yu-jin"}}
    assert found["b"].data["victim"] == {"name": {"passport": "Kelly", "romanised": "x"}}


def it_leaves_out_the_example_row_of_the_empty_workbook():
    found, _ = records({"cases": [["id"], ["#example"], ["a"]]})
    assert list(found) == ["a"]


def it_makes_neither_of_two_cases_with_one_id(tmp_path):
    result, told = done(tmp_path, cases(["a", "self", "김하나"], ["b", "self", "이두리"], ["a", "self", "박세리"]))
    assert (result.made, result.failed) == (1, 2)
    assert codes(told[2]) == [("E-CASE-DUPLICATE-ID", "cases", 2, "A")]
    assert codes(told[4]) == [("E-CASE-DUPLICATE-ID", "cases", 4, "A")]


def it_makes_no_folder_outside_its_own(tmp_path):
    ids = ["../evil", "/evil", "a/b", "a\\b", "..", "C:evil", "nul", "A", "900101-2345678", "=cmd", ""]
    result, told = done(tmp_path, cases(*([each, "self", "김하나"] for each in ids)))
    assert (result.made, result.failed, result.exit_status) == (0, len(ids), 2)
    assert {codes(told[row])[0][0] for row in range(2, 2 + len(ids))} == {
        "E-CASE-PATTERN", "E-BATCH-ID-RESERVED", "E-CASE-REGISTRATION-NUMBER", "E-CASE-MISSING", "E-BATCH-FORMULA",
    }  # fmt: skip
    assert all(told[row]["case"] == "" for row in range(2, 2 + len(ids)))
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        ".legalkit-batch.json", "cases.xlsx", "out", "report.jsonl", "report.xlsx",
    ]  # fmt: skip


def it_reports_a_strange_column_and_stops_where_it_may_be_a_slip(tmp_path):
    heads = ("id", "reporter.role", "victim · nam", "메모", "#mine")
    book = cases(["a", "self", "김하나", "x", "y"], ["b", "self", None, "x", "y"], heads=heads)
    result, told = done(tmp_path, book)
    assert (result.made, result.failed) == (1, 1)
    assert codes(told[0]) == [("W-BATCH-COLUMN-LIKE", "cases", 1, "C"), ("W-BATCH-COLUMN", "cases", 1, "D")]
    assert codes(told[2]) == [("E-BATCH-COLUMN", "cases", 2, "C")]
    assert "victim.name" in told[2]["problems"][0]["mend"]["en"]


def it_reports_a_value_without_a_heading_and_a_heading_that_is_there_twice(tmp_path):
    heads = ("id", "reporter.role", "reporter.role")
    _, told = done(tmp_path, cases(["a", "self", "lawyer", "lost"], heads=heads))
    assert codes(told[0]) == [("E-BATCH-COLUMN-TWICE", "cases", 1, "C")]
    assert ("E-BATCH-NO-HEADING", "cases", 2, "D") in codes(told[2])


def it_reports_a_sheet_that_is_none_of_ours(tmp_path):
    sheets = {**samples.SHEETS, "incident": [["x"]], "휴가 계획": [["y"]], "#mine": [["z"]]}
    result, told = done(tmp_path, samples.workbook(sheets))
    assert (result.made, result.exit_status) == (2, 3)
    assert codes(told[0]) == [("E-BATCH-SHEET-LIKE", "#5", 0, ""), ("W-BATCH-SHEET", "#6", 0, "")]


def it_refuses_a_registration_number_wherever_it_stands(tmp_path):
    number = "900101-2345678"
    heads = ("id", "reporter.role", "victim.name", "victim.birth", "주민등록번호", "own_words[0]", "wishes.alias")
    places = [[number if at == n else None for at in range(5)] for n in range(5)]
    rows = [[f"c-{n}", "self", *cells] for n, cells in enumerate(places)]
    rows.append(["c-9", "self", None, None, 9001012345678.0])
    result, told = done(tmp_path, cases(*rows, heads=heads))
    assert result.made == 0
    for row in range(2, 8):
        assert [code for code, *_ in codes(told[row])] == ["E-CASE-REGISTRATION-NUMBER"], row
    whole = (tmp_path / "out" / "report.jsonl").read_text(encoding="utf-8")
    assert "900101" not in whole and "2345678" not in whole


SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def _below(**rows: list[list[object]]):
    """The sample with an exhibit, the single acts of an incident, and files of the exhibit."""
    sheets = copy.deepcopy(samples.SHEETS)
    sheets["exhibits"] = [["case", "exhibits[].id", "exhibits[].kind"], ["case-1", "e1", "screenshot"]]
    sheets["entries"] = [["case", "incident", "incidents[].entries[].when", "incidents[].entries[].urls"]]
    sheets["entries"] += [
        ["case-1", "incident-1", "2026-03-14", "https://x.example/1"],
        ["case-1", "incident-1", "2026-03-15", "https://x.example/2"],
    ]
    sheets["files"] = [["case", "exhibit", *(f"exhibits[].files[].{name}" for name in ("name", "size", "sha256"))]]
    sheets["files"] += [["case-1", "e1", "IMG_1.png", 120_345, SHA], ["case-1", "e1", "IMG_2.png", 99, SHA]]
    for name, more in rows.items():
        sheets[name] += more
    return sheets


def it_gives_an_incident_its_single_acts_and_an_exhibit_its_files():
    found, general = records(_below())
    assert general == []
    assert found["case-1"].data["incidents"][0]["entries"] == [
        {"when": "2026-03-14", "urls": ["https://x.example/1"]}, {"when": "2026-03-15", "urls": ["https://x.example/2"]}
    ]  # fmt: skip
    assert found["case-1"].data["exhibits"][0]["files"] == [
        {"name": "IMG_1.png", "size": 120_345, "sha256": SHA}, {"name": "IMG_2.png", "size": 99, "sha256": SHA}
    ]  # fmt: skip
    assert "entries" not in found["case-2"].data["incidents"][0]


def and_the_hash_stands_in_the_index(tmp_path):
    done(tmp_path, samples.workbook(_below()), filings=("evidence_index",))
    (index,) = (tmp_path / "out" / "case-1").rglob("*evidence_index-ko.docx")
    said = "".join(texts(index.read_bytes())).replace("\u200b", "").replace(" ", "")
    assert SHA in said
    assert "IMG_1.png" in said


def but_it_names_the_cell_of_a_hash_that_is_none_and_of_a_size_that_is_missing(tmp_path):
    wrong = [["case-1", "e1", "a.png", 1, SHA[:-1]], ["case-1", "e1", "b.png", None, SHA]]
    _, told = done(tmp_path, samples.workbook(_below(files=wrong)))
    assert [each[1:] for each in codes(told[2])] == [("files", 4, "E"), ("files", 5, "D")]
    assert told[3]["status"] == "made"


def and_it_names_a_row_whose_incident_or_exhibit_is_not_in_the_case(tmp_path):
    lost = {"files": [["case-1", "e9", "a.png", 1, SHA]], "entries": [["case-2", "", "2026-03-14", ""]]}
    _, told = done(tmp_path, samples.workbook(_below(**lost)))
    assert codes(told[2]) == [("E-BATCH-NO-PARENT", "files", 4, "B")]
    assert codes(told[3]) == [("E-BATCH-NO-PARENT", "entries", 4, "")]


def and_it_names_one_whose_case_is_not_there(tmp_path):
    lost = {"files": [["case-9", "e1", "a.png", 1, SHA]], "entries": [["", "incident-1", "2026-03-14", ""]]}
    result, told = done(tmp_path, samples.workbook(_below(**lost)))
    assert result.made == 2
    assert codes(told[0]) == [("E-BATCH-NO-CASE", "entries", 4, ""), ("E-BATCH-NO-CASE", "files", 4, "A")]
