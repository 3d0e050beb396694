"""The way out, the end of her time, and what she takes with her."""

import gc
import io
import re
import threading
import zipfile
from pathlib import Path

import pytest

from legalkit.interview import from_case, go, to_case
from legalkit.package import generate
from legalkit.vault.case_file import load
from legalkit.vault.passphrase import Passphrase
from legalkit.vault.sealed import DRAFT, unlock
from legalkit.web.settings import WebSettings
from tests.web.serving import DAY, House, soon

CANARY = "까나리말칠팔구"
YUJIN = Path(__file__).parents[2] / "legalkit" / "examples" / "yujin.yaml"
SECRET = "강물 위의 종이배 아홉"


def _told(her, words=CANARY):
    her.go("own_words")
    her.page.fill(".question textarea", words)
    her.go("harms")
    her.go("own_words")


def _unheard() -> str:
    """Words that stand nowhere in this program until they are said."""
    return "말낱는르모도무아"[::-1]


def _in(words: str, each: object) -> bool:
    return isinstance(each, str) and words in each or isinstance(each, bytes) and words.encode() in each


def _held() -> list[str]:
    """Where these words are still held, in any text or bytes that something refers to."""
    gc.collect()
    found, words = [], _unheard()
    for thing in gc.get_objects():
        values = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, (list, tuple, set)) else ()
        if any(_in(words, each) for each in list(values)):
            found.append(type(thing).__name__)
    return found


def _sits(her, place: str, name: str = "yujin"):
    case = load(YUJIN.with_name(f"{name}.yaml"), lambda: None)
    her.house.app.desk.replace(her.seat, go(from_case(case, "ko"), place))
    her.reload()
    return case


@pytest.fixture(params=["button", "shift"])
def leaves(request):
    def by_button(page):
        page.click("#leave")

    def by_shift(page):
        for _ in range(3):
            page.keyboard.press("Shift")

    return {"button": by_button, "shift": by_shift}[request.param]


@pytest.mark.browser
def it_leads_away_at_once_and_leaves_nothing(visit, leaves):
    her = visit()
    _told(her)
    seat, app = her.seat, her.house.app
    assert app.drafts.get(seat.owner, seat.tab, her.house.now)
    leaves(her.page)
    her.page.wait_for_url("https://www.weather.go.kr/**")
    assert her.soon(lambda: app.drafts.get(seat.owner, seat.tab, her.house.now) is None)
    assert her.soon(lambda: not app.seats.knows(seat.owner, her.house.now))
    assert her.soon(lambda: her.context.cookies() == [])
    assert CANARY not in her.page.content()


@pytest.mark.browser
def it_shows_no_answer_to_whoever_goes_back(visit, leaves):
    her = visit()
    _told(her)
    shown = []
    her.page.on("framenavigated", lambda frame: shown.append(frame.url))
    leaves(her.page)
    her.page.wait_for_url("https://www.weather.go.kr/**")
    for _ in range(3):
        her.page.go_back(wait_until="commit")
        her.page.wait_for_timeout(400)
        her.page.wait_for_load_state()
        assert CANARY not in her.page.inner_text("html")
        assert her.page.locator("#next").count() == 0


@pytest.mark.browser
def it_blanks_the_page_before_anything_else_can_happen(visit, leaves):
    her = visit()
    _told(her)
    said = []
    her.page.on("console", lambda message: said.append(message.text))
    her.page.evaluate(
        """() => {
        for (const kind of ['click', 'keyup']) addEventListener(kind, () => {
            const seen = [...document.body.children].filter((each) => !each.matches('.unseen'));
            if (legalkit.left) console.log('left', seen.length, document.title.trim());
        });
        }"""
    )
    leaves(her.page)
    her.page.wait_for_url("https://www.weather.go.kr/**")
    assert [each.split() for each in said if each.startswith("left")] == [["left", "0"]]


@pytest.mark.browser
def but_typing_capital_letters_does_not_lead_away(visit):
    her = visit()
    her.go("own_words")
    her.page.focus(".question textarea")
    her.page.keyboard.type("ABCD")
    for _ in range(4):
        her.page.keyboard.press("Shift+A")
    assert her.page.input_value(".question textarea") == "ABCDAAAA"


@pytest.mark.browser
def it_leads_away_without_any_script_too(chromium, house):
    context = chromium.new_context(java_script_enabled=False)
    context.route("https://www.weather.go.kr/**", lambda route: route.fulfill(body="<p>Sunny"))
    page = context.new_page()
    page.goto(f"http://{house.host}/ko/")
    owner = context.cookies()[0]["value"]
    page.click("#leave")
    page.wait_for_url("https://www.weather.go.kr/**")
    assert context.cookies() == []
    assert not house.app.seats.knows(owner, house.now)
    context.close()


@pytest.mark.browser
def it_keeps_nothing_in_the_browser_but_a_token(visit):
    her = visit()
    _told(her)
    stored = her.page.evaluate(
        "async () => JSON.stringify([{...localStorage}, {...sessionStorage}, await indexedDB.databases(),"
        " await caches.keys(), document.cookie, history.state])"
    )
    assert CANARY not in stored
    assert "own_words" not in stored
    assert her.page.evaluate("Object.keys(localStorage).length") == 0
    assert her.page.evaluate("Object.keys(sessionStorage)") == ["tab"]


@pytest.mark.browser
def it_lets_nothing_in_this_program_hold_her_words_after_she_left(visit):
    her = visit()
    _told(her, _unheard())
    her.go("review")
    assert _held()
    her.page.click("#leave")
    her.page.wait_for_url("https://www.weather.go.kr/**")
    assert her.soon(lambda: _held() == [], 10), _held()


@pytest.mark.browser
def it_lets_nothing_hold_her_words_where_her_last_step_led_nowhere(visit, monkeypatch):
    her = visit()
    _told(her, _unheard())
    her.go("own_words")
    done = threading.Event()

    def nowhere(seat, nav, act, values):
        done.set()
        return nav, None

    monkeypatch.setattr(her.house.app.desk, "worked", nowhere)
    her.page.click("#next")
    assert her.soon(done.is_set)
    assert _held()
    her.page.click("#leave")
    her.page.wait_for_url("https://www.weather.go.kr/**")
    assert her.soon(lambda: _held() == [], 10), _held()


@pytest.mark.browser
def it_asks_her_and_then_wipes_everything_when_she_gives_no_sign(chromium):
    from tests.web.chromium import Visit

    hasty = House(WebSettings(idle=14, warn=10))
    her = Visit(chromium, hasty)
    _told(her, _unheard())
    assert _held()
    seat = her.seat
    her.page.wait_for_selector("#late:not([hidden])")
    assert her.page.evaluate("document.activeElement.id") == "late-stay"
    her.page.click("#late-stay")
    assert her.page.locator("#late").is_hidden()
    her.page.wait_for_url("https://www.weather.go.kr/**")
    assert her.soon(lambda: hasty.app.drafts.get(seat.owner, seat.tab, hasty.now) is None)
    assert her.soon(lambda: _held() == [], 10), _held()
    assert her.context.cookies() == []
    her.close()
    hasty.close()


def it_forgets_by_itself_what_nobody_touched_for_the_idle_time(house):
    her = house.browser()
    her.join()
    house.app.desk.sit(house.app.seats.seat_of(her.session), "ko")
    house.now += house.app.settings.idle + 1
    house.app.sweep()
    assert house.app.seats.seat_of(her.session) is None
    assert all(her.session not in blocks.state_holder.session_data for blocks in house.app.pages.values())


def it_wipes_one_tab_alone_when_its_time_is_over(house):
    her = house.browser()
    other = type(her)(house, her.cookie)
    for each in (her, other):
        each.join()
        house.app.desk.sit(house.app.seats.seat_of(each.session), "ko")
    assert her.post("/over").status == 204
    assert house.app.drafts.get(her.owner, her.tab, house.now) is None
    assert house.app.drafts.get(other.owner, other.tab, house.now)


def it_lets_no_late_word_bring_a_wiped_draft_back(house):
    her = house.browser()
    her.join()
    house.app.desk.sit(house.app.seats.seat_of(her.session), "ko")
    her.post("/over")
    assert her.post("/keep", {"page": "safety", "values": {}}).status == 410


def it_has_nothing_to_complain_of_when_a_page_is_drawn_for_somebody_who_left_meanwhile(house, monkeypatch, capfd):
    begun, left, screen = threading.Event(), threading.Event(), house.app.desk.screen

    def slowly(seat, nav):
        begun.set()
        assert left.wait(60)
        return screen(seat, nav)

    monkeypatch.setattr(house.app.desk, "screen", slowly)
    her = house.browser()
    her.join()
    assert begun.wait(60)
    her.post("/over")
    left.set()
    underway = house.app.pages["ko"]._queue.event_ids_to_events
    assert soon(lambda: all(each.session_hash != her.session for each in list(underway.values())))
    assert capfd.readouterr().err == ""
    assert her.session not in house.app.pages["ko"].state_holder.session_data


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"page": 3, "values": {}}', b'{"page": "safety", "values": []}'])
def it_keeps_nothing_it_cannot_read(house, body):
    assert house.browser().post("/keep", body).status == 400


@pytest.mark.browser
class DescribeThePapers:
    def it_gives_each_paper_as_generate_makes_it_under_a_name_that_says_nothing(self, visit):
        her = visit(accept_downloads=True)
        _sits(her, "documents")
        case = to_case(her.house.app.desk.draft(her.seat))
        with her.page.expect_download() as caught:
            her.page.click("[id='get:complaint.ko']")
        assert caught.value.suggested_filename == "document-01-ko.docx"
        expected = generate(case, DAY).files["1-hand-in/01-complaint-ko.docx"]
        assert Path(caught.value.path()).read_bytes() == expected

    def it_gives_all_in_one_zip_with_names_that_say_nothing(self, visit):
        her = visit(accept_downloads=True)
        _sits(her, "documents", "kelly")
        case = to_case(her.house.app.desk.draft(her.seat))
        her.page.uncheck("#in-en")
        with her.page.expect_download() as caught:
            her.page.click("#zip")
        with zipfile.ZipFile(io.BytesIO(Path(caught.value.path()).read_bytes())) as archive:
            names = archive.namelist()
            contents = {archive.read(name) for name in names}
        assert all(re.fullmatch(r"document-\d\d-(ko|bilingual)\.docx", name) for name in names)
        whole = generate(case, DAY).files
        assert contents == {each for path, each in whole.items() if not path.endswith("-en.docx")}

    def it_shows_a_paper_as_text_before_it_is_taken(self, visit):
        her = visit()
        _sits(her, "documents", "kelly")
        her.moves(lambda: her.page.click("[id='go:show:complaint.en']"))
        assert "complaint" in her.page.inner_text(".paper").lower()


@pytest.mark.parametrize(
    "sent",
    [
        {"filings": ["nothing"], "versions": ["ko"]},
        {"filings": [], "versions": []},
        {"filings": 3, "versions": ["xx"]},
        {},
    ],
)
def it_refuses_papers_that_are_not_offered_in_words(house, sent):
    her = house.browser()
    her.join()
    house.app.desk.sit(house.app.seats.seat_of(her.session), "en")
    answer = her.post("/papers?language=en", sent)
    assert answer.status == 422
    assert "Choose among the papers" in answer.text


@pytest.mark.browser
class DescribeTheEncryptedFile:
    def it_opens_what_it_saved_in_another_browser_and_language(self, visit, tmp_path):
        her = visit(accept_downloads=True)
        _told(her, "저장한 말")
        her.page.click("#keep-open")
        her.page.fill("#passphrase", SECRET)
        her.page.fill("#again-passphrase", SECRET)
        with her.page.expect_download() as caught:
            her.page.click("#keep-save")
        assert caught.value.suggested_filename == f"notes-{DAY.isoformat()}.bin"
        kept = tmp_path / "notes.bin"
        caught.value.save_as(kept)
        assert unlock(kept.read_bytes(), Passphrase(SECRET)).kind == DRAFT
        assert her.page.input_value("#passphrase") == ""
        other = visit("en")
        other.page.click("#keep-open")
        other.page.set_input_files("#kept-file", kept)
        other.page.fill("#passphrase", "not this passphrase")
        other.page.click("#keep-load")
        other.page.wait_for_function("() => document.querySelector('#kept').textContent.includes('passphrase')")
        other.page.fill("#passphrase", SECRET)
        with other.page.expect_navigation():
            other.page.click("#keep-load")
        other.page.wait_for_selector("#next")
        assert other.here == "own_words"
        assert other.page.input_value(".question textarea") == "저장한 말"
        assert other.page.inner_text("#next") == "Continue"


@pytest.mark.parametrize(
    "record",
    [
        {"name": "", "size": 1, "sha256": "0" * 64},
        {"name": "a", "size": -1, "sha256": "0" * 64},
        {"name": "a", "size": 1, "sha256": "x"},
        {"name": "a", "size": 1, "sha256": "0" * 64, "content": "x"},
        {"name": "a" * 5000, "size": 1, "sha256": "0" * 64},
        "a",
    ],
)
def it_refuses_a_record_of_a_file_that_no_page_of_ours_sends(house, record):
    her = house.browser()
    her.join()
    house.app.desk.sit(house.app.seats.seat_of(her.session), "en")
    assert her.post("/files?language=en", {"files": [record]}).status == 422
    assert house.app.desk.draft(house.app.seats.seat_of(her.session)).read("exhibits") is None
