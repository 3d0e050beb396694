"""The review shows every answer with its page; what is missing is ranked and never locks."""

from importlib.resources import files

import pytest
import yaml

from legalkit.case import read_case
from legalkit.filings import mask, open_filings
from legalkit.interview import add, answer, from_case, go, pages, review, start, to_case, view
from tests.interview.story import DAY


@pytest.fixture(scope="module")
def drafts():
    folder = files("legalkit") / "examples"
    named = {who: yaml.safe_load((folder / f"{who}.yaml").read_text(encoding="utf-8")) for who in ("seoyeon", "kelly")}
    return {who: from_case(read_case(data)) for who, data in named.items()}


def _rows(draft):
    return [row for group in review(draft, DAY).groups for row in group.rows]


@pytest.mark.parametrize("who", ["seoyeon", "kelly"])
def it_follows_the_order_of_the_questions(drafts, who):
    order = [each.id for each in pages()]
    places = [order.index(row.key.partition("@")[0]) for row in _rows(drafts[who])]
    assert places == sorted(places)


@pytest.mark.parametrize("who", ["seoyeon", "kelly"])
def and_each_row_can_be_changed_and_returned_from(drafts, who):
    draft = drafts[who]
    for row in _rows(draft):
        drawn = next(each for each in view(draft, DAY, row.key).fields if each.path == row.path)
        after, problems = answer(go(draft, row.key), row.key, {row.path: drawn.value}, DAY)
        if drawn.options or drawn.control not in ("choice",):
            assert problems == [], row.path
        assert go(after, "review").place == "review"
        assert after.answers == draft.answers or row.path in ("harms", "wishes", "contact.safe"), row.path


def it_says_where_an_answer_will_stand(drafts):
    row = next(each for each in _rows(drafts["kelly"]) if each.path == "incidents[0].object")
    assert row.answer == "a smoke detector"
    assert "Criminal complaint" in row.appears


def it_says_what_follows_from_other_answers():
    draft, _ = add(
        start("en"), "exhibits", files=[{"name": "a.png", "size": 1, "sha256": "0" * 64, "type": "image/png"}]
    )
    rows = _rows(draft.put("exhibits[0].kind", "screenshot"))
    assert {each.path: each.state for each in rows}["exhibits[0].submission"] == "derived"


def it_names_what_is_missing_the_weightiest_first():
    draft, _ = add(start("en"), "incidents", harm="camera")
    draft, _ = answer(draft, "victim", {"victim.birth": {"month": "3"}}, DAY)
    missing = review(draft, DAY).missing
    assert missing[0].path == "victim.birth"
    assert [each.rank for each in missing] == sorted(each.rank for each in missing)
    assert {each.path: each.rank for each in missing}["wishes.alias"] == 2
    assert {each.path: each.rank for each in missing}["victim.name"] == 3
    for each in missing:
        assert go(draft, each.key).place == each.key


def but_not_what_she_does_not_know_or_will_not_say():
    draft = start("en").put("victim.name", "declined").put("contact.phone", "unknown")
    assert not {"victim.name", "contact.phone"} & {each.path for each in review(draft, DAY).missing}


@pytest.mark.parametrize("who", ["seoyeon", "kelly"])
def it_tells_what_needs_checking_and_no_paper_that_is_filed_does(drafts, who):
    told = review(drafts[who], DAY).unverified
    assert told
    case = to_case(drafts[who])
    filed = [mask(each.content(case, DAY), case) for each in open_filings(case, DAY) if each.folder == "1-hand-in"]
    assert [each for each in told if each in str(filed)] == []
