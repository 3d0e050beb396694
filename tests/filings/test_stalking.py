"""Stalking: which acts count on their day, whether they were repeated, and what is told of them."""

import pytest

from legalkit.case import read_case
from legalkit.filings import survey
from legalkit.filings._stalking import acts_told, found
from tests.filings.requests import DAY, changed, data, missing, said, stalked, status

MEASURES = "stalking_measures_request"


def _twice(act, first, second="2026-05-02", **more):
    return stalked({"act": act, "when": first, "count": 1, **more}, {"act": act, "when": second, "count": 1, **more})


class DescribeTheGate:
    def it_opens_for_acts_that_were_repeated_and_caused_fear(self):
        assert status(_twice("messages", "2026-05-01"), MEASURES) == "open"

    def it_opens_for_one_kind_of_act_done_many_times(self):
        assert status(stalked({"act": "following", "when": "2026-05-01", "count": 2}), MEASURES) == "open"

    def it_opens_for_single_acts_that_are_listed(self):
        entries = [{"when": "2026-05-01"}, {"when": "2026-05-03"}]
        assert status(stalked({"act": "impersonation", "entries": entries}), MEASURES) == "open"

    def but_it_is_closed_for_one_act(self):
        assert status(stalked({"act": "messages", "when": "2026-05-01", "count": 1}), MEASURES) == "closed"

    def but_it_is_closed_where_each_act_was_done_by_another_person(self):
        case = read_case(
            {
                "id": "case-1",
                "reporter": {"role": "self"},
                "accused": [{"id": "a", "name": "홍길상"}, {"id": "b", "name": "성춘풍"}],
                "incidents": [
                    {"id": who, "act": "messages", "actor": who, "when": "2026-05-01", "count": 1, "feelings": ["fear"]}
                    for who in ("a", "b")
                ],
            }
        )
        assert status(case, MEASURES) == "closed"

    @pytest.mark.parametrize("count", [None, "unknown"])
    def but_it_asks_how_often_where_that_is_not_known(self, count):
        case = stalked({"act": "messages", "when": "2026-05-01", "count": count})
        assert missing(case, MEASURES) == {"incidents[].count"}

    def it_asks_what_happened_where_nothing_is_written_down(self):
        assert missing(stalked(), MEASURES) == {"incidents[].act"}

    @pytest.mark.parametrize("act", ["assault", "fake", "threat", "strangers_came"])
    def but_it_is_closed_for_acts_that_are_no_stalking(self, act):
        assert status(stalked({"act": act}, {"act": act}), MEASURES) == "closed"

    def but_it_leaves_out_what_was_not_against_her_will(self):
        assert status(_twice("messages", "2026-05-01", will=False), MEASURES) == "closed"

    @pytest.mark.parametrize("feelings", [None, "unknown"])
    def it_asks_for_fear_where_that_is_not_known(self, feelings):
        assert missing(_twice("messages", "2026-05-01", feelings=feelings), MEASURES) == {"incidents[].feelings"}

    def but_it_is_closed_where_she_felt_neither_fear_nor_anxiety(self):
        assert status(_twice("messages", "2026-05-01", feelings=["humiliation"]), MEASURES) == "closed"


class DescribeTheDayOfTheAct:
    @pytest.mark.parametrize("act", ["messages", "following", "sexual_messages", "entering_place"])
    @pytest.mark.parametrize(("day", "stands"), [("2021-10-20", "closed"), ("2021-10-21", "open")])
    def it_counts_from_the_day_the_act_came_into_force(self, act, day, stands):
        assert status(_twice(act, day, day), MEASURES) == stands

    @pytest.mark.parametrize("act", ["posting_data", "impersonation"])
    @pytest.mark.parametrize(("day", "stands"), [("2023-07-10", "closed"), ("2023-07-11", "open")])
    def it_counts_posted_data_and_impersonation_from_the_day_they_were_added(self, act, day, stands):
        assert status(_twice(act, day, day), MEASURES) == stands

    def it_counts_one_act_where_the_other_was_too_early(self):
        assert status(_twice("messages", "2021-10-20", "2021-10-21"), MEASURES) == "closed"

    @pytest.mark.parametrize(
        "when", [None, "unknown", {"words": "여름 무렵"}, {"start": "2021-10-01", "end": "2021-11-30"}]
    )
    def it_asks_for_the_day_where_it_cannot_tell(self, when):
        assert missing(_twice("messages", when, when), MEASURES) == {"incidents[].when"}

    def but_what_was_learned_of_before_the_act_came_into_force_is_too_early(self):
        learned = {"learned": "2021-10-20"}
        assert status(_twice("messages", learned, learned), MEASURES) == "closed"

    def it_counts_the_listed_acts_one_by_one(self):
        entries = [{"when": day} for day in ("2023-07-09", "2023-07-10", "2023-07-11")]
        assert status(stalked({"act": "impersonation", "entries": entries}), MEASURES) == "closed"
        entries.append({"when": "2023-07-12"})
        assert status(stalked({"act": "impersonation", "entries": entries}), MEASURES) == "open"


class DescribeTheCourtsOwnOrder:
    """Trap 4: the protection order against stalking is not there before its day."""

    @pytest.mark.parametrize(
        ("day", "stands"), [("2026-11-22", "closed"), ("2027-04-21", "closed"), ("2027-04-22", "unavailable")]
    )
    def it_is_closed_until_its_law_is_in_force_and_then_has_no_paper_here(self, day, stands):
        assert status(stalked(), "stalking_protection_order", DAY.fromisoformat(day)) == stands

    def it_says_what_to_do_instead(self):
        day = DAY.fromisoformat("2027-04-22")
        order = next(each for each in survey(stalked(), day) if each.id == "stalking_protection_order")
        assert "90일" in order.instead.ko and "1366" in order.instead.ko
        assert "90 days" in order.instead.en


class DescribeWhatIsTold:
    def it_tells_the_acts_of_the_other_side_and_not_those_of_strangers(self):
        case = read_case(data("yujin"))
        assert {act.id for act in acts_told(case, DAY)} == {"accounts", "contact-data"}

    def it_tells_acts_of_unknown_persons_where_nobody_is_named(self):
        case = stalked(*[{"act": "messages", "actor": "unknown", "when": "2026-05-01", "count": 3}])
        assert len(acts_told(case, DAY)) == 1
        assert "성명불상" in said(case, MEASURES)

    def it_counts_by_person(self):
        case = _twice("messages", "2026-05-01")
        assert [(each.sure, each.repeated) for each in found(case, DAY)] == [(2, True)]

    def it_calls_the_other_side_by_the_words_of_a_request(self):
        text = said(changed(lambda _: None), MEASURES)
        assert "상대방은" in text and "요청인" in text
        assert "피고소인" not in text and "고소인" not in text

    def it_says_of_weapons_and_new_accounts_only_what_was_answered(self):
        text = said(changed(lambda _: None), MEASURES)
        assert "다른 계정으로 다시 연락하였습니다" in text
        assert "흉기" not in text
        silent = changed(lambda case: case["relief"]["stalking"].update(new_account="unknown", weapon="declined"))
        assert "다른 계정으로" not in said(silent, MEASURES) and "흉기" not in said(silent, MEASURES)

    def it_gives_dated_facts_for_the_danger_and_no_conclusion(self):
        text = said(changed(lambda _: None), MEASURES)
        danger = text[text.index("재발 우려") : text.index("조치하지 않을 경우")]
        assert "2026. 6. 20." in danger and "Everybody will see it" in danger
        assert "2026. 7. 1. 성명불상자 1명이 요청인의 주거로 찾아왔습니다" in danger
        assert not any(word in danger for word in ("명백", "반드시", "것이 분명"))

    def it_leaves_out_the_threat_of_somebody_else(self):
        def by_another(case):
            case["accused"].append({"id": "other", "name": "성춘풍"})
            case["incidents"][2]["actor"] = "other"

        text = said(changed(by_another), MEASURES)
        assert "Everybody will see it" not in text and "성춘풍" not in text

    def it_names_the_time_zone_of_the_source(self):
        """Trap 13."""
        assert "(UTC)" in said(changed(lambda _: None), MEASURES)

    def it_leaves_out_a_move_or_a_lost_job_of_which_the_other_side_would_learn(self):
        assert "이사" not in said(changed(lambda _: None), MEASURES)
