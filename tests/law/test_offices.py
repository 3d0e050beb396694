"""Names, gates and addressees on each side of each date."""

from datetime import date, timedelta

import pytest

from legalkit.errors import LawError
from legalkit.law import filing_ids, filing_rule, institution
from legalkit.law.store import filing_rules, institutions

BEFORE, AFTER = date(2026, 10, 1), date(2026, 10, 2)


def _receivers(filing, day):
    return [a.office.name.ko for a in filing_rule(filing).on(day).addressees]


class DescribeNames:
    @pytest.mark.parametrize(
        ("office", "day", "old", "new"),
        [
            ("prosecution_office", AFTER, "검찰청", "공소청"),
            ("district_prosecution_office", AFTER, "지방검찰청", "지방공소청"),
            ("high_prosecution_office", AFTER, "고등검찰청", "광역공소청"),
            ("content_review", date(2025, 10, 1), "방송통신심의위원회", "방송미디어통신심의위원회"),
            ("kmcc", date(2025, 10, 1), "방송통신위원회", "방송미디어통신위원회"),
            ("gender_equality_ministry", date(2025, 10, 1), "여성가족부", "성평등가족부"),
            ("dispute_mediation", date(2026, 7, 7), "명예훼손 분쟁조정부", "분쟁조정부"),
            ("court_review_court", date(2027, 2, 5), "고등법원", "지방법원 본원 합의부"),
        ],
    )
    def it_changes_on_the_day_of_the_law(self, office, day, old, new):
        assert institution(office).on(day - timedelta(days=1)).name.ko == old
        assert institution(office).on(day).name.ko == new

    def but_it_refuses_an_office_before_it_existed(self):
        with pytest.raises(LawError) as error:
            institution("major_crimes_agency").on(BEFORE)
        assert error.value.problems[0].code == "E-LAW-NO-SUCH-OFFICE-THEN"

    def but_it_refuses_an_unknown_office(self):
        with pytest.raises(LawError):
            institution("ministry_of_magic")


class DescribeAddressees:
    def it_sends_a_complaint_to_the_police_alone_since_2026_10_02(self):
        assert _receivers("complaint", BEFORE) == ["경찰서", "지방검찰청 검사"]
        assert _receivers("complaint", AFTER) == ["경찰서", "시·도경찰청"]

    def it_lodges_court_review_with_the_new_office_and_later_with_another_court(self):
        for day, via, court in [
            (BEFORE, "지방검찰청 검사장 또는 지청장", "고등법원"),
            (AFTER, "지방공소청장 또는 지청장", "고등법원"),
            (date(2027, 2, 4), "지방공소청장 또는 지청장", "고등법원"),
            (date(2027, 2, 5), "지방공소청장 또는 지청장", "지방법원 본원 합의부"),
        ]:
            receiver = filing_rule("court_review_application").on(day).addressees[0]
            assert (receiver.via.name.ko, receiver.office.name.ko) == (via, court)

    @pytest.mark.parametrize("filing", filing_ids())
    @pytest.mark.parametrize("day", [AFTER, date(2026, 11, 22), date(2027, 4, 22)])
    def it_never_names_an_office_that_is_gone(self, filing, day):
        names = [n for a in filing_rule(filing).on(day).addressees for n in (a.office, a.via) if n]
        gone = ("검찰청", "방송통신심의위원회", "방송통신위원회", "여성가족부")
        assert not [n.name.ko for n in names if n.name.ko.endswith(gone) or "검찰청" in n.name.ko]


class DescribeGates:
    @pytest.mark.parametrize(
        ("filing", "first"),
        [
            ("stalking_protection_order", date(2027, 4, 22)),
            ("investigation_objection", AFTER),
            ("objection_record_request", AFTER),
            ("civil_privacy_request", date(2025, 7, 12)),
            ("platform_notice", date(2026, 7, 7)),
            ("prosecutor_evidence_request", date(2026, 6, 24)),
            ("compensation_order", date(2025, 11, 11)),
            ("stalking_measures_request", date(2021, 10, 21)),
        ],
    )
    def it_opens_on_its_first_day_and_says_so_before(self, filing, first):
        before = filing_rule(filing).on(first - timedelta(days=1))
        assert (before.state, before.opens_on, before.addressees) == ("not_yet", first, ())
        assert before.reason.ko and before.reason.en
        assert filing_rule(filing).on(first).state == "open"

    @pytest.mark.parametrize("filing", filing_ids())
    def it_is_open_today_with_provision_and_reason_unless_it_is_the_stalking_order(self, filing):
        gate = filing_rule(filing).on(date(2026, 11, 22))
        assert (gate.state == "open") == (filing != "stalking_protection_order")
        assert gate.basis and gate.reason.ko and gate.reason.en

    def it_closes_a_rule_that_was_repealed(self):
        record = filing_rules()["petition"]
        ended = record.versions[0].model_copy(update={"in_force_until": date(2027, 1, 1)})
        rule = type(filing_rule("petition"))(record.model_copy(update={"versions": (ended,)}))
        assert rule.on(date(2027, 1, 1)).state == "open"
        assert rule.on(date(2027, 1, 2)).state == "closed"

    def but_it_refuses_an_unknown_filing(self):
        with pytest.raises(LawError):
            filing_rule("spell")

    def it_addresses_known_offices_only(self):
        named = {n for f in filing_rules().values() for v in f.versions for a in v.addressees for n in (a.to, a.via)}
        assert named - {""} <= set(institutions())
