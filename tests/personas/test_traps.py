"""The fifteen wrong-document traps: what may not go to the wrong office, out of time, or out of hand."""

import re
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from legalkit.case import Incident
from legalkit.docx import texts
from legalkit.filings import Status, all_filings, survey
from legalkit.law import deadline, filing_rule
from legalkit.law.acts import is_of_kind
from legalkit.package import generate
from legalkit.vault.case_file import load

EXAMPLES = Path(__file__).parents[2] / "legalkit" / "examples"
NAMES = ("hana", "kelly", "mirae", "seoyeon", "yujin")
DAY = date(2026, 11, 22)


@lru_cache
def case(name):
    return load(EXAMPLES / f"{name}.yaml")


@lru_cache
def package(name):
    return generate(case(name), DAY).files


def said(name, *, but=()):
    kept = {path: file for path, file in package(name).items() if not any(each in path for each in but)}
    return {path: "\n".join(texts(file)) for path, file in kept.items()}


def _rule(name, day=DAY):
    return filing_rule(name).on(day)


def _offices(name, day=DAY):
    return [(each.office.id, each.via.id if each.via else None) for each in _rule(name, day).addressees]


@pytest.mark.parametrize("name", NAMES)
def it_1_addresses_no_office_by_a_name_it_no_longer_bears(name):
    aid = "2026. 10. 2. 전 제출한 경우 검찰청 포함"
    former = re.compile("검찰청|방송통신심의위원회|여성가족부|방송통신위원회")
    assert {path for path, text in said(name).items() if former.search(text.replace(aid, ""))} == set()


def it_2_sends_a_complaint_to_police_bodies_only():
    police = {"police_station", "provincial_police", "national_police", "major_crimes_agency"}
    for name in ("complaint", "accusation", "petition"):
        assert {office for office, _ in _offices(name)} <= police


def it_3_opens_the_family_order_for_family_members_and_listed_offences_only():
    stands = {name: {each.id: each.status for each in survey(case(name), DAY)} for name in NAMES}
    assert {found["family_protection_order"] for found in stands.values()} == {Status.CLOSED}


def it_4_keeps_the_stalking_order_closed_until_its_day():
    for day, status in ((date(2027, 4, 21), Status.CLOSED), (date(2027, 4, 22), Status.UNAVAILABLE)):
        found = {each.id: each for each in survey(case("yujin"), day)}["stalking_protection_order"]
        assert found.status is status
    assert deadline("stalking_protection_order", date(2027, 4, 22)).last_day is not None


def it_5_gives_three_months_against_non_referral_and_says_what_is_referred_anyway():
    assert deadline("objection_to_non_referral", date(2026, 10, 5)).last_day == date(2027, 1, 5)
    assert "모두 송치" in _rule("objection_to_non_referral").reason.ko
    assert _offices("objection_to_non_referral") == [("police_station_head", None)]


def it_6_lodges_court_review_within_ten_days_with_the_court_of_the_day():
    assert deadline("court_review_application", date(2026, 11, 2)).last_day == date(2026, 11, 12)
    assert _rule("court_review_application", date(2027, 2, 4)).addressees[0].office.name.ko == "고등법원"
    assert "지방법원" in _rule("court_review_application", date(2027, 2, 5)).addressees[0].office.name.ko
    assert _offices("court_review_application")[0][1] == "district_prosecution_office_head"


def it_7_warns_that_a_rejected_compensation_order_cannot_be_filed_again():
    assert "다시 낼 수 없" in filing_rule("compensation_order").record.instead.ko
    assert "변론이 끝나기 전" in _rule("compensation_order").reason.ko


def it_8_offers_a_statement_assistant_to_minors_and_weak_capacity_only():
    assert "19세 미만" in _rule("statement_assistant_request").reason.ko
    messages = Incident(id="a", act="sexual_messages")
    assert is_of_kind(messages, "sexual_crime") and not is_of_kind(messages, "trusted_person")


def it_9_asks_for_a_closed_hearing_only_of_a_summoned_witness():
    assert "증인으로 소환된" in _rule("closed_hearing_request").reason.ko


@pytest.mark.parametrize("name", ["hana", "mirae", "seoyeon"])
def it_10_says_the_real_name_in_no_body_no_file_name_and_no_property(name):
    hidden = case(name).victim.name.forms()
    assert not any(form in path for form in hidden for path in package(name))
    bodies = said(name, but=("confidential_sheet",))
    assert {path for path, text in bodies.items() if any(form in text for form in hidden)} == set()


@pytest.mark.parametrize("name", NAMES)
def it_11_embeds_no_picture(name):
    for file in package(name).values():
        assert not [part for part in ZipFile(BytesIO(file)).namelist() if "media/" in part or "embeddings/" in part]


@pytest.mark.parametrize("name", NAMES)
def it_12_shows_the_other_side_no_address_phone_or_mail_of_hers(name):
    person, contact = case(name).victim, case(name).contact
    reach = [getattr(person.address, "text", None), person.phone, person.email, contact.phone, contact.email]
    hidden = [getattr(each, "text", each) for each in reach if each and not hasattr(each, "name")]
    assert hidden
    served = {filing.id for filing in all_filings().values() if filing.served}
    papers = {path: text for path, text in said(name).items() if any(f"-{each}-" in path for each in served)}
    assert {path for path, text in papers.items() if any(str(each) in text for each in hidden)} == set()


def it_13_shows_for_each_time_limit_its_provision_and_its_start():
    found = deadline("appeal_against_non_indictment", date(2026, 11, 2))
    assert found.provision.article == "제57조"
    assert found.starts.ko and found.starts.en


@pytest.mark.parametrize("name", NAMES)
def it_14_says_on_each_english_page_that_it_is_not_for_filing(name):
    filed = {path: text for path, text in said(name).items() if path.startswith(("1-", "2-")) and "-ko." not in path}
    assert {path for path, text in filed.items() if "not for filing" not in text} == set()


@pytest.mark.parametrize("name", NAMES)
def it_15_reminds_of_false_accusation_in_the_complaint(name):
    complaint = next(text for path, text in said(name).items() if "complaint-ko" in path)
    assert "무고죄" in complaint
