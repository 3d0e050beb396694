"""For who runs the service: people, retention, the log; and for everybody their own account."""

import re

import pytest

from legalkit.language import text
from legalkit.vault.org.rows import State
from tests.house import tree
from tests.web.org.town import SECRET, password

PAGES = ["people", "keeping", "log"]


@pytest.mark.parametrize("handle", ["c1", "law"])
def it_shows_these_pages_to_administrators_alone(town, handle):
    other = town.staff_member(handle)
    other.get("/desk/en/mine")
    assert {other.get(f"/desk/en/{page}").status_code for page in PAGES} == {404}
    posts = [("people/add", {"handle": "eve", "role": "administrator", "password": "river moon paper"}),
             ("people/change", {"handle": handle, "what": "role", "role": "administrator"}),
             ("keeping", {}), ("log", {})]  # fmt: skip
    assert {other.post(f"/desk/en/{path}", **form).status_code for path, form in posts} == {404}
    boss = town.staff_member("boss")
    assert {boss.get(f"/desk/en/{page}").status_code for page in PAGES} == {200}
    assert "<b>eve" not in boss.get("/desk/en/people").text


def it_adds_somebody_who_can_sign_in(town):
    boss = town.staff_member("boss")
    boss.get("/desk/en/people")
    form = {"handle": "c3", "role": "counsellor", "password": password("c3")}
    assert boss.post("/desk/en/people/add", **form).status_code == 303
    assert town.browser().sign_in("c3").status_code == 303
    boss.get("/desk/en/people")
    again = boss.post("/desk/en/people/add", **form)
    assert (again.status_code, "used already" in again.text) == (422, True)


@pytest.mark.parametrize("role", ["guest", "owner", ""])
def but_it_gives_nobody_a_role_that_is_none(town, role):
    boss = town.staff_member("boss")
    boss.get("/desk/en/people")
    form = {"handle": "c3", "role": role, "password": password("c3")}
    answer = boss.post("/desk/en/people/add", **form)
    assert (answer.status_code, "no such role" in answer.text) == (422, True)


def it_removes_somebody_at_once_and_their_cases_go_to_a_colleague(town):
    her = town.staff_member("c1")
    case_id = her.case()
    her.get("/desk/en/cases")
    boss = town.staff_member("boss")
    boss.get("/desk/en/people")
    refused = boss.post("/desk/en/people/change", handle="c1", what="remove")
    assert (refused.status_code, "Say who takes them" in refused.text) == (422, True)
    boss.post("/desk/en/people/change", handle="c1", what="remove", heir="c2")
    assert her.get("/desk/en/cases").headers["location"] == "/desk/en/in"
    assert town.browser().sign_in("c1").status_code == 403
    assert case_id in town.staff_member("c2").get("/desk/en/cases").text


def it_deletes_what_is_due_only_when_asked_and_not_when_the_clock_jumped(town):
    her = town.staff_member()
    case_id = her.case()
    boss = town.staff_member("boss")
    assert "Due now: 0" in boss.get("/desk/en/keeping").text
    town.now += 400 * 86_400
    boss = town.staff_member("boss")
    assert "Due now: 1" in boss.get("/desk/en/keeping").text
    jumped = boss.post("/desk/en/keeping")
    assert (jumped.status_code, "clock does not seem right" in jumped.text) == (422, True)
    assert "Deleted: 1" in boss.post("/desk/en/keeping", clock="1").text
    assert case_id not in town.staff_member("c1").get("/desk/en/cases").text


def it_shows_who_did_what_and_nothing_a_person_told(town):
    her = town.staff_member()
    case_id = her.case(SECRET)
    her.tell(case_id)
    her.get(f"/desk/en/case/{case_id}/review")
    boss = town.staff_member("boss")
    page = boss.get("/desk/en/log").text
    assert all(words in page for words in ("case begun", "answers saved", "case seen", "signed in"))
    assert SECRET not in page
    checked = boss.post("/desk/en/log").text
    assert "The log is whole." in checked
    noted = checked.partition("<code>")[2].partition("</code>")[0]
    boss.get("/desk/en/log")
    assert "The log is whole." in boss.post("/desk/en/log", noted=noted).text
    assert boss.post("/desk/en/log", noted="1:00").status_code == 422


def it_has_words_for_everything_that_is_logged():
    store = tree.ROOT / "legalkit" / "vault" / "org"
    told = " ".join(tree.source(path) for path in tree.under("legalkit", suffix=".py") if path.parent == store)
    codes = set(re.findall(r'"((?:org|case|user|link|version)\.(?!toml)[a-z_]+)"', told))
    codes |= {"sign_in", "refused", *(f"case.{each}" for each in State)}
    assert {"case.delete", "case.closed", "user.add", "org.rotate"} <= codes
    for language in ("ko", "en"):
        assert [code for code in codes if not text(f"desk.done.{code}", language)] == []


def it_changes_ones_password_for_who_knows_the_present_one(town):
    her = town.staff_member()
    her.get("/desk/en/mine")
    new = {"new": "another river moon", "again": "another river moon", "what": "password"}
    assert her.post("/desk/en/mine", now="not the present one", **new).status_code == 422
    her.get("/desk/en/mine")
    assert her.post("/desk/en/mine", now=password("c1"), **{**new, "again": "differs differs"}).status_code == 422
    her.get("/desk/en/mine")
    assert her.post("/desk/en/mine", now=password("c1"), **new).headers["location"] == "/desk/en/in"
    assert town.browser().sign_in("c1").status_code == 403
    assert town.browser().sign_in("c1", said="another river moon").status_code == 303
