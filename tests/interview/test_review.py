"""The review shows every answer with its page; what is missing is ranked and never locks."""

from importlib.resources import files

import pytest
import yaml

from legalkit.case import read_case
from legalkit.case.paths import covered, covers, pattern_of
from legalkit.filings import mask, open_filings
from legalkit.interview import add, answer, from_case, go, pages, questions, review, start, to_case, view
from tests.interview.story import DAY
from tests.interview.test_cases import told


@pytest.fixture(scope="module")
def drafts():
    folder = files("legalkit") / "examples"
    named = {who: yaml.safe_load((folder / f"{who}.yaml").read_text(encoding="utf-8")) for who in ("seoyeon", "kelly")}
    return {who: from_case(read_case(data)) for who, data in named.items()}


REMEMBERED = ("harms", "wishes", "contact.safe", "provisions")
"""Ticks: it is remembered that they were looked at."""


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
        assert after.answers == draft.answers or row.path in REMEMBERED, row.path


def _leaves(plain, at=""):
    """Paths of all that is answered; entries without their ids, files aside."""
    for name, each in plain.items():
        path = f"{at}.{name}" if at else name
        if isinstance(each, dict):
            yield from _leaves(each, path)
        elif isinstance(each, list) and each and isinstance(each[0], dict):
            yield from (leaf for n, entry in enumerate(each) for leaf in _leaves(entry, f"{path}[{n}]"))
        elif each not in (None, []) and name not in ("id", "harm") and ".files[" not in path:
            yield path


NAMED_OTHERWISE = {
    "exhibits[].kind": "exhibits[].title",
    "exhibits[].obtained_words": "exhibits[].obtained",
    "victim.has_own_lawyer": "wishes",
}
"""What a question of another name asks for too."""


@pytest.mark.parametrize("who", ["seoyeon", "yujin", "hana", "kelly", "mirae"])
def it_shows_all_that_was_answered(who):
    draft = from_case(told(who))
    shown = {pattern_of(row.path) for row in _rows(draft)}
    asked = [each for each in questions() if pattern_of(each.path) in shown]
    paths = {path for each in asked for path in (each.path, *each.reads, *(part.path for part in each.parts.values()))}
    hidden = {pattern_of(each) for each in _leaves(draft.answers) if not covered(paths, each)}
    assert {each for each in hidden if not any(covers(own, each) for own in NAMED_OTHERWISE)} == set()
    assert {NAMED_OTHERWISE[own] for own in NAMED_OTHERWISE for each in hidden if covers(own, each)} <= shown


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
    draft, _ = answer(draft, "victim", {"victim.who": {"birth.month": "3"}}, DAY)
    missing = review(draft, DAY).missing
    assert missing[0].path == "victim.who"
    assert [each.rank for each in missing] == sorted(each.rank for each in missing)
    assert {each.path: each.rank for each in missing}["wishes.name"] == 2
    assert {each.path: each.rank for each in missing}["contact.reach"] == 3
    for each in missing:
        assert go(draft, each.key).place == each.key


def but_not_what_she_does_not_know_or_will_not_say():
    draft = start("en").put("victim.address", "declined")
    draft = draft.put("victim.name", "declined").put("victim.birth", "unknown")
    assert not {"victim.address", "victim.who"} & {each.path for each in review(draft, DAY).missing}


def and_of_what_is_asked_at_once_what_a_paper_waits_for():
    draft, _ = add(start("en"), "incidents", harm="camera")
    born, named = draft.put("victim.birth", "1998"), draft.put("victim.name", {"hangul": "홍길동"})
    assert {each.path: each.rank for each in review(born, DAY).missing}["victim.who"] == 3
    assert "victim.who" not in {each.path for each in review(named, DAY).missing}


@pytest.mark.parametrize("who", ["seoyeon", "kelly"])
def it_tells_what_needs_checking_and_no_paper_that_is_filed_does(drafts, who):
    unverified = review(drafts[who], DAY).unverified
    assert unverified
    case = to_case(drafts[who])
    filed = [mask(each.content(case, DAY), case) for each in open_filings(case, DAY) if each.folder == "1-hand-in"]
    assert [each for each in unverified if each in str(filed)] == []
