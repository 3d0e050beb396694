"""What is done with a case; a colleague who is not of it gets the same answer as for a case that is none."""

import pytest

from legalkit.vault.org import people
from tests.web.org.town import SECRET


def _id(town, handle):
    with town.store.database.transaction() as connection:
        return people.id_of(connection, handle)


NONE = "0" * 32
GETS = ["", "/review", "/papers", "/delete"]
POSTS = [
    ("/papers", {"version": "ko"}), ("/file", {"passphrase": "river moon paper"}), ("/link", {}), ("/links/stop", {}),
    ("/hand-over", {"to": "x"}), ("/close", {}), ("/delete", {}), (f"/take/{'0' * 64}", {}), (f"/drop/{'0' * 64}", {}),
]  # fmt: skip


def it_answers_a_colleague_about_anothers_case_as_about_none(town):
    hers, his = town.staff_member("c1"), town.staff_member("c2")
    case_id = hers.case()
    before = hers.get(f"/desk/en/case/{case_id}").text
    his.get("/desk/en/cases")
    for path in GETS:
        there, nowhere = (his.get(f"/desk/en/case/{each}{path}") for each in (case_id, NONE))
        assert (there.status_code, there.text) == (404, nowhere.text), path
    for path, form in POSTS:
        there, nowhere = (his.post(f"/desk/en/case/{each}{path}", **form) for each in (case_id, NONE))
        assert (there.status_code, nowhere.status_code) == (404, 404), path
    assert his.get(f"/en/?case={case_id}").status_code == his.get(f"/en/?case={NONE}").status_code == 404
    assert hers.get(f"/desk/en/case/{case_id}").text == before
    assert town.logged().count("refused") >= len(GETS) + len(POSTS)


def it_hands_a_case_over_and_the_giver_sees_it_no_more(town):
    hers, his = town.staff_member("c1"), town.staff_member("c2")
    case_id = hers.case()
    hers.tell(case_id)
    hers.get(f"/desk/en/case/{case_id}")
    moved = hers.post(f"/desk/en/case/{case_id}/hand-over", to=_id(town, "c2"))
    assert moved.headers["location"] == "/desk/en/cases"
    assert hers.get(f"/desk/en/case/{case_id}").status_code == 404
    assert SECRET in his.get(f"/desk/en/case/{case_id}/review").text


@pytest.mark.parametrize("to", ["boss", "nobody"])
def but_it_hands_none_to_who_may_see_no_case(town, to):
    her = town.staff_member("c1")
    case_id = her.case()
    her.get(f"/desk/en/case/{case_id}")
    answer = her.post(f"/desk/en/case/{case_id}/hand-over", to=_id(town, to) or "nobody")
    assert (answer.status_code, "no such staff member" in answer.text) == (422, True)


def it_closes_a_case_and_opens_it_again(town):
    her = town.staff_member()
    case_id = her.case()
    her.get(f"/desk/en/case/{case_id}")
    her.post(f"/desk/en/case/{case_id}/close")
    page = her.get(f"/desk/en/case/{case_id}").text
    assert ("closed" in page, "Open the questions" in page) == (True, False)
    her.post(f"/desk/en/case/{case_id}/close", reopen="1")
    assert her.get(f"/en/?case={case_id}").status_code == 200


def it_deletes_a_case_and_says_what_deleting_does_not_reach(town):
    her = town.staff_member()
    case_id = her.case()
    her.tell(case_id)
    for page in (her.get(f"/desk/en/case/{case_id}/delete"), her.post(f"/desk/en/case/{case_id}/delete")):
        assert "An SSD may keep an old copy" in page.text
        assert "Backups made before today still hold the case" in page.text
    assert her.get(f"/desk/en/case/{case_id}").status_code == 404
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in town.folder.glob("organisation.db*"))


def it_shows_a_link_once_and_puts_its_secret_where_no_log_sees_it(town):
    her = town.staff_member()
    case_id = her.case()
    her.get(f"/desk/en/case/{case_id}")
    page = her.post(f"/desk/en/case/{case_id}/link").text
    link = page.partition('readonly value="')[2].partition('"')[0]
    address, _, token = link.partition("#")
    assert address == "https://desk.example/come/en"
    assert len(token) == 43
    assert token not in her.get(f"/desk/en/case/{case_id}").text
    files = b"".join(path.read_bytes() for path in town.folder.glob("organisation.db*"))
    assert token.encode() not in files
