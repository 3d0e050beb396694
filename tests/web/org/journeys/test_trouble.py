"""The ground gives way in mid-interview: a process dies, the whole service is killed, the database goes and comes back.

What a person loses by it: nothing that was saved, and at most the page that she was filling in.
"""

import asyncio
import os
import signal
import sys

import httpx
import pytest

from tests.support import postgres
from tests.support.proxy import Proxy
from tests.web.org.served import PATIENCE, Served, free_ports
from tests.web.org.street import moves, settled

BROKEN = (httpx.HTTPError, RuntimeError)
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


@pytest.fixture(params=["sqlite", "postgresql"])
def served(request, tmp_path):
    if request.param == "sqlite":
        made = Served(tmp_path)
        yield made
        made.end()
        return
    with postgres.server().database() as url:
        made = Served(tmp_path, url)
        yield made
        made.end()


@pytest.fixture
def behind(tmp_path):
    """Two processes, and how to put a proxy before them."""
    made, proxies = Served(tmp_path, processes=2), []

    def proxy(**how) -> Proxy:
        proxies.append(Proxy(made.ports, **how))
        made.doors.append(proxies[-1].port)
        return proxies[-1]

    yield made, proxy
    for each in proxies:
        each.close()
    made.end()


def writes(number: int):
    """Puts a number into her own words, and leaves everything else as it is."""
    return lambda props, mark: f"{mark} {number}" if props.get("lines", 1) >= 12 else props.get("value")


async def _tells(guest, token):
    """Comes by a link, writes in her own words, and goes on."""
    await guest.come(token)
    await guest.step(act="to:own_words")
    await guest.step(writes(1), act="to:incidents")


def it_keeps_sessions_limits_and_downloads_when_each_request_comes_to_another_process(behind):
    served, proxy = behind
    turns = proxy()
    by = len(served.doors) - 1
    served.sign_in(by)
    case = f"/desk/en/case/{served.case(by)}"
    for _ in range(4):
        assert "Spring" in served.page(by, case)
        papers = {"page": served.proof(by, f"{case}/papers"), "version": "ko"}
        assert served.ask(by, "POST", f"{case}/papers", **papers)[0].headers["content-type"] == "application/zip"
    told = [served.sign_in(by, said="not the password") for _ in range(6)]
    assert ["too many attempts" in each for each in told] == [False] * 5 + [True]
    assert min(turns.asked.values()) >= 10


def it_goes_on_at_the_other_process_when_hers_dies_in_mid_interview(behind):
    served, proxy = behind
    sticky = proxy(sticky=True)
    served.sign_in()
    case_id = served.case()
    token = served.link(case_id)

    async def walk(guest):
        await _tells(guest, token)
        hers = max(sticky.asked, key=sticky.asked.get)
        assert min(sticky.asked.values()) == 0, "a browser stays at its process"
        os.kill(served.pids()[served.ports.index(hers)], KILL)
        with pytest.raises(BROKEN):
            await guest.step()
        await guest.open()  # what her page does by itself
        return guest.here

    assert served.guests(walk, address=sticky.address) == "incidents"
    assert "표시000번 1" in served.told(case_id)


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
def it_loses_nothing_saved_and_at_most_one_page_when_the_service_is_killed(served):
    served.sign_in()
    case_id = served.case()
    token = served.link(case_id)

    async def walk(guest):
        await _tells(guest, token)

    served.guests(walk)
    served.end(KILL)
    served.begin()
    served.sign_in()
    again = served.link(case_id)

    async def back(guest):
        await guest.come(again)
        where = guest.here
        await guest.step(act="to:own_words")
        return where, str(guest.tab.drawn)

    where, drawn = served.guests(back)
    assert "표시000번 1" in drawn, "what was saved is there"
    assert where == "incidents", "she is at the page that she was at"


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
def and_it_does_so_when_it_is_killed_in_the_middle_of_many_writes(served):
    served.sign_in()
    ids = [served.case() for _ in range(6)]
    tokens = [served.link(each) for each in ids]
    answered = dict.fromkeys(ids, 0)

    async def writing(guest, token):
        await guest.come(token)
        await guest.step(act="to:own_words")
        try:
            for number in range(1, 10_000):
                await guest.step(writes(number), act="to:own_words")
                answered[guest.case_id] = number
        except BROKEN:
            return

    async def killing():
        while min(answered.values()) < 2:
            await asyncio.sleep(0.01)
        served.end(KILL)

    async def walk(*guests):
        await asyncio.gather(killing(), *(writing(each, token) for each, token in zip(guests, tokens, strict=True)))

    served.guests(walk, len(ids))
    for number, (case_id, last) in enumerate(answered.items()):
        told = served.told(case_id)
        assert f"표시{number:03d}번 {last}'" in told or f"표시{number:03d}번 {last + 1}'" in told


def it_says_so_while_the_database_is_gone_and_goes_on_where_she_was(tmp_path):
    server = postgres.new_server()
    try:
        with server.database() as url:
            served = Served(tmp_path, url)
            _goes_on(served, server)
            served.end()
    finally:
        server.remove()


def _goes_on(served: Served, server: postgres.Server) -> None:
    served.sign_in()
    case_id = served.case()
    token = served.link(case_id)

    async def walk(guest):
        await guest.come(token)
        await guest.step(act="to:own_words")
        await guest.step(writes(1), act="to:own_words")
        server.stop()
        with pytest.raises(BROKEN, match="503"):
            await guest.step(writes(2), act="to:incidents")
        assert served.ask(0, "GET", f"/desk/en/case/{case_id}")[0].status == 503
        server.start()
        await guest.step(writes(2), act="to:incidents")
        return guest.here

    assert served.guests(walk) == "incidents"
    assert "표시000번 2" in served.told(case_id)
    assert "Spring" in served.page(0, f"/desk/en/case/{case_id}"), "nobody is signed out by it"


@pytest.fixture
def seen(tmp_path):
    """Two processes behind a proxy that a browser reaches; what is at the proxy, and what is behind it."""
    port = free_ports(1)
    served = Served(tmp_path, address=f"http://localhost:{port}", processes=2)
    proxy = Proxy(served.ports, sticky=True, port=port)
    yield served, proxy
    proxy.close()
    served.end()


@pytest.mark.browser
def it_draws_her_page_anew_by_itself_when_her_process_dies(seen, chromium):
    """What is on the page that she was filling in is not lost either."""
    served, proxy = seen
    served.sign_in()
    case_id = served.case()
    token = served.link(case_id)
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE * 1_000)
    hers = context.new_page()
    hers.goto(f"{served.origin}/come/en#{token}")
    hers.click("#begin button")
    settled(hers)
    moves(hers, lambda: hers.evaluate("legalkit.go('to:own_words')"))
    with hers.expect_response("**/keep"):
        hers.fill(".question textarea", "강가의 종이배")
    process = max(proxy.asked, key=proxy.asked.get)
    os.kill(served.pids()[served.ports.index(process)], KILL)
    hers.fill(".question textarea", "강가의 종이배 둘")
    with hers.expect_navigation():
        hers.click("#next")
    settled(hers)
    assert hers.input_value(".question textarea") == "강가의 종이배 둘"
    moves(hers, lambda: hers.click("#next"))
    assert "강가의 종이배 둘" in served.told(case_id)
    context.close()
