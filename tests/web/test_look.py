"""Everybody can use it: axe finds nothing on any page, in either language, light or dark, wide or narrow."""

from pathlib import Path

import pytest

from legalkit.interview import from_case, go, places, view
from legalkit.vault.case_file import load
from tests.web.serving import DAY

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
RUN = f"""async () => (await axe.run(document, {{runOnly: {RULES}}})).violations
    .map(each => each.id + ': ' + each.nodes[0].html)"""
NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}


def _axe(her) -> list[str]:
    script = (ROOT / "tests" / "validator" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    her.page.evaluate(script + ";0")
    return her.page.evaluate(RUN)


def _every_page(draft) -> list[str]:
    """Each page once, for its first entry."""
    return list({each.page.id: each.key for each in reversed(places(draft, DAY))}.values())


def _one_of_each_kind(draft) -> list[str]:
    """Pages on which every kind of page and every kind of box is found."""
    seen, kept = set(), []
    for key in _every_page(draft):
        shown = view(draft, DAY, key)
        kinds = {shown.kind, *(each.control for each in shown.fields)}
        if not kinds <= seen:
            seen |= kinds
            kept.append(key)
    return kept


def _one_of_each_page(draft) -> list[str]:
    """What is said, questions, a list, the review, the papers."""
    shown = {view(draft, DAY, key).kind: key for key in _every_page(draft)}
    assert shown.keys() == {"info", "questions", "list", "review", "documents"}
    return list(shown.values())


EVERY_SCREEN = [
    pytest.param(language, scheme, size, _one_of_each_page, id=f"{language}-{scheme}-{size['width']}")
    for language in ("ko", "en")
    for scheme in ("light", "dark")
    for size in (NARROW, WIDE)
]


@pytest.mark.parametrize(
    ("language", "scheme", "size", "which"),
    [
        pytest.param("ko", "light", WIDE, _one_of_each_kind, id="ko-wide"),
        pytest.param("en", "dark", NARROW, _one_of_each_kind, id="en-narrow-dark"),
        *EVERY_SCREEN,
        pytest.param("ko", "dark", NARROW, _every_page, id="every-ko", marks=pytest.mark.long),
        pytest.param("en", "light", WIDE, _every_page, id="every-en", marks=pytest.mark.long),
    ],
)
def it_passes_axe_on_every_page_and_never_scrolls_sideways(visit, language, scheme, size, which):
    her = visit(language, color_scheme=scheme, viewport=size)
    draft = from_case(load(ROOT / "legalkit" / "examples" / "yujin.yaml", lambda: None), language)
    found = {}
    for key in which(draft):
        her.house.app.desk.replace(her.seat, go(draft, key))
        her.reload()
        wrong = _axe(her)
        if (
            her.page.evaluate("document.documentElement.scrollWidth > innerWidth")
            or her.page.locator("h1").count() != 1
        ):
            wrong.append("too wide, or not one heading")
        if wrong:
            found[key] = wrong
    assert found == {}
    assert her.errors == []
    assert her.outside() == []


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def it_passes_axe_where_something_is_wrong_too(visit, language, scheme, size):
    her = visit(language, color_scheme=scheme, viewport=size)
    her.house.app.desk.change(her.seat, lambda held: held.changed(place="victim"))
    her.reload()
    her.page.locator(".of-card .number input[type=text]").nth(1).fill("3")
    her.next()
    assert her.page.locator("#wrong").count() == 1
    her.page.click("#keep-open")
    assert _axe(her) == []


EDGES = {
    "own_words": {".question textarea": "border-top-width"},
    "incidents": {".section": "padding-top", ".beside": "border-top-width"},
    "evidence": {".files": "border-top-width"},
    "review": {
        ".time": "border-left-width", ".pair": "border-bottom-width", ".group": "border-bottom-width",
    },
    "documents": {".paper": "border-top-width", "#zip": "padding-left"},
}  # fmt: skip


def it_keeps_its_edges_whichever_style_sheet_comes_last(visit):
    her = visit("en", viewport=NARROW)
    draft = from_case(load(ROOT / "legalkit" / "examples" / "yujin.yaml", lambda: None), "en")
    lost = []
    for key, edges in EDGES.items():
        her.house.app.desk.replace(her.seat, go(draft, key))
        her.reload()
        for name, edge in edges.items():
            width = her.page.eval_on_selector(name, f"e => getComputedStyle(e).getPropertyValue('{edge}')")
            lost += [(key, name, width)] if width == "0px" else []
    assert lost == []
    assert not her.page.locator("#next").is_visible(), "after the papers comes no page"


def it_keeps_the_boxes_of_a_day_on_one_line_on_a_phone(visit):
    her = visit("ko", viewport=NARROW)
    her.house.app.desk.change(her.seat, lambda held: held.changed(place="victim"))
    her.reload()
    tops = [box.bounding_box()["y"] for box in her.page.locator(".of-card .number input[type=text]").all()[:3]]
    assert (len(tops), len(set(tops))) == (3, 1)


def it_has_every_picture_that_the_page_on_the_interview_shows():
    from tests.web.pictures import names

    shown = (ROOT / "docs" / "interview.md").read_text(encoding="utf-8")
    kept = {each.name for each in (ROOT / "docs" / "pictures").glob("page-*.png")}
    assert kept == set(names())
    assert [name for name in names() if f"pictures/{name}" not in shown] == []
