"""Each rule in a short case, on both sides of the days of the law; and what a file of rules may not hold."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from legalkit.case import read_case
from legalkit.case.codes import Act
from legalkit.law import Version, offence
from legalkit.law.suggest import Rule, Suggestion, all_rules, suggest
from legalkit.law.suggest.rules import is_sure, rules_of
from tests.law.suggest.cases import NAMES, TODAY, of_example, ranked, short

ACTS = yaml.safe_load((Path(__file__).parent / "acts.yaml").read_text(encoding="utf-8"))
RANKS = ("primary", "alternative", "aggravating")
LATE = date(2028, 1, 1)


def of_act(entry: dict[str, Any], day: date) -> tuple[Suggestion, ...]:
    """What is suggested for the first act of an entry, done on a day."""
    acts = [{**each, "id": f"a{n}"} for n, each in enumerate(entry["incidents"])]
    acts[0]["when"] = day
    victim = {"birth": entry.get("birth", "1990-04-09"), "disability": entry.get("disability")}
    people = entry.get("accused", [{"id": "ex", "name": "홍길동"}])
    of = read_case({
        "id": "case-1", "reporter": {"role": "self"}, "victim": victim, "accused": people, "incidents": acts,
    })  # fmt: skip
    return tuple(each for each in suggest(of, TODAY if day <= TODAY else LATE) if each.incident == "a0")


def _days() -> Iterator[Any]:
    for entry in ACTS:
        for day, expected in entry["days"].items():
            yield pytest.param(entry, day, expected, id=f"{entry['name']} ({day})")


@pytest.mark.parametrize(("entry", "day", "expected"), list(_days()))
def it_suggests_for_an_act(entry, day, expected):
    acts = of_act(entry, day)
    for rank in RANKS:
        fits = [each for each in acts if isinstance(each.version, Version)]
        assert sorted(ranked(fits, rank)) == sorted(expected.get(rank, [])), rank
    not_cited = {short(each.offence) for each in acts if each.rank == "do_not_cite"}
    assert set(expected.get("not_cited", [])) <= not_cited
    assert not_cited.isdisjoint({offence for rank in RANKS for offence in expected.get(rank, [])})
    assert any(each.rank == "none" for each in acts) == expected.get("none", not any(expected.get(r) for r in RANKS))
    missing = {path for each in acts for path in each.would_change}
    assert {_full(path) for path in expected.get("would_change", [])} <= missing
    assert missing.isdisjoint({_full(path) for path in expected.get("would_not_change", [])})
    if "checked" in expected:
        assert [short(each.offence) for each in acts if each.may_be_printed] == expected["checked"]


def _full(path: str) -> str:
    return path if "[" in path else f"incidents[0].{path}"


def it_reaches_every_rule():
    shown = [each for entry in ACTS for day in entry["days"] for each in of_act(entry, day)]
    shown += [each for name in NAMES for each in of_example(name)]
    assert sorted(set(all_rules()) - {each.rule for each in shown}) == []


def it_has_a_rule_for_every_act():
    assert [act for act in Act if not rules_of(act)] == []


def it_names_the_rules_with_sentences_and_gives_a_basis_for_all_but_opinions():
    for rule in all_rules().values():
        assert len(rule.id.split("_")) > 3, rule.id
        assert rule.basis or rule.verified == "opinion", rule.id
        assert rule.because.ko.endswith("다.") or rule.because.ko.endswith(")."), rule.id
        assert rule.because.en.endswith("."), rule.id


@pytest.mark.parametrize(("day", "fine"), [(date(2026, 7, 6), 50_000_000), (date(2026, 7, 7), 70_000_000)])
def it_gives_the_fine_for_defamation_of_that_day(day, fine):
    entry = {"incidents": [{"act": "false_statement", "actor": "ex", "online": {"medium": "x"}}]}
    (defamation,) = [each for each in of_act(entry, day) if each.rank == "primary"]
    assert defamation.version.penalty.max_fine_krw == fine


@pytest.mark.parametrize(
    ("day", "years"), [("2020-06-01", None), ("2020-06-02", 5.0)], ids=["before 2020-06-02", "from 2020-06-02"]
)
def it_gives_the_least_term_for_selling_child_material_of_that_day(day, years):
    (entry,) = [each for each in ACTS if each["name"].startswith("Selling footage of a child")]
    (sale,) = [each for each in of_act(entry, date.fromisoformat(day)) if short(each.offence) == "cy_11_2"]
    assert sale.version.penalty.min_years == years


class DescribeARule:
    whole = {
        "id": "a_rule_for_a_test", "acts": ("filming",), "offence": "sv_14_1_illegal_filming", "rank": "primary",
        "because": {"ko": "가", "en": "a"},
    }  # fmt: skip

    def it_is_read_if_all_it_names_exists(self):
        assert Rule.model_validate(self.whole).offence == offence("sv_14_1").id

    @pytest.mark.parametrize(
        "wrong",
        [
            {"acts": ("dancing",)},
            {"all_of": ("the_moon_was_full",)},
            {"unless": ("the_moon_was_full",)},
            {"offence": "sv_14_1"},
            {"where_none": "sv_14_1"},
            {"rank": "none"},
            {"offence": "", "rank": "primary"},
            {"given": {"material": "footage"}},
            {"colour": "red"},
        ],
        ids=str,
    )
    def but_it_is_refused_otherwise(self, wrong):
        with pytest.raises((ValidationError, ValueError)):
            Rule.model_validate({**self.whole, **wrong})

    @pytest.mark.parametrize(("verified", "sure"), [("statute", True), ("decision", True), ("recalled", False),
                                                   ("opinion", False), ("secondary", False)])  # fmt: skip
    def it_is_sure_only_of_what_was_read(self, verified, sure):
        assert is_sure(verified) is sure
