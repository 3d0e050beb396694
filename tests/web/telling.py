"""A person at the page who knows what happened to her, and answers whatever page comes, box by box.

What she knows is the story table of a persona: each question with its value, as :class:`tests.interview.story.Story`
comes out of the same interview without a screen. Nothing but the page is touched here; entries are added, files named
and pages left by the buttons a person has.
"""

import json
from typing import Any

from legalkit.interview import Draft, Field, View, view
from legalkit.interview.flow import place_of
from legalkit.web.widgets import Drawn, Widget, plan
from legalkit.web.words import answer_words
from tests.web.chromium import Visit
from tests.web.serving import DAY

MOST = 400
"""Pages after which a walk is taken for endless."""


class Teller:
    """One walk.

    Attributes:
        her: the browser.
        told: the whole story, as a draft that was told already.
        pages: keys of the pages she saw, in order.
    """

    def __init__(self, her: Visit, told: Draft) -> None:
        self.her, self.told = her, told
        self.pages: list[str] = []

    def table(self, key: str) -> dict[str, Any]:
        """Question and value of a page."""
        fields = view(self.told, DAY, key).fields
        # on a card "I do not know" stands beside what is filled in
        return {
            each.path: {"none": each.none} if each.none and each.control != "card" else self._value(each)
            for each in fields
        }

    def _value(self, field: Field) -> Any:
        if field.control != "entries":
            return field.value
        return "\n".join(url for each in self.told.read(field.path) or () for url in each.get("urls", ()))

    def walk(self) -> "Teller":
        """From the first page to the papers."""
        for _ in range(MOST):
            self.pages.append(self.her.here)
            seen = self._seen()
            if seen.kind == "documents":
                return self
            if seen.kind == "list" and self._adds(seen):
                continue
            self.fill(seen)
            self.her.next()
            self._speaks()
            wrong = self.her.page.locator("#wrong").all_inner_texts()
            assert wrong == [], (seen.key, wrong)
        raise AssertionError("the interview does not end")

    def _speaks(self) -> None:
        """Back to the language of the walk: whoever answers in the other one is led to the page in that."""
        if self._draft().language != self.told.language:
            self.her.page.wait_for_url(f"**/{self._draft().language}/")
            self.her.page.wait_for_selector("#next")
            self.her.page.click("#switch")
            self.her.page.wait_for_url(f"**/{self.told.language}/")
            self.her.page.wait_for_selector("#next")

    def change(self, keys: list[str]) -> "Teller":
        """Answers pages that only the review leads to."""
        for key in keys:
            self.her.go(key)
            self.fill(self._seen())
        return self

    def fill(self, seen: View) -> None:
        """Puts into each box of the page what she knows."""
        table = self.table(seen.key)
        for drawn in plan(seen.fields, answer_words(self._draft().language)):
            if drawn.field.path in table:
                self._question(drawn, table[drawn.field.path])

    def _draft(self) -> Draft:
        return self.her.house.app.desk.draft(self.her.seat)

    def _seen(self) -> View:
        return view(self._draft(), DAY)

    def _question(self, drawn: Drawn, form: Any) -> None:
        none = form["none"] if isinstance(form, dict) and "none" in form else ""
        instead = none and drawn.field.control != "card"
        for widget in drawn.widgets:
            if widget.box == "none":
                self._box(widget, [none] if none else [])
            elif drawn.field.boxes:
                self._box(widget, "" if instead else (form or {}).get(widget.box))
            else:
                self._box(widget, none if none and widget.kind == "one" else None if none else form)

    def _box(self, widget: Widget, value: Any) -> None:
        page, at = self.her.page, f"[id='{widget.id}']"
        if widget.kind == "many":
            page.wait_for_selector(f"{at} input[type=checkbox]")
            boxes = {box.get_attribute("name"): box for box in page.query_selector_all(f"{at} input[type=checkbox]")}
            for name in boxes.keys() - set(value or ()):
                boxes[name].uncheck()
            for name in value or ():  # in her order: what happened is told in it
                boxes[name].check()
        elif widget.kind == "one":
            if value:
                page.check(f"{at} input[value='{value}']")
        elif widget.kind == "tick":
            page.set_checked(f"{at} input", value in (True, "yes"))
        else:
            text = "\n".join(value) if isinstance(value, list) else str(value or "")
            if page.input_value(f"{at} textarea, {at} input") != text:
                page.fill(f"{at} textarea, {at} input", text)

    def _adds(self, seen: View) -> bool:
        """Adds the next entry that is not there yet; that leads to its first page."""
        listed, there = seen.listed, len(seen.entries)
        wanted = self.told.read(listed) or []
        if there >= len(wanted):
            return False
        entry = wanted[there]
        if listed == "incidents":
            alike = next(n for n, each in enumerate(wanted) if each["harm"] == entry["harm"])
            self._click(f"go:again:incidents[{alike}]")
        elif entry.get("files"):
            self.her.moves(lambda: self._names(entry["files"]))
        else:
            self._click(f"go:add:{listed}")
        return True

    def _click(self, name: str) -> None:
        self.her.moves(lambda: self.her.page.click(f"[id='{name}']"))

    def _names(self, files: list[dict[str, Any]]) -> None:
        """What the page itself sends once it has worked out the sum of each file."""
        self.her.page.evaluate(
            """async (sent) => {
                const answer = await fetch('/files', { method: 'POST', body: sent });
                legalkit.go((await answer.json()).go);
            }""",
            json.dumps({"files": files}),
        )


def beside(told: Draft) -> list[str]:
    """Keys of the pages that only the review leads to, for each entry."""
    from legalkit.interview import pages
    from legalkit.interview._tree import entries

    keys = []
    for each in (page for page in pages() if not page.flow):
        found = [""]
        for part in filter(None, each.each.split("[].")):
            heads = [f"{head}.{part}" if head else part for head in found]
            found = [f"{head}[{n}]" for head in heads for n in range(len(entries(told.answers, head)))]
        keys += [f"{each.id}@{at}" if at else each.id for at in found]
    return [key for key in keys if place_of(key)]
