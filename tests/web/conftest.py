"""A page that is really served, in this process, and a browser that is really driven."""

import pytest

from tests.web.serving import House


@pytest.fixture(scope="session")
def house():
    served = House()
    yield served
    served.close()
