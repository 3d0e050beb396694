"""Where images of her can be seen."""

import pytest

from legalkit.case import read_case
from legalkit.filings._posts import is_fake, is_footage, may_show_minor, posts, shows_minor
from tests.filings.requests import data, stalked

SPREAD = {"act": "spread", "material": "nude_photo", "when": "2026-06-01"}


def _urls(*acts, **rest):
    return [post.url for post in posts(stalked(*acts, **rest))]


def it_lists_each_page_once():
    assert [post.url for post in posts(read_case(data()))] == [
        "https://photos.example/p/1",
        "http://photos.example/p/2",
    ]


def it_keeps_apart_pages_that_differ_in_their_query():
    first, second = "https://a.example/watch?v=1", "https://a.example/watch?v=2"
    assert _urls({**SPREAD, "urls": [first, second]}) == [first, second]


def it_lists_a_page_once_though_two_acts_name_it():
    page = "https://a.example/p/1"
    assert _urls({**SPREAD, "urls": [page]}, {**SPREAD, "act": "reupload", "urls": [page]}) == [page]


def it_takes_single_posts_of_a_list():
    assert _urls({**SPREAD, "entries": [{"urls": ["https://a.example/1"]}]}) == ["https://a.example/1"]


def it_leaves_out_what_is_gone():
    assert _urls({**SPREAD, "urls": ["https://a.example/1"], "still_online": False}) == []


def it_leaves_out_posts_that_show_nothing_of_her():
    assert _urls({"act": "impersonation", "urls": ["https://a.example/1"]}) == []


def it_names_the_place_where_there_is_no_address():
    found = posts(stalked({**SPREAD, "online": {"medium": "community_board", "room": "자유게시판"}}))
    assert [(post.url, post.public) for post in found] == [("", True)]


@pytest.mark.parametrize("medium", ["kakaotalk", "paid_room", "telegram", "email"])
def it_counts_a_chat_as_private_unless_there_is_an_address(medium):
    chat = {**SPREAD, "online": {"medium": medium}}
    assert [post.public for post in posts(stalked(chat))] == [False]
    assert [post.public for post in posts(stalked({**chat, "urls": ["https://a.example/1"]}))] == [True]


@pytest.mark.parametrize(("material", "fake", "footage"), [
    ("nude_photo", False, True), ("fake_video", True, False), ("other", False, False), ("unknown", False, False),
])  # fmt: skip
def it_tells_fakes_from_footage_by_what_was_answered(material, fake, footage):
    act = stalked({**SPREAD, "material": material}).incidents[0]
    assert (is_fake(act), is_footage(act)) == (fake, footage)


class DescribeMinors:
    def _act(self, birth, **more):
        case = stalked({**SPREAD, **more}, victim={"birth": birth})
        return case, case.incidents[0]

    @pytest.mark.parametrize(("birth", "sure"), [("2007-06-02", True), ("2007-06-01", False), ("2007", False)])
    def it_says_that_a_minor_is_shown_only_where_that_is_sure(self, birth, sure):
        assert shows_minor(*self._act(birth)) is sure

    def it_never_says_so_of_a_fake_unless_she_did(self):
        assert not shows_minor(*self._act("2010-01-01", material="fake_video"))
        assert shows_minor(*self._act("1990-01-01", material="fake_video", looks_like_child=True))

    @pytest.mark.parametrize(("birth", "may"), [("1990-01-01", False), ("2007", True), ("unknown", True), (None, True)])
    def it_asks_for_no_picture_where_it_may_be_a_minor(self, birth, may):
        assert may_show_minor(*self._act(birth)) is may

    def it_counts_from_the_day_it_was_made(self):
        assert may_show_minor(*self._act("2005-01-01", made="2020-01-01"))
        assert may_show_minor(*self._act("1990-01-01", looks_like_child="unknown"))
