"""The list of cases and the page of one: each to its own people, no name in an address or in the clear."""

import pytest

from tests.web.org.town import SECRET


def it_lists_and_finds_ones_own_cases_and_no_others(town):
    hers, his = town.staff_member("c1"), town.staff_member("c2")
    case_id, other = hers.case("Spring river"), his.case("Spring hill")
    page = hers.get("/desk/en/cases").text
    assert (case_id in page, other in page) == (True, False)
    found = hers.post("/desk/en/find", sought="river").text
    assert (case_id in found, other in found) == (True, False)
    assert case_id not in hers.post("/desk/en/find", sought="hill").text


def it_finds_a_case_by_a_name_that_was_answered(town):
    from dataclasses import replace

    from legalkit.interview import to_json

    her = town.staff_member()
    case_id = her.case("Spring")
    desk, seat = town.app.desk, her.seat(case_id)
    draft = desk.sit(seat, "ko")
    named = draft.put("victim.name", {"hangul": SECRET})
    desk.change(seat, lambda held: replace(named, revision=held.revision + 1))
    assert to_json(desk.draft(seat))["answers"]["victim"]["name"] == {"hangul": SECRET}
    assert case_id in her.post("/desk/en/find", sought=SECRET).text
    files = [path.read_bytes() for path in town.folder.glob("organisation.db*")]
    assert files
    assert not [file for file in files if SECRET.encode() in file]


def it_takes_a_search_only_in_a_form_never_in_an_address(town):
    her = town.staff_member()
    case_id = her.case("Spring")
    assert case_id in her.get("/desk/en/cases?sought=elsewhere").text, "what stands in an address is not looked at"


HOSTILE = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "ㄱ\nㄴ"]


@pytest.mark.parametrize("label", HOSTILE)
def it_shows_a_hostile_label_as_it_is(town, label):
    her = town.staff_member()
    case_id = her.case(label)
    for path in ("cases", f"case/{case_id}", f"case/{case_id}/delete"):
        page = her.get(f"/desk/en/{path}").text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert ">49<" not in page


@pytest.mark.parametrize("sought", ["' OR 1=1 --", '"; DROP TABLE cases; --', "%", "\\", "\0", "x" * 20_000])
def it_finds_nothing_by_a_trick_and_harms_nothing(either, sought):
    her = either.staff_member()
    case_id = her.case("Spring")
    found = her.post("/desk/en/find", sought=sought)
    assert (found.status_code, case_id in found.text) == (200, sought == "\0" or not sought.strip("%\\\0"))
    assert case_id in her.get("/desk/en/cases").text


def it_refuses_a_case_without_a_label_in_words(town):
    her = town.staff_member()
    her.get("/desk/en/cases")
    answer = her.post("/desk/en/new", label="  ")
    assert (answer.status_code, "needs a label" in answer.text, "New case" in answer.text) == (422, True, True)


def it_offers_each_role_what_it_may_do(town):
    her = town.staff_member("c1")
    case_id = her.case()
    her.get(f"/desk/en/case/{case_id}")
    her.post(f"/desk/en/case/{case_id}/hand-over", to=_id(town, "law"), stay="1")
    counsellor, lawyer = (town.staff_member(who).get(f"/desk/en/case/{case_id}").text for who in ("c1", "law"))
    offered = ("/link", "/hand-over", "/delete", "/papers", "/review")
    assert [f"{case_id}{each}" in counsellor for each in offered] == [True] * 5
    assert [f"{case_id}{each}" in lawyer for each in offered] == [False, True, False, True, True]
    assert "New case" not in town.staff_member("law").get("/desk/en/cases").text


def it_leads_who_runs_the_service_to_people_and_to_no_case(town):
    boss = town.browser()
    boss.sign_in("boss")
    assert boss.get("/desk/en/").headers["location"] == "/desk/en/people"
    assert boss.get("/desk/en/cases").status_code == 200
    her = town.staff_member("c1")
    case_id = her.case()
    assert case_id not in boss.get("/desk/en/cases").text
    for page in ("", "/review", "/papers", "/delete"):
        assert boss.get(f"/desk/en/case/{case_id}{page}").status_code == 404


def _id(town, handle):
    from legalkit.vault.org import people

    with town.store.database.transaction() as connection:
        return people.id_of(connection, handle)
