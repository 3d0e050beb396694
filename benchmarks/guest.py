"""Somebody who came by a one-time link to an organisation's page, without a screen: opens it, answers, goes on."""

import re
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from benchmarks.visitor import App, Props, Visitor, ask
from legalkit.vault.drafts import new_token

_PROOF = re.compile(r'name="page" value="(\w+)"')
_HERE = re.compile(r"id=.here[^>]*>([^<|]*)\|")
_CASE = re.compile(r"\?case=(\w+)")


class Guest:
    """A browser with one tab at one case.

    Attributes:
        mark: what this one writes, and no other does.
        case_id: the case behind the link.
    """

    def __init__(self, app: App, host: str, mark: str, scheme: str = "https") -> None:
        """Has not come yet."""
        self._app, self.mark, self.case_id = app, mark, ""
        self._cookies: dict[str, str] = {}
        self._headers = {"host": host, "origin": f"{scheme}://{host}"}

    async def form(self, path: str, **fields: str) -> dict[str, str]:
        """Reads a page, and sends the form that stands on it; the headers of the answer."""
        got, page = await ask(self._app, "GET", path, self._headers)
        self._given(got)
        sent = urlencode({"page": _PROOF.findall(page.decode("utf-8"))[0], **fields}).encode()
        kind = {"content-type": "application/x-www-form-urlencoded", "content-length": str(len(sent))}
        got, said = await ask(self._app, "POST", path, {**self._headers, **kind}, sent)
        if got["status"] != 303:
            raise RuntimeError(got["status"], said)
        self._given(got)
        return got

    async def come(self, token: str) -> None:
        """Opens a link and begins; the first page is drawn."""
        self.case_id = _CASE.findall((await self.form("/come/ko", token=token))["location"])[0]
        await self.open()

    async def open(self) -> None:
        """Opens the questions in a new tab."""
        got, said = await ask(self._app, "GET", f"/ko/?case={self.case_id}", self._headers)
        if got["status"] != 200:
            raise RuntimeError(got["status"], said)
        tab = f"{self.case_id}-{new_token()}"
        self.tab = Visitor(self._app, "/ko", secrets.token_hex(10), {**self._headers, "x-tab": tab})
        self.tab.look(await self.tab.draw())

    async def step(self, write: Callable[[Props, str], Any] | None = None, act: str = "") -> None:
        """Fills the page in and goes on, or to where ``act`` leads."""
        put = write or changed
        self.tab.look(await self.tab.step(self.tab.filled(lambda props: put(props, self.mark), act)))

    @property
    def here(self) -> str:
        """Key of the page that is drawn; empty if it is none of the interview's."""
        found = _HERE.search(str(self.tab.drawn))
        return found[1] if found else ""

    def _given(self, got: dict[str, str]) -> None:
        for each in filter(None, got["set-cookie"].split("\n")):
            name, _, value = each.partition(";")[0].partition("=")
            self._cookies[name] = value
        self._headers["cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())


OWN_WORDS = 12
"""Lines of the box for her own words; smaller boxes want an address or a date on each line."""


def changed(props: Props, mark: str) -> Any:  # noqa: ANN401 -- what a box holds
    """What is put into a box: her own words end with the mark, other words get a letter, the rest stays as it is."""
    value = props.get("value")
    if props.get("lines", 1) >= OWN_WORDS:
        return f"{value or ''} {mark}"
    letters = props.get("name") == "textbox" and isinstance(value, str) and value.replace(" ", "").isalpha()
    return f"{value}가" if letters and props.get("lines") == 1 else value
