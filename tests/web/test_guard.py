"""Nothing gets through but our own page, in its own browser and tab."""

import pytest

from legalkit.web.guard import DOORS


@pytest.fixture
def her(house):
    return house.browser()


def it_lets_its_own_page_draw_itself(her):
    assert her.join().status == 200


@pytest.mark.parametrize("host", ["evil.test", "127.0.0.1", "127.0.0.1:1", "localhost.evil.test", "[::1]"])
def it_refuses_another_host_as_after_dns_rebinding(house, host):
    assert house.ask("GET", "/ko/", host=host).status == 421


@pytest.mark.parametrize("origin", ["http://evil.test", "null", "https://127.0.0.1", "http://127.0.0.1:1"])
def it_refuses_another_origin_and_lets_it_read_nothing(house, her, origin):
    answer = her.post("/ko/gradio_api/queue/join", {"session_hash": her.session}, origin=origin)
    assert answer.status == 403
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]
    assert house.ask("GET", "/ko/", origin=origin).status == 403


def it_refuses_a_request_that_changes_something_and_names_no_origin(her):
    assert her.post("/ko/gradio_api/queue/join", {"session_hash": her.session}, origin="").status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def it_refuses_what_another_site_started(house, site):
    answer = house.ask("GET", "/ko/", sec_fetch_site=site, sec_fetch_mode="navigate")
    assert answer.status == 403
    assert "set-cookie" not in answer.headers


CLOSED = [
    "/config", "/ko/config", "/info", "/ko/gradio_api/info", "/ko/info", "/openapi.json", "/ko/openapi.json",
    "/docs", "/ko/gradio_api/openapi.json", "/ko/gradio_api/runs", "/ko/monitoring", "/ko/monitoring/summary",
    "/ko/login", "/ko/gradio_api/deep_link?session_hash=x", "/ko/gradio_api/dev/reload",
    "/ko/gradio_api/startup-events", "/ko/upload", "/ko/gradio_api/upload", "/ko/gradio_api/file=/etc/passwd",
    "/ko/file=/etc/passwd", "/ko/gradio_api/file/etc/passwd", "/ko/gradio_api/app_id", "/ko/manifest.json",
    "/ko/robots.txt", "/ko/gradio_api/mcp", "/ko/gradio_api/proxy=http://x/", "/ko/assets/../config",
    "/ko/assets/%2e%2e/config", "/ko//config", "/own/../guard.py", "/ko/svelte/x.js", "/ko/static/img/logo.svg",
    "/ko/custom_component/x/y", "/ko/gradio_api/run/predict", "/ko/gradio_api/call/x",
]  # fmt: skip


@pytest.mark.parametrize("path", CLOSED)
def it_knows_no_path_that_its_own_page_does_not_ask_for(house, her, path):
    for answer in (house.ask("GET", path, cookie=her.cookie, x_tab=her.tab), her.post(path)):
        assert answer.status == 404, path


def it_tells_nothing_of_its_parts(house, her):
    """The page that Gradio would show as its programming interface is the plain page."""
    assert house.ask("GET", "/ko/?view=api", cookie=her.cookie).text.count("fn_index") == 0
    assert "server" not in house.ask("GET", "/blank").headers


def it_gives_a_session_to_the_first_tab_that_uses_it_and_to_no_other(house, her):
    her.join()
    thief = house.browser()
    thief.session = her.session
    assert thief.join().status == 403
    data = f"/ko/gradio_api/queue/data?session_hash={her.session}"
    beat = f"/ko/gradio_api/heartbeat/{her.session}"
    for path in (data, beat):
        assert house.ask("GET", path, cookie=thief.cookie, x_tab=thief.tab).status == 403
        assert house.ask("GET", path).status == 403


def and_it_refuses_a_stolen_session_from_another_tab_of_the_same_browser(house, her):
    her.join()
    answer = house.ask("GET", f"/ko/gradio_api/heartbeat/{her.session}", cookie=her.cookie, x_tab="y" * 43)
    assert answer.status == 403


@pytest.mark.parametrize("cookie", ["", "seat=", "seat=" + "a" * 43, "other=" + "a" * 43, "seat=\u00e9"])
def it_refuses_a_cookie_that_it_did_not_give_out(her, cookie):
    assert her.post("/ko/gradio_api/queue/join", {"session_hash": "fresh1"}, cookie=cookie).status == 403


@pytest.mark.parametrize("tab", ["", "short", "a" * 500, "a b" * 20])
def it_refuses_a_tab_without_a_token(her, tab):
    assert her.post("/ko/gradio_api/queue/join", {"session_hash": "fresh2"}, x_tab=tab).status == 403


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"session_hash": 3}', b'{"session_hash": "../x"}', b"\xff\xfe"])
def it_refuses_what_it_cannot_read(her, body):
    assert her.post("/ko/gradio_api/queue/join", body).status == 400


def it_refuses_a_body_that_is_too_large(house, her):
    most = house.app.settings.step_bytes
    assert her.post("/ko/gradio_api/queue/join", b" " * (most + 1)).status == 413
    assert her.post("/keep", b" " * (most + 1)).status == 413


def it_gives_a_cookie_that_no_script_reads_and_no_other_site_sends(house):
    cookie = house.ask("GET", "/ko/").headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}


def it_keeps_the_cookie_of_a_browser_it_knows(house, her):
    assert "set-cookie" not in house.ask("GET", "/ko/", cookie=her.cookie).headers


@pytest.mark.parametrize("path", ["/ko/", "/en/", "/", "/blank", "/nothing", "/own/early.js", "/leave"])
def it_says_on_every_answer_what_a_browser_may_do(house, path):
    headers = house.ask("GET", path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")


def it_lets_no_script_run_but_its_own(house):
    answer = house.ask("GET", "/ko/")
    policy = dict(part.strip().partition(" ")[::2] for part in answer.headers["content-security-policy"].split(";"))
    nonce = policy["script-src"].partition("'nonce-")[2].rstrip("'")
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert len(nonce) >= 22
    assert f'nonce="{nonce}"' in answer.text
    assert nonce not in house.ask("GET", "/ko/").text


@pytest.mark.parametrize("path", ["/nothing", "/ko/config"])
@pytest.mark.parametrize(("accepted", "words"), [("ko-KR", "지금 나가기"), ("en", "Leave now")])
def it_shows_the_way_out_on_error_pages_too(house, path, accepted, words):
    answer = house.ask("GET", path, accept_language=accepted)
    assert f'href="/leave" rel="noreferrer">{words}</a>' in answer.text
    assert "<script" not in answer.text


def it_forgets_a_browser_that_was_not_there_for_the_idle_time(house, her):
    house.now += house.app.settings.idle + 1
    assert her.join().status == 403


def it_writes_no_door_twice():
    assert len({(door.method, door.path.pattern) for door in DOORS}) == len(DOORS)
