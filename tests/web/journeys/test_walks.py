"""Random walks in a browser: on, back, elsewhere, in the other language, adding, removing, reloading; nothing is lost.

What she typed last into each box is what the draft holds at the end, to the letter, save in entries she took out.
"""

import json
import random

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.long]
WALKS, STEPS = 10, 12
LISTS = {"evidence": "exhibits", "accused": "accused", "reports": "reports"}
BOXES = ".question textarea:visible, .question .line input[type=text]:visible"


class Walk:
    """One walk.

    Attributes:
        told: what she typed last, by box; with the entry it is in.
    """

    def __init__(self, her, seed: int) -> None:
        self.her, self.chance, self.count = her, random.Random(seed), 0
        self.seed = seed
        self.told: dict[str, tuple[str, str]] = {}

    def step(self) -> None:
        act = self.chance.choice((self.on, self.back, self.jump, self.switch, self.reload, self.add, self.remove))
        self.type()
        act()
        self.check()

    def type(self) -> None:
        self.her.settles()
        boxes = self.her.page.locator(BOXES)
        if not boxes.count():
            return
        box = boxes.nth(self.chance.randrange(boxes.count()))
        name = box.evaluate("e => e.closest('[id^=f]').id")
        self.count += 1
        words = f"말 {self.seed}-{self.count} <b>&amp;"
        box.fill(words)
        self.told[name] = words, self.entry()

    def entry(self) -> str:
        """Id of the entry the page is about."""
        at = self.her.here.partition("@")[2]
        held = self.draft().read(at) if at else None
        return held["id"] if isinstance(held, dict) else ""

    def draft(self):
        return self.her.house.app.desk.draft(self.her.seat)

    def on(self) -> None:
        self.her.next()

    def back(self) -> None:
        if self.her.here != "safety":
            self.her.moves(lambda: self.her.page.click("#back"))

    def jump(self) -> None:
        sections = self.her.page.locator(".section")
        self.her.moves(lambda: sections.nth(self.chance.randrange(sections.count())).click())

    def switch(self) -> None:
        other = self.her.page.get_attribute("#switch", "lang")
        self.her.page.click("#switch")
        self.her.page.wait_for_url(f"**/{other}/")
        self.her.settles()

    def reload(self) -> None:
        self.her.reload()

    def add(self) -> None:
        place = self.chance.choice(list(LISTS))
        self.her.go(place)
        self.her.moves(lambda: self.her.page.click(f"[id='go:add:{LISTS[place]}']"))

    def remove(self) -> None:
        self.her.go(self.chance.choice(list(LISTS)))
        buttons = self.her.page.locator("[id^='go:remove:']")
        if not buttons.count():
            return
        button = buttons.nth(self.chance.randrange(buttons.count()))
        gone = self.draft().read(button.get_attribute("id").removeprefix("go:remove:"))["id"]
        self.her.moves(button.click)
        self.told = {name: each for name, each in self.told.items() if each[1] != gone}

    def check(self) -> None:
        """What she typed is in the draft; what the page shows is what she typed."""
        held = self.draft()
        kept = json.dumps([held.answers, dict(held.typed)], ensure_ascii=False)
        lost = [words for words, _ in self.told.values() if json.dumps(words, ensure_ascii=False)[1:-1] not in kept]
        assert lost == []
        for box in self.her.page.locator(BOXES).all():
            name = box.evaluate("e => e.closest('[id^=f]').id")
            if name in self.told:
                assert box.input_value() == self.told[name][0]


@pytest.mark.parametrize("seed", range(WALKS))
def it_loses_nothing_on_any_walk(visit, seed):
    her = visit("ko")
    her.go("harms")
    her.page.locator(".question input[type=checkbox]").nth(seed).check()
    her.next()
    walk = Walk(her, seed)
    for _ in range(STEPS):
        walk.step()
    assert walk.count
    assert her.outside() == []
