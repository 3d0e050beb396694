"""In and out: sign-in, its limits, and the link for a survivor."""

import pytest

from legalkit.errors import FileError, Problem
from legalkit.vault.org import links
from legalkit.web.org.entry import COOKIE
from tests.web.org.town import SECRET, Town, made, password


def it_starts_locked_and_the_first_sign_in_unlocks(town):
    link = town.browser().come("a" * 43)
    assert (link.status_code, "closed at the moment" in link.text) == (403, True)
    her = town.staff_member()
    assert her.get("/desk/en/cases").status_code == 200


def and_a_restart_locks_it_again(town):
    her = town.staff_member()
    case_id = her.case()
    town.restart()
    after = town.browser()
    after.cookie = her.cookie
    assert after.get("/desk/en/cases").headers["location"] == "/desk/en/in"
    assert after.get(f"/en/?case={case_id}").headers["location"] == "/"
    assert after.get("/").headers["location"] == "/desk/ko/in"


def it_gives_another_token_at_every_sign_in_and_takes_none_from_outside(town):
    her = town.browser()
    her.cookie = "f" * 43
    her.get("/desk/en/in")
    assert her.cookie == "f" * 43, "a browser keeps what it came with until it signs in"
    her.sign_in("c1")
    first = her.cookie
    assert first != "f" * 43
    fixed = town.browser()
    fixed.cookie = "f" * 43
    assert fixed.get("/desk/en/cases").headers["location"] == "/desk/en/in"
    her.sign_in("c1")
    assert her.cookie not in (first, "f" * 43)


def it_gives_a_cookie_that_no_script_reads_and_that_goes_over_https_only(town):
    her = town.browser()
    her.sign_in("c1")
    given = town.browser().get("/desk/en/in").headers["set-cookie"]
    assert given.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} == {part.strip() for part in given.split(";")[1:]}


@pytest.mark.parametrize("handle", ["c1", "nobody"])
def it_refuses_a_wrong_password_and_an_account_that_is_none_with_the_same_words(town, handle):
    answer = town.browser().sign_in(handle, said="not the password")
    assert answer.status_code == 403
    assert "The account or the password is not right." in answer.text
    assert "not the password" not in answer.text


def it_ends_brute_force_after_five_tries_whatever_the_browser(either):
    answers = [either.browser().sign_in("c1", said=f"guess number {number}") for number in range(6)]
    assert ["too many attempts" in each.text for each in answers] == [False] * 5 + [True]
    assert "too many attempts" in either.browser().sign_in("c1").text


def and_it_counts_the_tries_of_one_address_over_all_accounts(town):
    tried = [
        town.browser().sign_in(f"guess{number}", said="eight letters", x_forwarded_for="203.0.113.7")
        for number in range(21)
    ]
    assert "too many attempts" in tried[-1].text


def but_it_believes_only_the_last_address_which_the_web_server_put_there(town):
    tried = [
        town.browser().sign_in(
            f"guess{number}", said="eight letters", **{"x-forwarded-for": f"198.51.100.{number}, 203.0.113.7"}
        )
        for number in range(21)
    ]
    assert "too many attempts" in tried[-1].text
    assert town.browser().sign_in("c1", **{"x-forwarded-for": "203.0.113.9"}).status_code == 303


def it_asks_for_the_second_factor_of_who_has_one(town):
    from pyotp import TOTP

    her = town.staff_member()
    secret = _secret(her.get("/desk/en/mine").text)
    changed = her.post("/desk/en/mine", what="factor", secret=secret, first=TOTP(secret).at(int(town.now)),
                       now=password("c1"))  # fmt: skip
    assert changed.headers["location"] == "/desk/en/in"
    town.now += 60
    assert "six figures" in town.browser().sign_in("c1").text
    assert town.browser().sign_in("c1", code=TOTP(secret).at(int(town.now))).status_code == 303
    assert "six figures" in town.browser().sign_in("c1", code=TOTP(secret).at(int(town.now))).text


def _secret(html: str) -> str:
    return html.partition('name="secret" value="')[2].partition('"')[0]


def it_signs_out_for_good(town):
    her = town.staff_member()
    cookie = her.cookie
    her.post("/desk/en/out")
    her.cookie = cookie
    assert her.get("/desk/en/cases").headers["location"] == "/desk/en/in"


def it_signs_out_by_itself_after_the_idle_time(town):
    her = town.staff_member()
    town.now += town.store.settings.session_minutes * 60 + 20
    assert her.get("/desk/en/cases").headers["location"] == "/desk/en/in"


def it_ends_the_session_by_the_way_out(town):
    her = town.staff_member()
    cookie = her.cookie
    assert her.get("/leave").headers["location"] == town.store.settings.leave_to
    her.cookie = cookie
    assert her.get("/desk/en/cases").headers["location"] == "/desk/en/in"


def it_tells_her_how_long_it_is_kept_before_she_begins(town):
    for language, words in (("en", "when nobody has changed it for 365 days"), ("ko", "365일 동안 바뀌지 않으면")):
        page = town.browser().get(f"/come/{language}")
        assert words in page.text
        assert page.text.index(words) < page.text.index('id="begin"')


def it_lets_her_in_once_by_a_link(town):
    her = town.staff_member()
    case_id = her.case()
    token = her.link(case_id)
    survivor = town.browser()
    assert survivor.come(token).headers["location"] == f"/en/?case={case_id}"
    assert survivor.get(f"/en/?case={case_id}").status_code == 200
    again = town.browser().come(token)
    assert (again.status_code, "This link is not open any more." in again.text) == (403, True)


def and_a_link_takes_no_token_from_outside(town):
    her = town.staff_member()
    case_id = her.case()
    survivor, planter = town.browser(), town.browser()
    survivor.cookie = planter.cookie = "f" * 43
    assert survivor.come(her.link(case_id)).status_code == 303
    assert survivor.cookie != "f" * 43
    planter.cookie = "f" * 43
    assert planter.get(f"/en/?case={case_id}").headers["location"] == "/"


def but_looking_at_the_page_uses_nothing_up(town):
    her = town.staff_member()
    token = her.link(her.case())
    for _ in range(3):
        town.browser().get("/come/en")
    assert town.browser().come(token).status_code == 303


@pytest.mark.parametrize("how", ["guessed", "late", "stopped", "replaced", "empty", "long"])
def it_answers_a_link_that_does_not_work_with_kind_words(town, how):
    her = town.staff_member()
    case_id = her.case()
    made_up = {"guessed": "x" * 43, "empty": "", "long": "y" * 5_000}
    token = made_up[how] if how in made_up else her.link(case_id)
    if how == "late":
        town.now += town.store.settings.link_hours * 3_600 + 1
    if how == "stopped":
        her.get(f"/desk/en/case/{case_id}")
        her.post(f"/desk/en/case/{case_id}/links/stop")
    if how == "replaced":
        her.link(case_id)
    answer = town.browser().come(token)
    assert answer.status_code == 403
    assert "Nothing you wrote is lost." in answer.text


def it_keeps_a_link_whole_while_the_database_is_gone(town, monkeypatch):
    her = town.staff_member()
    token, survivor = her.link(her.case()), town.browser()
    survivor.get("/come/en")

    def gone(*told):
        raise FileError(Problem("E-ORG-DATABASE-GONE"))

    monkeypatch.setattr(links, "use", gone)
    answer = survivor.post("/come/en", token=token)
    assert (answer.status_code, "database" in answer.text) == (503, True)
    monkeypatch.undo()
    assert survivor.post("/come/en", token=token).status_code == 303


def it_keeps_a_link_whole_while_the_service_is_locked(town):
    her = town.staff_member()
    token = her.link(her.case())
    town.restart()
    assert "Your link is still good." in town.browser().come(token).text
    town.staff_member("c2")
    assert town.browser().come(token).status_code == 303


def it_shows_who_came_by_a_link_no_page_of_the_staff(town):
    her = town.staff_member()
    case_id = her.case()
    survivor = town.browser()
    survivor.come(her.link(case_id))
    pages = ("cases", "people", "log", "keeping", "mine", f"case/{case_id}", f"case/{case_id}/papers")
    assert {survivor.get(f"/desk/en/{page}").headers.get("location") for page in pages} == {"/desk/en/in"}
    assert survivor.post(f"/desk/en/case/{case_id}/papers", version="ko").headers["location"] == "/desk/en/in"
    assert survivor.get(f"/en/?case={her.case('Other')}").status_code == 404


_OVER = {"ko": "이번 방문은 끝났습니다.", "en": "This visit is over."}


def _visiting(town, her, label="Spring"):
    """Somebody who came by a link and answered, and her case."""
    case_id = her.case(label)
    survivor = town.browser()
    survivor.come(her.link(case_id))
    survivor.tell(case_id)
    her.get(f"/desk/en/case/{case_id}")
    return survivor, case_id


@pytest.mark.parametrize("language", _OVER)
def it_tells_her_kindly_that_her_visit_is_over_once_the_case_is_closed(town, language):
    her = town.staff_member()
    survivor, case_id = _visiting(town, her)
    her.post(f"/desk/en/case/{case_id}/close")
    address = f"/{language}/?case={case_id}"
    assert survivor.get("/", **{"accept-language": language}).headers["location"] == address
    page = survivor.get(address)
    assert (page.status_code, _OVER[language] in page.text) == (410, True)
    other = "en" if language == "ko" else "ko"
    assert f'href="/{other}/?case={case_id}"' in page.text
    assert [words for words in ("Spring", SECRET) if words in page.text] == []
    assert "unsafe" not in page.headers["content-security-policy"]


def and_she_goes_on_where_she_was_once_the_case_is_open_again(town):
    her = town.staff_member()
    survivor, case_id = _visiting(town, her)
    for more in ({}, {"reopen": "1"}):
        her.post(f"/desk/en/case/{case_id}/close", **more)
    assert survivor.get(f"/en/?case={case_id}").status_code == 200


def but_a_stranger_learns_of_a_closed_case_nothing_that_a_guess_would_not_tell(town):
    her = town.staff_member()
    survivor, case_id = _visiting(town, her)
    guest, own = _visiting(town, her, "Other")
    her.post(f"/desk/en/case/{own}/close")
    her.get(f"/desk/en/case/{case_id}")
    her.post(f"/desk/en/case/{case_id}/close")
    for stranger in (guest, town.staff_member("c2"), town.browser()):
        closed, guessed = (stranger.get(f"/en/?case={each}") for each in (case_id, "0" * 32))
        assert (closed.status_code, closed.text) == (guessed.status_code, guessed.text)
        assert closed.status_code in (303, 404)
    assert survivor.get(f"/en/?case={case_id}").status_code == 410


def it_can_be_given_another_way_of_signing_in(tmp_path):
    """The page knows a protocol, not the password: a provider can be put in its place."""
    from dataclasses import replace

    from legalkit.vault.org.sign_in import Claim, Proof

    with Town.begun(tmp_path) as town:
        own = town.store.sign_in()

        class Provider:
            def prove(self, claim: Claim, now: float) -> Proof:
                known = replace(claim, handle="c1") if claim.handle == "provided" else claim
                return own.prove(known, now)

        town.office = replace(town.office, sign_in=Provider())
        town.app = made(town.office)
        her = town.browser()
        assert her.sign_in("provided", said=password("c1")).status_code == 303
