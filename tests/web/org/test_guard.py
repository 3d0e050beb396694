"""Only our own pages, by our own name, in a browser that we know."""

import pytest
from starlette.testclient import TestClient

from legalkit.vault.org import cases, people
from legalkit.vault.org.work import Work
from legalkit.web.org.guard import OrgGuard
from tests.web.org.town import HERE, SECRET, looped

FOREIGN = [
    "https://evil.test", "null", "http://desk.example", "https://desk.example:8443", "https://desk.example.evil.test",
]  # fmt: skip


def it_refuses_another_host(town):
    for host in ("evil.test", "127.0.0.1:7870", "localhost", "desk.example:443", "desk.example.evil.test"):
        assert town.browser().get("/desk/en/in", host=host).status_code == 421, host


def it_refuses_another_origin_and_does_nothing(town):
    her = town.staff_member()
    her.get("/desk/en/cases")
    for origin in FOREIGN:
        answer = her.post("/desk/en/new", label="Forged", origin=origin)
        assert answer.status_code == 403, origin
        assert not [name for name in answer.headers if name.startswith("access-control")]
    assert "Forged" not in her.get("/desk/en/cases").text


def it_refuses_a_form_that_names_no_origin(town):
    her = town.staff_member()
    her.get("/desk/en/cases")
    assert her.post("/desk/en/new", label="Forged", origin=None).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def it_lets_a_link_on_another_site_lead_to_the_ways_in_alone(town, site):
    her = town.staff_member()
    came = {"sec-fetch-site": site}
    closed = [her.get(path, **came).status_code for path in ("/desk/en/cases", "/en/?case=x", "/leave")]
    ways_in = [town.browser().get(path, **came).status_code for path in ("/come/ko", "/desk/ko/in", "/")]
    assert (closed, ways_in) == ([403] * 3, [200, 200, 303])


_CASE = "/desk/en/case/" + "0" * 32
PATHS = [
    "/desk/en/../../etc/passwd", "/desk/en/case/../people", "/desk/en/case/%2e%2e/people", "/desk/en/case/x",
    "/desk/fr/in", _CASE + "0", "/desk/en/case/" + "g" * 32, _CASE + "/papers/../../../x", "/desk/en//cases",
    "/own/../guard.py", "/own/%2e%2e/guard.py", "/own/desk.css/../../org/guard.py", "/ko/gradio_api/file=/etc/passwd",
    "/save", "/open", "/ko/config", "/docs", "/openapi.json", "/ko/gradio_api/upload",
]  # fmt: skip


def it_knows_no_path_but_its_own_pages(town):
    her = town.staff_member()
    for path in PATHS:
        assert looped(_raw(town, path, her.cookie)) == 404, path


async def _raw(town, path, cookie):
    """A path as it is, which a browser's library would have tidied up."""
    told = []
    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "path": path, "raw_path": path.encode(),
        "scheme": "https", "query_string": b"", "root_path": "", "server": ("desk.example", 443),
        "client": ("127.0.0.1", 1),
        "headers": [(b"host", b"desk.example"), (b"cookie", f"__Host-seat={cookie}".encode())],
    }  # fmt: skip

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        told.append(message)

    await town.app(scope, receive, send)
    return told[0]["status"]


def it_says_on_every_answer_what_a_browser_may_do(town):
    her = town.staff_member()
    for path in ("/desk/en/cases", "/desk/en/in", "/come/ko", "/nothing", "/own/come.js", "/own/desk.css", "/leave"):
        headers = town.browser().get(path).headers if path == "/leave" else her.get(path).headers
        assert headers["cache-control"] == "no-store", path
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def it_lets_pages_run_no_script_but_our_own_files(town):
    policy = town.browser().get("/come/ko").headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-inline" not in policy


def it_lets_nobody_write_into_its_headers(town):
    text = "x\r\nSet-Cookie: stolen=1\r\nLocation: https://evil.test\r\n\r\n"
    her = town.staff_member()
    case_id = her.case(text)
    her.get(f"/desk/en/case/{case_id}")
    answers = [
        her.post("/desk/en/find", sought=text), her.post(f"/desk/en/case/{case_id}/hand-over", to=text),
        her.post("/desk/en/new", label=text), her.post(f"/desk/en/case/{case_id}/papers", version="ko", paper=text),
        town.browser().sign_in(text), town.browser().come(text),
    ]  # fmt: skip
    for answer in answers:
        assert "stolen" not in str(answer.headers)
        assert "evil.test" not in str(answer.headers)


def it_refuses_a_body_that_is_too_large(town):
    her = town.staff_member()
    her.get("/desk/en/cases")
    assert her.post("/desk/en/new", label="x" * (town.app.settings.step_bytes + 1)).status_code == 413


def it_says_that_the_database_is_gone_and_works_again_once_it_is_back(town):
    her = town.staff_member()
    place = town.folder / "organisation.db"
    place.rename(town.folder / "elsewhere.db")
    for each in town.folder.glob("organisation.db-*"):
        each.unlink()
    assert her.get("/desk/en/cases").status_code == 503
    (town.folder / "elsewhere.db").rename(place)
    assert her.get("/desk/en/cases").status_code == 200


@pytest.mark.parametrize("path", ["/desk/en/cases", "/en/?case=" + "0" * 32, "/desk/en/people"])
def it_answers_with_a_page_of_its_own_when_the_program_has_a_fault(town, monkeypatch, capfd, caplog, path):
    her = town.staff_member()

    def fails(*told, **named):
        raise RuntimeError(SECRET)

    for name in ("listed", "head_of"):
        monkeypatch.setattr(cases, name, fails)
    monkeypatch.setattr(people, "everybody", fails)
    monkeypatch.setattr(Work, "needs", lambda work, right: None)
    her.client = TestClient(town.app, base_url=HERE, follow_redirects=False, raise_server_exceptions=False)
    answer = her.get(path, **{"accept-language": "en"})
    assert (answer.status_code, "What was saved is there." in answer.text) == (500, True)
    assert 'id="leave"' in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert SECRET not in answer.text + caplog.text + "".join(capfd.readouterr())


def it_opens_each_door_once():
    doors = [(door.method, door.path.pattern) for door in OrgGuard.doors]
    assert len(doors) == len(set(doors))
