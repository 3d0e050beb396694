"""Files are hashed in the browser: the sums are right, the bytes stay where they are, and memory stays flat."""

import hashlib
import re
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest

from legalkit.evidence import computed_by

MIB = 2**20
GIB = 2**30
ZEROS = {  # said by GNU sha256sum
    2 * GIB: "a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51",
    4 * GIB: "8479e43911dc45e89f934fe48d01297e16f51d17aa561d4d1c216b1ae0fcddca",
}
WAIT = 60_000
PUBLISHED = "a9f59adc62bbfee55d0177add5dbadd8a1efd5e812f84b89fb8bb2bbdbb94b48"
"""SHA-256 of dist/sha256.umd.min.js of hash-wasm 4.13.0, from its first line of code on."""


@pytest.fixture
def her(visit):
    here = visit()
    here.go("evidence")
    return here


@pytest.fixture
def no_assembly(her):
    """As in a browser that runs no WebAssembly: what needs it is not there."""
    her.context.route("**/own/hashwasm.js", lambda route: route.abort())
    return her


def _sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def _choose(her, *paths: Path) -> None:
    her.page.set_input_files("#files", paths)


def _done(her, count: int) -> list[str]:
    """Sums of the files that are done, once there are so many and nothing is read any more."""
    her.page.wait_for_function(
        "count => document.querySelector('#hash-stop').hidden"
        " && document.querySelectorAll('#hashed code').length === count",
        arg=count,
        timeout=WAIT,
    )
    return [each.get_attribute("title") for each in her.page.query_selector_all("#hashed code")]


def _said(her) -> str:
    return her.page.inner_text("#hashing")


def _content(size: int) -> bytes:
    return (b"CONTENT-" * (size // 8 + 1))[:size]


SIZES = (0, 1, 55, 56, 63, 64, 65, 4 * MIB - 1, 4 * MIB, 4 * MIB + 1, 64 * MIB - 1, 64 * MIB, 64 * MIB + 1)


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["her", "no_assembly"])
def it_finds_the_sums_of_many_files_at_once_and_sends_nothing_of_them(request, tmp_path, kind):
    her = request.getfixturevalue(kind)
    chosen = [tmp_path / f"사진 ({size}).png" for size in SIZES[: None if kind == "her" else -3]]
    for path, size in zip(chosen, SIZES, strict=False):
        path.write_bytes(_content(size))
    before = len(her.posted)
    _choose(her, *chosen)
    assert _done(her, len(chosen)) == [hashlib.sha256(path.read_bytes()).hexdigest() for path in chosen]
    assert (
        her.page.query_selector("#hashing").inner_text().startswith(f"{len(chosen)} / {len(chosen)} · 모두 마쳤습니다")
    )
    her.moves(lambda: her.page.click("#hash-add"))
    told = her.house.app.desk.draft(her.seat)
    records = [told.read(f"exhibits[{place}].files[0]") for place in range(len(chosen))]
    assert [(each["name"], each["size"]) for each in records] == [(p.name, p.stat().st_size) for p in chosen]
    library = "hash-wasm 4.13.0" if kind == "her" else "sha256.js"
    assert {each["tool"] for each in records} == {computed_by(library)}
    assert sum(sent for _, sent in her.posted[before:]) < 500 * len(chosen) + 4_000
    assert her.outside() == []
    assert her.here == "exhibit@exhibits[0]"


@pytest.mark.browser
def it_leaves_no_byte_of_a_file_on_any_disk(chromium, house, tmp_path, monkeypatch):
    from tests.web.chromium import FLAGS, program

    profile, secret = tmp_path / "profile", b"7d1f-CONTENT-OF-THE-FILE-5a0c"
    (tmp_path / "a.bin").write_bytes(secret * (8 * MIB // len(secret)))
    context = chromium.browser_type.launch_persistent_context(profile, executable_path=program(), args=FLAGS)
    sent: list[bytes] = []
    context.on("request", lambda request: sent.append(request.post_data_buffer or b""))
    page = context.pages[0]
    page.goto(f"http://{house.host}/ko/")
    page.wait_for_selector("#next")
    page.evaluate("legalkit.go('to:evidence')")
    page.wait_for_selector("#files")
    page.set_input_files("#files", tmp_path / "a.bin")
    page.wait_for_selector("#hash-add:not([hidden])")
    context.close()
    left = [path for path in profile.rglob("*") if path.is_file()]
    assert len(left) > 10
    assert [path for path in left if secret in path.read_bytes()] == []
    assert [body for body in sent if secret[:12] in body] == []


@pytest.mark.browser
def it_can_be_stopped_and_keeps_what_is_done(her, tmp_path):
    (tmp_path / "a.png").write_bytes(b"one")
    _choose(her, tmp_path / "a.png", _sparse(tmp_path / "b.mp4", 16 * GIB))
    her.page.wait_for_function("() => document.querySelector('#hashing progress').value > 0")
    assert "2 / 2 · b.mp4" in _said(her)
    her.page.click("#hash-stop")
    assert _done(her, 1) == [hashlib.sha256(b"one").hexdigest()]
    assert "멈추었습니다" in _said(her)
    her.moves(lambda: her.page.click("#hash-add"))
    assert her.house.app.desk.draft(her.seat).read("exhibits[0].files[0].name") == "a.png"


@pytest.mark.browser
def it_shows_what_is_not_added_yet_when_she_comes_back_to_the_page(her, tmp_path):
    (tmp_path / "a.png").write_bytes(b"one")
    _choose(her, tmp_path / "a.png")
    _done(her, 1)
    her.page.fill("#hashed input", "b.png")
    her.go("safety")
    her.go("evidence")
    assert _done(her, 1) == [hashlib.sha256(b"one").hexdigest()]
    assert her.page.input_value("#hashed input") == "b.png"
    assert her.page.is_visible("#hash-add")


@pytest.mark.browser
def it_names_a_file_that_vanished_or_changed_and_does_the_others(her, tmp_path):
    gone, changed, last = (tmp_path / name for name in ("gone.png", "changed.png", "last.png"))
    for each in (gone, changed, last):
        each.write_bytes(b"one")
    _choose(her, _sparse(tmp_path / "first.mp4", 256 * MIB), gone, changed, last)
    gone.unlink()
    changed.write_bytes(b"other, and longer")
    sums = _done(her, 2)
    assert sums[1] == hashlib.sha256(b"one").hexdigest()
    assert re.search(r"읽을 수 없는 파일: gone\.png, changed\.png", _said(her))


@pytest.mark.browser
def it_says_that_two_files_are_the_same(her, tmp_path):
    for name, content in (("a.png", b"one"), ("b.png", b"two"), ("c.png", b"one")):
        (tmp_path / name).write_bytes(content)
    _choose(her, *sorted(tmp_path.iterdir()))
    _done(her, 3)
    noted = [her.page.inner_text(f"#hashed p:nth-child({place})") for place in (1, 2, 3)]
    assert ["같은 내용" in each for each in noted] == [False, False, True]


@pytest.mark.browser
def it_keeps_a_name_that_is_being_written_while_other_files_are_read(her, tmp_path):
    (tmp_path / "a.png").write_bytes(b"one")
    (tmp_path / "c.png").write_bytes(b"two")
    _choose(her, tmp_path / "a.png", _sparse(tmp_path / "b.mp4", 128 * MIB), tmp_path / "c.png")
    her.page.wait_for_selector("#hashed input")
    her.page.fill("#hashed input", "사진 1")
    _done(her, 3)
    assert her.page.evaluate("document.activeElement === document.querySelector('#hashed input')")
    her.moves(lambda: her.page.click("#hash-add"))
    assert her.house.app.desk.draft(her.seat).read("exhibits[0].files[0].name") == "사진 1"


@pytest.mark.browser
def it_reads_files_where_no_connection_can_be_opened(her):
    """The worker's own answer forbids it: whatever its script would try, nothing gets out."""
    tried = "fetch('/keep', {method: 'POST', body: 'x'}).then(() => postMessage('out'), () => postMessage('in'));"
    headers = her.house.ask("GET", "/own/hash.js").headers
    her.context.route("**/own/hash.js", lambda route: route.fulfill(body=tried, headers=dict(headers)))
    asked = len(her.asked)
    answer = "new Promise(told => { new Worker('/own/hash.js').onmessage = event => told(event.data); })"
    assert her.page.evaluate(answer) == "in"
    assert [url for _, url in her.asked[asked:] if url.endswith("/keep")] == []


def and_its_arithmetic_is_the_published_one_with_its_licence():
    static = files("legalkit.web") / "static"
    assert hashlib.sha256((static / "hashwasm.js").read_bytes()).hexdigest() == PUBLISHED
    licence = (static / "hashwasm.LICENSE").read_text(encoding="utf-8")
    assert "MIT License" in licence
    (named,) = re.findall(r"hash-wasm [\d.]+", (static / "hash.js").read_text(encoding="utf-8"))
    assert f"of {named} by" in licence


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024


if sys.platform == "linux":

    @pytest.mark.browser
    @pytest.mark.long
    @pytest.mark.parametrize("size", ZEROS)
    def it_takes_no_more_memory_for_a_file_of_gigabytes(chromium, her, tmp_path, size):
        told = chromium.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
        drawing = [each["id"] for each in told if each["type"] == "renderer"]
        _choose(her, _sparse(tmp_path / "small.mp4", 64 * MIB))
        _done(her, 1)
        before = max(map(_resident, drawing))
        _choose(her, _sparse(tmp_path / "large.mp4", size))
        peak, end = 0, time.monotonic() + 600
        while not her.page.is_hidden("#hash-stop") and time.monotonic() < end:
            peak = max(peak, *map(_resident, drawing))
            her.page.wait_for_timeout(100)
        assert _done(her, 2)[1] == ZEROS[size]
        assert peak < before + 384 * MIB  # pieces that wait to be tidied up; no more of them for 4 GiB than for 2
