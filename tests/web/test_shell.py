"""The frame around Gradio: ours, neutral, in one language, with the way out before anything else."""

import re

import pytest

from legalkit.errors import ToolError
from legalkit.web.shell import parts_of, policy

GRADIO = (
    '<html><script>window.gradio_config = {"a": 1};</script>'
    '<script type="module" crossorigin src="./assets/index-x.js">'
    '<link rel="stylesheet" crossorigin href="./assets/index-x.css">'
)


def it_takes_of_gradios_page_what_it_needs():
    assert parts_of(GRADIO) == ('{"a": 1}', "assets/index-x.js", "assets/index-x.css")


@pytest.mark.parametrize("missing", ["gradio_config", "module", "stylesheet"])
def but_it_refuses_the_page_of_another_version(missing):
    with pytest.raises(ToolError, match="E-WEB-GRADIO"):
        parts_of(GRADIO.replace(missing, "other"))


@pytest.fixture(params=["ko", "en"])
def page(house, request):
    return request.param, house.ask("GET", f"/{request.param}/").text


def it_speaks_one_language_and_names_the_other(page):
    language, html = page
    assert html.startswith(f'<!doctype html>\n<html lang="{language}"')
    assert re.search(r'id="switch" href="/(?:ko|en)/" lang="(ko|en)" hreflang="\1"', html)[1] != language


def it_has_a_title_that_tells_nothing(page):
    _, html = page
    assert re.search("<title>(.*?)</title>", html)[1] in ("문서", "Papers")
    assert "legalkit" not in html.partition("<body>")[0].partition("<script nonce")[0].lower()


def it_offers_the_way_out_first_and_without_a_script(page):
    _, html = page
    body = html.partition("<body>")[2]
    assert body.index('href="/leave"') < body.index("<gradio-app")
    assert '<a id="leave" class="leave" href="/leave" rel="noreferrer">' in body


def it_loads_nothing_from_elsewhere_and_runs_no_script_of_its_own_but_one(page):
    _, html = page
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', html) == []
    scripts = re.findall(r"<script(?![^>]*src=)([^>]*)>", html)
    assert len(scripts) == 1
    assert "nonce=" in scripts[0]


def it_has_no_field_that_a_browser_would_remember(page):
    _, html = page
    fields = re.findall(r"<input[^>]*>", html)
    assert fields
    assert not [each for each in fields if 'type="password"' in each]
    assert all('autocomplete="off"' in each for each in fields if 'type="text"' in each)


def it_tells_who_does_not_see_what_happens(page):
    """Regions that a screen reader announces: what is going on, what is lost, that time is running out."""
    _, html = page
    for region in ('id="status" role="status"', 'id="lost" role="alert"', 'id="late" role="alertdialog"',
                   'id="kept" role="status"'):  # fmt: skip
        assert region in html


def it_lets_nothing_in_that_is_not_its_own():
    said = dict(part.strip().partition(" ")[::2] for part in policy("n0nce").split(";"))
    assert said["default-src"] == "'none'"
    assert said["script-src"] == "'self' 'nonce-n0nce'"
    assert {said[name] for name in ("connect-src", "font-src", "worker-src", "form-action")} == {"'self'"}
    assert {said[name] for name in ("base-uri", "frame-ancestors")} == {"'none'"}
