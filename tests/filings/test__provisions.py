"""Which provisions a paper proposes: hers where she chose any, else those that fit and were read."""

import datetime

import pytest

from legalkit.case import read_case
from legalkit.case.codes import Rank
from legalkit.case.wishes import Provision
from legalkit.filings._provisions import act_days, known_offence, proposed
from legalkit.law import NotInForce
from tests.support.names import PERSONAS, persona

DAY = datetime.date(2026, 11, 22)
HANA = persona("hana")


def _named(case):
    return {(entry.version.offence_id, entry.rank) for entry in proposed(case, DAY)[0]}


class DescribeACaseWithoutAChoice:
    @pytest.mark.parametrize("name", PERSONAS)
    def it_proposes_at_least_what_was_chosen_for_an_example(self, name):
        chosen = persona(name)
        assert _named(chosen) <= _named(chosen.model_copy(update={"provisions": ()}))

    @pytest.mark.parametrize("name", PERSONAS)
    def it_proposes_each_provision_once_and_those_in_the_alternative_last(self, name):
        entries, _ = proposed(persona(name).model_copy(update={"provisions": ()}), DAY)
        texts = [entry.text.ko for entry in entries]
        assert len(texts) == len(set(texts))
        ranks = [entry.rank is Rank.ALTERNATIVE for entry in entries]
        assert ranks == sorted(ranks)

    def it_prints_nothing_that_rests_on_memory_and_lists_it_as_left_out(self):
        case = HANA.model_copy(update={"provisions": ()})
        left = {entry.offence for entry in proposed(case, DAY)[1]}
        assert left == {"cc_283_1_threat", "cc_324_1_coercion"}
        assert not left & {offence for offence, _ in _named(case)}

    def it_says_which_day_was_taken_where_none_is_known(self):
        case = persona("seoyeon").model_copy(update={"provisions": ()})
        making = next(e for e in proposed(case, DAY)[0] if e.version.offence_id == "sv_14b_1_deepfake_creation")
        assert making.assumed == datetime.date(2026, 3, 14)
        assert "2026. 3. 14." in making.note.ko.replace("\xa0", " ")


class DescribeWhatSheChose:
    def it_rules(self):
        injury = HANA.provisions[-1:]
        assert _named(HANA.model_copy(update={"provisions": injury})) == {("cc_257_1_injury", Rank.PRIMARY)}

    def and_what_she_dropped_leaves_no_trace(self):
        kept = HANA.model_copy(update={"provisions": HANA.provisions[:1]})
        entries, left = proposed(kept, DAY)
        assert [entry.version.offence_id for entry in entries] == ["sv_14c_1_threat_with_images"]
        assert left == []

    def but_what_was_not_in_force_is_left_out_with_the_reason(self):
        early = {"id": "a", "act": "fake", "when": "2019-05-01"}
        case = read_case({"id": "case-1", "reporter": {"role": "self"}, "incidents": [early]})
        chosen = Provision(offence="sv_14b_1_deepfake_creation", incidents=("a",))
        entries, (left,) = proposed(case.model_copy(update={"provisions": (chosen,)}), DAY)
        assert entries == []
        assert isinstance(left.answer, NotInForce)


class DescribeTheDaysOfAnAct:
    @pytest.mark.parametrize(
        ("when", "first", "last", "assumed"),
        [
            ("2026-03-14", "2026-03-14", "2026-03-14", None),
            ("2026-03", "2026-03-01", "2026-03-31", None),
            ({"learned": "2026-03-14"}, "2026-03-14", "2026-03-14", "2026-03-14"),
            ("unknown", "2026-11-22", "2026-11-22", "2026-11-22"),
        ],
    )
    def it_takes_the_day_she_learned_of_it_or_of_filing_where_none_is_known(self, when, first, last, assumed):
        acts = [{"id": "a", "act": "fake", "when": when}]
        case = read_case({"id": "case-1", "reporter": {"role": "self"}, "incidents": acts})
        found = [each and each.isoformat() for each in act_days(case.incidents[0], case.incidents[0].when, DAY)]
        assert found == [first, last, assumed]


def it_knows_an_offence_by_its_id():
    assert known_offence("sv_14_1_illegal_filming")
    assert not known_offence("zz_1_nothing")
