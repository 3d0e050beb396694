"""가명조서 신청서: no real name in it, and a refusal is to be recorded."""

import datetime

from legalkit.case import read_case
from legalkit.filings import all_filings

DAY = datetime.date(2026, 11, 22)


def _content(**more):
    data = {"id": "case-1", "reporter": {"role": "self"}, "victim": {"name": "심서연", "alias": "은별"}, **more}
    return all_filings()["alias_request"].content(read_case({"wishes": {"alias": True}, **data}), DAY)


def it_offers_the_alias_in_use_first_and_each_once():
    wishes = {"alias": True, "alias_choices": ["은채", "은별", "은결"]}
    assert [name.ko for name in _content(wishes=wishes)["alias_choices"]] == ["은별", "은채", "은결"]


def it_leaves_a_blank_where_no_alias_was_chosen():
    content = _content(victim={"name": "심서연"})
    assert content["alias_choices"] == []
    assert content["signer"].ko == "○○○(가명)"


def it_asks_that_everything_be_left_out_and_a_refusal_recorded():
    content = _content()
    assert {entry["tick"] for entry in (*content["omit"], *content["documents"])} == {"■"}
    assert "제112호서식" in content["refusal"].ko


def it_names_everybody_under_an_alias_once_and_not_who_signs():
    aunt = {"name": "곽청미", "alias": "은가람", "relation": "aunt"}
    mother = {"name": "곽청희", "alias": "은솔", "relation": "mother"}
    reporter = {"role": "legal_representative", "person": mother}
    content = _content(reporter=reporter, relatives=[aunt], wishes={"alias": True, "companion": aunt})
    assert [name.ko for name in content["others"]] == ["은가람(가명)"]
    assert content["guardian"].ko == content["signer"].ko == "은솔(가명)"


def it_gives_the_number_of_the_case_once_there_is_one():
    assert _content()["reference"].ko == "접수 전"
    assert _content(case_number="2026-001")["reference"].ko == "2026-001"
