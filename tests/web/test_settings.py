"""What can be set: an address to leave to that tells nobody anything, and bounds."""

import pytest

from legalkit.errors import InputError
from legalkit.settings import LIMITS
from legalkit.web.settings import NEUTRAL, WebSettings


@pytest.mark.parametrize("address", ["", NEUTRAL, "http://a.example", "https://a.example/b?c"])
def it_leads_to_any_address_of_the_web_or_to_a_blank_page(address):
    assert WebSettings(leave_to=address).leave_to == address


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/own", "https://", "https://a:b@c.example", "x"],
)
def but_it_refuses_what_could_run_or_tell_something(address):
    with pytest.raises(InputError, match="E-WEB-LEAVE-TO"):
        WebSettings(leave_to=address)


def it_warns_before_it_wipes_and_opens_what_it_saves():
    settings = WebSettings()
    assert 60 <= settings.warn < settings.idle <= 3_600
    assert settings.open_bytes > LIMITS.case_bytes


def it_is_set_once():
    with pytest.raises(AttributeError):
        WebSettings().idle = 1
