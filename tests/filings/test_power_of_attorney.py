"""위임장."""

import pytest

from legalkit.case import read_case
from tests.filings.requests import by_an_agent, changed, data, said, status

FILING = "power_of_attorney"


@pytest.mark.parametrize(
    ("role", "stands"),
    [("lawyer", "open"), ("organisation", "open"), ("self", "closed"), ("legal_representative", "closed"),
     ("third_party", "closed")],
)  # fmt: skip
def it_is_open_where_somebody_acts_for_her(role, stands):
    assert status(changed(lambda case: case.update(reporter={"role": role})), FILING) == stands


def it_names_the_agent_with_the_agents_own_contact():
    text = said(read_case(by_an_agent(data())), FILING)
    assert "구담은" in text and "새벽상담소" in text and "02-000-7000" in text


def it_leaves_the_number_of_her_registration_for_ink():
    assert "제출할 때 직접 적습니다" in said(read_case(by_an_agent(data())), FILING)


def it_never_lets_the_agent_withdraw_the_complaint():
    assert "고소의 취소, 합의, 처벌불원의 의사표시는 위임하지 않습니다." in said(read_case(by_an_agent(data())), FILING)


def it_covers_deletion_support_where_images_are_online():
    found = by_an_agent(data())
    assert "삭제지원 요청" in said(read_case(found), FILING)
    found["incidents"] = found["incidents"][:2]
    found["provisions"] = []
    assert "삭제지원 요청" not in said(read_case(found), FILING)


@pytest.mark.parametrize(("birth", "signs"), [("2008-05-20", True), ("1994-05-03", False)])
def it_has_a_line_for_the_legal_representative_of_a_minor(birth, signs):
    found = by_an_agent(data())
    found["victim"]["birth"] = birth
    assert ("법정대리인" in said(read_case(found), FILING)) is signs


def it_is_signed_by_hand():
    assert "(자필 서명)" in said(read_case(by_an_agent(data())), FILING)
