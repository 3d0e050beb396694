"""A page that is really served, in this process, and a browser that is really driven."""

import pytest

from tests.web.serving import House


@pytest.fixture(scope="session")
def house():
    served = House()
    yield served
    served.close()


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    from tests.web.chromium import FLAGS, program

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, house):
    from tests.web.chromium import Visit

    made = []

    def begin(language="ko", **more):
        made.append(Visit(chromium, house, language, **more))
        return made[-1]

    yield begin
    for each in made:
        each.close()
