"""Many who came by a link, all at once, without a screen."""

import asyncio
from importlib.resources import files

import yaml

from benchmarks.guest import Guest
from benchmarks.visitor import Running
from legalkit.case import read_case
from legalkit.interview import Draft, from_case, go
from legalkit.vault.org import cases, links
from legalkit.web.org.content import of_draft
from tests.web.org.town import HOST, Browser, Town, looped


def told(who: str = "hana", place: str = "own_words") -> Draft:
    """What a person of the examples answered, at a page of hers."""
    case = read_case(yaml.safe_load((files("legalkit") / "examples" / f"{who}.yaml").read_text(encoding="utf-8")))
    return go(from_case(case, "ko"), place)


def invited(town: Town, her: Browser, number: int) -> list[str]:
    """Tokens of links to so many new cases."""
    tokens = []
    with town.office.work(town.office.session(her.cookie)) as work:
        for each in range(number):
            head = cases.begin(work, f"Case {each}", of_draft(told()))
            tokens.append(links.make(work, head.id, 3_600))
    return tokens


def walked(town: Town, tokens: list[str], steps: int) -> list[Guest]:
    """Everybody comes at the same moment, and goes so many pages on."""
    guests = [Guest(town.app, HOST, f"표시{number:03d}번") for number in range(len(tokens))]

    async def all_at_once() -> None:
        async with Running(town.app):
            await asyncio.gather(*(each.come(token) for each, token in zip(guests, tokens, strict=True)))
            for _ in range(steps):
                await asyncio.gather(*(each.step() for each in guests))

    looped(all_at_once())
    return guests
