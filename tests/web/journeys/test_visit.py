"""A whole visit, as a person makes it: told, saved, left; the program ended; come back, opened; and nothing stays.

The program runs by itself and the browser has a profile on disk; both are searched afterwards, byte by byte, for what
was told, with the logs and the arguments of every process.
"""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from legalkit.vault import sealed
from legalkit.vault.passphrase import Passphrase
from tests.web.chromium import FLAGS, NEUTRAL, WHOLE, program

pytestmark = pytest.mark.browser
SECRET = "강물 위의 종이배 아홉"
STORY, NUMBER, NAME = "까나리육칠팔구 그날의 일", "010-8765-4329", "표범이"
MARKS = ("까나리육칠팔구", "8765-4329", NAME, "종이배 아홉")
BASE = Path(__file__).parents[3]
FOLDERS = ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")


class Machine:
    """A machine of her own, in one folder: temporary files, home, the browser's profile, what she downloads."""

    def __init__(self, folder: Path, kind) -> None:
        self.folder, self._kind = folder, kind
        self.said, self.arguments = "", ""
        self.downloads = folder / "downloads"
        self.downloads.mkdir()
        self.places = {name: str(folder / name.lower()) for name in FOLDERS}
        for place in self.places.values():
            Path(place).mkdir(mode=0o700)

    def begin(self, language: str = "ko"):
        """Starts the program and the browser; gives the page."""
        known = {**os.environ, **self.places, "PYTHONPATH": str(BASE)}
        command = [sys.executable, "-m", "legalkit", "--ui", "en", "serve", "--port", "0", "--no-browser"]
        self.run = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=known, cwd=self.folder, text=True
        )
        line = self.run.stdout.readline()
        self.said += line
        self.host = line.partition("http://")[2].partition("/")[0]
        assert self.host, self.run.stderr.read()
        self.browser = self._kind.launch_persistent_context(
            self.folder / "profile", executable_path=program(), args=FLAGS, locale="ko-KR", env=known,
            downloads_path=self.downloads, accept_downloads=True, permissions=["clipboard-read", "clipboard-write"],
        )  # fmt: skip
        self.asked: list[str] = []
        self.browser.on("request", lambda request: self.asked.append(request.url))
        self.browser.route(
            "https://www.weather.go.kr/**", lambda route: route.fulfill(body=NEUTRAL, content_type="text/html")
        )
        self.page = self.browser.pages[0]
        self.page.goto(f"http://{self.host}/{language}/")
        self.settles()
        return self.page

    def settles(self) -> None:
        self.page.wait_for_selector("#next")
        self.page.wait_for_function(WHOLE)

    def goes(self, key: str) -> None:
        self.page.evaluate("key => legalkit.go('to:' + key)", key)
        self.page.wait_for_function(
            "key => document.querySelector('#here').textContent.startsWith(key + '|') "
            "&& !document.documentElement.classList.contains('busy')",
            arg=key,
        )
        self.page.wait_for_function(WHOLE)

    def leave(self) -> None:
        self.page.click("#leave")
        self.page.wait_for_url("https://www.weather.go.kr/**")

    def end(self) -> None:
        """Ends both; keeps what they said, and what every process was called with."""
        listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, check=True)
        self.arguments += listed.stdout.decode("utf-8", "replace")
        assert not [url for url in self.asked if self.host not in url and "weather" not in url and "blob:" not in url]
        self.browser.close()
        self.run.terminate()
        out, errors = self.run.communicate(timeout=60)
        self.said += out + errors

    def found(self) -> tuple[list[str], int, int]:
        """Where a word of hers is: places, files searched, bytes searched."""
        needles = [each.encode(code) for each in MARKS for code in ("utf-8", "utf-16-le")]
        places = [name for name in ("said", "arguments") if any(each in getattr(self, name) for each in MARKS)]
        files = [path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink()]
        size = 0
        for path in files:
            content = path.read_bytes()
            size += len(content)
            places += [path.name for needle in needles if needle in content]
        return places, len(files), size


@pytest.fixture
def machine(chromium):
    folder = Path(tempfile.mkdtemp(prefix="v"))  # a short path: the browser's socket lies below it
    made = Machine(folder, chromium.browser_type)
    yield made
    shutil.rmtree(folder)
    if made.run.poll() is None:
        made.run.kill()
        made.run.communicate()


def _saves(machine, how: str) -> Path:
    """Saves from the page she is on; gives the file."""
    page = machine.page
    page.click("#keep-open")
    assert page.evaluate("document.activeElement.id") == "passphrase"
    for field in ("#passphrase", "#again-passphrase"):
        if how == "typed":
            page.type(field, SECRET)
        else:
            page.evaluate("words => navigator.clipboard.writeText(words)", SECRET)
            page.focus(field)
            page.keyboard.press("Control+V")
    hidden = "e => getComputedStyle(e).webkitTextSecurity"
    assert page.eval_on_selector("#passphrase", hidden) == "disc"
    page.check("#shown")
    assert page.eval_on_selector("#passphrase", hidden) == "none"
    page.uncheck("#shown")
    with page.expect_download() as caught:
        page.click("#keep-save")
    kept = machine.folder / "kept" / f"{how}.bin"
    caught.value.save_as(kept)
    assert page.input_value("#passphrase") == ""
    page.click("#keep-open")
    return kept


def _opens(machine, file: Path, passphrase: str) -> None:
    machine.page.set_input_files("#kept-file", file)
    machine.page.fill("#passphrase", passphrase)
    machine.page.click("#keep-load")


def _tells(machine) -> None:
    page = machine.page
    machine.goes("own_words")
    page.fill(".question textarea", STORY)
    machine.goes("victim_reach")
    page.locator(".of-line input[type=text]").first.fill(NUMBER)
    machine.goes("victim")
    page.locator(".of-card input[type=text]").first.fill(NAME)


def it_comes_back_to_everything_that_was_told_and_leaves_no_word_behind(machine, capsys):
    page = machine.begin()
    _tells(machine)
    typed, pasted = _saves(machine, "typed"), _saves(machine, "pasted")
    machine.leave()
    machine.end()
    whole = typed.read_bytes()
    newer = machine.folder / "kept" / "newer.bin"
    newer.write_bytes(whole[:8] + struct.pack(">H", sealed.VERSION + 1) + whole[10:])
    page = machine.begin("en")
    page.click("#keep-open")
    _opens(machine, newer, SECRET)
    page.wait_for_function("() => /newer version/i.test(document.querySelector('#kept').textContent)")
    assert newer.read_bytes()[10:] == whole[10:]
    _opens(machine, typed, SECRET + "!")
    page.wait_for_function("() => /passphrase/i.test(document.querySelector('#kept').textContent)")
    with page.expect_navigation():
        _opens(machine, pasted, SECRET)
    machine.settles()
    assert page.eval_on_selector("#here", "e => e.textContent").startswith("victim|")
    assert page.locator(".of-card input[type=text]").first.input_value() == NAME
    machine.goes("victim_reach")
    assert page.locator(".of-line input[type=text]").first.input_value() == NUMBER
    machine.goes("own_words")
    assert page.input_value(".question textarea") == STORY
    machine.leave()
    machine.end()
    for each in (typed, pasted):
        assert sealed.unlock(each.read_bytes(), Passphrase(SECRET)).data["place"] == "victim"
    places, files, size = machine.found()
    with capsys.disabled():
        sys.stdout.write(f"\n{files} files, {size / 2**20:.1f} MiB searched after the visit, {len(places)} finds\n")
    assert places == []
    assert files > 50


def it_finds_what_it_looks_for(machine):
    """The search itself: a word of hers in a file, a log or an argument is found."""
    machine.run = subprocess.Popen([sys.executable, "-c", ""])
    (machine.folder / "a").write_text(STORY, encoding="utf-16-le")
    machine.said = NAME
    assert machine.found()[0] == ["said", "a"]
